"""Compiled: what one cut amounts to: where it began, how deep, how long, and whether it fell or glided.

A holiday glides down over hours, and a single shock of the noise dies away by itself; a cut falls within an hour and
stays down. These shapes are fitted around the onset and around the end,
by least squares on residuals whose autocorrelation is taken out, and the difference of the two misfits in units of
the innovations' variance is twice a logarithm of likelihood ratio (Prais and Winsten, 1954, for the transformation).
Importing this file imports Numba, so only the functions that run it do.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from temoin.outages.measure.grid import Bytes, Integers, Singles

_FAST = (0.0, 0.5, 1.0)  # hours
_SLOW = (2.5, 4.0, 6.0)
_FEWEST = 6  # bins either side of an edge
_MOST_RELATED = 0.9
_WORST = 1e30
_SLOWER = 12.0  # what a slower fall must fit better by, in variances, before an onset is dated by it
_LEAST_VARIANCE = 1e-4
_NOTHING_LEFT = 5.9  # a loss as large as is counted
_A_STEP = 0.16  # a loss that a single bin adds when a fall takes several
_CLEARLY = 0.25  # a loss of 22 %: what tells the first bin of a fall from a lower level before it
_MANY = 12  # bins of a fall from which its deepest few tell of the noise
_DEEP = 1.2  # a loss of 70 %: its first bins need no fit


class Limits(NamedTuple):
    """What a cut is shaped and judged by, see ``Settings``: bins, and losses on a logarithmic scale."""

    confirm: int
    bins_an_hour: float
    least: float
    spares: float
    coarse_spares: float
    mean_spares: float
    outlasts: float
    falls_odds: float
    both_odds: float


class Shape(NamedTuple):
    """A cut as shaped: onset (bin), sustained and mean loss (logarithms), bins lost, edges (twice the log odds)."""

    onset: int
    sustained: float
    mean: float
    lost: float
    falls: float
    returns: float


@njit(cache=True)
def sustained_in(loss: Singles, begin: int, end: int, confirm: int) -> float:
    """Return the largest loss that ``confirm`` measured bins in a row kept, between two bins."""
    window = np.zeros(confirm)
    held, best, least_seen = 0, 0.0, _WORST
    for index in range(begin, end):
        value = loss[index]
        if value != value:
            continue
        window[held % confirm] = value
        held += 1
        least_seen = min(least_seen, value)
        if held >= confirm:
            best = max(best, window.min())
    return best if held >= confirm else (max(least_seen, 0.0) if held else 0.0)


@njit(cache=True)
def onset_in(loss: Singles, begin: int, end: int, half_way: float) -> int:
    """Return where the stretch begins over which losses exceed ``half_way`` by the most in sum (Kadane)."""
    running, since, best, onset = 0.0, begin, -1.0, begin
    for index in range(begin, end):
        value = loss[index]
        if value != value:
            continue
        if running <= 0.0:
            running, since = 0.0, index
        running += min(value, 1.0) - half_way
        if running > best:
            best, onset = running, since
    return onset


@njit(cache=True)
def first_step(loss: Singles, onset: int, least: float) -> int:
    """Return the first of the bins that step down one after the other until the onset; a glide before it stays out."""
    while onset >= 2:
        before, earlier = loss[onset - 1], loss[onset - 2]
        if not (before >= least and before - max(earlier, 0.0) >= _A_STEP):
            return onset
        onset -= 1
    return onset


@njit(cache=True)
def relation_in(loss: Singles, mask: Bytes, begin: int, end: int) -> tuple[float, float]:
    """Return the lag-one autocorrelation of clean residuals and the variance of their innovations; NaN if few."""
    number, mean = 0, 0.0
    for index in range(begin, end):
        if mask[index] == 0 and loss[index] == loss[index]:
            number += 1
            mean += loss[index]
    if number < 2 * _FEWEST:
        return math.nan, math.nan
    mean /= number
    square, product, pairs = 0.0, 0.0, 0
    for index in range(begin + 1, end):
        here, before = loss[index] - mean, loss[index - 1] - mean
        if mask[index] or mask[index - 1] or here != here or before != before:
            continue
        square += 0.5 * (here * here + before * before)
        product += here * before
        pairs += 1
    if pairs < _FEWEST:
        return math.nan, math.nan
    related = min(max(product / square, 0.0), _MOST_RELATED) if square > 0.0 else 0.0
    # Of the residuals as they are whitened: where the relation is capped, this is less than 1 − ρ² of their variance.
    innovations = square * (1 + related * related) - 2 * related * product
    return related, max(innovations / pairs, _LEAST_VARIANCE)


@njit(cache=True)
def _misfit(whitened: Singles, related: float, turn: float, width: float) -> float:
    bins = len(whitened)
    first, later = math.sqrt(1 - related * related), 1 - related
    one_one = first * first + (bins - 1) * later * later
    one_x = first * whitened[0]
    x_x, one_f, f_f, f_x, before = whitened[0] * whitened[0], 0.0, 0.0, 0.0, 0.0
    for index in range(bins):
        risen = (1.0 if index >= turn else 0.0) if width <= 0.0 else min(max((index - turn) / width + 0.5, 0.0), 1.0)
        rise = first * risen if index == 0 else risen - related * before
        before = risen
        one = first if index == 0 else later
        one_f += one * rise
        f_f += rise * rise
        f_x += rise * whitened[index]
        if index:
            one_x += later * whitened[index]
            x_x += whitened[index] * whitened[index]
    determinant = one_one * f_f - one_f * one_f
    flat = x_x - one_x * one_x / one_one
    if determinant <= 1e-12:
        return flat
    size = (one_one * f_x - one_f * one_x) / determinant
    return flat - size * size * determinant / one_one if size > 0.0 else flat


@njit(cache=True)
def _best_misfit(
    whitened: Singles, related: float, hours: tuple[float, ...], scale: tuple[float, float]
) -> tuple[float, float]:
    best, least, begins, side = _WORST, _WORST, 0.0, min(_FEWEST, len(whitened) // 4)
    bins_an_hour, slower = scale
    for rank in range(len(hours)):
        bins = hours[rank] * bins_an_hour
        for turn in range(side, len(whitened) - side):
            misfit = _misfit(whitened, related, turn, bins)
            best = min(best, misfit)
            if misfit + min(rank, 1) * slower < least:
                least, begins = misfit + min(rank, 1) * slower, turn - 0.5 * bins
    return best, begins


@njit(cache=True)
def _shock_misfit(whitened: Singles, related: float) -> float:
    bins, later = len(whitened), 1 - related
    one_one = (1 - related * related) + (bins - 1) * later * later
    one_x, x_x = math.sqrt(1 - related * related) * whitened[0], whitened[0] * whitened[0]
    for index in range(1, bins):
        one_x += later * whitened[index]
        x_x += whitened[index] * whitened[index]
    flat = x_x - one_x * one_x / one_one
    best = flat
    for turn in range(1, bins):
        apart = whitened[turn] - later * one_x / one_one
        best = min(best, flat - apart * apart / (1 - later * later / one_one))
    return best


@njit(cache=True)
def abruptness(window: Singles, relation: tuple[float, float], bins_an_hour: float) -> tuple[float, int]:
    """Return how much better a fall within an hour fits a window of losses than a glide or a shock does, and where.

    Parameters
    ----------
    window : losses around an edge, rising; NaN where not measured
    relation : as ``relation_in`` gives it
    bins_an_hour : how many bins an hour holds

    Returns
    -------
    twice the logarithm of the likelihood ratio, 0 where there is too little to tell; and the first bin of the fall
    that fits best, −1 likewise
    """
    related, variance = relation
    if len(window) < 2 * _FEWEST or variance != variance:
        return 0.0, -1
    whitened = np.empty(len(window), dtype=np.float32)
    before = 0.0
    for index in range(len(window)):
        value = window[index] if window[index] == window[index] else before
        value = min(value, 1.0)
        whitened[index] = value - related * before if index else value * math.sqrt(1 - related * related)
        before = value
    slow, _ = _best_misfit(whitened, related, _SLOW, (bins_an_hour, 0.0))
    slow = min(slow, _shock_misfit(whitened, related))
    fast, begins = _best_misfit(whitened, related, _FAST, (bins_an_hour, _SLOWER * variance))
    return (slow - fast) / variance, math.ceil(begins)


@njit(cache=True)
def share_of(loss: float) -> float:
    """Return the share lost, 0 to 1, of a loss on a logarithmic scale."""
    return 1.0 if loss > _NOTHING_LEFT else max(1.0 - math.exp(-loss), 0.0)


@njit(cache=True)
def deepest_share(loss: Singles, begin: int, end: int, widest: int) -> float:
    """Return the mean share lost over the deepest stretch of a fall, 0 to 1.

    The stretch holds half of the fall's measured bins, ``widest`` at most: the deepest few bins of many would tell
    more of the noise than of the fall. A fall of few bins has no such stretch, and the answer is 1.
    """
    measured = loss[begin:end]
    measured = measured[~np.isnan(measured)]
    if len(measured) < _MANY:
        return 1.0
    width = min(len(measured) // 2, max(widest, 1))
    running, best = 0.0, 0.0
    for index in range(len(measured)):
        running += share_of(measured[index])
        if index >= width:
            running -= share_of(measured[index - width])
        if index >= width - 1:
            best = max(best, running / width)
    return min(best, 1.0)


@njit(cache=True)
def shape_cut(loss: Singles, noise: Singles, mask: Bytes, cut: Integers, limits: Limits) -> Shape:
    """Return what a cut amounts to; its edges only where they are asked for, else 0.

    Parameters
    ----------
    loss, noise, mask : as the walk wrote them, a value a bin
    cut : first bin, last fallen bin, first bin back (−1: none)
    """
    begin, last, bins_an_hour = cut[0], cut[1], limits.bins_an_hour
    sustained = sustained_in(loss, begin, last + 1, limits.confirm)
    clearly = max(_CLEARLY, 0.12 * sustained, 2.5 * noise[begin])
    onset = onset_in(loss, begin, last + 1, min(0.5 * sustained, clearly))
    onset = first_step(loss, onset, max(_A_STEP, 4.0 * noise[begin]))
    total, number, lost = 0.0, 0, 0.0
    for index in range(onset, last + 1):
        if loss[index] == loss[index]:
            total += min(loss[index], 1.5 * sustained)
            lost += share_of(loss[index])
            number += 1
    mean = total / max(number, 1)
    if sustained >= _DEEP or mean < limits.least or bins_an_hour < 1.0:
        return Shape(onset, sustained, mean, lost, 0.0, 0.0)
    falls, returns, turn = _edges(loss, mask, (onset, cut[2]), bins_an_hour)
    if 0 <= turn <= last and loss[turn] == loss[turn]:
        onset = turn
    return Shape(onset, sustained, mean, lost, falls, returns)


@njit(cache=True)
def _edges(loss: Singles, mask: Bytes, ends: tuple[int, int], bins_an_hour: float) -> tuple[float, float, int]:
    onset, returned = ends
    side = max(_FEWEST, round(3 * bins_an_hour))
    relation = relation_in(loss, mask, max(0, onset - int(72 * bins_an_hour)), onset)
    begin = max(0, onset - side)
    falls, turn = abruptness(loss[begin : min(len(loss), onset + side)], relation, bins_an_hour)
    returns = 0.0
    if returned >= 0:
        returns, _ = abruptness(-loss[max(onset, returned - side) : returned + side], relation, bins_an_hour)
    return falls, returns, begin + turn if turn >= 0 else -1


@njit(cache=True)
def is_fall(shape: Shape, cut: Integers, limits: Limits) -> bool:
    """Return whether a cut is a fall: deep, or fallen within an hour; where bins are wide, deep or lasting.

    The larger the mean loss, the less its edges must show: holidays seldom cost a third.
    """
    if shape.mean < limits.least:
        return False
    if shape.sustained >= limits.spares:
        return True
    if limits.bins_an_hour < 1.0:
        return shape.mean >= limits.coarse_spares or cut[1] + 1 - shape.onset >= limits.outlasts
    asked = 1.0 - (shape.mean - limits.coarse_spares) / (limits.mean_spares - limits.coarse_spares)
    asked = min(max(asked, 0.0), 1.0)
    together = min(shape.falls, shape.returns) > 0 and shape.falls + shape.returns >= asked * limits.both_odds
    return together or shape.falls >= asked * limits.falls_odds or asked <= 0.0
