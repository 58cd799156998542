"""Cloudflare Radar's outages: what goes on, several places, networks, words that stay Cloudflare's."""

import pytest

from temoin.errors import InputError
from temoin.outages.readers.radar_outages import READER, known_place

from .a_list import an_answer, listing, recognised, told


def annotation(**other: object) -> dict[str, object]:
    usual = {
        "id": "a1",
        "eventType": "OUTAGE",
        "startDate": "2031-03-04T04:00:00Z",
        "endDate": "2031-03-04T07:00:00Z",
        "asns": [],
        "locations": ["GS"],
        "scope": "the coast",
        "linkedUrl": "https://example.org/post",
        "outage": {"outageCause": "GOVERNMENT_DIRECTED", "outageType": "NATIONWIDE"},
    }
    return usual | other


def answer(*annotations: dict[str, object]) -> str:
    return an_answer(success=True, errors=[], result={"annotations": list(annotations)})


def test_a_cause_stays_a_word_and_no_end_is_an_outage_that_goes_on() -> None:
    text = answer(annotation(), annotation(id="a2", endDate=None))
    assert recognised(text) == ["radar-outages"]
    frame = listing(READER, text).reported
    assert frame["status"].to_list() == ["ended", "ongoing"]
    assert frame["cause"].to_list() == ["GOVERNMENT_DIRECTED"] * 2
    assert frame["ordered_by"].null_count() == 2
    assert (frame["scope"][0], frame["kind"][0], frame["url"][0]) == ("national", "outage", "https://example.org/post")
    assert frame["place_text"][0] == "GS, the coast"


def test_several_places_are_rows_of_one_id_and_networks_stand_in_their_country() -> None:
    text = answer(annotation(locations=["GS", "BV"]), annotation(id="a2", asns=[64496, 64497]))
    frame = listing(READER, text).reported
    assert frame["place"].to_list() == ["GS", "BV", "GS/AS64496", "GS/AS64497"]
    assert frame["id"].to_list() == ["a1", "a1", "a2", "a2"]
    assert frame["row"].to_list() == [1, 2, 3, 4]
    assert frame["scope"].to_list()[2:] == ["network", "network"]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        pytest.param({"locations": []}, "locations", id="no place"),
        pytest.param({"locations": ["QQ"]}, "unknown country", id="no such country"),
        pytest.param({"startDate": None}, "startDate", id="no beginning"),
        pytest.param({"startDate": "2031-03-04T04:00:00"}, "without a zone", id="no zone"),
        pytest.param({"endDate": "2031-03-03T04:00:00Z"}, "ends before it begins", id="ends before it begins"),
        pytest.param({"eventType": "PIPELINE"}, "not an outage", id="another kind of event"),
    ],
)
def test_a_bad_annotation_is_refused_with_its_id(other: dict[str, object], reason: str) -> None:
    (line,) = told(listing(READER, answer(annotation(**other))))
    assert line.startswith("row 1 (a1) refused: ")
    assert reason in line


def test_a_refusal_of_the_service_is_an_error() -> None:
    text = an_answer(success=False, errors=[{"message": "no token"}], result={"annotations": []})
    with pytest.raises(InputError, match="no token"):
        listing(READER, text)


def test_a_path_is_a_country_and_a_network() -> None:
    with pytest.raises(InputError, match="place"):
        known_place("GS/the coast")


def test_time_series_of_the_same_service_are_left_to_others(shared) -> None:
    assert recognised(shared("data/outages/api_shapes/cloudflare_annotations_outages.json").read_bytes()) == [
        "radar-outages"
    ]
    series = shared("data/outages/api_shapes/cloudflare_netflows_timeseries.json").read_bytes()
    assert "radar-outages" not in recognised(series)
