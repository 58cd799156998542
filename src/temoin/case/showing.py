"""Opening any id of a case, short ones too: a source, a statement, a finding, a pick, a journal entry.

A reference with a fragment opens a place in a source: its text, and the statements that stand there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from temoin.case.analysis import Analysis, ReadSource
from temoin.case.custody import custody_of
from temoin.case.folder import Case
from temoin.case.journal import Entry
from temoin.case.opened_place import cells_and_part, place_record, whole_document
from temoin.case.placing import boxes_of
from temoin.case.reviews import CONTEXT
from temoin.case.table_records import table_record
from temoin.dossier.report import StatementView
from temoin.errors import CaseError
from temoin.evidence.locator import parse_locator
from temoin.outages.records import pick_records
from temoin.period import iso
from temoin.words import Words

Noun = Literal["source", "statement", "finding", "pick", "entry", "place"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What an id names: its noun, its full id, and its record as plain values."""

    noun: Noun
    id: str
    record: dict[str, object]


def show(analysis: Analysis, name: str) -> Shown:
    """Return what an id, a short id or a reference names.

    Raises
    ------
    CaseError : nothing of that name, or several things
    InputError : a fragment that is none of the three kinds, or a place that the source does not hold
    """
    wanted, mark, _ = name.partition("#")
    wanted = wanted.lower()
    found = {each.id: each for each in _everything(analysis) if each.id.startswith(wanted)} if wanted else {}
    if len(found) == 1:
        only = next(iter(found.values()))
        if mark and only.noun == "source":
            return _show_place(analysis, only.id, name)
        return Shown(only.noun, only.id, only.record())
    if found:
        several = ", ".join(f"{each.noun} {each.id[:16]}" for each in list(found.values())[:5])
        raise CaseError(
            Words(
                f"{name} : plusieurs choses commencent ainsi ({several}) ; donnez plus de caractères",
                f"{name}: several things begin like this ({several}); give more characters",
            )
        )
    raise CaseError(
        Words(
            f"{name} : rien de ce nom dans ce dossier ; les identifiants se lisent avec temoin findings",
            f"{name}: nothing of that name in this case; temoin findings prints ids",
        )
    )


def statement_view(analysis: Analysis, name: str) -> tuple[ReadSource, StatementView]:
    """Return a statement with the source in which it stands.

    Raises
    ------
    CaseError : not a statement
    """
    full = show(analysis, name).id
    for each in analysis.sources:
        for view in each.views:
            if full in {view.statement.id, view.reading.id if view.reading else ""}:
                return each, view
    raise CaseError(
        Words(
            f"{name} : ce n’est pas un énoncé ; seul un énoncé se relit",
            f"{name}: not a statement; only those are reviewed",
        )
    )


def _show_place(analysis: Analysis, source: str, name: str) -> Shown:
    each = next(each for each in analysis.sources if each.source.id == source)
    place = replace(parse_locator(name), source=source)
    return Shown("place", str(place), partial(place_record, analysis.case, each, place)())


@dataclass(frozen=True, slots=True)
class _Named:
    noun: Noun
    id: str
    record: Callable[[], dict[str, object]]


def _everything(analysis: Analysis) -> Iterator[_Named]:
    for each in analysis.sources:
        yield _Named("source", each.source.id, partial(source_record, analysis.case, each))
        for view in each.views:
            yield _Named("statement", view.statement.id, partial(_statement_record, analysis.case, each, view))
    for finding in analysis.findings:
        yield _Named("finding", finding.id, finding.record)
    for record in pick_records(analysis.picks):
        yield _Named("pick", str(record["id"]), partial(dict, record))
    for entry in analysis.case.journal.entries:
        yield _Named("entry", entry.id, partial(_entry_record, entry))


def source_record(case: Case, each: ReadSource) -> dict[str, object]:
    """Return a source as plain values, with what it proposes about itself and why, and its chain of custody.

    ``sealed`` says that it is shown to nobody else, ``key_at_hand`` whether it can be read here; None where it needs
    no key.
    """
    proposals = [
        {
            "subject": proposal.subject,
            "value": proposal.value,
            "quote": proposal.quote,
            "why": {"fr": proposal.why.fr, "en": proposal.why.en},
            "evidence": str(proposal.evidence) if proposal.evidence else None,
            "said": proposal.said,
        }
        for proposal in each.proposals
    ]
    chain = custody_of(case, each)
    return {
        "type": "source",
        "source": each.source.id,
        "kind": each.reader.kind,
        "added_at": iso(each.added.entry.time),
        "added_by": each.added.entry.author,
        "sealed": each.source.personal or each.source.visibility == "sealed",
        "key_at_hand": not each.sealed if each.source.personal else None,
        "trouble": {"fr": each.trouble.fr, "en": each.trouble.en} if each.trouble else None,
        "proposals": proposals,
        "rows_read": each.listing.reported.height if each.listing else None,
        "tables": [table_record(view, each.tables) for view in each.tables.views] if each.tables else None,
        "told": [{"fr": words.fr, "en": words.en} for words in each.tables.told] if each.tables else None,
        "refused": [{"fr": refusal.words.fr, "en": refusal.words.en} for refusal in each.refused],
        "captured": chain.captured,
        "captured_by": chain.captured_by,
        "recognised_by": chain.recognised_by,
        "reader": chain.reader,
        "libraries": list(chain.libraries),
        "text_hash": chain.text_hash,
        "remarks": [{"fr": words.fr, "en": words.en} for words in chain.remarks],
        "chain": [
            {"entry": act.entry, "at": iso(act.at), "by": act.by, "words": {"fr": act.words.fr, "en": act.words.en}}
            for act in chain.acts
        ],
    } | each.source.record()


def _statement_record(case: Case, each: ReadSource, view: StatementView) -> dict[str, object]:
    statement = view.statement
    text = each.document.text if each.document else ""
    return {
        "type": "statement",
        "decision": view.decision,
        "by": view.by,
        "why": view.why,
        "reading": view.reading.record() if view.reading else None,
        "reference": str(statement.locator),
        **_stands(case, each, view),
        "context": text[max(0, statement.start - CONTEXT) : statement.end + CONTEXT],
    } | statement.record()


def _stands(case: Case, each: ReadSource, view: StatementView) -> dict[str, object]:
    document = whole_document(case, each)
    if document is None:
        return {"on_page": [], "cells": [], "part": None}
    start, end = view.statement.start, view.statement.end
    return {"on_page": [str(box) for box in boxes_of(document, view)], **cells_and_part(document, start, end)}


def _entry_record(entry: Entry) -> dict[str, object]:
    return {
        "type": "entry",
        "id": entry.id,
        "what": entry.what,
        "author": entry.author,
        "time": iso(entry.time),
        "parents": list(entry.parents),
        "body": dict(entry.body),
    }
