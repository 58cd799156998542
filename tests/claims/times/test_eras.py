import re

import pytest

from temoin.claims.times.eras import WORDS, find_years, read_era
from temoin.claims.times.marks import mark
from temoin.period import PartialDate


def years(text, *, counts=False):
    return [
        day.value.text if day.value else (day.low.year, day.high.year)
        for day in find_years(text, mark(text), lambda _: counts)
    ]


def era(text, published=None):
    marked = mark(text)
    (place,) = (place for place in marked.words if place[2] in WORDS)
    day = read_era(marked.folded, place, PartialDate(published) if published else None)
    return day and (text[day.start : day.end], day.low.isoformat(), day.high.isoformat())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("en 1789 et en 2031", ["1789", "2031"], id="after a word"),
        pytest.param("1789 livres", [], id="old and without a word"),
        pytest.param("2022-2031", [(2022, 2031)], id="range"),
        pytest.param("2029-30", [(2029, 2030)], id="two years, the second short"),
        pytest.param("2031-2022", ["2031"], id="backwards"),
        pytest.param("the 1990s", [(1990, 1999)], id="decade"),
        pytest.param("2031 €, $2031, £2031, 2031 %", [], id="money and shares"),
        pytest.param("n° 2031, page 2031, résolution 2031", [], id="numbers of things"),
        pytest.param("2031 456", [], id="thousands"),
        pytest.param("mi-2031", ["2031"], id="the middle of one"),
        pytest.param("XY-2031", [], id="end of a code"),
    ],
)
def test_four_digits_are_a_year_where_they_look_like_one(text, expected):
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("2031 personnes", []), ("le rapport 2031", ["2031"]), ("en 2031", ["2031"])]
)
def test_what_counts_is_no_year_unless_its_words_say_so(text, expected):
    assert years(text, counts=True) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("les années 2010", None, ("années 2010", "2010-01-01", "2019-12-31")),
        ("les années 80", None, ("années 80", "1980-01-01", "1989-12-31")),
        ("les années 2000 à 2020", None, ("années 2000 à 2020", "2000-01-01", "2029-12-31")),
        ("les années 10", None, None),
        ("le 2e trimestre", "2031-06-12", ("2e trimestre", "2031-04-01", "2031-06-30")),
        ("le 4e trimestre", "2031-06-12", ("4e trimestre", "2030-10-01", "2030-12-31")),
        ("le dernier trimestre", "2031-01-12", ("dernier trimestre", "2030-10-01", "2030-12-31")),
        ("un trimestre", "2031-06-12", None),
        ("H1 2031", None, ("H1 2031", "2031-01-01", "2031-06-30")),
        ("H1", "2031-06-12", None),
        ("cet été", "2031-06-12", ("cet été", "2031-06-01", "2031-09-30")),
        ("l’hiver 2031", None, ("l’hiver 2031", "2030-12-01", "2032-03-31")),
        ("il a été 2031 fois", None, None),
        ("the second half", "2031-06-12", None),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_an_era_has_its_first_and_last_day(text, published, expected):
    assert era(text, published) == expected


def test_every_word_is_folded_and_lower_case():
    assert all(re.fullmatch(rb"[a-z]+[1-4]?", word) for word in WORDS)
