"""Where sentences and paragraphs stand in a text, in French and in English.

A line is a sentence of its own in lists, tables and headings; elsewhere a text may be wrapped in the middle of one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

_CAPITALS = "A-ZÀ-ÖØ-ÞŒŸ\u0400-\u042f\u0600-\u06ff\u4e00-\u9fff"
_OPENS = rf"[\s«“„\"'‘(\[—–•*-]{{0,12}}[{_CAPITALS}0-9$€£¥]"
# Either the end of a line with all white space behind it, or signs that may end a sentence inside one. All begin with
# one of a few signs, so that the engine skips what lies between them.
_BREAK = re.compile(
    rf"[\n.!?…。！？](?:(?<=\n)\s*"
    rf"|(?<=[.!?…])(?<![.!?…].)(?P<stop>[.!?…]*(?:[ \u00a0\u202f]?[»”\"')\]’]{{1,4}})?)"
    rf"(?:[ \t\u00a0\u202f]+|(?<=[»”]))(?={_OPENS})"
    r"|(?<=[。！？])(?<![。！？].)(?P<full>[。！？]*[”」』）]{0,4})[ \t\u00a0\u202f\u3000]*)"
)
_OPENS_SENTENCE = re.compile(_OPENS)
_LIST_MARK = re.compile(r"[ \t]*(?:[•*|–—·▪◦‣●○■□-]|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_LAST_WORD = re.compile(r"[\w.-]+$")
_SHORT_LINE, _SHORT_WORD = 48, 7
_ENDS_LINE = frozenset(".!?…:;|»”")
_ABBREVIATIONS_WORDS = (
    "m mm mme mmes mlle mlles dr drs pr st ste me mes cf ex p pp art al env approx av bd no nos vol fig tel tél mr mrs "
    "ms prof gov gen col lt sgt cdt rep sen inc ltd co corp vs e.g i.e u.s u.k u.n a.m p.m j.-c jan feb aug sept sep "
    "oct nov dec janv févr fév avr juil déc lun mar mer jeu ven sam dim mon tue wed thu fri hon jr sr chap éd réf dép "
    "arr coll dir hab mio mrd ed eds ibid n.b ann alin tab s.a s.a.r.l"
)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())


class Sentence(NamedTuple):
    """A sentence: code points ``start`` to ``end`` (excluded), and the rank of its paragraph.

    A text of 50 MB has half a million of them, and each is looked for by its place: hence a tuple.
    """

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
    start, paragraph = len(text) - len(text.lstrip()), 0
    for match in _BREAK.finditer(text, start):
        end = _end_of_sentence(text, start, match)
        if end is None:
            continue
        if end > start:
            found.append(Sentence(start, end, paragraph))
        start = match.end()
        if match.lastgroup is None and text.find("\n", match.start() + 1, start) >= 0:
            paragraph += 1
    last = len(text.rstrip())
    if last > start:
        found.append(Sentence(start, last, paragraph))
    return found


def sentence_at(sentences: Sequence[Sentence], position: int) -> Sentence:
    """Return the sentence that holds a position, or the one before it where the position is between two."""
    rank = bisect_left(sentences, (position + 1,))
    return sentences[max(rank - 1, 0)]


def _end_of_sentence(text: str, start: int, match: re.Match[str]) -> int | None:
    at, kind = match.start(), match.lastgroup
    if kind == "stop":
        return None if text[at] == "." and _goes_on(text, start, at) else match.end("stop")
    if kind is not None:
        return match.end("full")
    end = at
    while end > start and text[end - 1].isspace():
        end -= 1
    is_blank = text.find("\n", at + 1, match.end()) >= 0
    return end if is_blank or _line_ends_sentence(text, start, end, match.end()) else None


def _goes_on(text: str, start: int, stop: int) -> bool:
    if text[max(start, stop - _SHORT_WORD) : stop].isalpha() and stop - start >= _SHORT_WORD:
        return False
    word = _LAST_WORD.search(text, max(start, stop - 12), stop)
    if word is None or text[stop : stop + 2] == "..":
        return False
    if word.start() == start and word[0].isdecimal() and stop - start <= 2:
        return True
    return word[0].lower() in _ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper())


def _line_ends_sentence(text: str, start: int, end: int, next_start: int) -> bool:
    line_start = max(text.rfind("\n", start, end) + 1, start)
    if end <= line_start or text[end - 1] in _ENDS_LINE or _LIST_MARK.match(text, next_start):
        return True
    return end - line_start <= _SHORT_LINE and _OPENS_SENTENCE.match(text, next_start) is not None
