"""Microsoft's French specifications as an oracle: how many of their cases are read as they say.

The specifications (Recognizers-Text, MIT) are read where they stand. A case is right when each of its results is
answered, one to one, by a figure of that kind with that value, and where it has none, when no figure of that kind is
read.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from temoin.claims.scoring.score import Share
from temoin.evidence import Statement

Read = Callable[[str], list[Statement]]
_CURRENCIES = {
    "Dollar": "USD", "Euro": "EUR", "Livre sterling": "GBP", "Livre": "GBP", "Yen": "JPY", "Yuan": "CNY",
    "Rouble": "RUB", "Franc suisse": "CHF", "Dollar canadien": "CAD", "Dollar australien": "AUD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spec:
    """One specification: its file, the kinds of statements that answer it, and how much is asked."""

    name: str
    file: str
    kinds: frozenset[str]
    asked: float


_NUMBERS = frozenset({"count", "ratio", "money", "percent", "duration", "rank"})
SPECS = (
    Spec("Currency", "NumberWithUnit_French_CurrencyModel.json", frozenset({"money"}), 0.97),
    Spec("Percent", "Number_French_PercentModel.json", frozenset({"percent"}), 0.97),
    Spec("Number", "Number_French_NumberModel.json", _NUMBERS, 0.95),
    Spec("Ordinal", "Number_French_OrdinalModel.json", frozenset({"rank"}), 0.95),
)


def score_spec(folder: Path, spec: Spec, read: Read) -> Share:
    """Return how many cases of a specification are read as it says, with those that are not."""
    share = Share()
    for case in json.loads((folder / spec.file).read_text(encoding="utf-8-sig")):
        found = [statement for statement in read(case["Input"]) if statement.kind in spec.kinds]
        asked = [result for result in case["Results"] if _number(result) is not None]
        told = f"{case['Input']!r}: {[_number(result) for result in asked]} read {[one.value for one in found]}"
        share.count(right=_answered(asked, found), what=told)
    return share


def _answered(asked: Sequence[dict[str, object]], found: Sequence[Statement]) -> bool:
    if not asked:
        return not found
    left = list(found)
    for result in asked:
        answer = next(_answers(result, left), None)
        if answer is None:
            return False
        left.remove(answer)
    return True


def _answers(result: dict[str, object], found: Sequence[Statement]) -> Iterator[Statement]:
    start, end = _span(result)
    wanted = _number(result)
    unit = _CURRENCIES.get(str(_resolution(result).get("unit")))
    for statement in found:
        if statement.end <= start or end <= statement.start or statement.value is None or wanted is None:
            continue
        same = abs(Decimal(statement.value) - wanted) <= abs(wanted) / 1000
        if same and (unit is None or statement.unit == unit):
            yield statement


def _span(result: dict[str, object]) -> tuple[float, float]:
    # A few results of the specifications say no place: anywhere will do.
    place = {name.lower(): said for name, said in result.items()}
    if "start" not in place or "end" not in place:
        return 0, float("inf")
    return int(str(place["start"])), int(str(place["end"])) + 1


def _resolution(result: dict[str, object]) -> dict[str, object]:
    found = result.get("Resolution")
    return found if isinstance(found, dict) else {}


def _number(result: dict[str, object]) -> Decimal | None:
    printed = str(_resolution(result).get("value", "")).replace(",", ".").removesuffix("%").replace(" ", "")
    try:
        return Decimal(printed)
    except InvalidOperation:
        return None
