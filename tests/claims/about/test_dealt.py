"""Figures that a sentence deals out to names, on made-up sentences."""

from temoin.claims.about.dealt import shared_out
from temoin.claims.about.names import Names
from temoin.claims.about.passages import Passage, Spot
from temoin.world import find_countries


def dealt(text, *figures, kind="count"):
    names = Names(text, find_countries(text)).between(0, len(text))
    spots = [Spot(text.index(one), text.index(one) + len(one), kind, None, None) for one in figures]
    found = shared_out(Passage(text, 0, len(text), 0, names, spots))
    return {rank: name.text for rank, name in found.items()}


def test_figures_are_dealt_out_in_order():
    assert dealt("Le Mali et le Niger ont respectivement 300 et 400", "300", "400") == {0: "Mali", 1: "Niger"}


def test_more_figures_than_names_are_not_dealt_out():
    assert dealt("Le Mali a respectivement 300 et 400", "300", "400") == {}


def test_figures_beside_each_other_are_not_dealt_out_without_a_word():
    assert dealt("Le Mali et le Niger ont 300 et 400", "300", "400") == {}


def test_two_names_share_out_two_ranks():
    text = "Le Mali et le Niger arrivent deuxième et troisième"
    assert dealt(text, "deuxième", "troisième", kind="rank") == {0: "Mali", 1: "Niger"}
