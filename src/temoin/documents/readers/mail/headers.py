"""Headers of messages as people read them: folded lines, encoded words, bytes that no standard allows."""

import base64
import binascii
import datetime as dt
import email.utils
import quopri
import re
from email.message import Message

from temoin.documents.readers.encoding import codec_name
from temoin.errors import InputError
from temoin.period import UTC, iso

_WORD = re.compile(r"=\?([^?*\s]{1,60})(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=", re.IGNORECASE)
_BETWEEN = re.compile(r"(\?=)[ \t\r\n]+(?==\?)")
_FOLD = re.compile(r"[\r\n]+[ \t]*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Labels that stand in mail for a larger encoding of the same family.
_LARGER = {
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc_kr": "cp949", "shift_jis": "cp932",
    "iso8859-9": "cp1254", "big5": "big5hkscs", "iso8859-11": "cp874", "tis_620": "cp874",
}  # fmt: skip
_NO_LABEL = frozenset(("", "unknown-8bit", "x-unknown", "unknown", "default", "x-user-defined", "binary", "8bit"))


def codec_of(label: str | None) -> str | None:
    """Return Python's name for the charset that a message declares; None for one that says nothing or is unknown.

    Examples
    --------
    >>> codec_of("GB2312"), codec_of("iso-8859-1"), codec_of("x-unknown")
    ('gb18030', 'cp1252', None)
    """
    plain = (label or "").strip().strip("'\"").lower()
    if plain in _NO_LABEL:
        return None
    try:
        name = codec_name("charset", plain)
    except InputError:
        return None
    return _LARGER.get(name, name)


def header(message: Message, name: str, encoding: str | None = None) -> str:
    """Return a header as people read it, on one line; several of one name joined by a comma; empty where missing.

    Parameters
    ----------
    encoding : of bytes outside ASCII that are no UTF-8; without it they are shown as U+FFFD
    """
    values = [value for key, value in message.raw_items() if key.lower() == name.lower()]
    return ", ".join(decoded_words(str(value), encoding) for value in values)


def decoded_words(raw: str, encoding: str | None = None) -> str:
    """Return a header's value with its encoded words decoded, those cut inside a character joined first.

    Examples
    --------
    >>> decoded_words("=?utf-8?q?Coupure_=C3?= =?utf-8?q?=A0_Valmora?=")
    'Coupure à Valmora'
    """
    text = _eight_bit(_FOLD.sub(" ", raw), encoding)
    pieces: list[str] = []
    waiting, label, end = b"", "", 0
    for word in _WORD.finditer(text := _BETWEEN.sub(r"\1", text)):
        if word.start() > end or word[1].lower() != label:
            pieces += [_characters(waiting, label), text[end : word.start()]]
            waiting = b""
        waiting, label, end = waiting + _bytes(word[2].lower(), word[3]), word[1].lower(), word.end()
    whole = "".join([*pieces, _characters(waiting, label), text[end:]])
    return " ".join(_UNSEEN.sub("", whole).split(" ")).strip()


def moment_of(message: Message) -> str:
    """Return when a message says it was sent, ISO 8601 in UTC; only the day without a zone; empty where it does not."""
    try:
        moment = email.utils.parsedate_to_datetime(header(message, "Date"))
        return moment.date().isoformat() if moment.tzinfo is None else iso(moment.astimezone(UTC))
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""


def day_known(text: str) -> bool:
    """Return whether a date of a message can be read."""
    try:
        return isinstance(email.utils.parsedate_to_datetime(text), dt.datetime)
    except (ValueError, TypeError, OverflowError, IndexError):
        return False


def _eight_bit(text: str, encoding: str | None) -> str:
    if text.isascii():
        return text
    data = text.encode("utf-8", "surrogateescape")
    for codec in ("utf-8", encoding):
        try:
            return data.decode(codec) if codec else data.decode("ascii", "replace")
        except UnicodeDecodeError:
            continue
    return data.decode("ascii", "replace")


def _bytes(kind: str, text: str) -> bytes:
    plain = text.encode("ascii", "replace")
    if kind == "q":
        return quopri.decodestring(plain, header=True)
    try:
        return base64.b64decode(plain + b"=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return plain


def _characters(data: bytes, label: str) -> str:
    for codec in (codec_of(label), "utf-8"):
        try:
            if codec is not None:
                return data.decode(codec)
        except (UnicodeDecodeError, ValueError):
            continue
    return data.decode("ascii", "replace")
