"""The days that a text names: dates, months, years and eras, relative days and ranges, each with the year that holds.

"Début", "mi-" and "fin" keep the month or year as value and narrow its bounds. Two days joined as "du ... au ...",
"de ... à ...", "entre ... et ...", "from ... to ..." or by a hyphen are one range; the first takes month and year
from the second.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from temoin.claims.times import eras, relative
from temoin.claims.times.day import ONE_DAY, Day, stretch, whole
from temoin.claims.times.joined import Open, join
from temoin.claims.times.marks import Marked, mark
from temoin.claims.times.relative import NO_PUBLICATION, Around, read_relative
from temoin.claims.times.yearless import Years
from temoin.documents.calendar_words import MONTHS, WEEKDAYS, Place
from temoin.documents.date_mention import NO_SUCH_DAY
from temoin.documents.dates import DateMention, find_dates
from temoin.evidence.source import DateOrder
from temoin.period import PartialDate
from temoin.words import Words

__all__ = ["Day", "find_days"]

_WEEKDAY_BEFORE = re.compile(rb"\b(?P<day>" + b"|".join(WEEKDAYS) + rb"),?[ \n]{1,2}\(?(?:the |le )?$")
_THIS_BEFORE = re.compile(rb"\b(?:ce|this) $")
_SURELY_MONTH = frozenset(MONTHS) - frozenset(b"mars mai may march mar juin june avril april sept sep jan dec".split())
_MONTH_LEADS = re.compile(
    rb"(?:\b(?:en|de|d'|du mois de|mois d'|depuis|des|courant|in|since|of|by|during|until|between|and|et|a|to|from|"
    rb"entre|"
    rb"jusqu'en|jusqu'a|d'ici|fin|debut|early|late|last|next|this|pour|avant|apres|before|after|ce|cet|puis|ou|"
    rb"or)[ \n]?|"
    rb"\bmi[- ]|\bmid-?)$"
)
_MONTH_BEHIND = re.compile(rb" ?(?:-|/|,|et|a|au|to|and) ?(?:" + b"|".join(sorted(MONTHS, key=len)[::-1]) + rb")\b")
_BARE_NUMBER = re.compile(
    rb"[0-9](?<![\w.,/-].)[0-9]?(?:er)?(?= (?:au (?:soir|matin|petit)|dans l[ae] (?:soir|mati|nuit|jour)|en (?:fin|"
    rb"debut) de|"
    rb"a [0-9]{1,2} ?(?:h|:[0-9])|vers [0-9]{1,2} ?(?:h|:[0-9])|a m[i][nd]|et le [0-9]{1,2} ))"
)
_BARE_BEFORE = re.compile(rb"\b(?:le|du|au|(?P<weekday>" + b"|".join(WEEKDAYS) + rb")) $")
_AFTER_WEEKDAY = re.compile(rb" (?P<day>[0-3]?[0-9])(?:er)?(?![0-9]|[.,:/-][0-9]| ?[h%]| (?!et |ou |au |a )[a-z0-9])")
_SHORT_FIGURES = re.compile(rb"(?P<first>[0-9](?<![\w.,/-].)[0-9]?)/(?P<second>[0-9]{1,2})(?![\w/]|[.,-][0-9]|%)")
_SHORT_BEFORE = re.compile(
    rb"(?:\b(?:le|du|au|ce|on)|(?P<weekday>" + b"|".join(WEEKDAYS) + rb"),?|[0-9]/[0-9]{1,2},| et) $"
)
_NEAR, _FORTNIGHT = 1500, 16 * ONE_DAY
_FROM_BESIDE = Words("mois et année du jour nommé avant", "month and year of the day named before")


def find_days(
    text: str,
    *,
    language: str | None,
    order: DateOrder | None = None,
    published: PartialDate | None = None,
    is_count: Callable[[int], bool] = lambda _: False,
    marked: Marked | None = None,
) -> list[Day]:
    """Return the days, months and years that a text names, in order, none inside another.

    Parameters
    ----------
    text : any length; time is linear in it
    language, order : of dates in figures, as for :func:`temoin.documents.dates.find_dates`
    published : base of relative days and of days without a year
    is_count : position after four digits to whether they count something there ("2000 personnes") and are no year
    marked : the text as :func:`temoin.claims.times.marks.mark` gives it, where that is at hand

    Examples
    --------
    >>> found = find_days("Le 9 juin et en août dernier", language="fr", published=PartialDate("2019-09-08"))
    >>> [day.value.text for day in found]
    ['2019-06-09', '2019-08']
    """
    marked = mark(text) if marked is None else marked
    folded = marked.folded
    mentions = find_dates(text, language=language, order=order, months_alone=True, marked=marked)
    years = Years(folded, mentions, published)
    named = [day for mention in mentions if (day := _named(text, folded, mention, years))]
    named += eras.find_years(text, marked, is_count)
    named += _in_short_figures(marked, years, "dmy" if language == "fr" and order is None else order)
    read = _Reader(text, folded, published)
    return join(folded, read.in_order(named, marked))


def _named(text: str, folded: bytes, mention: DateMention, years: Years) -> Open | Day | None:
    if mention.readings or mention.month is None:
        return _of_mention(folded, mention)
    if mention.day is None:
        return _month_alone(text, folded, mention, years)
    if mention.why is NO_SUCH_DAY:
        return Day(mention.start, mention.end, None, None, None, reason=mention.why)
    behind = years.words_behind(mention.end)
    end = behind.end() if behind else mention.end
    start = _with_weekday(folded, mention.start)
    found, reason = years.of_day(mention.month, mention.day, (mention.start, mention.end), behind)
    if len(found) > 1 and start < mention.start:
        found = _on_weekday(folded, start, mention.start, found)
    length = (mention.until_day or mention.day) - mention.day
    return Open(start, end, mention.month, mention.day, length, found, reason)


def _in_short_figures(marked: Marked, years: Years, order: DateOrder | None) -> Iterator[Open]:
    folded = marked.folded
    for match in (one for place in marked.starts("figures") if (one := _SHORT_FIGURES.match(folded, place))):
        first, second = int(match["first"]), int(match["second"])
        lead = _SHORT_BEFORE.search(folded, max(0, match.start() - 14), match.start())
        # "le 3/4" may be a share: both in two digits, or a weekday before.
        if lead is None or not (lead["weekday"] or len(match["first"]) == len(match["second"]) == 2):
            continue
        day, month = (second, first) if order == "mdy" or (order is None and second > 12) else (first, second)
        if not 1 <= day <= 31 or not 1 <= month <= 12 or (order is None and first <= 12 and second <= 12):
            continue
        found, reason = years.of_day(month, day, match.span(), None)
        yield Open(_with_weekday(folded, match.start()), match.end(), month, day, 0, found, reason)


def _of_mention(folded: bytes, mention: DateMention) -> Day:
    start, end = _with_weekday(folded, mention.start), mention.end
    if mention.value and mention.until:
        return stretch(start, end, mention.value.first, mention.until.last)
    if mention.value:
        return whole(start, end, mention.value, mention.why)
    firsts = [reading.first for reading in mention.readings]
    return Day(start, end, None, min(firsts, default=None), max(firsts, default=None), reason=mention.why)


def _with_weekday(folded: bytes, start: int) -> int:
    before = _WEEKDAY_BEFORE.search(folded, max(0, start - 16), start)
    if before is None:
        return start
    this = _THIS_BEFORE.search(folded, max(0, before.start() - 5), before.start())
    return this.start() if this else before.start()


def _on_weekday(folded: bytes, start: int, end: int, found: list[dt.date]) -> list[dt.date]:
    weekday = next(number for name, number in WEEKDAYS.items() if name in folded[start:end])
    return [day for day in found if day.weekday() == weekday] or found


def _month_alone(text: str, folded: bytes, mention: DateMention, years: Years) -> Open | None:
    assert mention.month is not None
    start, end = mention.start, mention.end
    before, behind = years.words_before(start), years.words_behind(end)
    word = folded[start:end].rstrip(b".")
    if word == b"mars" and text[start].isupper() and not text[start:end].isupper():
        return None
    leads = (
        before
        or behind
        or word in _SURELY_MONTH
        or _MONTH_BEHIND.match(folded, end)
        or _MONTH_LEADS.search(folded, max(0, start - 12), start)
    )
    if not leads:
        return None
    found, reason = years.of_month(mention.month, (start, end), (behind, before))
    span = (before.start() if before else start, behind.end() if behind else end)
    return Open(*span, mention.month, None, 0, [one.first for one in found], reason)


class _Reader:
    def __init__(self, text: str, folded: bytes, published: PartialDate | None) -> None:
        self._text, self._folded, self._published = text, folded, published
        self._last: Day | None = None

    def in_order(self, named: Sequence[Open | Day], marked: Marked) -> list[Open | Day]:
        """Read relative days and eras between what is named, each once, in order of place."""
        kept: list[Open | Day] = []
        named = sorted(named, key=lambda day: (day.start, -day.end))
        places: list[tuple[int, int, Place | re.Match[bytes] | Open | Day]] = [(day.start, 0, day) for day in named]
        places += [(place[0], 1, place) for place in marked.words if place[2] not in MONTHS]
        bare = (_BARE_NUMBER.match(self._folded, place) for place in marked.starts("bare"))
        places += [(match.start(), 2, match) for match in bare if match]
        places.sort(key=_in_text)
        begins = [day.start for day in named]
        for start, rank, found in places:
            end = kept[-1].end if kept else 0
            if start < end:
                continue
            day = found if isinstance(found, Open | Day) else self._read(found)
            if day is None or day.start < end or (rank and self._cuts(day, named, begins)):
                continue
            kept.append(day)
            self._remember(day)
        return kept

    def _cuts(self, day: Day | Open, named: Sequence[Open | Day], begins: Sequence[int]) -> bool:
        rank = bisect_left(begins, day.start)
        return rank < len(named) and named[rank].start < day.end < named[rank].end

    def _remember(self, day: Open | Day) -> None:
        settled = day.settled() if isinstance(day, Open) else day
        is_day = settled.qualifier == "range" if settled.value is None else settled.value.precision == "day"
        if settled.low is not None and is_day:
            self._last = settled

    def _read(self, found: Place | re.Match[bytes]) -> Day | None:
        start = found[0] if isinstance(found, tuple) else found.start()
        last = self._last if self._last and start - self._last.end <= _NEAR else None
        if not isinstance(found, tuple):
            return self._bare_number(found, last)
        if found[2] in WEEKDAYS and (numbered := _AFTER_WEEKDAY.match(self._folded, found[1])):
            return self._weekday_and_number(found, numbered)
        if found[2] in eras.WORDS and (era := eras.read_era(self._folded, found, self._published)):
            return era
        if found[2] not in relative.WORDS:
            return None
        day = last.high if last and last.value else None
        return read_relative(Around(self._text, self._folded, found, self._published, day))

    def _bare_number(self, match: re.Match[bytes], last: Day | None) -> Day | None:
        before = _BARE_BEFORE.search(self._folded, max(0, match.start() - 12), match.start())
        number = int(match[0].rstrip(b"er"))
        if before is None or not 1 <= number <= 31:
            return None
        start = before.start() if before["weekday"] else match.start()
        if last is None or last.low is None:
            return None
        near = [day for day in _same_number(last.low, number) if abs(day - last.low) <= _FORTNIGHT]
        near = near or [day for day in _same_number(last.low, number) if day.month == last.low.month]
        return whole(start, match.end(), PartialDate(near[0].isoformat()), _FROM_BESIDE) if near else None

    def _weekday_and_number(self, place: Place, numbered: re.Match[bytes]) -> Day | None:
        number, span = int(numbered["day"]), (place[0], numbered.end())
        if not 1 <= number <= 31:
            return None
        if self._published is None or self._published.precision != "day":
            return Day(*span, None, None, None, reason=NO_PUBLICATION)
        base = self._published.first
        agreeing = [day for day in _same_number(base, number) if day.weekday() == WEEKDAYS[place[2]]]
        if len(agreeing) != 1:
            return Day(*span, None, None, None, reason=NO_PUBLICATION)
        return whole(*span, PartialDate(agreeing[0].isoformat()))


def _in_text(place: tuple[int, int, object]) -> tuple[int, int]:
    return place[:2]


def _same_number(base: dt.date, number: int) -> list[dt.date]:
    return list(_days_numbered(base, number))


def _days_numbered(base: dt.date, number: int) -> Iterator[dt.date]:
    for shift in (-1, 0, 1):
        years, month = divmod(base.month - 1 + shift, 12)
        try:
            yield dt.date(base.year + years, month + 1, number)
        except ValueError:
            continue
