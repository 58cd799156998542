"""Days told from the publication or from the last day named: "hier", "il y a trois jours", "deux jours plus tard".

A bare weekday is the last one up to the publication where the sentence tells of the past, the next one after it
where it tells of what is to come, and open between the two otherwise. "Ce lundi" is the closest Monday.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from temoin.claims.times.day import ONE_DAY, Day, dated, month_of, shifted, stretch, whole
from temoin.claims.times.tenses import tense_around
from temoin.documents.calendar_words import WEEKDAYS, Place
from temoin.period import PartialDate
from temoin.words import Words

NO_PUBLICATION = Words(
    "sans date de publication, ce jour reste ouvert : --published D",
    "without a date of publication this day stays open: --published D",
)
_WHICH_WEEK = Words(
    "rien ne dit s’il s’agit du jour passé ou du suivant", "nothing tells whether the past or the coming day is meant"
)
_FROM_LAST = Words("compté depuis le dernier jour nommé", "counted from the last day named")
_NUMBERS = {
    word.encode(): number
    for number, words in enumerate(
        "un|une|a|an|one deux|two trois|three quatre|four cinq|five six sept|seven huit|eight neuf|nine dix|ten "
        "onze|eleven douze|twelve treize|thirteen quatorze|fourteen quinze|fifteen".split(),
        1,
    )
    for word in words.split("|")
} | {b"vingt": 20, b"twenty": 20, b"trente": 30, b"thirty": 30, b"quarante": 40, b"cinquante": 50}
_N = rb"(?P<n>[0-9]{1,3}|" + b"|".join(sorted(_NUMBERS, key=len)[::-1]) + rb")"
_ABOUT = rb"(?:(?P<about>environ|pres d'|pres de|a peu pres|quelque|about|around|some|nearly|almost) ?)?"
_COUNTED = re.compile(
    rb"\b(?:(?P<ago>il y ?a|voici|voila)|(?P<ahead>dans|d'ici|in)|(?P<apart>)) ?(?:a |un )?" + _ABOUT + _N
    + rb"[ \n](?:petite?s? |bons? |bonnes? )?$"
)  # fmt: skip
_LATER = re.compile(
    rb"[ \n](?:(?P<ago>ago|earlier this)|(?P<later>plus tard|apres(?=[ ,.;]*(?:$|[,.;]))|later)"
    rb"|(?P<sooner>plus tot|auparavant|avant(?=[ ,.;]*(?:$|[,.;]))|earlier))(?![a-z])"
)
_DAYS_OF_UNIT = {b"jour": 1, b"day": 1, b"semaine": 7, b"week": 7}
_MONTHS_OF_UNIT = {b"mois": 1, b"month": 1, b"an": 12, b"annee": 12, b"year": 12}
_BESIDE = re.compile(
    rb"(?:\b(?P<this>ce|cet|cette|this)|(?P<last>\blast|\bpast|\bprevious|derniere?)|(?P<next>\bnext|prochaine?)"
    rb"|(?P<the>\bla|\ble|\bl'|\bthe))[ \n]?$"
)
_BEHIND = re.compile(
    rb"(?:-ci\b|[ \n](?:(?P<last>derniere?s?|passee?s?|precedente?|ecoulee?)|(?P<next>prochaine?|suivante?|a venir)"
    rb"|(?P<this>en cours))(?![a-z]))"
)
_PLAIN = {b"hier": -1, b"yesterday": -1, b"demain": 1, b"tomorrow": 1}
_FURTHER = re.compile(rb"(?:\bavant-|\bday before |\bday after )$")
_FURTHER_BEHIND = re.compile(rb"\b(?:apres|avant)-$|\bthe day (?:before|after) $")
_TODAY_MEANT = re.compile(
    rb"(?:'hui)?(?:[ \n]?[.;!?\n)(]|$|[ ,\n]+(?:[0-9]|a [0-9]|meme\b|at [0-9]|" + b"|".join(WEEKDAYS) + rb"))"
)
_TODAY_TOLD = re.compile(
    rb"\b(?:(?:a|ont|est|sont|ete|has|have)[ \n]+[a-z]+(?:e|es|ee|ees|i|is|u|us|it|ert)|[a-z]{2,}r(?:ai|as|a|ons|"
    rb"ez|ont)|"
    rb"[a-z]{3,}ed|said|told|will [a-z]+)[ \n]+$"
)
_HABIT = re.compile(
    rb"(?:\b(?:le|les|du|au|chaque|tous les|every|each|black|cyber|the)|(?:hui|hier|demain|today|yesterday),?)[ \n]$"
)
_EVE = re.compile(rb"\b(?:la|le|the) $")
_OF_SOMETHING = re.compile(rb" (?:de|du|des|of)\b| d'")
_THIS_PART = re.compile(rb"\b(?P<this>ce|cet|this)[ \n](?:apres[- ])?$")
_HALF_WEEK = 3

Read = Callable[["Around"], Day | None]


class Around:
    """A word that may name a day from another one, with what stands around it.

    Parameters
    ----------
    text, folded : the text, and the same folded
    place : the folded word and where it stands
    published : base of what counts from the publication
    last : the last day that the text names before
    """

    def __init__(
        self, text: str, folded: bytes, place: Place, published: PartialDate | None, last: dt.date | None
    ) -> None:
        self.text, self.folded = text, folded
        self.start, self.end, self.word = place
        self.published, self.last = published, last

    @property
    def today(self) -> dt.date | None:
        """The day of publication; None where it is not known to the day."""
        return self.published.first if self.published and self.published.precision == "day" else None

    def before(self, pattern: re.Pattern[bytes], reach: int = 40) -> re.Match[bytes] | None:
        """Return what a pattern finds right before the word."""
        return pattern.search(self.folded, max(0, self.start - reach), self.start)

    def behind(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Return what a pattern finds right after the word."""
        return pattern.match(self.folded, self.end)

    def day(self, shift: int, start: int | None = None, end: int | None = None) -> Day | None:
        """Return the day so many days after the publication; open where that is not given at all."""
        start, end = self.start if start is None else start, self.end if end is None else end
        if self.published is None:
            return Day(start, end, None, None, None, reason=NO_PUBLICATION)
        found = shifted(self.today, shift) if self.today else None
        return whole(start, end, dated(found.isoformat())) if found else None


