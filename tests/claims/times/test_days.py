"""Days, months and years that a text names, each with the year that holds for it, or none."""

import datetime as dt
import itertools
import time

import pytest

from temoin.claims.times.days import find_days
from temoin.period import PartialDate


def values(text, published=None, language="fr"):
    found = find_days(text, language=language, published=PartialDate(published) if published else None)
    return [day.value.text if day.value else None for day in found]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        pytest.param("aujourd’hui", "fr", "2022-01-06", id="today"),
        pytest.param("avant-hier", "fr", "2022-01-04", id="the day before yesterday"),
        pytest.param("tomorrow", "en", "2022-01-07", id="tomorrow"),
        pytest.param("jeudi dernier", "fr", "2021-12-30", id="last Thursday, on a Thursday"),
        pytest.param("jeudi prochain", "fr", "2022-01-13", id="next Thursday, on a Thursday"),
        pytest.param("this Monday", "en", "2022-01-03", id="the closest Monday"),
        pytest.param("le mois dernier", "fr", "2021-12", id="last month, over the new year"),
        pytest.param("last year", "en", "2021", id="last year"),
        pytest.param("la semaine dernière", "fr", "2021-W52", id="last week, in the year of its Thursday"),
        pytest.param("en décembre", "fr", "2021-12", id="a month to come in the year is last year’s"),
        pytest.param("in January", "en", "2022-01", id="the month itself"),
    ],
)
def test_relative_days_count_from_the_publication(text, language, value):
    assert values(text, "2022-01-06", language) == [value]


def test_a_publication_known_to_the_month_settles_months_but_no_days():
    assert values("le mois dernier", "2022-03") == ["2022-02"]
    assert values("hier", "2022-03") == []


def test_a_full_date_within_a_month_beats_the_publication():
    assert values("Le 20 décembre 2019 tout tombe, et le 3 janvier tout revient.", "2023-01-10") == [
        "2019-12-20",
        "2020-01-03",
    ]


def test_a_full_date_further_away_does_not_give_its_year():
    assert values("Né le 20 mars 1971. Le 9 juin, il parle.", "2019-06-12") == ["1971-03-20", "2019-06-09"]


def test_the_twenty_ninth_of_february_is_sought_only_where_it_exists():
    assert values("le 29 février", "2024-03-05") == ["2024-02-29"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("2019-2021", dt.date(2019, 1, 1), dt.date(2021, 12, 31), id="years"),
        pytest.param("du 4 au 11 janvier 2022", dt.date(2022, 1, 4), dt.date(2022, 1, 11), id="days of one month"),
    ],
)
def test_a_range_has_its_first_and_last_day(text, low, high):
    (found,) = find_days(text, language="fr")
    assert (found.value, found.low, found.high, found.qualifier) == (None, low, high, "range")


def test_a_range_of_years_that_goes_backwards_is_none():
    assert all(day.qualifier == "exact" for day in find_days("2021-2019", language="fr"))


@pytest.mark.parametrize("text", ["2019 %", "$2019", "2019/x", "12,2019", "art. 5-2019"], ids=lambda text: text)
def test_four_digits_that_are_part_of_something_else_are_no_year(text):
    assert values(text) == []


def test_a_counted_noun_takes_the_year_away_unless_a_word_gives_it_back():
    def always(_position):
        return True

    assert find_days("2019 personnes", language="fr", is_count=always) == []
    (found,) = find_days("depuis 2019 personnes", language="fr", is_count=always)
    assert found.value == PartialDate("2019")


def test_no_day_stands_inside_another():
    text = "Le 5 janvier 2022 et du 4 au 11 janvier 2022, en 2022, hier"
    found = find_days(text, language="fr", published=PartialDate("2022-02-01"))
    assert len(found) == 4
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


@pytest.mark.parametrize(
    "piece",
    ["1 ", "mars ", "2019 ", "5 janvier 2022, ", "mardi ", "il y a trois jours ", "01/02/2021 ", "le lendemain "],
)
def test_time_is_linear_in_the_text(piece):
    started = time.process_time()
    find_days(piece * (100_000 // len(piece)), language="fr", published=PartialDate("2022-01-06"))
    assert time.process_time() - started < 4
