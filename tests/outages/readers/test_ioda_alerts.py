"""IODA's alerts: one row from the first warning to the return to normal."""

import datetime as dt

from temoin.outages.readers.ioda_alerts import READER, refused

from .a_list import an_answer, listing, recognised, told

NOON = int(dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC).timestamp())


def alert(level: str, minutes: int, *, datasource: str = "bgp", **entity: str) -> dict[str, object]:
    return {
        "datasource": datasource,
        "entity": {"code": "GS", "name": "Isle", "type": "country"} | entity,
        "time": NOON + 60 * minutes,
        "level": level,
        "method": "median",
    }


def answer(*alerts: dict[str, object]) -> str:
    return an_answer(type="outages.alerts", error=None, data=list(alerts))


def test_from_the_first_warning_to_the_next_normal_is_one_row_whatever_the_order() -> None:
    text = answer(alert("normal", 90), alert("critical", 30), alert("warning", 0), alert("warning", 120))
    assert recognised(text) == ["ioda-alerts"]
    frame = listing(READER, text).reported
    assert frame["began_earliest"].dt.epoch("s").to_list() == [NOON, NOON + 7200]
    assert frame["ended_earliest"].dt.epoch("s").to_list() == [NOON + 5400, None]
    assert frame["status"].to_list() == ["ended", "unknown"]
    assert frame["kind"].unique().to_list() == ["alert"]


def test_each_source_and_entity_goes_its_own_way() -> None:
    text = answer(
        alert("critical", 0),
        alert("critical", 5, datasource="merit-nt"),
        alert("critical", 7, type="asn", code="64496"),
        alert("normal", 10),
    )
    frame = listing(READER, text).reported
    assert sorted(zip(frame["place"], frame["status"], strict=True)) == [
        ("AS64496", "unknown"),
        ("GS", "ended"),
        ("GS", "unknown"),
    ]


def test_a_normal_before_any_alert_and_an_unknown_level_are_refused_aloud() -> None:
    import io

    from temoin.evidence.source import Source

    text = answer(alert("normal", 0), alert("critical", 10), alert("amber", 20))
    read = listing(READER, text)
    assert read.reported.height == 1
    assert all("no alert before this return to normal" in line or "amber" in line for line in told(read))
    assert len(refused(io.BytesIO(text.encode()), Source(id="5e" * 32, size=1))) == 2


def test_the_shape_at_hand_is_read(shared) -> None:
    read = listing(READER, shared("data/outages/api_shapes/ioda_outages_alerts.json").read_bytes())
    assert (read.reported["place"].to_list(), read.reported["signals"].to_list()) == (["IR"], [["telescope"]])
