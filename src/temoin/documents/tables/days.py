"""Dates in cells: serial numbers, ISO, figures in an order that the column settles, months in words."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from temoin.documents.dates import find_dates
from temoin.documents.tables.grid import Value
from temoin.errors import InputError
from temoin.evidence.source import DateOrder
from temoin.period import PartialDate, iso, parse_time
from temoin.words import Words

_FIGURES = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[ T,]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_MONTH_FIGURES = re.compile(r"(\d{1,2})[/\-](\d{4})")
_STAMP = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})")
_COMPACT = re.compile(r"^((?:19|20)\d\d)(\d{2})(\d{2})$")
_DAY_AND_SHORT_MONTH = re.compile(r"(\d{1,2})[-/ .]([^\W\d_]{3,9})\.?[-/ ](\d{2})", re.UNICODE)
_SHORT_MONTH = re.compile(r"([^\W\d_]{3,9})\.?[-/ ](\d{2})", re.UNICODE)
_WEEK = re.compile(
    r"(?:(?:s(?=\d\d|[3-9])|w|kw|sem\.?|semaine|week)\s?(?P<week>\d{1,2})[ ,/-]*\(?(?P<year>(?:19|20)\d\d)\)?"
    r"|(?P<first>(?:19|20)\d\d)[ /-]?(?:s(?=\d\d|[3-9])|w|sem\.?|semaine|week)\s?(?P<then>\d{1,2}))",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_YEARS = range(1900, 2101)
_EPOCH = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}  # noqa: DTZ001 - serials have no zone
_CENTURY_TURNS = 69


@dataclass(frozen=True, slots=True)
class DayHabit:
    """How a column writes its dates in figures: the order, None where nothing shows it; a cell that stays open."""

    order: DateOrder | None
    open_cell: str | None = None

    @classmethod
    def of(cls, texts: Iterable[str], said: str | None = None) -> "DayHabit":
        """Return what the dates of a column show of their order.

        Examples
        --------
        >>> DayHabit.of(["03/04/2031", "21/04/2031"]).order
        'dmy'
        >>> DayHabit.of(["03/04/2031"])
        DayHabit(order=None, open_cell='03/04/2031')
        """
        if said in {"dmy", "mdy"}:
            return cls("dmy" if said == "dmy" else "mdy")
        shown: set[DateOrder] = set()
        open_cell: str | None = None
        for text in texts:
            if match := _FIGURES.fullmatch(text.strip()):
                first, second = int(match[1]), int(match[2])
                if first > 12 >= second:
                    shown.add("dmy")
                elif second > 12 >= first:
                    shown.add("mdy")
                elif first != second:
                    open_cell = open_cell or text.strip()
        if len(shown) == 1:
            return cls(shown.pop())
        return cls(None, open_cell)


def day_of(
    value: Value, order: DateOrder | None = None, *, zone: str | None = None, since_1904: bool = False
) -> str | None:
    """Return the date that a cell says, as an ISO date or the beginning of one; with a time, a UTC moment.

    Parameters
    ----------
    order : of day and month in figures, from ``DayHabit``
    zone : of a time that says none
    since_1904 : serial numbers count from 1904

    Returns
    -------
    None where the cell says no date, or where only its column could settle it

    Raises
    ------
    InputError : a time of day without a zone

    Examples
    --------
    >>> day_of(44927.0), day_of("21/04/2031", "dmy"), day_of("avril 2031"), day_of("2031"), day_of("03/04/2031")
    ('2023-01-01', '2031-04-21', '2031-04', '2031', None)
    >>> day_of("12-mars-31"), day_of("20310312"), day_of("S10 2031")
    ('2031-03-12', '2031-03-12', '2031-W10')
    >>> day_of("5 janv. 2031"), day_of("janv-31"), day_of("2031-01-05T10:30Z")
    ('2031-01-05', '2031-01', '2031-01-05T10:30:00Z')
    """
    if isinstance(value, dt.datetime):
        return _moment(value, zone)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool | dt.time) or value is None:
        return None
    if not isinstance(value, str):
        return _from_number(float(value), since_1904=since_1904, zone=zone)
    text = value.strip()
    if not 4 <= len(text) <= 40:
        return None
    return _from_text(text, order, zone, since_1904=since_1904)


def needs_zone(value: Value) -> bool:
    """Return whether a cell says a time of day that stands for a moment in some zone, and does not say which.

    Examples
    --------
    >>> needs_zone("2031-01-05 10:30"), needs_zone("2031-01-05T10:30Z"), needs_zone("2031-01-05")
    (True, False, False)
    """
    try:
        day_of(value, "dmy")
    except InputError:
        return True
    return False


def day_or_moment(value: Value, order: DateOrder | None, zone: str | None, *, since_1904: bool = False) -> str | None:
    """Return the date or the moment that a cell says; the day as written of a time that no zone makes a moment.

    Examples
    --------
    >>> day_or_moment("05/01/2031 10:30", "dmy", None), day_or_moment("05/01/2031 10:30", "dmy", "Africa/Dakar")
    ('2031-01-05', '2031-01-05T10:30:00Z')
    """
    try:
        return day_of(value, order, zone=zone, since_1904=since_1904)
    except InputError:
        day = day_of(value, order, zone="UTC", since_1904=since_1904)
        return day[:10] if day else None


def _from_number(number: float, *, since_1904: bool, zone: str | None) -> str | None:
    if number.is_integer() and int(number) in _YEARS:
        return str(int(number))
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        seconds = round(number * 86_400)
        return _moment(_EPOCH[since_1904] + dt.timedelta(seconds=seconds), zone)
    return None


@lru_cache(maxsize=1 << 16)
def _from_text(text: str, order: DateOrder | None, zone: str | None, *, since_1904: bool) -> str | None:
    try:
        return _written(text, order, zone, since_1904=since_1904)
    except ValueError:
        return None


def _written(text: str, order: DateOrder | None, zone: str | None, *, since_1904: bool) -> str | None:
    if match := _FIGURES.fullmatch(text):
        return _in_figures(match, order, zone)
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        return _with_clock(dt.date(year, month, day), match.groups()[3:], zone)
    if match := _MONTH_FIGURES.fullmatch(text):
        return _month(int(match[2]), int(match[1]))
    if (match := _STAMP.fullmatch(text)) and int(match[1]) in _YEARS:
        return iso(dt.datetime(*(int(part) for part in match.groups()), tzinfo=dt.UTC))  # type: ignore[arg-type,misc]
    if _SERIAL.fullmatch(text):
        return _from_number(float(text.replace(",", ".")), since_1904=since_1904, zone=zone)
    return _iso(_COMPACT.sub(r"\1-\2-\3", text), zone) or _week(text) or _in_words(text)


def _week(text: str) -> str | None:
    match = _WEEK.fullmatch(text)
    if match is None:
        return None
    year, week = match["year"] or match["first"], int(match["week"] or match["then"])
    dt.date.fromisocalendar(int(year), week, 1)
    return f"{year}-W{week:02d}"


def _iso(text: str, zone: str | None) -> str | None:
    if not re.match(r"(?:19|20|21)\d\d(?:-|$)", text):
        return None
    try:
        return PartialDate(text).text
    except InputError:
        moment = dt.datetime.fromisoformat(text)
    return iso(moment) if moment.tzinfo else _moment(moment, zone)


def _in_words(text: str) -> str | None:
    if match := _SHORT_MONTH.fullmatch(text):
        text = f"{match[1].lower()} {_century(int(match[2]))}"
    if match := _DAY_AND_SHORT_MONTH.fullmatch(text):
        text = f"{match[1]} {match[2].lower()} {_century(int(match[3]))}"
    found = find_dates(text, language=None)
    whole = len(found) == 1 and not text[: found[0].start].strip(" ,.").strip("abcdefghijklmnopqrstuvwxyz ")
    if not whole or text[found[0].end :].strip(" ."):
        return None
    value = found[0].value
    return None if value is None else value.text


def _in_figures(match: re.Match[str], order: DateOrder | None, zone: str | None) -> str | None:
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year = _century(year) if len(match[3]) == 2 else year
    if order is None and first != second:
        if first <= 12 and second <= 12:
            return None
        order = "dmy" if first > 12 else "mdy"
    day, month = (second, first) if order == "mdy" else (first, second)
    return _with_clock(dt.date(year, month, day), match.groups()[3:], zone)


def _with_clock(day: dt.date, clock: tuple[str | None, ...], zone: str | None) -> str:
    if clock[0] is None:
        return day.isoformat()
    hour, minute, second = (int(part or 0) for part in clock)
    return _moment(dt.datetime(day.year, day.month, day.day, hour, minute, second), zone)  # noqa: DTZ001 - zone said apart


def _moment(moment: dt.datetime, zone: str | None) -> str:
    """A midnight is a day: that is how spreadsheets save one."""
    if moment.tzinfo is not None:
        return iso(moment)
    if moment.time() == dt.time(0):
        return moment.date().isoformat()
    return iso(parse_time(moment.isoformat(timespec="seconds"), zone))


def _month(year: int, month: int) -> str | None:
    return f"{year}-{month:02d}" if 1 <= month <= 12 and year in _YEARS else None


def _century(year: int) -> int:
    return year + (1900 if year >= _CENTURY_TURNS else 2000)


def order_remedy(column: str) -> Words:
    """Return how a person settles the order of a column's dates."""
    return Words(
        f'dites à l’ajout --dates dmy ou --dates mdy (une fois ajouté : review AFFAIRE SOURCE correct "{column}='
        '…,dates:dmy")',
        f'say when adding --dates dmy or --dates mdy (once added: review CASE SOURCE correct "{column}=…,dates:dmy")',
    )
