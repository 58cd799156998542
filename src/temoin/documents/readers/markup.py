"""The one way to read XML: no entity is expanded, no DTD loaded, no address opened, and large files go by pieces."""

import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import BinaryIO, Literal

from lxml import etree

from temoin.errors import InputError
from temoin.words import Words

Event = Literal["start", "end"]
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_PROLOGUE = 1 << 16
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
    InputError : as ``parse_xml``
    """
    prologue = stream.read(_PROLOGUE)
    _refuse_entities(prologue, read, part)
    whole = _Joined(prologue, stream)
    try:
        yield from etree.iterparse(whole, events=events, tag=list(tags), **_SAFE)
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
    def __init__(self, prologue: bytes, rest: BinaryIO) -> None:
        self._prologue = io.BytesIO(prologue)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._prologue.read(size) or self._rest.read(size)


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
        Words("XML mal formé ou trop imbriqué", "XML that is not well formed, or nested too deeply"),
        Words(
            "ouvrez le document et enregistrez-le de nouveau, ou ajoutez une version PDF",
            "open the document and save it again, or add a PDF version",
        ),
        where=Words(part, part),
    )
