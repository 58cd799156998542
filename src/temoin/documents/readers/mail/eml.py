"""Messages of mail, one a file, as mail programs save them."""

import re
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.encoding import byte_order_mark
from temoin.documents.readers.mail.attached import readers_inside
from temoin.documents.readers.mail.headers import day_known
from temoin.documents.readers.mail.likeness import has_private_name, is_page, near_mail
from temoin.documents.readers.mail.message import LARGEST_MESSAGE, Mail, parsed
from temoin.documents.readers.writing import Writing
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

# Apple Mail writes the length of the message on a line of its own before it.
_LENGTH = re.compile(rb"(\d{1,12})[ \t]*\r?\n")
_HEADER = re.compile(rb"([!-9;-~]+):[ \t]*(.*)")
_TRACES = frozenset((
    "received", "mime-version", "message-id", "return-path", "delivered-to", "x-mailer", "dkim-signature",
    "x-mozilla-status", "in-reply-to", "references", "user-agent", "reply-to",
))  # fmt: skip
_OF_LETTERS = frozenset(("from", "to", "cc", "date", "subject", "sender", "content-type", "bcc"))


def read_eml(stream: BinaryIO, source: Source) -> Document:
    """Return a message: its headers, its best body, then each attachment under a line that names it.

    Attachments that a reader of documents takes are read in place, messages inside down to five levels; the others
    are named with their type, size and why. Nothing is fetched: pictures that a message only links to stay away.

    Raises
    ------
    InputError : larger than 50 MB, or a text that is neither UTF-8 nor what the message declares; no error holds a
        word of the message
    """
    read = source.name or short(source.id)
    data = stream.read(LARGEST_MESSAGE + 1)
    if len(data) > LARGEST_MESSAGE:
        raise InputError(
            read,
            Words("message de plus de 50 Mo", "a message of more than 50 MB"),
            Words("ajoutez à part son texte et ses pièces jointes", "add its text and its attachments apart"),
        )
    writing = Writing(read)
    message = parsed(_whole(data), read)
    del data
    said = Mail(writing, read, source.reading.encoding).write(message)
    return writing.document(said)


def headers_of(data: bytes) -> dict[str, bytes] | None:
    """Return the headers that bytes begin with, by small names; None where they begin with something else."""
    found: dict[str, bytes] = {}
    name = ""
    for line in data.splitlines():
        if not line.strip():
            break
        match = _HEADER.match(line)
        if line[:1] in b" \t" and name:
            found[name] += b" " + line.strip()
        elif match is not None:
            name = match[1].decode("ascii").lower()
            found.setdefault(name, match[2])
        else:
            return None
    return found


def is_message(data: bytes) -> bool:
    """Return whether bytes begin as a message does.

    A memo begins with From and Date too: a header that only programs write is asked for, or an address with a date
    that mail programs write.
    """
    headers = headers_of(data)
    if headers is None or len(headers.keys() & (_TRACES | _OF_LETTERS)) < 2 or is_page(data):
        return False
    if headers.keys() & _TRACES:
        return bool(headers.keys() & (_OF_LETTERS | {"received"}))
    return b"@" in headers.get("from", b"") and day_known(headers.get("date", b"").decode("ascii", "replace"))


def _whole(data: bytes) -> bytes:
    data = data[byte_order_mark(data).length :]
    length = _LENGTH.match(data)
    return data[length.end() : length.end() + int(length[1])] if length else data.lstrip(b"\r\n")


def _recognises_eml(head: Head) -> bool:
    data = _whole(head.data)
    return is_message(data) or (has_private_name(head.name) and _is_letter(data))


def _is_letter(data: bytes) -> bool:
    # Where the name says mail, whom it is from and one more header are enough, whatever the date looks like.
    headers = headers_of(data)
    return headers is not None and "from" in headers and len(headers.keys() & _OF_LETTERS) > 1 and not is_page(data)


READER = Reader(
    kind="eml",
    version=2,
    label=Words("message électronique", "e-mail message"),
    recognises=_recognises_eml,
    read=read_eml,
    genre="message",
    visibility="sealed",
    personal=True,
    libraries=("lxml",),
    near=near_mail,
    programs=readers_inside,
)
