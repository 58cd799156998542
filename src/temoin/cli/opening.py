"""How commands open a case, and how options become what the rooms take."""

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

if TYPE_CHECKING:
    from temoin.case.folder import Case
    from temoin.evidence import Source
    from temoin.evidence.reader import Reader

Read = TypeVar("Read")


def open_case(folder: Path) -> "Case":
    """Open a case with the key store of the person at work."""
    from temoin.case import folder as folders
    from temoin.case.keys import KeyStore, default_folder
    from temoin.cli.speech import ask_passphrase

    return folders.open_case(folder, KeyStore(default_folder(), ask_passphrase))


def described(fields: dict[str, str | None], reading: dict[str, str | None]) -> "Source":
    """Return a source without bytes yet, from what options say.

    Raises
    ------
    InputError : a value outside its closed set, an unknown zone, a date that cannot be
    """
    from temoin.evidence.source import Source, parse_reading
    from temoin.period import PartialDate

    said: dict[str, object] = {name: value for name, value in fields.items() if value is not None}
    if "published" in said:
        said["published"] = PartialDate(str(said["published"]))
    options = parse_reading({name: value for name, value in reading.items() if value is not None})
    return replace(Source(id="", size=0), **said, reading=options)  # type: ignore[arg-type]


def open_file(path: Path) -> tuple[BinaryIO, str]:
    """Return a seekable stream and a name for a file, or for standard input when it is ``-``.

    Raises
    ------
    CaseError : no such file, or not one that can be opened
    """
    if str(path) == "-":
        return io.BytesIO(sys.stdin.buffer.read()), "stdin"
    from temoin.case.kinds import opened_file

    return opened_file(path, str(path)), path.name


@contextmanager
def recognised(
    file: Path, readers: "Sequence[Reader[Read]]", said: "Source"
) -> "Iterator[tuple[Reader[Read], BinaryIO, Source]]":
    """Open a file with the reader that recognises it, and with what is known of it as a source.

    Raises
    ------
    CaseError : no such file
    UnknownKindError : none or several readers recognise it
    """
    from temoin.evidence.digest import digest_stream
    from temoin.evidence.reader import choose_reader, head_of

    stream, name = open_file(file)
    with stream:
        reader = choose_reader(readers, head_of(stream, name), said.reading.kind)
        source = replace(said, id=digest_stream(stream), name=name)
        stream.seek(0)
        yield reader, stream, source
