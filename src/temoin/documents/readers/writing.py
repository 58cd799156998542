"""A text being put together from a document's pieces, with the place of each cell and part."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from temoin.documents.document import CELLS, RECOGNISED, Document, Part
from temoin.errors import InputError
from temoin.words import Words

PARAGRAPH = "\n\n"
LINE = "\n"
LARGEST_TEXT = 50_000_000
"""Characters of one document: as many as a plain text may have bytes."""
MOST_CELLS = 300_000

Mark = list[int]
"""Where something that was begun starts: empty until its first word is written."""


class Writing:
    """A text that grows by paragraphs, lines and cells; a gap asked for is written only before further words.

    Parameters
    ----------
    read : what is read, for the message

    Examples
    --------
    >>> writing = Writing("letter.docx")
    >>> writing.paragraph("First."), writing.paragraph(""), writing.paragraph("Second.")
    ((0, 6), None, (8, 15))
    >>> writing.document({}).text
    'First.\\n\\nSecond.'
    """

    def __init__(self, read: str) -> None:
        self.length = 0
        self.parts: list[Part] = []
        self._read = read
        self._pieces: list[str] = []
        self._gap = ""
        self._tabs = 0
        self._open: list[Mark] = []
        self._recognised: list[pl.DataFrame] = [RECOGNISED.empty()]
        self._cells: tuple[list[object], ...] = ([], [], [], [], [])

    def gap(self, gap: str) -> None:
        """Ask for a gap before the next words; of several, the one of most lines is written, and tabs before any."""
        if not self._tabs and gap.count("\n") >= self._gap.count("\n"):
            self._gap = gap

    def tab(self, row: Mark) -> None:
        """Ask for a tab before the next words of a row; the lines asked for inside its cells are dropped."""
        self._gap = "" if row else self._gap
        self._tabs += 1

    def end_row(self) -> None:
        """Ask for a line before the next words; tabs of empty cells are dropped."""
        self._tabs = 0
        self.gap(LINE)

    def write(self, text: str) -> None:
        """Write words where the text stands.

        Raises
        ------
        InputError : the document has more than 50 million characters
        """
        if not text:
            return
        if self.length:
            between = self._gap + "\t" * self._tabs
            self._pieces.append(between)
            self.length += len(between)
        self._gap, self._tabs = "", 0
        for mark in self._open:
            if not mark:
                mark.append(self.length)
        self._pieces.append(text)
        self.length += len(text)
        if self.length > LARGEST_TEXT:
            raise InputError(
                self._read,
                Words("plus de 50 millions de caractères", "more than 50 million characters"),
                Words("ajoutez-le en plusieurs fichiers", "add it as several files"),
            )

    def paragraph(self, text: str, gap: str = PARAGRAPH) -> tuple[int, int] | None:
        """Write a paragraph with a gap around it; return where it stands, None for one without words."""
        if not text.strip():
            return None
        self.gap(gap)
        self.write(text)
        self.gap(gap)
        return self.length - len(text), self.length

    def begin(self) -> Mark:
        """Return a mark of what begins with the next words."""
        mark: Mark = []
        self._open.append(mark)
        return mark

    def finish(self, mark: Mark) -> tuple[int, int] | None:
        """Return where what was begun stands; None where no word of it was written."""
        # By identity: two marks that begin at one word are equal.
        self._open = [other for other in self._open if other is not mark]
        return (mark[0], self.length) if mark else None

    def cell(self, sheet: str, row: int, column: int, span: tuple[int, int] | None) -> None:
        """Keep the place of a cell; one without words has none.

        Raises
        ------
        InputError : the document has more than 300,000 cells
        """
        if span is None:
            return
        for values, value in zip(self._cells, (sheet, row, column, *span), strict=True):
            values.append(value)
        if len(self._cells[0]) > MOST_CELLS:
            raise InputError(
                self._read,
                Words("plus de 300 000 cellules", "more than 300,000 cells"),
                Words("ajoutez le tableau comme classeur ou en CSV", "add the table as a workbook or as CSV"),
            )

    def part(self, name: str, kind: str, span: tuple[int, int] | None, **more: object) -> None:
        """Keep a part; ``more`` is its digest and properties."""
        start, end = span or (self.length, self.length)
        self.parts.append(Part(name, kind, start, end, **more))  # type: ignore[arg-type]

    def append(self, document: Document, sheets: str) -> tuple[int, int] | None:
        """Write the text of another document, its cells, recognised words and parts with it; its pages are left.

        Parameters
        ----------
        sheets : what stands before the names of its sheets
        """
        mark = self.begin()
        self.write(document.text)
        span = self.finish(mark)
        at = span[0] if span else self.length
        for cell in document.cells.iter_rows(named=True):
            sheet, place = f"{sheets}{cell['sheet']}", (at + cell["start"], at + cell["end"])
            self.cell(sheet, cell["row"], cell["column"], place)
        if document.recognised.height:
            moved = (pl.col("start", "end") + at).cast(pl.UInt32)
            self._recognised.append(document.recognised.with_columns(moved))
        self.parts += [replace(part, start=part.start + at, end=part.end + at) for part in document.parts]
        return span

    def document(self, properties: Mapping[str, str]) -> Document:
        """Return what was written; properties without a value are left out.

        Raises
        ------
        InputError : no word was written
        """
        if not self.length:
            raise InputError(
                self._read,
                Words("document sans aucun texte", "a document without any text"),
                Words("ajoutez l’image ou le PDF qu’il contient", "add the picture or the PDF that it holds"),
            )
        columns = dict(zip(CELLS.schema.names(), self._cells, strict=True))
        cells = CELLS.require(pl.DataFrame(columns, schema=CELLS.schema)).sort(
            "start", "end", descending=[False, True], maintain_order=True
        )
        parts = sorted(self.parts, key=lambda part: (part.start, -part.end))
        said = {name: value for name, value in properties.items() if value}
        return Document(
            "".join(self._pieces),
            properties=said,
            cells=cells,
            recognised=pl.concat(self._recognised),
            parts=tuple(parts),
        )
