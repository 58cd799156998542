"""How precisely a figure is said to hold, by the words just before it, and the interval it then stands for.

An exact figure stands for half a unit of its last printed digit on either side. "About" takes the trailing zeros of
an integer as rounding too: "environ 37 300" stands for 37 250 to 37 350. "At least" and "at most" keep one bound.
"""

import re
from decimal import Decimal

from temoin.evidence import Qualifier
from temoin.quantity import Interval, parse_decimal, printed_interval

_BEFORE = 28
_WORDS: tuple[tuple[Qualifier, str], ...] = (
    (
        "at most",
        (
            r"jusqu['’]à|au (?:plus|maximum)|(?<!pas )moins (?:de|d['’])|pas plus (?:de|d['’])|au plus tard|"
            r"ne dépass\w+ pas|up to|at most|no more than|not more than|(?<!no )(?<!not )(?:less|fewer) than|"
            r"inférieure?s? à|not exceeding|under|below|a maximum of"
        ),
    ),
    (
        "at least",
        (
            r"(?<!pas )plus (?:de|d['’]|du|des)|pas moins (?:de|d['’])|au (?:moins|minimum)|"
            r"(?:un )?minimum (?:de|d['’])|supérieure?s? à|(?<!no )(?<!not )more than|(?:no|not) (?:less|fewer) than|"
            r"over|at least|upwards of|a minimum of|above|(?<!not )exceeding|in excess of"
        ),
    ),
    (
        "about",
        (
            r"environ|près (?:de|d['’])|quelque|autour (?:de|d['’])|presque|approximativement|à peu près|"
            r"de l['’]ordre (?:de|d['’])|vers|"
            r"about|around|approximately|approx\.|roughly|nearly|almost|some|close to|an estimated|circa|~|≈"
        ),
    ),
)
_PATTERN = re.compile(
    "(?<!\\w)(?:"
    + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _WORDS)
    + r")[ \u00a0\u202f(]*$",
    re.IGNORECASE,
)


def qualifier_before(text: str, start: int) -> Qualifier:
    """Return the qualifier that the words ending at a position give; ``exact`` where they give none.

    Examples
    --------
    >>> qualifier_before("coûte plus de 3 euros", 14), qualifier_before("no more than 3", 13)
    ('at least', 'at most')
    """
    found = _PATTERN.search(text[max(0, start - _BEFORE) : start])
    if found is None or found.lastgroup is None:
        return "exact"
    for name, _ in _WORDS:
        if found.lastgroup == name.replace(" ", "_"):
            return name
    return "exact"


def interval(digits: str, one: Decimal, qualifier: Qualifier) -> Interval:
    """Return what a printed figure stands for, by its qualifier.

    Parameters
    ----------
    digits : the figure in ASCII with a point for its decimals
    one : what one of it is worth, such as 10**6 for "millions"

    Examples
    --------
    >>> interval("37300", Decimal(1), "about").low == 37250
    True
    """
    value = parse_decimal(digits) * one
    if qualifier == "at least":
        return Interval(value, None)
    if qualifier == "at most":
        return Interval(None, value, closed=True)
    if qualifier == "about" and "." not in digits and value:
        return printed_interval(str(parse_decimal(digits).normalize()), one)
    return printed_interval(digits, one)
