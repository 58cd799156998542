"""Cache files whose name carries the hash of their own bytes, so that one that was altered shows without any list.

The name and the bytes are put in place by one rename: a kill leaves both or neither, and two builds at once that make
the same bytes make the same file. Building trusts names; ``verify`` hashes.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from temoin.case.durable import write_at_once

_DIGITS = 32
_HASHED = re.compile(rf"(?P<stem>[^.]+)\.(?P<hash>[0-9a-f]{{{_DIGITS}}})(?P<rest>(?:\..+)?)")


def plain_name(name: str) -> str:
    """Return a file's name without the hash of its bytes.

    Examples
    --------
    >>> plain_name("chart-1.0123456789abcdef0123456789abcdef.svg")
    'chart-1.svg'
    >>> plain_name("chart-1.svg")
    'chart-1.svg'
    """
    found = _HASHED.fullmatch(name)
    return f"{found['stem']}{found['rest']}" if found else name


def read_hashed(path: Path) -> bytes | None:
    """Return what stands in the cache under a plain name; None where nothing does."""
    for standing in _standing(path):
        try:
            return standing.read_bytes()
        except FileNotFoundError:  # another build has just put a newer one in its place
            continue
    return None


def write_hashed(path: Path, data: bytes) -> None:
    """Put bytes into the cache under a plain name, in place of what stood under it."""
    stem, dot, rest = path.name.partition(".")
    final = path.with_name(f"{stem}.{_digest(data)}{dot}{rest}")
    older = _standing(path)
    write_at_once(final, data)
    for each in older:
        if each != final:
            each.unlink(missing_ok=True)


def altered_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a cache whose bytes are no longer those of their name, in order of name."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        found = _HASHED.fullmatch(path.name)
        if found and path.is_file() and _digest(path.read_bytes()) != found["hash"]:
            yield path


def _standing(path: Path) -> list[Path]:
    stem, dot, rest = path.name.partition(".")
    near = path.parent.glob(f"{stem}.*") if path.parent.is_dir() else ()
    return sorted(each for each in near if plain_name(each.name) == f"{stem}{dot}{rest}" and each.name != path.name)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
