"""Plain text: UTF-8, UTF-16 with its mark, or the encoding that was named; newlines kept as they are."""

import re
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.encoding import byte_order_mark, decode
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

# Control characters that no written text holds; ESC stays out too: terminals would obey it.
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1b\x1c-\x1f]")
_OTHER_FORMAT = re.compile(rb"\s*(?:<!doctype\s+html|<html[\s>]|<\?xml|<rss|<svg|%PDF-|%!PS|\{\\rtf)", re.IGNORECASE)
_MOSTLY = 0.8
_LARGEST = 50_000_000


def read_text(stream: BinaryIO, source: Source) -> Document:
    """Return a plain text as it stands, its byte order mark dropped.

    Raises
    ------
    InputError : empty, larger than 50 MB, binary, or not of the expected encoding
    """
    read = source.name or short(source.id)
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError(
            read,
            Words("texte de plus de 50 Mo", "a text of more than 50 MB"),
            Words("découpez-le, ou ajoutez la partie utile", "split it, or add the part that matters"),
        )
    text = decode(read, data, source.reading.encoding)
    if not text.strip():
        raise InputError(
            read,
            Words("le fichier est vide", "the file is empty"),
            Words("vérifiez le téléchargement", "check the download"),
        )
    if (zero := text.find("\0")) >= 0:
        raise InputError(
            read,
            Words("caractère nul\xa0: ce n’est pas un texte", "a NUL character: this is not a text"),
            Words("nommez le format avec --as", "name the format with --as"),
            where=Words(f"caractère {zero}", f"character {zero}"),
        )
    return Document(text)


def recognises_text(head: Head) -> bool:
    """Return whether a file's head may be text: no control byte unless a mark says UTF-16, no other known format."""
    mark = byte_order_mark(head.data)
    if _OTHER_FORMAT.match(head.data[mark.length :]):
        return False
    if mark.encoding is not None and mark.encoding != "utf-8":
        return True
    return not _BINARY.search(head.data)


def _nearly_text(head: Head) -> tuple[Words, Words] | None:
    # Letters of Latin script in UTF-16 have a NUL each, before or after: that is said, and not taken for granted.
    data = head.data[: len(head.data) // 2 * 2]
    for encoding, zeros, others in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if data and zeros.count(0) > _MOSTLY * len(zeros) and not _BINARY.search(others):
            return (
                Words("du texte en UTF-16 sans sa marque, semble-t-il", "text in UTF-16 without its mark, it seems"),
                Words(f"passez --as text --encoding {encoding}", f"pass --as text --encoding {encoding}"),
            )
    return None


READER = Reader(
    kind="text",
    version=1,
    label=Words("texte brut", "plain text"),
    recognises=recognises_text,
    read=read_text,
    general=True,
    visibility="quotes",
    near=_nearly_text,
)
