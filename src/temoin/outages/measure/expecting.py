"""What was expected of each bin, as a table: the promise, the band that noise explains, and where a pick lies."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from temoin.outages.measure.grid import Floats, Grid, utc_times
from temoin.outages.measure.picks import Walked
from temoin.outages.settings import Settings
from temoin.outages.tables import EXPECTED


@dataclass(frozen=True, slots=True)
class Expected:
    """One series: its grid, what each bin was promised, how far noise spreads it, and whether it lies in a pick."""

    grid: Grid
    promised: Floats
    spread: Floats
    down: npt.NDArray[np.bool_]


def expected_of(grid: Grid, walked: Walked, rows: Sequence[dict[str, object]], settings: Settings) -> Expected:
    """Return what was expected of one series.

    Parameters
    ----------
    grid, walked : the series, and what the walk through it gave
    rows : its picks, rows of table ``PICKS``
    settings : see ``Settings``
    """
    spread = np.exp(settings.band_noise * np.where(np.isnan(walked.promised), np.nan, walked.noise))
    down = np.zeros(len(grid.times), dtype=np.bool_)
    for row in rows:
        began, ended = row["began"], row["ended"]
        assert isinstance(began, dt.datetime)
        inside = grid.times >= began.timestamp()
        if isinstance(ended, dt.datetime):
            inside &= grid.times < ended.timestamp()
        down |= inside
    return Expected(grid, walked.promised, spread, down)


def expected_frame(several: Sequence[Expected]) -> pl.DataFrame:
    """Return several series as table ``EXPECTED``, in their order."""
    if not several:
        return EXPECTED.empty()
    bins = [len(each.promised) for each in several]
    whose = np.repeat(np.arange(len(several)), bins)
    promised = np.concatenate([each.promised for each in several])
    spread = np.concatenate([each.spread for each in several])
    frame = pl.DataFrame(
        {
            "source": pl.Series([each.grid.source for each in several]).gather(whose),
            "place": pl.Series([each.grid.place for each in several]).gather(whose),
            "signal": pl.Series([each.grid.signal for each in several]).gather(whose),
            "time": utc_times(np.concatenate([each.grid.times for each in several])),
            "value": np.concatenate([each.grid.values for each in several]),
            "expected": promised,
            "low": promised / spread,
            "high": promised * spread,
            "down": np.concatenate([each.down for each in several]),
        }
    )
    return EXPECTED.require(frame.with_columns(pl.col("value", "expected", "low", "high").fill_nan(None)))
