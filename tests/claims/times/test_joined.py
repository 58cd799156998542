import datetime as dt

import pytest

from temoin.claims.times.days import find_days
from temoin.claims.times.joined import Open
from temoin.period import PartialDate


def told(text, language="fr", published="2031-06-12"):
    found = find_days(text, language=language, published=PartialDate(published))
    return [(text[day.start : day.end], day.low.isoformat(), day.high.isoformat()) for day in found]


def test_an_open_day_keeps_the_years_that_fit_as_bounds():
    day = Open(0, 7, 3, 16, 0, [dt.date(2030, 3, 16), dt.date(2031, 3, 16)], None).settled()
    assert (day.value, day.low, day.high) == (None, dt.date(2030, 3, 16), dt.date(2031, 3, 16))


def test_an_open_month_reaches_to_the_end_of_its_last_reading():
    day = Open(0, 4, 3, None, 0, [dt.date(2030, 3, 1), dt.date(2031, 3, 1)], None).settled()
    assert (day.value, day.high) == (None, dt.date(2031, 3, 31))


def test_a_day_that_a_year_has_not_keeps_what_it_had():
    leap = Open(0, 10, 2, 29, 0, (), None)
    assert leap.in_year(2031) == leap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("du 3 mai au 4 juin 2030", [("3 mai au 4 juin 2030", "2030-05-03", "2030-06-04")]),
        (
            "le 3 mai et le 4 juin 2030",
            [("3 mai", "2030-05-03", "2030-05-03"), ("4 juin 2030", "2030-06-04", "2030-06-04")],
        ),
        (
            "entre fin mars et début mai 2030",
            [("entre fin mars et début mai 2030", "2030-03-20", "2030-05-12")],
        ),
        ("mars-mai 2030", [("mars-mai 2030", "2030-03-01", "2030-05-31")]),
        ("en 2030 à mai", [("2030", "2030-01-01", "2030-12-31"), ("mai", "2031-05-01", "2031-05-31")]),
        ("fin mars 2030", [("fin mars 2030", "2030-03-20", "2030-03-31")]),
        ("la campagne prend fin dans 3 jours", [("dans 3 jours", "2031-06-15", "2031-06-15")]),
    ],
    ids=["one year", "a list is no range", "edges", "hyphen", "no lead", "end of a month", "an end that is no edge"],
)
def test_two_days_make_a_range_only_where_words_join_them(text, expected):
    assert told(text) == expected
