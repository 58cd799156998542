"""The rules that give a figure its holder, each alone, on made-up sentences."""

import pytest

from temoin.claims.about import holders
from temoin.claims.about.names import Names
from temoin.claims.about.passages import Passage, Spot
from temoin.world import find_countries


def a_passage(text, *figures, kind="count"):
    names = Names(text, find_countries(text)).between(0, len(text))
    spots = [Spot(text.index(one), text.index(one) + len(one), kind, None, None) for one in figures]
    return Passage(text, 0, len(text), 0, names, spots)


def named(name):
    return name.text if name else None


@pytest.mark.parametrize(
    ("text", "figure", "kind", "expected"),
    [
        pytest.param("On y voit 300 personnes pour Awa Diop.", "300", "count", "Awa Diop", id="for"),
        pytest.param("On y voit 300 abonnés de Awa Diop.", "300", "count", "Awa Diop", id="of"),
        pytest.param("On y voit 300 celle de Awa Diop.", "300", "count", "Awa Diop", id="that of"),
        pytest.param("300 euros dépensés par Awa Diop", "300 euros", "money", "Awa Diop", id="spent by"),
        pytest.param("Cela coûte 300 euros à Awa Diop.", "300 euros", "money", "Awa Diop", id="costs to"),
        pytest.param(
            "Une amende de 300 euros à l’encontre de la société Vertex", "300 euros", "money", "Vertex", id="upon"
        ),
        pytest.param("Il verse 300 euros à Awa Diop.", "300 euros", "money", None, id="paid to is no holder"),
        pytest.param("Une amende de 300 euros de Awa Diop", "300 euros", "money", None, id="money of"),
        pytest.param("300 villes, puis Awa Diop", "300", "count", None, id="beyond a comma"),
        pytest.param("300 abonnés sur Facebook", "300", "count", None, id="a platform"),
    ],
)
def test_the_name_right_after(text, figure, kind, expected):
    assert named(holders.holder_after(a_passage(text, figure, kind=kind), 0)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("le Pakistan (300)", "Pakistan", id="in parentheses"),
        pytest.param("Hier Awa Diop, environ 300", "Awa Diop", id="after a comma"),
        pytest.param("sur Facebook (300)", None, id="a platform"),
        pytest.param("Hier Awa Diop a vu 300", None, id="a verb between"),
        pytest.param("selon Awa Diop, 300", None, id="who speaks"),
    ],
)
def test_the_name_right_before(text, expected):
    assert named(holders.holder_beside(a_passage(text, "300"), 0)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("le club des mineurs qui compte 300", "club des mineurs", id="a noun phrase"),
        pytest.param("le chef du club des mineurs qui compte 300", "club des mineurs", id="the nearest phrase"),
        pytest.param("la coupure qui dure 300", None, id="an event holds nothing"),
        pytest.param("il compte 300", None, id="none"),
    ],
)
def test_whom_qui_stands_for(text, expected):
    found = holders.whom_it_stands_for(a_passage(text, "300"), 0)
    assert (found if found is None or isinstance(found, str) else found.text) == expected


def test_a_name_that_only_speaks_is_no_subject():
    passage = a_passage("NetMesure a estimé que le Mali perd 300", "300")
    assert named(holders.subject_before(passage, 0, frozenset())) == "Mali"
    assert holders.only_speaks(passage, passage.names[0], frozenset())


def test_a_place_is_read_after_a_figure_that_it_locates():
    assert named(holders.place_after(a_passage("300 morts au Mali", "300"), 0)) == "Mali"
    assert holders.place_after(a_passage("300 morts pour le Mali", "300"), 0) is None


def test_two_subjects_are_joined():
    passage = a_passage("L’Asie et l’Afrique ont 300", "300")
    assert named(holders.joined(passage, passage.names[0])) == "Afrique"


def test_what_stands_in_parentheses_is_told_with_the_figure_before():
    passage = a_passage("300 euros (environ 400", "300 euros", "400", kind="money")
    assert holders.in_parentheses(passage, 1)
    assert not holders.in_parentheses(passage, 0)


def test_the_world_is_the_holder_only_where_no_other_place_is_named():
    assert named(holders.world_spoken_of(a_passage("Une perte mondiale de 300", "300"))) == "monde"
    assert holders.world_spoken_of(a_passage("Le Mali et le monde, 300", "300")) is None
