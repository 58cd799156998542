"""Numbers and bullets of Word paragraphs, counted as Word counts them, and the styles that give them."""

import re
from dataclasses import dataclass, field

from lxml import etree

from temoin.documents.readers.markup import local
from temoin.documents.readers.numerals import whole, written
from temoin.documents.readers.office.word_text import child, value_of

_PLACE = re.compile(r"%(\d)")
_BULLET = "•"
_MOST_PARENTS = 20
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str | None
    list: str | None
    level: int | None


@dataclass(slots=True)
class WordLists:
    """The lists of a document and how far each has counted.

    Parameters
    ----------
    numbering, styles : roots of ``numbering.xml`` and ``styles.xml``; None where the document has none
    """

    numbering: etree._Element | None
    styles: etree._Element | None
    _abstract: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _styles: dict[str, _Style] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.numbering if self.numbering is not None else ():
            if local(each.tag) == "abstractNum":
                self._abstract[value_of(each, "abstractNumId") or ""] = _levels(each)
            elif local(each.tag) == "num":
                of = value_of(child(each, "abstractNumId")) or ""
                changed = {
                    level: new
                    for override in each
                    if local(override.tag) == "lvlOverride"
                    for level, new in _override(override, self._abstract.get(of, {})).items()
                }
                self._lists[value_of(each, "numId") or ""] = (of, changed)
        for each in self.styles if self.styles is not None else ():
            if local(each.tag) == "style":
                self._styles[value_of(each, "styleId") or ""] = _style(each)

    def label_of(self, paragraph: etree._Element) -> str:
        """Return the number or the bullet that stands before a paragraph, and count it; empty for one of no list."""
        described = child(paragraph, "pPr")
        name, level = self._list_of(described)
        of, changed = self._lists.get(name, ("", {}))
        levels = self._abstract.get(of, {}) | changed
        if name in {"", "0"} or level not in levels:
            return ""
        # Lists that share a description count on, unless one says where it starts.
        counts = self._counts.setdefault(name if changed else of, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _label(levels, counts, level)

    def _list_of(self, described: etree._Element | None) -> tuple[str, int]:
        own = child(described, "numPr")
        name, level = value_of(child(own, "numId")), value_of(child(own, "ilvl"))
        style: str | None = value_of(child(described, "pStyle"))
        depth = _depth(level)
        for _ in range(_MOST_PARENTS):
            known = self._styles.get(style or "")
            if known is None or name is not None:
                break
            name, depth = known.list, known.level if depth is None else depth
            style = known.parent
        return name or "", depth or 0


def _levels(described: etree._Element) -> dict[int, _Level]:
    found = {}
    for each in described:
        if local(each.tag) == "lvl":
            found[whole(value_of(each, "ilvl"), 0)] = _level(each)
    return found


def _level(described: etree._Element) -> _Level:
    form, text = (value_of(child(described, name)) for name in ("numFmt", "lvlText"))
    return _Level(form or "decimal", text or "", whole(value_of(child(described, "start")), 1, _LARGEST))


def _override(override: etree._Element, levels: dict[int, _Level]) -> dict[int, _Level]:
    level = whole(value_of(override, "ilvl"), 0)
    if (new := child(override, "lvl")) is not None:
        return {level: _level(new)}
    start = whole(value_of(child(override, "startOverride")), -1, _LARGEST)
    if start >= 0 and level in levels:
        return {level: _Level(levels[level].form, levels[level].text, start)}
    return {}


def _style(described: etree._Element) -> _Style:
    listed = child(described, "pPr", "numPr")
    parent, name = value_of(child(described, "basedOn")), value_of(child(listed, "numId"))
    return _Style(parent, name, _depth(value_of(child(listed, "ilvl"))))


def _depth(level: str | None) -> int | None:
    return None if level is None else whole(level, 0)


def _label(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    said = levels[level]
    if said.form == "none":
        return ""
    if said.form == "bullet":
        return said.text if said.text in {"-", "–", "—", "*", "o"} else _BULLET

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        form = levels[at].form if at in levels else "decimal"
        return written(counts.get(at, levels[at].start if at in levels else 1), form)

    return _PLACE.sub(number, said.text)
