"""A sheet as typed cells with their places, and a workbook as the text that shows them."""

import datetime as dt
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NoReturn, Self

import numpy as np
import polars as pl

from temoin.documents.document import CELLS, Document
from temoin.documents.tables.packed import PackedRows
from temoin.errors import InputError
from temoin.quantity import plain
from temoin.words import Words

MOST_CELLS = 8_000_000
"""Cells that hold something, all sheets of a file together."""
MOST_AREA = 40_000_000
"""Places from the first column to the last that holds something, row by row, all sheets together."""
MOST_LETTERS = 100_000_000
"""Characters in all cells together: one long text may be shared by many cells."""
_DIGITS_SAVED = 15
_CELLS_A_FRAME = 1 << 19
_LINES_A_PIECE = 4096


class Shown(float):
    """A number with the number format under which its file shows it, where that format says what it is."""

    __slots__ = ("shown_as",)

    def __new__(cls, value: float, shown_as: str) -> Self:
        """Return the number under its format, such as ``0%`` or ``#,##0 [$DH]``."""
        made = super().__new__(cls, value)
        made.shown_as = shown_as
        return made

    shown_as: str

    def __reduce__(self) -> tuple[type[Self], tuple[float, str]]:
        """Return what makes it again from its packed form."""
        return type(self), (float(self), self.shown_as)


