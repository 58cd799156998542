"""Workbooks of Excel before 2007, XLS: values as last saved, macros never run; at most 65,536 rows and 256 columns.

Limits: this format's formulas and number formats are not seen, but for dates.
"""

from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.sheets.xls_apart import OldSheet, read_apart
from temoin.documents.readers.sheets.xlsx import about, require_cells
from temoin.documents.tables.grid import Book, Filling, Grid, Merged, document_of, renamed
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
    for each in read_apart(stream.read(), read):
        if isinstance(each, OldSheet):
            filling = Filling(read, filling)
            merged = tuple(Merged(*range_) for range_ in each.merged)
            grids.append(Grid(each.name, filling.rows, merged, hidden=each.hidden, shows_formats=False))
        elif filling is not None:
            filling.put(each.row, each.column, each.value)
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
