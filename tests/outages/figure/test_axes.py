"""Axes of time, above and below."""

import datetime as dt
import re
from itertools import pairwise

from temoin.outages import sample
from temoin.outages.figure.axes import local_axis_row, time_axis
from temoin.outages.figure.paper import Paper
from temoin.period import Period

PAPER = Paper(Period(sample.moment(0), sample.moment(8)), 640, "fr")


def test_a_tick_stands_at_each_round_time_and_says_which() -> None:
    axis = time_axis(PAPER, "UTC", top=False)
    assert axis["orient"] == "bottom"
    midnights = [sample.moment(day).timestamp() * 1000 for day in range(9)]
    assert set(midnights) <= set(axis["values"])
    assert "6 mars" in axis["labelExpr"]


def test_between_the_labels_stand_smaller_ticks_on_the_hour() -> None:
    axis = time_axis(PAPER, "UTC", top=False)
    steps = {later - earlier for earlier, later in pairwise(axis["values"])}
    assert steps == {6 * 3_600_000}
    assert str(int(sample.moment(1, 6).timestamp() * 1000)) in axis["tickColor"]["condition"]["test"]
    assert str(int(sample.moment(1, 6).timestamp() * 1000)) not in axis["labelExpr"]


def test_a_label_too_close_to_the_edge_is_left_out() -> None:
    assert "4 mars" not in time_axis(PAPER, "UTC", top=False)["labelExpr"]


def test_local_midnight_is_not_utc_midnight() -> None:
    told = re.findall(r"datum.value == (\d+) \? ", str(time_axis(PAPER, "Asia/Almaty", top=True)["labelExpr"]))
    assert {dt.datetime.fromtimestamp(int(value) / 1000, tz=dt.UTC).hour for value in told} == {19}


def test_the_local_row_names_its_offset() -> None:
    row = local_axis_row(PAPER, "Asia/Tehran")
    assert row["layer"][1]["mark"]["text"] == "UTC+3:30"