Value = str | float | bool | dt.date | dt.datetime | dt.time | None
"""What a file says that a cell holds; a text is left as written, a number is a float as spreadsheets save it."""
Place = tuple[int, int]
"""Row and column, both from 1."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells merged into one: first and last row and column, all inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet.

    Parameters
    ----------
    name : of the sheet; unique in its file
    rows : the first row first; each reaches to its last column that holds something
    merged : merged ranges; the value stands in the first cell
    formulas : places whose value a formula gave when the file was last saved; no formula is ever calculated
    unsaved : places of formulas saved without a value: they are missing
    hidden : the sheet does not show when the file opens
    since_1904 : its serial numbers count days from 1904 and not from 1900
    widths : cells of each row as its file parts them, empty ones at the end too; none where a file does not part them
    shows_formats : its file gives the number formats of its cells
    turned : its rows are the columns of the sheet as saved
    """

    name: str
    rows: Sequence[Sequence[Value]]
    merged: tuple[Merged, ...] = ()
    formulas: frozenset[Place] = frozenset()
    unsaved: frozenset[Place] = frozenset()
    hidden: bool = False
    since_1904: bool = False
    turned: bool = False
    shows_formats: bool = True
    widths: Sequence[int] = ()

    def at(self, row: int, column: int) -> Value:
        """Return what a cell holds, row and column from 1; None for an empty one or beyond the sheet."""
        if not 0 < row <= len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if 0 < column <= len(cells) else None

    def held(self) -> Iterator[tuple[int, int, Value]]:
        """Yield row, column and value of every cell that holds something, row by row."""
        for number, cells in enumerate(self.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None and value != "":
                    yield number, column, value


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file and what a person should hear of them."""

    grids: tuple[Grid, ...]
    told: tuple[Words, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)


class Filling:
    """Rows being filled cell by cell, under a common limit for a whole file.

    Raises
    ------
    InputError : more cells, or a wider spread of them, than a table of people has
    """

    def __init__(self, read: str, before: "Filling | None" = None) -> None:
        self.rows: PackedRows[Value] = PackedRows()
        self._read = read
        self.cells: int = before.cells if before else 0
        self.area: int = before.area if before else 0
        self.letters: int = before.letters if before else 0

    def put(self, row: int, column: int, value: Value) -> None:
        """Put a value at a place; a later one at the same place stands."""
        cells = self.rows.row(row)
        if column > len(cells):
            self.area += column - len(cells)
            if self.area > MOST_AREA:
                self._refuse()
            cells.extend([None] * (column - len(cells)))
        cells[column - 1] = value
        self.cells += 1
        if isinstance(value, str):
            self.letters += len(value)
        if self.cells > MOST_CELLS or self.letters > MOST_LETTERS:
            self._refuse()

    def _refuse(self) -> NoReturn:
        raise InputError(
            self._read,
            Words(
                f"plus de {MOST_CELLS // 1_000_000} millions de cellules, ou des cellules trop éparses",
                f"more than {MOST_CELLS // 1_000_000} million cells, or cells too far apart",
            ),
            Words("ajoutez les feuilles utiles une à une, en CSV", "add the sheets that matter one by one, as CSV"),
        )


def decimal_of(value: float) -> Decimal:
    """Return the decimal that a saved number stands for: fifteen significant digits, as spreadsheets show at most.

    Examples
    --------
    >>> decimal_of(0.1 + 0.2)
    Decimal('0.3')
    """
    return Decimal(repr(value)) if isinstance(value, int) else Decimal(f"{float(value):.{_DIGITS_SAVED}g}")


def text_of(value: Value) -> str:
    """Return a cell as one line of text: numbers plain, dates ISO, a percentage as shown.

    Examples
    --------
    >>> text_of(1234.5), text_of(Shown(0.18, "0%")), text_of(dt.date(2031, 4, 5)), text_of(None)
    ('1234.5', '18\\xa0%', '2031-04-05', '')
    """
    if isinstance(value, str):
        return value if value.isprintable() else " ".join(value.split())
    if value is None:
        return ""
    return _text_of_other(value)


def _text_of_other(value: float | dt.date | dt.time) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case Shown() if "%" in value.shown_as:
            return f"{plain(decimal_of(value) * 100)}\u00a0%"
        case float() | int():
            return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else plain(decimal_of(value))
        case dt.datetime() if value.time() != dt.time(0):
            return value.isoformat(" ", "seconds")
    return value.date().isoformat() if isinstance(value, dt.datetime) else value.isoformat()


def document_of(book: Book) -> Document:
    """Return a readable text of all sheets: their names as headings, one line a row, cells between tabs."""
    writing = _Writing()
    for grid in book.grids:
        writing.sheet(grid)
    return Document(writing.text(), properties=book.properties, cells=writing.cells())


class _Writing:
    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._lines: list[str] = []
        self._length = 0
        self._frames: list[pl.DataFrame] = []

    def sheet(self, grid: Grid) -> None:
        if self._length:
            self._line("")
        self._line(f"# {grid.name}")
        placed = _Placed(grid.name)
        for number, cells in enumerate(grid.rows, 1):
            at = self._length
            texts = [text_of(value) for value in cells]
            for column, text in enumerate(texts, 1):
                if text:
                    placed.add(number, column, at, at + len(text))
                at += len(text) + 1
            if texts:
                self._line("\t".join(texts))
            if len(placed) >= _CELLS_A_FRAME:
                self._frames.append(placed.frame())
        self._frames.append(placed.frame())

    def _line(self, text: str) -> None:
        self._lines.append(text)
        self._length += len(text) + 1
        if len(self._lines) >= _LINES_A_PIECE:
            self._join()

    def _join(self) -> None:
        # Longer strings are fewer: each one costs fifty bytes beside its characters.
        self._pieces.append("".join(f"{line}\n" for line in self._lines))
        self._lines = []

    def text(self) -> str:
        self._join()
        return "".join(self._pieces)

    def cells(self) -> pl.DataFrame:
        return pl.concat([CELLS.empty(), *(frame.select(CELLS.schema.names()) for frame in self._frames)])


class _Placed:
    """Places of cells as machine numbers: a million rows would need gigabytes as Python ones."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._numbers = [array("I") for _ in range(4)]

    def __len__(self) -> int:
        return len(self._numbers[0])

    def add(self, *numbers: int) -> None:
        for held, number in zip(self._numbers, numbers, strict=True):
            held.append(number)

    def frame(self) -> pl.DataFrame:
        named = zip(("row", "column", "start", "end"), self._numbers, strict=True)
        frame = pl.DataFrame({name: np.frombuffer(numbers, np.uint32) for name, numbers in named})
        self._numbers = [array("I") for _ in range(4)]
        return frame.with_columns(sheet=pl.lit(self._sheet, pl.Utf8))


def renamed(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return sheets under names that differ: a name that comes twice takes its rank."""
    seen: dict[str, int] = {}
    found = []
    for grid in grids:
        seen[grid.name] = seen.get(grid.name, 0) + 1
        found.append(grid if seen[grid.name] == 1 else replace(grid, name=f"{grid.name} ({seen[grid.name]})"))
    return tuple(found)
