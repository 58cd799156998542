"""Numbers printed or scanned so that their digits are in doubt, told apart from those that stand as they are.

A letter in the place of a digit ("12 5OO", "l5 O00") is read as that digit, without a value. Numbers that only a space
parts, as in a table that lost its lines ("1 024 000 120 000"), keep every reading between the last and the whole.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from temoin.claims.figures.spelled import Numeral

_ONE = (Decimal(1),)
_GAPS = " \u00a0\u202f"
# A number begins with a digit, or with a letter taken for a one where groups of three follow.
_LETTERED = re.compile(
    rf"(?<![\w.,/'’&=#-])(?:[0-9][0-9OolI]{{0,2}}|[lI][0-9][0-9OolI]?|[lI][0-9OolI][0-9])(?![OolI]*[^\W_OolI])"
    rf"(?:(?:[{_GAPS}.][0-9OolI]{{3}})+|(?<=[0-9OolI]{{2}})[0-9OolI]*)"
    rf"(?:,[0-9OolI]{{1,2}})?(?![^\W_])(?![.,]?[0-9])"
)
_MAY_HOLD = re.compile(rf"[0-9Oo][OolI]|[0-9][{_GAPS}.,]?[OolI][0-9OolI]|[lI][0-9]")
_DOUBTFUL = re.compile(rf"(?=.*[OolI])[0-9OolI{_GAPS}.,]+")
_GROUP_OF_LETTERS = re.compile(r"[lI]{3}|[Iil][OolI]{2}")
_AS_DIGITS = str.maketrans("OolI", "0011", _GAPS + ".")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_MANY_GROUPS, _SOME_GROUPS = 5, 3


def with_misread(text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """Return the numbers with those that a letter cuts made whole, in order; each is doubtful.

    Examples
    --------
    >>> from temoin.claims.figures.numerals import find_numerals
    >>> text = "coûte 12 5OO euros"
    >>> [one.readings for one in with_misread(text, find_numerals(text, text, "fr"))]
    [('12500',)]
    """
    if not _MAY_HOLD.search(text):
        return list(numerals)
    lettered = [one for match in _LETTERED.finditer(text) if (one := _read(match))]
    if not lettered:
        return list(numerals)
    kept: list[Numeral] = []
    rank = 0
    for numeral in numerals:
        while rank < len(lettered) and lettered[rank].end <= numeral.start:
            kept.append(lettered[rank])
            rank += 1
        if rank == len(lettered) or numeral.end <= lettered[rank].start:
            kept.append(numeral)
    return [*kept, *lettered[rank:]]


def is_misread(text: str, numeral: Numeral) -> bool:
    """Return whether a letter was read as a digit in a number."""
    printed = text[numeral.start : numeral.end]
    return numeral.form == "digits" and not numeral.scaled and _DOUBTFUL.fullmatch(printed) is not None


def _read(match: re.Match[str]) -> Numeral | None:
    printed = match[0]
    letters = sum(sign in "OolI" for sign in printed)
    digits = printed.translate(_AS_DIGITS).replace(",", ".")
    # "10l" are litres, "2O31" a year.
    if not letters or (letters == 1 and printed[-1] in "lI") or _YEAR.fullmatch(digits):
        return None
    if any(_GROUP_OF_LETTERS.fullmatch(group) for group in re.split(rf"[{_GAPS}.,]", printed)):
        return None
    return Numeral(match.start(), match.end(), (digits,), _ONE, "digits")


def with_run_together(text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """Return the numbers with several readings for those that may be two, side by side in a table without lines.

    Examples
    --------
    >>> from temoin.claims.figures.numerals import find_numerals
    >>> text = "Alpha 3 050 000 410 000 euros"
    >>> [one.readings for one in with_run_together(text, find_numerals(text, text, "fr"))]
    [('410000', '3050000410000')]
    """
    kept = list(numerals)
    for rank, numeral in enumerate(numerals):
        printed = text[numeral.start : numeral.end]
        groups = printed.split(" ")
        if len(groups) < _SOME_GROUPS or numeral.form != "digits" or numeral.scaled or len(numeral.readings) > 1:
            continue
        if not all(group.isdigit() for group in groups):
            continue
        following = numerals[rank + 1] if rank + 1 < len(numerals) else None
        if len(groups) >= _MANY_GROUPS and groups[-2:] != ["000", "000"]:
            kept[rank] = numeral._replace(readings=("".join(groups[-2:]), "".join(groups)))
        elif following is not None and _runs_on(text, numeral, following, len(groups)):
            kept[rank] = numeral._replace(readings=("".join(groups[:-1]), "".join(groups)))
    return kept


def _runs_on(text: str, numeral: Numeral, following: Numeral, groups: int) -> bool:
    # "98 200 208 38 500": which groups belong together, nothing tells; two numbers of one length are two numbers.
    if following.form != "digits" or following.scaled or text[numeral.end : following.start] != " ":
        return False
    after = text[following.start : following.end].split(" ")
    return 1 < len(after) < groups and all(group.isdigit() for group in after)
