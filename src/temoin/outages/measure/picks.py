"""From cuts on a grid to picks: onset as an interval, sustained depth, hours lost, confidence, evidence rows."""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from temoin.evidence.digest import digest
from temoin.outages.measure.grid import (
    LARGEST_LOG,
    SECONDS_A_DAY,
    SECONDS_A_WEEK,
    SECONDS_AN_HOUR,
    Floats,
    Grid,
    Integers,
)
from temoin.outages.measure.levels import Shift, shifts_of
from temoin.outages.measure.walked import Walked
from temoin.outages.settings import Settings
from temoin.outages.signals import signal_named
from temoin.period import UTC, iso

if TYPE_CHECKING:
    from temoin.outages.measure.edges import Limits, Shape

PICK_METHOD = "outages.pick/2"
_DEEPEST_HOURS = 6  # the depth of a long fall is that of its deepest six hours
_LONG_DAYS = 3  # a cut this long within a change of level is that change
_LEVEL_CONFIRMS = 14  # days
_RETURNS_HOURS = 6  # a level is back when it has been so on the average of these hours
_DATED_DAYS = 1  # a fall this near a change of level dates it
SUREST = 0.99
DIGITS = 6


def pick_rows(grid: Grid, walked: Walked, settings: Settings) -> list[dict[str, object]]:
    """Return the rows of table ``PICKS`` for one series, in order of time.

    Parameters
    ----------
    grid : the series
    walked : what the walk through it gave
    settings : see ``Settings``
    """
    cuts = list(_falls(grid, walked, settings))
    over = [
        (shape.onset, int(cut[1]))
        for cut, shape in cuts
        if shape.sustained >= -math.log(1 - settings.edge_spares)
        and not _has_settled(grid, walked, cut, shape, settings)
    ]
    shifts = shifts_of(grid, walked, over, settings)
    rows = [
        _cut_row(grid, walked, cut, shape, settings) for cut, shape in cuts if not _explained(grid, cut, shape, shifts)
    ]
    rows += [_level_row(grid, _dated(grid, shift, cuts), settings) for shift in shifts]
    return sorted(rows, key=lambda row: str(row["began"]))


def _dated(grid: Grid, shift: Shift, cuts: list[tuple[Integers, "Shape"]]) -> Shift:
    # A change of level that began as a clear fall is dated to its bin and not to its day.
    near = _DATED_DAYS * SECONDS_A_DAY / grid.step
    onsets = [shape.onset for _, shape in cuts if abs(shape.onset - shift.began) <= near]
    return replace(shift, began=onsets[0], steepest=onsets[0], dated=True) if len(onsets) == 1 else shift


def _falls(grid: Grid, walked: Walked, settings: Settings) -> Iterator[tuple[Integers, "Shape"]]:
    if len(walked.cuts):
        from temoin.outages.measure.edges import is_fall, shape_cut

        limits = limits_of(grid.step, settings)
        for cut in walked.cuts:
            shape = shape_cut(walked.loss, walked.noise, walked.mask, cut, limits)
            if is_fall(shape, cut, limits):
                yield cut, shape


def _explained(grid: Grid, cut: Integers, shape: "Shape", shifts: list[Shift]) -> bool:
    if (int(cut[1]) + 1 - shape.onset) * grid.step < _LONG_DAYS * SECONDS_A_DAY:
        return False
    return any(shape.onset < (shift.back or len(grid.times)) and cut[1] >= shift.began for shift in shifts)


def limits_of(step: int, settings: Settings) -> "Limits":
    """Return what cuts of a series with bins of ``step`` seconds are shaped and judged by."""
    from temoin.outages.measure.edges import Limits

    falls_odds, both_odds = settings.odds(step)
    return Limits(
        confirm=settings.confirming(step),
        bins_an_hour=SECONDS_AN_HOUR / step,
        least=-math.log(settings.falls_below),
        spares=-math.log(1 - settings.edge_spares),
        coarse_spares=-math.log(1 - settings.coarse_spares),
        mean_spares=-math.log(1 - settings.mean_spares),
        outlasts=settings.outlasts_days * SECONDS_A_DAY / step,
        falls_odds=falls_odds,
        both_odds=both_odds,
    )


