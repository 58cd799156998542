"""How far a printed figure reaches, the arithmetic on such intervals, and how a result is told.

Every tolerance is that of what is printed: half a unit of the last digit; for a rounded figure, of its last digit that
is not zero. There is no percentage anywhere.
"""

import re
from decimal import Decimal, InvalidOperation, localcontext

from temoin.evidence import Statement
from temoin.quantity import Interval, print_number
from temoin.words import LANGUAGES, Words, same

_CURRENCY = re.compile(r"[A-Z]{3}")
_CFA = re.compile(r"cfa\b", re.IGNORECASE)
_CENTIMES = re.compile(r"\bcentimes?\b|سنتيم", re.IGNORECASE)
_HUNDREDTHS = {"MA": "MAD", "DZ": "DZD", "FR": "EUR", "BE": "EUR", "CH": "CHF"}
_DECIMALS = re.compile(r"\d[.,](?P<decimals>\d{1,2})(?!\d)")
_SCALES = (
    (Decimal(10) ** 9, Words("milliard", "billion")),
    (Decimal(10) ** 6, Words("million", "million")),
)
_ONE_MORE = Decimal("0.0005")
_FRACTIONS = sorted({Decimal(over) / under for under in range(1, 6) for over in range(under + 1)})


def value_of(statement: Statement) -> Decimal | None:
    """Return the value of a figure; None for a date, a vague figure, a range, or what is no number.

    Examples
    --------
    >>> from temoin.claims import sample
    >>> value_of(sample.read("La panne a duré 92 heures.")[0])
    Decimal('92')
    """
    if statement.kind in ("date", "datetime", "other") or statement.value is None:
        return None
    return _number(statement.value)


def _number(text: str | None) -> Decimal | None:
    try:
        number = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def reach(statement: Statement) -> Interval:
    """Return the values that a figure may stand for, both ends inside; open where it is said "more than"."""
    return Interval(_number(statement.low), _number(statement.high), closed=True)


def rounded_reach(statement: Statement) -> Interval:
    """Return the values that a figure may stand for if its trailing zeros are rounding: 972 000 is 971 500 to 972 500.

    One printed with its magnitude, as "10 millions", is rounded as it is printed.
    """
    printed, value = reach(statement), value_of(statement)
    if not value or printed.low is None or printed.high is None or printed.high - printed.low > 1:
        return printed
    half = Decimal(1).scaleb(_last_digit(value)) / 2
    return Interval(min(printed.low, value - half), max(printed.high, value + half), closed=True)


