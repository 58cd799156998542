"""Compiled: whether a bin belongs to a fall, told by a cumulative sum of what bins lack.

Each bin adds how far it lies under what is promised (Page, Biometrika 1954, doi 10.1093/biomet/41.1-2.100), its share
capped so that no single one is enough. Importing this file imports Numba, so only the functions that run it do.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from temoin.outages.measure.promise import log_of

NOTHING, OPENED, CLOSED = 0, 1, 2
LARGEST = np.float32(6.0)  # a loss to nothing: the logarithm of zero has no end
_SINGLE = np.float32
_ZERO, _ONE, _HALF = np.float32(0.0), np.float32(1.0), np.float32(0.5)
_NOT_EXPECTED = np.float32(-60.0)  # the logarithm of nothing: where nothing is expected, nothing is lost
_LARGEST_STEP, _LARGEST_BACK = np.float32(4.0), np.float32(2.0)
_LEAST_BACK_UNIT = np.float32(0.04)


class Rules(NamedTuple):
    """What the walk decides by, see ``Settings``: losses on a logarithmic scale, times in bins."""

    least: np.float32
    noises: np.float32
    unseen: np.float32
    opens: np.float32
    closes: np.float32
    back: np.float32
    deep: np.float32
    deep_noises: np.float32
    shape: np.float32
    settles_under: np.float32
    confirm: int
    min_history: int
    settles_after: int
    counts: bool
    coarse: bool


class Stand(NamedTuple):
    """Where the walk stands: the sum so far, what it counts, and the fall that it is in."""

    score: float
    count: int
    began: int
    last: int
    back_at: int
    total: float
    number: int
    inside: int


@njit(cache=True)
def kept_loss(promised: float, logarithm: float) -> float:
    """Return how far a logarithm lies under the promised one, between −6 and 6; NaN where either is unknown."""
    loss = promised - logarithm
    kept = max(min(loss, LARGEST), -LARGEST)
    known = kept if promised > _NOT_EXPECTED else _ZERO
    return known if loss == loss else loss


@njit(cache=True)
def judge(stand: Stand, loss: float, noise: float, index: int, rules: Rules) -> tuple[Stand, int]:
    """Return where the walk stands after one more measured bin, and whether a fall opened or closed there."""
    return (
        _judge_inside(stand, loss, noise, index, rules)
        if stand.inside
        else _judge_outside(stand, loss, noise, index, rules)
    )


@njit(cache=True)
def _judge_outside(stand: Stand, loss: float, noise: float, index: int, rules: Rules) -> tuple[Stand, int]:
    unit = max(rules.least, rules.noises * noise)
    gained = _SINGLE(max(min(loss / unit - _ONE, _LARGEST_STEP), -_LARGEST_BACK))
    score, count, began, total = stand.score, stand.count, stand.began, stand.total
    last = stand.last
    if gained > 0.0:
        if score <= 0.0:
            began, count, total = index, 0, _ZERO
        count, last = count + 1, index
        total += min(loss, _ONE)
    score = max(_ZERO, score + gained)
    if score <= 0.0:
        count = 0
    if score >= rules.opens and count >= rules.confirm:
        return Stand(_ZERO, 0, began, last, -1, _SINGLE(total), count, 1), OPENED
    return Stand(_SINGLE(score), count, began, last, -1, _SINGLE(total), count, 0), NOTHING


@njit(cache=True)
def _judge_inside(stand: Stand, loss: float, noise: float, index: int, rules: Rules) -> tuple[Stand, int]:
    total = stand.total + min(max(loss, _ZERO), _ONE)
    number = stand.number + 1
    half_way = min(_HALF * total / _SINGLE(number), max(rules.back, noise))
    gained = _SINGLE(max(min((half_way - loss) / max(_LEAST_BACK_UNIT, noise), _LARGEST_BACK), -_LARGEST_BACK))
    score, count, back_at, last = stand.score, stand.count, stand.back_at, stand.last
    if gained > 0.0:
        if score <= 0.0:
            back_at, count = index, 0
        count += 1
    else:
        last = index
    score = max(_ZERO, score + gained)
    if score <= 0.0:
        count = 0
    if score >= rules.closes and count >= rules.confirm:
        return Stand(_ZERO, 0, stand.began, min(last, back_at - 1), back_at, _ZERO, 0, 0), CLOSED
    return Stand(_SINGLE(score), count, stand.began, last, back_at, _SINGLE(total), number, 1), NOTHING


@njit(cache=True)
def at_noise(noise: float, promised: float, rules: Rules) -> float:
    """Return the noise of one bin: no smaller than that of a count of what is promised."""
    if rules.counts and promised < _SINGLE(-2.0) * log_of(noise):
        return max(noise, min(_SINGLE(math.exp(min(_SINGLE(-0.5) * promised, LARGEST))), LARGEST))
    return noise


@njit(cache=True)
def evidence_of(loss: float, noise: float, noise_here: float) -> float:
    """Return how far a loss counts, where the noise of a count rules: by the square root, whose noise is even.

    The logarithm of a small count is skewed, and of nothing endless: chance gives zeros as well (Anscombe, Biometrika
    1948, doi 10.1093/biomet/35.3-4.246).
    """
    if noise_here > noise:
        return _SINGLE(2.0) * (_ONE - _SINGLE(math.exp(_SINGLE(-0.5) * loss)))
    return loss


@njit(cache=True)
def is_masked(stand: Stand, loss: float, noise: float, index: int, rules: Rules) -> bool:
    """Return whether a judged bin is never to be learnt: inside a fall, unless it has settled, or deep by itself."""
    if stand.inside == 1:
        return loss >= rules.settles_under or index - stand.began < rules.settles_after
    return loss > rules.deep and loss > rules.deep_noises * noise
