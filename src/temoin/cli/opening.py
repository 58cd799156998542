"""How commands open a case, and how options become what the rooms take."""

import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from temoin.case.folder import Case
    from temoin.evidence import Source


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
    CaseError : no such file
    """
    if str(path) == "-":
        return io.BytesIO(sys.stdin.buffer.read()), "stdin"
    if not path.is_file():
        from temoin.errors import CaseError
        from temoin.words import Words

        raise CaseError(
            Words(f"{path} : ce fichier n’existe pas ; vérifiez le chemin", f"{path}: no such file; check the path")
        )
    return path.open("rb"), path.name
