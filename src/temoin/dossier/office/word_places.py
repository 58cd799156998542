"""Where the characters of a Word document's text stand in its body, and how a stretch of them becomes runs of its own.

The reader of Word documents gives a text; this finds each of its characters again in the XML, paragraph by paragraph,
white space aside. Words of headers, notes and text boxes stand elsewhere than in the body, and are not found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from temoin.documents.readers.markup import local
from temoin.documents.readers.office.word_text import child, is_on, value_of

_ASIDE = frozenset(("del", "moveFrom", "rPr", "pPr", "txbxContent", "instrText", "rt", "sdtPr", "Fallback", "p"))
_HOLDS_RUNS = frozenset(("p", "ins", "moveTo", "hyperlink", "smartTag", "sdtContent"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SOFT = "\u00ad"
_WINDOW = 200
_SURE = 4


class At(NamedTuple):
    """A character of the body: the element that holds it, and its rank in it."""

    element: etree._Element
    rank: int


class Stretch(NamedTuple):
    """First and last character of a stretch."""

    first: At
    last: At


def place_text(body: etree._Element, text: str) -> dict[int, At]:
    """Return where the characters of a text stand in the body of a Word document, by their code point.

    Parameters
    ----------
    body : root of the main part
    text : as the reader gives it

    Returns
    -------
    white space, and what stands outside the body, is not in it
    """
    squeezed, origins = _squeezed(text)
    placed: dict[int, At] = {}
    cursor = 0
    for paragraph in _paragraphs(body):
        letters = list(_letters(paragraph))
        if letters:
            cursor = _place(letters, squeezed, origins, cursor, placed)
    return placed


def _place(letters: list[tuple[str, At]], squeezed: str, origins: list[int], cursor: int, placed: dict[int, At]) -> int:
    words = "".join(letter for letter, _ in letters)
    start = squeezed.find(words, cursor)
    if start >= 0:
        placed.update((origins[start + rank], at) for rank, (_, at) in enumerate(letters))
        return start + len(words)
    # A note's mark or a raised digit stands between: run by run, as far as each is told apart.
    last = cursor + len(words) + _WINDOW
    for run in _by_element(letters):
        words = "".join(letter for letter, _ in run)
        start = squeezed.find(words, cursor, last)
        if start >= 0 and (len(words) >= _SURE or start == cursor):
            placed.update((origins[start + rank], at) for rank, (_, at) in enumerate(run))
            cursor = start + len(words)
    return cursor


def _by_element(letters: Iterable[tuple[str, At]]) -> list[list[tuple[str, At]]]:
    found: list[list[tuple[str, At]]] = []
    for letter, at in letters:
        if found and found[-1][-1][1].element is at.element:
            found[-1].append((letter, at))
        else:
            found.append([(letter, at)])
    return found


def _squeezed(text: str) -> tuple[str, list[int]]:
    kept = [(rank, letter) for rank, letter in enumerate(text) if not letter.isspace() and letter != _SOFT]
    return "".join(letter for _, letter in kept), [rank for rank, _ in kept]


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    for paragraph in body.iter("{*}p"):
        above = {local(each.tag) for each in paragraph.iterancestors()}
        if not above & {"txbxContent", "Fallback", "del", "p"} and not _in_a_deleted_row(paragraph):
            yield paragraph


def _in_a_deleted_row(paragraph: etree._Element) -> bool:
    return any(local(each.tag) == "tr" and child(each, "trPr", "del") is not None for each in paragraph.iterancestors())


def _letters(paragraph: etree._Element) -> Iterator[tuple[str, At]]:
    codes: list[bool] = []
    yield from _inside(paragraph, codes)


def _inside(element: etree._Element, codes: list[bool]) -> Iterator[tuple[str, At]]:
    for each in element:
        name = local(each.tag)
        if name in _ASIDE or (name == "r" and is_on(child(each, "rPr", "vanish"))):
            continue
        if name == "fldChar":
            _field(each, codes)
        elif name == "t" and not any(codes):
            text = each.text or ""
            yield from (
                (letter, At(each, rank)) for rank, letter in enumerate(text) if not letter.isspace() and letter != _SOFT
            )
        else:
            yield from _inside(each, codes)


def _field(mark: etree._Element, codes: list[bool]) -> None:
    kind = value_of(mark, "fldCharType")
    if kind == "begin":
        codes.append(True)
    elif codes and kind == "separate":
        codes[-1] = False
    elif codes and kind == "end":
        codes.pop()


@dataclass
class Cuts:
    """The places where runs of a body are to be divided, and the runs that begin and end there once they are.

    All stretches are asked for first, then ``divide`` is called once: whatever overlaps is then divided together.
    """

    _at: dict[etree._Element, set[int]] = field(default_factory=lambda: defaultdict(set))
    _begins: dict[tuple[etree._Element, int], etree._Element] = field(default_factory=dict)
    _ends: dict[tuple[etree._Element, int], etree._Element] = field(default_factory=dict)

    def ask(self, stretch: Stretch) -> None:
        """Ask that a stretch begin and end runs."""
        self._at[stretch.first.element].add(stretch.first.rank)
        self._at[stretch.last.element].add(stretch.last.rank + 1)

    def divide(self) -> None:
        """Divide the runs: words, their order and their formatting stay as they were."""
        runs = dict.fromkeys(run for each in self._at if (run := each.getparent()) is not None)
        for run in runs:
            self._divide(run)

    def first_of(self, stretch: Stretch) -> etree._Element:
        """Return the run that begins with a stretch, or what holds that run where no mark may stand beside it."""
        return _outermost(self._begins[stretch.first.element, stretch.first.rank])

    def last_of(self, stretch: Stretch) -> etree._Element:
        """Return the run that ends with a stretch, or what holds it."""
        return _outermost(self._ends[stretch.last.element, stretch.last.rank + 1])

    def _divide(self, run: etree._Element) -> None:
        style = child(run, "rPr")
        pieces = [piece for each in list(run) if each is not style for piece in self._pieces(each)]
        current, used = run, False
        for element, key, opens, closes in pieces:
            if opens and used:
                current = _run_after(current, style)
                used = False
            if element.getparent() is not current:
                current.append(element)
            used = True
            if key is not None:
                self._begins[key[0], key[1]] = current
                self._ends[key[0], key[2]] = current
            if closes:
                current = _run_after(current, style)
                used = False
        if not used and current is not run:
            parent = current.getparent()
            assert parent is not None
            parent.remove(current)

    def _pieces(
        self, element: etree._Element
    ) -> Iterator[tuple[etree._Element, tuple[etree._Element, int, int] | None, bool, bool]]:
        cuts = self._at.get(element)
        if not cuts:
            yield element, None, False, False
            return
        text = element.text or ""
        bounds = sorted({0, len(text), *cuts})
        for first, last in pairwise(bounds):
            piece = element if first == 0 else etree.Element(element.tag, element.attrib)
            piece.text = text[first:last]
            piece.set(_SPACE, "preserve")
            yield piece, (element, first, last), first in cuts, last in cuts


def _run_after(run: etree._Element, style: etree._Element | None) -> etree._Element:
    following = etree.Element(run.tag, run.attrib, run.nsmap)
    if style is not None:
        following.append(deepcopy(style))
    run.addnext(following)
    return following


def _outermost(run: etree._Element) -> etree._Element:
    found = run
    for above in run.iterancestors():
        name = local(above.tag)
        if name not in _HOLDS_RUNS:
            found = above
        if name == "p":
            break
    return found
