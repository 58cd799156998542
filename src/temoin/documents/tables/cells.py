"""What a cell says: a number, a date, a text or nothing; what the cell alone cannot settle, its column may."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from temoin.documents.tables.days import DayHabit, day_of
from temoin.documents.tables.grid import Shown, Value, decimal_of
from temoin.documents.tables.units import NO_UNIT, Unit, unit_in
from temoin.quantity import printed_interval

DecimalSign = Literal[",", "."]
_SPACES = " \u00a0\u202f\u2009\u2007"
_MISSING = frozenset(
    "- -- --- – — ― . .. ... … ? / // n.d. n.d nd n/d n.c. n.c nc n/c n.r. nr n.a. n.a na n/a #n/a n.s. s.o. s/o "
    "ns inconnu inconnue unknown null none nan néant vide manquant missing".split()
) | {"non disponible", "non communiqué", "non communiquée", "non renseigné", "not available", "non dit", "n. d."}
_BLANK = f"{_SPACES}\t\r\n"
_MARK = re.compile(
    r"^(?P<body>.*?\S)[ \u00a0]*"
    r"(?P<mark>(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|†+|‡+|\((?:\d{1,2}|[a-z]|\*+)\)|\[(?:\d{1,2}|[a-z])\]))$"
)
_BOUND = re.compile(
    r"^(?:(?P<most>≤|<=|<|moins de|au plus|jusqu['’]?[àa]|under|less than|fewer than|at most|up to)"
    r"|(?P<least>≥|>=|>|\+ de|plus de|au moins|over|more than|at least))\s*(?=[\d~])",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r"(?<=[\dkKmM])\s?\+$")
_ABOUT = re.compile(
    r"^(~|≈|∼|≃|env\.?|environ|ca\.?|circa|approx\.?|approximativement|approximately|about|around|roughly"
    r"|à peu près|autour de)\s*(?=\d)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^([+\-−–])\s*(?=\d)")
_ACCOUNTING = re.compile(rf"^\((?=[^()]*(?:\d{{3}}|[.,{_SPACES}]))(\d[\d.,'’{_SPACES}]*)\)$")
_NUMBER = re.compile(
    rf"(?P<number>\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?:[.,]\d+)?"
    rf"|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])|\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?![\d.])"
    rf"|\d+(?:[.,]\d+)?(?:[eE][+-]?\d{{1,3}})?)"
)
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
_RANGE = re.compile(r"\s*(?:–|—|-|à|to|et)\s*")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as its cell says it.

    Parameters
    ----------
    value : None where the cell gives bounds only (``≤100``)
    low, high : bounds where the cell says them or rounds, both inside; None where the number is exact as printed
    unit : percent, currency and magnitude that stand in the cell itself
    mark : a footnote mark beside the number
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit = NO_UNIT
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a column writes its numbers: its decimal sign, None where nothing shows it; a cell that stays open."""

    decimal: DecimalSign | None
    open_cell: str | None = None


def is_missing(value: Value) -> bool:
    """Return whether a cell says that nothing is known: empty, a dash, "n.d.", "N/A"; never zero.

    Examples
    --------
    >>> [is_missing(value) for value in ("n.d.", "–", None, "...", "0", 0.0)]
    [True, True, True, True, False, False]
    """
    if value is None:
        return True
    return isinstance(value, str) and not value.isdigit() and _says_missing(value)


@lru_cache(maxsize=1 << 16)
def _says_missing(value: str) -> bool:
    if len(value) > _LONGEST_FIGURE:
        return not value.strip(_BLANK)
    text = value.strip(_BLANK).casefold()
    if not text or text in _MISSING:
        return True
    marked = _MARK.match(text)
    return marked is not None and marked["body"] in _MISSING


def decimal_habit(values: Iterable[Value], said: DecimalSign | None = None) -> Habit:
    """Return the decimal sign that a column's own numbers show, or the one said.

    Examples
    --------
    >>> decimal_habit(["1,234", "12,5"]).decimal
    ','
    >>> decimal_habit(["1,234", "950"])
    Habit(decimal=None, open_cell='1,234')
    """
    if said is not None:
        return Habit(said)
    shown: set[DecimalSign] = set()
    open_cell: str | None = None
    for value in _texts(values):
        if len(value) <= _LONGEST_FIGURE:
            for match in _NUMBER.finditer(value):
                printed = match["number"]
                if _AMBIGUOUS.fullmatch(printed):
                    open_cell = open_cell or value.strip()
                elif sign := _sign_shown(printed):
                    shown.add(sign)
    decimal = shown.pop() if len(shown) == 1 else None
    return Habit(decimal, None if decimal else open_cell)


