"""Two numbers that are one figure: ranges, shares of a small whole, an amount with its hundredths."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from temoin.claims.figures.currencies import CURRENCIES
from temoin.claims.figures.drafts import Draft
from temoin.claims.figures.qualifiers import qualifier_before
from temoin.claims.figures.spelled import Numeral
from temoin.claims.figures.units import Unit, Units

_S = "[ \u00a0\u202f\u2009\n]"
_REACH = 30
_JOIN = re.compile(
    rf"(?P<unit>{_S}?(?:de{_S})?(?:%|€|\$|£|[^\W\d_]+))??"
    rf"(?:,?{_S}(?:(?P<to>à|to|ou|or|jusqu['’]à)|(?P<and>et|and))(?:{_S}(?:peut-être|même|environ|about))?(?:{_S}[$€£]?|{_S}les{_S})"
    rf"|(?P<dash>{_S}?[-–—]{_S}?)[$€£]?)"
)
_BETWEEN = re.compile(rf"\b(?:entre|between){_S}(?:environ{_S}|about{_S})?[$€£]?\Z")
_FORK = re.compile(rf"\b(?:entre|between|fourchette de|range of|ranging from|varie de|from|de|d['’]){_S}[$€£]?\Z")
_CHANGED = re.compile(
    r"\b(?:pass|mont|grimp|chut|tomb|baiss|recul|augment|rédui|ramen|relev|rose|rise|risen|fell|fall|went|drop|grew|"
    r"increas|reduc|cut)[^.;!?]*\Z"
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_SHARE = re.compile(rf"(?:{_S}(?!de\b|d['’])[^\W\d_]+(?:['’-][^\W\d_]+)?){{0,2}}{_S}(?:sur|out of|in|in every){_S}")
_ONE_OF = re.compile(
    rf"(?<![^\W_])(?:un|une|one|a){_S}(?:[^\W\d_]+(?:['’-][^\W\d_]+)?{_S}){{0,2}}(?:sur|in|in every|out of){_S}\Z"
)
_SHARE_ENDS = tuple(f"{word}{gap}" for word in ("sur", " in", " of", " every") for gap in " \u00a0\n")
_MAY_JOIN = re.compile("[-–—]|[ \u00a0\u202f\n](?:à|to|ou|or|et|and|jusqu)")
_ONE_TO = re.compile(rf"(?<![^\W_])(?:une?|one){_S}(?:à|ou|to|or){_S}\Z")
_HUNDREDTHS = re.compile(rf"{_S}(?:(?:et|and){_S})?")
_TOLERANCE = re.compile(rf"{_S}?(?:\({_S}?)?(?:±|\+/-|\+/−|plus ou moins){_S}?")
_WHOLES = frozenset(Decimal(whole) for whole in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))
_ONE = (Decimal(1),)
_AND_BOUND = re.compile(
    rf"(?:,|{_S}(?:et|mais|and|but)){_S}(?:(?:pas|au|ou|plus|moins|no|at|but){_S})*"
    rf"(?:inférieure?s?|supérieure?s?|plus|moins|less|more|fewer|most|least|dépass\w+)?"
    rf"(?:{_S}(?:ou|égale?s?|égaux|or|equal|petite?s?|grande?s?|haut|bas|que|de|à|la|le|to|than|d['’]))*{_S}?"
)


def paired(text: str, lower: str, first: Numeral, second: Numeral | None, units: Units) -> Draft | None:
    """Return the figure that a number makes with the next one, or with a "one" before it; None if it makes none.

    Examples
    --------
    >>> from temoin.claims.figures.figure import Setting
    >>> from temoin.claims.figures.numerals import find_numerals
    >>> text = "entre 10 et 33 millions de morts"
    >>> draft = paired(text, text, *find_numerals(text, text, "fr"), Units(text, text, Setting("fr")))
    >>> draft.figure(0, 0)[4:7]
    (Decimal('10000000'), Decimal('33000000'), 'deaths')
    """
    if first.form in ("rank", "share", "vague"):
        return None
    if second is not None and second[0] - first[1] <= _REACH and second.form not in ("rank", "vague"):
        between = lower[first.end : second.start]
        found = _share(lower, first, second, units) if between.endswith(_SHARE_ENDS) else None
        if found is None and _MAY_JOIN.search(between):
            found = _range(text, lower, first, second, units)
        if found is None and ("±" in between or "+/" in between or "plus ou moins" in between):
            found = _tolerance(lower, first, second, units)
        if found is None and len(second.readings[0]) <= 2:
            found = _with_hundredths(text, lower, first, second, units)
        if found is not None:
            return found
    return _with_one(lower, first, units)


def bounded(lower: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the figures with two bounds of one quantity made one: "supérieur à 10 % et inférieur à 20 %"."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before is not None and _are_bounds(lower, before, draft):
            low, high = (before, draft) if before.qualifier == "at least" else (draft, before)
            found[-1] = replace(
                before, numeral=low.numeral, second=high.numeral, end=draft.end, unit=draft.unit or before.unit,
                kind=draft.kind if draft.unit else before.kind, qualifier="range",
                named=before.named or draft.named, stands=before.stands or draft.stands,
            )  # fmt: skip
        else:
            found.append(draft)
    return found


def _are_bounds(lower: str, first: Draft, second: Draft) -> bool:
    if {first.qualifier, second.qualifier} != {"at least", "at most"} or second.start - first.end > 45:
        return False
    if (
        first.second is not None
        or second.second is not None
        or not _AND_BOUND.fullmatch(lower, first.end, second.start)
    ):
        return False
    low, high = (first, second) if first.qualifier == "at least" else (second, first)
    same = first.unit == second.unit or first.unit is None or second.unit is None
    least, most = low.numeral.value, high.numeral.value
    return same and least is not None and most is not None and least < most and low.sign > 0 < high.sign


def _share(lower: str, first: Numeral, second: Numeral, units: Units) -> Draft | None:
    between = lower[first.end : second.start]
    if not _SHARE.fullmatch(between):
        return None
    share, whole = first.value, second.value
    if share is None or whole is None or not 0 < share < whole <= 1000 or first.scaled or second.scaled:
        return None
    named = between.count(" ") > 2
    if (named and (share > 10 or whole not in _WHOLES)) or _counts_more(second, units):
        return None
    return _ratio(lower, first.start, second, share / whole)


def _counts_more(whole: Numeral, units: Units) -> bool:
    # "3 sur 21 pays" counts countries, "one in five people" does not; "2 sur 3 ans" is no share.
    unit = units.of(whole.start, whole.end)
    return unit is not None and (unit.kind != "count" or whole.value not in _WHOLES)


def _ratio(lower: str, start: int, whole: Numeral, share: Decimal) -> Draft:
    rounded = share.quantize(Decimal("0.0001")) if share > Decimal("0.01") else share
    numeral = Numeral(start, whole.end, (f"{rounded.normalize():f}",), _ONE, "share")
    return Draft(numeral, start, whole.end, "ratio", None, qualifier_before(lower, start), named=True, stands=True)


def _with_one(lower: str, numeral: Numeral, units: Units) -> Draft | None:
    before = lower[max(0, numeral.start - 6) : numeral.start]
    if before.endswith((" sur ", " in ", " sur\n", "t of ", " sur\u00a0", "every ")):
        one = _ONE_OF.search(lower, max(0, numeral.start - 40), numeral.start)
        whole = numeral.value
        if one and whole is not None and 1 < whole <= 1000 and not numeral.scaled and not _counts_more(numeral, units):
            return _ratio(lower, one.start(), numeral, 1 / whole)
    if before.endswith((" à ", " ou ", " to ", " or ")):
        to = _ONE_TO.search(lower, max(0, numeral.start - 10), numeral.start)
        unit = units.of(numeral.start, numeral.end) if to else None
        if to and unit and numeral.value and 1 < numeral.value < 100:
            low = Numeral(to.start(), numeral.start, ("1",), numeral.ones, "words")
            return Draft(
                low, to.start(), unit.end, unit.kind, unit.unit, "range", named=True, stands=True, second=numeral
            )
    return None


def _range(text: str, lower: str, first: Numeral, second: Numeral, units: Units) -> Draft | None:
    if len(first.readings) + len(second.readings) > 2 or "share" in (first.form, second.form):
        return None
    join = _JOIN.fullmatch(lower, first.end, second.start)
    if join is None or not _joins(text, lower, first, second, join):
        return None
    unit = units.of(second.start, second.end, scaled=second.scaled)
    own = units.of(first.start, first.end)
    # "£3m or €4m" are two amounts.
    differ = own is not None and unit is not None and "money" in (own.kind, unit.kind)
    if (join["unit"] or differ) and not _same(own, unit):
        return None
    if own is not None and own.kind == "money" and (unit is None or unit.start < second.start):
        unit = own._replace(end=second.end)
    years = unit is None and all(_YEAR.fullmatch(text, one.start, one.end) for one in (first, second))
    forked = unit is not None or second.scaled or _FORK.search(lower, max(0, first.start - 16), first.start)
    low = first if first.scaled or not second.scaled else first._replace(ones=second.ones)
    if years or not forked or low.value is None or second.value is None or low.value >= second.value:
        return None
    start = min(first.start, own.start) if own is not None and own.kind == "money" else first.start
    if unit is None:
        stands = second.scaled or len(second.readings[0]) >= 4
        return Draft(low, start, second.end, "count", None, "range", named=False, stands=stands, second=second)
    end = max(unit.end, second.end)
    return Draft(low, start, end, unit.kind, unit.unit, "range", named=True, stands=True, second=second)


def _same(own: Unit | None, unit: Unit | None) -> bool:
    return own is not None and unit is not None and own.kind == unit.kind and own.unit == unit.unit


def _joins(text: str, lower: str, first: Numeral, second: Numeral, join: re.Match[str]) -> bool:
    begin = max(0, first.start - 48)
    if join["and"]:
        return _BETWEEN.search(lower, begin, first.start) is not None
    if join["dash"]:
        years = all(_YEAR.fullmatch(text, one.start, one.end) for one in (first, second))
        spelled = first.form != "digits" or second.form != "digits"
        return not years and not spelled and text[first.start - 1 : first.start] not in ("-", ".")
    if join["to"] in ("ou", "or"):
        near = first.value is not None and second.value is not None and second.value <= 2 * first.value + 1
        return near and "," not in join[0]
    return _CHANGED.search(lower, begin, first.start) is None


def _tolerance(lower: str, first: Numeral, second: Numeral, units: Units) -> Draft | None:
    unit = units.of(first.start, first.end)
    end = unit.end if unit else first.end
    if not _TOLERANCE.fullmatch(lower, end, second.start) or first.value is None or second.value is None:
        return None
    after = units.of(second.start, second.end)
    unit = unit or after
    if unit is None:
        return None
    low, high = first.value - second.value, first.value + second.value
    lowest = Numeral(first.start, first.end, (f"{low:f}",), _ONE, "digits")
    highest = Numeral(second.start, second.end, (f"{high:f}",), _ONE, "digits")
    stop = max(second.end, after.end if after else 0)
    return Draft(lowest, min(first.start, unit.start), stop, unit.kind, unit.unit, "range",
                 named=True, stands=True, second=highest)  # fmt: skip


def _with_hundredths(text: str, lower: str, first: Numeral, second: Numeral, units: Units) -> Draft | None:
    unit = units.of(first.start, first.end)
    if unit is None or unit.kind != "money" or unit.start < first.start or unit.end <= first.end:
        return None
    whole, part = first.value, second.value
    if whole is None or part is None or not 0 < part < 100 or part != part.to_integral_value() or first.scaled:
        return None
    between = _HUNDREDTHS.fullmatch(lower, unit.end, second.start)
    after = units.of(second.start, second.end)
    if between is None or unit.end < second.start - 5:
        return None
    named = after is not None and after.kind == "money" and _is_hundredth(lower, second.end, after.end)
    if not named and (
        after is not None or ("et" in between[0] and text[second.end : second.end + 1] not in (".", ",", ""))
    ):
        return None
    value = whole + part / 100
    numeral = Numeral(first.start, second.end, (f"{value:.2f}",), _ONE, "digits")
    end = after.end if named and after else second.end
    return Draft(
        numeral, first.start, end, "money", unit.unit, qualifier_before(lower, first.start), named=True, stands=True
    )


def _is_hundredth(lower: str, start: int, end: int) -> bool:
    word = CURRENCIES.get(lower[start:end].strip().split(" ")[0])
    return word is not None and word.hundredth is not None
