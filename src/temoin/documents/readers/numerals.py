"""Numbers of lists and notes, written in the form that a document names."""

import re

_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_LONGEST_COUNT = 12
_ALL_RAISED = re.compile(r"[0-9+\-−n]+")


def roman(number: int) -> str:
    """Return a whole number from 1 in small Roman numerals.

    Examples
    --------
    >>> roman(4), roman(39)
    ('iv', 'xxxix')
    """
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True
    ):
        count, number = divmod(number, value)
        text += sign * count
    return text


def written(number: int, form: str) -> str:
    """Return a list's number in the form that the list names, as Word calls it; in figures for any other form.

    Examples
    --------
    >>> written(3, "lowerLetter"), written(28, "upperLetter"), written(4, "upperRoman"), written(7, "decimalZero")
    ('c', 'BB', 'IV', '07')
    """
    letters = "abcdefghijklmnopqrstuvwxyz"
    match form:
        case "lowerLetter" | "upperLetter" if number > 0:
            turn, place = divmod(number - 1, len(letters))
            text = letters[place] * (turn % 20 + 1)
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            text = roman(number)
        case "decimalZero":
            text = f"{number:02}"
        case _:
            text = str(number)
    return text.upper() if form.startswith("upper") else text


def raised(text: str) -> str:
    """Return raised figures as raised characters, so that a power of ten is not read as more digits.

    Examples
    --------
    >>> raised("6"), raised("er")
    ('⁶', 'er')
    """
    return text.translate(_RAISED) if _ALL_RAISED.fullmatch(text) else text


def whole(text: str | None, otherwise: int, most: int = 1000) -> int:
    """Return a count as a file writes it, at most ``most``; another value for what is no count.

    Examples
    --------
    >>> whole("3", 1), whole("-3", 1), whole(None, 1), whole("9" * 5000, 1)
    (3, 1, 1, 1)
    """
    return min(int(text), most) if text and text.isdecimal() and len(text) < _LONGEST_COUNT else otherwise
