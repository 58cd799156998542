"""Web archives (WARC), plain or gzipped: the pages they captured, when, and with what."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.mail.attached import readers_inside
from temoin.documents.readers.web.captures import read_captures
from temoin.documents.readers.web.records import GZIP
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

_SIGNATURE = (b"WARC/1.", b"WARC/0.")
_ZSTANDARD = b"\x28\xb5\x2f\xfd"


def read_warc(stream: BinaryIO, source: Source) -> Document:
    """Return the pages of a web archive, with their addresses and when they were captured.

    A page is an answer of status 200 that is a whole HTML page or a PDF; frames and fragments are left out as far as
    the archive tells, and ``properties["left_out"]`` counts them. ``["captured"]`` is when the page was captured,
    ``["captured_by"]`` with what, ``["digests"]`` how many declared digests disagree with the bytes, ``["truncated"]``
    and ``["damaged"]`` what the archive itself lacks. At most 500 pages are read.

    Raises
    ------
    InputError : not a web archive, beyond its limits, or without a readable page

    References
    ----------
    WARC 1.0 and 1.1 (ISO 28500).
    """
    read = source.name or short(source.id)

    @contextmanager
    def opening() -> Iterator[BinaryIO]:
        stream.seek(0)
        yield stream

    with opening() as start:
        if not _is_warc(start.read(1 << 12)):
            raise InputError(
                read,
                Words("ce n’est pas une archive du web (WARC)", "this is not a web archive (WARC)"),
                Words(
                    "vérifiez le fichier, ou nommez son genre avec --as", "check the file, or name its kind with --as"
                ),
            )
    return read_captures([opening], read, source.reading.encoding, ())


def _is_warc(data: bytes) -> bool:
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, 64)
        except zlib.error:
            return False
    return data.startswith(_SIGNATURE)


def _recognises_warc(head: Head) -> bool:
    return _is_warc(head.data)


def _near_warc(head: Head) -> tuple[Words, Words] | None:
    if head.data.startswith(_ZSTANDARD) and ".warc" in head.name.lower():
        return (
            Words("archive du web comprimée par Zstandard", "a web archive compressed by Zstandard"),
            Words("décompressez-la avec le programme zstd", "unpack it with the program zstd"),
        )
    if head.data.startswith(GZIP):
        return (
            Words("fichier comprimé par gzip", "a file compressed by gzip"),
            Words("décompressez-le et ajoutez ce qu’il contient", "unpack it and add what it holds"),
        )
    return None


READER = Reader(
    kind="warc",
    version=2,
    label=Words("archive du web (WARC)", "web archive (WARC)"),
    recognises=_recognises_warc,
    read=read_warc,
    visibility="quotes",
    libraries=("warcio", "trafilatura", "lxml"),
    near=_near_warc,
    programs=readers_inside,
)
