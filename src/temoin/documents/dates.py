"""Dates as texts write them, in French and English: found with their places, never guessed when ambiguous."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from temoin.evidence.source import DateOrder
from temoin.period import PartialDate
from temoin.words import Words

_FRENCH = {
    1: "janvier|janv",
    2: "février|fevrier|févr|fevr|fév",
    3: "mars",
    4: "avril|avr",
    5: "mai",
    6: "juin",
    7: "juillet|juil",
    8: "août|aout",
    9: "septembre",
    10: "octobre",
    11: "novembre",
    12: "décembre|decembre|déc",
}
# Written with a capital, so that "may" and "march" stay verbs; an abbreviation may carry its point.
_ENGLISH = {
    1: "January|Jan",
    2: "February|Feb",
    3: "March|Mar",
    4: "April|Apr",
    5: "May",
    6: "June|Jun",
    7: "July|Jul",
    8: "August|Aug",
    9: "September|Sept|Sep",
    10: "October|Oct",
    11: "November|Nov",
    12: "December|Dec",
}
# "sept" alone is seven in French: a point must follow.
_SHARED = {9: r"[Ss]ept(?=\.)", 10: r"[Oo]ct(?=\.)", 11: r"[Nn]ov(?=\.)"}
_WEEKDAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
WEEKDAYS_BY_NAME = {name: number for names in _WEEKDAYS.values() for number, name in enumerate(names)}

_S = "[ \xa0\u202f\u2009\t]"
_GAP = rf"{_S}{{0,3}}(?:\r?\n)?{_S}{{0,3}}"
_YEAR = r"(?:1[89]|20|21)\d\d"


def _months(names: Mapping[int, str]) -> str:
    return "|".join(spelling for number in sorted(names) for spelling in names[number].split("|"))


_FRENCH_MONTH = rf"(?i:{_months(_FRENCH)})"
_ENGLISH_MONTH = "|".join((_months(_ENGLISH), _months(_ENGLISH).upper()))
_MONTH = rf"(?:{_FRENCH_MONTH}|{_months(_SHARED)}|{_ENGLISH_MONTH})(?![^\W\d_])\.?"
# Starts with a digit or a month's first letter, so that the engine may skip the rest of the text.
_DATE = re.compile(
    rf"""
    (?=[0-9JFMASONDjfmasond])(?<![\w.,/\-–])(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?=T\d|[^\w\-]|$)(?!/\d)
    | (?P<y1>{_YEAR})(?P<s1>[/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?![\w/]|[.,]\d)
    | (?P<a2>\d{{1,2}})(?P<s2>[/.\-])(?P<b2>\d{{1,2}})(?P=s2)(?P<c2>{_YEAR}|\d\d)(?![\w/]|[.,\-]\d)
    | (?:(?P<from3>\d{{1,2}})(?:er|st|nd|rd|th)?{_GAP}(?:au|et(?:{_S}le)?|ou|à|-|–|to|and){_GAP})?
      (?P<d3>\d{{1,2}})(?:er|ER|ᵉʳ|st|nd|rd|th)?{_GAP}(?:of{_S})?(?P<m3>{_MONTH})(?:,?{_GAP}(?P<y3>{_YEAR})(?!\d))?
    | (?P<m4>(?:{_ENGLISH_MONTH})(?![^\W\d_])\.?){_GAP}(?P<from4>\d{{1,2}})(?:st|nd|rd|th)?
      (?:{_GAP}(?:-|–|to|and){_GAP}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\d.,]?\d)(?:,?{_GAP}(?P<y4>{_YEAR})(?!\d))?
    | (?P<m5>{_MONTH})(?:,|{_S}de)?{_GAP}(?P<y5>{_YEAR})
    )(?![\d])
    """,
    re.VERBOSE,
)
_WEEKDAY_BEFORE = re.compile(rf"\b({'|'.join(WEEKDAYS_BY_NAME)}),?{_GAP}(?:the{_S})?$", re.IGNORECASE)
_WEEKDAY_REACH = 20
# "Décret n° 2031-12" is a number, not a month.
_NUMBERED = re.compile(r"(?:\b[Nn][°ºo]s?\.?|№|\b[Aa]rt(?:icle|\.)?|#)\s*$")
_NUMBERED_REACH = 10
_CLOCK = re.compile(
    rf"T?(?:{_GAP}(?:,|à|at|vers|-|–|\|){_GAP}|{_GAP})?(?P<hour>[01]?\d|2[0-4]){_S}?(?P<mark>[h:H]|heures?){_S}?"
    rf"(?P<minute>[0-5]\d)?(?:{_S}?(?P<half>[apAP])\.?[mM]\b)?(?!\d)"
)
_MONTH_NUMBER = {
    spelling.lower().removesuffix(r"(?=\.)").replace("[ss]", "s").replace("[oo]", "o").replace("[nn]", "n"): number
    for names in (_FRENCH, _ENGLISH, _SHARED)
    for number, spellings in names.items()
    for spelling in spellings.split("|")
}
_CENTURY_TURNS = 69

_NO_SUCH_DAY = Words("ce jour n’existe pas au calendrier", "there is no such day in the calendar")
_WITHOUT_YEAR = Words("l’année n’est pas écrite", "the year is not written")
_AMBIGUOUS = Words(
    "jour et mois peuvent s’échanger\xa0: --dates tranche", "day and month may be swapped: --dates settles it"
)
_BY_WEEKDAY = Words("seule lecture qui tombe ce jour de la semaine", "the only reading that falls on that weekday")
_AS_SAID = Words("ordre donné par --dates", "order given by --dates")
_ONE_READING = Words("une seule lecture est possible", "only one reading is possible")
_FRENCH_ORDER = Words("jour d’abord, comme on l’écrit en français", "day first, as French writes it")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date written in a text.

    Parameters
    ----------
    start, end, text : where it stands, in code points; weekday and hour stand outside
    value : the date, where the text settles it; None without a year, for no such day, or when the order is open
    readings : every date that the figures may stand for; empty without a year or for no such day
    month, day : of the day named, None where not named or open; they serve when the year is not written
    until : last day of a range such as "du 5 au 6 janvier 2022", whose ``value`` is the first; else None
    until_day : that day's number, also without a year
    clock : hour and minute written right after the date, in the place's own time
    weekday_agrees : whether the weekday written before it is that of ``value``; None without weekday or value
    why : why ``value`` is what it is, where that is not plain
    """

    start: int
    end: int
    text: str
    value: PartialDate | None
    readings: tuple[PartialDate, ...]
    month: int | None = None
    day: int | None = None
    until: PartialDate | None = None
    until_day: int | None = None
    clock: tuple[int, int] | None = None
    weekday_agrees: bool | None = None
    why: Words | None = None


