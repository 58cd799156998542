"""How much of what is labelled is read right, and how much of what is read is labelled."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from temoin.claims.scoring.alike import same_attribute, same_entity, same_unit, same_value
from temoin.claims.scoring.labels import Label, Labelled
from temoin.claims.scoring.matching import Matched, Pair, match
from temoin.evidence import Statement
from temoin.held import Held

_TIMES = frozenset({"date", "datetime"})
Read = Callable[[Labelled], list[Statement]]


@dataclass(slots=True)
class Share:
    """How many of how many, with the ones that fell short."""

    right: int = 0
    of: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None of nothing."""
        return self.right / self.of if self.of else None

    def count(self, *, right: bool, what: str) -> None:
        """Count one more."""
        self.of += 1
        self.right += right
        if not right:
            self.wrong.append(what)


@dataclass(frozen=True, slots=True)
class Score:
    """What the reading of labelled documents is worth, measure by measure."""

    value_recall: Share
    value_precision: Share
    value_and_unit: Share
    date_recall: Share
    date_precision: Share
    entity: Share
    attribute: Share
    set_apart: Share
    kept: Share
    as_of: Share
    speaker: Share

    @classmethod
    def empty(cls) -> "Score":
        """Return a score of nothing."""
        return cls(*(Share() for _ in cls.__slots__))


_ASKED: tuple[tuple[str, str, float | None], ...] = (
    ("value_recall", "quantities: labels whose value is read", 0.98),
    ("value_precision", "quantities: statements that answer a label", 0.97),
    ("value_and_unit", "quantities: labels whose value and unit are read", 0.97),
    ("date_recall", "times: labels whose value is read", 0.95),
    ("date_precision", "times: statements that answer a label", 0.92),
    ("entity", "entity, leniently", 0.85),
    ("attribute", "attribute, leniently", 0.80),
    ("set_apart", "what the page says of itself, set apart", 0.95),
    ("kept", "claims not set apart", None),
    ("as_of", "date at which it holds, to the month", None),
    ("speaker", "who says it, where the label names one", None),
)


def score(documents: Iterable[Labelled], read: Read) -> Score:
    """Return what a reader is worth on labelled documents."""
    total = Score.empty()
    for document in documents:
        # Marks of a list are no labels of figures, and acts without a figure answer none.
        labels = [label for label in document.labels if label.family != "other"]
        matched = match(labels, [statement for statement in read(document) if statement.kind != "other"])
        _count(total, document, matched)
    return total


def _count(total: Score, document: Labelled, matched: Matched) -> None:
    for pair in matched.pairs:
        _count_pair(total, document.name, pair)
    for label in matched.missed:
        _count_missed(total, f"{document.name} {label.text!r} missed", label)
    for statement in matched.extra:
        share = total.date_precision if statement.kind in _TIMES else total.value_precision
        share.count(right=False, what=f"{document.name}@{statement.start} {statement.text!r} answers nothing")


def _count_pair(total: Score, name: str, pair: Pair) -> None:
    label, statement = pair.label, pair.statement
    valued = same_value(label, statement)
    told = f"{name}@{label.start} {label.text!r}: "
    read = f"{statement.value or (statement.low, statement.high)} {statement.unit or ''}".strip()
    if label.family == "time":
        total.date_recall.count(right=valued, what=f"{told}{label.value} read {read}")
    else:
        total.value_recall.count(right=valued, what=f"{told}{label.value} read {read}")
        both = valued and same_unit(label, statement)
        total.value_and_unit.count(right=both, what=f"{told}{label.value} {label.unit} read {read}")
    precision = total.date_precision if statement.kind in _TIMES else total.value_precision
    precision.count(right=True, what="")
    if label.claim:
        total.kept.count(right=statement.claim, what=told + "set apart")
        _count_about(total, told, pair)
    else:
        total.set_apart.count(right=not statement.claim, what=told + "not set apart")


def _count_about(total: Score, told: str, pair: Pair) -> None:
    label, statement = pair.label, pair.statement
    if label.entity is not None:
        what = f"{told}{label.entity} read {statement.entity}"
        total.entity.count(right=same_entity(label, statement), what=what)
    if label.attribute is not None:
        what = f"{told}{label.attribute} read {statement.attribute}"
        total.attribute.count(right=same_attribute(label, statement), what=what)
    if label.as_of is not None:
        right = (statement.as_of or "")[:7].startswith(label.as_of[:7])
        total.as_of.count(right=right, what=f"{told}{label.as_of} read {statement.as_of}")
    if label.attributed_to is not None:
        said = " ".join(filter(None, (statement.attributed_to, statement.through))).lower()
        words = [word for word in label.attributed_to.lower().replace(";", " ").split() if len(word) > 2]
        total.speaker.count(
            right=any(word in said for word in words), what=f"{told}{label.attributed_to} read {said or None}"
        )


def _count_missed(total: Score, told: str, label: Label) -> None:
    if label.family == "time":
        total.date_recall.count(right=False, what=told)
    else:
        total.value_recall.count(right=False, what=told)
        total.value_and_unit.count(right=False, what=told)
    if not label.claim:
        total.set_apart.count(right=True, what=told)
        return
    for share, asked in ((total.entity, label.entity), (total.attribute, label.attribute)):
        if asked is not None:
            share.count(right=False, what=told)


def held(found: Score) -> Iterable[Held]:
    """Yield what must hold of a score, measure by measure."""
    for name, what, asked in _ASKED:
        share: Share = getattr(found, name)
        measured = f"{share.right}/{share.of}" + (f" ({share.value:.3f})" if share.value is not None else "")
        told = "–" if asked is None else f"at least {asked:.2f}"
        yield Held(what, told, measured, None if asked is None or share.value is None else share.value >= asked)
