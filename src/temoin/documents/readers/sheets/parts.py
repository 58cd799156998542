"""The parts of a packed spreadsheet, under limits; and its XML, without entities or anything from outside."""

import zipfile
import zlib
from collections.abc import Mapping
from typing import BinaryIO, Protocol
from xml.parsers import expat

from temoin.documents.readers.zipped import open_zip
from temoin.errors import InputError
from temoin.words import Words

MOST_INFLATED = 2_000_000_000
"""A sheet of a million rows inflates to most of this, and is followed in pieces."""
_PIECE = 1 << 18
_DAMAGE = (
    expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, LookupError, ValueError,
    OverflowError,
)  # fmt: skip


class Element(Protocol):
    """What follows an XML part as it is read: element names without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Characters stand there."""


class Package:
    """The parts of a spreadsheet that is a ZIP.

    Raises
    ------
    InputError : as ``open_zip``
    """

    def __init__(self, stream: BinaryIO, read: str) -> None:
        self.read = read
        self._archive = open_zip(stream, read, MOST_INFLATED)
        self.names = self._archive.names

    def __contains__(self, name: str) -> bool:
        return name in self._archive

    def follow(self, name: str, element: Element) -> None:
        """Read an XML part from its beginning to its end, in pieces.

        Raises
        ------
        InputError : damaged, larger than it said, or with a document type: no spreadsheet program writes one
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: element.start(tag.rpartition(":")[2], attributes)
        parser.EndElementHandler = lambda tag: element.end(tag.rpartition(":")[2])
        parser.CharacterDataHandler = element.characters
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            with self._archive.opened(name) as part:
                while piece := part.read(_PIECE):
                    parser.Parse(piece)
                parser.Parse(b"", True)  # noqa: FBT003 - says that it ends
        except _DAMAGE as error:
            raise damaged(self.read) from error

    def _refuse_doctype(self, *_: object) -> None:
        raise InputError(
            self.read,
            Words("une partie déclare un type de document XML", "a part declares an XML document type"),
            Words(
                "ce n’est pas un tableur ordinaire : enregistrez-le à nouveau",
                "this is no ordinary spreadsheet: save it again",
            ),
        )


def damaged(read: str) -> InputError:
    """Return the error for a spreadsheet cut off or damaged."""
    return InputError(
        read,
        Words("tableur tronqué, abîmé ou protégé par mot de passe", "a spreadsheet cut off, damaged or locked"),
        Words(
            "vérifiez la copie, ou enregistrez-le sans mot de passe",
            "check the copy, or save it without a password",
        ),
    )
