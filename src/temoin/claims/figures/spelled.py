"""Figures in words: small numbers before a noun, dozens and thousands, fractions, ranks (part of ``claims.figures/1``).

"Des dizaines de morts" is at least twenty, without a value; "une dizaine" is about ten. "Un", "une" and "one" are
articles more often than numbers, and are left.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from temoin.claims.figures import units
from temoin.claims.figures.in_digits import Figure, Setting, unit_of
from temoin.claims.figures.nouns import noun_after
from temoin.claims.figures.qualifiers import interval, qualifier_before
from temoin.evidence import Qualifier

_S = "[ \u00a0\u202f]"
_NUMBERS: dict[str, int] = {
    name: rank
    for names in (
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    )
    for rank, name in enumerate(names.split(), 2)
} | {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000,
     "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}  # fmt: skip
_DOZENS: dict[str, int] = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "cinquantaine": 50,
    "centaine": 100,
    "millier": 1000, "dozen": 12, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_VAGUE: dict[str, int] = {
    "dizaines": 20, "centaines": 200, "milliers": 2000, "millions": 2_000_000, "milliards": 2_000_000_000,
    "tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2000, "billions": 2_000_000_000,
}  # fmt: skip
_FRACTIONS: dict[str, Decimal] = {
    "deux tiers": Decimal("0.6667"),
    "trois quarts": Decimal("0.75"), "la moitié": Decimal("0.5"),
    "un tiers": Decimal("0.3333"),
    "le tiers": Decimal("0.3333"), "un quart": Decimal("0.25"), "le quart": Decimal("0.25"),
    "two thirds": Decimal("0.6667"), "two-thirds": Decimal("0.6667"), "three quarters": Decimal("0.75"),
    "half of": Decimal("0.5"), "one third": Decimal("0.3333"), "a third": Decimal("0.3333"),
    "a quarter": Decimal("0.25"),
}  # fmt: skip
_RANKS: dict[str, int] = {
    name: rank
    for names in (
        "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
        "second-largest third-largest fourth-largest fifth-largest",
    )
    for rank, name in enumerate(names.split(), 2)
}
# "tous deux partent" and "les deux sont" count nothing: what is counted by a word stands in the plural.
_ONE_IN = re.compile(r"\b(?:one in|une? \w+ sur) $", re.IGNORECASE)
_PLURAL = re.compile(r"[sxz]$|^(?:people|men|women|children)$")
_PATTERN = re.compile(
    rf"\b(?=[acdefhlmnopqstuv])(?<!-)(?:"
    rf"(?P<vague>(?:des|plusieurs|(?:several )?(?=tens|dozens|hundreds|thousands|billions)){_S}?"
    rf"(?P<many>{'|'.join(_VAGUE)}))"
    rf"|(?P<some>(?:une?|a){_S}(?P<dozen>{'|'.join(_DOZENS)})s?)"
    rf"|(?P<single>(?:un|a|one)(?={_S}(?:millions?|milliards?|billions?)\b))"
    rf"|(?P<fraction>{'|'.join(_FRACTIONS)})"
    rf"|(?P<rank>{'|'.join(_RANKS)})"
    rf"|(?P<number>{'|'.join(_NUMBERS)}))(?![\w-]|{_S}(?:cents?|mille)\b)",
    re.IGNORECASE,
)


def find_spelled(text: str, setting: Setting) -> Iterator[Figure]:
    """Yield the figures in words of a text, in order.

    Examples
    --------
    >>> [(figure.value, figure.low, figure.unit) for figure in find_spelled("des dizaines de morts", Setting("fr"))]
    [(None, Decimal('20'), 'morts')]
    """
    for match in _PATTERN.finditer(text):
        figure = _figure(text, match, setting)
        if figure is not None:
            yield figure


def _figure(text: str, match: re.Match[str], setting: Setting) -> Figure | None:
    start, end = match.span()
    if match["fraction"]:
        share = _FRACTIONS[match["fraction"].lower()]
        return _bounded(text, start, end, share, None)
    if match["rank"]:
        rank = Decimal(_RANKS[match["rank"].lower()])
        return Figure(start, end, "rank", rank, rank, rank, None, "exact")
    if name := match["single"] or match["number"]:
        return _counted(text, match, Decimal(_NUMBERS.get(name.lower(), 1)), setting)
    noun = noun_after(text, end, language=setting.language)
    if match["many"]:
        least = Decimal(_VAGUE[match["many"].lower()])
        unit, stop = (noun.unit, noun.end) if noun else (None, end)
        return Figure(start, stop, "count", None, least, None, unit, "vague")
    if noun is None:
        return None
    some = Decimal(_DOZENS[match["dozen"].lower()])
    before = qualifier_before(text, start)
    qualifier: Qualifier = "about" if before == "exact" else before
    bounds = interval(str(some), Decimal(1), qualifier)
    return Figure(start, noun.end, "count", some, bounds.low, bounds.high, noun.unit, qualifier)


def _counted(text: str, match: re.Match[str], value: Decimal, setting: Setting) -> Figure | None:
    start, end = match.span()
    if _ONE_IN.search(text[max(0, start - 24) : start]):
        return None
    scale = units.MAGNITUDE_AFTER.match(text, end)
    ones = units.magnitudes(scale["word"] or "", language=setting.language) if scale else (Decimal(1),)
    if len(ones) > 1:
        return None
    _, unit = unit_of(text, start, scale.end() if scale else end, setting)
    if unit.kind == "count" and not scale and not _PLURAL.search((unit.unit or "").partition("/")[0]):
        return None
    qualifier = qualifier_before(text, start)
    bounds = interval(str(value), ones[0], qualifier)
    return Figure(start, unit.end, unit.kind, value * ones[0], bounds.low, bounds.high, unit.unit, qualifier)


def _bounded(text: str, start: int, end: int, value: Decimal, unit: str | None) -> Figure:
    before = text[max(0, start - 14) : start].lower().rstrip()
    qualifier = qualifier_before(text, start)
    if before.endswith(("plus des", "plus de")):
        qualifier = "at least"
    bounds = interval(str(value), Decimal(1), qualifier)
    return Figure(start, end, "ratio", value, bounds.low, bounds.high, unit, qualifier)
