"""Errors planted on purpose: all found, and nothing else, in a made-up article and in a seed changed in place."""

import pytest

from temoin.claims import check_statements, sample
from temoin.period import PartialDate

PUBLISHED = "2020-10-26"
ARTICLE = """Les vallées de l’Atlasie, pays inventé, équipent leurs maisons du numérique

Par Aveline Corvane

Le conseil d’Atlasie a arrêté sa liste le {weekday} 16 septembre 2020. Elle compte {count} vallées.

Les montants reçus par les {count} vallées :

Maison du numérique de la vallée de Brumeval : 6,5 millions d’euros, ouverte en août 2019.
Maison du numérique de la vallée de Corvane : {amount} millions d’euros, ouverte en mai 2019.
Maison du numérique de la vallée de Dorlis : 3,05 millions d’euros, ouverte en mai 2019.
Maison du numérique de la vallée d’Estive : 8,25 millions d’euros, ouverte en mars 2020.
Maison du numérique de la vallée de Fantin : 4,4 millions d’euros, ouverte en mars 2020.

Au total, les vallées ont reçu 32,65 millions d’euros (environ {dollars} millions de dollars).

La vallée d’Estive est au {rank} rang par le montant reçu. Celle de Corvane pèse à elle seule {share} % du total.
"""
SOUND = {
    "weekday": "mercredi",
    "count": "cinq",
    "amount": "10,45",
    "dollars": "38,4",
    "rank": "deuxième",
    "share": "32",
}
PLANTED = {
    "weekday": ("lundi", "claims.weekday/1"),
    "count": ("sept", "claims.list/1"),
    "amount": ("14,05", "claims.sum/1"),
    "dollars": ("384", "claims.conversion/1"),
    "rank": ("quatrième", "claims.rank/1"),
    "share": ("52", "claims.share/1"),
}


def findings(text):
    return check_statements(text, sample.read(text, published=PUBLISHED), published=PartialDate(PUBLISHED))


def wrong(text):
    return {found.method for found in findings(text) if found.verdict == "disagrees"}


def test_a_sound_article_has_nothing_wrong_and_its_figures_agree():
    found = findings(ARTICLE.format(**SOUND))
    assert [one.words.en for one in found if one.verdict == "disagrees"] == []
    agreed = {one.method for one in found if one.verdict == "agrees"}
    assert agreed >= {method for _, method in PLANTED.values()}


@pytest.mark.parametrize("name", PLANTED)
def test_one_planted_error_is_the_one_that_is_found(name):
    error, method = PLANTED[name]
    expected = {method} if name != "amount" else {method, "claims.share/1"}
    assert wrong(ARTICLE.format(**SOUND | {name: error})) in ({method}, expected)


def test_five_planted_errors_are_all_found():
    errors = {name: error for name, (error, _) in PLANTED.items()}
    assert wrong(ARTICLE.format(**errors)) == {method for _, method in PLANTED.values()}


# Said anew of what the seed article of Luoyang prints, and put before its last commentary.
_LAST = "Le commentateur des affaires"
_TRUE = (
    "Les neuf comtés ont publié leur bilan le mercredi 16 septembre 2020. Luanchuan est au deuxième rang par le "
    "montant investi. Xin’an pèse à lui seul 22 % du total. "
)
_CHANGES = {
    "an amount": ("3,3 ", "7,3 ", "claims.sum/1"),
    "a conversion": ("972", "97", "claims.conversion/1"),
    "the conversion of the total": ("6,74 millions", "67,4 millions", "claims.conversion/1"),
    "a weekday": ("mercredi 16", "samedi 16", "claims.weekday/1"),
    "a count": ("Les neuf comtés", "Les onze comtés", "claims.list/1"),
    "a rank": ("au deuxième rang", "au premier rang", "claims.rank/1"),
    "a share": ("22 % du total", "42 % du total", "claims.share/1"),
}


@pytest.fixture
def luoyang(shared):
    text = shared("seeds/004_c0cd6b2feecd1910.txt").read_text(encoding="utf-8")
    return text.replace("la ville de Douyin", "Douyin", 1).replace(_LAST, _TRUE + _LAST, 1)


def test_a_true_rewrite_of_a_seed_has_nothing_wrong(luoyang):
    assert wrong(luoyang) == set()


@pytest.mark.parametrize("name", _CHANGES)
def test_each_change_to_a_seed_is_found_alone(luoyang, name):
    before, after, method = _CHANGES[name]
    assert before in luoyang
    assert wrong(luoyang.replace(before, after, 1)) == {method}


def test_all_changes_to_a_seed_are_found_together(luoyang):
    for before, after, _ in _CHANGES.values():
        luoyang = luoyang.replace(before, after, 1)
    assert wrong(luoyang) == {method for *_, method in _CHANGES.values()}
