"""Who acts: a subject, whom "by" names, the last who acted; never who only stands near."""

import pytest

from temoin.claims.acts.actors import Actor, actor_of, means_of, target_of


def at(sentence, words):
    start = sentence.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("sentence", "act", "active", "actor"),
    [
        ("Le gouvernement d'Atlasie coupe le réseau", "coupe le réseau", True, "Le gouvernement d'Atlasie"),
        ("Selon le régulateur, l'État coupe le réseau", "coupe le réseau", True, "l'État"),
        ("Dans les rues de Montclair on coupe le réseau", "coupe le réseau", True, None),
        ("Rares sont ceux-là : coupure du réseau", "coupure du réseau", False, None),
        ("Le réseau coupé par le ministère", "réseau coupé", False, "le ministère"),
        ("Atlacom a coupé le réseau", "coupé le réseau", True, "Atlacom"),
    ],
)
def test_the_subject_acts_and_what_a_preposition_leads_does_not(sentence, act, active, actor):
    assert actor_of(sentence, at(sentence, act), None, active=active) == actor


def test_a_pronoun_without_anybody_before_is_nobody():
    sentence = "Ils ont coupé le réseau"
    assert actor_of(sentence, at(sentence, "coupé le réseau"), None, active=True) is None
    assert actor_of(sentence, at(sentence, "coupé le réseau"), Actor("la junte", 0), active=True) == "la junte"


def test_a_place_is_a_target_where_no_people_are_named():
    sentence = "L'État coupe le réseau dans la capitale"
    assert target_of(sentence, at(sentence, "coupe le réseau")) == "dans la capitale"


def test_means_far_from_the_act_are_not_its_own():
    sentence = "coupe le réseau " + "x" * 150 + " grâce à un décret"
    assert means_of(sentence, at(sentence, "coupe le réseau")) is None
