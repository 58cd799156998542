"""A text made ready for the search of dates: folded, with the places of words of time and of likely numbers."""

import re
from dataclasses import dataclass
from typing import Literal

from temoin.documents.calendar_words import MONTHS, Place, any_of, places_of
from temoin.folded import fold

NumberKind = Literal["year", "clock", "figures", "bare"]

_MONTH_WORD = any_of(MONTHS)
# A number starts where no letter, digit or sign of a number stands before; in an ISO time a T does.
_NUMBER = re.compile(
    rb"[0-9](?:(?<=[0-9]t.)|(?<![\w.,/].))(?:(?P<year>(?<=[12])[0-9]{3}(?![0-9]))|[0-9]?(?:"
    rb"(?P<figures>(?=[/.-][0-9]| [/.-] ?[0-9]))|(?P<clock>(?= ?(?:h|:[0-9]|[ap]\.?m)))"
    rb"|(?:er)?(?P<bare>(?= (?:au |dans |en |a |vers |et )))))"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A folded text, the words of time in it, and the numbers that may be part of a date or time, each in order.

    Parameters
    ----------
    folded : as :func:`temoin.folded.fold` gives it
    words : places of words
    numbers : where each number starts, and what stands behind it: four digits that begin as a year does, the sign of
        a clock time, that of a date in figures, or a word that may follow the number of a day
    """

    folded: bytes
    words: tuple[Place, ...]
    numbers: tuple[tuple[int, NumberKind], ...]

    def starts(self, *kinds: NumberKind) -> list[int]:
        """Return where the numbers of some kinds start."""
        return [start for start, kind in self.numbers if kind in kinds]


def mark_dates(text: str, words: re.Pattern[bytes] = _MONTH_WORD) -> Marked:
    """Return a text folded, with the places of words, those of months unless others are given, and of numbers.

    Examples
    --------
    >>> found = mark_dates("Le 5 au soir, le 10/01/2022 à 10h30 : 2022, an de mars.")
    >>> found.words, [kind for _, kind in found.numbers]
    (((50, 54, b'mars'),), ['bare', 'figures', 'clock', 'year'])
    """
    folded = fold(text)
    numbers = tuple((match.start(), match.lastgroup) for match in _NUMBER.finditer(folded))
    return Marked(folded, tuple(places_of(words, folded)), numbers)  # type: ignore[arg-type]  # its own group names
