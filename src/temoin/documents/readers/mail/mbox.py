"""Mailboxes: many messages in one file, each after a line that begins with From, read one by one."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.mail.attached import readers_inside
from temoin.documents.readers.mail.eml import headers_of, is_message
from temoin.documents.readers.mail.message import LARGEST_MESSAGE, Mail, parsed
from temoin.documents.readers.writing import PARAGRAPH, Writing
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

_FROM = re.compile(rb"From .*(?:\d{4}|-)[^\r\n]*\r?\n?$")
_QUOTED = re.compile(rb">+From ")
_HEADER = re.compile(rb"[!-9;-~]+:")
_LONGEST_LINE = 1 << 20


def read_mbox(stream: BinaryIO, source: Source) -> Document:
    """Return every message of a mailbox in the order of the file, each a part, as ``eml.read_eml`` reads one.

    A message begins at a ``From `` line at the start or after a blank line, where a header follows; ``>From `` loses
    one sign. A message that cannot be read is named as such and does not stop the others: ``properties["unread"]``
    counts them, and ``["undecoded"]`` those with words of an unknown encoding, shown as U+FFFD, that ``--encoding``
    settles.

    Raises
    ------
    InputError : no message, or more than 50 million characters; no error holds a word of a message
    """
    read = source.name or short(source.id)
    writing = Writing(read)
    mail = Mail(writing, read, source.reading.encoding, lenient=True)
    count = unread = 0
    for data in messages_of(stream):
        count += 1
        writing.gap(PARAGRAPH)
        mark = writing.begin()
        try:
            said = mail.write(parsed(data, read)) if len(data) <= LARGEST_MESSAGE else {"unread": "too-large"}
        except InputError:
            said = {"unread": "unreadable"}
        if why := said.get("unread"):
            unread += 1
            writing.paragraph(f"[✉ {count}: {why}]")
        writing.part(said.get("title", str(count)), "eml", writing.finish(mark), properties=said)
    if not count:
        raise InputError(
            read,
            Words("aucun message dans ce fichier", "no message in this file"),
            Words("vérifiez l’export, ou nommez son genre avec --as", "check the export, or name its kind with --as"),
        )
    counts = {"messages": count, "unread": unread, "undecoded": mail.undecoded}
    return writing.document({name: str(number) for name, number in counts.items() if number})


def messages_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of each message of a mailbox, its quoting undone; one that is too large is cut beyond the limit.

    References
    ----------
    RFC 4155, and the mboxrd form, where every ``>From `` is quoted again.
    """
    held: list[bytes] | None = None
    size = 0
    is_blank = True
    for line, following in _with_next(stream):
        if is_blank and _FROM.match(line) and _HEADER.match(following):
            if held:
                yield b"".join(held)
            held, size = [], 0
        elif held is not None and size <= LARGEST_MESSAGE:
            held.append(line[1:] if _QUOTED.match(line) else line)
            size += len(line)
        is_blank = not line.strip()
    if held:
        yield b"".join(held)


def _with_next(stream: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    line = stream.readline(_LONGEST_LINE)
    while line:
        following = stream.readline(_LONGEST_LINE)
        yield line, following
        line = following


def _recognises_mbox(head: Head) -> bool:
    first, _, rest = head.data.lstrip(b"\r\n").partition(b"\n")
    return _FROM.match(first + b"\n") is not None and (is_message(rest) or len(headers_of(rest) or ()) > 2)


READER = Reader(
    kind="mbox",
    version=2,
    label=Words("boîte aux lettres", "mailbox"),
    recognises=_recognises_mbox,
    read=read_mbox,
    genre="message",
    visibility="sealed",
    personal=True,
    libraries=("lxml",),
    programs=readers_inside,
)
