"""A date written in a text, and what its figures may stand for."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from temoin.evidence.source import DateOrder
from temoin.period import PartialDate
from temoin.words import Words

_CENTURY_TURNS = 69
_FIGURES = re.compile(r"\d+")

NO_SUCH_DAY = Words("ce jour n’existe pas au calendrier", "there is no such day in the calendar")
_WITHOUT_YEAR = Words("l’année n’est pas écrite", "the year is not written")
_AMBIGUOUS = Words(
    "jour et mois peuvent s’échanger\xa0: --dates tranche", "day and month may be swapped: --dates settles it"
)
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


@lru_cache(maxsize=1 << 12)
def partial_date(year: int | None, month: int, day: int | None) -> PartialDate | None:
    """Return a day, or a month where no day is given; None without a year or where the calendar has no such day.

    Examples
    --------
    >>> partial_date(2022, 2, None), partial_date(2022, 2, 30)
    (PartialDate(text='2022-02'), None)
    """
    if year is None:
        return None
    try:
        first = dt.date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(first.isoformat() if day is not None else first.isoformat()[:7])


def settled(text: str, span: tuple[int, int], parts: tuple[int | None, int, int | None]) -> DateMention:
    """Return the mention of a date whose year, month and day are each as written."""
    value = partial_date(*parts)
    gone = value is None and parts[0] is not None
    return DateMention(
        *span,
        text[span[0] : span[1]],
        value,
        () if value is None else (value,),
        parts[1],
        parts[2],
        why=NO_SUCH_DAY if gone else None if value else _WITHOUT_YEAR,
    )


def in_words(
    text: str, span: tuple[int, int], parts: tuple[int | None, int], days: tuple[bytes | None, bytes]
) -> DateMention | None:
    """Return the mention of a day, or of two days of one month, whose month is a word; None for no number of a day."""
    first, last = _number(days[0] or days[1]), _number(days[1])
    if not 1 <= first <= last <= 31:
        if days[0] is None or not 1 <= last <= 31:
            return None
        return in_words(text, (text.index(days[1].decode(), span[0] + len(days[0])), span[1]), parts, (None, days[1]))
    year, month = parts
    value, until = partial_date(year, month, first), partial_date(year, month, last)
    why = _WITHOUT_YEAR if year is None else None
    if year is not None and (value is None or until is None):
        value, until, why = None, None, NO_SUCH_DAY
    several = last != first
    return DateMention(
        *span,
        text[span[0] : span[1]],
        value,
        () if value is None else (value,),
        month,
        first,
        until if several else None,
        last if several else None,
        why=why,
    )


def _number(day: bytes) -> int:
    return int(day) if day.isdigit() else 1


def in_figures(
    text: str,
    span: tuple[int, int],
    parts: tuple[bytes, bytes, bytes],
    language: str | None,
    order: DateOrder | None,
) -> DateMention | None:
    """Return the mention of a date in figures with the year last, in the order that is said or known, or open."""
    first, second, third = (part.decode() for part in parts)
    possible = _possible(first, second, third)
    readings = tuple(dict.fromkeys(possible.values()))
    if not readings and len(third) == 2:
        return None
    value, why = _chosen(possible, readings, language, order)
    month = value.first.month if value else None
    day = value.first.day if value else None
    return DateMention(*span, text[span[0] : span[1]], value, readings, month, day, why=why)


def usual_order(mention: DateMention) -> DateOrder | None:
    """Return which order a date in figures of one value is written in; None where both would give it, or in words.

    Examples
    --------
    >>> from temoin.documents.dates import find_dates
    >>> usual_order(find_dates("25/12/2021", language="en")[0])
    'dmy'
    """
    parts = [int(part) for part in _FIGURES.findall(mention.text)]
    if mention.value is None or len(parts) != 3 or parts[0] > 31:
        return None
    day = mention.value.first
    if day.day == day.month:
        return None
    return "dmy" if parts[:2] == [day.day, day.month] else "mdy" if parts[:2] == [day.month, day.day] else None


def _possible(first: str, second: str, third: str) -> dict[DateOrder, PartialDate]:
    days: dict[DateOrder, tuple[int, int, int]] = {
        "dmy": (_year(third), int(second), int(first)),
        "mdy": (_year(third), int(first), int(second)),
    }
    if len(first) == len(third) == 2:
        days["ymd"] = (_year(first), int(second), int(third))
    return {order: found for order, day in days.items() if day[2] and (found := partial_date(*day)) is not None}


def _chosen(
    possible: Mapping[DateOrder, PartialDate],
    readings: tuple[PartialDate, ...],
    language: str | None,
    order: DateOrder | None,
) -> tuple[PartialDate | None, Words | None]:
    if not readings:
        return None, NO_SUCH_DAY
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
