"""Records of web archives, plain or gzipped, read by pieces under limits; what is damaged is counted and passed."""

import base64
import binascii
import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from temoin.errors import InputError
from temoin.words import Words

GZIP = b"\x1f\x8b"
_PIECE = 1 << 18
_LONGEST_LINE = 1 << 16
_LARGEST_HEADERS = 1 << 20
_MOST_INFLATED = 3_000_000_000
_STEEPEST = 300
_SMALL = 20_000_000
_VERSIONS = ["WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17"]
_RECORD = StatusAndHeadersParser(_VERSIONS)
_ANSWER = StatusAndHeadersParser([], verify=False)


class Unpacked:
    """The bytes of a web archive, inflated where it is gzipped; its end is where it is cut off or broken.

    Parameters
    ----------
    stream : at its beginning
    read : what is read, for the message
    """

    def __init__(self, stream: BinaryIO, read: str) -> None:
        self.is_cut_off = False
        self._stream = stream
        self._read = read
        self._buffer, self._at = b"", 0
        self._given = 0
        self._is_inside = False
        self._waiting = stream.read(_PIECE)
        self._inflating = _inflater() if self._waiting.startswith(GZIP) else None
        self._taken = len(self._waiting)

    def read(self, size: int) -> bytes:
        """Return at most ``size`` bytes; fewer only at the end."""
        pieces = []
        while size and (self._at < len(self._buffer) or self._fill()):
            piece = self._buffer[self._at : self._at + size]
            self._at += len(piece)
            size -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def readline(self) -> bytes:
        """Return the bytes up to the next line end, at most 64 KiB of them."""
        line = b""
        while self._at < len(self._buffer) or self._fill():
            most = self._at + _LONGEST_LINE - len(line)
            end = self._buffer.find(b"\n", self._at, most) + 1 or min(most, len(self._buffer))
            line += self._buffer[self._at : end]
            self._at = end
            if line.endswith(b"\n") or len(line) >= _LONGEST_LINE:
                break
        return line

    def skip(self, size: int) -> int:
        """Pass over bytes; return how many were there."""
        passed = 0
        while passed < size and (self._at < len(self._buffer) or self._fill()):
            step = min(size - passed, len(self._buffer) - self._at)
            self._at += step
            passed += step
        return passed

    def _fill(self) -> bool:
        self._buffer, self._at = self._next(), 0
        self._given += len(self._buffer)
        if self._given > max(_SMALL, min(_MOST_INFLATED, _STEEPEST * self._taken)):
            raise InputError(
                self._read,
                Words("l’archive se déplierait sans mesure", "the archive would inflate beyond measure"),
                Words(
                    "ajoutez la page utile, ou une archive plus courte",
                    "add the page that matters, or a shorter archive",
                ),
            )
        return bool(self._buffer)

    def _next(self) -> bytes:
        if self._inflating is None:
            piece, self._waiting = self._waiting or self._more(), b""
            return piece
        while self._waiting or self._refill():
            try:
                piece = self._inflating.decompress(self._waiting, _PIECE)
            except zlib.error:
                self.is_cut_off = True
                return b""
            self._waiting = self._inflating.unconsumed_tail
            self._is_inside = not self._inflating.eof
            if self._inflating.eof:
                # Some writers fill up with zeros between records.
                self._waiting = self._inflating.unused_data.lstrip(b"\0")
                self._inflating = _inflater()
            if piece:
                return piece
        self.is_cut_off = self.is_cut_off or self._is_inside
        return b""

    def _refill(self) -> bool:
        self._waiting = self._more()
        return bool(self._waiting)

    def _more(self) -> bytes:
        data = self._stream.read(_PIECE)
        self._taken += len(data)
        return data


def _inflater() -> "zlib._Decompress":
    return zlib.decompressobj(16 + zlib.MAX_WBITS)


@dataclass(slots=True)
class Record:
    """A record: its headers, and its block while it is the current one.

    Parameters
    ----------
    kind : such as ``response``
    url : its target, "" where it has none
    date : as it is written, ISO 8601
    """

    kind: str
    url: str
    date: str
    headers: StatusAndHeaders
    length: int
    unpacked: Unpacked
    left: int
    is_cut_off: bool = False

    def said(self, name: str) -> str:
        """Return a header of the record; empty where it is missing."""
        return str(self.headers.get_header(name) or "").strip()

    def block(self, most: int) -> bytes | None:
        """Return the record's block; None for one of more than ``most`` bytes."""
        if self.length > most:
            return None
        data = self.unpacked.read(self.left)
        self.is_cut_off = len(data) < self.left
        self.left = 0
        return data

    def skip(self) -> None:
        """Pass over what is left of the block."""
        self.is_cut_off = self.unpacked.skip(self.left) < self.left or self.is_cut_off
        self.left = 0


