"""Charts: plain JSON that renders, stands alone, and says the same thing twice."""

import datetime as dt
import json
from itertools import chain

import polars as pl
import pytest

from temoin.dossier.charts import render_svg
from temoin.evidence.digest import canonical
from temoin.outages import EXPECTED, OUTAGES, PICKS, find_campaigns, find_outages, measure, sample
from temoin.outages.draw import Sheet, calendar_chart, outage_chart, signals_chart, strip_chart
from temoin.outages.figure.pane import HEIGHT
from temoin.period import Period
from temoin.words import Words, typeset

ATLASIE = Words("Atlasie (fictive)", "Atlasie (fictional)")


def chart(signals: pl.DataFrame, **sheet: object) -> dict:
    measured = measure(signals)
    outages = find_outages(measured.picks, measured.expected)
    paper = Sheet(**{"label": ATLASIE, "language": "fr", "zone": "Asia/Almaty"} | sheet)
    return outage_chart(measured.expected, measured.picks, outages, place=sample.PLACE, sheet=paper)


def texts(spec: dict) -> list[str]:
    layers = chain.from_iterable(row["layer"] for row in spec["vconcat"])
    return [layer["mark"]["text"] for layer in layers if "text" in layer["mark"]]


@pytest.mark.parametrize(
    ("language", "headline", "pane", "fell", "stayed"),
    [
        (
            "fr",
            "Atlasie (fictive)\xa0: connexion perdue à 97\xa0%",
            "Sondage actif",
            "tombe le 19 mars",
            "ne tombe pas",
        ),
        ("en", "Atlasie (fictional): 97% of connectivity lost", "Active probing", "falls 19 Mar", "does not fall"),
    ],
    ids=["French", "English"],
)
def test_a_chart_stands_alone_in_each_language(language: str, headline: str, pane: str, fell: str, stayed: str) -> None:
    spec = chart(sample.one_night_down(), language=language)
    words = texts(spec)
    assert " ".join(spec["title"]["text"]).startswith(headline)
    assert any("synthetic" in line for line in spec["title"]["subtitle"])
    assert any(text.startswith(pane) for text in words)
    assert any(text.startswith(fell) for text in words)
    assert stayed in words
    assert "UTC" in words
    assert "UTC+5" in words


def test_it_renders_without_a_word_from_the_compiler(capfd) -> None:
    import vl_convert

    svg = vl_convert.vegalite_to_svg(chart(sample.missing()))
    assert svg.count("Atlasie") >= 1
    assert capfd.readouterr().err == ""


def test_the_same_input_gives_the_same_bytes() -> None:
    assert canonical(chart(sample.missing())) == canonical(chart(sample.missing()))


def test_what_is_missing_is_hatched_inside_its_pane() -> None:
    pane = chart(sample.missing())["vconcat"][-1]
    hatch = next(layer for layer in pane["layer"] if layer.get("encoding", {}).get("order"))["data"]["values"]
    begin = sample.moment(15, 23).timestamp() * 1000
    assert min(point["t"] for point in hatch) >= begin
    assert all(0 <= point["y"] <= HEIGHT for point in hatch if point["y"] is not None)


def test_a_narrow_chart_wraps_its_title_and_its_key() -> None:
    wide, narrow = (chart(sample.one_night_down(), width=width) for width in (720, 360))
    assert len(narrow["title"]["text"]) > len(wide["title"]["text"])
    assert narrow["vconcat"][0]["height"] > wide["vconcat"][0]["height"]


def test_the_size_does_not_grow_with_the_series() -> None:
    whole = Period(sample.BEGIN, sample.moment(28))
    five = sample.curve("search", step=dt.timedelta(minutes=5))
    thirty = sample.curve("search", step=dt.timedelta(minutes=30))
    sizes = [len(json.dumps(chart(signals, window=whole))) for signals in (five, thirty)]
    assert sizes[0] < 1.2 * sizes[1]


def test_a_place_without_an_outage_and_one_without_data_say_so() -> None:
    calm = chart(sample.ramps())
    assert " ".join(calm["title"]["text"]).startswith(typeset("Atlasie (fictive) : pas de panne vue"))
    empty = outage_chart(EXPECTED.empty(), PICKS.empty(), OUTAGES.empty(), place="Nowhere", sheet=Sheet(ATLASIE, "en"))
    assert " ".join(empty["title"]["text"]) == "Atlasie (fictional): nothing measured"


def test_several_outages_are_counted_in_the_title() -> None:
    assert "10 pannes" in " ".join(chart(sample.recurring())["title"]["text"])


