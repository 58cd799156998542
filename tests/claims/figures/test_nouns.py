"""The noun that a number counts: plural, not an adjective, not a word of grammar, not a name."""

import pytest

from temoin.claims.figures.nouns import noun_after, times_per


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        pytest.param("12 villes sont coupées", "fr", "cities", id="French noun right after"),
        pytest.param("12 autres villes", "fr", "cities", id="behind an adjective that leads"),
        pytest.param("12 d’habitants", "fr", "people", id="behind an elided de"),
        pytest.param("12 « abonnés »", "fr", "followers", id="in quotation marks"),
        pytest.param("12 mobile networks fell", "en", "networks", id="English plural behind its adjective"),
        pytest.param("12 people were hurt", "en", "people", id="plural without an s"),
        pytest.param("12 views per day", "en", "views/day", id="rate"),
        pytest.param("12 heures par semaine", "fr", "heures/week", id="rate in French"),
    ],
)
def test_a_number_counts_the_noun_that_follows(text, language, unit):
    found = noun_after(text, 2, language=language)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("12 de", "fr", id="end of the text"),
        pytest.param("12 et plus", "fr", id="a word of grammar"),
        pytest.param("12 d’entre eux", "fr", id="of them"),
        pytest.param("12 Facebook", "en", id="a name"),
        pytest.param("12 grandes", "fr", id="an adjective alone"),
        pytest.param("12 %", "fr", id="a sign"),
        pytest.param("12 millions", "fr", id="a magnitude"),
    ],
)
def test_what_is_no_noun_is_not_counted(text, language):
    assert noun_after(text, 2, language=language) is None


def test_a_number_of_times_keeps_its_rate():
    text = "12 fois par jour"
    found = times_per(text, 3, 7)
    assert (found.unit, found.end) == ("times/day", len(text))
    assert times_per("12 fois plus", 3, 7).is_factor
