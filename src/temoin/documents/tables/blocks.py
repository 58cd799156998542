"""A sheet cut at its blank rows and columns: blocks of cells that stand together."""

from collections.abc import Sequence
from dataclasses import dataclass

from temoin.documents.tables.grid import Grid, Value

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of a sheet: first and last row and column, all inside."""

    top: int
    left: int
    bottom: int
    right: int


def blocks_of(grid: Grid) -> list[Block]:
    """Return the blocks of a sheet, in order of top row, then left column.

    Examples
    --------
    >>> blocks_of(Grid("s", [["a", 1.0, None, "b"], ["c", 2.0]]))
    [Block(top=1, left=1, bottom=2, right=2), Block(top=1, left=4, bottom=1, right=4)]
    """
    width = max((len(cells) for cells in grid.rows), default=0)
    if not width:
        return []
    whole = Block(1, 1, len(grid.rows), width)
    return sorted(_cut(grid.rows, whole, 0), key=lambda block: (block.top, block.left))


def _cut(rows: Sequence[Sequence[Value]], block: Block, depth: int) -> list[Block]:
    bands = _bands(rows, block)
    if depth >= _DEEPEST:
        return bands
    found: list[Block] = []
    for band in bands:
        parts = _parts(rows, band)
        if len(parts) > 1:
            found.extend(piece for part in parts for piece in _cut(rows, part, depth + 1))
        else:
            found.extend(parts)
    return found


def _bands(rows: Sequence[Sequence[Value]], block: Block) -> list[Block]:
    """Stretches of rows that hold something."""
    found: list[Block] = []
    first = 0
    for number in range(block.top, block.bottom + 2):
        held = number <= block.bottom and any(map(_holds, rows[number - 1][block.left - 1 : block.right]))
        if held and not first:
            first = number
        elif not held and first:
            found.append(Block(first, block.left, number - 1, block.right))
            first = 0
    return found


def _parts(rows: Sequence[Sequence[Value]], block: Block) -> list[Block]:
    """Stretches of columns that hold something."""
    held: set[int] = set()
    width = block.right - block.left + 1
    for number in range(block.top, block.bottom + 1):
        cells = rows[number - 1]
        held.update(
            column for column in range(block.left, min(block.right, len(cells)) + 1) if _holds(cells[column - 1])
        )
        if len(held) == width:
            break
    found: list[Block] = []
    for column in sorted(held):
        if found and found[-1].right == column - 1:
            found[-1] = Block(block.top, found[-1].left, block.bottom, column)
        else:
            found.append(Block(block.top, column, block.bottom, column))
    return found


def _holds(value: Value) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))
