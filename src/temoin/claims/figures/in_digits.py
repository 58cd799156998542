"""Figures of a text: money, percentages, durations, ranks and counts, each with its interval (``claims.figures/1``).

A figure is a number in digits, its magnitude and its unit; spelled ones are read by
:mod:`temoin.claims.figures.spelled`. A number inside a date or a clock time is none. A bare number counts only where it
is unlikely to be a reference: from four digits, with a decimal sign, or in a cell of a table; it takes the unit of the
figure before it in its sentence ("1,7 million d'utilisateurs et Facebook, 450 000"). A number with two readings has a
null value between both.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from temoin.claims.figures import units
from temoin.claims.figures.nouns import Noun, noun_after, times_per
from temoin.claims.figures.numbers import DecimalSign, Habits, Number, find_numbers
from temoin.claims.figures.qualifiers import interval, qualifier_before
from temoin.evidence import Kind, Qualifier
from temoin.quantity import parse_decimal

METHOD = "claims.figures/1"

_SPACE = "[ \u00a0\u202f\u2009]"
_JOIN = re.compile(
    rf"(?:{_SPACE}(?P<unit>millions?|milliards?|%|€|\$|heures?|h|hours?))?"
    rf"(?:{_SPACE}(?P<word>à|to|et|and|ou|or){_SPACE}(?:[$€£]|environ{_SPACE})?|(?P<dash>[-–]))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\b(?:entre|between){_SPACE}[$€£]?$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:pass|mont|grimp|chut|tomb|baiss|recul|augment|rédui|rose|rise|risen|fell|fall|went|drop|grew|increas|"
    r"reduc|cut)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"{_SPACE}?(?:ᵉ|ᵉʳ|ère\b|ème\b|eme\b|er\b|e\b|st\b|nd\b|rd\b|th\b)(?!{_SPACE}?(?:siècle|century|arrondissement))"
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_MINUS = re.compile(r"(?:^|[\s(|:])[-−]$")
_GLUED = re.compile(r"[^\W\d_]")
_REFERENCE = re.compile(
    r"(?:\b(?:art(?:icles?|\.)?|page|p\.|n°|no\.?|section|chapitre|chapter|figure|source)[ \u00a0]*|#)$", re.IGNORECASE
)
_CELL_REACH = 120
_CELL = re.compile(r"[|\t]")


_Ones = tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its span, what it is, and the interval it stands for.

    ``value`` is None where the digits have two readings, and for a range; ``low`` and ``high`` are None where open.
    """

    start: int
    end: int
    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Setting:
    """What settles the ambiguities of a text.

    Parameters
    ----------
    language : ``fr``, ``en`` or None
    decimal, currency : what the person who added the source said of it
    nearby : position to the countries that its paragraph names
    everywhere : the countries that the text names
    """

    language: str | None = None
    decimal: DecimalSign | None = None
    currency: str | None = None
    nearby: Callable[[int], AbstractSet[str]] = lambda _: frozenset()
    everywhere: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: kind, unit, where the words that say so end, and whether there are any."""

    kind: Kind
    unit: str | None
    end: int
    named: bool = True


def find_figures(text: str, setting: Setting, taken: Sequence[tuple[int, int]] = ()) -> list[Figure]:
    """Return the figures in digits of a text, in order.

    Parameters
    ----------
    text : the document
    setting : what settles its ambiguities
    taken : spans of dates and clock times, in order: the numbers inside are not figures

    Examples
    --------
    >>> found = find_figures("plus de 6,5 millions de yuans", Setting("fr"))[0]
    >>> found.kind, found.value == 6_500_000, found.unit, found.qualifier
    ('money', True, 'CNY', 'at least')
    """
    habits = Habits(text, language=setting.language, decimal=setting.decimal)
    numbers = list(_outside(find_numbers(text, habits), taken))
    found: list[Figure] = []
    rank = 0
    while rank < len(numbers):
        number = numbers[rank]
        following = numbers[rank + 1] if rank + 1 < len(numbers) else None
        if following and (figure := _range(text, number, following, setting)):
            found.append(figure)
            rank += 2
            continue
        if figure := _single(text, number, setting, found[-1] if found else None):
            found.append(figure)
        rank += 1
    return found


def _outside(numbers: Iterator[Number], taken: Sequence[tuple[int, int]]) -> Iterator[Number]:
    rank = 0
    for number in numbers:
        while rank < len(taken) and taken[rank][1] <= number.start:
            rank += 1
        if rank == len(taken) or number.end <= taken[rank][0]:
            yield number


def _single(text: str, number: Number, setting: Setting, before: Figure | None) -> Figure | None:
    if ordinal := _ORDINAL.match(text, number.end):
        if not number.readings[0].isdigit() or len(number.readings[0]) > 3:
            return None
        rank = Decimal(number.readings[0])
        return Figure(number.start, ordinal.end(), "rank", rank, rank, rank, None, "exact")
    ones, end, has_magnitude = _magnitude(text, number.start, number.end, setting)
    number = _settled(number, has_magnitude=has_magnitude, setting=setting)
    start, unit = unit_of(text, number.start, end, setting)
    if unit.kind == "count" and _REFERENCE.search(text[max(0, start - 12) : start]):
        return None
    if not unit.named:
        if not has_magnitude and not _stands_alone(text, number):
            return None
        unit = replace(unit, unit=_elided(text, number.start, before))
    qualifier = _qualifier(text, start, unit)
    bounds = [interval(reading, one, qualifier) for reading in number.readings for one in ones]
    lows, highs = [bound.low for bound in bounds], [bound.high for bound in bounds]
    low = None if None in lows else max(min(low for low in lows if low is not None), Decimal(0))
    high = None if None in highs else max(high for high in highs if high is not None)
    value = parse_decimal(number.readings[0]) * ones[0] if len(bounds) == 1 else None
    figure = Figure(start, unit.end, unit.kind, value, low, high, unit.unit, qualifier)
    return _negative(figure) if _MINUS.search(text[max(0, start - 2) : start]) else figure


def _negative(figure: Figure) -> Figure:
    value, low, high = (None if bound is None else -bound for bound in (figure.value, figure.high, figure.low))
    return replace(figure, start=figure.start - 1, value=value, low=low, high=high)


def _qualifier(text: str, start: int, unit: Unit) -> Qualifier:
    # "lost 3 million over 144 hours" tells how long, not "more than".
    if unit.kind == "duration" and text[max(0, start - 5) : start].lower() == "over ":
        return "exact"
    return qualifier_before(text, start)


def _magnitude(text: str, start: int, position: int, setting: Setting) -> tuple[_Ones, int, bool]:
    match = units.MAGNITUDE_AFTER.match(text, position)
    if match is None or (
        match["letter"] in ("m", "b") and not units.MONEY_BEFORE.search(text[max(0, start - 5) : start])
    ):
        return (Decimal(1),), position, False
    printed = match["word"] or match["letter"]
    return units.magnitudes(printed, language=setting.language), match.end(), True


def _settled(number: Number, *, has_magnitude: bool, setting: Setting) -> Number:
    # "1,028 million" in French and "1.028 million" in English are decimals: nobody prints a thousand millions so.
    if len(number.readings) == 2 and has_magnitude and setting.language in ("fr", "en"):
        return replace(number, readings=number.readings[:1])
    return number


def unit_of(text: str, start: int, end: int, setting: Setting) -> tuple[int, Unit]:
    """Return where a figure starts with the sign before it, and the unit it has, from the words around its number."""
    money_before = units.MONEY_BEFORE.search(text[max(0, start - 5) : start])
    if money_before:
        begin = start - (len(money_before.string) - money_before.start())
        return begin, Unit("money", _currency(money_before["money"], start, setting), end)
    if money := units.MONEY_AFTER.match(text, end):
        return start, Unit("money", _currency(money["money"], start, setting), money.end())
    if percent := units.PERCENT_AFTER.match(text, end):
        return start, Unit("percent", "%", percent.end())
    if duration := units.DURATION_AFTER.match(text, end):
        return start, Unit("duration", units.duration_unit(duration), duration.end())
    return start, _counted(times_per(text, end) or noun_after(text, end, language=setting.language), end)


def _counted(noun: Noun | None, end: int) -> Unit:
    if noun is None:
        return Unit("count", None, end, named=False)
    return Unit("ratio" if noun.unit in ("fois", "times") else "count", noun.unit, noun.end)


def _currency(printed: str, position: int, setting: Setting) -> str | None:
    return units.currency(printed, setting.nearby(position), setting.everywhere) or setting.currency


def _stands_alone(text: str, number: Number) -> bool:
    after = text[number.end : number.end + 1]
    if _GLUED.match(after):
        return False
    printed = text[number.start : number.end]
    if _YEAR.fullmatch(printed):
        return False
    if len(number.readings[0]) >= 4 or not printed.isdigit():
        return True
    line_start = text.rfind("\n", max(0, number.start - _CELL_REACH), number.start) + 1
    line_end = text.find("\n", number.end, number.end + _CELL_REACH)
    first = line_start or max(0, number.start - _CELL_REACH)
    return _CELL.search(text, first, number.end + _CELL_REACH if line_end < 0 else line_end) is not None


def _elided(text: str, start: int, before: Figure | None) -> str | None:
    if before is None or before.kind != "count" or start - before.end > 200:
        return None
    between = text[before.end : start]
    return None if "\n" in between or re.search(r"[.!?] ", between) else before.unit


def _range(text: str, first: Number, second: Number, setting: Setting) -> Figure | None:
    if second.start - first.end > 20 or len(first.readings) + len(second.readings) > 2:
        return None
    join = _JOIN.fullmatch(text, first.end, second.start)
    if join is None or not _joins(text, first, second, join):
        return None
    ones, end, _ = _magnitude(text, first.start, second.end, setting)
    start, unit = unit_of(text, first.start, end, setting)
    if not unit.named:
        return None
    own = units.magnitudes(join["unit"] or "", language=setting.language)[0]
    low = parse_decimal(first.readings[0]) * (own if own > 1 else ones[0])
    high = parse_decimal(second.readings[0]) * ones[-1]
    return Figure(start, unit.end, unit.kind, None, low, high, unit.unit, "range") if low < high else None


def _joins(text: str, first: Number, second: Number, join: re.Match[str]) -> bool:
    before = text[max(0, first.start - 48) : first.start]
    between = _BETWEEN.search(before) is not None
    word = (join["word"] or "").lower()
    if word in ("et", "and"):
        return between
    if join["dash"]:
        years = all(_YEAR.fullmatch(text, number.start, number.end) for number in (first, second))
        return not years and not _REFERENCE.search(before)
    return not _CHANGED.search(before)
