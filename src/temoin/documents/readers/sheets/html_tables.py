"""Web pages saved under a spreadsheet's name, as portals export them: their tables, read as one sheet.

As a spreadsheet program shows such a file, headings and rows of tables follow one another from the first row of the
sheet; a blank row stands before each table. Cells are texts; merged cells are known; nothing is followed or run. Any
page is read so with ``--as html-tables``.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml.html import HtmlElement

from temoin.documents.document import Document
from temoin.documents.readers.sheets.xlsx import require_cells
from temoin.documents.readers.web.html import decoded_page, is_sheet_by_name, page_tree
from temoin.documents.readers.web.page import drop_unseen
from temoin.documents.tables.grid import Book, Filling, Grid, Merged, document_of
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Reader
from temoin.evidence.source import Source
from temoin.words import Words

_LARGEST = 60_000_000
_SHEET = "1"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "caption"})
_WIDEST = 1_000
_MOST_MERGED = 100_000
_WHITE = re.compile(r"\s+")


def read_book(stream: BinaryIO, source: Source) -> Book:
    """Return the tables of a web page as one sheet, with the headings that stand between them.

    Raises
    ------
    InputError : larger than 60 MB, of an encoding that nothing declares, or without any table
    """
    read = source.name or short(source.id)
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError(
            read,
            Words("page web de plus de 60 Mo", "a web page of more than 60 MB"),
            Words("découpez-la, ou enregistrez-la en CSV", "split it, or save it as CSV"),
        )
    tree = page_tree(decoded_page(read, data, source.reading.encoding), read)
    if next(tree.iter("tr"), None) is None:
        raise InputError(
            read,
            Words("aucun tableau dans cette page", "no table in this page"),
            Words("ajoutez-la avec --as html, pour son texte", "add it with --as html, for its text"),
        )
    drop_unseen(tree)
    filled = _Sheet(Filling(read))
    for element in _in_order(tree):
        filled.take(element)
    grid = filled.grid()
    require_cells(read, [grid])
    return Book((grid,), _told(source))


def _told(source: Source) -> tuple[Words, ...]:
    name = (source.name or "").lower()
    if not name.endswith((".xls", ".xlsx", ".xlt")):
        return ()
    ending = name[name.rfind(".") :]
    return (
        Words(
            f"fichier nommé {ending}, mais c’est une page web : ses tableaux sont lus, un seul sous l’autre",
            f"a file named {ending}, but it is a web page: its tables are read, one below the other",
        ),
    )


def _in_order(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Headings outside of any table, tables and their rows; a row that holds a table is that table's frame."""
    for element in tree.iter("table", "tr", *_HEADINGS):
        if element.tag == "tr":
            if element.find(".//tr") is None:
                yield element
        elif element.tag in {"table", "caption"} or next(element.iterancestors("tr"), None) is None:
            yield element


class _Sheet:
    """Rows of tables and headings as they come, one below the other."""

    def __init__(self, filling: Filling) -> None:
        self._filling = filling
        self._row = 0
        self._merged: list[Merged] = []
        self._taken: dict[int, int] = {}
        """Last row that a cell from above takes, by column."""

    def take(self, element: HtmlElement) -> None:
        """Put a heading or a row below what stands; a table begins after a blank row."""
        if element.tag == "table":
            self._row += 1 if self._row else 0
            self._taken = {}
        elif element.tag == "tr":
            self._row += 1
            self._put_row(element)
        elif text := _text(element):
            self._row += 1
            self._filling.put(self._row, 1, text)

    def _put_row(self, row: HtmlElement) -> None:
        column = 1
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            while self._taken.get(column, 0) >= self._row:
                column += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            if text := _text(cell):
                self._filling.put(self._row, column, text)
            if across * down > 1 and len(self._merged) < _MOST_MERGED:
                self._merged.append(Merged(self._row, column, self._row + down - 1, column + across - 1))
            if down > 1:
                self._taken.update(dict.fromkeys(range(column, column + across), self._row + down - 1))
            column += across

    def grid(self) -> Grid:
        """The sheet as it stands."""
        return Grid(_SHEET, self._filling.rows, tuple(self._merged))


def _span(cell: HtmlElement, name: str) -> int:
    said = (cell.get(name) or "1").strip()
    return min(max(int(said), 1), _WIDEST) if said.isascii() and said.isdigit() and len(said) < 7 else 1


def _text(element: HtmlElement) -> str:
    return _WHITE.sub(
        " ", " ".join(element.itertext()) if element.find(".//br") is not None else element.text_content()
    ).strip()


def read_html_tables(stream: BinaryIO, source: Source) -> Document:
    """Return the readable text of the tables of a web page, with the place of every cell.

    Raises
    ------
    InputError : as ``read_book``
    """
    return document_of(read_book(stream, source))


READER = Reader(
    kind="html-tables",
    version=1,
    label=Words("tableaux d’une page web", "tables of a web page"),
    recognises=is_sheet_by_name,
    read=read_html_tables,
    genre="export",
    visibility="exists",
    libraries=("lxml",),
)
