import datetime as dt

import pytest

from temoin.claims import sample
from temoin.corroborate.measured import compare_with_measurements
from temoin.outages.tables import OUTAGES, SIGNALS

UTC = dt.UTC


def at(hour, minute=0, day=5):
    return dt.datetime(2022, 1, day, hour, minute, tzinfo=UTC)


def an_outage(earliest, latest, *, place="KZ"):
    return OUTAGES.frame(
        [
            {
                "id": "o1", "place": place, "began": latest, "ended": None, "began_earliest": earliest,
                "began_latest": latest, "state": "ongoing", "kind": "blackout", "depth": 0.97, "lost_hours": 9.0,
                "confidence": 0.9, "preferred": "bgp", "picks": ["p"], "fell": ["bgp"], "stayed": [],
                "unmeasured": [], "campaign": None, "observed_until": at(23), "places": [],
            }
        ]
    )  # fmt: skip


def measured(*values, first=None, place="KZ"):
    start = first or at(9)
    return SIGNALS.frame(
        [
            {"source": "s", "row": row, "place": place, "signal": "bgp", "scale": "absolute",
             "time": start + row * dt.timedelta(minutes=30), "value": value}
            for row, value in enumerate(values)
        ]
    )  # fmt: skip


TEXT = "Selon NetMesure, Internet a été coupé au Kazakhstan à 10h30 (UTC) le 5 janvier 2022."
SAID = [one for one in sample.read(TEXT) if one.kind == "datetime"]


def one(outages, signals, **known):
    (found,) = compare_with_measurements(SAID, outages, signals, **known)
    return found


def test_a_said_beginning_within_the_measured_bounds_agrees():
    found = one(an_outage(at(10, 25), at(10, 35)), measured(9.0, 9.0, 9.0, 0.1))
    assert (found.verdict, found.because, found.settle) == ("agrees", None, None)
    (at,) = (statement for statement in SAID if statement.kind == "datetime")
    assert found.evidence == (at.id, "o1")
    assert "NetMesure" in found.words.fr


def test_the_last_measured_instant_counts_as_inside():
    assert one(an_outage(at(10, 20), at(10, 30)), measured(9.0, 9.0, 9.0, 0.1)).verdict == "agrees"


def test_another_measured_time_disagrees_by_its_date():
    found = one(an_outage(at(12), at(12, 5)), measured(9.0, 9.0, 9.0, 0.1))
    assert (found.verdict, found.because) == ("disagrees", "date")
    assert found.numbers["began_earliest"] == "2022-01-05T12:00:00Z"
    assert found.settle is not None


def test_signals_that_did_not_fall_disagree():
    found = one(OUTAGES.empty(), measured(9.0, 9.0, 9.0, 9.0))
    assert (found.verdict, found.because) == ("disagrees", "scope")


@pytest.mark.parametrize(
    "signals",
    [
        pytest.param(SIGNALS.empty(), id="nothing measured"),
        pytest.param(measured(None, None, None, None), id="only holes"),
        pytest.param(measured(9.0, 9.0, first=at(9, day=7)), id="measured another day"),
        pytest.param(measured(9.0, 9.0, 9.0, 9.0, place="MM"), id="measured elsewhere"),
    ],
)
def test_where_nothing_was_measured_nothing_can_be_told(signals):
    found = one(OUTAGES.empty(), signals)
    assert (found.verdict, found.because) == ("cannot_tell", "missing")
    assert found.settle is not None


@pytest.mark.parametrize("bounds", [(at(10, 25), at(10, 35)), (at(12), at(12, 5))], ids=["same time", "another time"])
def test_synthetic_evidence_neither_agrees_nor_disagrees(bounds):
    found = one(an_outage(*bounds), measured(9.0, 9.0, 9.0, 0.1), synthetic=True)
    assert (found.verdict, found.because) == ("cannot_tell", "source")


def test_an_outage_of_another_place_or_week_is_not_the_one():
    assert one(an_outage(at(10, 25), at(10, 35), place="MM"), measured(9.0, 9.0, 9.0)).because == "scope"
    assert one(an_outage(at(10, day=9), at(11, day=9)), measured(9.0, 9.0, 9.0)).because == "scope"


def test_statements_about_anything_else_are_left_aside():
    said = sample.read("Internet a été rétabli au Kazakhstan à 10h30 (UTC) le 5 janvier 2022.")
    assert compare_with_measurements(said, OUTAGES.empty(), SIGNALS.empty()) == []
