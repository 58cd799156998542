"""Times: dates known to a year, month, week, day or minute; half-open intervals in UTC; historical zones."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from temoin.errors import InputError
from temoin.words import Language, Words, same

UTC = dt.UTC
_ONE_DAY = dt.timedelta(days=1)
_DATE_SHAPE = re.compile(r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time in UTC: ``begin`` is inside, ``end`` is not.

    Examples
    --------
    >>> Period(dt.datetime(2022, 1, 5, tzinfo=UTC), dt.datetime(2022, 1, 6, tzinfo=UTC)).hours
    24.0
    """

    begin: dt.datetime
    end: dt.datetime

    def __post_init__(self) -> None:
        if self.begin.tzinfo is None or self.end.tzinfo is None:
            raise _naive(str(self.begin))
        if self.end < self.begin:
            raise InputError(
                f"{iso(self.begin)} – {iso(self.end)}",
                Words("la fin précède le début", "the end comes before the beginning"),
                Words("vérifiez les deux dates", "check the two dates"),
            )

    @property
    def hours(self) -> float:
        """Length in hours."""
        return (self.end - self.begin) / dt.timedelta(hours=1)

    def meets(self, other: "Period") -> bool:
        """Return whether the two share an instant; an instant (empty period) meets what holds it."""
        if self.begin == self.end or other.begin == other.end:
            return max(self.begin, other.begin) <= min(self.end, other.end)
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precisely as it is known, as ISO text: ``2019``, ``2019-08``, ``2019-W18`` or ``2019-08-01``.

    Examples
    --------
    >>> PartialDate("2019-08").last
    datetime.date(2019, 8, 31)
    >>> PartialDate("2019-W18").first
    datetime.date(2019, 4, 29)
    """

    text: str

    def __post_init__(self) -> None:
        try:
            _ = self.first
        except ValueError as error:
            raise InputError(
                self.text,
                Words("date ISO attendue", "expected an ISO date"),
                Words("écrivez 2019, 2019-08, 2019-W31 ou 2019-08-01", "write 2019, 2019-08, 2019-W31 or 2019-08-01"),
            ) from error

    @property
    def precision(self) -> str:
        """One of ``year``, ``month``, ``week``, ``day``."""
        if "W" in self.text:
            return "week"
        return {4: "year", 7: "month", 10: "day"}[len(self.text)]

    @property
    def first(self) -> dt.date:
        """The first day it may be."""
        shape = _DATE_SHAPE.fullmatch(self.text)
        if shape is None:
            raise ValueError(self.text)
        year = int(shape["year"])
        if shape["week"]:
            return dt.date.fromisocalendar(year, int(shape["week"]), 1)
        return dt.date(year, int(shape["month"] or 1), int(shape["day"] or 1))

    @property
    def last(self) -> dt.date:
        """The last day it may be."""
        first = self.first
        match self.precision:
            case "year":
                return dt.date(first.year, 12, 31)
            case "month":
                return (first.replace(day=28) + 4 * _ONE_DAY).replace(day=1) - _ONE_DAY
            case "week":
                return first + 6 * _ONE_DAY
            case _:
                return first

    def period(self, zone_name: str = "UTC") -> Period:
        """Return the days in a zone as a stretch of UTC, by the rules of the zone at that date."""
        where = zone(zone_name)
        midnight = dt.time(0, tzinfo=where)
        return Period(
            dt.datetime.combine(self.first, midnight).astimezone(UTC),
            dt.datetime.combine(self.last + _ONE_DAY, midnight).astimezone(UTC),
        )


@cache
def zone(name: str) -> ZoneInfo:
    """Return a zone of the IANA database, whose rules are historical: Almaty was UTC+6 in 2022 and is UTC+5 since 2024.

    Raises
    ------
    InputError : no such zone

    Examples
    --------
    >>> offset(dt.datetime(2022, 1, 5, 10, 30, tzinfo=UTC), "Asia/Almaty")
    'UTC+6'
    >>> offset(dt.datetime(2024, 6, 1, tzinfo=UTC), "Asia/Almaty")
    'UTC+5'
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError(
            name,
            Words("fuseau inconnu", "unknown time zone"),
            Words("nommez une ville, par exemple Asia/Almaty, ou UTC", "name a city, for instance Asia/Almaty, or UTC"),
        ) from error


def offset(moment: dt.datetime, zone_name: str) -> str:
    """Return a zone's offset at a moment, as ``UTC+5:30``."""
    shift = moment.astimezone(zone(zone_name)).utcoffset() or dt.timedelta()
    minutes = int(shift.total_seconds() // 60)
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02d}" if rest else "")


