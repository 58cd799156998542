"""IODA's curated list in both shapes: places, signals seen by people, times as typed, counts on the copy at hand."""

import datetime as dt

import pytest

from temoin.outages.readers.ioda_curated import READER

from .a_list import ISLAND, a_csv, listing, recognised, told

UTC = dt.UTC


def derived(**other: str) -> dict[str, str]:
    usual = {
        "id": "A1",
        "country": ISLAND,
        "begin_utc": "2031-03-04 16:40:00",
        "end_utc": "2031-03-04 17:40:00",
        "begin_raw": "Tuesday, March 4, 2031, 4:40:00 PM",
        "end_raw": "Tuesday, March 4, 2031, 5:40:00 PM",
        "scope": "Country",
        "bgp_visible": "True",
        "ping_visible": "False",
        "telescope_visible": "",
        "cause": "Exams",
    }
    return usual | other


def published(**other: str) -> dict[str, str]:
    usual = {
        "ID": "A1",
        "Begin time": "Tuesday, March 4, 2031, 4:40:00 PM",
        "End time": "3/29/2031  20:50:00 PM",
        "Country": ISLAND,
        "IODA BGP visible by human": "N/A",
        "IODA AP visible by human ": "True ",
        " IODA IBR visible by human": "TRUE",
        "Scope (based on granularity at which the outage appears in IODA)": "Region (Coast/North)",
        "Region": "",
        "AS": "",
        "Cause": "",
        "Confirmation Status": "",
        "Manually verified": "YES",
        "Grafana URLs": "https://example.org/d?var-REGIONS=Coast North&to=1",
        "Notes": "made up",
        "": "",
    }
    return usual | other


def test_the_derived_copy_gives_minutes_read_off_ten_minute_bins() -> None:
    row = listing(READER, a_csv([derived()])).reported.row(0, named=True)
    assert (row["began_earliest"], row["began_latest"]) == (
        dt.datetime(2031, 3, 4, 16, 40, tzinfo=UTC),
        dt.datetime(2031, 3, 4, 16, 50, tzinfo=UTC),
    )
    assert (row["id"], row["place"], row["scope"], row["cause"]) == ("A1", "GS", "national", "Exams")
    assert (row["signals"], row["ordered_by"], row["repaired"]) == (["bgp"], None, None)


def test_the_published_shape_is_read_with_its_loose_headers() -> None:
    text = a_csv([published()])
    assert recognised(text) == ["ioda-curated"]
    row = listing(READER, text).reported.row(0, named=True)
    assert (row["place"], row["scope"], row["signals"]) == (
        "GS/Coast-North",
        "regional",
        ["active_probing", "telescope"],
    )
    assert row["ended_earliest"] == dt.datetime(2031, 3, 29, 20, 50, tzinfo=UTC)
    assert row["repaired"] == "end: month-first, clock-24h"
    assert row["url"] == "https://example.org/d?var-REGIONS=Coast%20North&to=1"


@pytest.mark.parametrize(
    ("scope", "place"),
    [
        pytest.param("Region (Central Coast)", "GS/Central Coast", id="a region"),
        pytest.param("AS (64496)", "GS/AS64496", id="a network"),
        pytest.param("AS (AS64496)", "GS/AS64496", id="a network with its letters"),
        pytest.param("country ", "GS", id="a country in small letters"),
    ],
)
def test_a_place_is_a_path(scope: str, place: str) -> None:
    assert listing(READER, a_csv([derived(scope=scope)])).reported["place"].to_list() == [place]


def test_a_row_without_an_end_is_kept_and_one_without_a_beginning_is_not() -> None:
    no_end = derived(end_raw="", end_utc="")
    no_beginning = derived(id="B2", begin_raw="", begin_utc="")
    read = listing(READER, a_csv([no_end, no_beginning]))
    assert read.reported["status"].to_list() == ["unknown"]
    assert told(read) == ["row 2 (B2) refused: —: not a time that can be read; ask the publisher for the exact time"]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        pytest.param(
            {"end_raw": "Tuesday, March 4, 2031, 12:10:00 AM"}, "it ends before it begins", id="ends at 12 AM"
        ),
        pytest.param({"begin_raw": "Monday, March 4, 2031, 1:00:00 AM"}, "that day was a Tuesday", id="weekday"),
        pytest.param({"scope": "Region ()"}, "place not understood", id="a region without a name"),
        pytest.param({"country": "European Union"}, "unknown country", id="no country"),
    ],
)
def test_a_bad_row_is_refused_with_its_id(other: dict[str, str], reason: str) -> None:
    read = listing(READER, a_csv([derived(id="C3", **other)]))
    assert read.reported.is_empty()
    (line,) = told(read)
    assert line.startswith("row 1 (C3) refused: ")
    assert reason in line


def test_a_date_of_two_readings_wants_another_cell_of_the_file_or_the_flag() -> None:
    both_ways = derived(begin_raw="4/3/2031  15:15:00 PM", end_raw="", end_utc="")
    assert "--dates" in told(listing(READER, a_csv([both_ways])))[0]
    shown = listing(READER, a_csv([both_ways, derived(end_raw="3/29/2031 20:50:00 PM")]))
    assert shown.reported["began_earliest"][0] == dt.datetime(2031, 4, 3, 15, 15, tzinfo=UTC)
    asked = listing(READER, a_csv([both_ways]), dates="dmy")
    assert asked.reported["began_earliest"][0] == dt.datetime(2031, 3, 4, 15, 15, tzinfo=UTC)


def test_the_copy_at_hand_gives_its_counts(shared) -> None:
    data = shared("data/outages/ioda_curated/ioda_curated_training.csv").read_bytes()
    assert recognised(data) == ["ioda-curated"]
    read = listing(READER, data)
    assert (read.reported.height, len(read.refused)) == (1096, 59)
    reasons = [each.why.en for each in read.refused]
    assert sum("it ends before it begins" in reason for reason in reasons) == 43
    assert sum("that day was a" in reason for reason in reasons) == 3
    assert sum("contradict each other" in reason for reason in reasons) == 1
    assert sum("Congo: several countries" in reason for reason in reasons) == 10
    assert sum("unknown country" in reason for reason in reasons) == 2
    assert dict(read.reported.group_by("scope").len().iter_rows()) == {"national": 667, "regional": 363, "network": 66}
    assert read.reported["ended_latest"].null_count() == 23
    assert read.reported["repaired"].drop_nulls().len() == 13
