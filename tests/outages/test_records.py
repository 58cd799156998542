"""Picks as lines of JSON."""

import datetime as dt
import json
import re

import polars as pl

from temoin.outages import PICKS, find_outages, find_picks, measure, sample
from temoin.outages.records import event_records, lonely_words, pick_records, reported_records

from .measure.a_report import at, listed, reported


def test_a_pick_is_a_line_of_plain_values_with_z_times() -> None:
    (first, *_) = pick_records(find_picks(sample.one_night_down()))
    assert (first["type"], first["signal"], first["began"]) == ("pick", "active_probing", "2024-03-19T20:00:00Z")
    assert json.loads(json.dumps(first)) == first


def test_no_pick_is_no_line() -> None:
    assert pick_records(PICKS.empty()) == []


def test_a_published_row_is_a_line_of_plain_values_with_z_times() -> None:
    (line,) = reported_records(reported(listed(4, at(5, 10))))
    assert (line["type"], line["id"], line["began_earliest"]) == ("reported", "L4", "2031-03-05T10:00:00Z")
    assert json.loads(json.dumps(line)) == line


CONTRACT = (
    "type id source place began ended began_earliest began_latest state kind depth lost_hours confidence preferred "
    "picks fell stayed unmeasured campaign observed_until evidence"
).split()


def lines(signals) -> list[dict]:
    found = measure(signals)
    return event_records(find_outages(found.picks, found.expected), found, signals)


def test_a_line_of_an_event_keeps_the_contract() -> None:
    (line,) = lines(sample.one_night_down())
    assert set(CONTRACT) <= set(line)
    assert {tuple(pick) for pick in line["picks"]} == {("signal", "began", "ended", "depth")}
    assert all(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line[name]) for name in line if name.startswith("began")
    )
    assert line["likeness"] is not None


def test_ended_is_null_unless_ended() -> None:
    (line,) = lines(sample.missing())
    assert (line["ended"], line["state"]) == (None, "not-yet-published")
    assert {pick["ended"] for pick in line["picks"]} == {None}


def test_a_slowdown_has_no_likeness_to_cuts() -> None:
    loss = sample.Loss(sample.moment(70), sample.moment(200), 0.4)
    found = lines(sample.curve("youtube", (loss,), days=150, step=dt.timedelta(hours=2)))
    assert {(line["kind"], line["likeness"], line["likeness_horizon"]) for line in found} == {
        ("throttling", None, None)
    }


def test_a_fall_that_nothing_bears_out_is_told_while_it_lasts() -> None:
    night = sample.Loss(sample.moment(20, 2), sample.moment(29), 0.6)
    alone = pl.concat([sample.curve("active_probing", (night,), days=21), sample.curve("bgp", days=21)])
    measured = measure(alone)
    assert find_outages(measured.picks, measured.expected).is_empty()
    (words,) = lonely_words(measured.picks)
    assert words.en.startswith("Atlasie: active probing down by 60% since 24 March 2024, 02:00 (UTC), still down; ")
    over = measured.picks.with_columns(ended=pl.col("observed_until"))
    assert [each.en[:24] for each in lonely_words(over)] == ["1 fall of a single signa"]
    assert lonely_words(measured.picks.clear()) == []
