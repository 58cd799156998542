"""Positions of a document both ways: characters to boxes and cells, and back."""

import polars as pl
import pytest

from temoin.documents.document import BOXES, CELLS, RECOGNISED, Document, Page, Part
from temoin.evidence import PageBox

TEXT = "Coût 450\n12 000"


def boxes(text: str = TEXT) -> pl.DataFrame:
    """Boxes of ten points a character on one line a newline; white space has none."""
    rows, line, across = [], 0, 0
    for char, letter in enumerate(text):
        if letter == "\n":
            line, across = line + 1, 0
            continue
        if not letter.isspace():
            left, top = 10.0 * across, 20.0 * line
            rows.append({"char": char, "page": 1, "left": left, "top": top, "right": left + 9, "bottom": top + 12})
        across += 1
    return pl.DataFrame(rows, schema=BOXES.schema)


@pytest.fixture
def document() -> Document:
    cells = pl.DataFrame([("Feuil1", 2, 3, 5, 8), ("Feuil1", 3, 3, 9, 15)], schema=CELLS.schema, orient="row")
    words = pl.DataFrame([(0, 4, 1, 0.9), (5, 8, 1, 0.4), (9, 15, 1, 0.7)], schema=RECOGNISED.schema, orient="row")
    parts = (Part("courriel", "eml", 0, 15), Part("pièce.txt", "text", 9, 15, "ab" * 32))
    pages = (Page(1, 0, 15, 200.0, 300.0),)
    return Document(TEXT, pages, boxes(), cells=cells, recognised=words, parts=parts)


def test_a_figure_comes_back_from_its_own_box(document: Document) -> None:
    (box,) = document.boxes_of("s", 9, 15)
    assert document.chars_in(box) == [(9, 15)]


def test_a_box_over_two_lines_gives_what_stands_in_each_of_them(document: Document) -> None:
    assert document.chars_in(PageBox("s", 1, 0.0, 0.0, 20.0, 40.0)) == [(0, 2), (9, 11)]


def test_a_box_of_another_page_holds_nothing(document: Document) -> None:
    assert document.chars_in(PageBox("s", 2, 0.0, 0.0, 200.0, 300.0)) == []


def test_characters_and_cells_find_each_other(document: Document) -> None:
    assert document.cells_of(9, 15) == [("Feuil1", 3, 3)]
    assert document.cells_of(6, 11) == [("Feuil1", 2, 3), ("Feuil1", 3, 3)]
    assert document.chars_of_cell("Feuil1", 2, 3) == (5, 8)
    assert document.chars_of_cell("Feuil1", 9, 9) is None


def test_the_least_sure_word_speaks_for_a_stretch(document: Document) -> None:
    assert document.confidence_of(0, 8) == pytest.approx(0.4)
    assert document.confidence_of(4, 5) is None
    assert Document(TEXT).confidence_of(0, 15) is None


def test_the_innermost_part_holds_a_character(document: Document) -> None:
    assert [part.name for part in (document.part_at(0), document.part_at(9)) if part] == ["courriel", "pièce.txt"]
    assert document.part_at(15) is None
