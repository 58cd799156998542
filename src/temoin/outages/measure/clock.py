"""Bins on a place's own clock: which time of its day and of its week each one is.

People rise and rest by local time, so a series is compared with itself at the same local time: where clocks change,
the shape of the day moves by an hour in UTC and not here.
"""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np

from temoin.outages.measure.grid import SECONDS_A_DAY, SECONDS_A_WEEK, Integers
from temoin.period import UTC


def slots_in(span: int, step: int) -> int:
    """Return how many bins of ``step`` seconds begin within ``span`` seconds."""
    return max(1, -(-span // step))


@lru_cache(maxsize=256)
def blocks_of(begin: int, step: int, bins: int, zone: str = "UTC") -> Integers:
    """Return the runs of bins within one local day: first bin, bins, first slot of the day, first slot of the week.

    Parameters
    ----------
    begin : start of the first bin, seconds since 1970
    step : bin width, seconds
    bins : how many
    zone : name in the time zone database

    Returns
    -------
    shape (runs, 4), in order of time; a day on which clocks change is two runs

    Examples
    --------
    >>> blocks_of(20 * 3600, 3600, 6).tolist()
    [[0, 4, 20, 20], [4, 2, 0, 24]]
    >>> len(blocks_of(0, 86_400, 3)), blocks_of(1_711_756_800, 3600, 36, "Europe/Paris")[:, 1].tolist()
    (3, [23, 2, 11])
    """
    starts = begin + step * np.arange(bins, dtype=np.int64)
    local = starts + _offsets(starts, zone)
    day_slot = local % SECONDS_A_DAY // step
    week_slot = local % SECONDS_A_WEEK // step
    new_day = np.diff(local // SECONDS_A_DAY) != 0
    jumped = (np.diff(day_slot) != 1) | (np.diff(week_slot) != 1)
    first = np.concatenate([[0], np.flatnonzero(new_day | jumped) + 1])
    lengths = np.diff(np.concatenate([first, [bins]]))
    blocks: Integers = np.stack([first, lengths, day_slot[first], week_slot[first]], axis=1).astype(np.int64)
    return blocks


def local_days(times: Integers, zone: str) -> Integers:
    """Return the local day of each time (seconds since 1970), as days since 1970."""
    days: Integers = (times + _offsets(times, zone)) // SECONDS_A_DAY
    return days


def _offsets(starts: Integers, zone: str) -> Integers:
    if zone == "UTC" or not len(starts):
        return np.zeros(len(starts), dtype=np.int64)
    days = np.arange(int(starts[0]) // SECONDS_A_DAY, int(starts[-1]) // SECONDS_A_DAY + 2)
    at_midnight = np.array([_offset(int(day) * SECONDS_A_DAY, zone) for day in days], dtype=np.int64)
    offsets: Integers = at_midnight[starts // SECONDS_A_DAY - days[0]]
    for rank in np.flatnonzero(np.diff(at_midnight)):
        changed = _change(int(days[rank]) * SECONDS_A_DAY, zone)
        within = (starts >= changed) & (starts < (days[rank] + 1) * SECONDS_A_DAY)
        offsets[within] = at_midnight[rank + 1]
    return offsets


def _change(midnight: int, zone: str) -> int:
    low, high = midnight, midnight + SECONDS_A_DAY
    before = _offset(low, zone)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
    return high


def _offset(moment: int, zone: str) -> int:
    offset = dt.datetime.fromtimestamp(moment, tz=UTC).astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return round(offset.total_seconds())
