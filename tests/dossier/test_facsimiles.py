"""Pictures of figures beside their sentences, and the words that say where a figure stands."""

import base64
from dataclasses import replace

import pytest

from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.facsimiles import column_letters, figure_pictures, page_picture, place_note, png_size, warning_note
from temoin.dossier.html import render_html
from temoin.dossier.pdf import render_pdf
from temoin.dossier.reading import lay_out_document
from temoin.dossier.report import FigurePlace, Picture, StatementView
from temoin.words import LANGUAGES

from .sample_documents import FIXED, GUESSED, MOBILE, PROBES, REPORT, TOTAL, a_png, documents
from .sample_report import a_report
from .test_pdf import text_of

VIEW = documents()[1]


def view_of(statement):
    return next(one for one in VIEW.statements if one.statement.id == statement.id)


def test_a_picture_stands_in_the_block_of_its_figure_alone():
    sheet = lay_out_document(VIEW, Anchors(a_report("en")))
    shown = {facsimile.figure: block for block in sheet.paragraphs for facsimile in block.facsimiles}
    assert set(shown) == {PROBES.text, MOBILE.text}
    words = "".join(piece.text for sentence in shown[MOBILE.text].sentences for piece in sentence.pieces)
    assert MOBILE.text in words
    assert PROBES.text not in words


def test_it_says_its_page_its_figure_and_what_is_to_be_checked():
    probes, mobile = figure_pictures(VIEW, (0, len(REPORT)), "en")
    assert base64.b64decode(probes.data) == a_png()
    assert (probes.width, probes.height) == png_size(a_png()) == (320, 90)
    assert PROBES.text in probes.alternative
    assert probes.target == anchor("s", PROBES.id)
    assert not probes.warned
    assert "to be checked" not in probes.caption
    assert mobile.warned
    assert mobile.caption == "page\u00a02 · read from a picture, to be checked"


def test_two_readings_of_one_place_share_its_picture():
    place = FigurePlace((2,), (Picture(2, a_png()),))
    view = replace(VIEW, places={MOBILE.id: place, FIXED.id: place})
    (only,) = figure_pictures(view, (0, len(REPORT)), "fr")
    assert only.shows == (anchor("s", MOBILE.id), anchor("s", FIXED.id))
    assert only.warned


def test_a_whole_page_is_shown_where_it_begins():
    sheet = lay_out_document(VIEW, Anchors(a_report("fr")))
    assert {block.page: block.whole is not None for block in sheet.paragraphs if block.page} == {"1": False, "2": True}
    whole = page_picture(VIEW, 2, "fr")
    assert whole is not None
    assert whole.caption == "La page\u00a02 entière"
    assert page_picture(VIEW, 1, "fr") is None


def test_a_place_is_said_in_words():
    assert place_note(view_of(PROBES), VIEW, "en") == "page 1"
    told = place_note(view_of(TOTAL), VIEW, "fr").replace("\u00a0", " ").split("\n")
    assert told == [
        "feuille « Relevés », ligne 7, colonne AB",
        "ligne 8, colonne A",
        "et 1 autre cellule",
        "dans « tableau.xlsx »",
        "capture ou envoi : 9 mars 2031 à 10 h 00 (UTC)",
    ]
    assert f"temoin show CASE {FIXED.id[:10]} --picture" in place_note(view_of(FIXED), VIEW, "en")
    assert place_note(StatementView(PROBES), documents()[0], "en") == ""


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_have_the_letters_that_spreadsheets_give_them(column, letters):
    assert column_letters(column) == letters


def test_a_figure_read_in_a_picture_warns_until_a_person_decides():
    told = warning_note(StatementView(GUESSED), "fr").replace("\u202f", " ").replace("\u00a0", " ")
    assert told == "lu dans une image, à vérifier\nassurance du moteur : 87 %"
    assert "to be checked" in warning_note(StatementView(GUESSED, "review-again"), "en")
    assert "to be checked" not in warning_note(StatementView(GUESSED, "accepted"), "en")
    assert warning_note(StatementView(MOBILE), "en") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_editions_hold_the_pictures(language, blank):
    report = a_report(language)
    page = render_html(report, blank).decode()
    assert page.count("<img ") == 3
    assert page.count("data:image/png;base64,") == 3
    assert "img-src data:" in page
    paper = render_pdf(report, blank)
    assert paper.count(b"/Subtype /Image") + paper.count(b"/Subtype/Image") >= 2
    warning = {"fr": "lu dans une image, à vérifier", "en": "read from a picture, to be checked"}[language]
    assert warning in page
    assert warning in text_of(paper)
