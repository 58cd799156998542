"""Detection: what each series' clean past promises, and the stretches during which it kept less than that.

The baseline is causal (it looks back only) and masked (it never learns from a bin it has flagged), so a cut that
comes back every night stays a cut, and a month without network does not become the new usual.

References
----------
Masked, causal time-of-week medians answer two failures on public record: a window rebuilt on the outage itself
(InetIntel/watchtower-sentry, inpainting limited to seven days) and seasonal models that learn a repeated cut
(Guillot et al., Chocolatine, TMA 2019, arXiv 1906.04426). The share under which a signal is down follows IODA's rule
for active probing (80 % of the median; InetIntel/ioda-ui, Help.js).
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from temoin.outages.measure.grid import SECONDS_A_DAY, SECONDS_A_WEEK, Floats, Grid, Integers, grids_of, utc_times
from temoin.outages.measure.picks import Cut, pick_rows
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.signals import signal_named
from temoin.outages.tables import EXPECTED, PICKS, SIGNALS

_NEVER = 1e9


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
    expected: list[pl.DataFrame] = []
    picks: list[dict[str, object]] = []
    for grid in grids_of(SIGNALS.require(signals)):
        promised, noise, cuts = _walked(grid, settings)
        rows = pick_rows(grid, promised, noise, cuts, settings)
        picks.extend(rows)
        expected.append(_expected_frame(grid, promised, noise, rows, settings))
    found = PICKS.frame(picks).sort("place", "began", "signal", "source")
    return Measured(EXPECTED.require(pl.concat(expected)) if expected else EXPECTED.empty(), found)


def find_picks(signals: pl.DataFrame, *, settings: Settings = DEFAULT) -> pl.DataFrame:
    """Return the stretches during which each signal stayed below what its clean past promises.

    A pick begins with bins that are both under ``falls_below`` of the expected value and further from it than the
    noise explains, and ends with bins that are back. An unmeasured bin changes nothing: silence is not an outage. A
    loss of less than half must show an abrupt edge, for a holiday glides.

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
    return measure(signals, settings=settings).picks


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


def _walked(grid: Grid, settings: Settings) -> tuple[Floats, Floats, list[Cut]]:
    from temoin.outages.measure import kernels

    bins = len(grid.values)
    weeks, days = _slots(SECONDS_A_WEEK, grid.step), _slots(SECONDS_A_DAY, grid.step)
    rules = kernels.Rules(
        falls_below=settings.falls_below,
        back_above=settings.back_above,
        noise_factor=settings.noise_factor,
        confirm=settings.confirming(grid.step),
        min_history=int(settings.min_history_days * SECONDS_A_DAY / grid.step),
        shape_above=_NEVER if signal_named(grid.signal).family == "reach" else settings.shape_above,
        settles_after=int(settings.settles_after_days * SECONDS_A_DAY / grid.step),
        settles_above=1 - settings.edge_spares,
        bins_a_day=max(1, SECONDS_A_DAY // grid.step),
        counts=grid.counts,
    )
    memory = kernels.Memory(
        np.zeros((weeks, settings.weeks)),
        np.zeros(weeks, dtype=np.int64),
        np.zeros((days, settings.days)),
        np.zeros(days, dtype=np.int64),
        np.zeros(kernels.RESIDUAL_BINS),
    )
    walk = kernels.Walk(np.empty(bins), np.empty(bins), np.zeros((bins // 2 + 1, 3), dtype=np.int64))
    found = kernels.walk_through(grid.values, _slot_pairs(grid), rules, memory, walk)
    cuts = [Cut(int(began), int(last), None if back < 0 else int(back)) for began, last, back in walk.cuts[:found]]
    return walk.expected, walk.noise, cuts


def _slots(span: int, step: int) -> int:
    return max(1, -(-span // step))


def _slot_pairs(grid: Grid) -> Integers:
    return np.stack([grid.times % span // grid.step for span in (SECONDS_A_WEEK, SECONDS_A_DAY)], axis=1)


def _expected_frame(
    grid: Grid, promised: Floats, noise: Floats, rows: list[dict[str, object]], settings: Settings
) -> pl.DataFrame:
    spread = np.exp(settings.band_noise * np.where(np.isnan(promised), np.nan, noise))
    times = utc_times(grid.times)
    down = np.zeros(len(promised), dtype=bool)
    for row in rows:
        inside = times >= row["began"]
        if row["ended"] is not None:
            inside &= times < row["ended"]
        down |= inside.to_numpy()
    return pl.DataFrame(
        {
            "source": pl.repeat(grid.source, len(promised), eager=True),
            "place": pl.repeat(grid.place, len(promised), eager=True),
            "signal": pl.repeat(grid.signal, len(promised), eager=True),
            "time": times,
            "value": grid.values,
            "expected": promised,
            "low": promised / spread,
            "high": promised * spread,
            "down": down,
        }
    ).with_columns(pl.col("value", "expected", "low", "high").fill_nan(None))
