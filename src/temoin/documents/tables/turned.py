"""Tables whose headers go down the first column, one record a column: found, and seen with rows for columns.

A turned table is read as if its sheet were turned over; the place of every cell stays that of the sheet.
"""

from collections.abc import Sequence
from dataclasses import replace

from temoin.documents.tables.blocks import Block, blocks_of
from temoin.documents.tables.cells import figure_of, is_missing
from temoin.documents.tables.days import day_of
from temoin.documents.tables.grid import Grid, Merged, Value
from temoin.documents.tables.headers import field_of, is_amount, measure_in, platform_in
from temoin.documents.tables.heading import Heading, hits, names_a_column, text_of_header
from temoin.documents.tables.plans import TablePlan
from temoin.documents.tables.regions import Apart, Region, find_regions
from temoin.words import Words

_FEWEST = 2
_MOST_HEADERS = 60
_LOOKED_AT = 20
_ABOVE = Words("au-dessus du tableau", "above the table")


def find_turned(grid: Grid) -> list[Block]:
    """Return the blocks of a sheet whose first column names what its rows hold, where no row names its columns.

    Examples
    --------
    >>> find_turned(Grid("s", [["Compte", "Ada", "Bo"], ["Abonnés", 1.0, 2.0], ["Vues", 3.0, 4.0]]))
    [Block(top=1, left=1, bottom=3, right=3)]
    >>> find_turned(Grid("s", [["Compte", "Abonnés", "Vues"], ["Ada", 1.0, 2.0], ["Bo", 3.0, 4.0]]))
    []
    """
    if not _may_hold_one(grid):
        return []
    return [block for whole in blocks_of(grid) if (block := _below_titles(grid, whole)) and _is_turned(grid, block)]


def _may_hold_one(grid: Grid) -> bool:
    """A quick look that spares a million rows a long one: few rows name what they hold."""
    return len(grid.rows) <= _MOST_HEADERS * _MOST_HEADERS


def _below_titles(grid: Grid, block: Block) -> Block | None:
    """The block without the lines above it that hold one text alone."""
    top = block.top
    while top < block.bottom and len(_held(grid, top, block)) == 1:
        top += 1
    return Block(top, block.left, block.bottom, block.right) if top < block.bottom else None


def _held(grid: Grid, row: int, block: Block) -> dict[int, Value]:
    cells = ((column, grid.at(row, column)) for column in range(block.left, block.right + 1))
    return {column: value for column, value in cells if not is_missing(value)}


def _is_turned(grid: Grid, block: Block) -> bool:
    if block.right == block.left or block.bottom - block.top >= _MOST_HEADERS:
        return False
    rows = range(block.top, block.bottom + 1)
    named = [name for row in rows if (name := text_of_header(grid.at(row, block.left)))]
    known = sum(1 for name in named if names_a_column(name))
    if known < _FEWEST or known * 2 < len(named) or len({*named}) < len(named):
        return False
    if any(figure_of(name, ",") for name in named):
        return False
    if not (
        _over_values_of_its_own(grid, block) if hits(grid, block.top, block) >= _FEWEST else _opens(grid, block, named)
    ):
        return False
    columns = range(block.left + 1, min(block.right, block.left + _LOOKED_AT) + 1)
    return any(figure_of(grid.at(row, column), ",") for row in rows for column in columns)


def _opens(grid: Grid, block: Block, named: Sequence[str]) -> bool:
    """Whether no row names columns; one whose cells do may be that of platforms where all first cells are fields."""
    if hits(grid, block.top + 1, block) < _FEWEST:
        return True
    return len(named) > _FEWEST and all(map(_is_field, named))


def _over_values_of_its_own(grid: Grid, block: Block) -> bool:
    """Whether the first row holds platforms or dates, as its first cell says, and the first column only fields."""
    held = _held(grid, block.top, block)
    corner = text_of_header(held.pop(block.left, None))
    below = [text_of_header(grid.at(row, block.left)) for row in range(block.top + 1, block.bottom + 1)]
    fields = [name for name in below if name]
    if len(fields) < _FEWEST or not all(map(_is_field, fields)):
        return False
    if all(day_of(value, "dmy", zone="UTC") for value in held.values()):
        return not corner or field_of(corner, "audience") == "observed_at"
    return field_of(corner, "audience") == "platform" and all(
        platform_in(text_of_header(each)) for each in held.values()
    )


def _is_field(name: str) -> bool:
    """Whether a text says what cells hold, and is not only the name of a platform."""
    return bool(field_of(name, "audience") or field_of(name, "ledger") or measure_in(name) or is_amount(name))


def turned(grid: Grid, block: Block) -> Grid:
    """Return a sheet that holds a block alone, rows for columns; the cell of row 2, column 5 is at row 5, column 2."""
    rows: list[list[Value]] = []
    for column in range(1, block.right + 1):
        inside = column >= block.left
        rows.append([None] * (block.top - 1) if inside else [])
        if inside:
            rows[-1] += [grid.at(row, column) for row in range(block.top, block.bottom + 1)]
    merged = tuple(
        Merged(each.left, each.top, each.right, each.bottom)
        for each in grid.merged
        if each.top >= block.top and each.bottom <= block.bottom
    )
    return Grid(grid.name, rows, merged, since_1904=grid.since_1904, turned=True, shows_formats=grid.shows_formats)


def without(grid: Grid, blocks: Sequence[Block]) -> Grid:
    """Return a sheet with blocks left empty."""
    rows = [list(cells) for cells in grid.rows]
    for block in blocks:
        for cells in rows[block.top - 1 : block.bottom]:
            cells[block.left - 1 : block.right] = [None] * len(cells[block.left - 1 : block.right])
    return replace(grid, rows=rows)


def turned_region(grid: Grid, block: Block, seen_turned: Grid) -> Region:
    """Return a turned block as a table of the turned sheet, with the titles that stand above it.

    Parameters
    ----------
    seen_turned : ``turned(grid, block)``
    """
    side = Block(block.left, block.top, block.right, block.bottom)
    found = find_regions(seen_turned)
    region = found[0] if found else _plainly(seen_turned, side)
    titles = tuple(
        Apart(row, "title", text, _ABOVE)
        for row in range(1, block.top)
        if (text := " | ".join(text_of_header(value) for value in grid.rows[row - 1] if not is_missing(value)))
    )
    return replace(region, apart=(*titles, *region.apart))


def _plainly(grid: Grid, block: Block) -> Region:
    """A table whose first line names its columns because somebody said so."""
    columns = tuple(range(block.left, block.right + 1))
    bottom = tuple(text_of_header(grid.at(block.top, column)) for column in columns)
    names = tuple(name or f"[{column}]" for name, column in zip(bottom, columns, strict=True))
    rows = tuple(row for row in range(block.top + 1, block.bottom + 1) if _held(grid, row, block))
    return Region(grid.name, Heading(block.top, block.top, columns, names, bottom), rows)


def block_of(region: Region, *, is_turned: bool) -> Block:
    """Return the place in the sheet of a table, header and rows, titles left out."""
    columns = region.heading.columns
    aside = {"title", "note"}
    last = max([region.heading.last, *region.rows, *(each.row for each in region.apart if each.kind not in aside)])
    if is_turned:
        return Block(columns[0], region.heading.first, columns[-1], last)
    return Block(region.heading.first, columns[0], last, columns[-1])


def seen(grid: Grid, plan: TablePlan) -> Grid:
    """Return the sheet of a table as its plan counts rows and columns: turned for a turned table."""
    if not plan.turned or grid.turned:
        return grid
    return turned(grid, block_of(plan.region, is_turned=True))
