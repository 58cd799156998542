"""Readers of documents, one file a format: a seekable stream to a text with positions."""

from temoin.documents.document import Document
from temoin.documents.readers import docx, html, image, odt, pdf, text
from temoin.evidence.reader import Reader

READERS: tuple[Reader[Document], ...] = (text.READER, html.READER, pdf.READER, docx.READER, odt.READER, image.READER)

__all__ = ["READERS"]
