"""The tables of a sheet: their header, their rows, and what is set apart; nothing is dropped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from temoin.documents.tables import vocabulary
from temoin.documents.tables.blocks import Block, blocks_of
from temoin.documents.tables.cells import figure_of, is_missing
from temoin.documents.tables.grid import Grid, Value, text_of
from temoin.documents.tables.heading import Heading, find_heading, goes_on, table_like
from temoin.documents.tables.labels import kind_of_label, may_label
from temoin.words import Words

ApartKind = Literal["title", "header", "unit", "total", "subtotal", "average", "note", "group", "ragged"]
APART: dict[ApartKind, Words] = {
    "title": Words("titre", "title"),
    "header": Words("en-tête répété", "repeated header"),
    "unit": Words("unités", "units"),
    "total": Words("total", "total"),
    "subtotal": Words("sous-total", "sub-total"),
    "average": Words("moyenne ou part", "average or share"),
    "note": Words("note", "note"),
    "group": Words("intertitre", "heading inside the table"),
    "ragged": Words("ligne plus longue que l’en-tête", "row longer than its header"),
}
_NOTE = re.compile(vocabulary.NOTES)


@dataclass(frozen=True, slots=True)
class Apart:
    """A row that is none of the table's rows: what it is, its words, and why it is taken so."""

    row: int
    kind: ApartKind
    text: str
    why: Words


