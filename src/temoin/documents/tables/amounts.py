"""A figure as an amount of its column: its own currency first, its bounds, and what it cannot be."""

import re
from decimal import Context, Decimal

from temoin.documents.tables.cells import Figure
from temoin.documents.tables.headers import Meaning
from temoin.documents.tables.units import Unit, currencies_of

_EXACT = Context(prec=100)
_PLACES = Decimal(1).scaleb(-9)
_TOO_LARGE = Decimal(10) ** 29
_THREE_PLACES = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_AS_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")

Bounds = tuple[Decimal | None, Decimal | None, Decimal | None]


def bounds_of(figure: Figure | None, times: Decimal) -> Bounds | None:
    """Return the value of a figure and its bounds; None where the declared tables cannot hold it.

    A figure in thousands stands for half a unit of its last digit on either side.

    Parameters
    ----------
    times : what one of it is worth

    Examples
    --------
    >>> bounds_of(Figure(Decimal("12.5")), Decimal(1000))
    (Decimal('12500.000000000'), Decimal('12450.000000000'), Decimal('12550.000000000'))
    >>> bounds_of(Figure(Decimal(10) ** 29), Decimal(1)) is None
    True
    """
    if figure is None:
        return None, None, None
    said = (figure.value, figure.low, figure.high)
    value, low, high = (None if each is None else _EXACT.multiply(each, times) for each in said)
    if times != 1 and figure.value is not None and value is not None and low is None:
        exponent = figure.value.as_tuple().exponent
        assert isinstance(exponent, int)
        half = Decimal(1).scaleb(min(exponent, 0)) / 2 * times
        low, high = _EXACT.subtract(value, half), _EXACT.add(value, half)
    if any(each is not None and abs(each) >= _TOO_LARGE for each in (value, low, high)):
        return None
    return _placed(value), _placed(low), _placed(high)


def currency_of(unit: Unit | None, column: str | None, sign: str | None = None) -> str | None:
    """Return the currency of an amount: the one in its cell, else its column's; None where they do not settle it.

    A word that several countries share, as FCFA, stands for the column's currency only if that is one of theirs.

    Parameters
    ----------
    column : currency that its row or its column says
    sign : what a person said that words of several countries stand for in the column

    Examples
    --------
    >>> currency_of(Unit(shared="FCFA"), "XOF"), currency_of(Unit(shared="FCFA"), "USD")
    ('XOF', None)
    >>> currency_of(Unit(shared="$"), "EUR", "CAD")
    'CAD'
    """
    if unit is None or not (unit.currency or unit.shared):
        return column
    if unit.currency:
        return unit.currency
    known = currencies_of(unit.shared)
    said = [each for each in (sign or "").split("+") if each in known]
    return said[0] if said else column if column in known else None


def is_of_other_sign(text: str, figure: Figure, meaning: Meaning) -> bool:
    """Return whether a cell with its own currency has three digits after what its column takes for a decimal sign.

    "$1,200" in a column of decimal commas is no dollar and twenty cents; a few currencies count in thousandths.

    Examples
    --------
    >>> cell = Figure(Decimal("1.200"), unit=Unit("USD"))
    >>> is_of_other_sign("$1,200", cell, Meaning("amount"))
    True
    """
    value, unit = figure.value, figure.unit
    if value is None or figure.low is not None or meaning.times != 1 or not (unit.currency or unit.shared):
        return False
    read_as_decimal = value.as_tuple().exponent == -3 and _AS_THOUSANDS.search(text) is not None
    return read_as_decimal and unit.currency not in _THREE_PLACES


def _placed(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(_PLACES, context=_EXACT)
