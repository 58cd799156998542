"""The words and numbers that may belong to a date."""

import pytest

from temoin.documents.calendar_words import any_of
from temoin.documents.date_marks import mark_dates


def kinds(text):
    return [kind for _, kind in mark_dates(text).numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("en 2031", ["year"], id="four digits"),
        pytest.param("5/9", ["figures"], id="slash"),
        pytest.param("5 - 9", ["figures"], id="spaced dash"),
        pytest.param("10h30", ["clock"], id="hour"),
        pytest.param("10:30", ["clock"], id="colon"),
        pytest.param("le 5 au soir", ["bare"], id="a day before its evening"),
        pytest.param("le 1er au soir", ["bare"], id="a first before its evening"),
        pytest.param("12 villes, 376 000 abonnés, 8,05 %", [], id="counts"),
        pytest.param("2031T10:30", ["year", "clock"], id="behind the T of an ISO time"),
        pytest.param("20311, a2031, 1,2031", [], id="part of something else"),
    ],
)
def test_numbers_are_told_apart_by_what_stands_behind_them(text, expected):
    assert kinds(text) == expected


def test_starts_are_those_of_the_kinds_asked_for():
    marked = mark_dates("en 2031 à 10h30, le 5/9/31")
    assert marked.starts("year") == [3]
    assert marked.starts("clock", "figures") == [10, 20]


def test_other_words_may_be_looked_for():
    assert mark_dates("hier", any_of([b"hier"])).words == ((0, 4, b"hier"),)
