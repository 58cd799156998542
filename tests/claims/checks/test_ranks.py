"""Ranks and superlatives against the figures of the text."""

import pytest

from temoin.claims.checks.ranks import check_ranks

from .making import only, page

LIST = (
    "Les vallées ont investi :\n\nVallée de Brumeval : 6,5 millions d’euros\nVallée de Corvane : 10 millions d’euros\n"
    "Vallée de Dorlis : 2,9 millions d’euros\nVallée d’Estive : 8,1 millions d’euros\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "La vallée de Corvane arrive en tête des investissements.",
        "Estive est la deuxième vallée par le montant investi, derrière Corvane.",
        "Avec 6,5 millions d’euros, Brumeval est au troisième rang.",
        "Le plus petit investissement est celui de Dorlis.",
        "Le plus gros montant, 10 millions d’euros, va à Corvane ; le plus faible, 2,9 millions d’euros, à Dorlis.",
        "The largest investment was that of Corvane.",
    ],
    ids=["first", "second behind", "by its figure", "last", "both ends", "English"],
)
def test_a_right_rank_agrees(sentence):
    assert {found.verdict for found in check_ranks(page(LIST + sentence))} == {"agrees"}


@pytest.mark.parametrize(
    "sentence",
    [
        "La vallée de Dorlis arrive en tête des investissements.",
        "Corvane est la deuxième vallée par le montant investi.",
        "Avec 6,5 millions d’euros, Brumeval est au deuxième rang.",
        "Le plus petit investissement est celui d’Estive.",
    ],
    ids=["first", "second", "by its figure", "last"],
)
def test_a_wrong_rank_disagrees(sentence):
    found = only(check_ranks, LIST + sentence)
    assert (found.verdict, found.because) == ("disagrees", "scope")
    assert found.numbers["of"] == 4


@pytest.mark.parametrize(
    "sentence",
    [
        "Dorlis est la première vallée à avoir ouvert son centre.",
        "Dorlis est la plus grande des vallées par la population.",
        "Pour la première fois, Dorlis a investi.",
        "Ailleurs, Fantin est en tête.",
        "Le premier investissement, en 2018, a été celui de Dorlis.",
        "Avec 2,9 millions d’euros, Dorlis a l’investissement le plus élevé au monde par habitant.",
    ],
    ids=["first to do", "another criterion", "first time", "nobody of the list", "first in time", "a wider scope"],
)
def test_what_is_ranked_by_something_else_is_left_alone(sentence):
    assert check_ranks(page(LIST + sentence)) == []


AUDIENCE = (
    "La présidente est en tête des candidats avec 376 000 abonnés sur Instagram.\n\n"
    "Les autres suivent : Basile Dorlis a {count} abonnés sur {service}."
)


def test_the_lead_of_an_audience_cannot_be_told_without_another_on_the_service():
    found = only(check_ranks, AUDIENCE.format(count="21 314", service="Facebook"))
    assert (found.verdict, found.because) == ("cannot_tell", "missing")
    assert found.numbers["service"] == "Instagram"
    assert found.settle is not None


@pytest.mark.parametrize(("count", "verdict"), [("21 314", "agrees"), ("921 314", "disagrees")], ids=["less", "more"])
def test_with_another_on_the_service_it_is_compared(count, verdict):
    assert only(check_ranks, AUDIENCE.format(count=count, service="Instagram")).verdict == verdict


def test_a_page_that_is_no_rival_does_not_take_the_lead():
    text = AUDIENCE.partition("Les autres")[0] + "Le compte de la ville de Brumeval a 900 000 abonnés sur Instagram."
    assert only(check_ranks, text).verdict == "cannot_tell"


def test_a_rank_in_brackets_is_that_of_the_figure_before_it():
    text = (
        "Sur Facebook, 1,26 million de personnes suivent Aveline, 759 600 Basile ({}), 317 900 Célia et 243 700 Fantin."
    )
    assert only(check_ranks, text.format("deuxième")).verdict == "agrees"
    assert only(check_ranks, text.format("troisième")).verdict == "disagrees"


def test_those_ahead_must_be_ahead():
    text = (
        "La Corvanie a perdu 1,12 milliard d’euros. Elle est 3ᵉ, après l’Aubrie ({} milliard d’euros) et l’Estivie "
        "(1,58 milliard d’euros)."
    )
    assert only(check_ranks, text.format("1,62")).verdict == "agrees"
    assert only(check_ranks, text.format("1,02")).verdict == "disagrees"
