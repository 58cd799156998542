"""Datelines that open a text, date lines that stand alone, and labels that announce a date."""

import pytest

from temoin.documents.dateline import find_dateline, is_date_line, is_labelled, is_update
from temoin.documents.dates import find_dates
from temoin.documents.document import Document
from temoin.documents.layout import Block, layout_of

BODY = (
    "le réseau de la république fictive de Valmora est tombé mercredi matin, selon les mesures de plusieurs "
    "observatoires, et il n’était pas revenu à midi."
)


def dateline(head):
    text = head + BODY
    return find_dateline(layout_of(Document(text)), text, find_dates(text, language="fr"))


def line(text):
    block = Block(0, len(text), text)
    return block, find_dates(text, language="en" if " on " in text else "fr")


@pytest.mark.parametrize(
    ("head", "credit", "is_wire"),
    [
        pytest.param("NORLE, 3 mars 2031 – ", None, False, id="place and date"),
        pytest.param("NORLE, Valmora, 3 mars 2031 /PRNewswire/ -- ", "PRNewswire", True, id="a distributor"),
        pytest.param("NORLE (Agence fictive), 3 mars 2031 - ", "Agence fictive", False, id="agency before the date"),
        pytest.param("NORLE, le 3 mars 2031 à 14h30 (AVF) – ", "AVF", False, id="hour, and agency after"),
        pytest.param("Saint-Orle-sur-Mer, mercredi 3 mars 2031 — ", None, False, id="compound place and weekday"),
    ],
)
def test_a_dateline_ends_at_the_first_word_of_the_body(head, credit, is_wire):
    found = dateline(head)
    assert (found.start, found.end) == (0, len(head))
    assert found.mention.value.text == "2031-03-03"
    assert (found.credit, found.is_wire) == (credit, is_wire)


def test_a_credit_alone_has_no_date():
    found = dateline("NORLE (AFP) — ")
    assert (found.credit, found.mention) == ("AFP", None)


@pytest.mark.parametrize("head", ["Date : 2031-03-03 ", "2031-03-03: "], ids=["labelled", "ISO"])
def test_a_marker_at_the_very_head_is_one(head):
    found = dateline(head)
    assert (found.mention.value.text, found.end) == ("2031-03-03", len(head))


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("NORLE (Valmora) – ", id="a country in brackets is no agency"),
        pytest.param("3 mars 2031 ", id="a date without a dash"),
        pytest.param("Le mercredi 3 mars 2031, ", id="the sentence’s own date"),
        pytest.param("Entre le 3 mars 2031 et le 5, ", id="a stretch of days"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_sentence_that_begins_with_a_date_is_no_dateline(head):
    assert dateline(head) is None


def test_an_empty_text_has_none():
    assert find_dateline(layout_of(Document("")), "", []) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le 01/09/2031 à 21h08", id="date and hour"),
        pytest.param("3 mars 2031 – Par Ana Lom", id="date and byline"),
        pytest.param("Norle, 3 mars 2031", id="place and date"),
        pytest.param("Temps de lecture : 3 min – 3 mars 2031", id="reading time"),
        pytest.param("Published on 3 March 2031 by Ana Lom", id="label and byline"),
    ],
)
def test_a_line_of_date_hour_place_and_byline_is_a_date_line(text):
    assert is_date_line(*line(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Coupure du 3 mars 2031", id="a date that belongs to a word"),
        pytest.param("Depuis le 3 mars 2031", id="since"),
        pytest.param("Le 3 mars 2031, tout a cessé", id="a sentence"),
        pytest.param("Valmora s’éteint", id="no date at all"),
        pytest.param("3 mars 2031 " + "A " * 60, id="too long"),
    ],
)
def test_a_line_that_says_something_else_is_none(text):
    assert not is_date_line(*line(text))


@pytest.mark.parametrize(
    ("text", "labelled", "updated"),
    [
        pytest.param("Publié le 3 mars 2031", True, False, id="published"),
        pytest.param("Mis à jour le 3 mars 2031", False, True, id="updated"),
        pytest.param("Cet article a été publié le 3 mars 2031", True, False, id="the article itself"),
        pytest.param("Ana Lom a publié le 3 mars 2031", False, False, id="somebody publishes something"),
        pytest.param("Date de publication : 3 mars 2031", True, False, id="a label"),
    ],
)
def test_a_label_announces_a_publication_or_an_update(text, labelled, updated):
    block, (mention,) = line(text)
    assert (is_labelled(block, mention), is_update(text, mention)) == (labelled, updated)


def test_two_labels_of_one_line_keep_their_own_dates():
    text = "Publié le 3 mars 2031, mis à jour le 4 mars 2031"
    block, dates = line(text)
    assert [is_labelled(block, mention) for mention in dates] == [True, False]
    assert [is_update(text, mention) for mention in dates] == [False, True]
