"""What made-up figures are about: the noun counted, the nearest cue, what is inherited, or the words of the text."""

import pytest

from temoin.claims import sample
from temoin.claims.about.properties import counted_noun


def attributes(text, language="fr"):
    found = sample.read(text, language=language, published="2024-05-06")
    return [one.attribute for one in found if one.kind not in ("date", "datetime", "other")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le parti a un budget de 3 millions d’euros.", "budget", id="budget"),
        pytest.param("Vertex paie 3 millions d’euros au comté.", "price paid", id="price paid"),
        pytest.param("Vertex a investi 3 millions d’euros.", "investment", id="investment"),
        pytest.param("Vertex est condamné à payer 3 000 euros.", "fine", id="a conviction weighs more than a payment"),
        pytest.param("Le marché, de 3 millions d’euros, est signé.", "contract", id="contract"),
        pytest.param("Vertex a une dette de 3 millions d’euros.", "debt", id="debt"),
        pytest.param("Le trafic tombe à 2 % du trafic habituel.", "connectivity", id="what is left of traffic"),
        pytest.param("Le mobile fait 70 % du trafic.", "share of traffic", id="a share of traffic"),
        pytest.param("Le taux de participation atteint 61 %.", "turnout", id="turnout"),
        pytest.param("50 % des coupures sont longues.", "share of outages", id="a share of outages"),
        pytest.param("Le coût recule de 67 %.", "change in cost", id="a change"),
        pytest.param("La panne a duré 92 heures.", "outage duration", id="outage duration"),
        pytest.param("La panne a touché 12 000 personnes.", "people affected", id="people affected"),
        pytest.param("12 000 internautes sont touchés.", "people affected", id="internet users affected"),
        pytest.param("Le parti a 12 sièges.", "seats", id="seats"),
        pytest.param("Le parti a envoyé 3 000 SMS.", "messages sent", id="messages"),
        pytest.param("Le site a 3 000 visites par jour.", "visits", id="a rate"),
        pytest.param("Vertex a 3 millions d’abonnés mobiles.", "subscribers", id="subscribers of a service"),
        pytest.param("Vertex a perdu 40 % de nos clients.", "share of clients", id="a share of ours"),
        pytest.param("62 % des numéros provenaient du courtier.", "share of numéros", id="a verb is no adjective"),
        pytest.param("Le parti vise 3 000 tonnes de blé.", "tonnes de blé", id="the words of the text"),
    ],
)
def test_what_a_figure_is_about(text, expected):
    assert attributes(text) == [expected]


def test_an_amount_without_a_cue_is_what_the_amount_before_is():
    text = "Le Mali a perdu 3 millions d’euros. Suivent le Niger (2 millions d’euros) et le Tchad (1 million d’euros)."
    assert attributes(text) == ["cost"] * 3


def test_the_nearest_cue_decides_within_a_sentence():
    text = "Vertex a investi 3 millions d’euros, mais la coupure lui a coûté 4 millions d’euros."
    assert attributes(text) == ["investment", "cost"]


def test_a_stem_within_a_longer_stem_is_found():
    assert attributes("Police arrested 312 protesters.", "en") == ["arrests"]


@pytest.mark.parametrize(
    ("noun", "attribute"), [("abonnées", "followers"), ("followers", "followers"), ("cerises", None)]
)
def test_a_counted_noun_gives_its_property(noun, attribute):
    assert counted_noun(noun) == attribute


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Vertex a été créé en août 2019.", "creation", id="creation"),
        pytest.param("Le Mali est né de son indépendance en 1960.", "independence", id="independence"),
        pytest.param("La campagne prend fin le 9 juin 2024.", "end of the campaign", id="the end of a campaign"),
        pytest.param("Awa Diop a publié un livre en mars 2019.", "publié un livre", id="an act"),
        pytest.param("Awa Diop compte 3 000 abonnés en mars 2019.", "date of followers", id="the day of a figure"),
    ],
)
def test_what_a_day_is_about(text, expected):
    (found,) = (one for one in sample.read(text, published="2024-05-06") if one.kind == "date")
    assert found.attribute == expected
