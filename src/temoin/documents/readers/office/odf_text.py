"""The words of an OpenDocument paragraph as a page shows them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from lxml import etree

from temoin.documents.readers.markup import local
from temoin.documents.readers.numerals import raised, roman, whole
from temoin.documents.readers.office.odf_styles import OdfStyles, said

# White space of the file is one space; what is written as an element stands for itself. XML has no control characters.
_WHITE = re.compile(r"[ \t\r\n]+")
_KEPT = {"\x01": " ", "\x02": "\t", "\x03": "\n"}
_KEPT_SIGN = re.compile("[\x01-\x03]")
_SIGNS = {"tab": "\x02", "line-break": "\x03", "soft-page-break": ""}
_LEFT_OUT = frozenset((
    "ruby-text", "title", "desc", "number", "tracked-changes", "hidden-text", "hidden-paragraph", "script", "image",
    "object", "object-ole", "annotation-end", "event-listeners", "glue-point",
))  # fmt: skip


@dataclass(slots=True)
class OdfText:
    """The words of paragraph after paragraph.

    Parameters
    ----------
    styles : which words are raised or hidden
    notes : notes and their marks, in the order they are met
    comments : in the order they are met
    boxes : text boxes that wait for whoever reads them next
    counts : notes by class, hidden words left out
    """

    styles: OdfStyles
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    comments: list[etree._Element] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def words_of(self, paragraph: etree._Element) -> str:
        """Return a paragraph's words."""
        text = _WHITE.sub(" ", "".join(self._inside(paragraph))).strip(" ")
        return _KEPT_SIGN.sub(lambda sign: _KEPT[sign[0]], text).strip(" \t\n")

    def _inside(self, element: etree._Element) -> Iterator[str]:
        yield element.text or ""
        for each in element:
            yield from self._piece(each)
            yield each.tail or ""

    def _piece(self, element: etree._Element) -> Iterator[str]:
        name = local(element.tag)
        if name in _LEFT_OUT:
            return
        if name in _SIGNS:
            yield _SIGNS[name]
        elif name == "s":
            yield "\x01" * whole(said(element, "c"), 1)
        elif (take := self._TAKEN.get(name)) is not None:
            yield from take(self, element)
        else:
            yield from self._inside(element)

    def _span(self, span: etree._Element) -> Iterator[str]:
        text = "".join(self._inside(span))
        style = said(span, "style-name")
        if style in self.styles.hidden:
            self.counts["hidden"] += bool(text)
            return
        yield raised(text) if style in self.styles.raised else text

    def _note(self, note: etree._Element) -> Iterator[str]:
        kind = said(note, "note-class")
        self.counts[kind] += 1
        mark = f"[{roman(self.counts[kind]) if kind == 'endnote' else self.counts[kind]}]"
        self.notes.append((mark, note))
        yield mark

    def _comment(self, comment: etree._Element) -> Iterator[str]:
        self.comments.append(comment)
        return iter(())

    def _box(self, box: etree._Element) -> Iterator[str]:
        self.boxes.append(box)
        return iter(())

    _TAKEN: ClassVar[dict[str, Callable[["OdfText", etree._Element], Iterator[str]]]] = {
        "span": _span,
        "note": _note,
        "annotation": _comment,
        "text-box": _box,
    }
