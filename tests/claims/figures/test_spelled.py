"""Figures in words: what they are worth, what they bound, and the articles that only look like them."""

from decimal import Decimal

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures


def read(text, language="fr"):
    return find_figures(text, Setting(language))


@pytest.mark.parametrize(
    ("text", "language", "kind", "figures", "unit"),
    [
        pytest.param("des dizaines de morts", "fr", "count", (None, 20, None), "deaths", id="dozens have no value"),
        pytest.param("hundreds of people", "en", "count", (None, 200, None), "people", id="hundreds"),
        pytest.param("une dizaine de villes", "fr", "count", (10, 5, 15), "cities", id="about ten"),
        pytest.param("at least a dozen towns", "en", "count", (12, 12, None), "cities", id="at least a dozen"),
        pytest.param("deux villes", "fr", "count", (2, "1.5", "2.5"), "cities", id="small number"),
        pytest.param(
            "un million de dollars", "fr", "money", (10**6, 500_000, 1_500_000), "USD", id="one with a magnitude"
        ),
        pytest.param(
            "un billion d’euros", "fr", "money", (10**12, 5 * 10**11, 15 * 10**11), "EUR", id="the French billion"
        ),
        pytest.param("plus d’un tiers", "fr", "ratio", ("0.3333", "0.3333", None), None, id="more than a third"),
        pytest.param("le troisième pays", "fr", "rank", (3, 3, 3), None, id="rank"),
    ],
)
def test_a_figure_in_words_has_its_value_and_bounds(text, language, kind, figures, unit):
    (found,) = read(text, language)
    expected = tuple(None if number is None else Decimal(number) for number in figures)
    assert (found.kind, found.unit) == (kind, unit)
    assert (found.value, found.low, found.high) == expected


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        pytest.param("one in five people", "en", "0.2", None, id="one in five"),
        pytest.param("une personne sur cinq", "fr", "0.2", None, id="one in five, in French"),
        pytest.param("trois cents morts", "fr", "300", "deaths", id="hundreds"),
        pytest.param("vingt-deux morts", "fr", "22", "deaths", id="a compound"),
        pytest.param("une centaine, dit-on", "fr", "100", None, id="about a hundred of what is not said"),
        pytest.param("mil neuf cent dix euros", "fr", "1910", "EUR", id="an old spelling"),
        pytest.param("septante-huit villes", "fr", "78", "cities", id="Belgian tens"),
        pytest.param("one hundred and twenty-five towns", "en", "125", "cities", id="English and"),
        pytest.param("a million and a half users", "en", "1500000", "users", id="and a half"),
    ],
)
def test_numbers_of_several_words_are_read_whole(text, language, value, unit):
    (found,) = read(text, language)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("les deux sont partis", "fr", id="both count nothing"),
        pytest.param("une ville est coupée", "fr", id="an article"),
        pytest.param("un four solaire", "fr", id="an oven"),
        pytest.param("un quart d’heure", "fr", id="a quarter of an hour"),
    ],
)
def test_what_is_not_sure_is_left(text, language):
    assert read(text, language) == []


def test_a_billion_of_an_unknown_language_has_no_value():
    (found,) = read("un billion d’euros", None)
    assert found.value is None
    assert found.low < 10**9 < 10**12 < found.high
