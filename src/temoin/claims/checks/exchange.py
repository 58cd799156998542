"""What a currency was worth on which days: the rates that a printed conversion is set against."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from temoin.period import PartialDate
from temoin.quantity import Interval
from temoin.world import MissingRateError, figures, rate
from temoin.world.country_names import countries

_CLOSED_DAYS = 6
BEFORE_PUBLICATION = 31
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Rates of a stretch of days, units of the quote for one of the base: least, most, mean, and that of the last day.

    Parameters
    ----------
    label : the stretch as an ISO date, month or year; two of them with ``/`` between for parts of several dates
    first, last : its days
    low, high, mean, latest : of its daily rates; the mean of a year where no daily rate is known
    daily : whether daily rates are known
    published : the stretch is that before publication
    """

    label: str
    first: dt.date
    last: dt.date
    low: Decimal
    high: Decimal
    mean: Decimal
    latest: Decimal
    daily: bool
    published: bool

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """The date of the label; the first and the last for parts of several dates."""
        return tuple(PartialDate(text) for text in self.label.split("/"))

    @property
    def reach(self) -> Interval:
        """The rates of these days as an interval."""
        return Interval(self.low, self.high, closed=True)


@lru_cache(maxsize=1 << 10)
def quoted(base: str, quote: str, date: PartialDate, *, published: bool = False) -> Quoted | None:
    """Return the rates of a date; of the month that ends on it where it is that of publication; None if unknown.

    Examples
    --------
    >>> april = quoted("USD", "CNY", PartialDate("2019-04"))
    >>> round(april.low, 2), round(april.high, 2), round(april.mean, 2)
    (Decimal('6.69'), Decimal('6.75'), Decimal('6.72'))
    """
    first, last = date.first, date.last
    if published and date.precision == "day":
        first = last - BEFORE_PUBLICATION * _ONE_DAY
    rates = daily_rates(base, quote, first, last)
    if rates:
        values = [value for _, value in rates]
        mean = sum(values, Decimal(0)) / len(values)
        ends = (min(values), max(values), mean, values[-1])
        return Quoted(date.text, first, last, *ends, daily=True, published=published)
    yearly = _yearly(base, quote, last.year)
    if yearly is None:
        return None
    whole = PartialDate(str(last.year))
    ends = (yearly, yearly, yearly, yearly)
    return Quoted(whole.text, whole.first, whole.last, *ends, daily=False, published=published)


def mixed(base: str, quote: str, parts: Sequence[tuple[Decimal, PartialDate]]) -> Quoted | None:
    """Return the rate of a total whose parts are each of their own date; None where one of them has no daily rate.

    Parameters
    ----------
    parts : amount in the quote currency and its date

    Returns
    -------
    rates labelled by the first and the last date, with ``/`` between
    """
    rates = [quoted(base, quote, date) for _, date in parts]
    known = [rate for rate in rates if rate is not None and rate.daily]
    if len(known) < len(parts) or not known:
        return None
    amounts = [amount for amount, _ in parts]
    total = sum(amounts, Decimal(0))

    def at(name: str) -> Decimal:
        worth = (amount / getattr(rate, name) for amount, rate in zip(amounts, known, strict=True))
        return Decimal(total / sum(worth, Decimal(0)))

    dates = sorted((date for _, date in parts), key=lambda date: date.first)
    ends = (at("low"), at("high"), at("mean"), at("latest"))
    label = dates[0].text if dates[0] == dates[-1] else f"{dates[0].text}/{dates[-1].text}"
    first, last = min(rate.first for rate in known), max(rate.last for rate in known)
    return Quoted(label, first, last, *ends, daily=True, published=False)


@lru_cache(maxsize=1 << 8)
def daily_rates(base: str, quote: str, first: dt.date, last: dt.date) -> tuple[tuple[dt.date, Decimal], ...]:
    """Return the rate of each working day from the first to the last, both included; empty where one is unknown."""
    found = []
    for day in _working_days(first, last):
        value = _on(base, quote, day)
        if value is None:
            return ()
        found.append((day, value))
    return tuple(found)


def _working_days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    days = [first + rank * _ONE_DAY for rank in range((last - first).days + 1)]
    working = [day for day in days if day.weekday() < 5]
    yield from working or days[:1]


@lru_cache(maxsize=1 << 14)
def _on(base: str, quote: str, day: dt.date) -> Decimal | None:
    try:
        return rate(base, quote, day, within_days=_CLOSED_DAYS).value
    except MissingRateError:
        return None


def _yearly(base: str, quote: str, year: int) -> Decimal | None:
    over, under = _per_dollar(quote, year), _per_dollar(base, year)
    return over / under if over and under else None


def _per_dollar(code: str, year: int) -> Decimal | None:
    if code == "USD":
        return Decimal(1)
    return _averages().get((code, year)) or _mean_of_year("USD", code, year)


def _mean_of_year(base: str, quote: str, year: int) -> Decimal | None:
    rates = daily_rates(base, quote, dt.date(year, 1, 1), dt.date(year, 12, 31))
    return sum((value for _, value in rates), Decimal(0)) / len(rates) if rates else None


@cache
def _averages() -> dict[tuple[str, int], Decimal]:
    return {
        (one.unit.partition("/")[0], one.year): one.value
        for each in countries()
        for one in figures(each.iso2)
        if one.indicator == "lcu_per_usd"
    }
