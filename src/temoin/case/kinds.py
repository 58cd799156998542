"""The one registry of readers: what a file may be, and what reading it gives."""

from pathlib import Path
from typing import BinaryIO

from temoin.documents.readers import READERS as DOCUMENT_READERS
from temoin.documents.readers.mail.likeness import has_private_name
from temoin.errors import CaseError, InputError, KeyStoreError, TemoinError, UnknownKindError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader, choose_reader, head_of
from temoin.evidence.source import Source
from temoin.outages.readers import LISTS as LIST_READERS
from temoin.outages.readers import NETWORK_READERS
from temoin.outages.readers import READERS as SIGNAL_READERS
from temoin.words import Words


class Opaque:
    """What reading a file that is only kept gives: nothing."""


def _keep_only(stream: BinaryIO, source: Source) -> Opaque:
    del stream, source
    return Opaque()


KEPT_ONLY: Reader[Opaque] = Reader(
    kind="file",
    version=1,
    label=Words("fichier conservé sans être lu", "file kept without being read"),
    recognises=lambda _: False,
    read=_keep_only,
    genre="other",
    visibility="exists",
)

AnyReader = Reader[object]
"""A reader of documents, of signals, of networks, of lists, or of nothing."""

READERS: tuple[AnyReader, ...] = (*DOCUMENT_READERS, *SIGNAL_READERS, *NETWORK_READERS, *LIST_READERS, KEPT_ONLY)


UNNAMED = "(–)"
"""What stands for the name of a file that may be personal."""


def is_private(path: Path, kind: str | None, *, personal: bool | None) -> bool:
    """Return whether a file's name stays unsaid: it is personal, or its kind or its name is that of people's words."""
    asked = any(reader.personal for reader in READERS if reader.kind == kind)
    return personal is True or (personal is None and asked) or has_private_name(path.name)


def reader_for(stream: BinaryIO, name: str, kind: str | None, *, shown: str | None = None) -> AnyReader:
    """Return the reader of a file, by the kind asked for or by its signature.

    Parameters
    ----------
    shown : what errors name the file by, where its own name must stay unsaid

    Raises
    ------
    UnknownKindError : none or several recognise it; the message lists the kinds
    """
    head = head_of(stream, name)
    if head.size == 0 and kind != KEPT_ONLY.kind:
        raise UnknownKindError(
            name if shown is None else shown,
            Words("fichier vide", "the file is empty"),
            Words("vérifiez la copie", "check the copy"),
        )
    return choose_reader(READERS, head, kind, shown=shown)


def reader_named(kind: str) -> AnyReader:
    """Return the reader of a kind that is known to exist."""
    return choose_reader(READERS, Head(b"", "", 0), kind)


def gives_list(reader: AnyReader) -> bool:
    """Return whether what a reader reads is a list that others published."""
    return any(reader.kind == each.kind for each in LIST_READERS)


def unreadable(source: Source, reader: AnyReader, error: TemoinError) -> TemoinError:
    """Return the error for a personal source that cannot be read: a reader's own may quote what it met.

    Parameters
    ----------
    error : as the reader raised it; one about the case or the key store quotes nothing and stays
    """
    if isinstance(error, KeyStoreError | CaseError):
        return error
    return InputError(
        short(source.id),
        Words(
            f"cette source personnelle ne se lit pas comme {reader.label.fr}",
            f"this personal source cannot be read as {reader.label.en}",
        ),
        Words(
            "voyez pourquoi hors de l’affaire, avec temoin text FICHIER ou temoin outages FICHIER",
            "see why outside the case, with temoin text FILE or temoin outages FILE",
        ),
    )


def opened_file(path: Path, shown: str) -> BinaryIO:
    """Return a regular file open for reading.

    Parameters
    ----------
    shown : what errors name the file by

    Raises
    ------
    CaseError : no such file, a folder, a pipe or a device, or no right to read it
    """
    try:
        if path.is_file():
            return path.open("rb")
        is_something = path.exists()
    except OSError as error:
        reason = error.strerror or str(error)
        raise CaseError(
            Words(
                f"{shown} : lecture impossible ({reason}) ; vérifiez les droits",
                f"{shown}: cannot be read ({reason}); check the permissions",
            )
        ) from error
    if is_something:
        raise CaseError(
            Words(
                f"{shown} : ce n’est pas un fichier ordinaire ; donnez le chemin d’un fichier",
                f"{shown}: not a regular file; give the path of a file",
            )
        )
    raise CaseError(
        Words(f"{shown} : ce fichier n’existe pas ; vérifiez le chemin", f"{shown}: no such file; check the path")
    )


def visible_name(path: Path) -> str:
    """Return a file's name as it may be printed: without folders and without control characters."""
    return "".join(character for character in path.name if character.isprintable()) or "\ufffd"