def iso(moment: dt.datetime) -> str:
    """Return a moment as ISO 8601 in UTC with Z, to the second unless it holds a fraction.

    Examples
    --------
    >>> iso(dt.datetime(2022, 1, 5, 10, 30, tzinfo=UTC))
    '2022-01-05T10:30:00Z'
    """
    if moment.tzinfo is None:
        raise _naive(str(moment))
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def parse_time(text: str, zone_name: str | None = None, *, likely: str | None = None) -> dt.datetime:
    """Return the UTC moment that an ISO time stands for; one without a zone needs ``zone_name``.

    Parameters
    ----------
    likely : zone that the error proposes where none is known; never one to read by

    Raises
    ------
    InputError : not an ISO time, its zone is not known, or the clocks of the zone showed it twice, or never, that day
    """
    try:
        moment = dt.datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError(
            text,
            Words("heure ISO attendue", "expected an ISO time"),
            Words("écrivez 2022-01-05T10:30Z", "write 2022-01-05T10:30Z"),
        ) from error
    if moment.tzinfo is None:
        if zone_name is None:
            raise _naive(text, likely)
        moment = moment.replace(tzinfo=zone(zone_name))
        if moment.utcoffset() != moment.replace(fold=1).utcoffset():
            raise _clocks_changed(text, zone_name, moment)
    return moment.astimezone(UTC)


@lru_cache(maxsize=1 << 12)
def print_date(date: PartialDate, language: Language) -> str:
    """Return a date in words, as precisely as it is known.

    Examples
    --------
    >>> print_date(PartialDate("2019-08"), "fr"), print_date(PartialDate("2019-05-08"), "en")
    ('août 2019', '8 May 2019')
    >>> print_date(PartialDate("2022-01-01"), "fr")
    '1er janvier 2022'
    """
    from babel.dates import format_date

    if date.precision == "year":
        return date.text
    if date.precision == "week":
        year, _, week = date.text.partition("-W")
        return f"semaine {int(week)} de {year}" if language == "fr" else f"week {int(week)} of {year}"
    pattern = "MMMM y" if date.precision == "month" else "d MMMM y"
    printed = format_date(date.first, format=pattern, locale=language)
    return printed.replace("1 ", "1er ", 1) if language == "fr" and printed.startswith("1 ") else printed


@lru_cache(maxsize=1 << 14)
def print_moment(moment: dt.datetime, zone_name: str, language: Language) -> str:
    """Return a moment in words, with the zone's offset at that moment.

    Examples
    --------
    >>> print_moment(dt.datetime(2022, 1, 5, 10, 30, tzinfo=UTC), "Asia/Almaty", "fr")
    '5 janvier 2022 à 16 h 30 (UTC+6)'
    """
    local = moment.astimezone(zone(zone_name))
    day = print_date(PartialDate(local.date().isoformat()), language)
    clock = f"{local.hour}\xa0h\xa0{local.minute:02d}" if language == "fr" else f"{local:%H:%M}"
    joint = " à " if language == "fr" else ", "
    return f"{day}{joint}{clock} ({offset(moment, zone_name)})".replace("\xa0", " ")


def _clocks_changed(text: str, zone_name: str, moment: dt.datetime) -> InputError:
    if moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) != moment.replace(tzinfo=None):
        return InputError(
            text,
            Words(
                f"les horloges de {zone_name} n’ont jamais montré cette heure : elles ont avancé ce jour-là",
                f"the clocks of {zone_name} never showed this time: they went forward that day",
            ),
            Words("vérifiez l’heure, ou le fuseau dit par --zone", "check the time, or the zone that --zone says"),
        )
    either = " | ".join(moment.replace(fold=fold).isoformat() for fold in (0, 1))
    return InputError(
        text,
        Words(
            f"les horloges de {zone_name} ont montré cette heure deux fois : elles ont reculé ce jour-là",
            f"the clocks of {zone_name} showed this time twice: they went back that day",
        ),
        Words(f"écrivez-la avec son décalage : {either}", f"write it with its offset: {either}"),
    )


def _naive(text: str, likely: str | None = None) -> InputError:
    return InputError(
        text,
        Words("heure sans fuseau", "a time without a zone"),
        same(f"--zone UTC | --zone {likely or 'Asia/Almaty'}"),
    )


def day_words(day: dt.date) -> Words:
    """Return a day as each language prints it.

    Examples
    --------
    >>> day_words(dt.date(2022, 1, 5)).en
    '5 January 2022'
    """
    date = PartialDate(day.isoformat())
    return Words(print_date(date, "fr"), print_date(date, "en"))
