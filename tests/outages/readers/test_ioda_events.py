"""IODA's events in both formats: their bins, their places, an end that is not given."""

import datetime as dt

import pytest

from temoin.errors import InputError
from temoin.outages.readers.ioda_events import READER

from .a_list import an_answer, listing, recognised, told

NOON = int(dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC).timestamp())


def answer(*events: dict[str, object], error: str | None = None) -> str:
    return an_answer(type="outages.events", requestParameters={}, error=error, data=list(events))


def codf(**other: object) -> dict[str, object]:
    usual = {"location": "country/GS", "start": NOON, "duration": 3600, "datasource": "bgp", "location_name": "Isle"}
    return usual | other


def ioda(**other: object) -> dict[str, object]:
    entity = {"type": "country", "code": "GS", "name": "Isle"}
    return {"entity": entity, "from": NOON, "until": NOON + 3600, "datasource": "ping-slash24", "score": 3} | other


def test_both_formats_give_anomalies_with_the_bins_of_their_source() -> None:
    text = answer(codf(), ioda())
    assert recognised(text) == ["ioda-events"]
    frame = listing(READER, text).reported
    assert frame["kind"].unique().to_list() == ["anomaly"]
    assert frame["signals"].to_list() == [["bgp"], ["active_probing"]]
    widths = (frame["began_latest"] - frame["began_earliest"]).to_list()
    assert widths == [dt.timedelta(minutes=5), dt.timedelta(minutes=10)]
    assert frame["ended_earliest"].dt.epoch("s").to_list() == [NOON + 3600] * 2


def test_an_end_that_is_not_given_is_not_known() -> None:
    event = ioda()
    del event["until"]
    row = listing(READER, answer(event)).reported.row(0, named=True)
    assert (row["ended_latest"], row["status"]) == (None, "unknown")


@pytest.mark.parametrize(
    ("location", "place", "scope"),
    [
        pytest.param("asn/64496", "AS64496", "network", id="a network"),
        pytest.param("region/4416", "4416", "regional", id="a region under IODA's number"),
    ],
)
def test_networks_and_regions_are_places(location: str, place: str, scope: str) -> None:
    row = listing(READER, answer(codf(location=location))).reported.row(0, named=True)
    assert (row["place"], row["scope"]) == (place, scope)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        pytest.param(codf(duration=-60), "ends before it begins", id="ends before it begins"),
        pytest.param(codf(start=None), "start", id="no beginning"),
        pytest.param(codf(start="noon"), "seconds", id="a beginning in words"),
        pytest.param(codf(start=10**18, duration=None), "no such date", id="a date beyond the calendar"),
        pytest.param(codf(location="country/QQ"), "unknown country", id="no such country"),
        pytest.param(codf(location="continent/EU"), "place not understood", id="a continent"),
    ],
)
def test_a_bad_event_is_refused_and_the_rest_is_read(event: dict[str, object], reason: str) -> None:
    read = listing(READER, answer(event, codf()))
    assert read.reported["row"].to_list() == [2]
    assert reason in told(read)[0]


def test_a_refusal_of_the_service_is_left_to_the_reader_of_refusals() -> None:
    text = answer(error="no such entity")
    assert recognised(text) == ["ioda-json"]
    with pytest.raises(InputError, match="no such entity"):
        listing(READER, text)


def test_the_shape_at_hand_is_read(shared) -> None:
    data = shared("data/outages/api_shapes/ioda_outages_events_codf.json").read_bytes()
    assert recognised(data) == ["ioda-events"]
    read = listing(READER, data)
    assert (read.reported["place"].to_list(), read.refused) == (["CF", "US"], ())
