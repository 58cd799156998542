"""What the journal amounts to today: the sources that stand, the decisions taken, what is withheld."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from temoin.case.journal import Entry, Journal
from temoin.evidence import Source, Statement

_SAID = ("title", "publisher", "author", "published", "url", "language", "genre", "licence")


@dataclass(frozen=True, slots=True)
class Added:
    """A source that stands, and who added it when."""

    source: Source
    entry: Entry


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on a statement: its anchor in the source, and the statement as decided."""

    statement: str
    accepted: bool
    corrected: bool
    snapshot: Statement
    before: str
    after: str
    entry: Entry
    why: str | None = None
    rivals: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """The journal folded: later entries win, and rival decisions taken in two copies are both kept in sight.

    ``mappings`` holds, by the key of a table's header, the latest entry that confirmed or refused how it is read: a
    proof, and not the rule, which stands in temoin.toml. ``sealed`` holds, by personal source, the entries of decisions
    on its statements: only its key opens them.
    """

    sources: Mapping[str, Added] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    sealed: Mapping[str, list[Entry]] = field(default_factory=dict)
    withheld: Mapping[str, Entry] = field(default_factory=dict)
    erased: Mapping[str, Entry] = field(default_factory=dict)
    mappings: Mapping[str, Entry] = field(default_factory=dict)


def fold(journal: Journal) -> State:
    """Return what a journal amounts to."""
    sources: dict[str, Added] = {}
    decisions: list[Review] = []
    sealed: dict[str, list[Entry]] = {}
    withheld: dict[str, Entry] = {}
    erased: dict[str, Entry] = {}
    for entry in journal.entries:
        match entry.what:
            case "added":
                _add(entry, sources, erased, journal)
            case "reviewed" | "corrected" if "sealed" in entry.body:
                sealed.setdefault(str(entry.body["source"]), []).append(entry)
            case "corrected" if "fields" in entry.body:
                _settle(entry, sources)
            case "reviewed" | "corrected" if "mapping" not in entry.body:
                decisions.append(review_of(entry))
            case "withheld":
                withheld[str(entry.body["id"])] = entry
            case "erased":
                erased[str(entry.body["source"])] = entry
                sources.pop(str(entry.body["source"]), None)
    return State(
        sources=sources,
        reviews=latest_reviews([each for each in decisions if each.snapshot.source not in erased], journal),
        sealed={name: entries for name, entries in sealed.items() if name not in erased},
        withheld=withheld,
        erased=erased,
        mappings=_mappings(journal),
    )


def _mappings(journal: Journal) -> dict[str, Entry]:
    return {str(entry.body["mapping"]): entry for entry in journal.entries if "mapping" in entry.body}


def _add(entry: Entry, sources: dict[str, Added], erased: dict[str, Entry], journal: Journal) -> None:
    source = Source.from_record(dict(entry.body))
    tombstone = erased.get(source.id)
    if tombstone is not None:
        if tombstone.id not in journal.ancestors(entry.id):
            return
        del erased[source.id]
    stands = sources.get(source.id)
    sources[source.id] = Added(source, entry) if stands is None else Added(_filled(stands.source, source), stands.entry)


def _filled(stands: Source, again: Source) -> Source:
    """The first to add a source is believed; what only the other copy said of it is not lost."""
    said = {name: getattr(again, name) for name in _SAID if getattr(stands, name) is None}
    return replace(stands, **said)


def _settle(entry: Entry, sources: dict[str, Added]) -> None:
    name = str(entry.body["source"])
    changes = entry.body["fields"]
    if name in sources and isinstance(changes, dict):
        record = sources[name].source.record() | changes
        sources[name] = Added(Source.from_record(record), sources[name].entry)


def review_of(entry: Entry) -> Review:
    """Return the decision that a ``reviewed`` or ``corrected`` entry holds."""
    body = entry.body
    snapshot, anchor = body["snapshot"], body["anchor"]
    assert isinstance(snapshot, dict)
    assert isinstance(anchor, dict)
    why = body.get("why")
    return Review(
        statement=str(body["statement"]),
        accepted=body["decision"] == "accept",
        corrected=entry.what == "corrected",
        snapshot=Statement.from_record(snapshot),
        before=str(anchor["before"]),
        after=str(anchor["after"]),
        entry=entry,
        why=str(why) if why else None,
    )


def same_decision(first: Review, second: Review) -> bool:
    """Return whether two decisions say the same of a statement, whoever took them."""
    return (first.accepted, first.snapshot) == (second.accepted, second.snapshot)


def latest_reviews(reviews: list[Review], journal: Journal) -> dict[str, Review]:
    """Return the standing decision on each statement, by its id, with the decisions that contradict it unseen.

    Parameters
    ----------
    reviews : decisions in the journal's order
    journal : says which decision was taken in sight of which
    """
    by_statement: dict[str, list[Review]] = {}
    for review in reviews:
        by_statement.setdefault(review.statement, []).append(review)
    return {name: _latest(several, journal) for name, several in by_statement.items()}


def _latest(reviews: list[Review], journal: Journal) -> Review:
    last = reviews[-1]
    if len(reviews) == 1:
        return last
    known = journal.ancestors(last.entry.id)
    rivals = tuple(
        review.entry for review in reviews if review.entry.id not in known and not same_decision(review, last)
    )
    return Review(
        last.statement,
        last.accepted,
        last.corrected,
        last.snapshot,
        last.before,
        last.after,
        last.entry,
        last.why,
        rivals,
    )
