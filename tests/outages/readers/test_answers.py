"""Answers of services: JSON that cannot harm, and a place that is said somewhere or asked for."""

import io
from dataclasses import replace

import pytest

from temoin.errors import InputError
from temoin.outages.readers.answers import json_of, moments_of, number_of, place_in_name, place_of, plain


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b"1" + b"0" * 5000, id="a number without end"),
        pytest.param(b"\xff\xfe", id="other bytes"),
    ],
)
def test_what_is_no_json_is_refused(a_source, data: bytes) -> None:
    with pytest.raises(InputError, match=r"expected JSON|not utf-8"):
        json_of(io.BytesIO(data), a_source("answer.json"))


def test_half_a_letter_is_made_printable() -> None:
    assert plain("K\ud800Z") == "K?Z"


@pytest.mark.parametrize("value", [None, "", "NA", "null"])
def test_what_says_nothing_is_not_measured(a_source, value: object) -> None:
    assert number_of(value, a_source(), (1, "x")) is None


@pytest.mark.parametrize("value", ["many", -1, float("nan"), 10**400, "1e999", True, [], {}], ids=str)
def test_what_is_no_number_is_refused_with_its_place(a_source, value: object) -> None:
    with pytest.raises(InputError, match='value 7, field "x"'):
        number_of(value, a_source(), (7, "x"))


def test_a_time_that_no_calendar_holds_is_refused(a_source) -> None:
    with pytest.raises(InputError, match='value 2, field "t": expected an ISO time'):
        moments_of(["2024-03-04", "0001-01-01T00:00+14:00"], a_source(), "t")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("youtube_RU.csv", "RU"),
        ("netflows-AS64496-march.json", "AS64496"),
        ("youtube_ru.csv", None),
        ("US_against_RU.csv", None),
        ("EU.csv", None),
        ("stdin", None),
        (None, None),
    ],
)
def test_only_one_code_in_capitals_is_a_place(name: str | None, place: str | None) -> None:
    assert place_in_name(name) == place


def test_what_was_told_stands_before_the_address_and_the_address_before_the_name(a_source) -> None:
    source = replace(a_source("KZ.json"), url="https://example.org/?region=UZ")
    assert place_of(source, "region") == "UZ"
    assert place_of(replace(source, url=None), "region") == "KZ"
    assert place_of(replace(source, reading=a_source(place="IR/Tehran").reading), "region") == "IR/Tehran"


def test_a_wound_in_json_is_told_by_its_position_in_both_languages(a_source) -> None:
    with pytest.raises(InputError, match="line 2, column 6: expected JSON;") as caught:
        json_of(io.BytesIO(b'{"a": 1,\n "b" 2}'), a_source("svc.json"))
    assert caught.value.in_("fr").startswith("svc.json, ligne 2, colonne 6\u00a0: JSON attendu\u202f; téléchargez")