@dataclass(frozen=True, slots=True)
class Region:
    """A table of a sheet.

    Parameters
    ----------
    sheet : its sheet
    heading : its header rows and the names of its columns
    rows : numbers of its rows of data, in order
    apart : rows set apart, in order
    """

    sheet: str
    heading: Heading
    rows: Sequence[int]
    apart: tuple[Apart, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands above the table."""
        return tuple(each.text for each in self.apart if each.kind == "title")


def find_regions(grid: Grid) -> list[Region]:
    """Return the tables of a sheet, from top to bottom and left to right.

    Blank rows and columns part blocks; a block without a header goes on with the table above it; a text above a table
    is its title, below it a note. Totals by their sum are found once columns are known: ``totals.set_totals_apart``.
    """
    found: list[Region] = []
    loose: list[Block] = []
    for block in _joined(grid, blocks_of(grid)):
        heading = find_heading(grid, block)
        if heading is not None:
            above = [each for each in loose if _over(each, heading)]
            loose = [each for each in loose if each not in above]
            found.append(_region(grid, block, heading, above))
        elif (rank := _continued(found, block)) is not None and not _is_title(grid, block):
            found[rank] = _extended(grid, found[rank], block)
        else:
            loose.append(block)
    return _with_notes(grid, found, loose)


def _joined(grid: Grid, blocks: list[Block]) -> list[Block]:
    """Blocks side by side are one table where the right one names nothing: a blank column stands between."""
    joined: list[Block] = []
    for block in blocks:
        beside = next((each for each in joined if each.top == block.top and each.bottom == block.bottom), None)
        if beside is not None and (not table_like(grid, block) or goes_on(grid, beside, block)):
            joined[joined.index(beside)] = Block(beside.top, beside.left, beside.bottom, block.right)
        else:
            joined.append(block)
    return joined


def _over(block: Block, heading: Heading) -> bool:
    """A block that ends above a table and shares a column with it, or that stands right beside its corner."""
    left, right = heading.columns[0], heading.columns[-1]
    return block.bottom < heading.first and block.left <= right and block.right >= left


def _continued(found: list[Region], block: Block) -> int | None:
    for rank in range(len(found) - 1, -1, -1):
        columns = found[rank].heading.columns
        if columns[0] <= block.left <= columns[-1] and found[rank].heading.last < block.top:
            return rank
    return None


def _is_title(grid: Grid, block: Block) -> bool:
    """A line or two of words alone, that no note's sign begins."""
    texts = list(_texts(grid, block))
    lonely = len(texts) == block.bottom - block.top + 1
    return lonely and not any(_is_note(text) for _, text in texts) and all(_is_wordy(text) for _, text in texts)


def _is_wordy(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _texts(grid: Grid, block: Block) -> Iterable[tuple[int, str]]:
    for row in range(block.top, block.bottom + 1):
        for column in range(block.left, block.right + 1):
            value = grid.at(row, column)
            if value is not None and (text := text_of(value).strip()):
                yield row, text


def _region(grid: Grid, block: Block, heading: Heading, above: list[Block]) -> Region:
    why = Words("au-dessus du tableau", "above the table")
    titles = [Apart(row, "title", text, why) for each in above for row, text in _lines(grid, each)]
    inside = Block(block.top, block.left, heading.first - 1, block.right)
    titles += [Apart(row, "title", text, why) for row, text in _lines(grid, inside)]
    units = []
    if heading.unit_row:
        line = _line(grid, heading.unit_row, block)
        units.append(Apart(heading.unit_row, "unit", line, Words("que des unités", "nothing but units")))
    start = Region(grid.name, heading, (), (*titles, *units))
    return _extended(grid, start, Block(heading.last + 1, block.left, block.bottom, block.right))


def _lines(grid: Grid, block: Block) -> Iterable[tuple[int, str]]:
    for row in range(block.top, block.bottom + 1):
        if text := _line(grid, row, block):
            yield row, text


def _line(grid: Grid, row: int, block: Block) -> str:
    values = (grid.at(row, column) for column in range(block.left, block.right + 1))
    return " | ".join(text for value in values if value is not None and (text := text_of(value).strip()))


def _extended(grid: Grid, region: Region, block: Block) -> Region:
    rows = list(region.rows)
    apart = list(region.apart)
    heading_end = region.heading.columns[-1]
    for row in range(block.top, block.bottom + 1):
        found = _apart(grid, region.heading, row)
        beyond = Block(row, heading_end + 1, row, block.right)
        is_ragged = found is not None and found.kind == "ragged"
        if not is_ragged and heading_end < block.right and (line := _line(grid, row, beyond)):
            why = Words("à droite de la dernière colonne", "right of the last column")
            apart.append(Apart(row, "note", line, why))
        if found is not None:
            apart.append(found)
        elif any(not is_missing(value) for _, value in _cells(grid, region.heading, row)):
            rows.append(row)
    return replace(region, rows=rows, apart=tuple(apart))


def _apart(grid: Grid, heading: Heading, row: int) -> Apart | None:
    if _is_ragged(grid, heading, row):
        line = " | ".join(text for value in grid.rows[row - 1] if (text := text_of(value).strip()))
        return Apart(row, "ragged", line, Words("plus de cellules que l’en-tête", "more cells than the header"))
    held = [(column, value) for column, value in _cells(grid, heading, row) if value is not None and str(value).strip()]
    if not held or not isinstance(held[0][1], str) or not _may_be_apart(heading, held[0], len(held)):
        return None
    label = held[0][1].strip()
    line = " | ".join(text_of(value).strip() for _, value in held)
    if len(held) == 1:
        return _alone(heading, row, label, line)
    if heading.repeats(dict(held)):
        return Apart(row, "header", line, Words("les mots de l’en-tête", "the words of the header"))
    kind = kind_of_label(label)
    if kind is not None and any(not _is_text(value) for _, value in held[1:]):
        return Apart(row, kind, line, Words(f"intitulé « {label} »", f'labelled "{label}"'))
    return None


def _cells(grid: Grid, heading: Heading, row: int) -> Iterator[tuple[int, Value]]:
    cells = grid.rows[row - 1] if row <= len(grid.rows) else ()
    return ((column, cells[column - 1] if column <= len(cells) else None) for column in heading.columns)


def _is_ragged(grid: Grid, heading: Heading, row: int) -> bool:
    """Whether a separator too many may have moved what a row says: "1,234" without quotes is two cells."""
    if not grid.widths:
        return False
    width = max(grid.widths[heading.first - 1 : heading.last])
    return grid.widths[row - 1] > width and any(not is_missing(value) for value in grid.rows[row - 1][width:])


def _may_be_apart(heading: Heading, first: tuple[int, Value], held: int) -> bool:
    """A quick look that spares a million rows a long one."""
    label = str(first[1]).strip()
    if held > 1 and not may_label(label) and label != heading.bottom[heading.columns.index(first[0])]:
        return False
    return figure_of(label, ",") is None


def _alone(heading: Heading, row: int, label: str, line: str) -> Apart | None:
    if len(heading.columns) == 1:
        return None
    if _is_note(label):
        return Apart(row, "note", line, Words("commence comme une note", "begins like a note"))
    return Apart(row, "group", line, Words("un texte seul sur sa ligne", "a text alone on its row"))


def _is_note(text: str) -> bool:
    return _NOTE.match(text.strip().casefold()) is not None


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and not any(character.isdigit() for character in value)


def _with_notes(grid: Grid, found: list[Region], loose: list[Block]) -> list[Region]:
    """What no table took goes to the nearest above, else to the first: it is shown, never lost."""
    if not found:
        return []
    why = Words("sous le tableau ou à côté", "below the table or beside it")
    for block in loose:
        above = [rank for rank, region in enumerate(found) if region.heading.first <= block.top]
        rank = above[-1] if above else 0
        kind: ApartKind = "note" if above else "title"
        notes = tuple(Apart(row, kind, text, why) for row, text in _lines(grid, block))
        found[rank] = replace(found[rank], apart=(*found[rank].apart, *notes))
    # A text alone after the last row of data is a note, whatever its words.
    return [_trailing(region) for region in found]


def _trailing(region: Region) -> Region:
    last = region.rows[-1] if region.rows else region.heading.last
    apart = (
        replace(each, kind="note", why=Words("sous la dernière ligne", "below the last row"))
        if each.kind == "group" and each.row > last
        else each
        for each in region.apart
    )
    return replace(region, apart=tuple(sorted(apart, key=lambda each: each.row)))
