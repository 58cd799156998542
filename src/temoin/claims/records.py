"""Statements as lines of JSON, with the fields that DESIGN promises."""

from collections.abc import Iterable
from decimal import Decimal

from temoin.evidence import Statement

_NUMBERS = frozenset({"count", "percent", "ratio", "duration", "rank"})
_FIELDS = (
    *("start", "end", "text", "kind", "value", "low", "high", "unit", "qualifier"),
    *("entity", "attribute", "as_of", "attributed_to", "through"),
    *("platform", "target", "means", "claim"),
)


def records(statements: Iterable[Statement]) -> list[dict[str, object]]:
    """Return one line a statement: a number as a number, money as a string, a date or time as ISO text.

    Examples
    --------
    >>> from temoin.claims import sample
    >>> line = records(sample.read("La panne a duré 92 heures."))[0]
    >>> line["type"], line["kind"], line["value"], line["unit"]
    ('statement', 'duration', 92, 'h')
    """
    return [_record(statement) for statement in statements]


def _record(statement: Statement) -> dict[str, object]:
    line: dict[str, object] = {"type": "statement", "id": statement.id, "source": statement.source}
    values = {name: getattr(statement, name) for name in _FIELDS}
    if statement.kind in _NUMBERS:
        for name in ("value", "low", "high"):
            values[name] = _number(values[name])
    return line | values


def _number(text: str | None) -> int | float | None:
    if text is None:
        return None
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)
