"""Numbers in digits, with every habit of thousands and decimals; an ambiguous one keeps both its readings.

"1,560" is a thousand and a half in an English table and one and a half in a French sentence. The digits alone cannot
say; the numbers around it often can. The habit is looked for in the closest scope that shows one: the line, then the
whole text; numbers that contradict one another show none. Without any, English text settles it (no English habit
writes a decimal comma) and French text does not: the two readings stay.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

DecimalSign = Literal[",", "."]
SPACES = " \u00a0\u202f\u2009"
NO_SPACES = dict.fromkeys(map(ord, SPACES))

# "N28,784,369" is in naira and "R12 million" in rand; who leaves numbers alone sees to "N95".
# The first digit stands before what must not precede it, so that the search leaps from digit to digit. A small word
# may be glued to a number by a slip: "plus d'u1,3 million", "de450 000".
_LETTER = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"  # Chinese and Arabic may put no space between a word and a number
_GLUED_WORDS = "|".join(rf"(?<=[ '’]{word}[0-9])" for word in ("u", "de", "d", "à", "et", "of", "to"))
NUMBER = re.compile(
    rf"[0-9](?:(?<![{_LETTER}][0-9])|(?<=[ (\n][NRK][0-9])|{_GLUED_WORDS})(?<![0-9][.,:/][0-9])"
    rf"(?:[0-9]{{0,2}}(?:[{SPACES}][0-9]{{3}})+(?![0-9])(?:[.,][0-9]+(?![0-9]))?"
    rf"|[0-9]{{0,2}}(?:([.,'’])[0-9]{{3}})(?:\1[0-9]{{3}})*(?![0-9])(?:[.,][0-9]+)?"
    rf"|[0-9]?(?:,[0-9]{{2}})+,[0-9]{{3}}(?![0-9])(?:\.[0-9]+)?"
    rf"|[0-9]*(?:[.,][0-9]+)?)"
    rf"(?![.,]?[0-9]|[:/][0-9])"
)
_STRAY_SPACE = re.compile(
    rf"[{SPACES}]?[.,][{SPACES}]([0-9]{{1,3}})(?=[{SPACES}]?(?:million|milliard|billion|mds?\b|%|€))", re.IGNORECASE
)
_LONGEST_GROUP = 3  # a year and its comma are no slip
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
_TWO_SIGNS = re.compile(r"\d+(?:[.,'’]\d{3})+[.,]\d+")
_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3}){2,}|\d{1,2}(?:(,)\d\d)+,\d{3}")
_OPENS = " \u00a0\n(-−"
_NOT_DIGITS = re.compile(r"\D")
_APOSTROPHES = re.compile(r"\d{1,3}(?:['’]\d{3})+")
_SPACED_DECIMALS = re.compile(rf"[\d{SPACES}]+[.,]\d+")


class Number(NamedTuple):
    """A number as it stands: its span, and one reading, or two where its sign is ambiguous.

    ``readings`` are plain ASCII numbers with a point, such as ``("1.560", "1560")``.
    """

    start: int
    end: int
    readings: tuple[str, ...]


class Habits:
    """The decimal sign that the numbers of a text show, by line and for the whole text."""

    def __init__(self, text: str, *, language: str | None, decimal: DecimalSign | None = None) -> None:
        self._text = text
        self._language = language
        self._said = decimal
        self._whole: DecimalSign | None = None
        self._scanned = False
        self._line = (0, 0)
        self._of_line: DecimalSign | None = None

    def sign_at(self, start: int, end: int) -> DecimalSign | None:
        """Return the decimal sign in force around a position; None where nothing settles it."""
        if self._said:
            return self._said
        if line := self._sign_of_line(start, end):
            return line
        if not self._scanned:
            self._whole = _shown_sign(self._text, 0, len(self._text))
            self._scanned = True
        return self._whole or ("." if self._language == "en" else None)

    @property
    def is_said(self) -> bool:
        """Whether a person said it."""
        return self._said is not None

    def point_groups(self) -> bool:
        """Return whether a point between groups of three can only part thousands: no French habit is decimal."""
        return self._language == "fr"

    def _sign_of_line(self, start: int, end: int) -> DecimalSign | None:
        if not self._line[0] <= start < self._line[1]:
            line_end = self._text.find("\n", end)
            self._line = (self._text.rfind("\n", 0, start) + 1, len(self._text) if line_end < 0 else line_end)
            self._of_line = _shown_sign(self._text, *self._line)
        return self._of_line


def find_numbers(text: str, habits: Habits, is_apart: Callable[[int, int], bool] | None = None) -> Iterator[Number]:
    """Yield the numbers of a text in order.

    Parameters
    ----------
    is_apart : span of whole digits to whether they end there, whatever follows: a date's, a reference's

    Examples
    --------
    >>> text = "de 1 560 à 1,560"
    >>> [number.readings for number in find_numbers(text, Habits(text, language="fr"))]
    [('1560',), ('1.560', '1560')]
    """
    until = 0
    for match in NUMBER.finditer(text):
        start, end = match.span()
        if start < until:
            continue
        printed = match[0]
        if text[end : end + 2].strip()[:1] in ("", ",", ".") and printed.isdigit():
            stray = _STRAY_SPACE.match(text, end) if end - start <= _LONGEST_GROUP else None
            if stray and not (is_apart and is_apart(start, end)):
                until = stray.end()
                yield Number(start, until, (f"{printed}.{stray[1]}",))
                continue
        if text[start - 1 : start] in (",", ".") and printed.isdigit() and (start == 1 or text[start - 2] in _OPENS):
            yield Number(start - 1, end, (f"0.{printed}",))  # ".25" and ",08"
            continue
        yield Number(start, end, (printed,) if printed.isdigit() else _readings(printed, start, end, habits))


def _readings(printed: str, start: int, end: int, habits: Habits) -> tuple[str, ...]:
    digits = printed.translate(NO_SPACES)
    if digits.isdigit():
        return (digits,)
    if len(digits) == len(printed) and (ambiguous := _AMBIGUOUS.fullmatch(digits)):
        with_decimals, with_thousands = digits.replace(",", "."), _NOT_DIGITS.sub("", digits)
        sign = habits.sign_at(start, end)
        if habits.is_said:
            return (with_decimals,) if sign == ambiguous[1] else (with_thousands,)
        if digits.endswith("000") or (sign is None and (ambiguous[1] == "." and habits.point_groups())):
            return (with_thousands,)  # nobody prints three zeros for decimals, nor a French text a decimal point
        if sign is None:
            return (with_decimals, with_thousands)
        return (with_decimals,) if sign == ambiguous[1] else (with_thousands,)
    return (_plain(digits),)


def _plain(digits: str) -> str:
    if _GROUPS.fullmatch(digits) or _APOSTROPHES.fullmatch(digits):
        return _NOT_DIGITS.sub("", digits)
    cut = max(digits.rfind(","), digits.rfind("."))
    return _NOT_DIGITS.sub("", digits[:cut]) + "." + digits[cut + 1 :]


def _shown_sign(text: str, start: int, end: int) -> DecimalSign | None:
    shown: set[str] = set()
    for match in NUMBER.finditer(text, start, end):
        if sign := _sign_of(match[0]):
            shown.add(sign)
    if shown == {","}:
        return ","
    return "." if shown == {"."} else None


def _sign_of(printed: str) -> str | None:
    if printed.isdigit() or _AMBIGUOUS.fullmatch(printed):
        return None
    if groups := _GROUPS.fullmatch(printed):
        return "," if groups[1] == "." else "."
    if _TWO_SIGNS.fullmatch(printed) or _SPACED_DECIMALS.fullmatch(printed):
        return "," if printed.rfind(",") > printed.rfind(".") else "."
    return None
