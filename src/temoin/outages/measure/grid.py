"""Series on a dense grid of time: every bin has a place, and an unmeasured bin holds NaN, never zero."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

SECONDS_A_DAY = 86_400
SECONDS_A_WEEK = 7 * SECONDS_A_DAY
SECONDS_AN_HOUR = 3600
LARGEST_LOG = 6.0  # a loss to nothing: the logarithm of zero has no end
_MICROSECONDS = 1_000_000
_EMPTIEST = 200
_JITTER = 4

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grid:
    """One series of one source on a dense grid.

    Parameters
    ----------
    source, place, signal : the series
    step : bin width, seconds: the most common difference between measured times
    times : start of each bin, seconds since 1970 in UTC: as measured, else where it would stand
    values : one a bin, NaN where nothing was measured
    rows : data row of each bin in the source, 0 where none
    counts : the values are absolute whole numbers, so small ones are noisy as counts are
    """

    source: str
    place: str
    signal: str
    step: int
    times: Integers
    values: Floats
    rows: Integers
    counts: bool


def grids_of(signals: pl.DataFrame) -> Iterator[Grid]:
    """Yield each series of table ``SIGNALS`` on its grid, in order of source, place, signal.

    A series with fewer than two measured times has no step and is left out, and so is one so full of holes that
    its grid would hold 200 bins a measure. Of two measures in one bin the
    first counts; a time up to a quarter of a step early still belongs to its bin.
    """
    several = signals.partition_by("source", "place", "signal", as_dict=True)
    for source, place, signal in sorted(several):
        series = several[source, place, signal]
        grid = _grid((source, place, signal), series if series["time"].is_sorted() else series.sort("time"))
        if grid is not None:
            yield grid


def _grid(key: tuple[str, str, str], series: pl.DataFrame) -> Grid | None:
    times = series["time"].dt.epoch("s").to_numpy()
    values = series["value"].cast(pl.Float64).fill_null(float("nan")).to_numpy()
    measured = ~np.isnan(values)
    step = _usual_step(times[measured])
    if step is None:
        return None
    absolute = series["scale"][0] == "absolute"
    counts = absolute and are_whole(values)
    row_numbers = series["row"].to_numpy()
    if bool((np.diff(times) == step).all()):
        return Grid(*key, step, times.astype(np.int64), values, row_numbers.astype(np.int64), counts)
    begin = int(times[0])
    index = (times - begin + step // _JITTER) // step
    bins = int(index[-1]) + 1
    if bins > _EMPTIEST * int(measured.sum()):
        return None
    dense = np.full(bins, np.nan)
    rows = np.zeros(bins, dtype=np.int64)
    starts = begin + step * np.arange(bins, dtype=np.int64)
    starts[index[measured][::-1]] = times[measured][::-1]
    for chosen in (~measured, measured):
        dense[index[chosen][::-1]] = values[chosen][::-1]
        rows[index[chosen][::-1]] = row_numbers[chosen][::-1]
    return Grid(*key, step, starts, dense, rows, counts)


def are_whole(values: npt.NDArray[np.floating]) -> bool:
    """Return whether all measured values are whole numbers, as counts are."""
    measured = values[~np.isnan(values)]
    return bool((measured == np.floor(measured)).all())


def _usual_step(times: Integers) -> int | None:
    steps = np.diff(times)
    steps = steps[steps > 0]
    if not len(steps):
        return None
    if bool((steps == steps[0]).all()):
        return int(steps[0])
    widths, often = np.unique(steps, return_counts=True)
    return int(widths[np.argmax(often)])


def stray(times: Integers) -> int | None:
    """Return the position of the time that a grid would be too empty for: next to the widest void, on its shorter side.

    Parameters
    ----------
    times : measured times of one series, sorted, seconds since 1970

    Returns
    -------
    None where the series has a grid, or too few times to have one

    Examples
    --------
    >>> stray(np.array([0, 300, 600, 900, 1_000_000_000])), stray(np.array([0, 300, 600, 900]))
    (4, None)
    """
    step = _usual_step(times)
    if step is None or (int(times[-1]) - int(times[0])) // step < _EMPTIEST * len(times):
        return None
    after = int(np.argmax(np.diff(times))) + 1
    return after if len(times) - after <= after else after - 1


def utc_times(seconds: Integers) -> pl.Series:
    """Return seconds since 1970 as UTC times, to the microsecond."""
    return pl.Series(seconds * _MICROSECONDS, dtype=pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
