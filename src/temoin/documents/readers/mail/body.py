"""What a message says: its best body in characters, and everything else that it carries, one attachment each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from temoin.documents.readers.encoding import SAY_IT, fits, utf8_or
from temoin.documents.readers.mail.headers import codec_of, decoded_words
from temoin.documents.readers.web.html import LARGEST_PAGE, decoded_page, page_tree
from temoin.documents.readers.web.page import visible_text
from temoin.errors import InputError
from temoin.words import Words

_QUOTE = re.compile(r">*")
_STUB = 4
_LONG = 400
_MOST_NESTED = 40


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that a message carries beside its words.

    Parameters
    ----------
    name : file name as declared, "" where none is
    kind : media type as declared
    data : its bytes; of a message inside, those are in ``message``
    message : a message that is carried whole
    charset : Python's name of the charset it declares; None where it declares none
    """

    name: str
    kind: str
    data: bytes
    message: Message | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What a message says and what it carries."""

    texts: tuple[str, ...]
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class _How:
    read: str
    encoding: str | None
    lenient: bool


def body_of(message: Message, read: str, encoding: str | None, *, lenient: bool = False) -> Body:
    """Return a message's best body and its attachments, in their order.

    Plain text stands before HTML, unless it is empty or a stub; of alternatives only the chosen one is read.

    Parameters
    ----------
    read : what is read, for the message
    encoding : as given with ``--encoding``; stands before what the message declares
    lenient : a text of an unknown encoding is written with U+FFFD instead of refused

    Raises
    ------
    InputError : a text that is neither UTF-8 nor what the message declares
    """
    texts: list[str] = []
    attachments: list[Attachment] = []
    for item in _items(message, _How(read, encoding, lenient), 0):
        if isinstance(item, Attachment):
            attachments.append(item)
        elif item.strip():
            texts.append(item.strip("\r\n"))
    return Body(tuple(texts), tuple(attachments))


def _items(part: Message, how: _How, depth: int) -> Iterator[str | Attachment]:
    kind = part.get_content_type()
    inside = part.get_payload() if part.is_multipart() else None
    if kind == "message/rfc822" or (isinstance(inside, list) and kind.startswith("message/") and len(inside) == 1):
        yield _carried(part)
    elif isinstance(inside, list) and depth < _MOST_NESTED:
        yield from _many(part, [each for each in inside if isinstance(each, Message)], how, depth)
    elif kind.startswith("text/") and not _is_attached(part) and kind in {"text/plain", "text/html", "text/enriched"}:
        yield _words(part, kind, how)
    elif not isinstance(inside, list):
        yield Attachment(_name(part), kind, payload(part), charset=codec_of(_parameter(part, "charset")))


def _many(part: Message, inside: list[Message], how: _How, depth: int) -> Iterator[str | Attachment]:
    if part.get_content_subtype() != "alternative":
        for each in inside:
            yield from _items(each, how, depth + 1)
        return
    found = [list(_items(each, how, depth + 1)) for each in inside]
    words = ["\n".join(item for item in items if isinstance(item, str)) for items in found]
    chosen = _best(words)
    for index, items in enumerate(found):
        yield from (item for item in items if isinstance(item, Attachment) or index == chosen)


def _best(words: list[str]) -> int:
    full = [index for index, text in enumerate(words) if text.strip()]
    if not full:
        return 0
    longest = max(full, key=lambda index: len(words[index]))
    is_stub = len(words[full[0]]) * _STUB < len(words[longest]) > _LONG
    return longest if is_stub else full[0]


def _carried(part: Message) -> Attachment:
    inside = part.get_payload()
    message = inside[0] if isinstance(inside, list) and inside and isinstance(inside[0], Message) else None
    return Attachment(_name(part), "message/rfc822", b"" if message is not None else payload(part), message)


def _is_attached(part: Message) -> bool:
    return (part.get_content_disposition() or "") == "attachment" or bool(_name(part))


def _name(part: Message) -> str:
    try:
        return decoded_words(part.get_filename() or "").replace("\\", "/").rpartition("/")[2]
    except (UnicodeError, ValueError, TypeError):
        return ""


def payload(part: Message) -> bytes:
    """Return a part's bytes, its transfer encoding undone; a broken one gives what can be read."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):
        data = None
    return data if isinstance(data, bytes) else b""


def _words(part: Message, kind: str, how: _How) -> str:
    data, codec = payload(part), codec_of(_parameter(part, "charset"))
    text = _decoded(data, codec, kind, how).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if kind == "text/html":
        return _seen(text, how.read)
    if (_parameter(part, "format") or "").lower() == "flowed":
        return unflowed(text, joins=(_parameter(part, "delsp") or "").lower() == "yes")
    return text


def _decoded(data: bytes, codec: str | None, kind: str, how: _How) -> str:
    try:
        if kind == "text/html":
            return decoded_page(how.read, data, how.encoding or utf8_or(data, codec))
        return characters(data, codec, how.read, how.encoding)
    except InputError:
        if not how.lenient:
            raise
    return data.decode(codec or "ascii", "replace")


def _seen(page: str, read: str) -> str:
    try:
        return visible_text(page_tree(page, read))
    except InputError:
        if len(page) > LARGEST_PAGE:
            raise
        return ""


def _parameter(part: Message, name: str) -> str | None:
    value = part.get_param(name)
    return value[2] if isinstance(value, tuple) else value


def characters(data: bytes, codec: str | None, read: str, encoding: str | None) -> str:
    """Return the characters of a text in a message, which often is not what it declares.

    What was said on the command line stands first; bytes that are valid UTF-8 are that; then what is declared.

    Raises
    ------
    InputError : none of these fits; nothing is guessed
    """
    candidates = [codec, "ascii"] if data.isascii() else [encoding and codec_of(encoding), "utf-8", codec]
    for candidate in candidates:
        if candidate and fits(data, candidate):
            return data.decode(candidate).removeprefix("\ufeff")
    raise InputError(
        read,
        Words(
            "un message n’est ni de l’UTF-8 ni de l’encodage qu’il déclare",
            "a message is neither UTF-8 nor of the encoding that it declares",
        ),
        SAY_IT,
    )


def unflowed(text: str, *, joins: bool = False) -> str:
    """Return a flowed text with its paragraphs whole again.

    Parameters
    ----------
    joins : the space at the end of a broken line is dropped

    References
    ----------
    RFC 3676, section 4.

    Examples
    --------
    >>> unflowed("The network \\nfell.\\n> It \\n> did.\\n-- \\nA. L.")
    'The network fell.\\n> It did.\\n-- \\nA. L.'
    """
    lines: list[str] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        depth = len(_QUOTE.match(line)[0])  # type: ignore[index]
        body = line[depth:].removeprefix(" ")
        if open_depth == depth and body != "-- ":
            lines[-1] += body
        else:
            lines.append(f"{'>' * depth} {body}" if depth else body)
        is_soft = body.endswith(" ") and body != "-- "
        if is_soft and joins:
            lines[-1] = lines[-1][:-1]
        open_depth = depth if is_soft else None
    return "\n".join(lines)
