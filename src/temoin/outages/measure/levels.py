"""Lasting changes of level: the throttling that takes days to settle in, lasts for months, and crosses no threshold.

Day by day the level of a series is compared with that of the weeks before. Both windows hold whole weeks, so weekdays
cancel, and a change counts only when it still stands after two weeks, so that no holiday season is one. What a
series usually does from one month to the next is the noise against which a change is told.
"""

import math
from dataclasses import dataclass

import numpy as np

from temoin.outages.measure.clock import local_days
from temoin.outages.measure.grid import SECONDS_A_DAY, Floats, Grid, Integers
from temoin.outages.measure.walked import Walked
from temoin.outages.places import zone_of_place
from temoin.outages.settings import Settings

_BEFORE, _AFTER = 28, 21  # days
_STANDS_FROM, _STANDS_UNTIL = 14, 28
_FEWEST_BEFORE, _FEWEST_AFTER, _FEWEST_STANDING = 14, 14, 5
_RETURNS_FOR = 14
SHORTEST_DAYS = _BEFORE + _STANDS_FROM + _FEWEST_STANDING
_MEASURED_SHARE = 0.75
_SMALLEST_NOISE = 0.02
_FEWEST_TO_KNOW_NOISE = 28


@dataclass(frozen=True, slots=True)
class Shift:
    """A lasting fall of level.

    Parameters
    ----------
    began, steepest : bins at which the first day of the descent and its steepest day begin
    back : bin at which the first day back begins; None when the level has not returned
    loss : how far the level fell, on a logarithmic scale
    noise : what such a difference usually is in this series
    lost_days : days of the earlier level that were lost until the return or the end
    days : days that it has stood
    dated : a fall of its own dates it to the bin, and not only to the day
    """

    began: int
    steepest: int
    back: int | None
    loss: float
    noise: float
    lost_days: float
    days: int
    dated: bool = False


def shifts_of(grid: Grid, walked: Walked, deep: list[tuple[int, int]], settings: Settings) -> list[Shift]:
    """Return the lasting falls of level of one series, in order of time.

    Parameters
    ----------
    grid, walked : the series, and what the walk through it gave
    deep : stretches of bins (first, last) that a fall with its own end explains: there the promise stands in
    settings : see ``Settings``
    """
    if int(grid.times[-1]) - int(grid.times[0]) + grid.step < SHORTEST_DAYS * SECONDS_A_DAY:
        return []
    daily, first_bins = _daily(grid, walked, deep)
    fallen = _fallen(daily)
    found = (_shift(daily, fallen, day, first_bins) for day in _peaks(fallen, settings))
    return [shift for shift in found if shift is not None]


def _daily(grid: Grid, walked: Walked, deep: list[tuple[int, int]]) -> tuple[Floats, Integers]:
    values = grid.values.copy()
    for first, last in deep:
        values[first : last + 1] = np.fmax(values[first : last + 1], walked.promised[first : last + 1])
    days = local_days(grid.times, zone_of_place(grid.place))
    index = days - days[0]
    measured = ~np.isnan(values)
    number = np.bincount(index[measured], minlength=int(index[-1]) + 1)
    total = np.bincount(index[measured], weights=values[measured], minlength=int(index[-1]) + 1)
    enough = number >= _MEASURED_SHARE * max(1.0, SECONDS_A_DAY / grid.step)
    mean = np.where(enough & (total > 0), total, np.nan) / np.maximum(number, 1)
    return np.log(mean), np.searchsorted(index, np.arange(len(mean)))


def _middles(daily: Floats, begin: int, width: int, fewest: int) -> Floats:
    padded = np.full(len(daily) + 2 * (_BEFORE + _STANDS_UNTIL), np.nan)
    offset = _BEFORE + _STANDS_UNTIL
    padded[offset : offset + len(daily)] = daily
    windows = np.lib.stride_tricks.sliding_window_view(padded, width)[offset + begin : offset + begin + len(daily)]
    enough = (~np.isnan(windows)).sum(axis=1) >= fewest
    middles = np.full(len(daily), np.nan)
    middles[enough] = np.nanmedian(windows[enough], axis=1)
    return middles


