"""A number told twice over, in words and in digits, as notices and contracts do: "six (06) mois"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from temoin.claims.figures.spelled import Form, Numeral

_OPENS = re.compile(r"[ \u00a0\u202f\n]?\([ \u00a0\u202f]?")
_CLOSES = re.compile(r"[ \u00a0\u202f]?\)")


def told_once(text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """Return the numbers, those that parentheses repeat made one with what they repeat.

    Examples
    --------
    >>> from temoin.claims.figures.numerals import find_numerals
    >>> text = "sous neuf (09) mois"
    >>> [text[one.start:one.end] for one in told_once(text, find_numerals(text, text, "fr"))]
    ['neuf (09)']
    """
    kept: list[Numeral] = []
    for numeral in numerals:
        whole = _whole(text, kept[-1], numeral) if kept else None
        if whole is not None:
            kept[-1] = whole
        else:
            kept.append(numeral)
    return kept


def _whole(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    if second.start - first.end > len(" ( ") or {first.form, second.form} != {"digits", "words"}:
        return None
    closes = _CLOSES.match(text, second.end)
    if closes is None or not _OPENS.fullmatch(text, first.end, second.start):
        return None
    digits, words = (first, second) if first.form == "digits" else (second, first)
    for reading in digits.readings:
        for one in digits.ones:
            if Decimal(reading) * one == words.value:
                form: Form = "words" if first is words or text[first.start] == "0" else "digits"
                return Numeral(first.start, closes.end(), (str(Decimal(reading)),), (one,), form)
    return None
