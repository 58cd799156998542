"""The one way to read XML: no entity is expanded, no DTD loaded, no address opened, and large files go by pieces."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import BinaryIO, Literal

from lxml import etree

from temoin.errors import InputError
from temoin.words import Words

Event = Literal["start", "end"]
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_PROLOGUE = 1 << 16
_LARGEST_STRETCH = 10_000_000
# Half a million paragraphs or cells: no document that somebody wrote.
_MOST_EVENTS = 1_500_000
_SAFE = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parse_xml(data: bytes, read: str, part: str) -> etree._Element:
    """Return the root of a small XML file.

    Parameters
    ----------
    read, part : what is read and the part of it, for the message

    Raises
    ------
    InputError : not well formed, with entities of its own, or deeper than 256 elements

    Examples
    --------
    >>> parse_xml(b"<a><b>text</b></a>", "a.docx", "a.xml")[0].text
    'text'
    """
    _refuse_entities(data[:_PROLOGUE], read, part)
    try:
        return etree.fromstring(data, etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        raise _broken(read, part) from error


def walk_xml(
    stream: BinaryIO, read: str, part: str, tags: Iterable[str], events: tuple[Event, ...] = ("start", "end")
) -> Iterator[tuple[Event, etree._Element]]:
    """Yield elements of the given tags as they begin and end, the file read by pieces; ``let_go`` frees what is read.

    Parameters
    ----------
    tags : as lxml writes them, ``{namespace}name``

    Raises
    ------
    InputError : as ``parse_xml``, 10 MB without any of these elements, or 750,000 of them
    """
    prologue = stream.read(_PROLOGUE)
    _refuse_entities(prologue, read, part)
    whole = _Joined(prologue, stream, lambda: _broken(read, part))
    try:
        found = etree.iterparse(whole, events=events, tag=list(tags), **_SAFE)
        for count, (event, element) in enumerate(found):
            if count > _MOST_EVENTS:
                raise _broken(read, part)
            whole.since = 0
            yield event, element
    except etree.XMLSyntaxError as error:
        raise _broken(read, part) from error


def let_go(element: etree._Element) -> None:
    """Free what an element held and what stands before it among its siblings."""
    element.clear(keep_tail=True)
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


@cache
def local(tag: object) -> str:
    """Return an element's name without its namespace; empty for what is no element.

    Examples
    --------
    >>> local("{http://example.org/ns}p")
    'p'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Joined(io.RawIOBase):
    def __init__(self, prologue: bytes, rest: BinaryIO, refusal: Callable[[], InputError]) -> None:
        self.since = 0
        self._prologue = io.BytesIO(prologue)
        self._rest = rest
        self._refusal = refusal

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._prologue.read(size) or self._rest.read(size)
        self.since += len(data)
        # What lies between two elements that are waited for is held as a tree, many times as large.
        if self.since > _LARGEST_STRETCH:
            raise self._refusal()
        return data


def _refuse_entities(data: bytes, read: str, part: str) -> None:
    # UTF-16 writes a zero beside each letter of ours.
    if _ENTITY.search(data.replace(b"\0", b"")):
        raise InputError(
            read,
            Words("XML qui déclare ses propres entités", "XML that declares entities of its own"),
            Words(
                "aucun logiciel de bureau n’en écrit\xa0: enregistrez le document de nouveau, ou demandez l’original",
                "no office program writes any: save the document again, or ask for the original",
            ),
            where=Words(part, part),
        )


def _broken(read: str, part: str) -> InputError:
    return InputError(
        read,
        Words(
            "XML mal formé, ou trop grand ou trop imbriqué d’un seul tenant",
            "XML that is not well formed, or too large or deep in one piece",
        ),
        Words(
            "ouvrez le document et enregistrez-le de nouveau, ou ajoutez une version PDF",
            "open the document and save it again, or add a PDF version",
        ),
        where=Words(part, part),
    )
