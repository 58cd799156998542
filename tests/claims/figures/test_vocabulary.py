"""The words of numbers: what each is worth, and those that one language keeps from the other."""

from decimal import Decimal

import pytest

from temoin.claims.figures.vocabulary import WORDS, Part, magnitudes


@pytest.mark.parametrize(
    ("word", "language", "exponents"),
    [
        pytest.param("billion", "fr", [12], id="long scale"),
        pytest.param("billion", "en", [9], id="short scale"),
        pytest.param("billions", None, [9, 12], id="either"),
        pytest.param("milliards", None, [9], id="milliard is one everywhere"),
        pytest.param("M", "fr", [6], id="letter"),
        pytest.param("", "fr", [0], id="no magnitude"),
    ],
)
def test_a_magnitude_follows_the_scale_of_its_language(word, language, exponents):
    assert magnitudes(word, language=language) == tuple(Decimal(10) ** exponent for exponent in exponents)


@pytest.mark.parametrize("language", ["fr", "en", None])
def test_every_word_of_a_number_is_worth_something_or_joins(language):
    for name, word in WORDS[language].items():
        assert name == name.lower()
        assert word.value > 0 or word.part in (Part.POINT, Part.AND) or name in ("zéro", "zero")


@pytest.mark.parametrize(
    ("word", "language"),
    [pytest.param("four", "fr", id="an oven"), pytest.param("sept", "en", id="September cut short")],
)
def test_a_word_that_means_something_else_in_the_language_is_no_number(word, language):
    assert word not in WORDS[language]


@pytest.mark.parametrize(
    ("printed", "exponent"),
    [("тыс", 3), ("млн", 6), ("млрд", 9), ("مليون", 6), ("مليار", 9), ("万", 4), ("亿", 8), ("lakh", 5), ("crore", 7)],
)
def test_magnitudes_of_other_scripts_follow_digits(printed, exponent):
    assert magnitudes(printed, language="fr") == (Decimal(10) ** exponent,)
