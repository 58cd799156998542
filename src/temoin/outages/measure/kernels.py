"""The compiled loops of detection: a walk through one series in time, bin by bin, that only ever looks back.

Importing this file imports Numba, so only the functions that run it do.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from temoin.outages.measure.grid import LARGEST_LOG, Floats, Integers

RESIDUAL_BINS = 512
_RESIDUAL_WIDTH = 0.005
_SMALLEST_NOISE = 0.01
_DAILY_FORGETTING = 0.93
_MEDIAN_TO_SIGMA = 1.4826


class Rules(NamedTuple):
    """What the walk decides by: see ``Settings``; times are in bins here."""

    falls_below: float
    back_above: float
    noise_factor: float
    confirm: int
    min_history: int
    shape_above: float
    settles_after: int
    settles_above: float
    bins_a_day: int
    counts: bool


class Memory(NamedTuple):
    """What the walk remembers of clean bins: values by time of week and of day, and how large residuals were."""

    week: Floats
    week_seen: Integers
    day: Floats
    day_seen: Integers
    residuals: Floats


class Walk(NamedTuple):
    """What the walk writes: per bin the expected value and the noise; per cut its first, last and first back."""

    expected: Floats
    noise: Floats
    cuts: Integers


# Where the walk stands: positions in one array of integers.
CUTS, INSIDE, BEGAN, FALLEN, BACK, BACK_AT, FLAGGED, LAST_FALLEN = range(8)


@njit(cache=True)
def middle(ring: Floats, seen: int) -> float:
    """Return the median of what a ring holds, by ranks: a ring is too small to be worth sorting."""
    held = min(seen, len(ring))
    lower = upper = 0.0
    for index in range(held):
        rank = 0
        for other in range(held):
            if ring[other] < ring[index] or (ring[other] == ring[index] and other < index):
                rank += 1
        if rank == (held - 1) // 2:
            lower = ring[index]
        if rank == held // 2:
            upper = ring[index]
    return 0.5 * (lower + upper)


@njit(cache=True)
def promise(memory: Memory, week_slot: int, day_slot: int) -> float:
    """Return what clean bins of the same time of week, else of day, promise; NaN when there are too few."""
    weeks = memory.week_seen[week_slot]
    if weeks >= 2:
        return float(middle(memory.week[week_slot], weeks))
    days = memory.day_seen[day_slot]
    if days < 2:
        return math.nan
    usual = float(middle(memory.day[day_slot], days))
    return min(usual, memory.week[week_slot, 0]) if weeks == 1 else usual


@njit(cache=True)
def noise_of(memory: Memory) -> float:
    """Return the robust scale of clean residuals, and forget a little of them.

    The scale is their median size on a logarithmic scale, as a sigma; a residual half a month old counts a third.
    """
    total = 0.0
    for index in range(RESIDUAL_BINS):
        memory.residuals[index] *= _DAILY_FORGETTING
        total += memory.residuals[index]
    running = 0.0
    for index in range(RESIDUAL_BINS):
        running += memory.residuals[index]
        if total > 0.0 and running >= 0.5 * total:
            return max(_SMALLEST_NOISE, _MEDIAN_TO_SIGMA * (index + 0.5) * _RESIDUAL_WIDTH)
    return math.nan


@njit(cache=True)
def log_loss(value: float, expected: float) -> float:
    """Return how far a value lies under what is expected, on a logarithmic scale; a zero is the strongest."""
    if expected <= 0.0:
        return 0.0
    if value <= expected * math.exp(-LARGEST_LOG):
        return LARGEST_LOG
    return -math.log(value / expected)


@njit(cache=True)
def learn(memory: Memory, week_slot: int, day_slot: int, value: float) -> None:
    """Put a clean value into both rings."""
    seen = memory.week_seen[week_slot]
    memory.week[week_slot, seen % memory.week.shape[1]] = value
    memory.week_seen[week_slot] = seen + 1
    seen = memory.day_seen[day_slot]
    memory.day[day_slot, seen % memory.day.shape[1]] = value
    memory.day_seen[day_slot] = seen + 1


@njit(cache=True)
def learn_residual(memory: Memory, loss: float) -> None:
    """Count the size of a clean residual."""
    index = int(abs(loss) / _RESIDUAL_WIDTH)
    memory.residuals[min(index, RESIDUAL_BINS - 1)] += 1.0


@njit(cache=True)
def close(state: Integers, walk: Walk, end: int) -> None:
    """Write the cut that has just ended, and stand outside."""
    walk.cuts[state[CUTS], 0] = state[BEGAN]
    walk.cuts[state[CUTS], 1] = state[LAST_FALLEN]
    walk.cuts[state[CUTS], 2] = end
    state[CUTS] += 1
    state[INSIDE] = 0
    state[FALLEN] = 0
    state[BACK] = 0


@njit(cache=True)
def count_outside(state: Integers, rules: Rules, index: int, level: float) -> None:
    """Count consecutive fallen bins before a cut is confirmed; a bin in between neither counts nor breaks."""
    if state[FLAGGED] == 1:
        if state[FALLEN] == 0:
            state[BEGAN] = index
        state[FALLEN] += 1
        state[LAST_FALLEN] = index
        if state[FALLEN] >= rules.confirm:
            state[INSIDE] = 1
            state[BACK] = 0
    elif level >= rules.back_above:
        state[FALLEN] = 0


@njit(cache=True)
def count_inside(state: Integers, rules: Rules, walk: Walk, index: int, level: float) -> None:
    """Count consecutive bins that are back; as many as confirm a cut end it, at the first of them."""
    if level >= rules.back_above or level >= math.exp(-walk.noise[index]):
        if state[BACK] == 0:
            state[BACK_AT] = index
        state[BACK] += 1
        if state[BACK] >= rules.confirm:
            close(state, walk, state[BACK_AT])
    else:
        state[BACK] = 0
        state[LAST_FALLEN] = index


@njit(cache=True)
def judge(state: Integers, rules: Rules, walk: Walk, index: int, value: float) -> float:
    """Judge one measured bin by what was expected of it, and return its level."""
    expected = walk.expected[index]
    level = value / expected if expected > 0.0 else 1.0
    loss = log_loss(value, expected)
    state[FLAGGED] = int(level < rules.falls_below and loss > rules.noise_factor * walk.noise[index])
    if state[INSIDE] == 1:
        count_inside(state, rules, walk, index, level)
    else:
        count_outside(state, rules, index, level)
    return level


@njit(cache=True)
def is_clean(state: Integers, rules: Rules, level: float, index: int, weeks: int) -> bool:
    """Return whether a bin may be learnt: it has not fallen, or it is the week's shape, or a loss has settled."""
    if state[FLAGGED] == 0 and state[INSIDE] == 0:
        return True
    if level >= rules.shape_above and weeks < 2:
        return True
    settled = index - state[BEGAN] >= rules.settles_after
    return state[INSIDE] == 1 and level >= rules.settles_above and settled


