"""Compiled: the walk through one series in time, bin by bin, that only ever looks back.

A fall is told by a cumulative sum (Page, Biometrika 1954, doi 10.1093/biomet/41.1-2.100) of how far bins lie under
what is promised, each bin's share capped so that no single one is enough. Importing this file imports Numba, so only
the functions that run it do.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from temoin.outages.measure.grid import Bytes, Integers, Singles
from temoin.outages.measure.promise import (
    DAYS,
    HEAVIEST,
    REMEMBERS,
    RESIDUAL_BINS,
    WEEKS,
    learn,
    log_of,
    middle_of_four,
    noise_of,
    promise_of_day,
    residual_bin,
)

NOTHING, OPENED, CLOSED = 0, 1, 2
LARGEST = np.float32(6.0)  # a loss to nothing: the logarithm of zero has no end
_SINGLE = np.float32
_EMPTY = np.float32(np.inf)
_ZERO, _ONE, _HALF = np.float32(0.0), np.float32(1.0), np.float32(0.5)
_NOT_EXPECTED = np.float32(-60.0)  # the logarithm of nothing: where nothing is expected, nothing is lost
_LARGEST_STEP, _LARGEST_BACK = np.float32(4.0), np.float32(2.0)
_LEAST_BACK_UNIT = np.float32(0.04)
_DAILY_LIMIT = np.float32(0.5)
_SHIFTED = np.float32(2.0)


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


class Level(NamedTuple):
    """The level beside the seasons: today's, the last three days' as measured, and what today adds up to.

    ``shift`` is how far yesterday lay from the level believed then, where that is more than noise; else 0.
    """

    today: float
    last: float
    second: float
    third: float
    total: float
    number: int
    days: int
    shift: float


class Memory(NamedTuple):
    """What is remembered of clean bins: logarithms by time of week and of day, and how large residuals were."""

    week: Singles
    day: Singles
    residuals: Singles


class Walk(NamedTuple):
    """What the walk writes, a value a bin: promised logarithm, loss, noise, mask; per cut first, last, first back."""

    promised: Singles
    loss: Singles
    noise: Singles
    mask: Bytes
    cuts: Integers


@njit(cache=True)
def loss_of(promised: float, value: float) -> float:
    """Return how far the logarithm of a value lies under the promised one, between −6 and 6; NaN where unknown."""
    loss = _SINGLE(promised - log_of(value))
    kept = max(min(loss, LARGEST), -LARGEST)
    known = kept if promised > _NOT_EXPECTED else _ZERO
    return known if loss == loss else loss  # noqa: PLR0124


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
        return max(noise, _SINGLE(math.exp(_SINGLE(-0.5) * promised)))
    return noise


@njit(cache=True)
def new_day(level: Level, bins: int, noise: float) -> Level:
    """Return the level at the beginning of a day: the median of the last three days as measured.

    Parameters
    ----------
    level : as yesterday left it
    bins : how many bins yesterday had; with less than half of them clean, the level stays
    noise : yesterday's
    """
    if level.number * 2 < bins or level.number == 0:
        today, last, second = _SINGLE(level.today), _SINGLE(level.last), _SINGLE(level.second)
        return Level(today, last, second, _SINGLE(level.third), _ZERO, 0, level.days, _ZERO)
    measured = _SINGLE(level.total / _SINGLE(level.number))
    days, second, third = level.days + 1, _SINGLE(level.last), _SINGLE(level.second)
    middle = max(min(measured, second), min(max(measured, second), third))
    moved = _SINGLE(measured - level.today)
    shift = moved if abs(moved) > _SHIFTED * noise else _ZERO
    return Level(_SINGLE(middle if days >= 3 else _ZERO), measured, second, third, _ZERO, 0, days, shift)


@njit(cache=True)
def fresh(memory: Memory) -> None:
    """Forget everything."""
    memory.week[:] = _EMPTY
    memory.day[:] = _EMPTY
    memory.residuals[:] = _ZERO


@njit(cache=True)
def _promise_block(memory: Memory, block: Integers, level: Level, walk: Walk) -> None:
    first, bins, day_slot, week_slot = block[0], block[1], block[2], block[3]
    a, b, c, d = memory.week[0], memory.week[1], memory.week[2], memory.week[3]
    promised = walk.promised[first : first + bins]
    few = 0
    for index in range(bins):
        slot = week_slot + index
        middle = middle_of_four(a[slot], b[slot], c[slot], d[slot])
        promised[index] = middle + level.today
        few += middle != middle  # noqa: PLR0124
    if few:
        for index in range(bins):
            if promised[index] != promised[index]:
                usual = promise_of_day(memory.day, day_slot + index, a[week_slot + index])
                promised[index] = usual + max(level.today, _ZERO)


@njit(cache=True)
def usual_at(memory: Memory, week_slot: int, day_slot: int) -> float:
    """Return the promise of one slot without the level; NaN where too little is known."""
    week = memory.week
    middle = middle_of_four(week[0, week_slot], week[1, week_slot], week[2, week_slot], week[3, week_slot])
    return middle if middle == middle else promise_of_day(memory.day, day_slot, week[0, week_slot])  # noqa: PLR0124


@njit(cache=True)
def least_nearby(memory: Memory, week_slot: int, day_slot: int, promised: float) -> float:
    """Return what is promised at the least when the clock of a wide bin may be half a bin off, by summer time say."""
    weeks, days = memory.week.shape[1], memory.day.shape[1]
    usual = usual_at(memory, week_slot, day_slot)
    least = promised
    for aside in (-1, 1):
        other = promised + _HALF * (usual_at(memory, (week_slot + aside) % weeks, (day_slot + aside) % days) - usual)
        least = min(least, other)
    return _SINGLE(least)


@njit(cache=True)
def level_at(level: Level, weeks_known: bool) -> float:  # noqa: FBT001
    """Return the level that a promise holds: a week that is not known yet is only ever lifted, for it may rest."""
    return level.today if weeks_known else max(level.today, _ZERO)


@njit(cache=True)
def _learn_block(
    values: Singles, memory: Memory, block: Integers, walk: Walk, kept: tuple[Level, Level, Rules]
) -> None:
    first, bins, day_slot, week_slot = block[0], block[1], block[2], block[3]
    level, tomorrow, rules = kept
    for index in range(bins):
        at, slot = first + index, week_slot + index
        value = values[at]
        known = memory.week[1, slot] != _EMPTY
        shaped = walk.loss[at] < rules.shape and not known
        if value == value and (walk.mask[at] == 0 or shaped):  # noqa: PLR0124
            lifted = level_at(level, known) + (tomorrow.shift if known else _ZERO)
            learn(memory.week, memory.day, slot, day_slot + index, log_of(value) - lifted)


@njit(cache=True)
def _mark(mask: Bytes, begin: int, end: int, value: int) -> None:
    for index in range(begin, end):
        mask[index] = value


@njit(cache=True)
def is_masked(stand: Stand, loss: float, noise: float, index: int, rules: Rules) -> bool:
    """Return whether a judged bin is never to be learnt: inside a fall, unless it has settled, or deep by itself."""
    if stand.inside == 1:
        return loss >= rules.settles_under or index - stand.began < rules.settles_after
    return loss > rules.deep and loss > rules.deep_noises * noise


@njit(cache=True)
def _walk_block(
    memory: Memory, block: Integers, weight: float, walk: Walk, kept: tuple[Stand, Level, Rules, int, int]
) -> tuple[Stand, Level, int]:
    stand, level, rules, since, found = kept
    first, week_slot = block[0], block[3]
    noise = walk.noise[first]
    total, number = level.total, level.number
    for index in range(first, first + block[1]):
        loss = walk.loss[index]
        if loss != loss:  # noqa: PLR0124
            continue
        slot = week_slot + index - first
        if noise == noise and index >= since:  # noqa: PLR0124
            noise_here = at_noise(noise, walk.promised[index], rules)
            walk.noise[index] = noise_here
            doubted = noise_here if memory.week[0, slot] != _EMPTY else max(noise_here, rules.unseen)
            stand, what = judge(stand, loss, doubted, index, rules)
            walk.mask[index] = is_masked(stand, loss, noise_here, index, rules)
            if what == OPENED:
                _mark(walk.mask, max(first, stand.began), index + 1, 1)
            elif what == CLOSED:
                _mark(walk.mask, max(first, stand.back_at), index + 1, 0)
                found = _write_cut(walk.cuts, found, stand.began, stand.last, stand.back_at)
        if walk.mask[index] == 0:
            number += 1
            lifted = level_at(level, memory.week[1, slot] != _EMPTY)
            total += lifted - max(min(loss, _DAILY_LIMIT), -_DAILY_LIMIT)
            if stand.score <= 0.0:
                memory.residuals[residual_bin(loss + level.shift)] += weight
    return (
        stand,
        Level(level.today, level.last, level.second, level.third, _SINGLE(total), number, level.days, level.shift),
        found,
    )


@njit(cache=True)
def _lose_block(values: Singles, memory: Memory, block: Integers, noise: float, walk: Walk, rules: Rules) -> None:
    first = block[0]
    for index in range(first, first + block[1]):
        walk.loss[index] = loss_of(walk.promised[index], values[index])
        walk.noise[index] = noise
        walk.mask[index] = 0
    if rules.coarse:
        for index in range(first, first + block[1]):
            slots = block[3] + index - first, block[2] + index - first
            promised = least_nearby(memory, slots[0], slots[1], walk.promised[index])
            walk.loss[index] = loss_of(promised, values[index])


@njit(cache=True)
def walk_through(values: Singles, blocks: Integers, rules: Rules, memory: Memory, walk: Walk) -> int:
    """Walk through a series, day by day (``blocks_of``), and return how many cuts were written.

    A cut that is not over has −1 for its first bin back.
    """
    fresh(memory)
    stand = Stand(_ZERO, 0, 0, 0, -1, _ZERO, 0, 0)
    level = Level(_ZERO, _ZERO, _ZERO, _ZERO, _ZERO, 0, 0, _ZERO)
    weight = _ONE
    since, found = len(values) + rules.min_history, 0
    for rank in range(len(blocks)):
        block = blocks[rank]
        noise = noise_of(memory.residuals)
        weight = heavier(weight, memory.residuals)
        _promise_block(memory, block, level, walk)
        _lose_block(values, memory, block, noise, walk, rules)
        since = _since(values, block, since, rules)
        stand, level, found = _walk_block(memory, block, weight, walk, (stand, level, rules, since, found))
        tomorrow = new_day(level, block[1], noise)
        _learn_block(values, memory, block, walk, (level, tomorrow, rules))
        level = tomorrow
    return _write_cut(walk.cuts, found, stand.began, stand.last, -1) if stand.inside == 1 else found


@njit(cache=True)
def _write_cut(cuts: Integers, rank: int, began: int, last: int, back: int) -> int:
    cuts[rank, 0], cuts[rank, 1], cuts[rank, 2] = began, last, back
    return rank + 1


@njit(cache=True)
def heavier(weight: float, residuals: Singles) -> float:
    """Return the weight of today's residuals; all are made lighter together before it grows too large."""
    if weight > HEAVIEST:
        for index in range(RESIDUAL_BINS):
            residuals[index] /= HEAVIEST
        weight /= HEAVIEST
    return _SINGLE(weight * REMEMBERS)


@njit(cache=True)
def _since(values: Singles, block: Integers, since: int, rules: Rules) -> int:
    if since < len(values):
        return since
    for index in range(block[0], block[0] + block[1]):
        if values[index] == values[index]:
            return index + rules.min_history
    return since


def memory_of(week_slots: int, day_slots: int) -> Memory:
    """Return room to remember one series, empty."""
    room = Memory(
        np.empty((WEEKS, week_slots), dtype=np.float32),
        np.empty((DAYS, day_slots), dtype=np.float32),
        np.empty(RESIDUAL_BINS, dtype=np.float32),
    )
    fresh(room)
    return room


def room_for(bins: int) -> Walk:
    """Return room for what the walk through so many bins writes."""
    promised, loss, noise = np.empty((3, bins), dtype=np.float32)
    cuts = np.zeros((bins // 2 + 1, 3), dtype=np.int64)
    return Walk(promised, loss, noise, np.zeros(bins, dtype=np.uint8), cuts)
