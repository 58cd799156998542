"""A seed: the parts of a small well-formed file and how they are put together, so that parts change and files stay."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fuzz.mutation import TOKENS, mutated

Parts = tuple[tuple[str, bytes], ...]
_WHOLE_TOO = 0.3
_MEMBER_NAMES = ("../../x", "/x", "..\\x", "a" * 300, "word/document.xml", "xl/workbook.xml", "content.xml", "\u202ex")
_CHANGED_PARTS = 3


@dataclass(frozen=True)
class Seed:
    """Named parts and the function that makes a file of them; ``apart`` where parts may be renamed or dropped."""

    parts: Parts
    assemble: Callable[[Parts], bytes]
    apart: bool = False

    def whole(self) -> bytes:
        return self.assemble(self.parts)

    def hurt(self, dice: random.Random, others: Sequence[bytes]) -> bytes:
        """Return the file with some parts changed, and sometimes bytes of the whole."""
        if len(self.parts) == 1 and not self.apart:
            return mutated(self.whole(), dice, others)
        parts = list(self.parts)
        for _ in range(dice.randrange(_CHANGED_PARTS)):
            rank = dice.randrange(len(parts))
            name, data = parts[rank]
            parts[rank] = (name, mutated(data, dice, [each for _, each in parts]))
        if self.apart and dice.random() < 0.2:
            parts = _rearranged(parts, dice)
        whole = self.assemble(tuple(parts))
        return mutated(whole, dice, others) if dice.random() < _WHOLE_TOO else whole


def _rearranged(parts: list[tuple[str, bytes]], dice: random.Random) -> list[tuple[str, bytes]]:
    rank = dice.randrange(len(parts))
    name, data = parts[rank]
    match dice.randrange(4):
        case 0:
            return parts[:rank] + parts[rank + 1 :] or parts
        case 1:
            return [*parts, (name, data)]
        case 2:
            return [*parts[:rank], (dice.choice(_MEMBER_NAMES), data), *parts[rank + 1 :]]
        case _:
            return [*parts, (dice.choice(_MEMBER_NAMES), dice.choice(TOKENS) * 9)]


def plain(data: bytes | str) -> Seed:
    """Return a seed of one part."""
    return Seed((("", data.encode() if isinstance(data, str) else data),), lambda parts: parts[0][1])


def zipped(members: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Seed:
    """Return a seed of a zip archive, the first member stored as OpenDocument wants it."""
    parts = tuple((name, data.encode() if isinstance(data, str) else data) for name, data in members.items())

    def assemble(parts: Parts) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            for rank, (name, data) in enumerate(parts):
                member = zipfile.ZipInfo(name, (2024, 3, 5, 0, 0, 0))
                member.compress_type = zipfile.ZIP_STORED if rank == 0 else method
                # Two members of one name are a trick worth trying; zipfile only warns of it.
                archive.NameToInfo.pop(name, None)
                archive.writestr(member, data)
        return buffer.getvalue()

    return Seed(parts, assemble, apart=True)


def pdf(objects: Sequence[bytes], *, root: int = 1, info: int | None = None) -> Seed:
    """Return a seed of a PDF: objects numbered from 1, with a cross-reference table that is right after each change."""

    def assemble(parts: Parts) -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, (_, body) in enumerate(parts, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        about = b"" if info is None else b" /Info %d 0 R" % info
        out += b"trailer\n<< /Size %d /Root %d 0 R%b >>\n" % (len(places) + 1, root, about)
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)

    return Seed(tuple((str(rank), body) for rank, body in enumerate(objects, 1)), assemble)


def pdf_stream(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """Return a PDF stream object."""
    data = zlib.compress(content) if packed else content
    how = b" /Filter /FlateDecode" if packed else b""
    return b"<< /Length %d%b%b >>\nstream\n%b\nendstream" % (len(data), how, entries, data)


def chunked(signature: bytes, chunks: Sequence[tuple[str, bytes]]) -> Seed:
    """Return a seed of a PNG: chunks whose lengths and checks are right after each change."""

    def assemble(parts: Parts) -> bytes:
        out = [signature]
        for name, data in parts:
            kind = name.encode("latin-1", "replace")[:4].ljust(4)
            out.append(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
        return b"".join(out)

    return Seed(tuple(chunks), assemble, apart=True)


def warc(records: Sequence[tuple[str, bytes]], *, packed: bool = False) -> Seed:
    """Return a seed of a web archive: records whose lengths are right after each change.

    Parameters
    ----------
    records : header lines without Content-Length, and block, of each record
    """

    def assemble(parts: Parts) -> bytes:
        out = []
        for head, block in parts:
            record = f"WARC/1.0\r\n{head}\r\nContent-Length: {len(block)}\r\n\r\n".encode("utf-8", "replace")
            data = record + block + b"\r\n\r\n"
            out.append(_gzip(data) if packed else data)
        return b"".join(out)

    return Seed(tuple(records), assemble, apart=True)


def _gzip(data: bytes) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    return press.compress(data) + press.flush()
