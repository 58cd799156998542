"""Pages saved as one file by browsers: MHTML, and the web archives of Safari."""

import plistlib
import re
from email.message import Message
from typing import Any, BinaryIO
from xml.parsers.expat import ExpatError

from temoin.documents.document import Document
from temoin.documents.readers.encoding import utf8_or
from temoin.documents.readers.mail.body import payload
from temoin.documents.readers.mail.eml import headers_of, is_message
from temoin.documents.readers.mail.headers import codec_of, header, moment_of
from temoin.documents.readers.mail.likeness import is_page
from temoin.documents.readers.mail.message import parsed
from temoin.documents.readers.web.html import decoded_page, page_document
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

_LARGEST = 50_000_000
_LARGEST_PAGE = 20_000_000
_SAFARI = b"bplist00"
_SAVED_BY = re.compile(r"saved by ([^>\"]+)", re.IGNORECASE)


def read_mhtml(stream: BinaryIO, source: Source) -> Document:
    """Return the main page of a saved one, as ``html.read_html`` does, with its address and when it was saved.

    ``properties["url"]`` is the address it was saved from, ``["captured"]`` when: never a date of publication.

    Raises
    ------
    InputError : larger than 50 MB, without a page inside, or as ``html.read_html``

    References
    ----------
    RFC 2557; Chrome's ``Snapshot-Content-Location``; Safari's binary property list.
    """
    read = source.name or short(source.id)
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError(
            read,
            Words("page enregistrée de plus de 50 Mo", "a saved page of more than 50 MB"),
            Words("ajoutez plutôt son texte", "add its text instead"),
        )
    if data.startswith(_SAFARI):
        page, charset, said = _safari(data, read)
    else:
        page, charset, said = _main(parsed(data, read), read)
    if len(page) > _LARGEST_PAGE:
        raise _pageless(read)
    found = page_document(decoded_page(read, page, source.reading.encoding or utf8_or(page, charset)), read)
    return Document(found.text, properties=dict(found.properties) | {key: each for key, each in said.items() if each})


def _main(message: Message, read: str) -> tuple[bytes, str | None, dict[str, str]]:
    address = header(message, "Snapshot-Content-Location") or header(message, "Content-Location")
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        raise _pageless(read)
    start = message.get_param("start")
    page = next((each for each in pages if start and header(each, "Content-ID") == start), None)
    page = page or next((each for each in pages if address and header(each, "Content-Location") == address), pages[0])
    tool = _SAVED_BY.search(header(message, "From"))
    said = {
        "url": address or header(page, "Content-Location"),
        "captured": moment_of(message),
        "captured_by": tool[1].strip() if tool else "",
    }
    return payload(page), codec_of(page.get_content_charset()), said


def _safari(data: bytes, read: str) -> tuple[bytes, str | None, dict[str, str]]:
    try:
        held: Any = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
        main = held["WebMainResource"]
        page, address, label = main["WebResourceData"], main["WebResourceURL"], main.get("WebResourceTextEncodingName")
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, AttributeError, ValueError, OverflowError,
            RecursionError) as error:  # fmt: skip
        raise _pageless(read) from error
    if not isinstance(page, bytes):
        raise _pageless(read)
    return page, codec_of(str(label or "")), {"url": str(address), "captured_by": "Safari"}


def _pageless(read: str) -> InputError:
    return InputError(
        read,
        Words("aucune page web lisible dans ce fichier", "no readable web page in this file"),
        Words("enregistrez la page de nouveau, une fois affichée", "save the page again, once displayed"),
    )


def _recognises_mhtml(head: Head) -> bool:
    if head.data.startswith(_SAFARI):
        return b"WebMainResource" in head.data or head.name.lower().endswith(".webarchive")
    headers = headers_of(head.data.lstrip(b"\r\n")) or {}
    kind = headers.get("content-type", b"").lower()
    is_bundle = kind.startswith((b"multipart/related", b"text/html")) and "mime-version" in headers
    return is_bundle and (is_page(head.data) or "content-location" in headers) and not is_message(head.data)


READER = Reader(
    kind="mhtml",
    version=2,
    label=Words("page web enregistrée en un fichier", "web page saved as one file"),
    recognises=_recognises_mhtml,
    read=read_mhtml,
    visibility="quotes",
    libraries=("trafilatura", "lxml"),
)
