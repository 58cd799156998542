"""Cloudflare Radar's anomalies: a machine's findings, of a place or of a network."""

import pytest

from temoin.outages.readers.radar_anomalies import READER

from .a_list import an_answer, listing, recognised, told


def anomaly(**other: object) -> dict[str, object]:
    usual = {
        "uuid": "u1",
        "type": "LOCATION",
        "status": "VERIFIED",
        "startDate": "2031-03-04T04:00:00Z",
        "locationDetails": {"code": "GS", "name": "Isle"},
        "visibleInDataSources": ["NET", "DNS"],
    }
    return usual | other


def answer(*anomalies: dict[str, object]) -> str:
    return an_answer(success=True, result={"trafficAnomalies": list(anomalies)})


def test_an_anomaly_without_an_end_has_none_and_nothing_says_that_it_goes_on() -> None:
    text = answer(anomaly(), anomaly(uuid="u2", asnDetails={"asn": "64496", "name": "Isle Net"}))
    assert recognised(text) == ["radar-anomalies"]
    frame = listing(READER, text).reported
    assert frame["place"].to_list() == ["GS", "AS64496"]
    assert frame["scope"].to_list() == ["national", "network"]
    assert frame["status"].unique().to_list() == ["unknown"]
    assert frame["kind"].unique().to_list() == ["anomaly"]
    assert frame["signals"][0].to_list() == ["NET", "DNS"]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        pytest.param({"locationDetails": None}, "neither a country nor a network", id="an origin"),
        pytest.param({"startDate": ""}, "startDate", id="no beginning"),
        pytest.param({"endDate": "2031-03-03T04:00:00Z"}, "ends before it begins", id="ends before it begins"),
    ],
)
def test_a_bad_anomaly_is_refused_with_its_id(other: dict[str, object], reason: str) -> None:
    (line,) = told(listing(READER, answer(anomaly(**other))))
    assert "(u1)" in line
    assert reason in line


def test_the_shape_at_hand_is_read(shared) -> None:
    read = listing(READER, shared("data/outages/api_shapes/cloudflare_traffic_anomalies.json").read_bytes())
    assert (read.reported["place"].to_list(), read.reported["status"].to_list()) == (["IQ"], ["ended"])