def _cut_row(grid: Grid, walked: Walked, cut: Integers, shape: "Shape", settings: Settings) -> dict[str, object]:
    from temoin.outages.measure.edges import deepest_share, share_of

    onset, last = shape.onset, int(cut[1])
    back = int(cut[2]) if cut[2] >= 0 else None
    settled = _has_settled(grid, walked, cut, shape, settings)
    if settled and back is not None:
        back = _return(grid, walked, (onset, back), settings)
        last = (back if back is not None else len(grid.times)) - 1
    fallen = int((~np.isnan(walked.loss[onset : last + 1])).sum()) / settings.confirming(grid.step)
    deepest = deepest_share(walked.loss, onset, last + 1, _DEEPEST_HOURS * SECONDS_AN_HOUR // grid.step)
    depth = min(deepest, share_of(shape.sustained))  # neither noise nor a single worst bin
    surety = confidence(depth, float(walked.noise[onset]), fallen, _learned(grid, onset, settings))
    row = _row(grid, (onset, onset, last, back), settings)
    bins_lost = _lost_against_before(grid, walked, onset, last) if settled else shape.lost
    lost = round(bins_lost * grid.step / SECONDS_AN_HOUR, DIGITS)
    shaped = "level" if settled else "cut"
    return row | {"depth": round(depth, DIGITS), "lost_hours": lost, "confidence": surety, "shape": shaped}


def _level_row(grid: Grid, shift: Shift, settings: Settings) -> dict[str, object]:
    depth = float(np.clip(1 - math.exp(-shift.loss), 0, 1))
    last = (shift.back if shift.back is not None else len(grid.times)) - 1
    row = _row(grid, (shift.began, shift.steepest, last, shift.back), settings)
    day = dt.timedelta(days=1)
    if not shift.dated:
        row["began_latest"] = min(_moment(grid, shift.steepest) + day, _end(grid, last))
        row["began_earliest"] = _moment(grid, shift.began) - day
    surety = confidence(depth, shift.noise, shift.days / _LEVEL_CONFIRMS, _learned(grid, shift.began, settings))
    lost = round(shift.lost_days * 24, DIGITS)
    return row | {"depth": round(depth, DIGITS), "lost_hours": lost, "confidence": surety, "shape": "level"}


def _learned(grid: Grid, onset: int, settings: Settings) -> bool:
    first = int(np.flatnonzero(~np.isnan(grid.values))[0])
    return (onset - first) * grid.step >= settings.learned_days * SECONDS_A_DAY


def _row(grid: Grid, bins: tuple[int, int, int, int | None], settings: Settings) -> dict[str, object]:
    onset, surely, last, ended = bins
    measured = np.flatnonzero(~np.isnan(grid.values))
    before = measured[measured < onset]
    rows = grid.rows[onset : last + 1]
    began = _moment(grid, onset)
    return {
        "id": digest([PICK_METHOD, settings.record(), grid.source, grid.place, grid.signal, iso(began)]),
        "source": grid.source,
        "place": grid.place,
        "signal": grid.signal,
        "family": signal_named(grid.signal).family,
        "began": began,
        "began_earliest": _moment(grid, int(before[-1]) if len(before) else onset),
        "began_latest": _end(grid, surely),
        "ended": None if ended is None else _moment(grid, ended),
        "ended_earliest": None if ended is None else _moment(grid, last),
        "ended_latest": None if ended is None else _end(grid, ended),
        "observed_until": _end(grid, int(measured[-1])),
        "learned_week": _learned(grid, onset, settings),
        "step": grid.step,
        "first_row": int(rows[rows > 0].min()),
        "last_row": int(rows[rows > 0].max()),
        "doubt": None,
    }


def _has_settled(grid: Grid, walked: Walked, cut: Integers, shape: "Shape", settings: Settings) -> bool:
    return bool(cut[2] >= 0) and _settled(grid, walked, (shape.onset, int(cut[2])), settings)


def _settled(grid: Grid, walked: Walked, span: tuple[int, int], settings: Settings) -> bool:
    onset, back = span
    if (back - onset) * grid.step < settings.settles_after_days * SECONDS_A_DAY:
        return False
    day = max(1, SECONDS_A_DAY // grid.step)
    after = _against_before(grid, walked, onset)[back - onset :][:day]
    return bool((~np.isnan(after)).any()) and float(np.nanmean(after)) < settings.back_above


def _return(grid: Grid, walked: Walked, span: tuple[int, int], settings: Settings) -> int | None:
    onset, back = span
    ratio = _against_before(grid, walked, onset)
    width = max(settings.confirming(grid.step), _RETURNS_HOURS * SECONDS_AN_HOUR // grid.step)
    known = ~np.isnan(ratio)
    total = np.concatenate([[0.0], np.cumsum(np.where(known, ratio, 0.0))])
    number = np.concatenate([[0], np.cumsum(known)])
    starts = np.arange(back - onset, max(back - onset, len(ratio) - width + 1))
    held = number[starts + width] - number[starts]
    mean = (total[starts + width] - total[starts]) / np.maximum(held, 1)
    returned = starts[(mean >= settings.back_above) & (2 * held >= width)]
    if not len(returned):
        return None
    back_there = np.flatnonzero(np.nan_to_num(ratio, nan=0.0) >= settings.back_above)
    return onset + int(back_there[back_there >= returned[0]][0])


def _against_before(grid: Grid, walked: Walked, onset: int) -> Floats:
    # Shares of what was promised at the same time of the week before the onset: later promises follow the new level.
    week, day = SECONDS_A_WEEK // grid.step, max(1, SECONDS_A_DAY // grid.step)
    period = week if onset >= week and not np.isnan(walked.promised[onset - week]) else day
    first = max(0, onset - period)
    same = first + np.arange(len(grid.values) - onset) % max(1, onset - first)
    ratio: Floats = grid.values[onset:] / walked.promised[same]
    return ratio


def _lost_against_before(grid: Grid, walked: Walked, onset: int, last: int) -> float:
    return max(0.0, float(np.nansum(1 - _against_before(grid, walked, onset)[: last + 1 - onset])))


def confidence(depth: float, noise: float, confirmations: float, learned_week: bool) -> float:  # noqa: FBT001
    """Return how much one pick is to be believed, 0 to 1.

    The product of three shares: how far the sustained loss lies beyond the noise, 1 − exp(−z/10) with z in noises
    on a logarithmic scale; how long it lasts, 1 − 2⁻ⁿ with n in times the confirmation; and 1 when the past held
    two weeks, else 0.8. It is a documented order of belief, not a probability.

    Examples
    --------
    >>> round(confidence(0.97, 0.05, 8.0, True), 2)
    0.99
    >>> round(confidence(0.25, 0.05, 2.0, False), 2)
    0.26
    """
    loss = min(LARGEST_LOG, -math.log(max(1 - depth, math.exp(-LARGEST_LOG))))
    far = 1 - math.exp(-loss / max(noise, 1e-9) / 10)
    long = 1 - math.pow(0.5, confirmations)
    return round(min(SUREST, far * long * (1.0 if learned_week else 0.8)), DIGITS)


def _moment(grid: Grid, index: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(int(grid.times[index]), tz=UTC)


def _end(grid: Grid, index: int) -> dt.datetime:
    return _moment(grid, index) + dt.timedelta(seconds=grid.step)