class Records:
    """The records of a web archive, one after the other.

    ``damaged`` counts the places where no record began, as after a wrong length; ``is_cut_off`` says that the last
    record, or its compression, stops before its end.
    """

    def __init__(self, stream: BinaryIO, read: str) -> None:
        self.damaged = 0
        self._unpacked = Unpacked(stream, read)
        self._short = False

    @property
    def is_cut_off(self) -> bool:
        """Whether the archive stops before its end."""
        return self._short or self._unpacked.is_cut_off

    def __iter__(self) -> Iterator[Record]:
        is_lost = False
        while line := self._unpacked.readline():
            if not line.strip():
                continue
            record = self._record(line) if line.startswith(b"WARC/") else None
            if record is None:
                self.damaged += not is_lost
                is_lost = True
                continue
            is_lost = False
            yield record
            record.skip()
            self._short = record.is_cut_off

    def _record(self, line: bytes) -> Record | None:
        try:
            headers = _RECORD.parse(_Headers(self._unpacked), line)
            length = int(headers.get_header("Content-Length") or "")
        except (StatusAndHeadersParserException, EOFError, ValueError):
            return None
        url = str(headers.get_header("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
        kind, date = (str(headers.get_header(name) or "") for name in ("WARC-Type", "WARC-Date"))
        if length < 0:
            return None
        return Record(kind.lower(), url, date, headers, length, self._unpacked, length)


class _Headers:
    def __init__(self, stream: "Unpacked | io.BytesIO") -> None:
        self._stream = stream
        self._left = _LARGEST_HEADERS

    def readline(self) -> bytes:
        line = self._stream.readline()
        self._left -= len(line)
        if self._left < 0:
            raise ValueError("headers without end")
        return line


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, headers, and the bytes after them as they came."""

    status: str
    headers: StatusAndHeaders
    raw: bytes

    def said(self, name: str) -> str:
        """Return a header of the answer; empty where it is missing."""
        return str(self.headers.get_header(name) or "").strip()


def answer_of(block: bytes) -> Answer | None:
    """Return the answer or the request that a block holds; None where it holds none."""
    stream = io.BytesIO(block)
    try:
        headers = _ANSWER.parse(_Headers(stream))
    except (EOFError, ValueError):
        return None
    return Answer(str(headers.get_statuscode()), headers, stream.read())


def unchunked(raw: bytes) -> bytes:
    """Return a body whose chunks are joined; one that is not in chunks after all stays as it is.

    Examples
    --------
    >>> unchunked(bytes.fromhex("330d0a") + b"abc" + bytes.fromhex("0d0a300d0a0d0a"))
    b'abc'
    """
    pieces: list[bytes] = []
    at = 0
    while (end := raw.find(b"\r\n", at, at + 1024)) >= 0:
        try:
            size = int(raw[at:end].partition(b";")[0].strip(), 16)
        except ValueError:
            return b"".join(pieces) or raw
        if size <= 0:
            return b"".join(pieces)
        pieces.append(raw[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(pieces) or raw


def decoded(body: bytes, encoding: str, most: int) -> bytes | None:
    """Return a body without its content encoding; None where it is larger than ``most`` or of an unknown encoding.

    A body that is not of the encoding it declares was decoded by the tool that captured it, and stays as it is.
    """
    for name in reversed([each.strip().lower() for each in encoding.split(",")]):
        if name in {"", "identity", "none"}:
            continue
        if name not in {"gzip", "x-gzip", "deflate"}:
            return None
        inflated = _inflated(body, most)
        if inflated is None:
            return None
        body = inflated
    return body if len(body) <= most else None


def _inflated(body: bytes, most: int) -> bytes | None:
    for bits in (32 + zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflating = zlib.decompressobj(bits)
        try:
            data = inflating.decompress(body, most + 1)
        except zlib.error:
            continue
        return data if len(data) <= most else None
    return body


def digest_agrees(declared: str, candidates: list[bytes]) -> bool | None:
    """Return whether a declared digest is that of one of the candidates; None where it cannot be told.

    Tools differ on whether the digest of a payload is drawn before or after its chunks are joined.

    Examples
    --------
    >>> digest_agrees("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", [b""]), digest_agrees("crc:1", [b""])
    (True, None)
    """
    algorithm, _, value = declared.partition(":")
    name = algorithm.strip().lower().replace("-", "")
    if name not in {"sha1", "sha256", "md5", "sha512"} or not value:
        return None
    return any(_same(hashlib.new(name, each, usedforsecurity=False).digest(), value.strip()) for each in candidates)


def _same(digest: bytes, value: str) -> bool:
    forms = {digest.hex(), base64.b32encode(digest).decode().rstrip("=").lower()}
    if value.rstrip("=").lower() in forms:
        return True
    try:
        return base64.b64decode(value + "==", altchars=b"-_" if "-" in value or "_" in value else None) == digest
    except (binascii.Error, ValueError):
        return False
