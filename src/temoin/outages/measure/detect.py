"""Detection: what each series' clean past promises, and the stretches during which it kept less than that.

The baseline is causal (it looks back only) and masked (it never learns from a bin it has flagged), so a cut that
comes back every night stays a cut, and a month without network does not become the new usual.

References
----------
Masked, causal time-of-week medians answer two failures on public record: a window rebuilt on the outage itself
(InetIntel/watchtower-sentry, inpainting limited to seven days) and seasonal models that learn a repeated cut
(Guillot et al., Chocolatine, TMA 2019, arXiv 1906.04426). Cumulative sums: Page, Biometrika 1954,
doi 10.1093/biomet/41.1-2.100.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from temoin.outages.measure.clock import blocks_of, slots_in
from temoin.outages.measure.expecting import Expected, apart, expected_frame, expected_of
from temoin.outages.measure.grid import SECONDS_A_DAY, SECONDS_A_WEEK, SECONDS_AN_HOUR, Grid, grids_of
from temoin.outages.measure.picks import pick_rows
from temoin.outages.measure.walked import Walked
from temoin.outages.places import zone_of_place
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.signals import signal_named
from temoin.outages.tables import PICKS, SIGNALS

if TYPE_CHECKING:
    from temoin.outages.measure.judging import Rules

_NEVER = 1e9
_ORDER = ("place", "began", "signal", "source")
_SHARES = ("falls_below", "back_above", "never_learnt_below", "shape_above", "unseen_above")


@dataclass(frozen=True, slots=True)
class Measured:
    """Both results of one walk: tables ``EXPECTED`` and ``PICKS``."""

    expected: pl.DataFrame
    picks: pl.DataFrame


def measure(signals: pl.DataFrame, *, settings: Settings = DEFAULT) -> Measured:
    """Return what each series' past promises and where it fell, in one walk.

    Parameters
    ----------
    signals : table ``SIGNALS``, any number of series
    settings : the parameters, see ``Settings``

    Returns
    -------
    tables ``EXPECTED`` (in order of source, place, signal, time) and ``PICKS`` (by place, began, signal, source);
    a series with fewer than two measures is in neither

    Raises
    ------
    TableError : a column is missing or of another type
    """
    expected: list[Expected] = []
    picks: list[dict[str, object]] = []
    long, short = apart(SIGNALS.require(signals), settings.min_history_days)
    for grid in grids_of(long):
        walked = walk_along(grid, settings)
        rows = pick_rows(grid, walked, settings)
        picks.extend(rows)
        expected.append(expected_of(grid, walked, rows, settings))
    told = expected_frame(expected)
    if len(short):
        told = pl.concat([told, short]).sort("source", "place", "signal", "time")
    return Measured(told, PICKS.frame(picks).sort(_ORDER))


def find_picks(signals: pl.DataFrame, *, settings: Settings = DEFAULT) -> pl.DataFrame:
    """Return the stretches during which each signal stayed below what its clean past promises.

    A pick begins where what bins lack adds up to more than noise explains, and ends with bins that are back. An
    unmeasured bin changes nothing: silence is not an outage. A loss of less than half must have fallen within an
    hour, for a holiday glides. A lasting change of level, days in the making, is a pick of its own shape.

    Parameters
    ----------
    signals : table ``SIGNALS``, any number of series
    settings : the parameters, see ``Settings``

    Returns
    -------
    table ``PICKS``, in order of place, began, signal, source; empty when nothing fell

    Raises
    ------
    TableError : a column is missing or of another type

    Examples
    --------
    >>> from temoin.outages import sample
    >>> find_picks(sample.one_night_down())["began"].dt.to_string("%d %b %H:%M").to_list()
    ['19 Mar 20:00', '19 Mar 20:30', '19 Mar 20:30']
    """
    grids = grids_of(apart(SIGNALS.require(signals), settings.min_history_days)[0])
    rows = (row for grid in grids for row in pick_rows(grid, walk_along(grid, settings), settings))
    return PICKS.frame(list(rows)).sort(_ORDER)


def expect(signals: pl.DataFrame, *, settings: Settings = DEFAULT) -> pl.DataFrame:
    """Return, for every bin of every series, what its clean past promises, with the band that noise explains.

    Parameters
    ----------
    signals : table ``SIGNALS``, any number of series
    settings : the parameters, see ``Settings``

    Returns
    -------
    table ``EXPECTED``, in order of source, place, signal, time; ``expected`` is null where the past is too short

    Raises
    ------
    TableError : a column is missing or of another type
    """
    return measure(signals, settings=settings).expected


def walk_along(grid: Grid, settings: Settings) -> Walked:
    """Return what the walk through one series gives; losses and noises are on a logarithmic scale."""
    from temoin.outages.measure import kernels

    bins = len(grid.values)
    blocks = blocks_of(int(grid.times[0]), grid.step, bins, zone_of_place(grid.place))
    memory = kernels.memory_of(slots_in(SECONDS_A_WEEK, grid.step), slots_in(SECONDS_A_DAY, grid.step))
    walk = kernels.room_for(bins)
    rules = rules_of(grid.step, settings, rests=rests(grid.signal), counts=grid.counts)
    found = kernels.walk_through(grid.values.astype(np.float32), blocks, rules, memory, walk)
    promised = np.exp(walk.promised.astype(np.float64))
    return Walked(promised, walk.loss, walk.noise, walk.mask, walk.cuts[:found])


def rests(signal: str) -> bool:
    """Return whether a signal sleeps, rests and celebrates as people do; one that nobody knows may."""
    return signal_named(signal).family != "reach"


def rules_of(step: int, settings: Settings, *, rests: bool, counts: bool) -> "Rules":
    """Return what a walk decides by.

    Parameters
    ----------
    step : bin width, seconds
    settings : see ``Settings``
    rests : the signal sleeps, rests and celebrates as people do
    counts : its values are counts
    """
    from temoin.outages.measure.judging import Rules

    lost = {name: np.float32(-math.log(getattr(settings, name))) for name in _SHARES}
    return Rules(
        least=np.float32(0.5 * lost["falls_below"]),
        noises=np.float32(settings.counts_noises),
        unseen=np.float32(lost["unseen_above"] / settings.counts_noises if rests else 0.0),
        opens=np.float32(settings.opening(step)),
        closes=np.float32(settings.closes),
        back=lost["back_above"],
        deep=lost["never_learnt_below"],
        deep_noises=np.float32(settings.never_learnt_noises),
        shape=lost["shape_above"] if rests else np.float32(-_NEVER),
        settles_under=np.float32(-math.log(1 - settings.edge_spares)),
        confirm=settings.confirming(step),
        min_history=int(settings.min_history_days * SECONDS_A_DAY / step),
        settles_after=int(settings.settles_after_days * SECONDS_A_DAY / step),
        counts=counts,
        coarse=SECONDS_AN_HOUR < step < SECONDS_A_DAY,
    )
