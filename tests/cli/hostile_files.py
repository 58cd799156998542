"""Files that nobody means well by, or that a journey has hurt: each made in code, as small as it can be made."""

import hashlib
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from fuzz.seed import pdf, pdf_stream
from temoin.documents.scorecard.made_up import dense_pdf, set_by_typst

WORDS = "En Atlasie, pays fictif, 450 000 lignes sont tombées le 5 mars 2024.\n"
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_BLOCK = 1 << 20
_FONTS = b"/Resources << /Font << /F1 5 0 R >> >> >>"


def a_pdf(words: str = WORDS) -> bytes:
    return set_by_typst(words)


def a_truncated_pdf() -> bytes:
    whole = a_pdf(WORDS * 40)
    return whole[: len(whole) // 3]


def a_locked_pdf(password: bytes = b"secret") -> bytes:
    """A PDF really encrypted with 40-bit RC4, the standard handler's second revision, PDF 1.7, section 7.6.3."""
    owner = _rc4(hashlib.md5(_padded(password)).digest()[:5], _padded(password))
    ident, rights = b"0123456789abcdef", -4
    key = hashlib.md5(_padded(password) + owner + struct.pack("<i", rights) + ident).digest()[:5]
    user = _rc4(key, _PADDING)
    of_stream = hashlib.md5(key + struct.pack("<I", 4)[:3] + b"\0\0").digest()[:10]
    content = _rc4(of_stream, b"BT /F1 12 Tf 72 720 Td (450 000) Tj ET")
    seed = pdf(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            pdf_stream(content),
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >>" % (_hex(owner), _hex(user)),
        )
    )
    locked = b"/Encrypt 5 0 R /ID [<%b> <%b>] /Root" % (_hex(ident), _hex(ident))
    return seed.whole().replace(b"/Root", locked)


def pdf_of_a_million_objects() -> Iterator[bytes]:
    """One page of words, and a million objects that nothing needs, as a cross-reference table lists them."""
    small = pdf(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + _FONTS,
            pdf_stream(b"BT /F1 12 Tf 72 720 Td (450 000 lignes) Tj ET"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *(b"<< /A %d 0 R >>" % (6 + (rank + 1) % 1_000_000) for rank in range(1_000_000)),
        )
    )
    yield small.whole()


def pdf_of_many_kids(depth: int) -> bytes:
    """A tree of pages that is one long branch."""
    kids = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (rank + 3) for rank in range(depth)]
    page = b"<< /Type /Page /MediaBox [0 0 595 842] >>"
    return pdf((b"<< /Type /Catalog /Pages 2 0 R >>", *kids, page)).whole()


def a_png(width: int, height: int) -> bytes:
    """A white picture of one bit a pixel, written without holding it."""
    press, row = zlib.compressobj(9), b"\0" + b"\xff" * ((width + 7) // 8)
    data = b"".join(press.compress(row) for _ in range(height)) + press.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    made = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def zip_bomb(members: dict[str, bytes], swollen: str, megabytes: int) -> bytes:
    """An archive of these members, one of which unpacks to so many megabytes of zeros or spaces."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            if name != swollen:
                archive.writestr(name, data)
                continue
            before, after = data.split(b"@@")
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(before)
                for _ in range(megabytes):
                    member.write(b" " * _BLOCK)
                member.write(after)
    return buffer.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    return zip_bomb(members, "", 0)


def large_html(megabytes: int, path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(b"<!doctype html><html><head><meta charset='utf-8'></head><body>")
        for _ in range(megabytes):
            stream.write(b"<p>Atlasie 450 000</p>\n" * (_BLOCK // 23))
        stream.write(b"</body></html>")


def noise(length: int = 4000) -> bytes:
    return random.Random(5).randbytes(length)


def dense(pages: int) -> bytes:
    return b"".join(dense_pdf(pages))


def _padded(password: bytes) -> bytes:
    return (password + _PADDING)[:32]


def _hex(data: bytes) -> bytes:
    return data.hex().encode()


def _rc4(key: bytes, data: bytes) -> bytes:
    state, other = list(range(256)), 0
    for rank in range(256):
        other = (other + state[rank] + key[rank % len(key)]) % 256
        state[rank], state[other] = state[other], state[rank]
    out, one, other = bytearray(), 0, 0
    for byte in data:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        out.append(byte ^ state[(state[one] + state[other]) % 256])
    return bytes(out)
