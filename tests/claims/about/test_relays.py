"""A press review: what follows is what the paper says, and whom it quotes speaks through it; made-up names."""

from temoin.claims.about.relays import Relays
from temoin.claims.about.speakers import Speaker

TEXT = (
    "Les partis écrivent aux électeurs. En effet, rapporte le quotidien Alaube, des fichiers ont été achetés. "
    "On ne leur a rien demandé, explique le quotidien. "
    "« Je reçois des messages chaque jour. Le matin surtout », se plaint N. Exemple, citoyen cité par le quotidien. "
    "Exemple, poursuit le quotidien, ignore qui écrit. Le scrutin est proche."
)


def speaker(words, text=TEXT):
    start = text.index(words)
    return Relays(text).speaker(start, text.index(".", start) + 1)


def test_the_sentence_that_names_the_paper_and_those_after_it_are_told_by_it():
    assert speaker("En effet") == Speaker("Alaube")
    assert speaker("On ne leur") == Speaker("Alaube")
    assert speaker("Le scrutin") == Speaker("Alaube")


def test_what_stands_before_the_paper_is_named_is_nobody_s():
    assert speaker("Les partis") == Speaker()


def test_a_person_whom_the_paper_quotes_speaks_through_it_over_several_sentences():
    assert speaker("« Je reçois") == Speaker("N. Exemple", "Alaube")
    assert speaker("Le matin") == Speaker("N. Exemple", "Alaube")


def test_what_the_paper_tells_of_that_person_is_what_the_person_says():
    assert speaker("Exemple, poursuit") == Speaker("N. Exemple", "Alaube")


def test_a_paper_named_in_passing_relays_its_own_sentence_only():
    text = "La panne dure, écrit le journal Levant. Le réseau reste coupé."
    assert speaker("La panne", text) == Speaker("Levant")
    assert speaker("Le réseau", text) == Speaker()


def test_a_text_without_a_paper_relays_nothing():
    assert speaker("Le réseau", "Le réseau reste coupé. Le quotidien est cher.") == Speaker()
