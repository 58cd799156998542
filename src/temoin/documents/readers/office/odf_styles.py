"""Styles of OpenDocument that change what is read: raised and hidden words, numbers and bullets of lists."""

from dataclasses import dataclass, field

from lxml import etree

from temoin.documents.readers.markup import local
from temoin.documents.readers.numerals import whole, written

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BULLET = "•"
_OWN_BULLETS = {"-", "–", "—", "*"}


def said(element: etree._Element, name: str) -> str:
    """Return an attribute of an element by its local name; empty where it is missing."""
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), "")


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    before: str
    after: str
    shown: int
    start: int
    bullet: str


@dataclass(slots=True)
class OdfStyles:
    """The styles of a document, as far as they change its words, and how far its lists have counted."""

    raised: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def learn(self, root: etree._Element) -> None:
        """Take in the styles that an element holds."""
        for element in root.iter(etree.Element):
            match local(element.tag):
                case "style":
                    self._learn_words(element)
                case "list-style":
                    self._levels[said(element, "name")] = dict(map(_level, element))
                case "outline-style":
                    self._levels[""] = dict(map(_level, element))

    def restart(self, style: str) -> None:
        """Let a list count from its start."""
        self._counts.pop(style, None)

    def label(self, style: str, level: int, start: str = "") -> str:
        """Return the number or bullet of a list's next item; the style of headings is named by nothing.

        Parameters
        ----------
        level : from 1
        start : the number that the item itself asks for
        """
        levels = self._levels.get(style, {})
        if level not in levels:
            return "" if style == "" else _BULLET
        counts = self._counts.setdefault(style, {})
        counts[level] = whole(start, counts.get(level, levels[level].start - 1) + 1)
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _label(levels, counts, level)

    def _learn_words(self, style: etree._Element) -> None:
        for each in style:
            position = said(each, "text-position")
            if position.startswith("super") or (position[:1].isdigit() and not position.startswith("0")):
                self.raised.add(said(style, "name"))
            if said(each, "display") == "none":
                self.hidden.add(said(style, "name"))


def _level(described: etree._Element) -> tuple[int, _Level]:
    return whole(said(described, "level"), 0), _Level(
        _FORMS.get(said(described, "num-format"), ""),
        said(described, "num-prefix"),
        said(described, "num-suffix"),
        whole(said(described, "display-levels"), 1),
        whole(said(described, "start-value"), 1),
        said(described, "bullet-char"),
    )


def _label(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    own = levels[level]
    if own.bullet:
        return own.bullet if own.bullet in _OWN_BULLETS else _BULLET
    if not own.form:
        return ""
    shown = [each for each in range(level - own.shown + 1, level + 1) if each in levels and levels[each].form]
    numbers = [written(counts.get(each, levels[each].start), levels[each].form) for each in shown]
    return f"{own.before}{'.'.join(numbers)}{own.after}".strip()