def _fallen(daily: Floats) -> Floats:
    before = _middles(daily, -_BEFORE, _BEFORE, _FEWEST_BEFORE)
    after = _middles(daily, 0, _AFTER, _FEWEST_AFTER)
    standing = _middles(daily, _STANDS_FROM, _STANDS_UNTIL - _STANDS_FROM, _FEWEST_STANDING)
    fallen = before - after
    return np.where(before - standing >= 0.5 * fallen, fallen, np.nan)


def _noise_before(fallen: Floats, day: int) -> float:
    past = np.abs(fallen[max(0, day - 365) : max(0, day - _BEFORE)])
    past = past[~np.isnan(past)]
    if len(past) < _FEWEST_TO_KNOW_NOISE:
        return math.nan
    return max(_SMALLEST_NOISE, 1.4826 * float(np.median(past)))


def _peaks(fallen: Floats, settings: Settings) -> list[int]:
    least = -math.log(1 - settings.level_falls)
    peaks: list[int] = []
    above = np.flatnonzero(np.nan_to_num(fallen, nan=-1.0) >= least)
    for run in np.split(above, np.flatnonzero(np.diff(above) > _STANDS_FROM) + 1) if len(above) else []:
        day = int(run[np.argmax(fallen[run])])
        noise = _noise_before(fallen, day)
        unknown = -math.log(1 - settings.level_falls_unknown)
        if fallen[day] >= (unknown if math.isnan(noise) else max(least, settings.level_noises * noise)):
            peaks.append(day)
    return peaks


def _shift(daily: Floats, fallen: Floats, day: int, first_bins: Integers) -> Shift | None:
    began, steepest = _descent(daily, day)
    before = float(np.nanmedian(daily[max(0, began - _BEFORE) : began]))
    loss = float(fallen[day])
    standing = daily[began + _STANDS_FROM : began + _STANDS_UNTIL]
    standing = standing[~np.isnan(standing)]
    if len(standing) < _FEWEST_STANDING or before - float(np.median(standing)) < 0.5 * loss:
        return None
    back = _return(daily, began + _STANDS_FROM, before - 0.3 * loss)
    stood = daily[began : back if back is not None else len(daily)]
    noise = _noise_before(fallen, day)
    return Shift(
        int(first_bins[began]),
        int(first_bins[steepest]),
        None if back is None else int(first_bins[back]),
        loss,
        noise if not math.isnan(noise) else _SMALLEST_NOISE,
        float(np.nansum(np.clip(1 - np.exp(stood - before), 0, 1))),
        len(stood),
    )


def _descent(daily: Floats, day: int) -> tuple[int, int]:
    begin, end = max(1, day - _STANDS_FROM), min(len(daily), day + _STANDS_FROM + 1)
    filled = _carried(daily - _weekdays(daily, begin))
    drops = filled[begin - 1 : end - 1] - filled[begin:end]
    steepest = begin + int(np.argmax(drops))
    began = steepest
    while began > begin and drops[began - 1 - begin] >= 0.5 * drops[steepest - begin]:
        began -= 1
    return began, steepest


def _weekdays(daily: Floats, until: int) -> Floats:
    # What each day of the week is beside the others, by the weeks before: a Monday after a weekend is no rise.
    usual = np.zeros(len(daily))
    past = np.arange(max(0, until - _BEFORE), until)
    middle = np.nanmedian(daily[past])
    for weekday in range(7):
        alike = daily[past[past % 7 == weekday]]
        alike = alike[~np.isnan(alike)]
        if len(alike):
            usual[weekday::7] = float(np.median(alike)) - middle
    return usual


def _carried(daily: Floats) -> Floats:
    known = np.where(np.isnan(daily), 0, np.arange(len(daily)))
    carried: Floats = daily[np.maximum.accumulate(known)]
    return carried


def _return(daily: Floats, begin: int, level: float) -> int | None:
    for day in range(begin, len(daily) - _RETURNS_FOR + 1):
        ahead = daily[day : day + _RETURNS_FOR]
        if daily[day] >= level and (~np.isnan(ahead)).sum() >= _FEWEST_STANDING and np.nanmedian(ahead) >= level:
            return day
    return None
