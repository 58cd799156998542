"""Axes of time, above and below."""

import datetime as dt

from temoin.outages import sample
from temoin.outages.figure.axes import local_axis_row, time_axis
from temoin.outages.figure.paper import Paper
from temoin.period import Period

PAPER = Paper(Period(sample.moment(0), sample.moment(8)), 640, "fr")


def test_a_tick_stands_at_each_round_time_and_says_which() -> None:
    axis = time_axis(PAPER, "UTC", top=False)
    assert axis["orient"] == "bottom"
    assert axis["values"] == [sample.moment(day).timestamp() * 1000 for day in range(9)]
    assert "6 mars" in axis["labelExpr"]


def test_a_label_too_close_to_the_edge_is_left_out() -> None:
    assert "4 mars" not in time_axis(PAPER, "UTC", top=False)["labelExpr"]


def test_local_midnight_is_not_utc_midnight() -> None:
    values = time_axis(PAPER, "Asia/Almaty", top=True)["values"]
    assert {dt.datetime.fromtimestamp(value / 1000, tz=dt.UTC).hour for value in values} == {19}


def test_the_local_row_names_its_offset() -> None:
    row = local_axis_row(PAPER, "Asia/Tehran")
    assert row["layer"][1]["mark"]["text"] == "UTC+3:30"
