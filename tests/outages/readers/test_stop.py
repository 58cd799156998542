"""The STOP list: days of the country, what has no column, rows refused with their number, both copies at hand."""

import datetime as dt
import gzip
import io

import polars as pl
import pytest

from temoin.evidence.source import Source
from temoin.outages.readers.stop import READER, refused

from .a_list import ISLAND, a_csv, listing, recognised, told

UTC = dt.UTC


def a_row(**other: str) -> dict[str, str]:
    usual = {
        "start_date_type": "Actual",
        "start_date": "2031-03-04",
        "country": ISLAND,
        "geo_scope": "It affected locations in more than one state, province, or region",
        "area_name": "Nationwide",
        "shutdown_type": "Shutdown",
        "shutdown_extent": "Full network",
        "ordered_by": "Executive government",
        "actual_cause": "Protests",
        "info_source_link": "https://example.org/a; https://example.org/b",
        "shutdown_status": "Ended",
        "end_date": "2031-03-06",
    }
    return usual | other


def one(**other: str) -> dict[str, object]:
    read = listing(READER, a_csv([a_row(**other)]))
    assert read.refused == ()
    return read.reported.row(0, named=True)


def test_a_day_is_the_country_s_and_the_words_are_the_publisher_s() -> None:
    row = one()
    assert (row["began_earliest"], row["began_latest"]) == (
        dt.datetime(2031, 3, 4, 2, tzinfo=UTC),
        dt.datetime(2031, 3, 5, 2, tzinfo=UTC),
    )
    assert row["ended_latest"] == dt.datetime(2031, 3, 7, 2, tzinfo=UTC)
    assert (row["place"], row["kind"], row["scope"], row["extent"]) == ("GS", "shutdown", "national", "full-network")
    assert (row["cause"], row["ordered_by"]) == ("Protests", "Executive government")
    assert (row["url"], row["id"], row["status"]) == ("https://example.org/a", "1", "ended")


def test_a_day_without_a_known_zone_is_the_widest_in_utc() -> None:
    row = one(country="Bouvet Island")
    assert row["began_earliest"] == dt.datetime(2031, 3, 3, 10, tzinfo=UTC)
    assert row["began_latest"] == dt.datetime(2031, 3, 5, 12, tzinfo=UTC)


def test_the_zone_that_a_person_gives_rules() -> None:
    read = listing(READER, a_csv([a_row()]), zone="UTC")
    assert read.reported["began_earliest"][0] == dt.datetime(2031, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("area", "geo_scope", "scope"),
    [
        pytest.param("Nationwide, above all the coast", "more than one state, province", "national", id="nationwide"),
        pytest.param("national except the south", "more than one state, province", "national", id="an exception"),
        pytest.param("National Park, the coast", "It only affected one city", "local", id="a name with national in it"),
        pytest.param("The coast", "It affected locations in more than one state", "regional", id="several regions"),
        pytest.param("A, B", "more than one city in the same state, province", "regional", id="one region"),
        pytest.param("The coast", "Not sure", None, id="not sure"),
    ],
)
def test_the_scope_follows_its_rule(area: str, geo_scope: str, scope: str | None) -> None:
    assert one(area_name=area, geo_scope=geo_scope)["scope"] == scope


@pytest.mark.parametrize(
    ("kind", "extent", "expected"),
    [
        pytest.param("Throttle", "Service-based", "throttling", id="only slowed"),
        pytest.param("Shutdown, Throttle", "Full network", "several", id="cut and slowed"),
        pytest.param("Shutdown", "Full network, Service-based", "several", id="network and services"),
        pytest.param("Shutdown", "Service-based", "service-based", id="services"),
        pytest.param("Unknown", "", None, id="not said"),
    ],
)
def test_the_extent_follows_its_rule(kind: str, extent: str, expected: str | None) -> None:
    assert one(shutdown_type=kind, shutdown_extent=extent)["extent"] == expected


