"""Compiled: one more bin of many series at once, by the same steps as the walk through one series.

Arrays hold the series side by side (slots, series), so that one bin of all of them lies together in memory. A bin is
learnt one day later, when its time of day comes round: by then its day is over and what was masked stays so. Importing
this file imports Numba, so only the functions that run it do.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from numba import njit

from temoin.outages.measure.grid import Bytes, Integers, Singles
from temoin.outages.measure.judging import (
    CLOSED,
    NOTHING,
    OPENED,
    Rules,
    Stand,
    at_noise,
    evidence_of,
    is_masked,
    judge,
    kept_loss,
)
from temoin.outages.measure.kernels import DAILY_LIMIT, Level, level_at, new_day
from temoin.outages.measure.promise import (
    DAYS,
    RESIDUAL_BINS,
    WEEKS,
    log_of,
    middle_of_five,
    middle_of_four,
    noise_in,
    or_last_week,
    residual_bin,
)

_SINGLE = np.float32
_EMPTY = np.float32(np.inf)
_ZERO, _HALF = np.float32(0.0), np.float32(0.5)


class Past(NamedTuple):
    """What is remembered of every series: logarithms by slot, sizes of residuals, and the day not yet learnt."""

    week: Singles
    day: Singles
    residuals: Singles
    logs: Singles
    losses: Singles
    mask: Bytes


class Now(NamedTuple):
    """Where every series stands: fields of ``Stand`` and of ``Level``, a row each; noise; first bin judged."""

    score: Singles
    total: Singles
    counts: Integers
    level: Singles
    days: Integers
    lifts: Singles
    noise: Singles
    since: Integers


@njit(cache=True, nogil=True)
def begin_day(past: Past, now: Now, bins: int) -> None:
    """Close the day that is over, of so many bins, for every series, and measure the noise of the next."""
    for rank in range(now.noise.shape[0]):
        old = _level(now, rank)
        new = new_day(old, bins, now.noise[rank])
        now.lifts[0, rank] = level_at(old, True) + new.shift  # noqa: FBT003
        now.lifts[1, rank] = level_at(old, False)  # noqa: FBT003
        now.level[0, rank], now.level[1, rank], now.level[2, rank] = new.today, new.last, new.second
        now.level[3, rank], now.level[4, rank], now.level[5, rank] = new.third, new.total, new.shift
        now.days[0, rank], now.days[1, rank] = new.number, new.days
    _measure_noise(past.residuals, now.noise)


@njit(cache=True, nogil=True)
def _measure_noise(residuals: Singles, noise: Singles) -> None:
    # As ``noise_of`` does, a bin of all series after the other: a column of residuals lies far apart in memory.
    series = len(noise)
    total, below = np.zeros(series, dtype=np.float32), np.zeros(series, dtype=np.float32)
    for index in range(RESIDUAL_BINS):
        row = residuals[index]
        for rank in range(series):
            total[rank] += row[rank]
    noise[:] = np.nan
    for index in range(RESIDUAL_BINS):
        row = residuals[index]
        for rank in range(series):
            inside, half = row[rank], _HALF * total[rank]
            if below[rank] < half and inside > _ZERO and below[rank] + inside >= half:
                noise[rank] = noise_in(index, (half - below[rank]) / inside)
            below[rank] += inside


@njit(cache=True, nogil=True)
def learn_slot(past: Past, now: Now, day_slot: int, week_slot: int, shape: float) -> None:
    """Learn the bin that every series had at a time of day when it last came round, of that time of the week."""
    logs, losses, mask = past.logs[day_slot], past.losses[day_slot], past.mask[day_slot]
    second = past.week[1, week_slot]
    series = len(logs)
    clean = np.empty(series, dtype=np.uint8)
    for rank in range(series):
        shaped = (losses[rank] < shape) & (second[rank] == _EMPTY)
        clean[rank] = (logs[rank] == logs[rank]) & ((mask[rank] == 0) | shaped)
    for rank in range(series):
        logs[rank] -= now.lifts[0, rank] if second[rank] < _EMPTY else now.lifts[1, rank]
    for back in range(WEEKS - 1, 0, -1):
        _shift(past.week[back, week_slot], past.week[back - 1, week_slot], clean)
    _shift(past.week[0, week_slot], logs, clean)
    for back in range(DAYS - 1, 0, -1):
        _shift(past.day[back, day_slot], past.day[back - 1, day_slot], clean)
    _shift(past.day[0, day_slot], logs, clean)


@njit(cache=True, nogil=True)
def _shift(older: Singles, newer: Singles, clean: Bytes) -> None:
    for rank in range(len(older)):
        older[rank] = newer[rank] if clean[rank] else older[rank]


@njit(cache=True, nogil=True)
def promise_slot(past: Past, now: Now, day_slot: int, week_slot: int, promised: Singles) -> None:
    """Write what every series' past promises for a bin."""
    a, b = past.week[0, week_slot], past.week[1, week_slot]
    c, d = past.week[2, week_slot], past.week[3, week_slot]
    today = now.level[0]
    few = 0
    for rank in range(len(promised)):
        promised[rank] = middle_of_four(a[rank], b[rank], c[rank], d[rank]) + today[rank]
    for rank in range(len(promised)):
        few += 0 if b[rank] < _EMPTY else 1
    if not few:
        return
    day = past.day[:, day_slot]
    v, w, x, y, z = day[0], day[1], day[2], day[3], day[4]
    for rank in range(len(promised)):
        if promised[rank] != promised[rank]:
            usual = or_last_week(middle_of_five(v[rank], w[rank], x[rank], y[rank], z[rank]), a[rank])
            promised[rank] = usual + max(today[rank], _ZERO)


