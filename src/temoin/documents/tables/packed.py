"""The rows of a large sheet held in little memory: packed a block at a time, unpacked where they are asked for.

A million rows as lists of Python values take hundreds of megabytes; packed, some tens. Rows are mostly read in their
order, so that a block is unpacked once a pass.
"""

import pickle
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

_MOST_ROWS = 512
_MOST_PLACES = 1 << 16
_FASTEST = 1
_FEWEST_ROWS = 4096
_MOST_COLUMNS = 64
_CELLS_A_BLOCK = 8192
Cell = TypeVar("Cell")


class PackedRows(Sequence[list[Cell]]):
    """Rows that grow at their end; those of full blocks are packed.

    Examples
    --------
    >>> rows = PackedRows()
    >>> rows.row(3).append("a")
    >>> len(rows), rows[2], rows[0]
    (3, ['a'], [])
    """

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._firsts: list[int] = []
        # Changed after their block was packed: programs write rows in order, so they are few.
        self._late: dict[int, list[Cell]] = {}
        self._open: list[list[Cell]] = []
        self._open_first = 0
        self._places = 0
        self._seen: list[list[Cell]] = []
        self._seen_first = 0
        self._columns: list[PackedColumn[Cell | None]] | None = None

    def row(self, number: int) -> list[Cell]:
        """Return a row to be changed, by its number from 1; rows up to it come to be, empty."""
        index = number - 1
        self._columns = None
        while index >= self._open_first + len(self._open):
            if len(self._open) >= _MOST_ROWS or self._places >= _MOST_PLACES:
                self._pack()
            self._places += len(self._open[-1]) if self._open else 0
            self._open.append([])
        if index >= self._open_first:
            return self._open[index - self._open_first]
        if index not in self._late:
            self._late[index] = list(self[index])
        return self._late[index]

    def column(self, index: int) -> "PackedColumn[Cell | None] | None":
        """Return the cells of a column by its index from 0, None in a row that ends before it.

        Returns
        -------
        None for a sheet of few rows or of many columns, which is read by rows
        """
        if self._columns is None:
            self._columns = self._by_columns()
        return self._columns[index] if index < len(self._columns) else None

    def _by_columns(self) -> "list[PackedColumn[Cell | None]]":
        """One pass over the rows: a column is asked for many times, and without those beside it is soon unpacked."""
        width = max(map(len, self), default=0) if len(self) >= _FEWEST_ROWS else 0
        if not 0 < width <= _MOST_COLUMNS:
            return []
        columns = [PackedColumn[Cell | None]() for _ in range(width)]
        for first in range(0, len(self), _CELLS_A_BLOCK):
            block = [self[index] for index in range(first, min(first + _CELLS_A_BLOCK, len(self)))]
            for rank, column in enumerate(columns):
                column.add([cells[rank] if rank < len(cells) else None for cells in block])
        return columns

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._open_first + len(self._open)

    @overload
    def __getitem__(self, index: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[Cell]]: ...
    def __getitem__(self, index: int | slice) -> list[Cell] | list[list[Cell]]:
        """Return a row by its index from 0, or several."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if self._late and index in self._late:
            return self._late[index]
        within = index - self._seen_first
        if 0 <= within < len(self._seen):
            return self._seen[within]
        return self._far(index)

    def __iter__(self) -> Iterator[list[Cell]]:
        """Yield the rows in order."""
        for index in range(len(self)):
            yield self[index]

    def _far(self, index: int) -> list[Cell]:
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        if index in self._late:
            return self._late[index]
        if index >= self._open_first:
            return self._open[index - self._open_first]
        rank = bisect_right(self._firsts, index) - 1
        self._seen = pickle.loads(zlib.decompress(self._blocks[rank]))  # noqa: S301  # packed below, never from a file
        self._seen_first = self._firsts[rank]
        return self._seen[index - self._seen_first]

    def _pack(self) -> None:
        self._firsts.append(self._open_first)
        self._blocks.append(zlib.compress(pickle.dumps(self._open, pickle.HIGHEST_PROTOCOL), _FASTEST))
        self._open_first += len(self._open)
        self._open, self._places = [], 0


class PackedColumn(Sequence[Cell]):
    """The cells of one column, packed by blocks of one size; the last one may be shorter."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._length = 0

    def add(self, cells: list[Cell]) -> None:
        """Put a block of cells at the end."""
        self._blocks.append(zlib.compress(pickle.dumps(cells, pickle.HIGHEST_PROTOCOL), _FASTEST))
        self._length += len(cells)

    def block(self, rank: int) -> list[Cell]:
        """Return a block of cells by its rank from 0."""
        return list(pickle.loads(zlib.decompress(self._blocks[rank])))  # noqa: S301  # packed above

    def __len__(self) -> int:
        """Return how many cells there are."""
        return self._length

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> list[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | list[Cell]:
        """Return a cell by its index from 0, or several."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if not 0 <= index < self._length:
            raise IndexError(index)
        return self.block(index // _CELLS_A_BLOCK)[index % _CELLS_A_BLOCK]

    def __iter__(self) -> Iterator[Cell]:
        """Yield the cells in order."""
        for rank in range(len(self._blocks)):
            yield from self.block(rank)


class InRows(Sequence[Cell]):
    """The cells of a packed column in some of its rows, in rising order, unpacked as they are asked for.

    Parameters
    ----------
    rows : their numbers, from 1
    """

    def __init__(self, column: PackedColumn[Cell], rows: Sequence[int]) -> None:
        self._column = column
        self._rows = rows

    def __len__(self) -> int:
        """Return how many cells there are."""
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> list[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | list[Cell]:
        """Return a cell by its rank among the rows, or several."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        return self._column[self._rows[index] - 1]

    def __iter__(self) -> Iterator[Cell]:
        """Yield the cells in order."""
        block: list[Cell] = []
        first = 0
        for row in self._rows:
            within = row - 1 - first
            if not 0 <= within < len(block):
                rank = (row - 1) // _CELLS_A_BLOCK
                block, first = self._column.block(rank), rank * _CELLS_A_BLOCK
                within = row - 1 - first
            yield block[within]
