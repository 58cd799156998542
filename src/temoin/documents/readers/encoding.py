"""From bytes to characters: byte order marks first, then what was said, then what the file declares, never a guess."""

import codecs
import io
from dataclasses import dataclass
from typing import BinaryIO

from temoin.errors import InputError
from temoin.words import Words

# The order matters: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages call Latin 1 is Windows-1252: WHATWG Encoding Standard, section 4.2.
_SAME_AS_WINDOWS = {"iso8859-1", "ascii"}
# Codecs of names and of source code, which no file is written in, and which do not mend what they cannot read.
_LONGEST_MARK = 4
_PIECE = 1 << 20
_NOT_OF_FILES = {"idna", "punycode", "unicode-escape", "raw-unicode-escape"}
SAY_IT = Words(
    "donnez son encodage : --encoding windows-1252 (occidental), koi8-r ou windows-1251 (cyrillique), gb18030 "
    "(chinois), windows-1256 (arabe)",
    "give its encoding: --encoding windows-1252 (Western), koi8-r or windows-1251 (Cyrillic), gb18030 (Chinese), "
    "windows-1256 (Arabic)",
)
"""What settles an encoding: nobody can tell one of eight bits from another for sure."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A byte order mark: the encoding it announces and its length in bytes; no encoding where there is none."""

    encoding: str | None
    length: int


def byte_order_mark(data: bytes) -> Mark:
    """Return the byte order mark that the bytes begin with.

    Examples
    --------
    >>> byte_order_mark(b"\\xef\\xbb\\xbfA")
    Mark(encoding='utf-8', length=3)
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Mark(encoding, len(mark))
    return Mark(None, 0)


def codec_name(read: str, label: str) -> str:
    """Return Python's name for an encoding's label.

    Raises
    ------
    InputError : no such encoding, or one that is not of text

    Examples
    --------
    >>> codec_name("page.html", "Latin-1")
    'cp1252'
    """
    try:
        name = codecs.lookup(label.strip()).name
        "".encode(name)
    except (LookupError, UnicodeError, ValueError) as error:
        raise _unknown(read, label) from error
    if name in _NOT_OF_FILES:
        raise _unknown(read, label)
    return "cp1252" if name in _SAME_AS_WINDOWS else name


def _unknown(read: str, label: str) -> InputError:
    said = Words(f"encodage inconnu\xa0: «\xa0{label}\xa0»", f'unknown encoding "{label}"')
    return InputError(read, said, SAY_IT)


def fits(data: bytes, codec: str) -> bool:
    """Return whether bytes can be of an encoding.

    Examples
    --------
    >>> fits("été".encode("cp1252"), "utf-8")
    False
    """
    try:
        data.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return False
    return True


def utf8_or(data: bytes, codec: str | None) -> str | None:
    """Return UTF-8 for bytes that only UTF-8 makes, else the encoding that was declared: declarations often lie.

    Examples
    --------
    >>> utf8_or("été".encode(), "cp1252"), utf8_or("été".encode("cp1252"), "cp1252"), utf8_or(b"ete", "cp1252")
    ('utf-8', 'cp1252', 'cp1252')
    """
    return "utf-8" if not data.isascii() and fits(data, "utf-8") else codec


def decode(read: str, data: bytes, encoding: str | None) -> str:
    """Return the characters of a text file, its byte order mark dropped; UTF-8 unless a mark or the reader says other.

    Parameters
    ----------
    read : what is read, for the message
    data : the whole file
    encoding : as given with ``--encoding``

    Raises
    ------
    InputError : the bytes are not of that encoding; the message names the first offending byte

    Examples
    --------
    >>> decode("a.txt", "été".encode("cp1252"), "windows-1252")
    'été'
    """
    mark = byte_order_mark(data)
    name = mark.encoding or codec_name(read, encoding or "utf-8")
    try:
        return data[mark.length :].decode(name)
    except UnicodeDecodeError as error:
        raise _not_of(read, name, error.start + mark.length) from error


def open_text(read: str, stream: BinaryIO, encoding: str | None) -> io.TextIOWrapper:
    """Return a text file open at its first character, its ends of lines as they are: as ``decode``, line by line.

    Raises
    ------
    InputError : the bytes are not of that encoding, anywhere in the file

    Examples
    --------
    >>> list(open_text("a.csv", io.BytesIO(b"a;1\\r\\nb;2"), None))
    ['a;1\\r\\n', 'b;2']
    """
    stream.seek(0)
    mark = byte_order_mark(stream.read(_LONGEST_MARK))
    name = mark.encoding or codec_name(read, encoding or "utf-8")
    # Said without its order and without a mark, as ``decode`` takes it on most machines: a decoder asks for the mark.
    codec = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name, name)
    decoder = codecs.getincrementaldecoder(codec)()
    at = stream.seek(mark.length)
    while piece := stream.read(_PIECE):
        at = _decoded(decoder, piece, at, (read, name))
    _decoded(decoder, b"", at, (read, name))
    stream.seek(mark.length)
    return io.TextIOWrapper(stream, codec, newline="")


def _decoded(decoder: codecs.IncrementalDecoder, piece: bytes, at: int, named: tuple[str, str]) -> int:
    held = len(decoder.getstate()[0])
    try:
        decoder.decode(piece, final=not piece)
    except UnicodeDecodeError as error:
        raise _not_of(*named, at - held + error.start) from error
    return at + len(piece)


def _not_of(read: str, name: str, place: int) -> InputError:
    return InputError(
        read,
        Words(f"ce n’est pas du {name.upper()}", f"this is not {name.upper()}"),
        SAY_IT,
        where=Words(f"octet {place}", f"byte {place}"),
    )
