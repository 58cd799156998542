"""Changes to bytes: what a broken download, a torn disk or a malicious hand does to a file; drawn from given dice."""

import random
import re
import struct
from collections.abc import Callable, Sequence

TOKENS: tuple[bytes, ...] = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in [
        *',;\t\n"\'#[]{}:<>&%/\\()=-+ ',
        "\r\n", "\r", "\0", "null", "NaN", "Infinity", "-1", "0", "1e400", "-0.0", "true", "é", "\ufeff", "\u202e",
        "\u2066", "\u0085", "\u2028", "\x1b[31m", "\x9b", "\ud800", "\U0001f600", "\u0645\u0631\u062d", "\\ud800",
        "\\u0000", "9" * 30, "1" * 400, "1.7976931348623157e308", "0001-01-01", "9999-12-31T23:59:59Z", "2024-02-30",
        "31/02/2024", "1 234,56", "[[", "{{", "]]>", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;",
        "&#x110000;", "<html>", "<p>", "</div>", "<!--", "http://example.org/", "file:///etc/passwd", "../../x",
        "=1+1", "%PDF-1.7", "endobj", "stream\n", "endstream", "/Type", "/Kids", "/Length", "<<", ">>", "0 R", "xref",
        "PK\x03\x04", "Content-Length: 9", "Content-Type: text/html; charset=x", "charset=utf-7", 'boundary=""',
        "Content-Transfer-Encoding: base64", "=?utf-8?q?=41?=", "WARC/1.0", "Transfer-Encoding: chunked", "ISO-2022-JP",
    ]
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"1", b"-1", b"255", b"65536", b"2147483647", b"2147483648", b"4294967296", b"99999999999999999999")
_FIELDS = ("<H", ">H", "<I", ">I")
_VALUES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_LONGEST_RUN = 64
_LONGEST_REPEAT = 20_000
_LARGEST = 1 << 18
_REWRITTEN = ("utf-16", "utf-16-le", "utf-8-sig", "utf-7", "cp1252", "utf-32")

Change = Callable[[bytes, random.Random], bytes]


def mutated(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    """Return bytes after one to a dozen changes; one input in fifty is left as it is."""
    if dice.random() < 0.02:
        return data
    for _ in range(1 + min(int(dice.expovariate(0.5)), 11)):
        change = dice.choice(_CHANGES)
        data = _spliced(data, dice, others) if change is None else change(data, dice)
    return data[:_LARGEST]


def _run(data: bytes, dice: random.Random) -> tuple[int, int]:
    begin = dice.randrange(len(data) + 1)
    return begin, min(len(data), begin + 1 + int(dice.expovariate(1 / 6)) % _LONGEST_RUN)


def _flipped(data: bytes, dice: random.Random) -> bytes:
    if not data:
        return data
    place = dice.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << dice.randrange(8))]) + data[place + 1 :]


def _overwritten(data: bytes, dice: random.Random) -> bytes:
    begin, end = _run(data, dice)
    return data[:begin] + dice.randbytes(end - begin) + data[end:]


def _token_put(data: bytes, dice: random.Random) -> bytes:
    begin, end = _run(data, dice)
    return data[:begin] + dice.choice(TOKENS) + data[begin if dice.random() < 0.5 else end :]


def _cut(data: bytes, dice: random.Random) -> bytes:
    begin, end = _run(data, dice)
    return data[:begin] + data[end:]


def _doubled(data: bytes, dice: random.Random) -> bytes:
    begin, end = _run(data, dice)
    return data[:end] + data[begin:end] + data[end:]


def _truncated(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)] if dice.random() < 0.3 else data


def _renumbered(data: bytes, dice: random.Random) -> bytes:
    found = [match.span() for match in _NUMBER.finditer(data, dice.randrange(len(data) + 1))][:40]
    if not found:
        return data
    begin, end = dice.choice(found)
    number = dice.choice(_NUMBERS) if dice.random() < 0.6 else str(int(data[begin:end][:18]) + dice.choice((-1, 1)))
    return data[:begin] + (number if isinstance(number, bytes) else number.encode()) + data[end:]


def _field_set(data: bytes, dice: random.Random) -> bytes:
    form = dice.choice(_FIELDS)
    width = struct.calcsize(form)
    if len(data) < width:
        return data
    place = dice.randrange(len(data) - width + 1)
    packed = struct.pack(form, dice.choice(_VALUES) & ((1 << 8 * width) - 1))
    return data[:place] + packed + data[place + width :]


def _lines_moved(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one] if dice.random() < 0.5 else lines[other]
    return b"\n".join(lines)


def _repeated(data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.9:
        return data
    begin, end = _run(data, dice)
    piece = dice.choice((data[begin:end], dice.choice(TOKENS))) or b"["
    return data[:end] + piece * min(10 ** dice.randrange(1, 6), _LONGEST_REPEAT // len(piece) + 1) + data[end:]


def _rewritten(data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.8:
        return data
    return data.decode("utf-8", "replace").encode(dice.choice(_REWRITTEN), "replace")


def _spliced(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    other = dice.choice(others) if others else data
    begin, end = sorted((dice.randrange(len(other) + 1), dice.randrange(len(other) + 1)))
    place = dice.randrange(len(data) + 1)
    return (
        data[:place] + other[begin:end] + data[place if dice.random() < 0.5 else min(len(data), place + end - begin) :]
    )


_CHANGES: tuple[Change | None, ...] = (
    _flipped, _overwritten, _token_put, _token_put, _token_put, _cut, _doubled, _truncated, _renumbered, _renumbered,
    _field_set, _lines_moved, _repeated, _rewritten, None,
)  # fmt: skip
