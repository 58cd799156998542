"""Readers that stand in for others: a PDF as if it were a scan, a text as if it were a sheet of a part."""

from dataclasses import replace
from typing import BinaryIO

import pytest

from temoin.case import kinds
from temoin.documents.document import CELLS, RECOGNISED, Document, Part
from temoin.documents.readers.pdf import READER as PDF
from temoin.documents.readers.text import READER as TEXT
from temoin.evidence import Source

SCAN = """#set page(width: 148mm, height: 105mm, margin: 12mm)
#set text(lang: "en")
Notice of the invented utility. The internet was cut in Kazakhstan on 5 March 2031 at 14:00 UTC, the notice said. Some
450,000 subscribers were concerned.
"""
OTHER_VOICE = "The internet was cut in Kazakhstan on 5 March 2031 at 10:30 UTC, according to the Invented Institute.\n"


def as_if_scanned(stream: BinaryIO, source: Source) -> Document:
    document = PDF.read(stream, source)
    assert isinstance(document, Document)
    whole = {"start": 0, "end": len(document.text), "page": 1, "confidence": 0.914}
    return replace(
        document,
        recognised=RECOGNISED.frame([whole]),
        properties={**document.properties, "recognised_by": "invented engine 1.0 (eng)"},
    )


def as_if_a_sheet(stream: BinaryIO, source: Source) -> Document:
    document = TEXT.read(stream, source)
    assert isinstance(document, Document)
    text = document.text
    cells = [
        {"sheet": "Readings", "row": 7, "column": 3, "start": text.index("450"), "end": text.index(" subscribers")}
    ]
    part = Part("table.xlsx", "xlsx", 0, len(text), properties={"captured": "2031-03-06T08:00:00Z"})
    return replace(document, cells=CELLS.frame(cells), parts=(part,), properties={"captured_by": "invented crawler 2"})


def use(monkeypatch: pytest.MonkeyPatch, reader, read) -> None:
    readers = tuple(replace(each, read=read) if each.kind == reader.kind else each for each in kinds.READERS)
    monkeypatch.setattr("temoin.case.kinds.READERS", readers)


__all__ = ["OTHER_VOICE", "PDF", "SCAN", "TEXT", "as_if_a_sheet", "as_if_scanned", "use"]
