"""Picks as lines of JSON."""

import json

from temoin.outages import PICKS, find_picks, sample
from temoin.outages.records import pick_records, reported_records

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
