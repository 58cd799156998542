"""Which statement answers which label: one each, by where they stand and never by whether the answer is right.

A label is offered to the statement that covers most of it; a second statement on the same span answers nothing, so
that several guesses earn no more than one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from temoin.claims.scoring.labels import Label
from temoin.evidence import Statement

_TIMES = frozenset({"date", "datetime"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the statement that answers it."""

    label: Label
    statement: Statement


@dataclass(frozen=True, slots=True)
class Matched:
    """What answers what: the pairs, the labels that nothing answers, the statements that answer nothing."""

    pairs: tuple[Pair, ...]
    missed: tuple[Label, ...]
    extra: tuple[Statement, ...]


def match(labels: Sequence[Label], statements: Sequence[Statement]) -> Matched:
    """Return the labels and statements of one document paired one to one, those that overlap most first."""
    offers = sorted(
        (
            (_likeness(label, statement), -rank, -place)
            for rank, label in enumerate(labels)
            for place, statement in enumerate(statements)
            if label.start < statement.end and statement.start < label.end
        ),
        reverse=True,
    )
    answers: dict[int, int] = {}
    used: set[int] = set()
    for _, rank, place in offers:
        if -rank not in answers and -place not in used:
            answers[-rank] = -place
            used.add(-place)
    pairs = tuple(Pair(labels[rank], statements[place]) for rank, place in sorted(answers.items()))
    missed = tuple(label for rank, label in enumerate(labels) if rank not in answers)
    extra = tuple(statement for place, statement in enumerate(statements) if place not in used)
    return Matched(pairs, missed, extra)


def _likeness(label: Label, statement: Statement) -> tuple[bool, float]:
    shared = min(label.end, statement.end) - max(label.start, statement.start)
    whole = max(label.end, statement.end) - min(label.start, statement.start)
    return (label.family == "time") == (statement.kind in _TIMES), shared / whole
