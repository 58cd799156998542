"""Parts of a place as one series of the place."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages import EXPECTED, PICKS, SIGNALS, Settings, measure, sample
from temoin.outages.measure import detect
from temoin.outages.measure.rollup import parts_of, roll_up
from temoin.outages.places import Holders

COUNTIES = ("IR/Tehran/Rey", "IR/Tehran/Pardis", "IR/Fars/Lar")


def flat(place: str, *, days: int = 8, down: slice = slice(0, 0), left: float = 3.0, signal: str = "bgp"):
    values: list[float | None] = [100.0 + (hour % 3) for hour in range(24 * days)]
    for hour in range(*down.indices(len(values))):
        values[hour] = left
    return sample.series(values, signal=signal, place=place)


def numbered(*series: pl.DataFrame) -> pl.DataFrame:
    return pl.concat(series).with_columns(row=pl.int_range(1, pl.len() + 1, dtype=pl.Int64))


NIGHT = slice(24 * 6, 24 * 6 + 8)


def test_a_place_is_joined_from_the_parts_that_hold_no_other() -> None:
    series = [("s", place, "bgp") for place in (*COUNTIES, "IR/Tehran", "IR/Yazd")]
    assert parts_of(series) == {("s", "IR", "bgp"): ["IR/Fars/Lar", "IR/Tehran", "IR/Yazd"]}


@pytest.mark.parametrize(
    "series",
    [
        pytest.param([("s", place, "bgp") for place in COUNTIES[:2]], id="two parts"),
        pytest.param([("s", place, "bgp") for place in (*COUNTIES, "IR")], id="the place is measured itself"),
        pytest.param([(place, place, "bgp") for place in COUNTIES], id="three sources"),
        pytest.param([("s", place, place) for place in COUNTIES], id="three signals"),
        pytest.param([("s", f"AS{number}", "bgp") for number in range(3)], id="bare networks without a table"),
    ],
)
def test_nothing_is_joined_from(series: list[tuple[str, str, str]]) -> None:
    assert parts_of(series) == {}


def test_bare_networks_are_parts_of_the_country_that_a_table_gives_them() -> None:
    series = [("s", f"AS{number}", "bgp") for number in (1, 2, 3, 4)]
    holders = Holders({"AS1": "IR", "AS2": "IR", "AS3": "IR", "AS4": "KZ"})
    assert parts_of(series, holders) == {("s", "IR", "bgp"): ["AS1", "AS2", "AS3"]}


def test_the_joined_series_falls_when_its_parts_do_and_names_their_rows() -> None:
    signals = numbered(*(flat(place, down=NIGHT) for place in COUNTIES))
    found = measure(signals)
    pick = found.picks.row(by_predicate=pl.col("place") == "IR", named=True)
    assert (pick["began"], pick["ended"]) == (sample.moment(6), sample.moment(6, 8))
    assert pick["depth"] == pytest.approx(0.97, abs=0.01)
    rows = signals.filter(pl.col("time").is_between(sample.moment(6), sample.moment(6, 7)))["row"]
    assert (pick["first_row"], pick["last_row"]) == (rows.min(), rows.max())


def test_one_part_of_four_is_a_quarter() -> None:
    signals = numbered(flat("IR/A", down=NIGHT), *(flat(f"IR/{name}") for name in "BCD"))
    (depth,) = measure(signals).picks.filter(pl.col("place") == "IR")["depth"]
    assert depth == pytest.approx(0.97 / 4, abs=0.01)


def test_a_crowd_in_one_part_does_not_hide_the_fall_of_the_others() -> None:
    signals = numbered(flat("IR/A", down=NIGHT, left=900.0), *(flat(f"IR/{name}", down=NIGHT) for name in "BCD"))
    (depth,) = measure(signals).picks.filter(pl.col("place") == "IR")["depth"]
    assert depth == pytest.approx(0.97 * 3 / 4, abs=0.01)


def test_an_unmeasured_part_is_left_out_and_a_bin_with_less_than_half_is_not_measured() -> None:
    silent = [flat(f"IR/{name}", down=NIGHT).with_columns(
        value=pl.when(pl.col("time") < sample.moment(6, 4)).then("value")) for name in "BCD"]  # fmt: skip
    joined = measure(numbered(flat("IR/A"), *silent)).expected.filter(pl.col("place") == "IR")
    at = dict(joined.select("time", "value").iter_rows())
    assert at[sample.moment(6, 3)] == pytest.approx(100 * (1 + 3 * 0.03) / 4, abs=1)
    assert at[sample.moment(6, 5)] is None


def test_the_first_days_of_a_seasonal_signal_are_not_taken_for_falls_of_the_whole() -> None:
    parts = [sample.curve("search", days=12, place=f"IR/{name}", seed=ord(name)) for name in "ABCDEF"]
    found = measure(numbered(*parts))
    assert found.picks.filter(pl.col("place") == "IR").is_empty()
    joined = found.expected.filter(pl.col("place") == "IR", pl.col("value").is_not_null())
    assert joined["time"].min() == sample.BEGIN
    assert joined["value"].min() > 75


def test_many_noisy_parts_show_together_what_hardly_one_shows_alone() -> None:
    day = sample.moment(9, 6)
    loss = sample.Loss(day, day + dt.timedelta(hours=8), 0.35)
    parts = [sample.curve("cities", (loss,), days=12, place=f"IR/{n}", seed=n) for n in range(40)]
    picks = measure(numbered(*parts)).picks
    began = picks.filter(pl.col("place") == "IR")["began"].to_list()
    assert began == [day]
    # Fourteen cities on the average at that hour, so a count is noisy by a quarter: a loss of 35 % is hardly seen.
    assert picks.filter(pl.col("place") != "IR").height <= 2


def test_both_tables_keep_their_order() -> None:
    found = measure(numbered(*(flat(place, down=NIGHT) for place in ("KZ", *COUNTIES, "AT"))))
    assert EXPECTED.require(found.expected).equals(found.expected.sort("source", "place", "signal", "time"))
    assert PICKS.require(found.picks).equals(found.picks.sort("place", "began", "signal", "source"))


def test_the_order_of_rows_changes_nothing() -> None:
    signals = numbered(*(flat(place, down=NIGHT) for place in COUNTIES))
    assert measure(signals.sample(fraction=1.0, shuffle=True, seed=4)).picks.equals(measure(signals).picks)


def test_without_parts_nothing_changes() -> None:
    signals = flat("IR", down=NIGHT)
    walked = detect.measure(signals)
    assert roll_up(signals, walked, settings=Settings()) == walked
    assert roll_up(SIGNALS.empty(), detect.measure(SIGNALS.empty())).picks.is_empty()


def test_provinces_and_the_country_are_each_joined_from_their_counties() -> None:
    signals = numbered(*(flat(f"IR/{name}", down=NIGHT) for name in ("A/1", "A/2", "A/3", "B/1")))
    places = measure(signals).picks["place"].to_list()
    assert sorted(places) == ["IR", "IR/A", "IR/A/1", "IR/A/2", "IR/A/3", "IR/B/1"]
