"""The words of a WordprocessingML paragraph as a page shows them, in the strict and the transitional namespaces."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from lxml import etree

from temoin.documents.readers.markup import local
from temoin.documents.readers.numerals import raised, roman

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATHS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_LEFT_OUT = frozenset(("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "delInstrText", "rt", "sdtPr"))
_SIGNS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "",
}  # fmt: skip
_OFF = frozenset(("0", "false", "off", "none"))
# What the Symbol font shows at the places of Latin letters and signs.
_SYMBOL = dict(
    zip(
        "abcdefghiklmnopqrstuxyzABCDEFGHIKLMNOPQRSTUXYZ\xa0\xa3\xa5\xab\xac\xae\xb0\xb1\xb3\xb4\xb7\xb8\xb9\xbb\xd6\xe5",
        "αβχδεφγηικλμνοπθρστυξψζΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΞΨΖ€≤∞↔←→°±≥×•÷≠≈√∑",
        strict=True,
    )
)
_WINGDINGS = {
    "\xfe": "☑",
    "\xfd": "☒",
    "\xa8": "☐",
    "o": "☐",
    "x": "☒",
    "\xfc": "✓",
    "\xfb": "✗",
    "\xe0": "→",
    "\xe8": "→",
}
_BULLET = "•"


def word_tags(*names: str) -> list[str]:
    """Return names as lxml writes them, in both namespaces."""
    return [f"{{{space}}}{name}" for space in WORD for name in names]


def value_of(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute of an element, in either namespace; None where the element or the attribute is missing."""
    if element is None:
        return None
    return next((element.get(f"{{{space}}}{name}") for space in WORD if element.get(f"{{{space}}}{name}")), None)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the element at the end of a path of local names; None where one is missing."""
    for name in path:
        element = next((each for each in element if local(each.tag) == name), None) if element is not None else None
    return element


def is_on(element: etree._Element | None) -> bool:
    """Return whether a toggle such as ``w:vanish`` is there and not switched off."""
    return element is not None and (value_of(element) or "true") not in _OFF


@dataclass(slots=True)
class WordText:
    """The words of paragraph after paragraph of one part of a document.

    Parameters
    ----------
    notes : marks of footnotes and endnotes in the order they are met, by (kind, id)
    counts : insertions read, deletions left out, hidden runs left out
    """

    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    boxes: list[etree._Element] = field(default_factory=list)
    _codes: list[bool] = field(default_factory=list)

    def words_of(self, paragraph: etree._Element) -> str:
        """Return a paragraph's words; the text boxes anchored in it wait in ``boxes`` for whoever reads them next."""
        self._codes.clear()
        return "".join(self._inside(paragraph))

    def _inside(self, element: etree._Element) -> Iterator[str]:
        for each in element:
            yield from self._piece(each)

    def _piece(self, element: etree._Element) -> Iterator[str]:
        name = local(element.tag)
        if name in _LEFT_OUT:
            self.counts["deleted"] += name in {"del", "moveFrom"}
            return
        self.counts["inserted"] += name in {"ins", "moveTo"}
        if name == "t":
            yield "" if any(self._codes) else (element.text or "").replace("\n", " ")
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif (take := self._TAKEN.get(name)) is not None:
            yield from take(self, element)
        elif name == "f" and element.tag.startswith(_MATHS):
            yield from self._joined(element, "num", "/", "den")
        else:
            yield from self._inside(element)

    def _run(self, run: etree._Element) -> Iterator[str]:
        style = child(run, "rPr")
        text = "".join(self._inside(run))
        if is_on(child(style, "vanish")):
            self.counts["hidden"] += bool(text)
            return
        yield raised(text) if _is_raised(style) else text

    def _field(self, mark: etree._Element) -> Iterator[str]:
        kind = value_of(mark, "fldCharType")
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()
        return iter(())

    def _sign(self, sign: etree._Element) -> Iterator[str]:
        yield symbol(value_of(sign, "char") or "", value_of(sign, "font") or "")

    def _note(self, reference: etree._Element) -> Iterator[str]:
        kind = local(reference.tag).removesuffix("Reference")
        key = (kind, value_of(reference, "id") or "")
        count = sum(other == kind for other, _ in self.notes) + 1
        yield self.notes.setdefault(key, f"[{count}]" if kind == "footnote" else f"[{roman(count)}]")

    def _alternative(self, element: etree._Element) -> Iterator[str]:
        # The same shape twice, for new and for old programs: the first that has words is the one that is seen.
        for each in element:
            before = len(self.boxes)
            text = "".join(self._inside(each))
            if text or len(self.boxes) > before:
                yield text
                return

    def _box(self, box: etree._Element) -> Iterator[str]:
        self.boxes.append(box)
        return iter(())

    def _shape_words(self, element: etree._Element) -> Iterator[str]:
        yield element.get("string") or ""

    def _raised(self, element: etree._Element) -> Iterator[str]:
        yield from self._joined(element, "e", "^", "sup")

    def _lowered(self, element: etree._Element) -> Iterator[str]:
        yield from self._joined(element, "e", "_", "sub")

    def _joined(self, element: etree._Element, first: str, sign: str, second: str) -> Iterator[str]:
        for name in (first, second):
            if (part := child(element, name)) is not None:
                yield sign if name == second else ""
                yield from self._inside(part)

    _TAKEN: ClassVar[dict[str, Callable[["WordText", etree._Element], Iterator[str]]]] = {
        "r": _run,
        "fldChar": _field,
        "sym": _sign,
        "footnoteReference": _note,
        "endnoteReference": _note,
        "AlternateContent": _alternative,
        "txbxContent": _box,
        "textpath": _shape_words,
        "sSup": _raised,
        "sSub": _lowered,
    }


def _is_raised(style: etree._Element | None) -> bool:
    # LibreOffice raises words by a height, Word by a name.
    height = value_of(child(style, "position")) or ""
    return value_of(child(style, "vertAlign")) == "superscript" or (height.isdecimal() and int(height) > 0)


def symbol(code: str, font: str) -> str:
    """Return the character that a sign of a symbol font stands for; U+FFFD for one that is not known.

    Examples
    --------
    >>> symbol("F0B7", "Symbol"), symbol("20AC", "Arial")
    ('•', '€')
    """
    try:
        point = int(code, 16)
    except ValueError:
        return "\ufffd"
    if not 0xF000 <= point <= 0xF0FF and font != "Symbol" and not font.startswith("Wingdings"):
        return chr(point) if point < 0xD800 or 0xE000 <= point <= 0x10FFFF else "\ufffd"
    sign = chr(point & 0xFF)
    if font.startswith("Wingdings"):
        return _WINGDINGS.get(sign, _BULLET)
    return _SYMBOL.get(sign, sign if sign.isascii() and sign.isprintable() else "\ufffd")
