"""The same digits with another magnitude or unit (``claims.magnitude/1``): million for billion, centimes for dirhams.

A headline that prints the digits of a figure of the body, a thousand times more or less, slipped; so did one that
prints them in another currency, where the body holds them in one alone.
"""

from collections.abc import Sequence
from decimal import Decimal

from temoin.claims.checks.amounts import bare_unit, digits_of, quoted, tell, value_of
from temoin.claims.checks.page import Page
from temoin.evidence import Because, Finding, Settle, Statement
from temoin.words import Words

METHOD = "claims.magnitude/1"

_COUNTED = frozenset({"money", "count", "duration"})
_SLIPS = (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10), Decimal(100))
_FEWEST_DIGITS = 2
_OTHER_MAGNITUDE = Words(
    "Le titre dit {title}, le texte {body}\u00a0: les mêmes chiffres, {factor} fois {more}.",
    "The headline says {title}, the text {body}: the same digits, {factor} times {more}.",
)
_OTHER_UNIT = Words(
    "Le titre dit {title}, le texte {body}\u00a0: le même nombre dans une autre unité.",
    "The headline says {title}, the text {body}: the same number in another unit.",
)
_SETTLE = Settle(
    Words("le montant tel que le donne le document d’origine", "the amount as the original document gives it"),
    Words("l’auteur du texte", "the author of the text"),
    Words(
        "Lequel est juste, du titre ou du texte, et d’après quel document\u202f?",
        "Which is right, the headline or the text, and by which document?",
    ),
)


def check_magnitudes(page: Page) -> list[Finding]:
    """Return one finding a figure of the headline whose digits the body prints with another magnitude or unit.

    Returns
    -------
    findings; ``numbers`` holds ``factor``: how many times the headline says the body
    """
    title = page.title
    if title is None:
        return []
    inside = [one for one in page.inside(title.start, title.end) if one.kind in _COUNTED and value_of(one)]
    if not inside:
        return []
    body = [one for one in page.inside(title.end, len(page.text)) if one.kind in _COUNTED and value_of(one)]
    return [found for one in inside if (found := _slip(page, one, body))]


def _slip(page: Page, said: Statement, body: Sequence[Statement]) -> Finding | None:
    digits, value = digits_of(said), value_of(said)
    if len(digits) < _FEWEST_DIGITS or value is None:
        return None
    alike = [one for one in body if digits_of(one) == digits]
    if any(_unit(one) == _unit(said) and value_of(one) == value for one in alike):
        return None
    for one in alike:
        other = value_of(one) or Decimal(1)
        factor = max(value / other, other / value)
        if one.kind == said.kind and _unit(one) == _unit(said) and factor in _SLIPS and _lone(one, body):
            more = Words("plus", "more") if value > other else Words("moins", "less")
            return _finding(page, said, one, ("magnitude", _OTHER_MAGNITUDE.filled(
                title=quoted(said), body=quoted(one), factor=tell(factor), more=more)), value / other)  # fmt: skip
        if one.kind == said.kind == "money" and factor == 1 and said.unit and one.unit:
            words = _OTHER_UNIT.filled(title=quoted(said), body=quoted(one))
            return _finding(page, said, one, ("unit", words), Decimal(1))
    return None


def _lone(one: Statement, body: Sequence[Statement]) -> bool:
    alike = (other for other in body if (other.kind, _unit(other)) == (one.kind, _unit(one)))
    return len({other.value for other in alike if digits_of(other) == digits_of(one)}) == 1


def _unit(statement: Statement) -> str | None:
    return bare_unit(statement.unit)


def _finding(page: Page, said: Statement, one: Statement, told: tuple[Because, Words], factor: Decimal) -> Finding:
    because, words = told
    return Finding(
        "claims",
        METHOD,
        (said.id, one.id),
        words,
        numbers={"factor": float(factor)},
        verdict="disagrees",
        because=because,
        settle=_SETTLE,
        source=page.source,
    )
