import datetime as dt

import pytest

from temoin.claims.times.days import find_days
from temoin.claims.times.yearless import Years
from temoin.documents.dates import find_dates
from temoin.folded import fold
from temoin.period import PartialDate


def days(text, published="2031-06-12"):
    found = find_days(text, language="fr", published=PartialDate(published) if published else None)
    return [day.value.text if day.value else None for day in found]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("En avril 2028, on signe. En mai, on paie.", ["2028-04", "2028-05"], id="a story goes on"),
        pytest.param(
            "En décembre 2028, on signe. En février, on paie.", ["2028-12", "2029-02"], id="over the new year"
        ),
        pytest.param(
            "En avril 2028, on signe.\n\nEn mai, on paie.", ["2028-04", "2031-05"], id="not into another paragraph"
        ),
        pytest.param(
            "La directive du 3 avril 2028 vaut. Le 2 juin, on paie.",
            ["2028-04-03", "2031-06-02"],
            id="a text of law is no step",
        ),
        pytest.param("le 9 juin dernier", ["2031-06-09"], id="last, in the month"),
        pytest.param("le 20 juin dernier", ["2030-06-20"], id="last, later in the month"),
        pytest.param("le 20 juin prochain", ["2031-06-20"], id="next"),
        pytest.param("en juin dernier", ["2030-06"], id="last, of the month itself"),
        pytest.param("le 3 mai de la même année", [None], id="the same year as nothing"),
        pytest.param(
            "le 3 mars 2028, puis le 3 mai de la même année", ["2028-03-03", "2028-05-03"], id="the same year"
        ),
    ],
)
def test_the_year_is_the_one_its_words_or_its_story_give(text, values):
    assert days(text) == values


def test_without_a_publication_nothing_is_guessed():
    assert days("le 9 juin, en mai dernier", None) == [None, None]


def test_two_years_that_fit_are_both_kept():
    text = "le 16 mars"
    years = Years(fold(text), find_dates(text, language="fr"), PartialDate("2031-10-26"))
    found, reason = years.of_day(3, 16, (3, len(text)), None)
    assert found == [dt.date(2031, 3, 16), dt.date(2032, 3, 16)]
    assert reason.en == "two years fit"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "Le 2 mai 2030, ils étaient dix, dont deux depuis février.", ["2030-05-02", "2030-02"], id="month"
        ),
        pytest.param(
            "Le 2 mai 2030, ils étaient dix, dont deux depuis août.", ["2030-05-02", "2029-08"], id="year before"
        ),
    ],
)
def test_what_holds_since_a_month_began_before_the_story(text, values):
    assert days(text) == values


def test_a_day_just_before_the_publication_is_news_though_the_story_began_long_ago():
    text = "Signée en février 2030, la règle vaut. Le 9 juin, elle est tombée."
    assert days(text) == ["2030-02", "2031-06-09"]


def test_a_day_close_to_the_story_stays_in_it():
    assert days("Le 1er juin 2030, on signe. Le 9 juin, on paie.") == ["2030-06-01", "2030-06-09"]