def test_normalised_values_say_so() -> None:
    spec = chart(sample.one_night_down(), percent=frozenset({sample.SOURCE}))
    assert any(text == "BGP (% de son maximum)" for text in texts(spec))


def test_a_strip_has_a_row_a_series() -> None:
    import vl_convert

    svg = vl_convert.vegalite_to_svg(
        strip_chart(measure(sample.one_night_down()).expected, labels={}, sheet=Sheet(ATLASIE, "fr"))
    )
    for name in ("Sondage actif", "BGP", "Recherche Google", "Villes vues par Mozilla"):
        assert name in svg


def recurring(**sheet: object) -> dict | None:
    found = measure(sample.recurring())
    outages = find_outages(found.picks, found.expected)
    paper = Sheet(**{"label": ATLASIE, "language": "fr"} | sheet)
    return calendar_chart(find_campaigns(outages), outages, found.expected, place=sample.PLACE, sheet=paper)


def test_a_calendar_says_the_rule_and_renders_in_each_language(capfd) -> None:
    import vl_convert

    for language, headline, day in (("fr", "10 nuits, de 1\xa0h à 5\xa0h, chaque jour", "mar. 19 mars"),
                                    ("en", "10 nights, from 01:00 to 05:00, every day", "Tue 19 Mar")):  # fmt: skip
        spec = recurring(language=language)
        assert headline in " ".join(spec["title"]["text"])
        assert day in vl_convert.vegalite_to_svg(spec)
    assert capfd.readouterr().err == ""


def test_a_place_where_nothing_recurs_has_no_calendar() -> None:
    found = measure(sample.one_night_down())
    outages = find_outages(found.picks, found.expected)
    campaigns = find_campaigns(outages)
    assert calendar_chart(campaigns, outages, found.expected, place=sample.PLACE, sheet=Sheet(ATLASIE, "fr")) is None


def said_by_signals(signals: pl.DataFrame) -> dict | None:
    found = measure(signals)
    outages = find_outages(found.picks, found.expected)
    sheet = Sheet(ATLASIE, "fr", zone="Asia/Almaty")
    return signals_chart(found.expected, found.picks, outages, place=sample.PLACE, sheet=sheet)


def test_signals_that_disagree_are_counted_and_drawn() -> None:
    import vl_convert

    spec = said_by_signals(sample.one_night_down())
    assert " ".join(spec["title"]["text"]).endswith("3 signaux tombés, 1 resté")
    alone = sample.one_night_down().filter(pl.col("signal").is_in(["active_probing", "search"]))
    assert " ".join(said_by_signals(alone)["title"]["text"]).endswith("2 signaux tombés, aucun resté")
    svg = vl_convert.vegalite_to_svg(spec)
    assert "ne tombe pas" in svg
    assert "UTC+5" in svg


def test_one_signal_cannot_disagree() -> None:
    assert said_by_signals(sample.one_night_down().filter(pl.col("signal") == "search")) is None
    assert said_by_signals(sample.ramps()) is None


MOST_BYTES = 300_000


def test_a_million_points_are_a_light_drawing() -> None:
    rank = pl.int_range(pl.len())
    times = pl.datetime_range(
        sample.BEGIN, sample.moment(0, 250_000 / 60), "1m", closed="left", eager=True, time_unit="us", time_zone="UTC"
    )
    series = times.to_frame("time").with_columns(
        value=pl.when(rank % 1440 > 5).then((1000 + rank * 7919 % 97).cast(pl.Float64))
    )
    band = {"expected": pl.lit(1050.0), "low": pl.lit(950.0), "high": pl.lit(1150.0), "down": pl.lit(value=False)}
    named = series.with_columns(**band, source=pl.lit(sample.SOURCE), place=pl.lit(sample.PLACE))
    many = EXPECTED.require(
        pl.concat([named.with_columns(signal=pl.lit(name)) for name in ("active_probing", "bgp", "search", "cities")])
    )
    assert len(many) == 1_000_000
    sheet = Sheet(ATLASIE, "fr", zone="Asia/Almaty", width=900)
    for spec in (
        outage_chart(many, PICKS.empty(), OUTAGES.empty(), place=sample.PLACE, sheet=sheet),
        strip_chart(many, labels={}, sheet=sheet),
    ):
        assert len(render_svg(spec)) < MOST_BYTES


def test_hundreds_of_regions_are_a_light_drawing() -> None:
    base = measure(sample.curve("search")).expected
    many = pl.concat([base.with_columns(place=pl.lit(f"Atlasie/District {rank}")) for rank in range(300)])
    assert len(render_svg(strip_chart(many, labels={}, sheet=Sheet(ATLASIE, "en", width=900)))) < MOST_BYTES
