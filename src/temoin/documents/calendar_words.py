"""Names of months and weekdays as French and English write them, folded, and how to find words of a list at once."""

import re
from collections.abc import Iterable, Iterator, Mapping

from temoin.branches import branches

_MONTHS: Mapping[int, str] = {
    1: "janvier janv january jan",
    2: "fevrier fevr fev february feb",
    3: "mars march mar",
    4: "avril avr april apr",
    5: "mai may",
    6: "juin june jun",
    7: "juillet juil july jul",
    8: "aout august aug",
    9: "septembre september sept sep",
    10: "octobre october oct",
    11: "novembre november nov",
    12: "decembre december dec",
}
MONTHS: Mapping[bytes, int] = {name.encode(): number for number, names in _MONTHS.items() for name in names.split()}
"""Folded spelling to the number of the month."""

ENGLISH_MONTHS = frozenset(
    name.encode()
    for name in "january jan february feb march mar april apr may june jun july jul august aug september sept sep "
    "october oct november nov december dec".split()
)
"""Spellings that English dates are made with: "January 5, 2022"."""

ABBREVIATED = frozenset(
    name.encode() for name in "janv jan fevr fev feb mar avr apr jun juil jul aug sept sep oct nov dec".split()
)
"""Spellings to which a point belongs."""

WITH_CAPITAL = frozenset(name.encode() for name in "jan feb march mar apr may jun jul aug sep sept oct nov dec".split())
"""Spellings that are months only with a capital, an accent or a point: "may" and "march" are verbs, "sept" is 7."""

WITH_POINT = frozenset(name.encode() for name in "jan feb apr aug sept oct nov dec".split())
"""Those of them that are months in lower case too when a point follows."""

_WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "monday tuesday wednesday thursday friday saturday sunday",
)
WEEKDAYS: Mapping[bytes, int] = {
    name.encode(): number for names in _WEEKDAYS for number, name in enumerate(names.split())
}
"""Folded name to the number of the weekday, Monday 0."""


Place = tuple[int, int, bytes]
"""Where a word stands in a folded text, from its start to its end, and the word."""


def any_of(words: Iterable[bytes]) -> re.Pattern[bytes]:
    """Return a pattern for what is no letter, then a whole word of a list; see :func:`places_of`.

    The engine skips letters, then looks at every beginning of a word once, branch by branch of letters, so that the
    length of the list costs next to nothing.
    """
    return re.compile(b"[^a-z]" + branches(word.decode() for word in words).encode() + b"(?![a-z])")


def places_of(pattern: re.Pattern[bytes], folded: bytes) -> Iterator[Place]:
    """Yield where the words of a list stand in a folded text; a digit or sign may touch a word, a letter may not.

    Examples
    --------
    >>> months = any_of([b"mars", b"mai", b"aout"])
    >>> [word for _, _, word in places_of(months, b"mars, les marsiens de mai, 5aout, l'aout")]
    [b'mars', b'mai', b'aout', b'aout']
    """
    # One sign set before the text stands for what is no letter before its first word.
    for match in pattern.finditer(b"\n" + folded):
        start, end = match.start(), match.end() - 1
        yield start, end, folded[start:end]