@njit(cache=True)
def walk_through(values: Floats, slots: Integers, rules: Rules, memory: Memory, walk: Walk) -> int:
    """Walk through a series; ``slots`` holds each bin's time of week and of day. Return how many cuts were written."""
    state = np.zeros(8, dtype=np.int64)
    noise = math.nan
    first = -1
    for index in range(len(values)):
        if index % rules.bins_a_day == 0:
            noise = noise_of(memory)
        expected = promise(memory, slots[index, 0], slots[index, 1])
        walk.expected[index] = expected
        walk.noise[index] = with_counting(noise, expected, rules)
        value = values[index]
        if math.isnan(value):
            continue
        if first < 0:
            first = index
        judged = index - first >= rules.min_history and not math.isnan(walk.noise[index])
        level = judge(state, rules, walk, index, value) if judged else 1.0
        if is_clean(state, rules, level, index, memory.week_seen[slots[index, 0]]):
            learn(memory, slots[index, 0], slots[index, 1], value)
            if expected > 0.0 and state[FALLEN] == 0:
                learn_residual(memory, log_loss(value, expected))
    if state[INSIDE] == 1:
        close(state, walk, -1)
    return int(state[CUTS])


@njit(cache=True)
def with_counting(noise: float, expected: float, rules: Rules) -> float:
    """Return the noise of one bin, no smaller than that of a count of what is expected."""
    if rules.counts and expected > 0.0:
        return max(noise, 1.0 / math.sqrt(expected))
    return noise
