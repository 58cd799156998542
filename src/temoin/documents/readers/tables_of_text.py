"""Tables inside a written document: rows a line, cells a tab apart, each with its place."""

from dataclasses import dataclass, field

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
