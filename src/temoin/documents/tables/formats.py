"""The currency that number formats give a column: evidence of its unit, quoted; "$" alone is many countries' sign."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from temoin.documents.tables.grid import Shown, Value
from temoin.documents.tables.units import Unit, unit_in

_FEWEST = 0.9
_DIVIDES = re.compile(r"[0#?],+(?![0#?,])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The unit that most numbers of a column are shown with, and the format that says so."""

    unit: Unit
    shown_as: str


def evidence_of(values: Iterable[Value]) -> Evidence | None:
    """Return the one currency under which the numbers of a column are shown; None for none, or for several.

    Examples
    --------
    >>> evidence_of([Shown(12.0, "#,##0 [$MAD]"), "n.d."]).unit.currency
    'MAD'
    >>> evidence_of([Shown(12.0, '"$"#,##0')]).unit.currency is None
    True
    """
    shown: Counter[str | None] = Counter()
    for value in values:
        if isinstance(value, Shown):
            shown[value.shown_as] += 1
        elif isinstance(value, float):
            shown[None] += 1
    numbers = sum(shown.values())
    units: dict[Unit, list[str]] = {}
    counted = 0
    for code, count in shown.most_common():
        unit = Unit() if code is None else _unit(code)
        if code is not None and (unit.currency or unit.shared):
            units.setdefault(unit, []).append(code)
            counted += count
    if len(units) != 1 or counted < _FEWEST * numbers:
        return None
    ((unit, codes),) = units.items()
    return Evidence(unit, re.sub(r"\s+", " ", codes[0]))


def _unit(code: str) -> Unit:
    """What a format says of each number: "M€" counts in millions unless the format itself divides."""
    unit = unit_in(code)
    return replace(unit, times=Decimal(1)) if _DIVIDES.search(code) else unit
