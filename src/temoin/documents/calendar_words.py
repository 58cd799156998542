"""Names of months and weekdays as French and English write them, folded, and how to find words of a list at once."""

import re
from collections.abc import Iterable, Mapping

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


def any_of(words: Iterable[bytes]) -> re.Pattern[bytes]:
    """Return a pattern that finds whole words of a list in a folded text; digits may touch a word.

    The first letters stand apart, so that the engine skips all else, and the words behind each are looked at only
    where no letter stands before.

    Examples
    --------
    >>> [found[0] for found in any_of([b"mars", b"mai", b"aout"]).finditer(b"les marsiens de mai, 5aout, l'aout")]
    [b'mai', b'aout', b'aout']
    """
    by_initial: dict[bytes, list[bytes]] = {}
    for word in words:
        by_initial.setdefault(word[:1], []).append(re.escape(word[1:]))
    branches = [
        initial + rb"(?<![a-z].)(?:" + b"|".join(sorted(rests, key=lambda rest: -len(rest))) + rb")(?![a-z])"
        for initial, rests in sorted(by_initial.items())
    ]
    return re.compile(b"|".join(branches))
