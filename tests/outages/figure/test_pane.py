"""One signal's pane."""

import polars as pl

from temoin.outages import measure, sample
from temoin.outages.figure.pane import HEIGHT, pane
from temoin.outages.figure.paper import Paper
from temoin.period import Period

WINDOW = Period(sample.moment(14), sample.moment(17))


def a_pane(signals: pl.DataFrame, language: str = "fr", **paper: object) -> dict:
    measured = measure(signals)
    series = measured.expected.filter(pl.col("time").is_between(WINDOW.begin, WINDOW.end, closed="left"))
    return pane(series, series, measured.picks, Paper(WINDOW, 640, language, **paper), last=True)


def words(spec: dict) -> list[str]:
    return [layer["mark"]["text"] for layer in spec["layer"] if "text" in layer["mark"]]


PROBING = sample.one_night_down().filter(pl.col("signal") == "active_probing")


def test_the_lines_share_one_table_of_bins() -> None:
    rows = a_pane(PROBING)["data"]["values"]
    assert len(rows) == 3 * 48
    assert set(rows[0]) == {"t", "v", "e", "a", "b"}


def test_a_bin_without_a_value_breaks_the_line_and_is_hatched() -> None:
    spec = a_pane(PROBING.with_columns(value=pl.when(pl.col("row") != 48 * 14 + 5).then("value")))
    assert [row["v"] for row in spec["data"]["values"]].count(None) == 1
    hatching = next(layer for layer in spec["layer"] if layer.get("encoding", {}).get("order"))["data"]["values"]
    assert hatching
    assert all(point["y"] is None or 0 <= point["y"] <= HEIGHT for point in hatching)


def test_it_says_what_the_signal_counts_and_what_befell_it() -> None:
    told = words(a_pane(PROBING))
    assert told[0] == "Sondage actif (blocs /24 qui répondent)"
    assert told[1] == "tombe le 19 mars à 20\xa0h\xa000, revient le 20 mars à 4\xa0h\xa000 UTC"


def test_it_says_so_when_the_values_are_a_share_of_their_own_maximum() -> None:
    assert words(a_pane(PROBING, "en", percent=frozenset({"synthetic"})))[0] == "Active probing (% of its maximum)"


def test_the_onset_is_drawn_as_an_interval() -> None:
    interval = [layer for layer in a_pane(PROBING)["layer"] if layer["mark"].get("opacity") == 0.55]
    (row,) = interval[0]["data"]["values"]
    assert row["u"] - row["t"] == 3600 * 1000
