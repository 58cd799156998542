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
    (12, _A_DAY),
    (23, 2 * _A_DAY),
    (75, 7 * _A_DAY),
    (150, 14 * _A_DAY),
)
_LONGEST = 75
_USUAL_WIDTH = 640
_HOURS_UP_TO = 5.5
_MINOR_PER_LABEL = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled moment of the axis; ``strong`` where a day begins among hours, or a year among months."""

    moment: dt.datetime
    label: str
    strong: bool


def ticks(window: Period, zone_name: str, language: Language, width: float = _USUAL_WIDTH) -> list[Tick]:
    r"""Return the ticks of a window, at round local times of a zone, sparse enough not to touch.

    Parameters
    ----------
    window : what the axis shows
    zone_name : IANA zone; its historical offsets count
    language : of the labels
    width : of the axis, pixels: a narrow one has fewer

    Examples
    --------
    >>> day = Period(dt.datetime(2024, 3, 4, tzinfo=UTC), dt.datetime(2024, 3, 5, tzinfo=UTC))
    >>> [tick.label for tick in ticks(day, "UTC", "fr")][:3]
    ['4 mars', '3\xa0h', '6\xa0h']
    """
    crowded = window.hours / 24 * _USUAL_WIDTH / max(width, 1.0)
    if window.hours / 24 > _LONGEST:
        moments = _months(window, zone_name, crowded)
    else:
        moments = _round_times(window, zone_name, _spacing(crowded))
    hourly = crowded <= _HOURS_UP_TO
    return [Tick(moment, *_label(moment, window, zone_name, language, hourly=hourly)) for moment in moments]


def minor_ticks(window: Period, zone_name: str, width: float) -> list[dt.datetime]:
    """Return the round local times between the labelled ones that have room for a mark: every hour where it fits.

    Parameters
    ----------
    window, zone_name, width : as for ``ticks``
    """
    crowded = window.hours / 24 * _USUAL_WIDTH / max(width, 1.0)
    if window.hours / 24 > _LONGEST:
        return []
    return list(_round_times(window, zone_name, _spacing(crowded / _MINOR_PER_LABEL)))


def _spacing(crowded: float) -> dt.timedelta:
    return next((spacing for most, spacing in _SPACINGS if crowded <= most), _SPACINGS[-1][1])


def _round_times(window: Period, zone_name: str, spacing: dt.timedelta) -> Iterator[dt.datetime]:
    where = zone(zone_name)
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


def _months(window: Period, zone_name: str, crowded: float) -> Iterator[dt.datetime]:
    where = zone(zone_name)
    months = max(1, round(crowded / 30.4 / 9))
    months = next((known for known in (1, 2, 3, 6, 12, 24, 60) if known >= months), 120)
    first = window.begin.astimezone(where)
    count = (first.year * 12 + first.month - 1) // months * months
    while (moment := dt.datetime(count // 12, count % 12 + 1, 1, tzinfo=where).astimezone(UTC)) <= window.end:
        if moment >= window.begin:
            yield moment
        count += months


def _label(
    moment: dt.datetime, window: Period, zone_name: str, language: Language, *, hourly: bool
) -> tuple[str, bool]:
    from babel.dates import format_date

    local = moment.astimezone(zone(zone_name))
    if window.hours / 24 > _LONGEST:
        yearly = local.month == 1
        return format_date(local.date(), "yyyy" if yearly else "MMM", locale=language), yearly
    if local.hour:
        return (f"{local.hour}\xa0h" if language == "fr" else f"{local:%H:%M}"), False
    return format_date(local.date(), "d MMM", locale=language), hourly