def read_relative(around: Around) -> Day | None:
    """Return the day that a word names from another day, or None where it names none.

    Examples
    --------
    >>> text = "il y a trois jours"
    >>> read_relative(Around(text, text.encode(), (13, 18, b"jours"), PartialDate("2022-01-06"), None)).value
    PartialDate(text='2022-01-03')
    """
    read = _READERS.get(around.word)
    return read(around) if read else None


def _plain(around: Around) -> Day | None:
    shift = _PLAIN[around.word]
    further = around.before(_FURTHER_BEHIND, 16)
    if further:
        return around.day(2 * shift, further.start())
    return around.day(shift)


def _today(around: Around) -> Day | None:
    end = around.end + (4 if around.word == b"aujourd" else 0)
    if around.behind(_TODAY_MEANT) is None and around.before(_TODAY_TOLD) is None:
        return None
    return around.day(0, end=min(end, len(around.text)))


def _unit(around: Around) -> Day | None:
    singular = around.word.rstrip(b"s") if around.word != b"mois" else around.word
    counted = around.before(_COUNTED)
    if counted and (found := _counted(around, singular, counted)):
        return found
    return None if around.word != singular else _this_or_last(around, singular)


def _counted(around: Around, unit: bytes, counted: re.Match[bytes]) -> Day | None:
    n = int(counted["n"]) if counted["n"].isdigit() else _NUMBERS[counted["n"]]
    later = around.behind(_LATER)
    start, end = counted.start(), around.end
    if later:
        end = later.end()
        if not later["ago"]:
            return _from_last(around, unit, n if later["later"] else -n, (counted.start("n"), end))
        return _from_publication(around, unit, -n, (counted.start("n"), end))
    if counted["ago"]:
        return _from_publication(around, unit, -n, (start, end))
    if counted["ahead"] and counted["ahead"] != b"d'ici" and around.folded[end : end + 3] not in (b" or", b" ou"):
        return _from_publication(around, unit, n, (start, end))
    return None


def _from_publication(around: Around, unit: bytes, n: int, span: tuple[int, int]) -> Day | None:
    if around.published is None:
        return Day(*span, None, None, None, reason=NO_PUBLICATION)
    base = around.published.first
    if unit in _DAYS_OF_UNIT:
        day = around.day(n * _DAYS_OF_UNIT[unit], *span)
        return _loose(day, _HALF_WEEK) if day and unit in (b"semaine", b"week") else day
    months = n * _MONTHS_OF_UNIT[unit]
    if not 1 <= base.year + months // 12 <= 9998:
        return None
    value = month_of(base.year, base.month + months)
    if _MONTHS_OF_UNIT[unit] == 12:
        value = dated(value.text[:4])
    return Day(*span, value, value.first, value.last, "about")


def _loose(day: Day, around: int) -> Day:
    if day.low is None or day.high is None:
        return day
    low, high = shifted(day.low, -around), shifted(day.high, around)
    return Day(day.start, day.end, day.value, low, high, "about", day.reason)


def _from_last(around: Around, unit: bytes, n: int, span: tuple[int, int]) -> Day | None:
    if around.last is None or unit not in _DAYS_OF_UNIT:
        return None
    found = shifted(around.last, n * _DAYS_OF_UNIT[unit])
    if found is None:
        return None
    day = whole(*span, dated(found.isoformat()), _FROM_LAST)
    return _loose(day, _HALF_WEEK) if unit in (b"semaine", b"week") else day


def _this_or_last(around: Around, unit: bytes) -> Day | None:
    beside, behind = around.before(_BESIDE, 12), around.behind(_BEHIND)
    if beside is None or not (behind or beside["last"] or beside["next"] or beside["this"]):
        return None
    if behind is None and not beside["this"] and around.behind(_OF_SOMETHING):
        return None
    if beside["last"] or (behind and behind["last"]):
        step = -1
    elif beside["next"] or (behind and behind["next"]):
        step = 1
    elif beside["this"]:
        step = 0
    else:
        return None
    span = (beside.start(), behind.end() if behind else around.end)
    if around.published is None:
        return Day(*span, None, None, None, reason=NO_PUBLICATION)
    return _whole_unit(around, unit, step, span)


