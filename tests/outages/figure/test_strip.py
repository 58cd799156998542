"""The heat strip."""

from temoin.outages import expect, sample
from temoin.outages.figure.paper import Paper
from temoin.outages.figure.strip import CELL, strip_row
from temoin.outages.measure.decimate import levels
from temoin.period import Period
from temoin.words import Words

WINDOW = Period(sample.moment(14), sample.moment(17))


def test_each_series_is_a_row_and_each_cell_its_lowest_level() -> None:
    paper = Paper(WINDOW, 72 * CELL, "fr")
    row = strip_row(levels(expect(sample.one_night_down()), WINDOW, 72), {"Atlasie": Words("A", "A")}, paper)
    assert row["encoding"]["y"]["scale"]["domain"] == [0, 1, 2, 3]
    assert "A, sondage actif" in row["encoding"]["y"]["axis"]["labelExpr"]
    worst = min(row["data"]["values"], key=lambda cell: (cell["s"], cell["l"]))
    assert worst["l"] < 0.05
    assert sample.moment(15, 20).timestamp() * 1000 <= worst["t"] < sample.moment(16, 4).timestamp() * 1000