@pytest.mark.parametrize(
    ("status", "end", "expected"),
    [
        pytest.param("Ongoing", "", "ongoing", id="ongoing"),
        pytest.param("", "2031-03-06", "ended", id="an end says enough"),
        pytest.param("Unknown", "", "unknown", id="unknown"),
        pytest.param("Ended", "", "ended", id="ended, nobody says when"),
    ],
)
def test_ongoing_lives_in_the_status(status: str, end: str, expected: str) -> None:
    row = one(shutdown_status=status, end_date=end)
    assert row["status"] == expected
    assert (row["ended_latest"] is None) == (not end)


def test_an_estimated_beginning_says_so() -> None:
    assert one(start_date_type="Estimated")["began_estimated"]
    assert not one()["began_estimated"]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        pytest.param({"end_date": "2031-03-01"}, "ends before it begins", id="ends before it begins"),
        pytest.param({"country": "Atlasie"}, "unknown country", id="no such country"),
        pytest.param({"country": "Congo"}, "several countries bear this name", id="two countries"),
        pytest.param({"start_date": "04/03/2031"}, "ISO date", id="a date that may be read two ways"),
        pytest.param({"start_date": "2031-03"}, "expected a day", id="a month"),
        pytest.param({"start_date": ""}, "start_date", id="no beginning"),
        pytest.param({"start_date": "9999-12-31", "end_date": ""}, "outside the calendar", id="the last of days"),
        pytest.param({"shutdown_status": "Ongoing"}, "said to be ongoing", id="an end of what goes on"),
    ],
)
def test_a_bad_row_is_refused_with_its_number_and_the_rest_is_read(other: dict[str, str], reason: str) -> None:
    read = listing(READER, a_csv([a_row(), a_row(**other), a_row()]))
    assert read.reported["row"].to_list() == [1, 3]
    (line,) = told(read)
    assert line.startswith("row 2 refused: ")
    assert reason in line


def test_the_compact_copy_a_gzip_and_cells_with_line_breaks_are_read() -> None:
    row = a_row(area_name="The coast\nand the hills", geo_scope="It only affected one city")
    for name in ("start_date_type", "ordered_by", "info_source_link"):
        del row[name]
    packed = gzip.compress(a_csv([row, row]).encode())
    assert recognised(packed) == ["stop"]
    read = listing(READER, packed)
    assert read.reported["place_text"].to_list() == [f"{ISLAND}, The coast and the hills"] * 2
    assert read.reported["ordered_by"].null_count() == 2


@pytest.mark.parametrize(
    "path",
    [
        "data/outages/keepiton/access_now_2016_2025.csv.gz",
        "data/costs/published/access_now_stop_2016_2025_compact.csv.gz",
    ],
    ids=["47 columns", "compact"],
)
def test_both_copies_at_hand_give_the_same_counts(shared, path: str) -> None:
    data = shared(path).read_bytes()
    assert recognised(data) == ["stop"]
    read = listing(READER, data)
    assert (read.reported.height, len(read.refused)) == (2092, 10)
    reasons = " ".join(told(read))
    assert reasons.count("ends before it begins") == 3
    assert [each.row for each in read.refused if "before" in each.why.en] == [657, 692, 711]
    counts = dict(read.reported.group_by("scope").len().iter_rows())
    assert counts == {"national": 524, "regional": 709, "local": 849, None: 10}
    national = read.reported.filter(pl.col("scope") == "national", pl.col("extent") == "full-network")
    assert (national.height, national["place"].n_unique()) == (NATIONAL_FULL, COUNTRIES_OF_THEM)
    assert dict(read.reported.group_by("status").len().iter_rows()) == {"ended": 1386, "ongoing": 282, "unknown": 424}


NATIONAL_FULL, COUNTRIES_OF_THEM = 126, 39


def test_what_is_refused_can_be_had_alone() -> None:
    text = a_csv([a_row(country="Atlasie")])
    (words,) = refused(io.BytesIO(text.encode()), Source(id="5e" * 32, size=1))
    assert words.fr.startswith("ligne 1 refusée")