_LONGEST_FIGURE = 60
_MOST_HELD = 1 << 16


def distinct(values: Iterable[Value]) -> Iterator[Value]:
    """Yield the values of a column that differ, in order; one may come again after many others.

    Few cells of a long column differ, and each is looked at once; where a million do, they are not all held.

    Examples
    --------
    >>> list(distinct(["a", "b", "a"]))
    ['a', 'b']
    """
    seen: set[Value] = set()
    for value in values:
        if value not in seen:
            if len(seen) >= _MOST_HELD:
                seen.clear()
            seen.add(value)
            yield value


def _texts(values: Iterable[Value]) -> Iterator[str]:
    """Texts that are more than digits."""
    texts = distinct(value for value in values if isinstance(value, str) and not value.isdigit())
    return (value for value in texts if isinstance(value, str))


def signs_shown(values: Iterable[Value]) -> dict[DecimalSign, str]:
    """Return the decimal signs that cells show which are a number each, with the first cell that shows it.

    Examples
    --------
    >>> signs_shown(["3,400", "1,234,567", "21.03.2031"])
    {'.': '1,234,567'}
    """
    found: dict[DecimalSign, str] = {}
    for value in _texts(values):
        if len(found) == 2:
            break
        if figure_of(value, ",") is not None and (sign := decimal_habit([value]).decimal):
            found.setdefault(sign, value.strip())
    return found


def figure_of(value: Value, decimal: DecimalSign | None = None) -> Figure | None:
    """Return the number that a cell says; None where it says none, or where only its column could settle it.

    Parameters
    ----------
    decimal : decimal sign of the column, from ``decimal_habit``

    Examples
    --------
    >>> figure_of("1 234,5 (1)").value, figure_of("1 234,5 (1)").mark
    (Decimal('1234.5'), '(1)')
    >>> figure_of("≤100").high, figure_of("1,234"), figure_of("1,234", ".").value
    (Decimal('100'), None, Decimal('1234'))
    >>> figure_of("10 000+").low, figure_of("~7 000").low == 6500, figure_of("~7 000").mark, figure_of("~")
    (Decimal('10000'), True, '~', None)
    """
    if isinstance(value, bool) or value is None or isinstance(value, dt.date | dt.time):
        return None
    if isinstance(value, Shown):
        unit = unit_in(value.shown_as)
        number = decimal_of(value) * (100 if unit.percent else 1)
        return Figure(number, unit=Unit(unit.currency, percent=unit.percent, shared=unit.shared))
    if not isinstance(value, str):
        return Figure(decimal_of(value))
    text = value.strip(_BLANK)
    if len(text) > _LONGEST_FIGURE or not any(character.isdigit() for character in text):
        return None
    if text.isascii() and text.isdigit():
        return Figure(Decimal(text))
    return _figure(text, decimal)


def without_mark(text: str) -> tuple[str, str]:
    """Return a text without its footnote mark, and the mark; empty where there is none.

    Examples
    --------
    >>> without_mark("Parti du Phare (1)"), without_mark("n.d.*"), without_mark("Atlasie")
    (('Parti du Phare', '(1)'), ('n.d.', '*'), ('Atlasie', ''))
    """
    marked = _MARK.match(text)
    return (marked["body"], marked["mark"]) if marked else (text, "")


@lru_cache(maxsize=1 << 16)
def _figure(text: str, decimal: DecimalSign | None) -> Figure | None:
    mark = ""
    if accounting := _ACCOUNTING.fullmatch(text):
        text = f"-{accounting[1].strip()}"
    elif marked := _MARK.match(text):
        text, mark = marked["body"], marked["mark"]
    if about := _ABOUT.match(text):
        return _approximate(_number(text[about.end() :], decimal, ""), f"{about[1]} {mark}".strip())
    return _number(text, decimal, mark)


