"""Paragraphs, cells, notes and comments come out in their places."""

from lxml import etree

from temoin.documents.readers.office.blocks import Blocks, tracked
from temoin.documents.readers.writing import Writing


def test_empty_cells_keep_their_tabs_within_a_row_only():
    blocks = Blocks(Writing("a"))
    blocks.add("", "before")
    blocks.tables.begin_table()
    for words in (["", "b", ""], ["c"]):
        blocks.tables.begin_row()
        for word in words:
            blocks.tables.begin_cell()
            blocks.add("", word)
            blocks.tables.end_cell()
        blocks.tables.end_row()
    blocks.tables.end_table()
    blocks.add("", "after")
    document = blocks.writing.document({})
    assert document.text == "before\n\n\tb\nc\n\nafter"
    assert [document.chars_of_cell("1", *place) for place in ((1, 1), (1, 2), (2, 1))] == [
        None,
        (9, 10),
        (11, 12),
    ]


def test_a_paragraph_that_does_not_end_goes_on():
    blocks = Blocks(Writing("a"))
    blocks.add("", "Le réseau ", ends=False)
    blocks.add("", "tomba.")
    assert blocks.writing.document({}).text == "Le réseau tomba."


def test_rows_without_a_table_harm_nothing():
    blocks = Blocks(Writing("a"))
    blocks.tables.begin_cell()
    blocks.tables.end_cell()
    blocks.tables.begin_row()
    blocks.tables.end_row()
    blocks.tables.end_table()
    blocks.add("", "x")
    assert blocks.writing.document({}).cells.is_empty()


def test_an_empty_comment_is_none():
    blocks = Blocks(Writing("a"))
    with blocks.comment("Ana", ""):
        blocks.add("", " ")
    blocks.add("", "x")
    assert blocks.comments == 0
    assert blocks.writing.document({}).text == "x"


def test_a_header_is_new_once():
    blocks = Blocks(Writing("a"))
    assert blocks.is_new(etree.fromstring("<a>Valmora</a>"))
    assert not blocks.is_new(etree.fromstring("<b>Valmora</b>"))
    assert not blocks.is_new(etree.fromstring("<a>12</a>"))


def test_nothing_tracked_is_not_told():
    assert tracked(0, 0) == ""
