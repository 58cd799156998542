"""SFLC.in's list: states and districts of India, days, no end."""

import datetime as dt
import json

import pytest

from temoin.errors import InputError
from temoin.outages.readers.sflc import READER

from .a_list import listing, recognised, told


def a_list(*rows: dict[str, object]) -> str:
    return json.dumps(list(rows))


def a_row(**other: object) -> dict[str, object]:
    return {"date": "2031-03-04", "state:name": "Invented State", "source": "https://example.org"} | other


def test_districts_make_it_local_and_nothing_gives_an_end() -> None:
    text = a_list(a_row(), a_row(districts=["North", "South"], duration=3, active=False))
    assert recognised(text) == ["sflc"]
    frame = listing(READER, text).reported
    assert frame["place"].to_list() == ["IN/Invented State"] * 2
    assert frame["scope"].to_list() == ["regional", "local"]
    assert frame["status"].to_list() == ["unknown", "ended"]
    assert frame["ended_latest"].null_count() == 2
    assert frame["began_earliest"][0] == dt.datetime(2031, 3, 3, 18, 30, tzinfo=dt.UTC)
    assert frame["place_text"][1] == "Invented State (North, South)"


def test_a_row_without_a_date_or_a_state_is_refused() -> None:
    read = listing(READER, a_list(a_row(), a_row(date=""), {"date": "2031-03-04", "state:name": None}))
    assert [each.row for each in read.refused] == [2, 3]
    assert told(read)[0].startswith("row 2 refused: date")


def test_json_of_another_shape_is_an_error() -> None:
    for text in ('{"a": 1}', "[1]", "[{"):
        with pytest.raises(InputError):
            listing(READER, text)


def test_the_list_at_hand_is_read_whole(shared) -> None:
    read = listing(READER, shared("data/outages/sflc/shutdowns.json").read_bytes())
    assert (read.reported.height, read.refused) == (114, ())
