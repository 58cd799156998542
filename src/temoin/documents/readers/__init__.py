"""Readers of documents, one file a format: a seekable stream to a text with positions.

``BOOKS`` gives the sheets themselves of the kinds that are tables, for those who read rows from them.
"""

from collections.abc import Callable, Mapping
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers import image, pdf, text
from temoin.documents.readers.mail import eml, mbox
from temoin.documents.readers.office import docx, odt
from temoin.documents.readers.sheets import html_tables, ods, pdf_tables, table, xls, xlsx
from temoin.documents.readers.web import html, mhtml, wacz, warc
from temoin.documents.tables.grid import Book
from temoin.evidence.reader import Reader
from temoin.evidence.source import Source

READERS: tuple[Reader[Document], ...] = (
    text.READER,
    html.READER,
    mhtml.READER,
    pdf.READER,
    image.READER,
    docx.READER,
    odt.READER,
    eml.READER,
    mbox.READER,
    warc.READER,
    wacz.READER,
    xlsx.READER,
    xls.READER,
    ods.READER,
    table.READER,
    pdf_tables.READER,
    html_tables.READER,
)

BOOKS: Mapping[str, Callable[[BinaryIO, Source], Book]] = {
    "xlsx": xlsx.read_book,
    "xls": xls.read_book,
    "ods": ods.read_book,
    "table": table.read_book,
    "pdf-tables": pdf_tables.read_book,
    "html-tables": html_tables.read_book,
}
"""By kind."""

__all__ = ["BOOKS", "READERS"]
