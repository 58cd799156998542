"""Bars on rows."""

import pytest

from temoin.outages import sample
from temoin.outages.figure.paper import Paper
from temoin.outages.figure.rows import BarRow, Pitch, bar_rows
from temoin.period import Period

PAPER = Paper(Period(sample.moment(0), sample.moment(1)), 640, "en")
BESIDE = Pitch(18, 14, 11.5, above=False)


def test_each_row_has_its_place_and_each_look_one_layer() -> None:
    rows = [BarRow("one", bars={"cut": [(0, 9)], "calm": [(9, 640)]}), BarRow("two", bars={"cut": [(3, 5)]})]
    spec = bar_rows(rows, PAPER, BESIDE)
    rectangles = [layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == "rect"]
    assert [[(box["x"], box["y"]) for box in boxes] for boxes in rectangles] == [[(9, 2)], [(0, 2), (3, 20)]]
    assert spec["height"] == 36


def test_a_stretch_without_width_is_no_mark() -> None:
    spec = bar_rows([BarRow("one", bars={"cut": [(5, 5)]})], PAPER, BESIDE)
    assert not [layer for layer in spec["layer"] if layer["mark"]["type"] == "rect"]


@pytest.mark.parametrize(("above", "align"), [(False, "right"), (True, "left")], ids=["at the left", "above"])
def test_names_stand_beside_the_bars_or_above(above: bool, align: str) -> None:
    spec = bar_rows([BarRow("one", note="calm")], PAPER, Pitch(30, 12, 12, above=above))
    name = next(layer for layer in spec["layer"] if layer["mark"].get("fontSize") == 12 and "data" in layer)
    assert name["mark"]["align"] == align
    assert name["data"]["values"][0]["text"] == "one"
