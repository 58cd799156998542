"""Workbooks of Excel before 2007, XLS: values as last saved, macros never run; at most 65,536 rows and 256 columns.

Limits: this format's formulas and number formats are not seen, but for dates.
"""

import datetime as dt
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.xlsx import about, require_cells
from temoin.documents.tables.grid import Book, Filling, Grid, Merged, Value, document_of, renamed
from temoin.documents.tables.packed import damaged
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOK = "Workbook".encode("utf-16-le")
_OLD_BOOK = "Book\0".encode("utf-16-le")
_SEALED = "EncryptedPackage".encode("utf-16-le")
_LARGEST = 100_000_000


def read_book(stream: BinaryIO, source: Source) -> Book:
    """Return the sheets of an XLS workbook, hidden ones too, and what a person should hear of them.

    Raises
    ------
    InputError : damaged or locked, larger than 100 MB, or nothing in any sheet
    """
    import python_calamine as calamine

    read = source.name or short(source.id)
    if stream.seek(0, 2) > _LARGEST:
        raise InputError(
            read,
            Words("classeur XLS de plus de 100 Mo", "an XLS workbook of more than 100 MB"),
            Words("enregistrez-le en XLSX ou en CSV", "save it as XLSX or CSV"),
        )
    stream.seek(0)
    grids: list[Grid] = []
    filling: Filling | None = None
    try:
        with calamine.load_workbook(stream) as workbook:
            for about_sheet in workbook.sheets_metadata:
                if about_sheet.typ is not calamine.SheetTypeEnum.WorkSheet:
                    continue
                filling = Filling(read, filling)
                sheet = workbook.get_sheet_by_name(about_sheet.name)
                hidden = about_sheet.visible is not calamine.SheetVisibleEnum.Visible
                grids.append(_grid(sheet, filling, about_sheet.name, hidden=hidden))
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise damaged(read) from error
    require_cells(read, grids)
    told = (
        *about(grids),
        Words(
            "format XLS : les formules ne s’y distinguent pas, leur valeur enregistrée est lue",
            "XLS format: formulas cannot be told apart there, their saved value is read",
        ),
    )
    return Book(renamed(grids), told)


def read_xls(stream: BinaryIO, source: Source) -> Document:
    """Return the readable text of an XLS workbook, with the place of every cell.

    Raises
    ------
    InputError : as ``read_book``
    """
    return document_of(read_book(stream, source))


def _grid(sheet: "object", filling: Filling, name: str, *, hidden: bool) -> Grid:
    import python_calamine as calamine

    assert isinstance(sheet, calamine.CalamineSheet)
    if sheet.start is not None:
        first = sheet.start[1] + 1
        # Rows come from the sheet's first one, columns from the first that holds something.
        rows = sheet.to_python(skip_empty_area=True)
        for number, cells in enumerate(rows, sheet.start[0] + 1):
            for column, value in enumerate(cells, first):
                if value != "":
                    filling.put(number, column, _value(value))
    ranges = sheet.merged_cell_ranges or []
    merged = tuple(Merged(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)
    return Grid(name, filling.rows, tuple(sorted(merged, key=lambda each: (each.top, each.left))), hidden=hidden)


def _value(value: object) -> Value:
    if isinstance(value, dt.timedelta):
        return str(value)
    if isinstance(value, bool | float | str | dt.date | dt.time):
        return value
    return float(value) if isinstance(value, int) else str(value)


def recognises(head: Head) -> bool:
    """Return whether a compound file says within its head that it holds a workbook, or its name does."""
    if not head.data.startswith(_COMPOUND):
        return False
    if _SEALED in head.data:
        return False
    return _BOOK in head.data or _OLD_BOOK in head.data or head.name.lower().endswith((".xls", ".xlt"))


READER = Reader(
    kind="xls",
    version=1,
    label=Words("classeur Excel d’avant 2007", "Excel workbook from before 2007"),
    recognises=recognises,
    read=read_xls,
    genre="export",
    visibility="exists",
    libraries=("python-calamine",),
)