def _number(text: str, decimal: DecimalSign | None, mark: str) -> Figure | None:
    bound, upper, text = _bound_of(text)
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) == 2 and not bound:
        return _between(text, numbers, decimal, mark)
    if len(numbers) != 1:
        return None
    read = _one(text, numbers[0], decimal)
    if read is None:
        return None
    value, unit, step = read
    if bound:
        low, high = (Decimal(0), value) if upper else (value, None)
        return Figure(None, low, high, unit, mark)
    if unit.times != 1:
        half = step * unit.times / 2
        return Figure(value, value - half, value + half, Unit(unit.currency, shared=unit.shared), mark)
    return Figure(value, unit=unit, mark=mark)


def _bound_of(text: str) -> tuple[bool, bool, str]:
    """Whether a text bounds a number, whether from above, and the text without the words that say so."""
    if bound := _BOUND.match(text):
        return True, bound["most"] is not None, text[bound.end() :]
    if more := _AND_MORE.search(text):
        return True, False, text[: more.start()]
    return False, False, text


def _approximate(found: Figure | None, mark: str) -> Figure | None:
    """A number that its cell calls approximate stands for half a unit of its last digit that is not zero, as claims do.

    What it says of itself stays beside it as its mark.
    """
    if found is None or found.value is None or (found.value == 0 and found.low is None):
        return None
    if found.low is None:
        around = printed_interval(str(found.value.normalize()))
        found = replace(found, low=around.low, high=around.high)
    return replace(found, mark=mark)


def _one(text: str, match: re.Match[str], decimal: DecimalSign | None) -> tuple[Decimal, Unit, Decimal] | None:
    """The number times its own magnitude, what stands around it, and its last printed digit."""
    before, after = text[: match.start()].strip(), text[match.end() :].strip()
    negative = _SIGN.match(f"{before[-1:]}{match['number']}") is not None
    before = before[:-1].strip() if negative or before[-1:] == "+" else before
    unit = unit_in(f"{before} {after}".strip())
    if (before or after) and unit == Unit():
        return None
    plain_text = _plain(match["number"], decimal)
    if plain_text is None:
        return None
    number = Decimal(plain_text)
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    # A product is rounded to 28 digits; a number without a magnitude stands as printed.
    value = number if unit.times == 1 else number * unit.times
    return (value.copy_negate() if negative else value), unit, step


def _between(text: str, numbers: list[re.Match[str]], decimal: DecimalSign | None, mark: str) -> Figure | None:
    """Two bounds, as in "10k–100k"."""
    first, second = numbers
    joint = _RANGE.search(text, first.end())
    if joint is None or joint.end() > second.start() or not joint[0].strip():
        return None
    ends = [figure_of(text[: joint.start()], decimal), figure_of(text[joint.end() :], decimal)]
    low, high = (None if end is None else end.value for end in ends)
    if low is None or high is None or low > high:
        return None
    assert ends[1] is not None
    return Figure(None, low, high, ends[1].unit, mark)


def _plain(printed: str, decimal: DecimalSign | None) -> str | None:
    """The number as Decimal takes it; None where the sign decides and nothing says which it is."""
    text = re.sub(rf"[{_SPACES}'’]", "", printed)
    if ambiguous := _AMBIGUOUS.fullmatch(printed):
        if decimal is None:
            return None
        return text.replace(",", ".") if decimal == ambiguous[1] else re.sub(r"\D", "", text)
    if re.fullmatch(r"\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?", text):
        return text.replace(",", ".")
    cut = max(text.rfind(","), text.rfind("."))
    one_sign = ("," in text) != ("." in text)
    if one_sign:
        return re.sub(r"\D", "", text)
    return re.sub(r"\D", "", text[:cut]) + "." + text[cut + 1 :]


def _sign_shown(printed: str) -> DecimalSign | None:
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})+,\d{3}|\d{1,3}(?:,\d{2,3})*,\d{3}\.\d+", printed):
        return "."
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+\.\d{3}|\d{1,3}(?:\.\d{3})+,\d+", printed):
        return ","
    if match := re.fullmatch(rf"[\d{_SPACES}'’]*\d([.,])\d+", printed):
        return "," if match[1] == "," else "."
    return None


def day_habit(values: Iterable[Value], said: str | None = None) -> DayHabit:
    """Return the order of day and month that a column's own dates show, or the one said."""
    return DayHabit.of((value for value in distinct(values) if isinstance(value, str)), said)


__all__ = ["DayHabit", "Figure", "Habit", "day_habit", "day_of", "decimal_habit", "distinct", "figure_of", "is_missing"]
