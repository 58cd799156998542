"""Whole numbers in words, by the grammar of French and English: "mille cent", "quatre-vingt-dix-neuf".

A number ends where its words would no longer add up: "deux trois" are two numbers, and so are "3 cents et 2 cents".
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from temoin.claims.figures.vocabulary import Part, Word

STEP = re.compile(r"(?:[ \u00a0\u202f\u2009]{1,2}|[-‐‑]| ?\n)([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_LARGEST = 10**21
_TENS_AND_UNITS = frozenset([20, 30, 40, 50, 70, 80, 90])
_TENS_AND_TEENS = frozenset([60, 80])


class Cardinal(NamedTuple):
    """A whole number in words: its value, where it ends, the scale it ends on (1 if none), how many words."""

    value: int
    end: int
    scale: int
    length: int


class _Sum:
    __slots__ = ("bound", "end", "group", "last", "length", "total")

    def __init__(self, start: int) -> None:
        self.total = 0
        self.group = 0
        self.bound = 10**30
        self.last: Word | None = None
        self.end = start
        self.length = 0

    def takes(self, word: Word) -> bool:
        """Add a word; False where the number would no longer add up."""
        if word.part is Part.SMALL:
            return self._small(word.value)
        if word.part is Part.HUNDRED:
            return self._hundred()
        return word.part is Part.SCALE and self._scale(word.value)

    def may_hold_hundreds(self, word: Word) -> bool:
        """Return whether French says so: "dix-neuf cents" is a number, "quarante-cinq cents" are coins."""
        return word.part is not Part.HUNDRED or self.group == 0 or 1 < self.group < 20

    def _small(self, value: int) -> bool:
        if self.last is not None and self.last.value == 4 and value == 20 and self.group % 100 == 4:
            self.group += 76
            return True
        if not adds_up(self.group % 100, value, first=self.length == 0):
            return False
        self.group += value
        return True

    def _hundred(self) -> bool:
        if self.group >= 100 or (self.group == 0 and self.last is not None and self.last.part is Part.SMALL):
            return False
        self.group = max(self.group, 1) * 100
        return True

    def _scale(self, value: int) -> bool:
        if (self.length == 0 and value != 1000) or self.total > _LARGEST:
            return False
        if value < self.bound:
            self.total += max(self.group, 1) * value
        elif value > self.bound:
            self.total = (self.total + self.group) * value
        else:
            return False
        self.bound = value
        self.group = 0
        return True

    def read(self) -> Cardinal:
        """Return the number so far."""
        scale = self.bound if self.length and self.group == 0 and self.total else 1
        return Cardinal(self.total + self.group, self.end, scale, self.length)


def adds_up(tens: int, value: int, *, first: bool = False) -> bool:
    """Return whether a number below a hundred may follow what stands below a hundred already.

    Examples
    --------
    >>> adds_up(20, 5), adds_up(60, 14), adds_up(5, 3)
    (True, True, False)
    """
    if tens == 0:
        return value > 0 or first
    if tens in _TENS_AND_UNITS and 0 < value < 10:
        return True
    if tens in _TENS_AND_TEENS and 0 < value < 20:
        return True
    return tens == 10 and value in (7, 8, 9)


def cardinal_at(lower: str, start: int, words: Mapping[str, Word], *, joins: int = 2) -> Cardinal | None:
    """Return the whole number in words that begins at a position of a text in small letters, or None.

    Parameters
    ----------
    joins : how many times "et" and "and" may add to a hundred or a thousand; not after "entre" and "between"

    Examples
    --------
    >>> from temoin.claims.figures.vocabulary import WORDS
    >>> cardinal_at("deux millions trois cent mille", 0, WORDS["fr"]).value
    2300000
    """
    found = _Sum(start)
    match = _WORD.match(lower, start)
    while match is not None:
        printed = match[match.lastindex or 0]
        word = words.get(printed)
        if word is None:
            break
        if word.part is Part.AND:
            if not _joined(lower, match.end(), words, found, joins=joins):
                break
        elif (printed[0] != "c" or found.may_hold_hundreds(word)) and found.takes(word):
            found.last, found.end, found.length = word, match.end(), found.length + 1
        else:
            break
        match = STEP.match(lower, found.end)
    return found.read() if found.length else None


def _joined(lower: str, after: int, words: Mapping[str, Word], found: _Sum, *, joins: int) -> bool:
    step = STEP.match(lower, after)
    if step is None or found.last is None:
        return False
    next_word = words.get(step[1])
    if next_word is None or next_word.part is not Part.SMALL:
        return False
    if found.last.part is Part.SMALL:
        tens = found.group % 100
        if tens < 20 or next_word.value not in (1, 11) or not found.takes(next_word):
            return False
        found.last, found.end, found.length = next_word, step.end(), found.length + 1
        return True
    rest = cardinal_at(lower, step.start(1), words, joins=joins - 1) if joins else None
    if rest is None or rest.value >= found.last.value or _is_part(lower, rest.end, words):
        return False
    found.group += rest.value
    found.last, found.end, found.length = next_word, rest.end, found.length + rest.length + 1
    return True


def _is_part(lower: str, end: int, words: Mapping[str, Word]) -> bool:
    step = STEP.match(lower, end)
    word = words.get(step[1]) if step else None
    return word is not None and word.part in (Part.SHARE, Part.HALF)
