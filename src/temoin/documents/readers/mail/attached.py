"""Documents inside documents: attachments read in place by the reader of their kind, under common limits."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from temoin.documents.document import Document
from temoin.documents.readers.mail.likeness import is_like_mail
from temoin.documents.readers.text import recognises_text
from temoin.errors import InputError
from temoin.evidence.digest import digest_bytes
from temoin.evidence.reader import Head, Reader, choose_reader, head_of
from temoin.evidence.source import Reading, Source

MOST_READ = 500
MOST_BYTES = 300_000_000
LARGEST = 60_000_000
# Archives of messages and pages are sources of their own: they are added, not read inside a letter.
_READ_INSIDE = frozenset(("pdf", "docx", "odt", "html", "mhtml", "text", "xlsx", "ods", "csv"))
MESSAGE = "eml"


@dataclass(frozen=True, slots=True)
class Inside:
    """What reading a document inside another gave.

    Parameters
    ----------
    kind : its reader's kind, None where no reader takes it
    digest : SHA-256 of its bytes
    document : None where it was not read
    why : why it was not read: ``empty``, ``too-large``, ``too-many``, ``no-reader``, ``unreadable``
    """

    kind: str | None
    digest: str
    document: Document | None = None
    why: str = ""


class Inner:
    """Reads what one document holds: at most 500 documents, of 60 MB each and 300 MB together."""

    def __init__(self) -> None:
        self._left = MOST_READ
        self._bytes_left = MOST_BYTES

    def read(self, data: bytes, name: str, encoding: str | None) -> Inside:
        """Return an inner document as read; a message is told apart and left to whoever reads messages.

        Parameters
        ----------
        name : its file name, by which some kinds are known
        encoding : of a text that is no UTF-8
        """
        stream = io.BytesIO(data)
        digest = digest_bytes(data)
        if why := self._refused(data):
            return Inside(None, digest, why=why)
        reader = _reader_of(head_of(stream, name))
        if reader is None:
            return Inside(None, digest, why="no-reader")
        if reader.kind not in _READ_INSIDE:
            return Inside(reader.kind, digest, why="" if reader.kind == MESSAGE else "no-reader")
        source = Source(id=digest, size=len(data), personal=True, reading=Reading(kind=reader.kind, encoding=encoding))
        try:
            return Inside(reader.kind, digest, reader.read(stream, source))
        except InputError:
            return Inside(reader.kind, digest, why="unreadable")

    def _refused(self, data: bytes) -> str:
        if not data.strip():
            return "empty"
        if len(data) > min(LARGEST, self._bytes_left):
            return "too-large"
        if not self._left:
            return "too-many"
        self._left -= 1
        self._bytes_left -= len(data)
        return ""


@cache
def readers_inside() -> Mapping[str, str]:
    """Return by name the version of every reader, library and program that may read a document inside another.

    Whatever reads documents inside gives this as its own ``programs``: a letter is read anew when a way to read what
    it carries changes.
    """
    # The registry holds the readers that call this.
    from temoin.documents.readers import READERS

    inside = [reader for reader in READERS if reader.kind in _READ_INSIDE]
    libraries = {library for reader in inside for library in reader.libraries}
    found = {f"{reader.kind} inside": str(reader.version) for reader in inside}
    found |= {library: version(library) for library in sorted(libraries)}
    for reader in inside:
        found |= reader.programs() if reader.programs is not None else {}
    return found


def _reader_of(head: Head) -> Reader[Document] | None:
    # The registry holds the readers that call this.
    from temoin.documents.readers import READERS

    try:
        return choose_reader(READERS, head)
    except InputError:
        # What only looks like mail is asked about where it stands alone; inside a message it is sealed already.
        is_text = is_like_mail(head) and recognises_text(head)
        return choose_reader(READERS, head, "text") if is_text else None
