"""The unit that a heading or a caption gives to the table or the list below it: "(en millions de F CFA)"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from temoin.claims.figures.currencies import CURRENCIES, ISO, SIGNS, currency
from temoin.claims.figures.figure import Setting
from temoin.claims.figures.nouns import NOUNS
from temoin.claims.figures.vocabulary import MAGNITUDES
from temoin.evidence import Kind

_S = "[ \u00a0\u202f]"
_SCALES = "milliers?|millions?|milliards?|thousands?|billions?"
_MONEY = rf"f{_S}?cfa|francs?{_S}cfa|us{_S}?\$|[€$£]|[^\W\d_]+"
_SAID = re.compile(
    rf"(?:\A|[\s(,:–—-])(?:en|in){_S}(?:"
    rf"(?P<scale>{_SCALES})(?:{_S}(?:de|of){_S}|{_S}d['’]|{_S})(?P<money>{_MONEY})"
    rf"|(?P<alone>{_SCALES})"
    rf"|(?P<money_first>us{_S}?\$|[€$£]|usd|eur|gbp){_S}?(?P<scale_behind>{_SCALES}|m|bn)"
    rf"|(?P<letter>k|m|md){_S}?(?P<money_glued>[€$£]|fcfa|usd|eur)"
    rf"|(?P<plain>{_MONEY})"
    r")[\s)\].:*_]*\Z"
)
_ROW = re.compile(r"[^\n]*[|\t]")
_ITEM = re.compile(
    r"[ \t]*(?:[-–—•*▪·‣]|[0-9]{1,2}[.)])[ \t\u00a0]|[^.!?\n:|]{1,60}[ \u00a0]?:[ \u00a0][^.!?\n]{1,40}\Z"
)
_LONGEST_LINE, _BLANK_LINES = 200, 2
_BARE_SCALES = {"m": 6, "k": 3, "md": 9, "bn": 9}


class Caption(NamedTuple):
    """What a caption says: the lines it stands over, kind and unit where it says any, and the magnitude."""

    start: int
    end: int
    kind: Kind | None
    unit: str | None
    factor: Decimal


class Captions:
    """The captions of one text.

    Parameters
    ----------
    lower : the text in small letters
    setting : what settles a currency that several countries share

    Examples
    --------
    >>> text = "Budget (en milliers d’euros)\\n- radio : 12"
    >>> caption = Captions(text.lower(), Setting("fr")).over(text.index("12"))
    >>> caption.unit, int(caption.factor)
    ('EUR', 1000)
    """

    def __init__(self, lower: str, setting: Setting) -> None:
        self._lower = lower
        self._setting = setting
        self._found = list(self._all()) if "en " in lower or "in " in lower else []
        self._starts = [one.start for one in self._found]

    def over(self, position: int) -> Caption | None:
        """Return the caption that stands over the line of a position; None if none does."""
        rank = bisect_right(self._starts, position) - 1
        return self._found[rank] if rank >= 0 and position < self._found[rank].end else None

    def is_label(self, position: int) -> bool:
        """Return whether a number begins its line or its row, as a rank or a code does."""
        line = self._lower.rfind("\n", 0, position) + 1
        return not self._lower[line:position].strip(" \t|\u00a0")

    def _all(self) -> Iterator[Caption]:
        lower = self._lower
        at = 0
        lines = lower.split("\n")
        for rank, line in enumerate(lines):
            begin = at
            at += len(line) + 1
            if len(line) > _LONGEST_LINE or not ("en " in line or "in " in line) or _ROW.match(line):
                continue
            said = _SAID.search(line)
            if said is None:
                continue
            block = _block(lines, rank + 1)
            if block and (caption := self._caption(said, begin, at + block[0], at + block[1])):
                yield caption

    def _caption(self, said: re.Match[str], line: int, start: int, end: int) -> Caption | None:
        scale = said["scale"] or said["alone"] or said["scale_behind"] or said["letter"]
        money = said["money"] or said["money_first"] or said["money_glued"] or said["plain"]
        exponent = _exponent(scale) if scale else 0
        factor = Decimal(10) ** exponent
        if money is None:
            return Caption(start, end, None, None, factor)
        if money in NOUNS and scale:
            return Caption(start, end, "count", NOUNS[money], factor)
        if not _is_money(money):
            return Caption(start, end, "count", money, factor) if scale else None
        setting = self._setting
        code = currency(_as_word(money), setting.nearby(line), setting.everywhere) or setting.currency
        return Caption(start, end, "money", code, factor)


def _exponent(scale: str) -> int:
    return _BARE_SCALES.get(scale) or MAGNITUDES.get(scale) or MAGNITUDES[scale.rstrip("s")]


def _as_word(money: str) -> str:
    if money.startswith("us"):
        return "USD"
    return "FCFA" if money.endswith("cfa") else money.upper() if money in ("eur", "usd", "gbp") else money


def _is_money(money: str) -> bool:
    word = _as_word(money)
    return word in SIGNS or word in ISO or word.lower() in CURRENCIES


def _block(lines: Sequence[str], first: int) -> tuple[int, int] | None:
    # Where the rows or items below a line start and end, counted from its end.
    at = 0
    rank = first
    while rank < len(lines) and rank - first < _BLANK_LINES and not lines[rank].strip():
        at += len(lines[rank]) + 1
        rank += 1
    start = at
    while rank < len(lines) and (_ROW.match(lines[rank]) or _ITEM.match(lines[rank])):
        at += len(lines[rank]) + 1
        rank += 1
    return (start, at) if at > start else None
