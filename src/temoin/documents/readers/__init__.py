"""Readers of documents, one file a format: a seekable stream to a text with positions."""

from temoin.documents.document import Document
from temoin.documents.readers import docx, eml, html, image, mbox, mhtml, odt, pdf, text, wacz, warc
from temoin.evidence.reader import Reader

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
)

__all__ = ["READERS"]
