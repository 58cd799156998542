"""Picks as lines of JSON."""

import json

from temoin.outages import PICKS, find_picks, sample
from temoin.outages.records import pick_records


def test_a_pick_is_a_line_of_plain_values_with_z_times() -> None:
    (first, *_) = pick_records(find_picks(sample.one_night_down()))
    assert (first["type"], first["signal"], first["began"]) == ("pick", "active_probing", "2024-03-19T20:00:00Z")
    assert json.loads(json.dumps(first)) == first


def test_no_pick_is_no_line() -> None:
    assert pick_records(PICKS.empty()) == []
