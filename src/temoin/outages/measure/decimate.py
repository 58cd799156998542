"""Fewer bins for drawing, so that a dip one bin wide is still seen."""

import datetime as dt

import polars as pl

from temoin.outages.tables import EXPECTED
from temoin.period import Period


def decimate(expected: pl.DataFrame, points: int) -> pl.DataFrame:
    """Return about ``points`` bins of each series: of each equal stretch the lowest, the highest and one unmeasured.

    Parameters
    ----------
    expected : table ``EXPECTED``
    points : how many bins a series may keep; two a pixel draw the same picture as all of them

    Returns
    -------
    table ``EXPECTED``, in order of source, place, signal, time; a series that is short enough is unchanged

    Raises
    ------
    TableError : a column is missing or of another type

    Examples
    --------
    >>> from temoin.outages import expect, sample
    >>> bins = expect(sample.series([9.0] * 50 + [1.0] + [9.0] * 49))
    >>> fewer = decimate(bins, 20)
    >>> len(fewer) <= 20, fewer["value"].min()
    (True, 1.0)
    """
    series = ["source", "place", "signal"]
    ordered = EXPECTED.require(expected).sort(*series, "time")
    rank = pl.int_range(pl.len()).over(series)
    size = pl.len().over(series)
    stretches = max(1, points // 2)
    marked = ordered.with_columns(
        stretch=pl.when(size > points).then(rank * stretches // size).otherwise(rank), rank=rank
    )
    by_value = pl.col("rank").sort_by("value", maintain_order=True)
    measured = pl.col("value").is_not_null()
    kept = marked.with_columns(
        lowest=by_value.filter(measured.sort_by("value", maintain_order=True)).first().over([*series, "stretch"]),
        highest=by_value.last().over([*series, "stretch"]),
        empty=pl.col("rank").filter(~measured).first().over([*series, "stretch"]),
    ).filter(
        pl.any_horizontal(
            pl.col("rank").eq_missing(pl.col("lowest")),
            pl.col("rank").eq_missing(pl.col("highest")),
            pl.col("rank").eq_missing(pl.col("empty")),
        )
    )
    return EXPECTED.require(kept)


def levels(expected: pl.DataFrame, window: Period, cells: int) -> pl.DataFrame:
    """Return for each series and each cell of a window the lowest level: the share of the expected value measured.

    Parameters
    ----------
    expected : table ``EXPECTED``
    window : what to cut into cells of equal width
    cells : how many

    Returns
    -------
    columns source, place, signal, cell (from 0), level (0 to 1; null where nothing was measured or expected), in that
    order; only cells that hold a bin

    Raises
    ------
    TableError : a column is missing or of another type
    """
    wide = (window.end - window.begin) / cells
    level = (pl.col("value") / pl.col("expected")).clip(0, 1)
    cell = ((pl.col("time") - window.begin).dt.total_microseconds() // (wide // dt.timedelta(microseconds=1))).cast(
        pl.Int64
    )
    return (
        EXPECTED.require(expected)
        .filter(pl.col("time").is_between(window.begin, window.end, closed="left"))
        .with_columns(level=pl.when(pl.col("expected") > 0).then(level), cell=pl.min_horizontal(cell, cells - 1))
        .group_by("source", "place", "signal", "cell")
        .agg(pl.col("level").min())
        .sort("source", "place", "signal", "cell")
    )