@njit(cache=True, nogil=True)
def judge_slot(
    values: Singles, promised: Singles, past: Past, now: Now, at: Integers, by: tuple[Rules, float]
) -> tuple[npt.NDArray[np.int64], int]:
    """Judge one bin of every series.

    Parameters
    ----------
    values, promised : a value a series
    at : bin, first bin of the day, time of the day, time of the week
    by : rules, and the weight of today's residuals

    Returns
    -------
    shape (changes, 5): series, ``OPENED`` or ``CLOSED``, first bin, last fallen bin, first bin back; and how many
    """
    rules, weight = by
    index, day_slot, week_slot = at[0], at[2], at[3]
    losses, mask = past.losses[day_slot], past.mask[day_slot]
    first_week, second_week = past.week[0, week_slot], past.week[1, week_slot]
    score, inside, noise, since = now.score, now.counts[5], now.noise, now.since
    today, totals, shifts, numbers = now.level[0], now.level[4], now.level[5], now.days[0]
    changes = np.empty((len(values), 5), dtype=np.int64)
    found = 0
    _see_slot(values, promised, (past.logs[day_slot], losses), mask, (since, index + rules.min_history))
    for rank in range(len(values)):
        loss = losses[rank]
        if loss != loss:
            continue
        calm = inside[rank] == 0 and score[rank] <= _ZERO and loss <= max(rules.least, rules.noises * noise[rank])
        if not calm and noise[rank] == noise[rank] and 0 <= since[rank] <= index:
            unseen = first_week[rank] == _EMPTY
            what = _judge_one(past, now, rank, (loss, promised[rank], unseen), at, rules)
            found = _write_change(changes, found, rank, what, _stand(now, rank))
        if mask[rank] == 0:
            lifted = today[rank] if second_week[rank] < _EMPTY else max(today[rank], _ZERO)
            totals[rank] += lifted - max(min(loss, DAILY_LIMIT), -DAILY_LIMIT)
            numbers[rank] += 1
            if score[rank] <= _ZERO:
                past.residuals[residual_bin(loss + shifts[rank]), rank] += weight
    return changes, found


@njit(cache=True)
def _see_slot(
    values: Singles, promised: Singles, out: tuple[Singles, Singles], mask: Bytes, judged: tuple[Integers, int]
) -> None:
    logs, losses = out
    since, from_bin = judged
    for rank in range(len(values)):
        logs[rank] = log_of(values[rank])
    for rank in range(len(values)):
        losses[rank] = kept_loss(promised[rank], logs[rank])
        mask[rank] = 0
    for rank in range(len(values)):
        if since[rank] < 0 and values[rank] == values[rank]:
            since[rank] = from_bin


@njit(cache=True)
def _judge_one(past: Past, now: Now, rank: int, seen: tuple[float, float, bool], at: Integers, rules: Rules) -> int:
    loss, promised, unseen = seen
    index, first, day_slot = at[0], at[1], at[2]
    noise = at_noise(now.noise[rank], promised, rules)
    told = evidence_of(loss, now.noise[rank], noise)
    stand, what = judge(_stand(now, rank), told, max(noise, rules.unseen) if unseen else noise, index, rules)
    _put(now, rank, stand)
    past.mask[day_slot, rank] = is_masked(stand, loss, noise, index, rules)
    if what == OPENED:
        _mark(past.mask, day_slot - (index - max(first, stand.began)), day_slot + 1, rank, 1)
    elif what == CLOSED:
        _mark(past.mask, day_slot - (index - max(first, stand.back_at)), day_slot + 1, rank, 0)
    return what


@njit(cache=True)
def _write_change(changes: Integers, found: int, rank: int, what: int, stand: Stand) -> int:
    if what == NOTHING:
        return found
    changes[found, 0], changes[found, 1], changes[found, 2] = rank, what, stand.began
    changes[found, 3], changes[found, 4] = stand.last, stand.back_at
    return found + 1


@njit(cache=True)
def _mark(mask: Bytes, begin: int, end: int, rank: int, value: int) -> None:
    for slot in range(begin, end):
        mask[slot, rank] = value


@njit(cache=True)
def _level(now: Now, rank: int) -> Level:
    level, days = now.level, now.days
    return Level(
        level[0, rank],
        level[1, rank],
        level[2, rank],
        level[3, rank],
        level[4, rank],
        days[0, rank],
        days[1, rank],
        level[5, rank],
    )


@njit(cache=True)
def _stand(now: Now, rank: int) -> Stand:
    counts = now.counts
    return Stand(
        now.score[rank],
        counts[0, rank],
        counts[1, rank],
        counts[2, rank],
        counts[3, rank],
        now.total[rank],
        counts[4, rank],
        counts[5, rank],
    )


@njit(cache=True)
def _put(now: Now, rank: int, stand: Stand) -> None:
    now.score[rank], now.total[rank] = stand.score, stand.total
    counts = now.counts
    counts[0, rank], counts[1, rank], counts[2, rank] = stand.count, stand.began, stand.last
    counts[3, rank], counts[4, rank], counts[5, rank] = stand.back_at, stand.number, stand.inside
