"""The unit that a figure does not print."""

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures


def units(text, *, language="fr", countries=()):
    setting = Setting(language, nearby=lambda _: frozenset(countries), everywhere=frozenset(countries))
    return [figure.unit for figure in find_figures(text, setting)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Zed a 1,7 million d’amis et Ypsil, 450 000.", ["friends"] * 2, id="the figure before"),
        pytest.param("La page a 900 000 abonnés. La nôtre en a 70 793.", ["followers"] * 2, id="a pronoun"),
        pytest.param("Zed a 450 000 abonnés. Ypsil, 12 000.", ["followers"] * 2, id="a name and a comma"),
        pytest.param("autour de 365 000 et 339 000 « j’aime »", ["likes"] * 2, id="the figure after"),
        pytest.param("12, 15 et 18 pays", ["countries"] * 3, id="a list before its noun"),
        pytest.param("le nombre d’internautes touchés passe à 111,2 millions", ["internet users"], id="the number of"),
        pytest.param("plus de 242 000 abonnés contre 11 700 internautes", ["followers"] * 2, id="against anybody"),
        pytest.param("1,2 million de personnes aiment la page", ["likes"], id="who likes"),
        pytest.param("Douze policiers sont morts.", ["deaths"], id="who died"),
        pytest.param("une hausse de 10 %, contre 8 l’an passé", ["%", "%"], id="percentages compared"),
    ],
)
def test_a_unit_that_is_understood_is_given(text, expected):
    assert units(text) == expected


def test_a_currency_said_before_the_figure_is_its_own():
    assert units("En FCFA, la somme atteint 650 millions.", countries=["BJ"]) == ["XOF"]


def test_a_magnitude_given_once_holds_for_both():
    found = find_figures("Le budget passe de 3,2 à 4,5 milliards d’euros.", Setting("fr"))
    assert [(one.value, one.unit) for one in found] == [(3_200_000_000, "EUR"), (4_500_000_000, "EUR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Il y a 12 villes. Le total, 4 500.", ["cities", None], id="another sentence"),
        pytest.param("Il a répété trois fois que 4 500 suffiraient.", ["times", None], id="times are lent to nobody"),
    ],
)
def test_what_nothing_says_stays_unknown(text, expected):
    assert units(text) == expected


def test_a_title_before_a_name_ends_no_sentence():
    text = "Mme Duval a 45 300 abonnés sur Facebook, contre 38 900 pour M. Morel et 12 500 pour Mme Roux."
    assert [figure.unit for figure in find_figures(text, Setting("fr"))] == ["followers"] * 3
