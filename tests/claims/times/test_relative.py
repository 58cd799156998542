import datetime as dt

import pytest

from temoin.claims.times.marks import mark
from temoin.claims.times.relative import WORDS, Around, read_relative
from temoin.period import PartialDate


def read(text, published="2031-06-12", last=None):
    marked = mark(text)
    found = [
        read_relative(Around(text, marked.folded, place, published and PartialDate(published), last))
        for place in marked.words
        if place[2] in WORDS
    ]
    return [day.value.text if day.value else (day.low, day.high) for day in found if day]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("il y a environ 10 jours", "2031-06-02"),
        ("il ya 2 jours", "2031-06-10"),
        ("voici trois mois", "2031-03"),
        ("dans six mois", "2031-12"),
        ("il y a quinze ans", "2016"),
        ("this week", "2031-W24"),
        ("le mois suivant", "2031-07"),
        ("the previous month", "2031-05"),
    ],
    ids=lambda value: value,
)
def test_time_is_counted_from_the_publication(text, value):
    assert read(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "18 ans",
        "pendant trois jours",
        "la dernière semaine de mai",
        "les lundis",
        "chaque mardi",
        "in 5 years or more",
        "la veille du scrutin",
    ],
    ids=lambda text: text,
)
def test_lengths_habits_and_what_hangs_on_something_else_are_no_day(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("le lendemain", "2030-03-04"),
        ("la veille", "2030-03-02"),
        ("deux jours après,", "2030-03-05"),
        ("three days earlier", "2030-02-28"),
    ],
    ids=lambda value: value,
)
def test_time_may_be_counted_from_the_last_day_named(text, value):
    assert read(text, last=dt.date(2030, 3, 3)) == [value]
    assert read(text) == []


def test_a_weekend_is_its_two_days():
    assert read("ce week-end") == [(dt.date(2031, 6, 14), dt.date(2031, 6, 15))]
    assert read("next weekend") == [(dt.date(2031, 6, 14), dt.date(2031, 6, 15))]


def test_without_a_publication_a_relative_day_stays_open():
    assert read("hier", published=None) == [(None, None)]
    assert read("jeudi", published=None) == []


def test_a_calendar_has_an_end():
    assert read("il y a 999 ans", "0500-01-01") == []
