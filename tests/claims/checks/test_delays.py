"""Days counted from publication."""

import pytest

from temoin.claims.checks.delays import check_delays

from .making import only, page, verdicts


def test_a_week_is_seven_days():
    found = only(check_delays, "La campagne prend fin dans une semaine.", published="2021-09-01")
    assert found.verdict == "agrees"
    assert found.numbers == {"days": 7, "date": "2021-09-08"}
    assert "1er septembre 2021 + 7 jours font le 8 septembre 2021" in found.words.fr.replace("\u00a0", " ")


def test_without_a_day_of_publication_nothing_is_counted():
    assert check_delays(page("La campagne prend fin dans une semaine.", published="2021-09")) == []
    assert check_delays(page("La campagne prend fin dans une semaine.")) == []


def test_a_date_that_is_no_delay_says_nothing():
    assert check_delays(page("La campagne prend fin le 8 septembre 2021.", published="2021-09-01")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Le 2 mai 2021, il a promis une réponse dans dix jours, le 14 mai 2021.",
        "Il a promis une réponse dans dix jours, le 14 mai 2021.",
    ],
    ids=["another day to count from", "another end"],
)
def test_a_delay_counted_from_another_day_is_not_said_to_hold(text):
    assert "agrees" not in verdicts(check_delays, text, published="2021-05-20")
