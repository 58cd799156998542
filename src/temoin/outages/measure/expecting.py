"""What was expected of each bin, as a table: the promise, the band that noise explains, and where a pick lies."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from temoin.outages.measure.grid import Floats, Grid, utc_times
from temoin.outages.measure.walked import Walked
from temoin.outages.settings import Settings
from temoin.outages.tables import EXPECTED

_SERIES = ("source", "place", "signal")
_WIDEST = 18.0  # half-width of a band, a logarithm: what is next to nothing has no bounds


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
    spread = np.exp(
        np.minimum(settings.band_noise * np.where(np.isnan(walked.promised), np.nan, walked.noise), _WIDEST)
    )
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


def apart(signals: pl.DataFrame, min_history_days: float) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the points of series long enough to be judged, and what is expected of the others: nothing.

    A million series of a point or two take no walk each.

    Parameters
    ----------
    signals : table ``SIGNALS``
    min_history_days : nothing is judged before, days

    Returns
    -------
    tables ``SIGNALS`` and ``EXPECTED``; a series of fewer than two measures is in neither
    """
    measured = pl.col("value").is_not_null()
    spans = signals.group_by(_SERIES).agg(span=pl.col("time").max() - pl.col("time").min(), measures=measured.sum())
    short = spans.filter((pl.col("span") < dt.timedelta(days=min_history_days)) | (pl.col("measures") < 2))
    if short.is_empty():
        return signals, EXPECTED.empty()
    told = signals.join(short.filter(pl.col("measures") >= 2).select(_SERIES), on=_SERIES, how="semi")
    nothing = {name: pl.lit(None, dtype=pl.Float64) for name in ("expected", "low", "high")}
    unjudged = told.select(*_SERIES, "time", "value").with_columns(**nothing, down=pl.lit(value=False))
    return signals.join(short.select(_SERIES), on=_SERIES, how="anti", maintain_order="left"), EXPECTED.require(
        unjudged.unique([*_SERIES, "time"], keep="first", maintain_order=True)
    )
