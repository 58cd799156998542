"""The days that a text names, with the year that its own dates or its publication give to those without one.

A date without a year takes the year of the text's full dates where one of them lies within a month of it; else the
year of publication, when that puts it within half a year, or the year beside it when within two months ("18
décembre", read in January). "De cette année" is the year of publication. Otherwise, and without a date of
publication, it keeps no value, and the reason says why. Relative days ("hier", "août dernier") count from the
publication and need its day or month.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from temoin.documents.dates import WEEKDAYS_BY_NAME, DateMention, find_dates
from temoin.evidence import Qualifier
from temoin.evidence.source import DateOrder
from temoin.period import PartialDate
from temoin.words import Words

_MONTHS = {
    name: rank
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "january february march april may june july august september october november december",
    )
    for rank, name in enumerate(names.split(), 1)
}
_WEEKDAY = "|".join(WEEKDAYS_BY_NAME)
_FR_MONTH = "|".join(list(_MONTHS)[:12])
_EN_MONTH = "|".join(name.capitalize() for name in list(_MONTHS)[12:])
_RELATIVE = re.compile(
    rf"\b(?=[acdefhijlmnostvwy])(?:(?P<today>aujourd['’]hui|today)|(?P<before_yesterday>avant-hier)|"
    rf"(?P<yesterday>hier\b|yesterday)|(?P<tomorrow>demain|tomorrow)"
    rf"|(?P<last_week>la semaine dernière|last week)|(?P<last_month>le mois dernier|last month)"
    rf"|(?P<last_year>l['’]an(?:née)? (?:dernier|dernière|passée?)|last year)"
    rf"|(?P<in_a_week>dans une semaine|in a week(?! or))"
    rf"|(?P<month_fr>{_FR_MONTH}) dernier|[Ll]ast (?P<month_en>{_EN_MONTH})\b"
    rf"|(?P<this_day>(?:ce|this) (?P<this>{_WEEKDAY}))\b(?! (?:\d|1er))|(?P<past_fr>{_WEEKDAY}) dernier|"
    rf"last (?P<past_en>{_WEEKDAY})\b"
    rf"|(?P<next_fr>{_WEEKDAY}) prochain|next (?P<next_en>{_WEEKDAY})\b"
    rf"|(?:en|fin|début|mi-|depuis) ?(?P<bare_fr>{_FR_MONTH})\b(?! (?:dernier|\d))"
    rf"|(?:in|late|early|since|mid-) ?(?P<bare_en>{_EN_MONTH})\b(?! \d))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w.,/$€£-])(?:19|20)\d\d(?![\w/]|[.,-]\d|[ \u00a0\u202f]?[%$€£|])")
_YEARS = re.compile(r"(?<![\w.,/-])((?:19|20)\d\d)[ \u00a0]?[-–][ \u00a0]?((?:19|20)\d\d)(?![\w/-]|[.,]\d)")
_YEAR_WORD = re.compile(r"\b(?:en|in|de|of|since|depuis|année|year|by|d['’]ici|fin|début)[ \u00a0]$", re.IGNORECASE)
_THIS_YEAR = re.compile(r"[ \u00a0](?:de cette année|of this year|this year|cette année)")
_HALF_YEAR, _TWO_MONTHS, _ONE_MONTH = dt.timedelta(days=184), dt.timedelta(days=62), dt.timedelta(days=31)
_ONE_DAY = dt.timedelta(days=1)

_NO_PUBLICATION = Words(
    "sans date de publication, ce jour reste ouvert : --published D",
    "without a date of publication this day stays open: --published D",
)
_TWO_YEARS = Words("deux années conviennent", "two years fit")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year that a text names.

    Parameters
    ----------
    start, end : where it stands
    value : None where it stays open, or is a range
    low, high : the first and last day it may be; None where nothing bounds it
    qualifier : ``exact``, ``about`` or ``range``
    reason : why it stays open, or how it was settled where that is not plain
    """

    start: int
    end: int
    value: PartialDate | None
    low: dt.date | None
    high: dt.date | None
    qualifier: Qualifier = "exact"
    reason: Words | None = None


class _Anchors:
    def __init__(self, full: set[dt.date]) -> None:
        self._full = sorted(full)
        self._years = sorted({day.year + shift for day in full for shift in (-1, 0, 1)})

    def beside(self, month: int, day: int) -> list[dt.date]:
        return [found for year in self._years if (found := _date(year, month, day)) and self._is_beside(found)]

    def _is_beside(self, found: dt.date) -> bool:
        rank = bisect_left(self._full, found)
        return any(abs(anchor - found) <= _ONE_MONTH for anchor in self._full[max(rank - 1, 0) : rank + 1])


