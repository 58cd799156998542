"""The lens over a case, place by place: what is kept, and what is measured again."""

from pathlib import Path

import polars as pl
import pytest

from temoin.case import measuring
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.measuring import measure_places
from temoin.outages import Settings, find_outages, measure, sample
from temoin.outages.measure.across import walk
from temoin.outages.places import Holders

NORTH, SOUTH = "Atlasie-Nord", "Atlasie-Sud"


def signals(*places: str) -> pl.DataFrame:
    curve = sample.one_night_down()
    return pl.concat([curve.with_columns(place=pl.lit(place), source=pl.lit(place)) for place in places])


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