def _last_digit(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def fraction_reach(statement: Statement) -> Interval:
    """Return the values that a share in words stands for: those to which no other common fraction is nearer.

    "Un tiers" is 0.29 to 0.37: between a quarter and two fifths. A share in digits is as printed.
    """
    printed, value = reach(statement), value_of(statement)
    if value is None or printed.low is None or printed.high is None or re.search(r"\d", statement.text):
        return printed
    less = [one for one in _FRACTIONS if one < value - _ONE_MORE]
    more = [one for one in _FRACTIONS if one > value + _ONE_MORE]
    if not less or not more:
        return printed
    low, high = (max(less) + value) / 2, (min(more) + value) / 2
    return Interval(min(low, printed.low), max(high, printed.high), closed=True)


def exactly(statement: Statement) -> Interval:
    """Return a figure as it would be typed in a calculator; its interval where it has no value."""
    value = value_of(statement)
    return reach(statement) if value is None else Interval(value, value, closed=True)


def added(intervals: list[Interval]) -> Interval:
    """Return the sum of intervals."""
    total = Interval(Decimal(0), Decimal(0), closed=True)
    for each in intervals:
        total += each
    return total


def divided(over: Interval, under: Interval) -> Interval:
    """Return what one positive interval is when divided by another; open where an end is.

    Examples
    --------
    >>> divided(Interval(Decimal(1), Decimal(2), closed=True), Interval(Decimal(4), None, closed=True))
    Interval(low=Decimal('0'), high=Decimal('0.5'), closed=True)
    """
    with localcontext(prec=20):
        low = None if over.low is None else Decimal(0) if under.high is None else _over(over.low, under.high)
        high = None if over.high is None or not under.low or under.low < 0 else over.high / under.low
    return Interval(low, high, closed=True)


def _over(over: Decimal, under: Decimal) -> Decimal | None:
    return over / under if under else None


def multiplied(first: Interval, second: Interval) -> Interval:
    """Return the product of two positive intervals; open where an end is."""
    low = None if first.low is None or second.low is None else first.low * second.low
    high = None if first.high is None or second.high is None else first.high * second.high
    return Interval(low, high, closed=True)


def scaled(interval: Interval, factor: Decimal) -> Interval:
    """Return an interval multiplied by a positive number."""
    return multiplied(interval, Interval(factor, factor, closed=True))


def currency_of(statement: Statement) -> tuple[str, Decimal] | None:
    """Return the currency of a figure and what one of it is worth in it: a centime is a hundredth.

    The two CFA francs are worth the same, so that the one of West Africa stands for either.
    """
    if statement.kind not in ("money", "count"):
        return None
    if statement.unit and _CURRENCY.fullmatch(statement.unit):
        return statement.unit, Decimal(1)
    if _CFA.search(statement.text):
        return "XOF", Decimal(1)
    if _CENTIMES.search(statement.text) and (code := _HUNDREDTHS.get(statement.place or "")):
        return code, Decimal("0.01")
    return None


def same_unit(first: Statement, second: Statement) -> bool:
    """Return whether two figures count the same: the same kind and unit, whatever the letter case or the plural."""
    return first.kind == second.kind and bare_unit(first.unit) == bare_unit(second.unit)


def bare_unit(unit: str | None) -> str | None:
    """Return a unit without its plural mark: "abonnés" and "abonné" count alike."""
    return unit if unit is None or len(unit) <= 3 else unit.casefold().rstrip("sx")


def shown_unit(statement: Statement) -> str | None:
    """Return the unit to print beside a result: a code of money always, a noun where the text prints it so."""
    unit = statement.unit
    return unit if unit and (statement.kind == "money" or unit in statement.text) else None


def printed_decimals(statement: Statement) -> int:
    """Return how many decimals a figure is printed with; three digits after a point are thousands."""
    match = _DECIMALS.search(statement.text)
    return len(match["decimals"]) if match else 0


def tell(value: Decimal, unit: str | None = None, *, decimals: int | None = None) -> Words:
    """Return a computed number in words, with its unit.

    Examples
    --------
    >>> tell(Decimal("45150000"), "CNY").en.split(), tell(Decimal("6.702")).fr
    (['45.15', 'million', 'CNY'], '6,702')
    """
    scale, name = Decimal(1), same("")
    for one, word in _SCALES:
        if abs(value) >= one:
            scale, name = one, word
            break
    number = value / scale
    places = _places(number) if decimals is None else decimals
    texts = []
    for language in LANGUAGES:
        plural = "s" if language == "fr" and name.fr and abs(number) >= 2 else ""
        named = _joined(unit, after=name.fr) if language == "fr" else unit
        words = (print_number(number, places, language), name.in_(language) + plural, named or "")
        texts.append("\u00a0".join(word for word in words if word))
    return Words(texts[0], texts[1])


def _joined(unit: str | None, *, after: str) -> str | None:
    if not unit or not after or unit == "%" or _CURRENCY.fullmatch(unit):
        return unit
    return f"d’{unit}" if unit[0] in "aeiouyhéèêàâîôû" else f"de {unit}"


def _places(number: Decimal) -> int:
    for places in range(3):
        if abs(number - round(number, places)) < _ONE_MORE:
            return places
    return 3 if abs(number) < 100 else 1


def quoted(*statements: Statement) -> Words:
    """Return figures as printed, each between the quotation marks of the language."""
    figures = [" ".join(one.text.split()) for one in statements]
    return Words(", ".join(f"«\u00a0{one}\u00a0»" for one in figures), ", ".join(f"“{one}”" for one in figures))


def plain_bounds(name: str, interval: Interval, *, decimals: int = 4) -> dict[str, object]:
    """Return the bounds of an interval as plain numbers of a finding."""
    return {
        f"{name}_{end}": None if value is None else float(round(value, decimals))
        for end, value in (("low", interval.low), ("high", interval.high))
    }


def digits_of(statement: Statement) -> str:
    """Return the digits of a value without its magnitude; empty where it has none."""
    value = value_of(statement)
    return "" if value is None else "".join(map(str, value.normalize().as_tuple().digits))
