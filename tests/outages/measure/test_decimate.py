"""Fewer bins for drawing: nothing that matters disappears."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages import EXPECTED, expect, sample
from temoin.outages.measure.decimate import decimate, levels
from temoin.period import Period


def test_the_lowest_and_the_highest_bin_are_kept_and_times_stay_in_order() -> None:
    bins = expect(sample.one_night_down())
    fewer = decimate(bins, 100)
    assert len(fewer) <= 4 * 100
    assert fewer["time"].to_list() == decimate(fewer, 10_000)["time"].to_list()
    for (signal,), series in bins.group_by("signal"):
        kept = fewer.filter(pl.col("signal") == signal)["value"]
        assert (kept.min(), kept.max()) == (series["value"].min(), series["value"].max())


def test_a_gap_is_kept_as_a_gap() -> None:
    bins = expect(sample.series([9.0] * 100 + [None] * 3 + [9.0] * 100))
    assert decimate(bins, 20)["value"].null_count() >= 1


def test_a_short_series_is_unchanged() -> None:
    bins = expect(sample.series([9.0, 8.0, 7.0]))
    assert decimate(bins, 20).equals(bins)


def test_an_empty_table_stays_empty() -> None:
    assert decimate(EXPECTED.empty(), 20).is_empty()


def test_a_cell_shows_the_lowest_level_it_holds() -> None:
    bins = expect(sample.series([100.0] * 96 + [25.0, 100.0] + [100.0] * 22))
    day = Period(sample.moment(4), sample.moment(5))
    cells = levels(bins, day, 6)
    assert cells["cell"].to_list() == list(range(6))
    assert cells["level"].to_list() == pytest.approx([0.25, 1, 1, 1, 1, 1], abs=1e-6)
    assert day.end - day.begin == dt.timedelta(days=1)
