"""The headline, the declared title, or the opening words: which stands, and what is said of it."""

import pytest

from temoin.documents.title import propose_title

from .sample_texts import BODY, parts


def title(text, properties=None):
    layout, dates, dateline = parts(text)
    return propose_title(text, layout, properties or {}, dates, dateline)


def test_a_headline_is_known_by_the_title_the_file_declares():
    text = f"Le grand silence de Norle\n\nValmora dans le noir\n\n{BODY}"
    assert title(text).value == "Le grand silence de Norle"
    found = title(text, {"title": "VALMORA dans le noir !"})
    assert text[found.start : found.end] == "Valmora dans le noir"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Accueil > Monde > Afrique", id="trail of sections"),
        pytest.param("Temps de lecture : 4 min", id="reading time"),
        pytest.param("Photo : Ana Lom", id="credit"),
        pytest.param("https://norle.example/a", id="address"),
        pytest.param("Par notre correspondant à Norle", id="byline without a name"),
        pytest.param("3 mars 2031", id="date"),
        pytest.param("et puis la nuit est venue", id="small letter"),
        pytest.param("C’est ainsi que tout a commencé.", id="sentence"),
    ],
)
def test_what_stands_around_a_title_is_none(line):
    assert title(f"{line}\n\nValmora dans le noir\n\n{BODY}").value == "Valmora dans le noir"


def test_a_title_longer_than_any_is_a_paragraph():
    assert "no headline" in title(f"{'Valmora ' * 40}\n\n{BODY}").why.en


@pytest.mark.parametrize("declared", ["Note sur Valmora", "  Note sur Valmora "], ids=["plain", "white space"])
def test_without_a_headline_the_file_s_own_title_stands(declared):
    found = title(BODY, {"title": declared})
    assert (found.value, found.start) == ("Note sur Valmora", None)


def test_opening_words_are_cut_at_a_word_and_leave_none_hanging():
    found = title(BODY)
    assert found.value.endswith("…")
    assert BODY.startswith(BODY[found.start : found.end])
    assert len(found.value) <= 91
    assert not found.value.removesuffix("…").endswith((" de", " la", " et", ",", " "))


def test_a_short_opening_sentence_is_whole():
    assert title(f"Tout est coupé. {BODY}").value == "Tout est coupé."


def test_a_text_without_a_word_has_no_title():
    assert title("") is None


def test_what_the_file_sets_as_a_headline_stands_before_a_list():
    text = "Norle 1\n\nCoupure\n\n1. premier point de la liste\n2. second point de la liste"
    assert title(text, {"headline": "Coupure"}).value == "Coupure"
