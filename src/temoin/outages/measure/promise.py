"""Compiled: what clean bins of the past promise, on a logarithmic scale, and how noisy they are.

Every function works on one slot (a time of the day, a time of the week) or on a run of slots; the walk through one
series and the stream of many call the same ones, so that both give the same numbers. Importing this file imports
Numba, so only the functions that run it do.
"""

import math

import numpy as np
from numba import njit

from temoin.outages.measure.grid import Singles

WEEKS = 4
DAYS = 7
RESIDUAL_BINS = 80
REMEMBERS = 1.0 / 0.93  # a residual weighs that much more than one of the day before
HEAVIEST = np.float32(1e6)

_SINGLE = np.float32
_EMPTY = np.float32(np.inf)
_NOTHING = np.float32(np.nan)
_HALF = np.float32(0.5)
_SMALLEST = np.float32(1e-30)
_LOG_OF_TWO = np.float32(math.log(2))
_ALIKE = np.float32(0.2)
_SMALLEST_NOISE = np.float32(0.01)
_MEDIAN_TO_SIGMA = np.float32(1.4826)
_FIRST_BITS = (127 - 9) << 3  # a residual of 2⁻⁹: eight bins an octave from there, up to 2
_MANTISSA, _ONE_BITS = 0x7FFFFF, 0x3F800000


def _log_polynomial(degree: int) -> tuple[np.float32, ...]:
    nodes = 1.5 + 0.5 * np.cos(np.pi * (np.arange(400) + 0.5) / 400)
    fitted = np.polynomial.chebyshev.Chebyshev.fit(nodes - 1.5, np.log(nodes), degree)
    return tuple(np.float32(each) for each in fitted.convert(kind=np.polynomial.Polynomial).coef)


_C0, _C1, _C2, _C3, _C4, _C5, _C6, _C7, _C8 = _log_polynomial(8)


@njit(cache=True)
def _bits(value: float) -> int:
    return np.float32(value).view(np.int32)


@njit(cache=True)
def log_of(value: float) -> float:
    """Return the natural logarithm to six digits; of zero, that of the smallest value; NaN stays NaN.

    The exponent is read from the bits and the mantissa goes through a polynomial: a loop over bins runs in lanes.
    """
    bits = _bits(max(_SINGLE(value), _SMALLEST))
    exponent = _SINGLE((bits >> 23) - 127)
    x = np.int32((bits & _MANTISSA) | _ONE_BITS).view(np.float32) - _SINGLE(1.5)
    high = (((_C8 * x + _C7) * x + _C6) * x + _C5) * x + _C4
    total = (((high * x + _C3) * x + _C2) * x + _C1) * x + _C0 + exponent * _LOG_OF_TWO
    return total if value == value else _NOTHING  # noqa: PLR0124


@njit(cache=True)
def middle_of_four(a: float, b: float, c: float, d: float) -> float:
    """Return the median of the values that are there among four, empty ones being infinite; NaN below two.

    Of two that differ a lot the lower one is believed: the level may have changed between them.
    """
    low, high = min(a, b), max(a, b)
    other_low, other_high = min(c, d), max(c, d)
    least, greatest = min(low, other_low), max(high, other_high)
    one, two = max(low, other_low), min(high, other_high)
    second, third = min(one, two), max(one, two)
    two_alike = _HALF * (least + second) if second - least < _ALIKE else least
    pair = two_alike if second < _EMPTY else _NOTHING
    return _HALF * (second + third) if greatest < _EMPTY else (second if third < _EMPTY else pair)


@njit(cache=True)
def middle_of_days(day: Singles, slot: int) -> float:
    """Return the median of the clean values of a time of day, of shape (DAYS, slots); NaN below two."""
    ring = np.empty(DAYS, dtype=np.float32)
    held = 0
    for back in range(DAYS):
        value = day[back, slot]
        if value < _EMPTY:
            at = held
            while at > 0 and ring[at - 1] > value:
                ring[at] = ring[at - 1]
                at -= 1
            ring[at] = value
            held += 1
    if held < 2:
        return _NOTHING
    return _HALF * (ring[(held - 1) // 2] + ring[held // 2])


@njit(cache=True)
def promise_of_day(day: Singles, day_slot: int, last_week: float) -> float:
    """Return what the time of day promises; the only value of this time of the week, if lower, is believed."""
    usual = middle_of_days(day, day_slot)
    return min(usual, last_week) if last_week < _EMPTY else usual


@njit(cache=True)
def learn(week: Singles, day: Singles, week_slot: int, day_slot: int, value: float) -> None:
    """Put the logarithm of a clean value before those of its time of the week and of the day."""
    for back in range(WEEKS - 1, 0, -1):
        week[back, week_slot] = week[back - 1, week_slot]
    week[0, week_slot] = value
    for back in range(DAYS - 1, 0, -1):
        day[back, day_slot] = day[back - 1, day_slot]
    day[0, day_slot] = value


@njit(cache=True)
def residual_bin(loss: float) -> int:
    """Return the bin of a residual's size: eight an octave, from 2⁻⁹ to 2."""
    bits = _bits(abs(loss))
    return min(max((bits >> 20) - _FIRST_BITS, 0), RESIDUAL_BINS - 1)


@njit(cache=True)
def noise_of(residuals: Singles) -> float:
    """Return the robust scale of clean residuals: their median size as a sigma; NaN when there are none."""
    total = _SINGLE(0.0)
    for index in range(RESIDUAL_BINS):
        total += residuals[index]
    if total <= 0.0:
        return _NOTHING
    below = _SINGLE(0.0)
    for index in range(RESIDUAL_BINS):
        inside = residuals[index]
        if inside > 0.0 and below + inside >= _HALF * total:
            return noise_in(index, (_HALF * total - below) / inside)
        below += inside
    return _NOTHING


@njit(cache=True)
def noise_in(index: int, share: float) -> float:
    """Return the noise whose median residual lies at a share of a bin of residuals."""
    start = np.int32((index + _FIRST_BITS) << 20).view(np.float32)
    end = np.int32((index + 1 + _FIRST_BITS) << 20).view(np.float32)
    return max(_SMALLEST_NOISE, _MEDIAN_TO_SIGMA * (start + _SINGLE(share) * (end - start)))
