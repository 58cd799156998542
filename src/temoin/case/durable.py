"""Writing so that a kill at any moment leaves either the whole file or nothing that counts."""

import hashlib
import os
import platform
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from temoin.errors import CaseError
from temoin.words import Words

_TEMPORARY = ".tmp-"
_ABANDONED_AFTER = 3600.0


@contextmanager
def temporary_file(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Give a new file of the folder to write into; it is gone afterwards unless it was moved into place.

    Raises
    ------
    CaseError : the folder cannot be written to, or the disk is full
    """
    path = folder / f"{_TEMPORARY}{_machine()}-{os.getpid()}-{secrets.token_hex(6)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as stream:
                yield path, stream
        finally:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def settle(temporary: Path, stream: BinaryIO, final: Path) -> None:
    """Put a finished temporary file under its final name, durably: fsync, rename, fsync of the folder."""
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    temporary.replace(final)
    sync_folder(final.parent)


def write_durably(final: Path, data: bytes) -> None:
    """Write a whole file under its final name, or leave what stood there."""
    with temporary_file(final.parent) as (path, stream):
        stream.write(data)
        settle(path, stream, final)


def write_at_once(final: Path, data: bytes) -> None:
    """Write a file that can be made again: whole or not at all after a kill, maybe empty after a loss of power."""
    with temporary_file(final.parent) as (path, stream):
        stream.write(data)
        stream.close()
        path.replace(final)


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold a folder against other processes of this machine that ask the same; a kill lets go of it.

    Where the system locks no folder, as on Windows and some shared drives, nothing is held.
    """
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, on systems that can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove temporary files of processes of this machine that are gone, and any that is more than an hour old."""
    for path in folder.glob(f"{_TEMPORARY}*") if folder.is_dir() else ():
        old = time.time() - path.stat().st_mtime > _ABANDONED_AFTER
        if old or _is_of_a_dead_process(path.name):
            path.unlink(missing_ok=True)


@cache
def _machine() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _is_of_a_dead_process(name: str) -> bool:
    machine, _, rest = name.removeprefix(_TEMPORARY).partition("-")
    process = rest.partition("-")[0]
    # Elsewhere than on POSIX there is no harmless way to ask whether a process lives: age alone decides there.
    if machine != _machine() or os.name != "posix" or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _cannot_write(folder: Path, error: OSError) -> CaseError:
    reason = error.strerror or str(error)
    return CaseError(
        Words(
            f"{folder} : écriture impossible ({reason}) ; vérifiez la place et les droits",
            f"{folder}: cannot write ({reason}); check the space left and the permissions",
        )
    )
