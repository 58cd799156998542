"""When a statement says something happened: an interval in UTC, open where it leaves it open, or none."""

import datetime as dt

import pytest

from temoin.claims import sample
from temoin.corroborate.stated import Stated, stated_interval
from temoin.evidence import Statement
from temoin.period import UTC


def a_statement(kind: str = "datetime", **fields: str | None) -> Statement:
    plain = {"text_hash": "", "text": "", "attribute": "outage began", "extractor": "x/1", "quote": ""}
    return Statement(source="s", start=0, end=1, quote_start=0, kind=kind, **(plain | fields))


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2022, 1, day, hour, minute, tzinfo=UTC)


def between(low: dt.datetime | None, high: dt.datetime | None) -> Stated:
    return Stated(a_statement(), low, high, None)


def read(text: str, kind: str) -> Stated | None:
    (found,) = [one for one in sample.read(text) if one.kind == kind]
    return stated_interval(found)


def test_a_time_keeps_its_bounds_and_what_is_printed():
    found = read("le 5 janvier 2022 vers 10h30 (UTC)", "datetime")
    assert found is not None
    assert (found.low, found.high, found.printed) == (at(5, 10, 15), at(5, 10, 45), at(5, 10, 30))


def test_a_day_counts_whole_in_every_zone_that_its_place_kept():
    found = stated_interval(a_statement("date", low="2022-01-05", high="2022-01-05", place="KZ"))
    assert found is not None
    assert (found.low, found.high, found.printed) == (at(4, 18), at(5, 19), None)


def test_a_day_without_a_place_counts_in_utc():
    found = stated_interval(a_statement("date", low="2022-01-05", high="2022-01-05"))
    assert found is not None
    assert (found.low, found.high) == (at(5, 0), at(6, 0))


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(a_statement("count", value="3"), id="no time"),
        pytest.param(a_statement(), id="a time that nothing bounds"),
        pytest.param(a_statement("date", low="2022-01-01", high="2022-01-31"), id="a month"),
        pytest.param(a_statement("date", value="2022", low="2022-01-01"), id="a day without an end"),
        pytest.param(
            a_statement(low="2022-01-01T00:00:00Z", high="2022-01-03T00:00:01Z"), id="more than two days apart"
        ),
    ],
)
def test_what_is_not_placed_within_two_days_places_nothing(statement):
    assert stated_interval(statement) is None


def test_an_open_interval_is_ordered_by_the_end_it_has():
    after = stated_interval(a_statement(low="2022-01-05T10:30:00Z"))
    before = stated_interval(a_statement(high="2022-01-05T10:30:00Z"))
    assert after is not None
    assert before is not None
    assert after.first == after.last == before.first == before.last == at(5, 10, 30)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        pytest.param((at(5, 10), at(5, 11)), (at(5, 10, 30), at(5, 12)), True, id="overlap"),
        pytest.param((at(5, 10), at(5, 11)), (at(5, 11), at(5, 12)), False, id="an end is outside"),
        pytest.param((at(5, 10), None), (at(6, 0), at(6, 1)), True, id="open above"),
        pytest.param((None, at(5, 10)), (at(5, 10), None), False, id="open both ways, apart"),
        pytest.param((None, None), (at(5, 10), at(5, 11)), True, id="no bound at all"),
    ],
)
def test_intervals_meet_when_they_share_an_instant(one, other, meet):
    assert between(*one).meets(*other) is meet
    assert between(*other).meets(*one) is meet


def test_a_closed_end_is_inside():
    stated = between(at(5, 11), at(5, 12))
    assert stated.meets(at(5, 10), at(5, 11), closed=True)
    assert not stated.meets(at(5, 10), at(5, 11))
