"""Compiled: the walk through one series in time, bin by bin, that only ever looks back.

Importing this file imports Numba, so only the functions that run it do.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from temoin.outages.measure.grid import Bytes, Integers, Singles
from temoin.outages.measure.judging import (
    CLOSED,
    OPENED,
    Rules,
    Stand,
    at_noise,
    evidence_of,
    is_masked,
    judge,
    kept_loss,
)
from temoin.outages.measure.promise import (
    DAYS,
    HEAVIEST,
    REMEMBERS,
    RESIDUAL_BINS,
    WEEKS,
    learn_run,
    log_of,
    middle_of_five,
    middle_of_four,
    noise_of,
    or_last_week,
    promise_of_days,
    promise_of_weeks,
    residual_bin,
)

_SINGLE = np.float32
_EMPTY = np.float32(np.inf)
_ZERO, _ONE, _HALF = np.float32(0.0), np.float32(1.0), np.float32(0.5)
DAILY_LIMIT = np.float32(0.5)
_SHIFTED = np.float32(2.0)
_DAYS_TO_FORGET = 9  # once every time of the week is known, the time of day is never asked again


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


class Scratch(NamedTuple):
    """Room for one day: logarithms, and whether each bin is learnt."""

    logs: Singles
    clean: Bytes


class Walk(NamedTuple):
    """What the walk writes, a value a bin: promised logarithm, loss, noise, mask; per cut first, last, first back."""

    promised: Singles
    loss: Singles
    noise: Singles
    mask: Bytes
    cuts: Integers


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
def level_at(level: Level, week_known: bool) -> float:  # noqa: FBT001
    """Return the level that a promise holds: a week that is not known yet is only ever lifted, for it may rest."""
    return level.today if week_known else max(level.today, _ZERO)


@njit(cache=True)
def usual_at(memory: Memory, week_slot: int, day_slot: int) -> float:
    """Return the promise of one slot without the level; NaN where too little is known."""
    week, day = memory.week[:, week_slot], memory.day[:, day_slot]
    middle = middle_of_four(week[0], week[1], week[2], week[3])
    if middle == middle:
        return middle
    return or_last_week(middle_of_five(day[0], day[1], day[2], day[3], day[4]), week[0])


@njit(cache=True)
def least_nearby(memory: Memory, week_slot: int, day_slot: int, promised: float) -> float:
    """Return what is promised at the least when the clock of a wide bin may be half a bin off, by summer time say."""
    weeks, days = memory.week.shape[1], memory.day.shape[1]
    usual = usual_at(memory, week_slot, day_slot)
    least = promised
    for aside in (-1, 1):
        other = promised + _HALF * (usual_at(memory, (week_slot + aside) % weeks, (day_slot + aside) % days) - usual)
        least = other if other < least else least  # noqa: FURB136
    return _SINGLE(least)


@njit(cache=True)
def _promise_block(memory: Memory, block: Integers, level: Level, promised: Singles) -> int:
    bins, day_slot, week_slot = block[1], block[2], block[3]
    few = promise_of_weeks(memory.week, week_slot, promised)
    today = _SINGLE(level.today)
    for index in range(bins):
        promised[index] += today
    if few:
        last_week = memory.week[0][week_slot : week_slot + bins]
        promise_of_days(memory.day, day_slot, last_week, _SINGLE(level_at(level, False)), promised)  # noqa: FBT003
    return few


@njit(cache=True)
def _lose_block(memory: Memory, block: Integers, values: Singles, scratch: Scratch, out: Walk, rules: Rules) -> None:
    logs, promised, loss = scratch.logs, out.promised, out.loss
    for index in range(len(values)):
        logs[index] = log_of(values[index])
    for index in range(len(values)):
        loss[index] = kept_loss(promised[index], logs[index])
    if rules.coarse:
        for index in range(len(values)):
            least = least_nearby(memory, block[3] + index, block[2] + index, promised[index])
            loss[index] = kept_loss(least, logs[index])


@njit(cache=True)
def _learn_block(
    memory: Memory, block: Integers, scratch: Scratch, out: Walk, kept: tuple[Level, Level, Rules, bool]
) -> None:
    bins, day_slot, week_slot = block[1], block[2], block[3]
    level, tomorrow, rules, by_day = kept
    second = memory.week[1][week_slot : week_slot + bins]
    known_lift = _SINGLE(level_at(level, True) + tomorrow.shift)  # noqa: FBT003
    other_lift = _SINGLE(level_at(level, False))  # noqa: FBT003
    logs, clean, loss, mask = scratch.logs[:bins], scratch.clean[:bins], out.loss, out.mask
    shape = rules.shape
    for index in range(bins):
        shaped = (loss[index] < shape) & (second[index] == _EMPTY)
        clean[index] = (logs[index] == logs[index]) & ((mask[index] == 0) | shaped)
    for index in range(bins):
        logs[index] -= known_lift if second[index] < _EMPTY else other_lift
    learn_run(memory.week, week_slot, clean, logs)
    if by_day:
        learn_run(memory.day, day_slot, clean, logs)


@njit(cache=True)
def _mark(mask: Bytes, begin: int, end: int, value: int) -> None:
    for index in range(begin, end):
        mask[index] = value


@njit(cache=True)
def _judge_block(
    weeks: tuple[Singles, Singles],
    weight: float,
    out: Walk,
    residuals: Singles,
    kept: tuple[Stand, Level, Rules, int, int, int, float],
) -> tuple[Stand, Level, int]:
    stand, level, rules, first, since, found, noise = kept
    known_level, other_level = level_at(level, True), level_at(level, False)  # noqa: FBT003
    unit = max(rules.least, rules.noises * noise)
    total, number, shift = _ZERO, 0, level.shift
    judged = noise == noise
    promised, losses, noises, mask = out.promised, out.loss, out.noise, out.mask
    first_week, second_week = weeks
    for at in range(len(losses)):
        loss = losses[at]
        noises[at] = noise
        mask[at] = 0
        if loss != loss:
            continue
        calm = stand.inside == 0 and stand.score <= _ZERO and loss <= unit
        if judged and not calm and first + at >= since:
            noise_here = at_noise(noise, promised[at], rules)
            noises[at] = noise_here
            doubted = noise_here if first_week[at] < _EMPTY else max(noise_here, rules.unseen)
            stand, what = judge(stand, evidence_of(loss, noise, noise_here), doubted, first + at, rules)
            mask[at] = is_masked(stand, loss, noise_here, first + at, rules)
            if what == OPENED:
                _mark(mask, max(0, stand.began - first), at + 1, 1)
            elif what == CLOSED:
                _mark(mask, max(0, stand.back_at - first), at + 1, 0)
                found = _write_cut(out.cuts, found, stand.began, stand.last, stand.back_at)
        if mask[at] == 0:
            number += 1
            lifted = known_level if second_week[at] < _EMPTY else other_level
            total += lifted - max(min(loss, DAILY_LIMIT), -DAILY_LIMIT)
            if stand.score <= _ZERO:
                residuals[residual_bin(loss + shift)] += weight
    level = Level(level.today, level.last, level.second, level.third, _SINGLE(total), number, level.days, level.shift)
    return stand, level, found


@njit(cache=True)
def walk_through(values: Singles, blocks: Integers, rules: Rules, memory: Memory, walk: Walk) -> int:
    """Walk through a series, day by day (``blocks_of``), and return how many cuts were written.

    A cut that is not over has −1 for its first bin back.
    """
    fresh(memory)
    stand = Stand(_ZERO, 0, 0, 0, -1, _ZERO, 0, 0)
    level = Level(_ZERO, _ZERO, _ZERO, _ZERO, _ZERO, 0, 0, _ZERO)
    longest = memory.day.shape[1]
    scratch = Scratch(np.empty(longest, dtype=np.float32), np.empty(longest, dtype=np.uint8))
    weight, since, found, unknown = _ONE, len(values) + rules.min_history, 0, 0
    for rank in range(len(blocks)):
        block = blocks[rank]
        first, end = block[0], block[0] + block[1]
        noise = noise_of(memory.residuals)
        weight = heavier(weight, memory.residuals)
        out = Walk(
            walk.promised[first:end], walk.loss[first:end], walk.noise[first:end], walk.mask[first:end], walk.cuts
        )
        few = _promise_block(memory, block, level, out.promised)
        unknown = rank if few else unknown
        _lose_block(memory, block, values[first:end], scratch, out, rules)
        since = _since(values, block, since, rules)
        slots = block[3], block[3] + block[1]
        weeks = memory.week[0][slots[0] : slots[1]], memory.week[1][slots[0] : slots[1]]
        kept = stand, level, rules, first, since, found, noise
        stand, level, found = _judge_block(weeks, weight, out, memory.residuals, kept)
        tomorrow = new_day(level, block[1], noise)
        _learn_block(memory, block, scratch, out, (level, tomorrow, rules, rank - unknown < _DAYS_TO_FORGET))
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
        residuals /= HEAVIEST
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
