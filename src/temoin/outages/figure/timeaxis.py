"""Ticks of a time axis in one zone, with their labels in one language: days, hours or months as the window asks."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from temoin.period import UTC, Period, zone
from temoin.words import Language

_AN_HOUR = dt.timedelta(hours=1)
_A_DAY = dt.timedelta(days=1)
_SPACINGS: tuple[tuple[float, dt.timedelta], ...] = (
    (0.6, _AN_HOUR),
    (1.3, 3 * _AN_HOUR),
    (3.2, 6 * _AN_HOUR),
    (5.5, 12 * _AN_HOUR),
    (11, _A_DAY),
    (23, 2 * _A_DAY),
    (75, 7 * _A_DAY),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled moment of the axis; ``strong`` where a day begins among hours, or a year among months."""

    moment: dt.datetime
    label: str
    strong: bool


def ticks(window: Period, zone_name: str, language: Language) -> list[Tick]:
    r"""Return the ticks of a window, at round local times of a zone, sparse enough not to touch at 640 points.

    Parameters
    ----------
    window : what the axis shows
    zone_name : IANA zone; its historical offsets count
    language : of the labels

    Examples
    --------
    >>> day = Period(dt.datetime(2024, 3, 4, tzinfo=UTC), dt.datetime(2024, 3, 5, tzinfo=UTC))
    >>> [tick.label for tick in ticks(day, "UTC", "fr")][:3]
    ['4 mars', '3\xa0h', '6\xa0h']
    """
    moments = _months(window, zone_name) if window.hours / 24 > _SPACINGS[-1][0] else _round_times(window, zone_name)
    return [Tick(moment, *_label(moment, window, zone_name, language)) for moment in moments]


def _round_times(window: Period, zone_name: str) -> Iterator[dt.datetime]:
    where = zone(zone_name)
    days = window.hours / 24
    spacing = next(spacing for most, spacing in _SPACINGS if days <= most)
    midnight = window.begin.astimezone(where).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    if spacing > _A_DAY:
        midnight -= _A_DAY * (midnight.toordinal() % spacing.days)
    local = midnight
    end = window.end.astimezone(where).replace(tzinfo=None)
    while local <= end:
        moment = local.replace(tzinfo=where).astimezone(UTC)
        if window.begin <= moment <= window.end:
            yield moment
        local += spacing


def _months(window: Period, zone_name: str) -> Iterator[dt.datetime]:
    where = zone(zone_name)
    months = max(1, round(window.hours / 24 / 30.4 / 9))
    months = next((known for known in (1, 2, 3, 6, 12, 24, 60) if known >= months), 120)
    first = window.begin.astimezone(where)
    count = (first.year * 12 + first.month - 1) // months * months
    while (moment := dt.datetime(count // 12, count % 12 + 1, 1, tzinfo=where).astimezone(UTC)) <= window.end:
        if moment >= window.begin:
            yield moment
        count += months


def _label(moment: dt.datetime, window: Period, zone_name: str, language: Language) -> tuple[str, bool]:
    from babel.dates import format_date

    local = moment.astimezone(zone(zone_name))
    if window.hours / 24 > _SPACINGS[-1][0]:
        yearly = local.month == 1
        return format_date(local.date(), "yyyy" if yearly else "MMM", locale=language), yearly
    if local.hour:
        return (f"{local.hour}\xa0h" if language == "fr" else f"{local:%H:%M}"), False
    return format_date(local.date(), "d MMM", locale=language), window.hours / 24 <= 5.5
