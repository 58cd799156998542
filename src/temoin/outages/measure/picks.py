"""From cuts on a grid to picks: onset as an interval, sustained depth, hours lost, confidence, evidence rows."""

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

from temoin.evidence.digest import digest
from temoin.outages.measure.grid import LARGEST_LOG, SECONDS_A_DAY, Floats, Grid
from temoin.outages.settings import Settings
from temoin.outages.signals import signal_named
from temoin.period import UTC, iso

PICK_METHOD = "outages.pick/1"
_HALF_AN_HOUR = 1800
_SECONDS_AN_HOUR = 3600
SUREST = 0.99
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of bins: the first fallen, the last fallen, and the first that is back (None: not within the data)."""

    began: int
    last: int
    back: int | None


def pick_rows(
    grid: Grid, promised: Floats, noise: Floats, cuts: list[Cut], settings: Settings
) -> list[dict[str, object]]:
    """Return the rows of table ``PICKS`` for one series, in order of time.

    Parameters
    ----------
    grid : the series
    promised, noise : per bin, the expected value and the noise on a logarithmic scale; NaN where not known
    cuts : as the walk found them
    settings : see ``Settings``
    """
    level = np.divide(
        grid.values, promised, out=np.full(len(promised), np.nan), where=np.nan_to_num(promised, nan=0.0) > 0
    )
    confirm = settings.confirming(grid.step)
    rows = []
    for cut in cuts:
        around = max(settings.edge, 2 * float(noise[cut.began]))
        edge = _edge_at(level, cut, max(2, _HALF_AN_HOUR // grid.step), around)
        if edge is not None:
            rows.append(_row(grid, level, noise, Cut(edge, cut.last, cut.back), settings))
        elif _depth(level, cut, confirm) >= settings.edge_spares:
            rows.append(_row(grid, level, noise, cut, settings))
    return rows


def _edge_at(level: Floats, cut: Cut, width: int, edge: float) -> int | None:
    measured = np.flatnonzero(~np.isnan(level[: cut.last + width + 1]))
    levels = np.concatenate([np.ones(width), level[measured]])
    sums = np.concatenate([[0.0], np.cumsum(levels)])
    onset = int(np.searchsorted(measured, cut.began))
    first = max(0, onset - width)
    at = np.arange(first, len(measured) - width + 1)
    before = (sums[at + width] - sums[at]) / width
    after = (sums[at + 2 * width] - sums[at + width]) / width
    drops = before - after
    abrupt = np.flatnonzero(drops >= edge)
    if not len(abrupt):
        return None
    begins = int(abrupt[0])
    if first + begins <= onset + width:
        return cut.began
    steepest = begins + int(np.argmax(drops[begins : begins + width]))
    return int(measured[first + steepest])


def _depth(level: Floats, cut: Cut, confirm: int) -> float:
    levels = level[cut.began : cut.last + 1]
    levels = levels[~np.isnan(levels)]
    wide = min(confirm, len(levels))
    sustained = np.lib.stride_tricks.sliding_window_view(levels, wide).max(axis=1).min()
    return float(np.clip(1 - sustained, 0, 1))


def _row(grid: Grid, level: Floats, noise: Floats, cut: Cut, settings: Settings) -> dict[str, object]:
    measured = np.flatnonzero(~np.isnan(grid.values))
    before = measured[measured < cut.began]
    normal = int(before[-1])
    inside = level[cut.began : cut.last + 1]
    fallen = inside[~np.isnan(inside)]
    depth = _depth(level, cut, settings.confirming(grid.step))
    rows = grid.rows[cut.began : cut.last + 1]
    learned = (cut.began - int(measured[0])) * grid.step >= settings.learned_days * SECONDS_A_DAY
    began = _moment(grid, cut.began)
    return {
        "id": digest([PICK_METHOD, settings.record(), grid.source, grid.place, grid.signal, iso(began)]),
        "source": grid.source,
        "place": grid.place,
        "signal": grid.signal,
        "family": signal_named(grid.signal).family,
        "began": began,
        "began_earliest": _moment(grid, normal),
        "began_latest": _end(grid, cut.began),
        "ended": None if cut.back is None else _moment(grid, cut.back),
        "ended_earliest": None if cut.back is None else _moment(grid, cut.last),
        "ended_latest": None if cut.back is None else _end(grid, cut.back),
        "observed_until": _end(grid, int(measured[-1])),
        "depth": round(depth, DIGITS),
        "lost_hours": round(float(np.clip(1 - fallen, 0, 1).sum()) * grid.step / _SECONDS_AN_HOUR, DIGITS),
        "confidence": confidence(depth, float(noise[cut.began]), len(fallen) / settings.confirming(grid.step), learned),
        "learned_week": learned,
        "step": grid.step,
        "first_row": int(rows[rows > 0].min()),
        "last_row": int(rows[rows > 0].max()),
        "shape": "cut",
        "doubt": None,
    }


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
