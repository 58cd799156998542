"""Many series at once: an archive in memory or in Parquet, one row a series, walked on plain arrays.

The same compiled walk as for one series; only the series in which something fell are looked at again for their picks,
so the result is that of ``find_picks``, as far as single precision tells. Chunks are independent: an engine maps them
over threads (the compiled code holds no lock), processes or machines.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from temoin.outages.measure.clock import blocks_of, slots_in
from temoin.outages.measure.detect import rests, rules_of, walk_along
from temoin.outages.measure.grid import SECONDS_A_DAY, SECONDS_A_WEEK, Grid, Singles, are_whole, grids_of
from temoin.outages.measure.levels import SHORTEST_DAYS
from temoin.outages.measure.picks import limits_of, pick_rows
from temoin.outages.places import zone_of_place
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import PACKED, PICKS

CHUNK = 2048
_LOGICAL = ("scale", "begin", "step", "bins", "zone", "rests")


def packed(signals: pl.DataFrame) -> pl.DataFrame:
    """Return series of table ``SIGNALS`` as rows of table ``PACKED``, in order of source, place, signal."""
    said = signals.select("source", "place", "signal", "scale").unique().iter_rows()
    scales = {(source, place, signal): scale for source, place, signal, scale in said}
    rows = [
        {
            "source": grid.source,
            "row": rank + 1,
            "place": grid.place,
            "signal": grid.signal,
            "scale": scales[grid.source, grid.place, grid.signal],
            "begin": int(grid.times[0]),
            "step": grid.step,
            "values": grid.values.astype(np.float32),
        }
        for rank, grid in enumerate(grids_of(signals))
    ]
    return PACKED.frame(rows)


def chunks_of(path: Path, size: int = CHUNK) -> Iterator[pl.DataFrame]:
    """Yield a Parquet file of table ``PACKED`` in chunks of so many series, in the file's order.

    Raises
    ------
    TableError : a column is missing or of another type
    """
    whole = pl.scan_parquet(path)
    number = whole.select(pl.len()).collect().item()
    for first in range(0, number, size):
        yield PACKED.require(whole.slice(first, size).collect())


def find_picks_packed(series: pl.DataFrame, *, settings: Settings = DEFAULT) -> pl.DataFrame:
    """Return the picks of a chunk of an archive.

    Parameters
    ----------
    series : table ``PACKED``
    settings : see ``Settings``

    Returns
    -------
    table ``PICKS``, in order of place, began, signal, source; ``first_row`` and ``last_row`` are the row of the series

    Raises
    ------
    TableError : a column is missing or of another type
    """
    rows: list[dict[str, object]] = []
    said = PACKED.require(series).with_columns(
        bins=pl.col("values").list.len(),
        zone=pl.col("place").map_elements(zone_of_place, return_dtype=pl.String),
        rests=pl.col("signal").map_elements(rests, return_dtype=pl.Boolean),
    )
    for key, alike in said.group_by(*_LOGICAL, maintain_order=True):
        values = alike["values"].explode().to_numpy().reshape(len(alike), -1)
        names = alike.drop("values")
        for rank in np.flatnonzero(falling(values, key, settings)):
            rows.extend(_picks_of(names.row(int(rank), named=True), values[rank], settings))
    return PICKS.frame(rows).sort("place", "began", "signal", "source")


def falling(values: Singles, key: tuple[object, ...], settings: Settings) -> npt.NDArray[np.bool_]:
    """Return in which series of one grid something fell, or may have fallen over months.

    Parameters
    ----------
    values : shape (series, bins), NaN where not measured
    key : scale, begin, step, bins, zone, and whether the signal rests, as ``find_picks_packed`` groups them
    settings : see ``Settings``
    """
    from temoin.outages.measure.screen import screen

    scale, begin, step, bins, zone, at_rest = key
    width, length = int(str(step)), int(str(bins))
    if length * width >= SHORTEST_DAYS * SECONDS_A_DAY:
        return np.ones(len(values), dtype=np.bool_)
    blocks = blocks_of(int(str(begin)), width, length, str(zone))
    slots = slots_in(SECONDS_A_WEEK, width), slots_in(SECONDS_A_DAY, width)
    plain, counting = (rules_of(width, settings, rests=bool(at_rest), counts=counts) for counts in (False, True))
    return screen(
        values, blocks, slots, (plain, counting if scale == "absolute" else plain, limits_of(width, settings))
    )


def _picks_of(series: dict[str, object], values: Singles, settings: Settings) -> list[dict[str, object]]:
    step, begin, row = int(str(series["step"])), int(str(series["begin"])), int(str(series["row"]))
    times = begin + step * np.arange(len(values), dtype=np.int64)
    counts = series["scale"] == "absolute" and are_whole(values)
    name = str(series["source"]), str(series["place"]), str(series["signal"])
    grid = Grid(*name, step, times, values.astype(np.float64), np.full(len(values), row), counts)
    return pick_rows(grid, walk_along(grid, settings), settings)
