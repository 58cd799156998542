"""The header of a table: the row that names its columns, the level above or below it, the units under it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from temoin.documents.tables.blocks import Block
from temoin.documents.tables.cells import figure_of, is_missing
from temoin.documents.tables.days import day_of
from temoin.documents.tables.grid import Grid, Value, text_of
from temoin.documents.tables.headers import field_of, is_amount, measure_in, platform_in
from temoin.documents.tables.units import Unit, unit_in

_LOOKED_AT = 40
_LONGEST = 120
_WIDEST = 400


@dataclass(frozen=True, slots=True)
class Heading:
    """The header of a table.

    Parameters
    ----------
    first, last : its rows, title rows left out, the row of units inside
    columns : numbers of the table's columns, in order
    names : a name a column; two levels are joined ("Facebook / Abonnés"); ``[C]`` for a column without one
    bottom : the row that names the columns one by one
    unit_row : the row of units under it; 0 where there is none
    units : a unit a column, from that row
    """

    first: int
    last: int
    columns: tuple[int, ...]
    names: tuple[str, ...]
    bottom: tuple[str, ...]
    unit_row: int = 0
    units: tuple[Unit, ...] = ()

    def repeats(self, held: Mapping[int, Value]) -> bool:
        """Return whether the cells of a row are the header's own words."""
        names = dict(zip(self.columns, self.bottom, strict=True))
        return len(held) > 1 and all(text_of_header(value) == names.get(column) for column, value in held.items())


def find_heading(grid: Grid, block: Block) -> Heading | None:
    """Return the header of a block: the first row whose words name columns, or the first of words over numbers.

    Returns
    -------
    None where no row names columns: the block goes on with another table, or is words alone
    """
    if block.right == block.left or block.bottom == block.top or block.right - block.left > _WIDEST:
        return None
    last = min(block.bottom - 1, block.top + _LOOKED_AT)
    for row in range(block.top, last + 1):
        if hits(grid, row, block) >= 2:
            return _levels(grid, row, block)
    for row in range(block.top, last + 1):
        if _is_over_numbers(grid, row, block):
            return _levels(grid, row, block)
    return None


def table_like(grid: Grid, block: Block) -> bool:
    """Return whether a block can stand alone: its first column names what its rows are about."""
    for row in range(block.top, min(block.bottom, block.top + _LOOKED_AT) + 1):
        value = grid.at(row, block.left)
        if row > block.top + 1 and isinstance(value, str) and figure_of(value, ",") is None and not is_missing(value):
            return True
    return block.right - block.left > 0 and find_heading(grid, block) is not None and block.left != block.right


def goes_on(grid: Grid, left: Block, right: Block) -> bool:
    """Return whether two blocks of the same rows are one table with a blank column inside.

    Their headers stand on the same row and repeat nothing, and one of them names nobody or counts nothing.
    """
    names = [
        [text_of_header(value) for value in _row(grid, left.top, each).values() if _is_name(value)]
        for each in (left, right)
    ]
    if not all(names) or left.top == left.bottom or {*names[0]} & {*names[1]}:
        return False
    return any(map(names_a_column, names[1])) and not all(_is_complete(each) for each in names)


_WHO = {"account", "entity", "payer", "payee", "object"}


def _is_complete(names: list[str]) -> bool:
    """Whether headers name somebody and count something."""
    fields = {field_of(name, table) for name in names for table in ("audience", "ledger")}
    counts = any(measure_in(name) or is_amount(name) or platform_in(name) for name in names)
    return bool(fields & _WHO) and (counts or "value" in fields)


def column_letters(number: int) -> str:
    """Return a column's letters from its number.

    Examples
    --------
    >>> column_letters(3), column_letters(28)
    ('C', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def text_of_header(value: Value) -> str:
    """Return a cell of a header as one line of text; a date is a day, whatever the clock beside it."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return " ".join(text_of(value).split())


def _row(grid: Grid, row: int, block: Block) -> dict[int, Value]:
    found = {column: grid.at(row, column) for column in range(block.left, block.right + 1)}
    return {column: value for column, value in found.items() if value is not None and text_of_header(value)}


def _is_name(value: Value) -> bool:
    return isinstance(value, str) and any(sign.isalpha() for sign in value) and len(value) <= _LONGEST


def _is_day(value: Value) -> bool:
    if isinstance(value, dt.date):
        return True
    if isinstance(value, str):
        return day_of(value, "dmy", zone="UTC") is not None
    return isinstance(value, float) and value.is_integer() and 1990 <= value <= 2100


def hits(grid: Grid, row: int, block: Block) -> int:
    """Return how many cells of a row are words of headers; none where one of its cells cannot be a header."""
    held = _row(grid, row, block)
    if len(held) < 2 or not all(_is_name(value) or _is_day(value) for value in held.values()):
        return 0
    names = [text_of_header(value) for value in held.values() if _is_name(value) and not _is_day(value)]
    days = len(held) - len(names)
    if len(set(names)) < len(names) / 2 or (not names and not _has_corner(grid, row, block, held)):
        return 0
    known = sum(1 for name in names if names_a_column(name))
    return known + (days if days > 1 and (known or _is_first(grid, row, block)) and len(names) <= days + 1 else 0)