def find_dates(text: str, *, language: str | None, order: DateOrder | None = None) -> list[DateMention]:
    """Return the dates written in a text, in the order in which they stand.

    Read: "8 mai 2019", "1er janvier 2022", "January 5, 2022", "5 Jan. 2022", "sept. 2021", "du 5 au 6 janvier
    2022", "2022-01-05", "2022-01", "01/09/2021", "9 juin". A year alone is none of them. Order of a date in figures:
    the one given, else the only possible one, else day first in a French text, else the only one that falls on the
    weekday written before it, else open.

    Parameters
    ----------
    text : any length; time is linear in it
    language : ISO 639-1 code of the text, None where it is not known
    order : as given with ``--dates``

    Examples
    --------
    >>> [mention.value.text for mention in find_dates("Le 1er janvier 2022, puis en mars 2022.", language="fr")]
    ['2022-01-01', '2022-03']
    >>> [found] = find_dates("on 01/09/2021", language="en")
    >>> found.value, [reading.text for reading in found.readings]
    (None, ['2021-09-01', '2021-01-09'])
    >>> [found] = find_dates("jeudi 2 septembre 2021 à 21h08", language="fr")
    >>> found.weekday_agrees, found.clock
    (True, (21, 8))
    """
    mentions = (_mention(match, language, order) for match in _DATE.finditer(text))
    return [_in_context(text, mention) for mention in mentions if mention is not None]


def _mention(match: re.Match[str], language: str | None, order: DateOrder | None) -> DateMention | None:
    if match["iso"]:
        return _iso(match)
    if match["m5"]:
        return _settled(match, _Day(int(match["y5"]), _month(match["m5"]), None))
    if match["m3"]:
        year, month, first, last = match["y3"], match["m3"], match["from3"] or match["d3"], match["d3"]
        return _in_words(match, _Day(int(year) if year else None, _month(month), int(first)), int(last))
    if match["m4"]:
        year, month, first, last = match["y4"], match["m4"], match["from4"], match["d4"] or match["from4"]
        return _in_words(match, _Day(int(year) if year else None, _month(month), int(first)), int(last))
    if match["y1"]:
        return _settled(match, _Day(int(match["y1"]), int(match["m1"]), int(match["d1"])))
    return _in_figures(match, language, order)


