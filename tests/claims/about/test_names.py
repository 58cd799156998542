"""The names of made-up sentences: what stands as a name, what it names, what the words before make of it."""

import pytest

from temoin.claims.about.names import Names, entity_of
from temoin.world import find_countries


def names_in(text):
    return Names(text, find_countries(text)).between(0, len(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Hier, Awa Diop parle.", ["Awa Diop"], id="two capitals"),
        pytest.param("Plusieurs voix parlent.", [], id="a first word is no name"),
        pytest.param("Vertex a gagné.", ["Vertex"], id="a first word before a verb is one"),
        pytest.param("Blocage d’Internet en vue", [], id="a title of common nouns"),
        pytest.param("Le ministère de la Santé parle.", ["ministère de la Santé"], id="an office and its capital"),
        pytest.param(
            "On sait que l’Union nationale perd.", ["Union nationale"], id="an organisation and its adjective"
        ),
        pytest.param("Le Soudan du Sud vote.", ["Soudan du Sud"], id="a country of three words"),
        pytest.param("On dit que Président Paul Renard vote.", ["Paul Renard"], id="a title falls"),
        pytest.param("On lit sur X et YouTube.", ["X", "YouTube"], id="platforms"),
        pytest.param("La page Facebook de Nordby", ["Facebook", "Nordby"], id="a platform and whose it is"),
        pytest.param("En Afrique subsaharienne, tout va.", ["Afrique subsaharienne"], id="a region"),
        pytest.param("Une perte mondiale", ["monde"], id="the world by its adjective"),
        pytest.param("« Rejoignez-nous », dit-on.", [], id="an order is no name"),
        pytest.param("PARIS /PRNewswire/ -- On vote.", ["PARIS"], id="a wire is no name"),
    ],
)
def test_what_stands_as_a_name(text, found):
    assert [name.text for name in names_in(text)] == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Hier Awa Diop parle.", "subject", id="nothing before"),
        pytest.param("la page de Awa Diop", "of", id="of"),
        pytest.param("au Mali", "in", id="in"),
        pytest.param("sur Facebook", "on", id="on"),
        pytest.param("selon la Vertex Compagnie", "by", id="by"),
        pytest.param("d’après Awa Diop", "by", id="according to"),
        pytest.param("contre Awa Diop", "for", id="against"),
        pytest.param("in Uganda", "in", id="English"),
    ],
)
def test_the_words_before_make_its_role(text, role):
    assert names_in(text)[-1].role == role


def test_a_name_joined_to_another_has_its_role():
    assert [name.role for name in names_in("devant Awa Diop et Paul Renard")] == ["by", "by"]


def test_a_last_name_alone_is_the_longer_name_where_one_only_ends_so():
    names = Names("Awa Diop parle. Diop vote. Paul Renard et Luc Renard suivent. Renard vote.", [])
    assert (names.whole("Diop"), names.whole("Renard"), names.whole("Vasseur")) == ("Awa Diop", "Renard", "Vasseur")


def test_a_country_is_named_in_english_and_a_region_as_printed():
    text = "Le Tchad et l’Afrique centrale"
    names = Names(text, find_countries(text))
    assert [entity_of(name, names) for name in names.between(0, len(text))] == ["Chad", "Afrique centrale"]


def test_full_names_are_those_of_two_or_three_capitals():
    assert Names("Awa Diop, Ville de Nordby, Vertex", []).full_names() == {"Awa Diop"}


def test_the_head_of_a_row_names_its_country():
    assert [name.iso2 for name in Names("", []).of_words("Tchad Réseaux sociaux")] == ["TD"]