def find_days(
    text: str,
    *,
    language: str | None,
    order: DateOrder | None = None,
    published: PartialDate | None = None,
    is_count: Callable[[int], bool] = lambda _: False,
) -> list[Day]:
    """Return the days, months and years that a text names, in order, none inside another.

    Parameters
    ----------
    is_count : position after four digits to whether they count something there ("2000 personnes") and are no year

    Examples
    --------
    >>> found = find_days("Le 9 juin et en août dernier", language="fr", published=PartialDate("2019-09-08"))
    >>> [day.value.text for day in found]
    ['2019-06-09', '2019-08']
    """
    mentions = find_dates(text, language=language, order=order)
    anchors = _Anchors(
        {mention.value.first for mention in mentions if mention.value and mention.value.precision == "day"}
    )
    days = [_of_mention(text, mention, anchors, published) for mention in mentions]
    days += _relative_days(text, published)
    days += [
        Day(match.start(), match.end(), None, dt.date(int(match[1]), 1, 1), dt.date(int(match[2]), 12, 31), "range")
        for match in _YEARS.finditer(text)
        if int(match[1]) < int(match[2])
    ]
    days += [
        _whole(match.start(), match.end(), PartialDate(match[0]))
        for match in _YEAR.finditer(text)
        if _YEAR_WORD.search(text[max(0, match.start() - 8) : match.start()]) or not is_count(match.end())
    ]
    return _apart(days)


def _apart(days: list[Day]) -> list[Day]:
    kept: list[Day] = []
    for day in sorted(days, key=lambda day: (day.start, -day.end)):
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return kept


def _whole(start: int, end: int, value: PartialDate, reason: Words | None = None) -> Day:
    return Day(start, end, value, value.first, value.last, reason=reason)


def _of_mention(text: str, mention: DateMention, anchors: _Anchors, published: PartialDate | None) -> Day:
    start, end = mention.start, mention.end
    if mention.value and mention.until:
        return Day(start, end, None, mention.value.first, mention.until.last, "range")
    if mention.value:
        return _whole(start, end, mention.value, mention.why)
    if mention.readings or mention.month is None or mention.day is None:
        firsts = [reading.first for reading in mention.readings]
        return Day(start, end, None, min(firsts, default=None), max(firsts, default=None), reason=mention.why)
    this_year = _THIS_YEAR.match(text, end) is not None
    found, reason = _with_year(mention.month, mention.day, anchors, published, this_year=this_year)
    if len(found) != 1:
        return Day(start, end, None, min(found, default=None), max(found, default=None), reason=reason)
    if mention.until_day:
        return Day(start, end, None, found[0], found[0] + (mention.until_day - mention.day) * _ONE_DAY, "range", reason)
    return _whole(start, end, PartialDate(found[0].isoformat()), reason)


def _with_year(
    month: int, day: int, anchors: _Anchors, published: PartialDate | None, *, this_year: bool
) -> tuple[list[dt.date], Words | None]:
    near = anchors.beside(month, day)
    if len(near) == 1:
        return near, None
    if published is None:
        return [], _NO_PUBLICATION
    base = published.first
    possible = _around(base.year, month, day)
    same = [found for found in possible if found.year == base.year]
    if this_year or (same and abs(same[0] - base) <= _HALF_YEAR):
        return same, None
    beside = [found for found in possible if abs(found - base) <= _TWO_MONTHS]
    if beside:
        return beside, None
    return [found for found in possible if abs(found - base) <= 2 * _HALF_YEAR], _TWO_YEARS


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _around(year: int, month: int, day: int) -> list[dt.date]:
    return [found for shift in (-1, 0, 1) if (found := _date(year + shift, month, day))]


def _relative_days(text: str, published: PartialDate | None) -> Iterator[Day]:
    for match in _RELATIVE.finditer(text):
        if published is None:
            yield Day(match.start(), match.end(), None, None, None, reason=_NO_PUBLICATION)
        elif value := _relative_value(match, published):
            yield _whole(match.start(), match.end(), value)


def _relative_value(match: re.Match[str], published: PartialDate) -> PartialDate | None:
    groups = match.groupdict()
    base = published.first
    if name := groups["month_fr"] or groups["month_en"] or groups["bare_fr"] or groups["bare_en"]:
        return _month_before(_MONTHS[name.lower()], base)
    return _before(groups, published)


def _before(groups: dict[str, str | None], published: PartialDate) -> PartialDate | None:
    base = published.first
    if groups["last_year"]:
        return PartialDate(f"{base.year - 1:04d}")
    if groups["last_month"]:
        return PartialDate((base.replace(day=1) - _ONE_DAY).isoformat()[:7])
    if published.precision != "day":
        return None
    if groups["last_week"]:
        year, week, _ = (base - 7 * _ONE_DAY).isocalendar()
        return PartialDate(f"{year:04d}-W{week:02d}")
    days = _shift_of(groups, base)
    return None if days is None else PartialDate((base + days * _ONE_DAY).isoformat())


def _shift_of(groups: dict[str, str | None], base: dt.date) -> int | None:
    for name, shift in (("today", 0), ("yesterday", -1), ("before_yesterday", -2), ("tomorrow", 1), ("in_a_week", 7)):
        if groups[name]:
            return shift
    if this := groups["this"]:
        return (WEEKDAYS_BY_NAME[this.lower()] - base.weekday() + 3) % 7 - 3
    if past := groups["past_fr"] or groups["past_en"]:
        return (WEEKDAYS_BY_NAME[past.lower()] - base.weekday()) % 7 - 7
    if coming := groups["next_fr"] or groups["next_en"]:
        return (WEEKDAYS_BY_NAME[coming.lower()] - base.weekday() - 1) % 7 + 1
    return None


def _month_before(month: int, base: dt.date) -> PartialDate:
    year = base.year if month <= base.month else base.year - 1
    return PartialDate(f"{year:04d}-{month:02d}")
