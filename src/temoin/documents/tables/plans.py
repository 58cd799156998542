"""A table found in a file and what its columns are proposed to hold, as plans that others fill and read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temoin.documents.tables.grid import Grid, Place, Value
from temoin.documents.tables.headers import Meaning, TableName
from temoin.documents.tables.packed import InRows, PackedRows
from temoin.documents.tables.regions import Apart, Region
from temoin.documents.tables.units import Unit, unit_within
from temoin.words import Words

AROUND = ("@platform", "@measure", "@observed_at")
"""Columns that a table does not have: what its title or its sheet's name says of all its rows."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column and what it is proposed to hold.

    Parameters
    ----------
    name : its header; one of ``AROUND`` for what a title says
    number : of the column in the sheet; 0 for what a title says
    meaning : None for a column left out
    why : of the proposal
    examples : first cells as they stand
    """

    name: str
    number: int
    meaning: Meaning | None
    why: Words
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table found in a file, and how it is proposed to be read.

    Parameters
    ----------
    rank : of the table in its file, from 1
    key : of its header's words
    columns : in order; what titles say last
    problems : what a person must settle before the rows can be read, with what settles it
    told : what a person should hear of how it is read: its shape, what its cells settled, cells that are not readable
    turned : its headers go down the first column, a record a column; its region counts rows and columns so turned
    """

    rank: int
    region: Region
    key: str
    columns: tuple[ColumnPlan, ...]
    problems: tuple[Words, ...] = ()
    told: tuple[Words, ...] = ()
    turned: bool = False

    @property
    def sheet(self) -> str:
        """The sheet in which it stands."""
        return self.region.sheet

    @property
    def table(self) -> TableName | None:
        """The declared table that its rows would be of, the first of two; None where nothing was recognised."""
        return next((each.meaning.table for each in self.columns if each.meaning is not None), None)

    @property
    def apart(self) -> tuple[Apart, ...]:
        """Rows set apart."""
        return self.region.apart

    def place(self, row: int, column: int) -> Place:
        """Return the row and column in the sheet of a cell of the table, which may be turned."""
        return (column, row) if self.turned else (row, column)


def column_values(grid: Grid, region: Region, rank: int) -> Sequence[Value]:
    """Return the cells of a table's column, by its rank in the table from 0, row by row.

    Those of a large sheet are unpacked anew each time they are gone through: none of them is held.
    """
    place, rows = region.heading.columns[rank] - 1, grid.rows
    if isinstance(rows, PackedRows) and (column := rows.column(place)) is not None:
        return InRows(column, region.rows)
    return [cells[place] if place < len(cells := rows[row - 1]) else None for row in region.rows]


def values_of(grid: Grid, plan: TablePlan) -> Iterator[tuple[ColumnPlan, Sequence[Value]]]:
    """Yield each column that stands in the table with its cells, row by row."""
    for each in plan.columns:
        if each.number:
            yield each, column_values(grid, plan.region, plan.region.heading.columns.index(each.number))


def title_unit(region: Region) -> Unit:
    """Return the unit that the titles of a table say; a bare unit where they say none."""
    return next((found for title in region.titles if (found := unit_within(title)) != Unit()), Unit())
