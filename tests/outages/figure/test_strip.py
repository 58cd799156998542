"""The heat strip: a row a series, by onset, then by depth."""

import datetime as dt

import polars as pl

from temoin.outages import expect, measure, sample
from temoin.outages.figure.paper import FALLEN, Paper
from temoin.outages.figure.strip import CELL, strip_rows
from temoin.outages.measure.decimate import levels
from temoin.period import Period
from temoin.words import Words

WINDOW = Period(sample.moment(14), sample.moment(17))
MARGINS = (178, 116)
PAPER = Paper(WINDOW, 72 * CELL * 3, "fr")
NIGHT = sample.moment(15, 20)


def strip(signals: pl.DataFrame, **labels: Words) -> dict:
    own = pl.col("place").is_in(signals["place"].unique().to_list())  # not the series that joins them
    bins = measure(signals).expected.filter(own & pl.col("time").is_between(WINDOW.begin, WINDOW.end, closed="left"))
    return strip_rows(bins, levels(bins, WINDOW, PAPER.width // CELL), labels, PAPER, MARGINS)


def names(spec: dict) -> list[str]:
    layers = [layer for layer in spec["layer"] if layer["mark"].get("align") == "right"]
    return [row["text"] for row in layers[0]["data"]["values"]]


def region(name: str, *, late: float = 0, share: float = 0.97) -> pl.DataFrame:
    loss = sample.Loss(NIGHT + dt.timedelta(hours=late), NIGHT + dt.timedelta(hours=10), share)
    return sample.curve("active_probing", (loss,) if share else (), place=f"Atlasie/{name}")


def test_regions_stand_by_onset_then_depth_and_the_calm_ones_last() -> None:
    regions = [region("Nord", share=0), region("Sud", late=3), region("Est", share=0.5), region("Ouest")]
    assert names(strip(pl.concat(regions))) == ["Ouest", "Est", "Sud", "Nord"]


def test_each_series_is_named_by_what_tells_it_from_the_others() -> None:
    by_signal = names(strip(sample.one_night_down()))
    assert by_signal[0] == "Sondage actif"
    assert sorted(by_signal) == ["BGP", "Recherche Google", "Sondage actif", "Villes vues par Mozilla"]
    assert names(strip(region("Nord"), **{"Atlasie/Nord": Words("Le Nord", "The North")})) == ["Le Nord, sondage actif"]


def test_what_little_is_left_is_darkest() -> None:
    spec = strip(region("Nord"))
    cut = next(layer for layer in spec["layer"] if layer["mark"].get("opacity") == 0.9)
    (box,) = cut["data"]["values"]
    assert cut["mark"]["color"] == FALLEN
    assert abs(box["x"] - PAPER.pixel(NIGHT)) <= CELL
    assert abs(box["x2"] - PAPER.pixel(NIGHT + dt.timedelta(hours=10))) <= CELL


def test_what_is_not_measured_is_hatched_and_what_cannot_be_judged_is_blank() -> None:
    gap = region("Nord", share=0).with_columns(
        value=pl.when(~pl.col("time").is_between(sample.moment(15), sample.moment(15, 12))).then("value")
    )
    hatching = next(layer for layer in strip(gap)["layer"] if layer["encoding"].get("order"))
    assert hatching["data"]["values"]
    young = expect(region("Nord")).filter(pl.col("time") < sample.moment(2))
    spec = strip_rows(young, levels(young, WINDOW, 72), {}, PAPER, MARGINS)
    assert not [layer for layer in spec["layer"] if layer["mark"]["type"] in {"rect", "line"}]


def test_hundreds_of_rows_are_thinner_but_keep_their_names() -> None:
    base = measure(region("Nord")).expected.filter(pl.col("time") >= WINDOW.begin)
    many = pl.concat([base.with_columns(place=pl.lit(f"Atlasie/District {rank}")) for rank in range(300)])
    spec = strip_rows(many, levels(many, WINDOW, 72), {}, PAPER, MARGINS)
    assert spec["height"] == 3000
    assert len(names(spec)) == 300
