"""What every reader of a file format looks like, and how the right one is found by signature."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Generic, TypeVar

from temoin.errors import UnknownKindError
from temoin.evidence.source import Genre, Source, Visibility
from temoin.words import Words

HEAD_BYTES = 1 << 16
Result_co = TypeVar("Result_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Head:
    """What a reader may look at to recognise a file: its first 64 KiB, its name and its size in bytes."""

    data: bytes
    name: str
    size: int


def head_of(stream: BinaryIO, name: str) -> Head:
    """Return the head of a seekable stream, and leave the stream at its beginning."""
    size = stream.seek(0, 2)
    stream.seek(0)
    data = stream.read(HEAD_BYTES)
    stream.seek(0)
    return Head(data, name, size)


@dataclass(frozen=True, slots=True)
class Reader(Generic[Result_co]):
    """A reader of one file format: a pure function from a seekable stream to what it holds.

    Parameters
    ----------
    kind : stable name, as in ``--as KIND``
    version : raised whenever the same bytes would give another result
    label : name for people
    recognises : whether the head of a file is of this kind
    read : (stream, source) to what the file holds; never opens a socket, follows a link or runs anything
    general : asked only if no specific reader answers
    genre, visibility : what a source of this kind is unless somebody says otherwise
    personal : a source of this kind is personal unless ``--not-personal``
    libraries : distributions whose version changes what is read; part of the key of derived rows
    near : of a file that is nearly of this kind, what was found in it and what settles it; None for any other file
    programs : name to version of what stands outside the package and changes what is read, such as a program and its
        language packs, which may also be absent; part of the key of derived rows, with the source's language
    """

    kind: str
    version: int
    label: Words
    recognises: Callable[[Head], bool]
    read: Callable[[BinaryIO, Source], Result_co]
    general: bool = False
    genre: Genre = "other"
    visibility: Visibility = "quotes"
    personal: bool = False
    libraries: tuple[str, ...] = field(default=())
    near: Callable[[Head], tuple[Words, Words] | None] | None = None
    programs: Callable[[], Mapping[str, str]] | None = None


def choose_reader(
    readers: Sequence[Reader[Result_co]], head: Head, kind: str | None = None, *, shown: str | None = None
) -> Reader[Result_co]:
    """Return the one reader for a file: the kind asked for, else the only specific one, else the only general one.

    A general one is not asked where a specific reader says what a file lacks to be of its kind.

    Parameters
    ----------
    shown : what errors name the file by, where its own name must stay unsaid

    Raises
    ------
    UnknownKindError : no such kind; none or several recognise the file
    """
    said = head.name if shown is None else shown
    if kind is not None:
        return _named(readers, said, kind)
    for candidates in _ranks(readers):
        found = [reader for reader in candidates if reader.recognises(head)]
        if len(found) == 1:
            return found[0]
        if found:
            kinds = ", ".join(reader.kind for reader in found)
            raise UnknownKindError(
                said,
                Words(f"plusieurs lecteurs le reconnaissent ({kinds})", f"several readers recognise it ({kinds})"),
                Words("choisissez avec --as", "choose with --as"),
            )
        for reader in candidates:
            if reader.near is not None and (miss := reader.near(head)) is not None:
                raise UnknownKindError(said, *miss)
    raise UnknownKindError(
        said,
        Words("aucun lecteur ne reconnaît ce fichier", "no reader recognises this file"),
        _kinds(readers),
    )


def _ranks(readers: Sequence[Reader[Result_co]]) -> Iterator[list[Reader[Result_co]]]:
    yield [reader for reader in readers if not reader.general]
    yield [reader for reader in readers if reader.general]


def _named(readers: Sequence[Reader[Result_co]], said: str, kind: str) -> Reader[Result_co]:
    for reader in readers:
        if reader.kind == kind:
            return reader
    raise UnknownKindError(
        said, Words(f"« {kind} » n’est pas un genre connu", f'"{kind}" is not a known kind'), _kinds(readers)
    )


def _kinds(readers: Sequence[Reader[Result_co]]) -> Words:
    kinds = " | ".join(sorted(reader.kind for reader in readers))
    return Words(f"nommez-le : --as {kinds}", f"name it: --as {kinds}")