def _has_corner(grid: Grid, row: int, block: Block, held: Mapping[int, Value]) -> bool:
    """Whether a row of dates leaves its first cell blank over names."""
    return block.left not in held and row < block.bottom and _is_name(grid.at(row + 1, block.left))


def _is_first(grid: Grid, row: int, block: Block) -> bool:
    """Whether nothing but titles stands above a row of its block."""
    return all(len(_row(grid, above, block)) < 2 for above in range(block.top, row))


def names_a_column(name: str) -> bool:
    """Return whether a text is a word of headers."""
    if len(name) > 60:
        return False
    known = field_of(name, "audience") or field_of(name, "ledger") or measure_in(name) or platform_in(name)
    return bool(known) or is_amount(name)


def _is_over_numbers(grid: Grid, row: int, block: Block) -> bool:
    held = _row(grid, row, block)
    if len(held) < 2 or block.bottom - row < 2 or not all(_is_name(value) for value in held.values()):
        return False
    below = [_row(grid, row + step, block) for step in (1, 2)]
    return all(any(figure_of(value, ",") for column, value in cells.items() if column in held) for cells in below)


def _levels(grid: Grid, row: int, block: Block) -> Heading:
    top = row - 1 if row > block.top and _groups(grid, row - 1, row, block) else row
    bottom = row
    if top == row and row + 1 < block.bottom and _groups(grid, row, row + 1, block):
        bottom = row + 1
    upper = _filled(grid, top, bottom, block) if top != bottom else {}
    lower = {column: text_of_header(value) for column, value in _row(grid, bottom, block).items()}
    unit_row = bottom + 1 if _is_units(grid, bottom + 1, block) else 0
    last = unit_row or bottom
    columns = tuple(column for column in range(block.left, block.right + 1) if _used(grid, column, bottom, block))
    names = tuple(_name(upper.get(column, ""), lower.get(column, ""), column) for column in columns)
    units = tuple(unit_in(text_of_header(grid.at(unit_row, column))) for column in columns) if unit_row else ()
    return Heading(top, last, columns, names, tuple(lower.get(column, "") for column in columns), unit_row, units)


def _name(upper: str, lower: str, column: int) -> str:
    if upper and lower and upper != lower:
        return f"{upper} / {lower}"
    return lower or upper or f"[{column_letters(column)}]"


def _used(grid: Grid, column: int, header: int, block: Block) -> bool:
    if grid.at(header, column) is not None:
        return True
    return any(not is_missing(grid.at(row, column)) for row in range(header, block.bottom + 1))


def _groups(grid: Grid, upper: int, lower: int, block: Block) -> bool:
    """Whether a row names groups of the columns that the next row names one by one."""
    above, below = _row(grid, upper, block), _row(grid, lower, block)
    if not above or not below or not all(_is_name(value) or _is_day(value) for value in above.values()):
        return False
    if not all(_is_name(value) or isinstance(value, dt.date) for value in below.values()) or lower + 1 > block.bottom:
        return False
    spans = [each for each in grid.merged if each.top == upper and each.right > each.left and each.left in above]
    whole = any(each.left <= block.left and each.right >= block.right for each in spans)
    if whole or (len(above) == 1 and not spans and next(iter(above)) == block.left):
        return False
    opened = [column for column in below if column not in above]
    return bool(opened) and bool(
        spans or len(above) > 1 or any(platform_in(text_of_header(each)) for each in above.values())
    )


def _filled(grid: Grid, upper: int, lower: int, block: Block) -> dict[int, str]:
    """The group of each column: by its merged cell, else the last group written to its left."""
    above, below = _row(grid, upper, block), _row(grid, lower, block)
    found = {column: text_of_header(value) for column, value in above.items()}
    spans = [each for each in grid.merged if each.top <= upper <= each.bottom and each.left in above]
    for span in spans:
        found.update(dict.fromkeys(range(span.left, span.right + 1), text_of_header(above[span.left])))
    current, until = "", 0
    for column in range(block.left, block.right + 1):
        if column in found:
            current = found[column]
            span_here = next((each for each in spans if each.left <= column <= each.right), None)
            until = span_here.right if span_here else block.right
        elif column in below and column <= until and current and not spans:
            found[column] = current
    return found


def _is_units(grid: Grid, row: int, block: Block) -> bool:
    if row >= block.bottom:
        return False
    held = [text_of_header(value) for value in _row(grid, row, block).values()]
    known = [text for text in held if unit_in(text) != Unit()]
    counted = [text for text in held if text.casefold().strip("() ") in {"nombre", "nb", "unités", "number", "texte"}]
    return bool(known) and len(known) + len(counted) == len(held) and not any(figure_of(text) for text in held)
