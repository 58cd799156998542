"""Workbooks for people: one sheet of rows, headed in their language, that comes back cell by cell under stable names.

Every cell is a text, but for positions: no spreadsheet computes it, turns it into a date or rounds it. The first row
holds the stable names and is hidden; the second is what people read.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from temoin.documents.tables.grid import Book, Grid, Shown, Value, decimal_of, text_of
from temoin.errors import InputError
from temoin.quantity import plain
from temoin.words import Language, Words, harmless

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_000
_MOST_LINES = 12
_NOT_XML = re.compile("[\x0b\x0c\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(<)")
_STILL = (1980, 1, 1, 0, 0, 0)
_OPEN, _HEAD, _FIXED = "FFFFF8E1", "FF1F3A4D", "FF5A6670"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a workbook.

    Parameters
    ----------
    id : stable, English; stands in the hidden first row
    heading : for people
    width : in characters
    choices : what a drop-down offers; empty for none
    hidden : kept in the file, not shown
    opens : people are meant to write there
    counts : its cells are whole numbers, to sort and filter by
    tints : colour behind a cell, by its text; what it says is always in words too
    """

    id: str
    heading: Words
    width: int = 14
    choices: tuple[str, ...] = ()
    hidden: bool = False
    opens: bool = False
    counts: bool = False
    tints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write: its name, its columns, one mapping a row by the columns' ids, and how to use it."""

    name: Words
    fields: tuple[Field, ...]
    rows: Sequence[Mapping[str, str]]
    manual: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row that came back: its number in the sheet, from 1, and its texts by stable name."""

    number: int
    texts: Mapping[str, str]


def cell_text(text: str) -> str:
    """Return a text as a cell holds it: what a spreadsheet cannot hold is shown as U+FFFD, the end is cut off.

    Examples
    --------
    >>> cell_text(" a\\x0bb\\r\\n ")
    'a\ufffdb'
    """
    held = _NOT_XML.sub("\ufffd", harmless(text.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    return held if len(held) <= _LONGEST else f"{held[:_LONGEST]}…"


def write_workbook(sheet: Sheet, *, language: Language, at: dt.datetime) -> bytes:
    """Return a workbook with one sheet of rows, and a second that says how to use it where there is something to say.

    The same rows give the same bytes. A text that begins like a formula stays a text, in the cell and when it is
    edited.

    Parameters
    ----------
    language : of the headings
    at : when it is made, as the file says
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "Témoin"
    page = book.active
    page.title = sheet.name.in_(language)
    _head(page, sheet, language)
    filled_in = any(each.opens for each in sheet.fields)
    for number, row in enumerate(sheet.rows, 3):
        for column, each in enumerate(sheet.fields, 1):
            _put(page.cell(number, column), cell_text(row.get(each.id, "")), each, filled_in=filled_in)
        page.row_dimensions[number].height = _height(sheet.fields, row)
    _choices(page, sheet)
    if sheet.manual:
        _manual(book.create_sheet(Words("Mode d’emploi", "How to").in_(language)), sheet.manual, language)
    made = io.BytesIO()
    book.save(made)
    return _stilled(made.getvalue(), at)


def rows_of(book: Book, read: str, key: Field, required: Iterable[str]) -> list[Row]:
    """Return the rows of a workbook that came back, under their stable names; empty rows are left out.

    Numbers, dates and percentages that a spreadsheet made of the texts come back as plain texts.

    Parameters
    ----------
    read : the file's name, for the message
    key : the column that names each row; the row of its heading is no row
    required : stable names, besides the key, without which it is not the workbook that was sent out

    Raises
    ------
    InputError : no sheet has those names in one of its first rows, or a name comes twice
    """
    for grid in book.grids:
        for number in range(1, 6):
            names = [text_of(value).strip() for value in (grid.rows[number - 1] if number <= len(grid.rows) else ())]
            if {key.id, *required} <= set(names):
                _require_once(read, names)
                headings = {cell_text(key.heading.fr), cell_text(key.heading.en)}
                rows = _rows(grid, number + 1, names)
                return [row for row in rows if any(row.texts.values()) and row.texts[key.id] not in headings]
    names_said = ", ".join((key.id, *required))
    raise InputError(
        read,
        Words(f"aucune feuille n’a les colonnes {names_said}", f"no sheet has the columns {names_said}"),
        Words(
            "rendez le classeur tel qu’il a été écrit, sa première ligne, masquée, comprise",
            "give back the workbook as it was written, with its hidden first row",
        ),
    )


