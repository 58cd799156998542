"""The door that measures: series by series, then across them."""

import polars as pl

from temoin.outages import NETWORKS, expect, find_picks, measure, sample
from temoin.outages.measure.across import walk


def test_single_places_are_measured_as_their_series_are() -> None:
    signals = sample.one_night_down()
    found = measure(signals)
    assert found.picks.equals(find_picks(signals))
    assert found.expected.equals(expect(signals))


def test_a_country_s_walk_does_not_depend_on_the_others() -> None:
    curve = sample.curve("bgp", (sample.Loss(sample.moment(9), sample.moment(10), 0.9),), days=12)
    both = pl.concat([curve.with_columns(place=pl.lit(f"{code}/{name}")) for code in ("IR", "KZ") for name in "ABC"])
    whole = walk(both)
    alone = walk(both.filter(pl.col("place").str.starts_with("IR")))
    assert whole.picks.filter(pl.col("place").str.starts_with("IR")).equals(alone.picks)
    assert whole.expected.filter(pl.col("place").str.starts_with("IR")).equals(alone.expected)


def test_a_table_of_networks_says_which_country_holds_a_bare_one() -> None:
    curve = sample.curve("bgp", (sample.Loss(sample.moment(9), sample.moment(10), 0.9),), days=12)
    signals = pl.concat([curve.with_columns(place=pl.lit(f"AS{number}")) for number in (1, 2, 3)])
    rows = [{"source": "t", "row": n, "asn": n, "country": "IR", "access": "unknown"} for n in (1, 2, 3)]
    assert "IR" not in measure(signals).picks["place"]
    assert "IR" in measure(signals, networks=NETWORKS.frame(rows)).picks["place"]
