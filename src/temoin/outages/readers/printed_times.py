"""Times as people typed them in a list, in UTC: spelt out, in figures, on either clock, with their slips."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from temoin.errors import InputError
from temoin.period import UTC
from temoin.words import Words, same

Order = Literal["dmy", "mdy", "ymd"] | None
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SPELT = re.compile(
    r"(?P<weekday>[A-Za-z]+day),?\s+(?P<month>[A-Za-z]+)\s+(?P<day>\d{1,2}),\s*(?P<year>\d{4}),?\s+(?P<clock>\S.*)"
)
_FIGURES = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})\s+(?P<clock>\S.*)")
_ISO = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})[ T](?P<clock>\d{2}:\d{2}(?::\d{2})?)Z?")
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})(?P<rest>:(?P<second>\d{1,2})?)?\s*(?P<half>[AaPp][Mm])?")
_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 23, 59
_ONE_MINUTE = dt.timedelta(minutes=1)
_ASK = Words("demandez l’heure exacte à l’éditeur", "ask the publisher for the exact time")


@dataclass(frozen=True, slots=True)
class Moment:
    """A printed moment as a stretch of UTC, and what had to be repaired to read it."""

    earliest: dt.datetime
    latest: dt.datetime
    repairs: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[dt.datetime, dt.datetime]:
        """Both ends."""
        return self.earliest, self.latest


def order_shown(cells: Iterable[str], said: Order) -> Order:
    """Return the order of day and month in dates of figures: the one said, else the one that other cells leave.

    Examples
    --------
    >>> order_shown(["4/3/2020 15:15", "3/29/2020 20:50"], None), order_shown(["4/3/2020 15:15"], None)
    ('mdy', None)
    """
    found = [match for cell in cells if (match := _FIGURES.fullmatch(cell))]
    month_first = any(int(match["second"]) > len(_MONTHS) for match in found)
    day_first = any(int(match["first"]) > len(_MONTHS) for match in found)
    if said or month_first == day_first:
        return said
    return "mdy" if month_first else "dmy"


def read_moment(text: str, order: Order, *, width: dt.timedelta = _ONE_MINUTE) -> Moment:
    """Return what a printed time stands for.

    Parameters
    ----------
    text : such as ``Wednesday, March 17, 2021, 4:40:00 PM`` or ``3/29/2020  20:50:00 PM``
    order : of day and month in figures
    width : what a printed minute stands for

    Raises
    ------
    InputError : not a time, or one that may be read two ways

    Examples
    --------
    >>> read_moment("3/29/2020  20:50:00 PM", None).repairs
    ('month-first', 'clock-24h')
    """
    text = " ".join(text.split())
    day, repairs = _day(text, order)
    hour, minutes, more = _clock(text)
    moments = [dt.datetime.combine(day, dt.time(hour, minute), UTC) for minute in minutes]
    return Moment(moments[0], moments[-1] + width, repairs + more)


def _day(text: str, order: Order) -> tuple[dt.date, tuple[str, ...]]:
    try:
        if spelt := _SPELT.fullmatch(text):
            return _spelt_day(spelt, text), ()
        if figures := _FIGURES.fullmatch(text):
            return _day_in_figures(figures, order, text)
        if iso := _ISO.fullmatch(text):
            return dt.date.fromisoformat(iso["date"]), ()
    except ValueError as error:
        raise _not_a_time(text) from error
    raise _not_a_time(text)


def _spelt_day(found: re.Match[str], text: str) -> dt.date:
    day = dt.date(int(found["year"]), _MONTHS.index(found["month"].casefold()) + 1, int(found["day"]))
    weekday = _DAYS[day.weekday()]
    if found["weekday"].casefold() != weekday:
        raise InputError(
            text,
            Words(f"ce jour-là était un {_FRENCH_DAYS[day.weekday()]}", f"that day was a {weekday.capitalize()}"),
            _ASK,
        )
    return day


def _day_in_figures(found: re.Match[str], order: Order, text: str) -> tuple[dt.date, tuple[str, ...]]:
    first, second, year = (int(found[name]) for name in ("first", "second", "year"))
    highest = len(_MONTHS)
    if second > highest or (order == "mdy" and first <= highest):
        return dt.date(year, first, second), ("month-first",)
    if first > highest or order == "dmy":
        return dt.date(year, second, first), ("day-first",)
    if first == second:
        return dt.date(year, first, second), ()
    raise InputError(
        text,
        Words("jour et mois dans un ordre inconnu", "day and month in an unknown order"),
        same("--dates dmy | --dates mdy"),
    )


def _clock(text: str) -> tuple[int, tuple[int, ...], tuple[str, ...]]:
    whole = next(found["clock"] for shape in (_SPELT, _FIGURES, _ISO) if (found := shape.fullmatch(text)))
    found = _CLOCK.fullmatch(whole)
    if found is None:
        raise _not_a_time(text)
    hour, repairs = _hour(int(found["hour"]), (found["half"] or "").casefold(), text)
    if found["rest"] == ":":
        repairs += ("seconds-missing",)
    minutes: tuple[int, ...] = (int(found["minute"]),)
    if len(found["minute"]) == 1 and minutes != (0,):
        # "16:1" has lost a nought, and does not say on which side.
        minutes, repairs = (minutes[0], minutes[0] * 10), (*repairs, "minute-one-digit")
    if max(minutes) > _LAST_MINUTE:
        minutes = minutes[:1]
    if hour > _LAST_HOUR or max(minutes) > _LAST_MINUTE:
        raise _not_a_time(text)
    return hour, minutes, repairs


def _hour(hour: int, half: str, text: str) -> tuple[int, tuple[str, ...]]:
    if not half and _FIGURES.fullmatch(text) is None and _ISO.fullmatch(text) is None:
        raise InputError(text, Words("matin ou après-midi non dit", "neither AM nor PM is said"), _ASK)
    if hour > _NOON and half == "am":
        raise InputError(
            text,
            Words(f"{hour} h et AM se contredisent", f"{hour} hours and AM contradict each other"),
            _ASK,
        )
    if hour > _NOON or not half or hour == 0:
        return hour, ("clock-24h",) if half else ()
    return hour % _NOON + (_NOON if half == "pm" else 0), ()


def _not_a_time(text: str) -> InputError:
    return InputError(text or "—", Words("heure illisible", "not a time that can be read"), _ASK)
