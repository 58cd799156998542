"""The lens over a case, place by place: what is kept, and what is measured again."""

from pathlib import Path

import polars as pl
import pytest

from temoin.case import measuring
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.measuring import measure_places
from temoin.outages import NETWORKS, Settings, find_outages, measure, sample
from temoin.outages.measure.across import walk
from temoin.outages.places import Holders

NORTH, SOUTH = "Atlasie-Nord", "Atlasie-Sud"


def signals(*places: str) -> pl.DataFrame:
    curve = sample.one_night_down()
    return pl.concat([curve.with_columns(place=pl.lit(place), source=pl.lit(place)) for place in places])


def one_source(*places: str) -> pl.DataFrame:
    return signals(*places).with_columns(source=pl.lit("one"))


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fill with the places that are measured anew."""
    seen: list[str] = []

    def watched(frame: pl.DataFrame, *, holders: Holders, settings: Settings):
        seen.extend(frame["place"].unique().sort().to_list())
        return walk(frame, holders=holders, settings=settings)

    monkeypatch.setattr(measuring, "walk", watched)
    return seen


def test_place_by_place_gives_what_the_whole_would(case: Case) -> None:
    frame = signals(NORTH, SOUTH)
    found = measure_places(frame, Settings(), Derived(case), {})
    whole = measure(frame)
    assert found.picks.equals(whole.picks)
    assert found.outages.equals(find_outages(whole.picks, whole.expected))
    assert found.expected.height == whole.expected.height


def test_a_place_whose_sources_were_read_alike_is_not_measured_again(case: Case, measured: list[str]) -> None:
    readings = {NORTH: ["signals-csv", 1], SOUTH: ["signals-csv", 1]}
    first = measure_places(signals(NORTH), Settings(), Derived(case), readings)
    again = measure_places(signals(NORTH, SOUTH), Settings(), Derived(case), readings)
    assert measured == [NORTH, SOUTH]
    assert again.outages.filter(pl.col("place") == NORTH).equals(first.outages)


@pytest.mark.parametrize(
    ("settings", "version"),
    [
        pytest.param(Settings(), 2, id="another version of the reader"),
        pytest.param(Settings(falls_below=0.7), 1, id="another parameter"),
    ],
)
def test_another_reading_or_parameter_is_measured_again(
    case: Case, measured: list[str], settings: Settings, version: int
) -> None:
    frame = signals(NORTH)
    measure_places(frame, Settings(), Derived(case), {NORTH: ["signals-csv", 1]})
    measure_places(frame, settings, Derived(case), {NORTH: ["signals-csv", version]})
    assert measured == [NORTH, NORTH]


def test_nothing_drawn_from_a_personal_source_is_kept(case: Case, measured: list[str]) -> None:
    frame = signals(NORTH)
    for _ in range(2):
        measure_places(frame, Settings(), Derived(case), {})
    assert measured == [NORTH, NORTH]
    assert not any(Path(path).is_file() for path in case.derived.rglob("*"))


def test_a_case_without_signals_has_empty_tables(case: Case) -> None:
    found = measure_places(signals(NORTH).clear(), Settings(), Derived(case), {})
    assert (found.picks.height, found.outages.height, found.expected.height) == (0, 0, 0)


def test_a_region_s_country_is_measured_again_and_no_other(case: Case, measured: list[str]) -> None:
    regions = ["IR/A", "IR/B", "KZ/A"]
    readings = {place: ["signals-csv", 1] for place in (*regions, "IR/C")}
    measure_places(signals(*regions), Settings(), Derived(case), readings)
    measured.clear()
    found = measure_places(signals(*regions, "IR/C"), Settings(), Derived(case), readings)
    assert measured == ["IR/A", "IR/B", "IR/C"]
    whole = measure(signals(*regions, "IR/C"))
    assert found.outages.equals(find_outages(whole.picks, whole.expected))
    assert found.picks.equals(whole.picks)


def test_what_is_kept_gives_the_same_outages(case: Case, measured: list[str]) -> None:
    frame = one_source("IR/A", "IR/B", "IR/C", "KZ", "FR", "BR")
    readings = {"one": ["signals-csv", 1]}
    first = measure_places(frame, Settings(), Derived(case), readings)
    measured.clear()
    again = measure_places(frame, Settings(), Derived(case), readings)
    assert measured == []
    assert again.outages.equals(first.outages)
    assert again.picks.equals(first.picks)
    assert again.watched.equals(first.watched)
    assert "IR" in first.picks["place"].to_list()
    assert again.expected.equals(first.expected)


def test_a_second_country_casts_doubt_on_what_was_kept_of_the_first(case: Case, measured: list[str]) -> None:
    alone = sample.curve("search", (sample.Loss(sample.moment(20), sample.moment(20, 8), 0.6),))
    frames = [alone.with_columns(place=pl.lit(code), source=pl.lit(code)) for code in ("IR", "FR", "BR")]
    readings = {code: ["signals-csv", 1] for code in ("IR", "FR", "BR")}
    first = measure_places(frames[0], Settings(), Derived(case), readings)
    assert first.outages["place"].to_list() == ["IR"]
    measured.clear()
    found = measure_places(pl.concat(frames), Settings(), Derived(case), readings)
    assert measured == ["BR", "FR"]
    assert found.picks["doubt"].to_list() == ["instrument"] * 3
    assert found.outages.is_empty()


def test_a_bare_network_is_measured_with_the_country_that_a_table_gives_it(case: Case) -> None:
    rows = [{"source": "t", "row": n, "asn": n, "country": "IR", "access": "unknown"} for n in (1, 2, 3)]
    frame = one_source("AS1", "AS2", "AS3")
    found = measure_places(frame, Settings(), Derived(case), {"one": 1}, NETWORKS.frame(rows))
    assert found.outages["place"].to_list() == ["IR"]
    assert len(measure_places(frame, Settings(), Derived(case), {"one": 1}).outages) == 3
