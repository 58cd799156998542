"""Decisions of people on statements, and how they survive an extractor that reads otherwise.

A decision holds an anchor (source, printed figure, 32 characters either side) and a snapshot of the fields decided. The
reviewed statement is the snapshot, whatever an extractor later reads. All of it is content: on a personal source the
decision is sealed to the source's key, and goes with it.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from temoin.case.folder import Case
from temoin.case.journal import Entry, What
from temoin.case.state import Review, latest_reviews, review_of, same_decision
from temoin.case.written_numbers import plain_number
from temoin.claims.read import read_statements
from temoin.dossier.report import Decision, StatementView
from temoin.errors import InputError
from temoin.evidence import Statement
from temoin.evidence.digest import canonical
from temoin.evidence.source import Reading
from temoin.evidence.statement import Kind, Qualifier
from temoin.period import PartialDate, parse_time
from temoin.words import Words

CONTEXT = 32
_NUMBERS = frozenset(("money", "count", "percent", "ratio", "duration"))
CORRECTABLE = (
    "kind", "value", "low", "high", "unit", "qualifier", "entity", "attribute", "platform", "place", "as_of",
    "attributed_to", "through", "target", "means", "claim", "credibility",
)  # fmt: skip
_COMPARED = ("text", *(name for name in CORRECTABLE if name != "credibility"))
SOURCE_FIELDS = (
    "title", "publisher", "author", "published", "url", "language", "genre", "licence", "visibility", "reliability",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person says of a statement.

    Parameters
    ----------
    decision : accept, reject or correct
    by : who decides
    changes : for correct, new values by field
    why : in the person's words
    """

    decision: str
    by: str
    changes: Mapping[str, str] = field(default_factory=dict)
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A decision that was checked and not yet written: what its entry will tell, and who takes it."""

    statement: str
    source: str
    what: What
    body: Mapping[str, object]
    by: str


def decide(case: Case, view: StatementView, text: str, said: Decided) -> Entry:
    """Write a person's decision on a statement; the same decision by the same person is not written twice.

    Parameters
    ----------
    view : the statement as it stands today
    text : the text in which it stands
    said : the decision

    Raises
    ------
    InputError : a field that cannot be corrected, or correct without a change
    """
    return _written(case, prepare(view, text, said))


def prepare(view: StatementView, text: str, said: Decided) -> Prepared:
    """Return a person's decision on a statement, checked; nothing is written.

    Raises
    ------
    InputError : as ``decide``
    """
    read = view.reading or view.statement
    # How sure an engine was is no part of what a person decides.
    decided = replace(
        read if said.decision == "accept" else view.statement, recognised=None, **_checked(said, view.statement.kind)
    )
    for name in said.changes:
        _require_readable(name, getattr(decided, name), decided.kind)
    decided = _bounded(decided, said.changes)
    body: dict[str, object] = {
        "statement": view.statement.id,
        "decision": "reject" if said.decision == "reject" else "accept",
        "anchor": {
            "source": read.source,
            "figure": read.text,
            "before": text[max(0, read.start - CONTEXT) : read.start],
            "after": text[read.end : read.end + CONTEXT],
        },
        "snapshot": decided.record(),
        "read": read.record(),
    }
    if said.why:
        body["why"] = said.why
    if decided.value is not None and said.changes.get("value") and not _is_printed(decided):
        body["beyond_quote"] = True
    what: What = "corrected" if said.decision == "correct" else "reviewed"
    return Prepared(view.statement.id, read.source, what, body, said.by)


def reviews_of(case: Case, source: str) -> list[Review]:
    """Return the standing decisions on a source's statements.

    Raises
    ------
    KeyStoreError : the source is personal and its key does not open
    """
    state = case.state
    found = [review for review in state.reviews.values() if review.snapshot.source == source]
    if source in state.sealed:
        key = case.keys.get(source)
        opened = [
            replace(entry, body=json.loads(key.open(b64decode(str(entry.body["sealed"])))))
            for entry in state.sealed[source]
        ]
        found += latest_reviews([review_of(entry) for entry in opened], case.journal).values()
    return found


def _written(case: Case, decision: Prepared) -> Entry:
    standing = next((each for each in reviews_of(case, decision.source) if each.statement == decision.statement), None)
    if standing is not None and standing.entry.author == decision.by and not standing.rivals:
        wanted = review_of(replace(standing.entry, what=decision.what, body=decision.body))
        if same_decision(standing, wanted) and standing.why == wanted.why and standing.corrected == wanted.corrected:
            return standing.entry
    return case.write(decision.what, _as_written(case, decision.source, dict(decision.body)), decision.by)


def _as_written(case: Case, source: str, body: dict[str, object]) -> dict[str, object]:
    added = case.state.sources.get(source)
    if added is None or not added.source.personal:
        return body
    return {"source": source, "sealed": b64encode(case.keys.get(source).seal(canonical(body))).decode()}


def correct_source(case: Case, source: str, changes: dict[str, str], by: str, why: str | None = None) -> Entry:
    """Write what a person settles about a source: its title, date, publisher, grade.

    Raises
    ------
    InputError : a field that a person cannot settle, or a value that cannot be
    """
    if not changes:
        raise _nothing_said("correct")
    for name in changes:
        if name not in SOURCE_FIELDS:
            raise _not_correctable(name, SOURCE_FIELDS)
    added = case.state.sources[source]
    type(added.source).from_record(added.source.record() | changes)
    body: dict[str, object] = {"source": source, "fields": changes}
    if why:
        body["why"] = why
    if all(added.source.record().get(name) == value for name, value in changes.items()):
        return added.entry
    return case.write("corrected", body, by)


def attach(reviews: list[Review], text: str, text_hash: str, read: list[Statement]) -> list[StatementView]:
    """Return a document's statements with the decisions on them, in order of position.

    Same anchor and fields: attached. Other fields, or missed by the extractor: the decision stands and the new reading
    is proposed beside it. No anchor, or several: shown to review again.

    Parameters
    ----------
    reviews : decisions on this document
    text, text_hash : the document as read today
    read : what the extractors read today
    """
    taken: set[str] = set()
    views: list[StatementView] = []
    for review in sorted(reviews, key=lambda each: (each.snapshot.start, each.statement)):
        view, reading = _attached(review, text, text_hash, read)
        views.append(view)
        if reading is not None:
            taken.add(reading.id)
    views.extend(StatementView(statement) for statement in read if statement.id not in taken)
    return sorted(views, key=lambda view: (view.statement.start, view.statement.end, view.statement.id))


def standing(views: list[StatementView]) -> list[Statement]:
    """Return the statements that checks may rest on: as decided where decided, never a rejected one.

    Nor one that was read in a picture, before a person has looked at it.
    """
    return [view.statement for view in views if view.decision != "rejected" and not view.unchecked]


def to_check(views: list[StatementView]) -> list[Statement]:
    """Return the statements that were read in a picture and that no person has accepted, corrected or rejected."""
    return [view.statement for view in views if view.unchecked]


def _attached(
    review: Review, text: str, text_hash: str, read: list[Statement]
) -> tuple[StatementView, Statement | None]:
    snapshot = review.snapshot
    if not _is_readable(snapshot):
        return _view(review, replace(snapshot, value=None, low=None, high=None), "review-again", None), None
    start = _only_place(review.before + snapshot.text + review.after, text)
    if start is None:
        return _view(review, snapshot, "review-again", None), None
    start += len(review.before)
    placed = replace(snapshot, start=start, end=start + len(snapshot.text), text_hash=text_hash)
    reading = _reading_at(placed, read)
    expected = (_fields(snapshot), _fields(Statement.from_record(_read_then(review))))
    other = reading if reading is not None and _fields(reading) not in expected else None
    decision: Decision = "rejected" if not review.accepted else "corrected" if review.corrected else "accepted"
    return _view(review, placed, "review-again" if review.rivals else decision, other), reading


def _view(review: Review, statement: Statement, decision: Decision, reading: Statement | None) -> StatementView:
    people = [review.entry.author, *(rival.author for rival in review.rivals)]
    return StatementView(statement, decision, by=", ".join(dict.fromkeys(people)), why=review.why, reading=reading)


def _read_then(review: Review) -> dict[str, object]:
    read = review.entry.body.get("read", review.entry.body["snapshot"])
    assert isinstance(read, dict)
    return read


def _only_place(needle: str, text: str) -> int | None:
    first = text.find(needle)
    if first < 0 or text.find(needle, first + 1) >= 0:
        return None
    return first


def _reading_at(placed: Statement, read: list[Statement]) -> Statement | None:
    there = [each for each in read if each.start < placed.end and placed.start < each.end]
    return min(
        there,
        key=lambda each: (
            each.attribute != placed.attribute,
            each.kind != placed.kind,
            abs(each.start - placed.start) + abs(each.end - placed.end),
            each.id,
        ),
        default=None,
    )


def _fields(statement: Statement) -> tuple[object, ...]:
    return tuple(getattr(statement, name) for name in _COMPARED)


def is_beyond_quote(prepared: Prepared) -> bool:
    """Return whether a correction gives a value that the sentence it stands in does not print, so far as it is read."""
    return bool(prepared.body.get("beyond_quote"))


def _is_printed(decided: Statement) -> bool:
    held = read_statements(
        decided.quote,
        source=decided.source,
        text_hash=decided.text_hash,
        language=None,
        published=None,
        reading=Reading(),
    )
    values = {each.value for each in held} | {bound for each in held for bound in (each.low, each.high)}
    return (
        decided.value in values
        or re.search(rf"(?<![\d.,]){re.escape(decided.value or '')}(?![\s.,]?\d)", decided.quote) is not None
    )


def _checked(said: Decided, kind: str) -> dict[str, Any]:
    if (said.decision == "correct") != bool(said.changes):
        raise _nothing_said(said.decision)
    checked: dict[str, Any] = {}
    for name, value in said.changes.items():
        if name not in CORRECTABLE:
            raise _not_correctable(name, CORRECTABLE)
        checked[name] = _parsed(name, value)
        if name in {"value", "low", "high"} and said.changes.get("kind", kind) in _NUMBERS:
            checked[name] = plain_number(value) or checked[name]
    return checked


def _parsed(name: str, value: str) -> object:
    if name == "credibility" and value.isdigit():
        return int(value)
    if name == "claim":
        return {"true": True, "false": False}.get(value.casefold(), value)
    return value or None


def _require_readable(name: str, value: object, kind: str) -> None:
    # What is decided is read ever after: a slip of the pen would stop every later command.
    closed = {"kind": get_args(Kind), "credibility": tuple(range(1, 7)), "qualifier": get_args(Qualifier)}
    closed["claim"] = (True, False)
    if name in closed and value not in closed[name]:
        raise _unreadable(name, value, " | ".join(map(str, closed[name])))
    timely = name == "as_of" or kind in {"date", "datetime"}
    if value is None or name not in {"value", "low", "high", "as_of"} or (kind in {"other", "rank"} and not timely):
        return
    try:
        parse_time(str(value)) if kind == "datetime" and name != "as_of" else (
            _day(str(value), name) if timely else Decimal(str(value))
        )
    except (InvalidOperation, InputError) as error:
        example = "2022-01-05T10:30Z, 2022-01-05" if timely else "450000, 6.5, 6,5, 3,2 milliards"
        raise _unreadable(name, value, example) from error


def _is_readable(snapshot: Statement) -> bool:
    try:
        for name in ("kind", "qualifier", "credibility", "value", "low", "high", "as_of"):
            _require_readable(name, getattr(snapshot, name), snapshot.kind)
    except InputError:
        return False
    return True


def _bounded(decided: Statement, changes: Mapping[str, str]) -> Statement:
    # Bounds of the value that was wrong would contradict the value that is right.
    if "value" not in changes or {"low", "high"} & set(changes):
        return decided
    if decided.kind == "datetime":
        return replace(decided, low=decided.value, high=decided.value)
    if decided.kind == "date" and decided.value:
        day = PartialDate(decided.value)
        return replace(decided, low=day.first.isoformat(), high=day.last.isoformat())
    return replace(decided, low=None, high=None)


def _day(text: str, name: str) -> object:
    day = PartialDate(text)
    if name in {"low", "high"} and day.precision != "day":
        raise InvalidOperation
    return day


def _unreadable(name: str, value: object, example: str) -> InputError:
    return InputError(
        f"{name}={value}",
        Words("cette valeur ne se lit pas", "this value cannot be read"),
        Words(f"écrivez par exemple {example}", f"write for instance {example}"),
    )


def _nothing_said(decision: str) -> InputError:
    return InputError(
        f"review {decision}",
        Words("« correct » va avec CHAMP=VALEUR, et lui seul", '"correct" goes with FIELD=VALUE, and only it'),
        Words("par exemple correct value=450000 unit=people", "for instance correct value=450000 unit=people"),
    )


def _not_correctable(name: str, allowed: tuple[str, ...]) -> InputError:
    return InputError(
        name,
        Words("ce champ ne se corrige pas", "this field cannot be corrected"),
        Words("champs possibles : " + ", ".join(allowed), "possible fields: " + ", ".join(allowed)),
    )
