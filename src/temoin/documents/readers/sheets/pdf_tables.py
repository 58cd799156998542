"""The tables of a PDF, on demand (``--as pdf-tables``): found by their lines and the gaps between words, by pdfplumber.

A sheet is a table of a page, named ``page 3, 1``; its rows and columns count from the table's own corner. One page is
held at a time. A table that goes on over pages is several sheets; a scan has none.
"""

import logging
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.tables.grid import Book, Filling, Grid, document_of
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Reader
from temoin.evidence.source import Source
from temoin.words import Words

_MOST_PAGES = 2_000
_MOST_OBJECTS = 60_000
_DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises on bytes that are no PDF."""


def pdf_tables(stream: BinaryIO, pages: Sequence[int] | None = None, *, read: str = "PDF") -> Iterator[Grid]:
    """Yield the tables of a PDF, page by page, every cell a text.

    Parameters
    ----------
    pages : numbers of pages from 1; all of them where None
    read : what is read, for messages

    Raises
    ------
    InputError : damaged, locked, of more than 2,000 pages, or a page of more strokes than a table has
    """
    import pdfplumber
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    stream.seek(0)
    before: Filling | None = None
    try:
        # It only seeks and reads, and declares narrower types than it takes.
        # Its remarks about a damaged file are not ours to print.
        logging.getLogger("pdfminer").addHandler(logging.NullHandler())
        _require_no_circle(stream)
        with pdfplumber.open(stream) as document:  # type: ignore[arg-type]
            document.doc.getobj = _without_circles(document.doc.getobj)  # type: ignore[assignment,method-assign]
            wanted = range(1, len(document.pages) + 1) if pages is None else pages
            if len(wanted) > _MOST_PAGES:
                raise _too_much(read, Words(f"plus de {_MOST_PAGES} pages", f"more than {_MOST_PAGES} pages"))
            for number in wanted:
                page = document.pages[number - 1]
                if sum(len(each) for each in page.objects.values()) > _MOST_OBJECTS:
                    raise _too_much(read, Words(f"page {number} surchargée", f"page {number} holds too much"))
                for rank, rows in enumerate(page.extract_tables(), 1):
                    before = _filled(rows, Filling(read, before))
                    yield Grid(f"page {number}, {rank}", before.rows)
                page.close()
    except (PdfminerException, MalformedPDFException, *_DAMAGED) as error:
        raise InputError(
            read,
            Words("PDF abîmé ou protégé par mot de passe", "a PDF damaged or locked"),
            Words("vérifiez la copie, ou enregistrez-la sans mot de passe", "check the copy, or save it unlocked"),
        ) from error


def _require_no_circle(stream: BinaryIO) -> None:
    """pdfminer follows the root of a file, its information and its encryption while it opens it."""
    from pdfplumber import pdf as opener

    circles: list[int] = []

    class Guarded(opener.PDFDocument):  # type: ignore[name-defined,misc]
        def getobj(self, objid: int) -> object:
            try:
                return _without_circles(super().getobj)(objid)
            except _CircleError:
                circles.append(objid)
                raise

    # Whatever else is damaged in the file is told by what reads it.
    with _DamageLeft():
        Guarded(opener.PDFParser(stream))  # type: ignore[attr-defined]
    if circles:
        raise _CircleError(circles[0])
    stream.seek(0)


class _CircleError(ValueError):
    pass


class _DamageLeft:
    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        # The library's own errors have a common root in a library that is below the one we depend on.
        return kind is not None and (issubclass(kind, _DAMAGED) or kind.__module__.startswith("pdfminer."))


def _without_circles(found: Callable[[int], object]) -> Callable[[int], object]:
    """pdfminer follows an object that is only a reference to itself for ever."""

    def followed(number: int) -> object:
        seen = {number}
        got = found(number)
        # Only a reference, in pdfminer's words a PDFObjRef, can be resolved.
        while hasattr(got, "resolve") and (named := getattr(got, "objid", None)) is not None:
            if named in seen:
                raise _CircleError(number)
            seen.add(named)
            got = found(named)
        return got

    return followed


def _filled(rows: Sequence[Sequence[str | None]], filling: Filling) -> Filling:
    for number, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            if cell and cell.strip():
                filling.put(number, column, " ".join(cell.split()))
    return filling


def _too_much(read: str, found: Words) -> InputError:
    return InputError(
        read,
        found,
        Words("ajoutez à part les pages utiles", "add the pages that matter, as a PDF of their own"),
    )


def read_book(stream: BinaryIO, source: Source) -> Book:
    """Return the tables of a PDF as sheets.

    Raises
    ------
    InputError : as ``pdf_tables``, and where no page holds a table
    """
    read = source.name or short(source.id)
    grids = tuple(grid for grid in pdf_tables(stream, read=read) if grid.rows)
    if not grids:
        raise InputError(
            read,
            Words("aucun tableau trouvé dans ce PDF", "no table found in this PDF"),
            Words("ajoutez-le sans --as pdf-tables, pour son texte", "add it without --as pdf-tables, for its text"),
        )
    return Book(grids)


def read_pdf_tables(stream: BinaryIO, source: Source) -> Document:
    """Return the readable text of the tables of a PDF, with the place of every cell.

    Raises
    ------
    InputError : as ``read_book``
    """
    return document_of(read_book(stream, source))


READER = Reader(
    kind="pdf-tables",
    version=1,
    label=Words("tableaux d’un PDF", "tables of a PDF"),
    recognises=lambda _: False,
    read=read_pdf_tables,
    visibility="quotes",
    libraries=("pdfplumber",),
)
