"""A document on the page: every character once, every statement marked in its place."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.reading import lay_out_document
from temoin.dossier.report import DocumentView, StatementView

from .sample_documents import DOZENS, PEOPLE, PRESS, PRESS_SOURCE, REPORT, documents
from .sample_report import a_report


def laid_out(view, **changes):
    return lay_out_document(view, Anchors(a_report("en", documents=(view,), **changes)))


def pieces_of(sheet):
    return [piece for block in sheet.paragraphs for sentence in block.sentences for piece in sentence.pieces]


def marked(sheet, name):
    pieces = pieces_of(sheet)
    start = next(rank for rank, piece in enumerate(pieces) if name in piece.anchors)
    return pieces[start]


@pytest.mark.parametrize(("rank", "text"), [(0, PRESS), (1, REPORT)], ids=["press", "report"])
def test_the_whole_text_is_there_once_but_for_blank_lines(rank, text):
    shown = "".join(piece.text for piece in pieces_of(laid_out(documents()[rank])))
    assert shown.split() == text.replace("\n\n", "").split()


def test_a_statement_is_marked_at_its_figure_with_its_decision():
    for view in documents()[0].statements:
        piece = marked(laid_out(documents()[0]), anchor("s", view.statement.id))
        assert piece.text == view.statement.text
        assert piece.decision == view.decision


def test_the_sentence_of_a_statement_is_one_quoted_run():
    sentence = next(
        sentence
        for block in laid_out(documents()[0]).paragraphs
        for sentence in block.sentences
        if any(anchor("s", PEOPLE.id) in piece.anchors for piece in sentence.pieces)
    )
    assert sentence.quoted
    assert "".join(piece.text for piece in sentence.pieces) == PEOPLE.quote


def test_pages_begin_where_they_begin():
    assert [block.page for block in laid_out(documents()[1]).paragraphs if block.page] == ["1", "2"]


def test_a_figure_that_no_longer_stands_there_is_shown_in_the_table_only():
    moved = dataclasses.replace(PEOPLE, start=PEOPLE.start + 1, end=PEOPLE.end + 1)
    sheet = laid_out(DocumentView(PRESS_SOURCE, "t", PRESS, statements=(StatementView(moved, "review-again"),)))
    row = sheet.statements.rows[0]
    assert row.anchor == anchor("s", moved.id)
    assert row.cells[1].target == ""
    assert row.cells[1].note == "not found at its place in this text"


def test_a_statement_to_review_again_shows_the_new_reading_beside_it():
    row = next(row for row in laid_out(documents()[1]).statements.rows if row.cells[1].text == DOZENS.text)
    assert row.cells[5].text == "to review again"
    assert "new reading: “dozens”" in row.cells[5].note


def test_lines_of_a_page_flow_and_lines_of_an_author_stay():
    long = "a line that is as long as those of a page of print,\nand its last"
    assert [block.flows for block in laid_out(DocumentView(PRESS_SOURCE, "t", f"{long}\n\na\nb")).paragraphs] == [
        True,
        False,
    ]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=6))
def test_overlapping_statements_never_lose_or_repeat_a_character(spans):
    text = "one two three\n\nfour five six seven eight nine ten eleven twelve"
    ends = {(start, min(start + length, len(text))) for start, length in spans}
    views = tuple(
        StatementView(
            dataclasses.replace(
                PEOPLE, start=start, end=end, text=text[start:end], quote=text[start:end], quote_start=start
            )
        )
        for start, end in sorted(ends)
    )
    sheet = laid_out(DocumentView(PRESS_SOURCE, "t", text, statements=views), findings=(), sources=())
    assert "".join(piece.text for piece in pieces_of(sheet)) == text.replace("\n\n", "")
    names = [name for piece in pieces_of(sheet) for name in piece.anchors]
    assert sorted(names) == sorted(anchor("s", one.statement.id) for one in views if one.statement.text.strip())


def test_the_break_between_two_pages_is_shown_as_a_space():
    view = documents()[0]
    at = view.statements[0].statement.quote_start + view.statements[0].statement.quote.index(" ")
    broken = dataclasses.replace(view, text=f"{view.text[:at]}\f{view.text[at + 1 :]}")
    assert "\f" not in "".join(piece.text for piece in pieces_of(laid_out(broken)))
