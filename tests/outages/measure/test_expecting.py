"""What was expected of each bin, as a table."""

import pytest

from temoin.outages import EXPECTED, sample
from temoin.outages.measure.detect import walk_along
from temoin.outages.measure.expecting import expected_frame, expected_of
from temoin.outages.measure.grid import grids_of
from temoin.outages.measure.picks import pick_rows
from temoin.outages.settings import DEFAULT


def expected(signals):
    told = []
    for grid in grids_of(signals):
        walked = walk_along(grid, DEFAULT)
        told.append(expected_of(grid, walked, pick_rows(grid, walked, DEFAULT), DEFAULT))
    return expected_frame(told)


def test_a_bin_is_down_from_the_first_fallen_one_until_the_first_back() -> None:
    night = sample.Loss(sample.moment(10, 2), sample.moment(10, 6), 0.95)
    frame = expected(sample.curve("active_probing", (night,), days=14))
    down = frame.filter("down")["time"].to_list()
    assert (down[0], len(down)) == (sample.moment(10, 2), 8)


def test_the_band_spreads_by_the_noise_around_the_promise() -> None:
    frame = expected(sample.curve("search", days=20)).drop_nulls("low")
    ratio = frame["high"] / frame["expected"]
    assert (ratio * frame["low"] / frame["expected"]).to_list() == pytest.approx([1.0] * len(frame))
    assert ratio.max() > 1.1


def test_several_series_stand_in_their_order_and_none_is_an_empty_table() -> None:
    frame = expected(sample.one_night_down())
    assert frame["signal"].unique(maintain_order=True).to_list() == ["active_probing", "bgp", "cities", "search"]
    assert expected_frame([]).equals(EXPECTED.empty())
