"""The one way into anything that is a ZIP: what it holds is counted and bounded before and while it is inflated."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

from temoin.errors import InputError
from temoin.words import Words

MOST_ENTRIES = 10_000
MOST_INFLATED = 300_000_000
"""Bytes that one archive may inflate to, all entries read together."""

_LARGEST_DIRECTORY = 4_000_000
_LARGEST_DECLARED = 1_000_000_000
# Deflate cannot do better than 1032 to 1; no written text comes near 300 to 1 over tens of megabytes.
_STEEPEST = 300
_SMALL = 20_000_000
_PIECE = 1 << 16
_LOCAL_HEADER = 30
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, OSError, RuntimeError)
# The others inflate a piece at once, however large it becomes; no office program uses them.
_READ = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Zipped:
    """An open archive: the names of its entries, and their bytes under a common limit.

    A name is only a key: it is never a path on any disk. ``strange`` lists the names that tried to be one (absolute,
    with ``..``, a drive letter, a backslash or a NUL character); backslashes count as slashes.

    Examples
    --------
    >>> made = io.BytesIO()
    >>> with zipfile.ZipFile(made, "w") as archive:
    ...     archive.writestr("letter.txt", "read me")
    >>> inside = open_zip(made, "letters.zip")
    >>> inside.names, inside.bytes_of("letter.txt", 100)
    (('letter.txt',), b'read me')
    """

    def __init__(self, archive: zipfile.ZipFile, read: str, most: int) -> None:
        self._archive = archive
        self._read = read
        self._most = self._left = most
        self._entries = {_key(info): info for info in archive.infolist()}
        self.names: tuple[str, ...] = tuple(self._entries)
        self.strange: tuple[str, ...] = tuple(
            key for key, info in self._entries.items() if _is_strange(info.orig_filename)
        )

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def size_of(self, name: str) -> int:
        """Return how many bytes an entry says it inflates to."""
        return self._entries[name].file_size

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """Give an entry's bytes as a stream that cannot seek; what is read of it counts against the common limit.

        Raises
        ------
        KeyError : no such entry
        InputError : locked, damaged, cut off, packed in an unknown way, or larger than the limit
        """
        info = self._entries[name]
        if info.flag_bits & 0x1:
            raise self._refusal(
                Words("une partie de l’archive est chiffrée", "a part of the archive is encrypted"),
                Words("ajoutez une copie sans mot de passe", "add a copy without a password"),
            )
        if info.compress_type not in _READ:
            raise self._refusal(
                Words("compression de ZIP inhabituelle", "an unusual ZIP compression"),
                Words("refaites l’archive en ZIP ordinaire", "make the archive again as an ordinary ZIP"),
            )
        # What is stored as it stands takes no more room than it has in the file.
        counts = info.compress_type != zipfile.ZIP_STORED
        if counts and info.file_size > self._left:
            raise self._too_large()
        with self._mended():
            inner = self._archive.open(info)
        with inner:
            yield io.BufferedReader(_Counted(lambda size: self._piece(inner, size, counts=counts)), _PIECE)

    def bytes_of(self, name: str, most: int) -> bytes:
        """Return an entry's bytes, at most ``most`` of them.

        Raises
        ------
        KeyError : no such entry
        InputError : as ``opened``, and for an entry of more than ``most`` bytes
        """
        with self.opened(name) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise self._too_large()
        return data

    def require_whole(self) -> None:
        """Inflate every entry once, keeping nothing: for those who then hand the archive to another library.

        Raises
        ------
        InputError : as ``opened``; all entries together inflate to more than the common limit
        """
        for name in self.names:
            with self.opened(name) as stream:
                while stream.read(_PIECE):
                    pass
        self._left = self._most

    @contextmanager
    def _mended(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as error:
            raise _damaged(self._read) from error

    def _piece(self, inner: IO[bytes], size: int, *, counts: bool) -> bytes:
        with self._mended():
            data = inner.read(min(size, _PIECE))
        self._left -= len(data) * counts
        if self._left < 0:
            raise self._too_large()
        return data

    def _too_large(self) -> InputError:
        return _bomb(self._read, self._most)

    def _refusal(self, expected: Words, remedy: Words) -> InputError:
        return InputError(self._read, expected, remedy)


def open_zip(stream: BinaryIO, read: str, most: int | None = None) -> Zipped:
    """Return an archive whose directory keeps its limits; nothing is inflated yet, and nested archives stay shut.

    Parameters
    ----------
    stream : seekable
    read : what is read, for the messages
    most : bytes that all entries read together may inflate to; ``MOST_INFLATED`` where nothing is said

    Raises
    ------
    InputError : not a ZIP, cut off or damaged; more than 10,000 entries; a directory of more than 4 MB; entries that
        overlap, share a name, or declare sizes that only a bomb has
    """
    most = MOST_INFLATED if most is None else most
    try:
        archive = zipfile.ZipFile(_Guarded(stream, read))
    except zipfile.BadZipFile as error:
        raise _cut_off(read) from error
    except _DAMAGE as error:
        raise _damaged(read) from error
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _crowded(read)
    _require_sizes(entries, read, most)
    _require_apart(entries, read)
    _require_names(entries, read)
    return Zipped(archive, read, most)


class _Guarded(io.RawIOBase):
    """The stream as zipfile sees it: it reads a directory in one go, however large the directory says it is."""

    def __init__(self, stream: BinaryIO, read: str) -> None:
        self._stream = stream
        self._what = read

    def read(self, size: int = -1) -> bytes:
        if size > _LARGEST_DIRECTORY:
            raise _crowded(self._what)
        return self._stream.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


class _Counted(io.RawIOBase):
    """An entry's bytes, each counted as it comes out."""

    def __init__(self, piece: Callable[[int], bytes]) -> None:
        self._piece = piece

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int] | bytearray") -> int:  # type: ignore[override]
        data = self._piece(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _key(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/")


def _is_strange(name: str) -> bool:
    slashed = name.replace("\\", "/")
    return (
        slashed.startswith("/")
        or ".." in slashed.split("/")
        or slashed[1:2] == ":"
        or "\\" in name
        or not name.isprintable()
    )


def _require_sizes(entries: list[zipfile.ZipInfo], read: str, most: int) -> None:
    total = sum(info.file_size for info in entries)
    steep = any(info.file_size > max(_SMALL, _STEEPEST * info.compress_size) for info in entries)
    if steep or total > max(most, _LARGEST_DECLARED):
        raise _bomb(read, most)


def _require_apart(entries: list[zipfile.ZipInfo], read: str) -> None:
    end = 0
    for info in sorted(entries, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise InputError(
                read,
                Words("des parties de l’archive se recouvrent", "parts of the archive overlap"),
                Words(
                    "aucun outil ne fait de tels fichiers\xa0: demandez l’original",
                    "no tool makes such files: ask for the original",
                ),
            )
        end = info.header_offset + _LOCAL_HEADER + info.compress_size


def _require_names(entries: list[zipfile.ZipInfo], read: str) -> None:
    twice = [name for name, count in Counter(map(_key, entries)).items() if count > 1]
    if twice:
        raise InputError(
            read,
            Words(
                f"{len(twice)} nom(s) figurent deux fois dans l’archive\xa0: laquelle des parties compte est ambigu",
                f"{len(twice)} name(s) stand twice in the archive: which of the parts counts is ambiguous",
            ),
            Words(
                "demandez l’original, ou enregistrez-le de nouveau avec son programme",
                "ask for the original, or save it again with its program",
            ),
        )


def _bomb(read: str, most: int) -> InputError:
    return InputError(
        read,
        Words(
            f"l’archive se déplierait au-delà de {most // 1_000_000}\xa0Mo, ou de plus de 300 fois sa taille",
            f"the archive would inflate beyond {most // 1_000_000} MB, or beyond 300 times its size",
        ),
        Words(
            "ajoutez la partie utile, ou une version PDF ou texte",
            "add the part that matters, or a PDF or text version",
        ),
    )


def _crowded(read: str) -> InputError:
    return InputError(
        read,
        Words("archive de plus de 10 000 entrées", "an archive of more than 10,000 entries"),
        Words("ajoutez les fichiers utiles un par un", "add the files that matter one by one"),
    )


def _cut_off(read: str) -> InputError:
    return InputError(
        read,
        Words("archive incomplète ou endommagée", "an incomplete or damaged archive"),
        Words("téléchargez-la de nouveau, ou demandez l’original", "download it again, or ask for the original"),
    )


def _damaged(read: str) -> InputError:
    return InputError(
        read,
        Words("une partie de l’archive est endommagée", "a part of the archive is damaged"),
        Words("téléchargez-la de nouveau, ou demandez l’original", "download it again, or ask for the original"),
    )
