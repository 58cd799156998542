"""Where sentences and paragraphs stand in a text, in French and in English.

A line is a sentence of its own in lists, tables and headings; elsewhere a text may be wrapped in the middle of one.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\n[ \t\u00a0]*\n\s*|\n|[.!?…](?=[\s\u00a0»”\")\]’])")
_CLOSING = re.compile(r"[.!?…]*[ \u00a0\u202f]?[»”\")\]’]*")
_OPENS_SENTENCE = re.compile(r"[\s«“\"(\[—–•*-]*[A-ZÀ-ÖØ-Þ0-9$€£]")
_LIST_MARK = re.compile(r"[ \t]*(?:[•*|–—-]|\d{1,2}[.)]\s)")
_LAST_WORD = re.compile(r"[\w.]+$")
_SHORT_LINE = 48
_ABBREVIATIONS_WORDS = (
    "m mm mme mmes mlle dr pr st ste me cf ex p pp art al env approx av no nos vol fig tel tél mr mrs ms prof "
    "gov gen col lt sgt rep sen inc ltd co corp vs e.g i.e u.s u.k u.n a.m p.m j.-c jan feb aug sept sep oct "
    "nov dec janv févr avr juil déc hon jr sr est"
)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points ``start`` to ``end`` (excluded), and the rank of its paragraph."""

    start: int
    end: int
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order; nothing but white space lies between them.

    Examples
    --------
    >>> text = "M. Dupont l’a dit. « Tout est coupé. » Rien d’autre."
    >>> [text[one.start:one.end] for one in split_sentences(text)]
    ['M. Dupont l’a dit.', '« Tout est coupé. »', 'Rien d’autre.']
    """
    found: list[Sentence] = []
    start = paragraph = 0
    for match in _BREAK.finditer(text):
        if match.end() <= start:
            continue
        end = _end_of_sentence(text, match, start)
        if end is None:
            continue
        _append(found, text, start, end, paragraph)
        start = end
        if match[0].count("\n") > 1:
            paragraph += 1
    _append(found, text, start, len(text), paragraph)
    return found


def sentence_at(sentences: Sequence[Sentence], position: int) -> Sentence:
    """Return the sentence that holds a position, or the one before it where the position is between two."""
    rank = bisect_right(sentences, position, key=lambda sentence: sentence.start)
    return sentences[max(rank - 1, 0)]


def _append(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    piece = text[start:end]
    if inner := piece.strip():
        first = start + piece.index(inner[0])
        found.append(Sentence(first, first + len(inner), paragraph))


def _end_of_sentence(text: str, match: re.Match[str], start: int) -> int | None:
    if "\n" in match[0]:
        ends = match[0].count("\n") > 1 or _line_ends_sentence(text, match.start(), start)
        return match.end() if ends else None
    if match[0] == "." and _is_abbreviation(text, match.start()):
        return None
    closing = _CLOSING.match(text, match.start())
    end = closing.end() if closing else match.end()
    return end if end == len(text) or _OPENS_SENTENCE.match(text, end) else None


def _is_abbreviation(text: str, stop: int) -> bool:
    word = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if word is None:
        return False
    return word[0].lower() in _ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper())


def _line_ends_sentence(text: str, stop: int, start: int) -> bool:
    line_start = text.rfind("\n", start, stop) + 1 or start
    line = text[line_start:stop].rstrip()
    if not line or line[-1] in ".!?…:;|»”" or _LIST_MARK.match(text, stop + 1):
        return True
    return len(line) <= _SHORT_LINE and _OPENS_SENTENCE.match(text, stop + 1) is not None