def _iso(match: re.Match[str]) -> DateMention | None:
    parts = [int(part) for part in match["iso"].split("-")]
    if len(parts) == 3:
        return _settled(match, _Day(parts[0], parts[1], parts[2]))
    before = match.string[max(0, match.start() - _NUMBERED_REACH) : match.start()]
    return None if _NUMBERED.search(before) else _settled(match, _Day(parts[0], parts[1], None))


@dataclass(frozen=True, slots=True)
class _Day:
    year: int | None
    month: int
    day: int | None

    @property
    def date(self) -> PartialDate | None:
        if self.year is None:
            return None
        try:
            first = dt.date(self.year, self.month, self.day or 1)
        except ValueError:
            return None
        return PartialDate(first.isoformat() if self.day else first.isoformat()[:7])


def _settled(match: re.Match[str], day: _Day) -> DateMention:
    value = day.date
    return DateMention(
        match.start(),
        match.end(),
        match[0],
        value=value,
        readings=() if value is None else (value,),
        month=day.month,
        day=day.day,
        why=_NO_SUCH_DAY if value is None else None,
    )


def _in_words(match: re.Match[str], first: _Day, last: int) -> DateMention | None:
    number = first.day or 0
    if not (1 <= number <= last <= 31):
        return None
    value = first.date
    until = _Day(first.year, first.month, last).date
    why = _WITHOUT_YEAR if first.year is None else None
    if first.year is not None and (value is None or until is None):
        value, until, why = None, None, _NO_SUCH_DAY
    return DateMention(
        match.start(),
        match.end(),
        match[0],
        value=value,
        readings=() if value is None else (value,),
        month=first.month,
        day=number,
        until=until if last != number else None,
        until_day=last if last != number else None,
        why=why,
    )


def _in_figures(match: re.Match[str], language: str | None, order: DateOrder | None) -> DateMention | None:
    possible = _possible(match["a2"], match["b2"], match["c2"])
    readings = tuple(dict.fromkeys(possible.values()))
    if not readings and len(match["c2"]) == 2:
        return None
    value, why = _chosen(possible, readings, language, order)
    month = value.first.month if value else None
    day = value.first.day if value else None
    return DateMention(
        match.start(), match.end(), match[0], value=value, readings=readings, month=month, day=day, why=why
    )


def _possible(first: str, second: str, third: str) -> dict[DateOrder, PartialDate]:
    days: dict[DateOrder, _Day] = {
        "dmy": _Day(_year(third), int(second), int(first)),
        "mdy": _Day(_year(third), int(first), int(second)),
    }
    if len(first) == len(third) == 2:
        days["ymd"] = _Day(_year(first), int(second), int(third))
    return {order: day.date for order, day in days.items() if day.day and day.date is not None}


def _chosen(
    possible: Mapping[DateOrder, PartialDate],
    readings: tuple[PartialDate, ...],
    language: str | None,
    order: DateOrder | None,
) -> tuple[PartialDate | None, Words | None]:
    if not readings:
        return None, _NO_SUCH_DAY
    if order is not None and order in possible:
        return possible[order], _AS_SAID
    if len(readings) == 1:
        return readings[0], _ONE_READING
    if language == "fr" and order is None and "dmy" in possible:
        return possible["dmy"], _FRENCH_ORDER
    return None, _AMBIGUOUS


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= _CENTURY_TURNS else 2000)


def _month(spelling: str) -> int:
    return _MONTH_NUMBER[spelling.rstrip(".").lower()]


def _in_context(text: str, mention: DateMention) -> DateMention:
    mention = replace(mention, clock=_clock(text, mention.end))
    before = _WEEKDAY_BEFORE.search(text[max(0, mention.start - _WEEKDAY_REACH) : mention.start])
    if before is None or not mention.readings or mention.readings[0].precision != "day":
        return mention
    weekday = WEEKDAYS_BY_NAME[before[1].lower()]
    agreeing = [reading for reading in mention.readings if reading.first.weekday() == weekday]
    if mention.value is None and len(agreeing) == 1:
        day = agreeing[0]
        return replace(
            mention, value=day, month=day.first.month, day=day.first.day, weekday_agrees=True, why=_BY_WEEKDAY
        )
    return replace(mention, weekday_agrees=None if mention.value is None else mention.value in agreeing)


def _clock(text: str, end: int) -> tuple[int, int] | None:
    match = _CLOCK.match(text, end)
    if match is None or (match["mark"] == ":" and match["minute"] is None):
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return (hour, int(match["minute"] or 0)) if hour < 24 else None
