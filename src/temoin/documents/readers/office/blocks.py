"""Paragraphs, tables, notes and comments of a written document: rows a line, cells a tab apart, each with its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from temoin.documents.readers.writing import LINE, PARAGRAPH, Mark, Writing


@dataclass(slots=True)
class _Open:
    name: str
    row: int = 0
    column: int = 0
    span: int = 1
    row_mark: Mark = field(default_factory=list)
    cell_mark: Mark = field(default_factory=list)


class TextTables:
    """The tables of one document, named by their rank: "1", "2"...; one inside a cell has a name of its own.

    A merged cell stands at its first row and column; the cells it covers have no place.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._open: list[_Open] = []
        self._count = 0

    @property
    def inside(self) -> bool:
        """Whether a table is open."""
        return bool(self._open)

    def begin_table(self) -> None:
        """Open a table, perhaps inside a cell of another."""
        self._count += 1
        self._writing.gap(LINE if self._open else PARAGRAPH)
        self._open.append(_Open(str(self._count)))

    def end_table(self) -> None:
        """Close the innermost table."""
        if self._open:
            self._open.pop()
            self._writing.gap(LINE if self._open else PARAGRAPH)

    def begin_row(self, times: int = 1) -> None:
        """Open a row; ``times`` rows where the file says that one is repeated."""
        if self._open:
            table = self._open[-1]
            table.row, table.column, table.span = table.row + times, 0, 1
            self._writing.gap(LINE)
            table.row_mark = self._writing.begin()

    def end_row(self) -> None:
        """Close a row."""
        if self._open:
            self._writing.finish(self._open[-1].row_mark)
            self._writing.end_row()

    def skip(self, columns: int) -> None:
        """Leave columns without a cell, before the next one."""
        if self._open:
            self._open[-1].column += columns

    def begin_cell(self) -> None:
        """Open a cell in the next column."""
        if self._open:
            table = self._open[-1]
            if table.column:
                self._writing.tab(table.row_mark)
            table.column += table.span
            table.span = 1
            table.cell_mark = self._writing.begin()

    def widen(self, columns: int) -> None:
        """Say over how many columns the open cell reaches."""
        if self._open:
            self._open[-1].span = max(columns, 1)

    def end_cell(self) -> None:
        """Close a cell and keep its place."""
        if self._open:
            table = self._open[-1]
            self._writing.cell(table.name, table.row, table.column, self._writing.finish(table.cell_mark))


class Blocks:
    """The blocks of an office document, written one after the other.

    Parameters
    ----------
    writing : where they are written
    """

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self.tables = TextTables(writing)
        self.comments = 0
        self._held = ""
        self._prefix = ""
        self._seen: set[str] = set()

    def add(self, label: str, words: str, *, ends: bool = True) -> None:
        """Write a paragraph after its number or bullet; one that does not end goes on with the next."""
        self._held += f"{label} {words.lstrip()}" if label and words.strip() else words
        if ends:
            self.flush(LINE if label else PARAGRAPH)

    def flush(self, gap: str = PARAGRAPH) -> None:
        """Write what was held of a paragraph that did not end."""
        if words := self._held.strip(" \t\n"):
            self.writing.paragraph(self._prefix + words, LINE if self.tables.inside else gap)
            self._prefix = ""
        self._held = ""

    @contextmanager
    def marked(self, mark: str) -> Iterator[None]:
        """Put a mark before the first paragraph that is written within, and a gap after the last."""
        self._prefix = f"{mark} "
        yield
        self.flush()
        self._prefix = ""
        self.writing.gap(PARAGRAPH)

    @contextmanager
    def comment(self, author: str, made: str) -> Iterator[None]:
        """Write what comes within as a comment: marked, and a part of its own."""
        mark = self.writing.begin()
        with self.marked(f"[✎ {author}]" if author else "[✎]"):
            yield
        if (span := self.writing.finish(mark)) is not None:
            self.comments += 1
            self.writing.part(author, "comment", span, properties={"created": made} if made else {})

    def is_new(self, root: etree._Element) -> bool:
        """Return whether a header or footer has words that none had before."""
        words = "".join(root.itertext())
        is_new = words not in self._seen and any(character.isalpha() for character in words)
        self._seen.add(words)
        return is_new


def tracked(inserted: int, deleted: int) -> str:
    """Return how many insertions were read and deletions left out; empty for none.

    Examples
    --------
    >>> tracked(2, 1)
    'inserted 2, deleted 1'
    """
    return f"inserted {inserted}, deleted {deleted}" if inserted or deleted else ""
