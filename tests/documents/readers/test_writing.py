"""A text that is put together knows where each of its pieces stands."""

import pytest

from temoin.documents.document import RECOGNISED, Document, Part
from temoin.documents.readers import writing as module
from temoin.documents.readers.writing import LINE, PARAGRAPH, Writing
from temoin.errors import InputError


def test_of_two_gaps_the_larger_is_written_and_none_at_the_ends():
    writing = Writing("a")
    writing.gap(PARAGRAPH)
    writing.paragraph("one", LINE)
    writing.gap(PARAGRAPH)
    writing.paragraph("two", LINE)
    writing.gap(PARAGRAPH)
    assert writing.document({}).text == "one\n\ntwo"


def test_what_is_begun_starts_at_its_first_word_and_not_at_the_gap():
    writing = Writing("a")
    writing.paragraph("one")
    outer, inner = writing.begin(), writing.begin()
    writing.paragraph("two")
    assert (writing.finish(inner), writing.finish(outer)) == ((5, 8), (5, 8))
    assert writing.finish(writing.begin()) is None


def test_another_document_is_appended_with_all_its_places():
    inner = Document(
        "12",
        recognised=RECOGNISED.frame([{"start": 0, "end": 2, "page": 1, "confidence": 0.5}]),
        parts=(Part("p", "text", 1, 2),),
    )
    writing = Writing("a")
    writing.paragraph("one")
    assert writing.append(inner, "1/") == (5, 7)
    document = writing.document({"title": "", "author": "x"})
    assert document.confidence_of(5, 6) == 0.5
    assert (document.parts[0].start, document.parts[0].end) == (6, 7)
    assert document.properties == {"author": "x"}


def test_parts_stand_in_order_the_outer_before_the_inner():
    writing = Writing("a")
    writing.write("abc")
    writing.part("inner", "text", (0, 1))
    writing.part("outer", "text", (0, 3))
    assert [part.name for part in writing.document({}).parts] == ["outer", "inner"]


def test_a_text_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_TEXT", 10)
    with pytest.raises(InputError, match="more than 50 million characters; add it as several files"):
        Writing("a").write("x" * 11)


def test_nothing_written_is_no_document():
    with pytest.raises(InputError, match="without any text"):
        Writing("a").document({})


def test_more_cells_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_CELLS", 1)
    writing = Writing("a")
    writing.cell("1", 1, 1, (0, 1))
    with pytest.raises(InputError, match="more than 300,000 cells; add the table as a workbook"):
        writing.cell("1", 1, 2, (1, 2))
