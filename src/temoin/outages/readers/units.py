"""A change of unit in the middle of a series: the same curve goes on, a thousand times higher or lower."""

import math

import numpy as np
import polars as pl

SMALLEST_JUMP = 5.5  # smallest change of a logarithm that is looked at: a factor of 245
_FACTORS = (1e3, 2.0**10, 1e6, 2.0**20)
_NEAR = 0.06  # on a logarithmic scale
_ALIKE = 0.9  # correlation of the two shapes of a day
_FLAT = 0.03
_TWO_DAYS = 2 * 86_400_000_000
_HOURS_US = 3_600_000_000


def unit_change(points: pl.DataFrame) -> int | None:
    """Return the position at which one series goes on in another unit, None where none does.

    The level changes at once by a factor of 1,000, 1,024 or their squares, stays there for two days or more on either
    side, and the hours of the day keep their shape: an outage leaves no such copy of itself.

    Parameters
    ----------
    points : one series, columns ``time`` (microseconds), ``value`` and ``at``, in order of time
    """
    known = points.filter(pl.col("value") > 0)
    logs, times = np.log(known["value"].to_numpy()), known["time"].to_numpy()
    for after in np.flatnonzero(np.abs(np.diff(logs)) >= SMALLEST_JUMP) + 1:
        before = slice(int(np.searchsorted(times, times[after] - _TWO_DAYS)), int(after))
        beyond = slice(int(after), int(np.searchsorted(times, times[after] + _TWO_DAYS)))
        spans = times[after] - times[before.start], times[beyond.stop - 1] - times[after]
        if min(spans) >= 0.9 * _TWO_DAYS and _goes_on(times, logs, before, beyond):
            return int(known["at"][int(after)])
    return None


def _goes_on(times: np.ndarray, logs: np.ndarray, before: slice, beyond: slice) -> bool:
    factor = abs(float(np.median(logs[beyond]) - np.median(logs[before])))
    if not any(abs(factor - math.log(known)) < _NEAR for known in _FACTORS):
        return False
    one, other = (_day_of(times[part], logs[part]) for part in (before, beyond))
    both = ~np.isnan(one) & ~np.isnan(other)
    one, other = one[both], other[both]
    if max(float(np.std(one)), float(np.std(other))) < _FLAT:
        return True
    return len(one) > 2 and min(np.std(one), np.std(other)) > 0 and float(np.corrcoef(one, other)[0, 1]) >= _ALIKE


def _day_of(times: np.ndarray, logs: np.ndarray) -> np.ndarray:
    hours = times // _HOURS_US % 24
    return np.array([np.median(logs[hours == hour]) if (hours == hour).any() else math.nan for hour in range(24)])
