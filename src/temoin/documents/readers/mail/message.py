"""Messages as a reader of mail shows them: who, when, about what, the words, then what is attached."""

import re
from email.message import Message
from email.parser import BytesFeedParser
from email.policy import compat32
from email.utils import parseaddr

from temoin.documents.readers.encoding import fits
from temoin.documents.readers.mail.attached import MESSAGE, Inner
from temoin.documents.readers.mail.body import Attachment, Body, body_of
from temoin.documents.readers.mail.headers import codec_of, header, moment_of
from temoin.documents.readers.writing import LINE, PARAGRAPH, Writing
from temoin.errors import InputError
from temoin.words import Words

SHOWN = ("From", "To", "Cc", "Date", "Subject")
LARGEST_MESSAGE = 50_000_000
_DEEPEST = 5
_PIECE = 1 << 16
_MOST_WORK = 30_000_000
_MOST_PER_MESSAGE = 1000
_BOUNDARY = re.compile(rb"boundary", re.IGNORECASE)


def parsed(data: bytes, read: str) -> Message:
    """Return a message with its parts.

    Raises
    ------
    InputError : parts nested or multiplied beyond what any program writes
    """
    if len(_BOUNDARY.findall(data)) * data.count(b"\n") > _MOST_WORK:
        raise _tangled(read)
    try:
        # By pieces: given whole, the parser first makes a copy of it in which each byte takes four.
        parser = BytesFeedParser(policy=compat32)
        for at in range(0, len(data), _PIECE):
            parser.feed(data[at : at + _PIECE])
        return parser.close()
    except RecursionError as error:
        raise _tangled(read) from error


class Mail:
    """Messages, written one after the other.

    Parameters
    ----------
    read : what is read, for messages to people: never a name or a word of a message
    encoding : as given with ``--encoding``
    lenient : a text of an unknown encoding is written with U+FFFD and counted, instead of refused
    """

    def __init__(self, writing: Writing, read: str, encoding: str | None, *, lenient: bool = False) -> None:
        self.undecoded = 0
        self._writing = writing
        self._read = read
        self._encoding = encoding
        self._lenient = lenient
        self._inner = Inner()

    def write(self, message: Message, depth: int = 0) -> dict[str, str]:
        """Write a message and what it carries; return what it declares: title, author, sent.

        Raises
        ------
        InputError : a text that is neither UTF-8 nor what the message declares
        """
        writing = self._writing
        writing.gap(PARAGRAPH)
        told = {name: header(message, name, self._codec(message)) for name in SHOWN}
        for name, value in told.items():
            writing.paragraph(f"{name}: {value}" if value else "", LINE)
        body = self._body(message)
        for text in body.texts:
            writing.paragraph(text)
        for rank, attachment in enumerate(body.attachments):
            self._attached(attachment, depth, too_many=rank >= _MOST_PER_MESSAGE)
        writing.gap(PARAGRAPH)
        name, address = parseaddr(told["From"])
        said = {"title": told["Subject"], "author": name or address, "sent": moment_of(message)}
        return {key: value for key, value in said.items() if value}

    def _codec(self, message: Message) -> str | None:
        label = message.get_content_charset()
        return self._encoding or codec_of(label)

    def _body(self, message: Message) -> Body:
        try:
            return body_of(message, self._read, self._encoding)
        except RecursionError as error:
            raise _tangled(self._read) from error
        except InputError:
            if not self._lenient:
                raise
        self.undecoded += 1
        return body_of(message, self._read, self._encoding, lenient=True)

    def _attached(self, attachment: Attachment, depth: int, *, too_many: bool) -> None:
        name, kind = attachment.name, attachment.kind
        if attachment.message is not None:
            self._carried(attachment.message, name, depth)
            return
        known = attachment.charset if not fits(attachment.data, "utf-8") else None
        inside = self._inner.read(b"" if too_many else attachment.data, name, self._encoding or known)
        if inside.kind == MESSAGE:
            self._carried(parsed(attachment.data, self._read), name, depth)
            return
        self._named(name, kind, len(attachment.data), inside.why)
        span = None
        if inside.document is not None:
            self._writing.gap(PARAGRAPH)
            span = self._writing.append(inside.document, f"{len(self._writing.parts) + 1}/")
        properties = dict(inside.document.properties) if inside.document else {"unread": inside.why}
        self._writing.part(name, inside.kind or kind, span, digest=inside.digest, properties=properties)
        self._writing.gap(PARAGRAPH)

    def _carried(self, message: Message, name: str, depth: int) -> None:
        if depth >= _DEEPEST:
            self._named(name, "message/rfc822", None, "too-deep")
            self._writing.part(name, MESSAGE, None, properties={"unread": "too-deep"})
            return
        self._named(name, "message/rfc822", None, "")
        mark = self._writing.begin()
        said = self.write(message, depth + 1)
        self._writing.part(said.get("title", name), MESSAGE, self._writing.finish(mark), properties=said)

    def _named(self, name: str, kind: str, size: int | None, why: str) -> None:
        told = ", ".join(filter(None, (name, kind, "" if size is None else f"{size} B")))
        self._writing.paragraph(f"[📎 {told}{': ' if why else ''}{why}]")


def _tangled(read: str) -> InputError:
    return InputError(
        read,
        Words("message aux parties trop imbriquées", "a message whose parts are nested too deeply"),
        Words(
            "aucun logiciel de courrier n’en écrit\xa0: demandez l’original",
            "no mail program writes any: ask for the original",
        ),
    )
