"""A day, month, year or stretch of days that a text names."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from temoin.evidence import Qualifier
from temoin.period import PartialDate
from temoin.words import Words

ONE_DAY = dt.timedelta(days=1)


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


def whole(start: int, end: int, value: PartialDate, reason: Words | None = None) -> Day:
    """Return a day, month or year that a text names, with all its days.

    Examples
    --------
    >>> whole(0, 9, PartialDate("2022-02")).high
    datetime.date(2022, 2, 28)
    """
    return Day(start, end, value, *bounds_of(value), reason=reason)


@lru_cache(maxsize=1 << 12)
def bounds_of(value: PartialDate) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a date may be; few dates make up all those that texts name."""
    return value.first, value.last


@lru_cache(maxsize=1 << 12)
def dated(text: str) -> PartialDate:
    """Return the date that a text in ISO form says; few dates make up all those that texts name."""
    return PartialDate(text)


@lru_cache(maxsize=1 << 10)
def year_named(year: int) -> PartialDate:
    """Return a year as a date."""
    return PartialDate(f"{year:04d}")


def stretch(start: int, end: int, low: dt.date, high: dt.date, reason: Words | None = None) -> Day:
    """Return a stretch from a first to a last day, both inside, that no single date names."""
    return Day(start, end, None, low, high, "range", reason)


def month_of(year: int, month: int) -> PartialDate:
    """Return a month, counted on over the turns of years: month 0 is December of the year before.

    Examples
    --------
    >>> month_of(2022, 0).text, month_of(2021, 14).text
    ('2021-12', '2022-02')
    """
    years, rest = divmod(month - 1, 12)
    return dated(f"{year + years:04d}-{rest + 1:02d}")


def shifted(base: dt.date, days: int) -> dt.date | None:
    """Return the day so many days later, or None where the calendar ends before."""
    try:
        return base + days * ONE_DAY
    except OverflowError:
        return None
