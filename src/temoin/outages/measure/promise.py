"""Compiled: what clean bins of the past promise, on a logarithmic scale, and how noisy they are.

Every function works on one slot (a time of the day, a time of the week) or on a run of slots; the walk through one
series and the stream of many call the same ones, so that both give the same numbers. Importing this file imports
Numba, so only the functions that run it do.
"""

import math

import numpy as np
from numba import njit

from temoin.outages.measure.grid import Bytes, Singles

WEEKS = 4
DAYS = 5
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
    return total if value == value else _NOTHING


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
def _sorted_pair(a: float, b: float) -> tuple[float, float]:
    return min(a, b), max(a, b)


@njit(cache=True)
def middle_of_five(a: float, b: float, c: float, d: float, e: float) -> float:
    """Return the median of the values that are there among five, empty ones being infinite; NaN below two.

    A sorting network of nine exchanges has no branches, so a loop over slots runs in lanes.
    """
    a, b = _sorted_pair(a, b)
    d, e = _sorted_pair(d, e)
    c, e = _sorted_pair(c, e)
    c, d = _sorted_pair(c, d)
    b, e = _sorted_pair(b, e)
    a, d = _sorted_pair(a, d)
    a, c = _sorted_pair(a, c)
    b, d = _sorted_pair(b, d)
    b, c = _sorted_pair(b, c)
    two = _HALF * (a + b) if b < _EMPTY else _NOTHING
    four = _HALF * (b + c) if d < _EMPTY else (b if c < _EMPTY else two)
    return c if e < _EMPTY else four


@njit(cache=True)
def or_last_week(usual: float, last_week: float) -> float:
    """Return what the time of day promises, or the only value of this time of the week where that is lower."""
    return min(usual, last_week) if last_week < _EMPTY else usual


@njit(cache=True)
def promise_of_weeks(week: Singles, first: int, promised: Singles) -> int:
    """Write what each time of the week from slot ``first`` on promises; return how many cannot.

    ``week`` has the shape (WEEKS, slots). A slot with fewer than two clean values holds NaN.
    """
    end = first + len(promised)
    a, b, c, d = week[0][first:end], week[1][first:end], week[2][first:end], week[3][first:end]
    for slot in range(len(promised)):
        promised[slot] = middle_of_four(a[slot], b[slot], c[slot], d[slot])
    few = 0
    for slot in range(len(promised)):
        few += 0 if b[slot] < _EMPTY else 1
    return few


@njit(cache=True)
def promise_of_days(day: Singles, first: int, last_week: Singles, lifted: float, promised: Singles) -> None:
    """Write what the time of day from slot ``first`` on promises where the time of the week cannot, lifted so.

    ``day`` has the shape (DAYS, slots). Two loops, for one over more arrays would not run in lanes.
    """
    end = first + len(promised)
    usual = np.empty(len(promised), dtype=np.float32)
    a, b, c, d, e = day[0][first:end], day[1][first:end], day[2][first:end], day[3][first:end], day[4][first:end]
    for slot in range(len(promised)):
        usual[slot] = middle_of_five(a[slot], b[slot], c[slot], d[slot], e[slot])
    for slot in range(len(promised)):
        instead = or_last_week(usual[slot], last_week[slot]) + lifted
        known = promised[slot]
        promised[slot] = known if known == known else instead


@njit(cache=True)
def learn_run(rings: Singles, first: int, clean: Bytes, values: Singles) -> None:
    """Put the clean ones of a run of values before those of their slots from ``first`` on, in rings (kept, slots)."""
    end = first + len(values)
    for back in range(len(rings) - 1, 0, -1):
        newer, older = rings[back - 1][first:end], rings[back][first:end]
        for slot in range(len(values)):
            older[slot] = newer[slot] if clean[slot] else older[slot]
    newest = rings[0][first:end]
    for slot in range(len(values)):
        newest[slot] = values[slot] if clean[slot] else newest[slot]


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