def _whole_unit(around: Around, unit: bytes, step: int, span: tuple[int, int]) -> Day | None:
    assert around.published is not None
    base = around.published.first
    if unit in (b"an", b"annee", b"year"):
        return whole(*span, dated(f"{base.year + step:04d}"))
    if around.published.precision == "year":
        return None
    if unit in (b"mois", b"month"):
        return whole(*span, month_of(base.year, base.month + step))
    if around.today is None or unit in (b"jour", b"day"):
        return None
    year, week, _ = (base + 7 * step * ONE_DAY).isocalendar()
    return whole(*span, dated(f"{year:04d}-W{week:02d}"))


def _weekend(around: Around) -> Day | None:
    end = around.end + (4 if around.word == b"week" else 0)
    beside, behind = around.before(_BESIDE, 12), _BEHIND.match(around.folded, end)
    if beside is None or around.today is None:
        return None
    step = -1 if beside["last"] or (behind and behind["last"]) else 0
    step = 1 if beside["next"] or (behind and behind["next"]) else step
    if step == 0 and not beside["this"]:
        return None
    saturday = around.today + ((5 - around.today.weekday()) % 7) * ONE_DAY
    if around.today.weekday() == 6:
        saturday = around.today - ONE_DAY
    if step == -1 or (
        step == 0 and tense_around(around.folded, around.start, end) == "past" and around.today.weekday() < 2
    ):
        saturday -= 7 * ONE_DAY
    if step == 1 and around.today.weekday() >= 5:
        saturday += 7 * ONE_DAY
    return stretch(beside.start(), behind.end() if behind else end, saturday, saturday + ONE_DAY)


def _week(around: Around) -> Day | None:
    if around.folded[around.end : around.end + 4] == b"-end":
        return _weekend(around)
    return _unit(around)


def _weekday(around: Around) -> Day | None:
    number = WEEKDAYS[around.word]
    beside, behind = around.before(_BESIDE, 12), around.behind(_BEHIND)
    start, end = around.start, behind.end() if behind else around.end
    if around.published is None:
        named = (beside and not beside["the"]) or behind
        return Day(start, end, None, None, None, reason=NO_PUBLICATION) if named else None
    if around.today is None:
        return None
    weekday = around.today.weekday()
    if beside and beside["this"] and not behind:
        return around.day((number - weekday + 3) % 7 - 3, beside.start(), end)
    if (beside and beside["last"]) or (behind and behind["last"]):
        return around.day((number - weekday) % 7 - 7, beside.start() if beside and beside["last"] else start, end)
    if (beside and beside["next"]) or (behind and behind["next"]):
        return around.day((number - weekday - 1) % 7 + 1, beside.start() if beside and beside["next"] else start, end)
    return None if around.before(_HABIT, 12) or behind else _bare_weekday(around, number - weekday)


def _bare_weekday(around: Around, ahead: int) -> Day | None:
    if around.text[around.end - 1 :][1:2] == "s" or around.today is None:
        return None
    past, coming = -(-ahead % 7), (ahead - 1) % 7 + 1
    tense = tense_around(around.folded, around.start, around.end)
    if tense == "past":
        return around.day(past)
    if tense == "future" and past:
        return around.day(coming)
    low, high = shifted(around.today, past), shifted(around.today, coming)
    return Day(around.start, around.end, None, low, high, reason=_WHICH_WEEK)


def _beside_last(around: Around) -> Day | None:
    before = around.before(_EVE, 6)
    if before is None or around.last is None or around.behind(_OF_SOMETHING):
        return None
    shift = {b"veille": -1, b"lendemain": 1, b"surlendemain": 2}[around.word]
    found = shifted(around.last, shift)
    return whole(before.start(), around.end, dated(found.isoformat()), _FROM_LAST) if found else None


def _this_part(around: Around) -> Day | None:
    this = around.before(_THIS_PART, 12)
    if this is None or around.folded[around.end : around.end + 3] == b"-la":
        return None
    if around.word == b"midi" and this.end("this") + 1 == around.start:
        return None
    return around.day(0, this.start(), this.end("this"))


_READERS: Mapping[bytes, Read] = {
    **dict.fromkeys((b"matin", b"soir", b"midi", b"morning", b"afternoon", b"evening"), _this_part),
    **dict.fromkeys(_PLAIN, _plain),
    **dict.fromkeys((b"aujourd", b"today"), _today),
    **dict.fromkeys((b"veille", b"lendemain", b"surlendemain"), _beside_last),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys((b"semaine", b"mois", b"an", b"annee", b"month", b"year", b"day", b"jour"), _unit),
    **dict.fromkeys((b"semaines", b"ans", b"annees", b"months", b"years", b"days", b"jours", b"weeks"), _unit),
    b"week": _week,
    b"weekend": _weekend,
}
WORDS = frozenset(_READERS)
"""Folded words that this module may read a day at."""
