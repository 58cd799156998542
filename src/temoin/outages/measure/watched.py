"""What was watched: for each series the stretches of bins that could be judged, few enough to be kept.

Detection leaves a row a bin; to say which signals stayed and which were not measured, only the stretches matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from temoin.outages.measure.grid import Integers
from temoin.outages.tables import EXPECTED
from temoin.table import UTC_TIME, Column, Table
from temoin.words import Words

SERIES = ("source", "place", "signal")

WATCHED = Table(
    "watched",
    Words("Intervalles qui ont pu être jugés, d’affilée", "Bins that could be judged, in a row"),
    (
        Column("source", pl.String(), Words("source", "source")),
        Column("place", pl.String(), Words("lieu", "place")),
        Column("signal", pl.String(), Words("signal mesuré", "measured signal")),
        Column("step", pl.Int64(), Words("pas de mesure", "bin width"), "s"),
        Column("until", UTC_TIME, Words("fin des lignes de la série", "end of the series' rows"), "UTC"),
        Column(
            "begin",
            UTC_TIME,
            Words("premier intervalle jugé", "first judged bin"),
            "UTC",
            Words("rien n’a pu être jugé", "nothing could be judged"),
        ),
        Column(
            "end",
            UTC_TIME,
            Words("fin du dernier intervalle jugé", "end of the last judged bin"),
            "UTC",
            Words("rien n’a pu être jugé", "nothing could be judged"),
        ),
        Column("bins", pl.Int64(), Words("nombre d’intervalles jugés", "number of judged bins")),
    ),
    key=("source", "place", "signal", "begin"),
)


@dataclass(frozen=True, slots=True)
class Watched:
    """One series of a place: its bin width and end of rows, in seconds, and its stretches of judged bins."""

    place: str
    signal: str
    step: int
    until: int
    begins: Integers
    ends: Integers

    def judged(self, begin: int, end: int) -> float:
        """Return how many judged bins begin between two times, seconds since 1970."""
        overlap = np.minimum(self.ends, end) - np.maximum(self.begins, begin)
        return float(np.ceil(overlap.clip(min=0) / self.step).sum()) if self.step else 0.0


def series_numbered(expected: pl.DataFrame) -> pl.DataFrame:
    """Return table ``EXPECTED`` in order of series and time, with a column ``series``: each series' number from 0."""
    changes = pl.any_horizontal(*(pl.col(name) != pl.col(name).shift() for name in SERIES)).fill_null(value=False)
    numbered = expected.with_columns(series=changes.cum_sum().cast(pl.UInt32))
    starts = numbered.filter(changes | (pl.int_range(pl.len()) == 0)).select(SERIES)
    if starts.is_duplicated().any():
        return series_numbered(expected.sort(*SERIES, "time"))
    return numbered


def watch(expected: pl.DataFrame) -> pl.DataFrame:
    """Return which stretches of each series could be judged.

    Parameters
    ----------
    expected : table ``EXPECTED``

    Returns
    -------
    table ``WATCHED``, in the order of ``expected``; a series of which nothing could be judged has one row without bins

    Raises
    ------
    TableError : a column is missing or of another type
    """
    numbered = series_numbered(EXPECTED.require(expected))
    judged = numbered.select("series", "time", judged=pl.col("value").is_not_null() & pl.col("expected").is_not_null())
    whole = numbered.group_by("series", maintain_order=True).agg(
        *(pl.col(name).first() for name in SERIES),
        step=(pl.col("time").slice(1, 1).first() - pl.col("time").first()).dt.total_seconds().fill_null(0),
        last=pl.col("time").last(),
    )
    runs = (
        judged.with_columns(run=pl.struct("series", "judged").rle_id())
        .filter("judged")
        .group_by("run", maintain_order=True)
        .agg(pl.col("series").first(), begin=pl.col("time").first(), last_judged=pl.col("time").last(), bins=pl.len())
    )
    step = pl.duration(seconds=pl.col("step"))
    joined = whole.join(runs, on="series", how="left", maintain_order="left_right")
    return WATCHED.require(
        joined.with_columns(
            until=pl.col("last") + step,
            end=pl.col("last_judged") + step,
            bins=pl.col("bins").fill_null(0).cast(pl.Int64),
        )
    )


def watched_at(watched: pl.DataFrame, places: Iterable[str]) -> dict[str, list[Watched]]:
    """Return the series of some places, by place.

    Parameters
    ----------
    watched : table ``WATCHED``
    places : which places
    """
    seconds = watched.filter(pl.col("place").is_in(list(places))).with_columns(
        pl.col("until", "begin", "end").dt.epoch("s")
    )
    found: dict[str, list[Watched]] = {}
    for rows in seconds.partition_by(*SERIES, maintain_order=True):
        first = rows.row(0, named=True)
        held = rows if first["bins"] else rows.clear()
        series = Watched(
            first["place"],
            first["signal"],
            first["step"],
            first["until"],
            held["begin"].to_numpy(),
            held["end"].to_numpy(),
        )
        found.setdefault(series.place, []).append(series)
    return found
