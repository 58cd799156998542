"""Names drawn from content: SHA-256 over bytes, and over a canonical form of plain values."""

import hashlib
import json
from typing import BinaryIO

SHORT = 10
_CHUNK = 1 << 20


def canonical(value: object) -> bytes:
    """Return the one JSON form of plain values: sorted keys, no spaces, UTF-8, no NaN.

    Examples
    --------
    >>> canonical({"b": 1, "a": "é"})
    b'{"a":"\\xc3\\xa9","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(value: object) -> str:
    """Return the SHA-256 of the canonical form of plain values, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def digest_text(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_bytes(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_stream(stream: BinaryIO) -> str:
    """Return the SHA-256 of a stream's bytes from where it stands, reading it by pieces."""
    running = hashlib.sha256()
    while piece := stream.read(_CHUNK):
        running.update(piece)
    return running.hexdigest()


def short(name: str) -> str:
    """Return the first characters of an id: enough to retype from a picture, and what ``temoin show`` takes."""
    return name[:SHORT]
