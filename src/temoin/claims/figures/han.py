"""Numbers in Chinese characters that stand before a magnitude: 四百五十万 is four million five hundred thousand."""

import re
from collections.abc import Iterator
from decimal import Decimal

from temoin.claims.figures.spelled import Numeral

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_RUN = re.compile(r"[零〇一二三四五六七八九两兩十百千万萬亿億]{2,}")


def han_numbers(text: str) -> Iterator[Iterator[Numeral]]:
    """Yield one stream of the numbers in Chinese characters of a text, none where it holds no such character.

    A lone character is a word more often than a number, and is left.

    Examples
    --------
    >>> [str(found.value) for stream in han_numbers("投资四百五十万元") for found in stream]
    ['4500000']
    """
    if any(sign in text for sign in (*_SMALL, *_LARGE)):
        yield (_numeral(match) for match in _RUN.finditer(text) if _value(match[0]) is not None)


def _numeral(match: re.Match[str]) -> Numeral:
    value = _value(match[0])
    return Numeral(match.start(), match.end(), (str(value),), (Decimal(1),), "words")


def _value(signs: str) -> int | None:
    if not any(sign in _SMALL or sign in _LARGE for sign in signs) or signs[0] in _LARGE:
        return None
    total = group = digit = 0
    for sign in signs:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _SMALL:
            group += max(digit, 1) * _SMALL[sign]
            digit = 0
        elif _LARGE[sign] == 10**4:
            total += (group + digit) * 10**4
            group = digit = 0
        else:
            total = (total + group + digit) * 10**8
            group = digit = 0
    return total + group + digit