def back_text(value: Value) -> str:
    """Return what a cell holds as the text that was sent out, whatever a spreadsheet made of it.

    Examples
    --------
    >>> back_text(450000.0), back_text(dt.datetime(2031, 4, 5)), back_text(" exact\\xa0"), back_text(6.45)
    ('450000', '2031-04-05', 'exact', '6.45')
    """
    if isinstance(value, str):
        return cell_text(value)
    if isinstance(value, bool) or value is None:
        return text_of(value)
    if isinstance(value, Shown) and "%" in value.shown_as:
        return text_of(value)
    if isinstance(value, int | float):
        return plain(decimal_of(value))
    if isinstance(value, dt.datetime) and value.time() != dt.time(0):
        return value.isoformat(timespec="seconds")
    return text_of(value)


def _rows(grid: Grid, first: int, names: Sequence[str]) -> Iterable[Row]:
    for number in range(first, len(grid.rows) + 1):
        texts = {name: back_text(grid.at(number, column)) for column, name in enumerate(names, 1) if name}
        yield Row(number, texts)


def _require_once(read: str, names: Sequence[str]) -> None:
    for name in names:
        if name and names.count(name) > 1:
            raise InputError(
                read,
                Words(f"la colonne {name} y est deux fois", f"the column {name} is there twice"),
                Words("supprimez l’une des deux", "delete one of the two"),
            )


def _head(page: "Worksheet", sheet: Sheet, language: Language) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for column, each in enumerate(sheet.fields, 1):
        page.cell(1, column, each.id)
        heading = page.cell(2, column, each.heading.in_(language))
        heading.font = Font(bold=True, color="FFFFFFFF")
        heading.fill = PatternFill("solid", fgColor=_HEAD)
        heading.alignment = Alignment(wrap_text=True, vertical="center")
        width = page.column_dimensions[get_column_letter(column)]
        width.width, width.hidden = each.width, each.hidden
    page.row_dimensions[1].hidden = True
    page.row_dimensions[2].height = 32
    page.freeze_panes = "A3"
    last = get_column_letter(len(sheet.fields))
    page.auto_filter.ref = f"A2:{last}{max(3, len(sheet.rows) + 2)}"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "2:2"


def _put(cell: "Cell", text: str, column: Field, *, filled_in: bool) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    if text and column.counts:
        cell.value = int(text)
    elif text:
        cell.value = text
        # Given as text in so many words: else "=1+1" would be a formula, and a formula can call out.
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA)
    cell.number_format = "0" if column.counts else "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if column.opens:
        cell.fill = PatternFill("solid", fgColor=_OPEN)
    elif filled_in:
        cell.font = Font(color=_FIXED)
    if text in column.tints:
        cell.fill = PatternFill("solid", fgColor=column.tints[text])


def _height(fields: Iterable[Field], row: Mapping[str, str]) -> float:
    # Not every program fits a row to its words when a file opens.
    lines = max(
        sum(1 + len(line) // max(1, each.width - 1) for line in row.get(each.id, "").split("\n"))
        for each in fields
        if not each.hidden
    )
    return 3 + 13.0 * min(lines, _MOST_LINES)


def _choices(page: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, each in enumerate(sheet.fields, 1):
        if each.choices:
            listed = DataValidation(type="list", formula1=f'"{",".join(each.choices)}"', allow_blank=True)
            listed.showErrorMessage = True
            letter = get_column_letter(column)
            listed.add(f"{letter}3:{letter}{max(3, len(sheet.rows) + 2)}")
            page.add_data_validation(listed)


def _manual(page: "Worksheet", manual: Iterable[Words], language: Language) -> None:
    from openpyxl.styles import Alignment

    page.column_dimensions["A"].width = 110
    for number, words in enumerate(manual, 1):
        cell = page.cell(number, 1)
        cell.value, cell.data_type = words.in_(language), "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _stilled(data: bytes, at: dt.datetime) -> bytes:
    said = at.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + said + rb"\g<3>", part)
            info = zipfile.ZipInfo(name, _STILL)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return made.getvalue()
