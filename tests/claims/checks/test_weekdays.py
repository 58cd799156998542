"""Dates with their day of the week."""

import pytest

from temoin.claims.checks.weekdays import check_weekdays

from .making import marked, only, page, verdicts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L’édition du jeudi 2 septembre 2021.", "fr"),
        ("The issue of Thursday, September 2, 2021.", "en"),
        ("It fell on Thursday 2 September 2021.", "en"),
    ],
    ids=["French", "American", "British"],
)
def test_a_right_day_agrees(text, language):
    found = only(check_weekdays, text, language=language)
    assert (found.verdict, found.numbers["is"]) == ("agrees", "thursday")


def test_a_wrong_day_disagrees_and_names_the_nearest():
    found = only(check_weekdays, "L’édition du mardi 2 septembre 2021.")
    assert (found.verdict, found.because) == ("disagrees", "date")
    assert "31 août 2021" in found.words.fr
    assert found.settle is not None


def test_a_date_without_a_year_is_of_the_year_of_publication():
    text = "L’édition du {} 2 septembre."
    assert only(check_weekdays, text.format("jeudi"), published="2021-09-01").verdict == "agrees"
    assert only(check_weekdays, text.format("lundi"), published="2021-09-01").verdict == "disagrees"


def test_far_from_publication_a_date_without_a_year_cannot_be_told():
    text = "Depuis le lundi 14 mars, rien n’a changé."
    (found,) = check_weekdays(page(text, marked(text, "14 mars", "2021-03-14", kind="date"), published="2021-12-01"))
    assert found.verdict == "cannot_tell"


def test_a_date_without_its_day_says_nothing():
    assert check_weekdays(page("Le 2 septembre 2021, un lundi comme un autre.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Comme tous les jeudis et chaque jeudi 3 avril 2024 excepté, le conseil siège.",
        "Il siège chaque vendredi, le 3 avril 2024 excepté.",
        "It meets every Monday, the 3 April 2024 excepted.",
    ],
)
def test_a_day_that_comes_back_dates_nothing(text):
    assert "disagrees" not in verdicts(check_weekdays, text)
