"""Quantities: decimal values, the interval a printed figure stands for, units, and how a number is printed."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from temoin.errors import InputError
from temoin.words import Language, Words


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a figure may stand for: ``low`` is inside, ``high`` only if ``closed``; None is unbounded.

    Examples
    --------
    >>> Interval(Decimal("6.45"), Decimal("6.55")).meets(Interval(Decimal("6.55"), None))
    False
    """

    low: Decimal | None
    high: Decimal | None
    closed: bool = False

    def __contains__(self, value: Decimal) -> bool:
        if self.low is not None and value < self.low:
            return False
        return self.high is None or value < self.high or (self.closed and value == self.high)

    def meets(self, other: "Interval") -> bool:
        """Return whether the two intervals share a value."""
        return _reaches(self, other) and _reaches(other, self)

    def __add__(self, other: "Interval") -> "Interval":
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.closed and other.closed)


def _reaches(first: Interval, second: Interval) -> bool:
    if first.high is None or second.low is None:
        return True
    return second.low < first.high or (first.closed and second.low == first.high)


def printed_interval(digits: str, magnitude: Decimal = Decimal(1)) -> Interval:
    """Return what a rounded figure stands for: half a unit of its last printed digit on either side.

    Parameters
    ----------
    digits : the figure with a point for its decimals and no thousands separator, such as ``"6.5"``
    magnitude : what one of it is worth, such as 10**6 for "millions"

    Examples
    --------
    >>> printed_interval("6.5", Decimal(10) ** 6)
    Interval(low=Decimal('6450000.00'), high=Decimal('6550000.00'), closed=False)
    """
    value = parse_decimal(digits)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    half = Decimal(1).scaleb(exponent) / 2
    return Interval((value - half) * magnitude, (value + half) * magnitude)


def parse_decimal(text: str) -> Decimal:
    """Return the decimal that a plain ASCII number stands for.

    Raises
    ------
    InputError : the text is not a finite number
    """
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise _not_a_number(text) from error
    if not value.is_finite():
        raise _not_a_number(text)
    return value


def plain(value: Decimal) -> str:
    """Return a decimal without exponent and without trailing zeros after the point.

    Examples
    --------
    >>> plain(Decimal("45150000.00"))
    '45150000'
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def require_currency(code: str) -> str:
    """Return an ISO 4217 code in capitals.

    Raises
    ------
    InputError : the code is not in ISO 4217 (active or withdrawn) as CLDR lists it
    """
    from babel import Locale

    capital = code.upper()
    if not re.fullmatch(r"[A-Z]{3}", capital) or capital not in Locale("en").currencies:
        raise InputError(
            code,
            Words("code de monnaie ISO 4217 attendu", "expected an ISO 4217 currency code"),
            Words("écrivez par exemple EUR, CNY, KZT", "write for instance EUR, CNY, KZT"),
        )
    return capital


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a printed number is: its name in both languages, its unit, and how far it is rounded.

    Parameters
    ----------
    name : stable, English, as in JSON
    label : name for people
    unit : words after the number; "%" prints the number times 100
    decimals : digits after the decimal sign
    """

    name: str
    label: Words
    unit: Words
    decimals: int

    def printed(self, value: float | Decimal, language: Language) -> str:
        """Return the value rounded as declared, with its unit, in the habits of the language.

        Examples
        --------
        >>> Quantity("depth", Words("profondeur", "depth"), Words("%", "%"), 0).printed(0.965, "en")
        '96%'
        >>> Quantity("lost", Words("perte", "loss"), Words("h", "h"), 1).printed(1234.5, "fr")
        '1\\u202f234,5\\xa0h'
        """
        unit = self.unit.in_(language)
        scaled = Decimal(str(value)) * 100 if unit == "%" else Decimal(str(value))
        number = print_number(scaled, self.decimals, language)
        if not unit:
            return number
        gap = "" if unit == "%" and language == "en" else "\xa0"
        return f"{number}{gap}{unit}"


def print_number(value: float | Decimal, decimals: int, language: Language) -> str:
    """Return a number rounded half to even with the separators of the language (U+202F and comma in French).

    Examples
    --------
    >>> print_number(45150000, 0, "en")
    '45,150,000'
    """
    return _print_decimal(Decimal(str(value)), decimals, language)


@lru_cache(maxsize=1 << 14)
def _print_decimal(value: Decimal, decimals: int, language: Language) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=language)


def _not_a_number(text: str) -> InputError:
    return InputError(
        text,
        Words("nombre attendu", "expected a number"),
        Words(
            "écrivez-le en chiffres, avec un point pour les décimales", "write it in digits, with a point for decimals"
        ),
    )
