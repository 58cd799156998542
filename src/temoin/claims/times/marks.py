"""A text made ready for the search of its times: the words and numbers that may belong to one, found in one look."""

from temoin.claims.times import eras, parts, relative
from temoin.documents.calendar_words import MONTHS, any_of
from temoin.documents.date_marks import Marked, mark_dates

__all__ = ["Marked", "mark"]

_WORD = any_of(relative.WORDS | eras.WORDS | parts.WORDS | frozenset(MONTHS))


def mark(text: str) -> Marked:
    """Return a text folded, with its words of time and its numbers.

    Examples
    --------
    >>> mark("Jeudi soir, en août.").words
    ((0, 5, b'jeudi'), (6, 10, b'soir'), (15, 19, b'aout'))
    """
    return mark_dates(text, _WORD)
