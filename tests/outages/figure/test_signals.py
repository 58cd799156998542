"""The strip of signals."""

import polars as pl

from temoin.outages import measure, sample
from temoin.outages.figure.paper import Paper
from temoin.outages.figure.signals import signal_rows
from temoin.period import Period

WINDOW = Period(sample.moment(14), sample.moment(17))


def strip(signals: pl.DataFrame, width: int = 640, unmeasured: tuple[str, ...] = ()) -> dict:
    found = measure(signals)
    bins = found.expected.filter(pl.col("time").is_between(WINDOW.begin, WINDOW.end, closed="left"))
    series = bins.partition_by("signal", maintain_order=True)
    return signal_rows(series, found.picks, unmeasured, Paper(WINDOW, width, "fr"))


def words(spec: dict) -> list[str]:
    texts = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text" and "data" in layer]
    return [row["text"] for layer in texts for row in layer["data"]["values"] if "text" in row]


def test_a_row_says_what_each_signal_did_and_when_it_was_back() -> None:
    told = words(strip(sample.one_night_down()))
    assert {"Sondage actif", "BGP", "ne tombe pas"} <= set(told)
    assert "tombe le 19 mars à 20\xa0h\xa000, revient le 20 mars à 4\xa0h\xa000 UTC" in told


def test_a_signal_that_was_not_measured_is_not_said_to_have_stayed() -> None:
    assert "non mesuré pendant la panne" in words(strip(sample.one_night_down(), unmeasured=("bgp",)))


def test_onset_and_return_are_intervals() -> None:
    spec = strip(sample.one_night_down().filter(pl.col("signal") == "active_probing"))
    edges = next(layer for layer in spec["layer"] if layer["mark"].get("opacity") == 0.55)["data"]["values"]
    assert len(edges) == 2
    assert all(edge["x2"] - edge["x"] > 5 for edge in edges)


def test_a_narrow_strip_sets_words_on_two_lines() -> None:
    wide, narrow = (strip(sample.one_night_down(), width=width) for width in (640, 285))
    assert narrow["height"] > wide["height"]
