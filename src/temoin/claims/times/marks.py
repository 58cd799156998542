"""A text made ready for the search of its times: folded, with the places of every word that may belong to one."""

from dataclasses import dataclass

from temoin.claims.times import eras, parts, relative
from temoin.documents.calendar_words import MONTHS, Place, any_of, places_of
from temoin.documents.folded import fold

_WORD = any_of(relative.WORDS | eras.WORDS | parts.WORDS | frozenset(MONTHS))


@dataclass(frozen=True, slots=True)
class Marked:
    """A folded text, and where the words of time stand in it, in order."""

    folded: bytes
    words: tuple[Place, ...]


def mark(text: str) -> Marked:
    """Return a text folded, with its words of time.

    Examples
    --------
    >>> mark("Jeudi soir, en août.").words
    ((0, 5, b'jeudi'), (6, 10, b'soir'), (15, 19, b'aout'))
    """
    folded = fold(text)
    return Marked(folded, tuple(places_of(_WORD, folded)))
