"""Dense grids: a bin for every step, NaN where nothing was measured."""

import datetime as dt

import numpy as np
import polars as pl

from temoin.outages import SIGNALS, sample
from temoin.outages.measure.grid import grids_of, utc_times


def test_a_row_that_is_absent_is_a_bin_without_a_value() -> None:
    (grid,) = grids_of(sample.series([5, 6, 7, 8]).filter(pl.col("row") != 3))
    assert grid.values[:2].tolist() == [5, 6]
    assert np.isnan(grid.values[2])
    assert grid.rows.tolist() == [1, 2, 0, 4]
    assert grid.step == 3600


def test_the_step_is_the_most_common_difference() -> None:
    early = sample.series([5, 6, 7], step=dt.timedelta(minutes=30))
    later = sample.series([8] * 6, begin=sample.moment(0, 2))
    (grid,) = grids_of(pl.concat([early, later]))
    assert grid.step == 3600


def test_nulls_at_the_end_lengthen_the_grid_and_do_not_measure() -> None:
    (grid,) = grids_of(sample.series([5, 6, None, None]))
    assert np.isnan(grid.values).tolist() == [False, False, True, True]


def test_series_come_in_order_of_source_place_and_signal_whatever_the_order_of_rows() -> None:
    both = pl.concat([sample.series([1, 2], signal="search"), sample.series([3, 4], signal="bgp")])
    assert [grid.signal for grid in grids_of(both.reverse())] == ["bgp", "search"]
    assert [grid.values.tolist() for grid in grids_of(both.reverse())] == [[3, 4], [1, 2]]


def test_only_absolute_whole_numbers_are_counts() -> None:
    whole, parts = sample.series([1, 2]), sample.series([1.5, 2])
    share = whole.with_columns(scale=pl.lit("window-maximum"))
    assert [grid.counts for frame in (whole, parts, share) for grid in grids_of(frame)] == [True, False, False]


def test_a_series_almost_without_measures_has_no_grid() -> None:
    stray = pl.concat([sample.series([1, 2]), sample.series([3], begin=sample.moment(300))])
    assert list(grids_of(stray)) == []
    assert list(grids_of(SIGNALS.empty())) == []


def test_seconds_become_utc_times() -> None:
    assert utc_times(np.array([0, 60])).dt.to_string("%H:%M").to_list() == ["00:00", "00:01"]
