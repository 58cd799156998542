"""A draft checked against a case: what its sources and confirmed tables say of each figure, and the draft itself.

Nothing of the draft enters the case. Personal and sealed sources are not cited: the copy that carries the comments is
sent to others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from temoin import claims
from temoin.case.analysis import Analysis, ReadSource
from temoin.case.opened_place import whole_document
from temoin.case.proposing import document_proposals, proposed_values
from temoin.case.reviews import standing
from temoin.claims.checks import check_statements
from temoin.corroborate.drafts import compare_draft
from temoin.corroborate.marks import Marked, Told
from temoin.documents.document import Document
from temoin.evidence import Chars, Finding, Source, Statement
from temoin.evidence.locator import parse_locator
from temoin.evidence.statement import Kind
from temoin.period import PartialDate
from temoin.quantity import plain


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft with what was found.

    Parameters
    ----------
    text : as its reader gives it
    marked : its figures, dates, ranks and superlatives, in order of position
    findings : what the draft's own figures say of one another, where they disagree or cannot be told, each with where
        in the text it is about
    left_out : sources of the case that are not cited, being personal or sealed
    """

    text: str
    marked: tuple[Marked, ...]
    findings: tuple[tuple[int, int, Finding], ...]
    left_out: int


def check_draft(analysis: Analysis, source: Source, document: Document) -> CheckedDraft:
    """Return a draft checked against a case and against itself.

    Parameters
    ----------
    source : the draft as a source that is never added: its id, what was said of its date, language and reading
    document : as read
    """
    own = _read_draft(source, document)
    citable = [each for each in analysis.sources if _is_citable(each)]
    told = [_told(analysis, each) for each in citable]
    return CheckedDraft(
        text=document.text,
        marked=tuple(compare_draft(own, [each for each in told if each is not None])),
        findings=tuple(_own_findings(source, document, own)),
        left_out=len(analysis.sources) - len(citable),
    )


def _read_draft(source: Source, document: Document) -> Told:
    proposed = proposed_values(document_proposals(source, document))
    published = proposed.get("published")
    found = claims.read_statements(
        document.text,
        source=source.id,
        text_hash=document.text_hash,
        language=proposed.get("language"),
        published=PartialDate(published) if published else None,
        reading=source.reading,
        place=source.reading.place,
    )
    # What others wrote in its margins is not what the draft says.
    aside = [(part.start, part.end) for part in document.parts if part.kind == "comment"]
    kept = [each for each in found if not any(start <= each.start < end for start, end in aside)]
    return Told(source.id, source.name or "", published, document.text, tuple(kept))


def _own_findings(source: Source, document: Document, own: Told) -> Iterator[tuple[int, int, Finding]]:
    proposed = proposed_values(document_proposals(source, document))
    places = {each.id: (each.start, each.end) for each in own.statements}
    found = check_statements(
        document.text,
        list(own.statements),
        published=PartialDate(own.published) if own.published else None,
        place=source.reading.place,
        language=proposed.get("language"),
    )
    for finding in found:
        if finding.verdict in {"disagrees", "cannot_tell"}:
            spans = [span for name in finding.evidence if (span := _span(name, places)) is not None]
            start, end = spans[0] if spans else (0, 0)
            yield start, end, finding


def _span(name: str, places: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    if name in places:
        return places[name]
    place = parse_locator(name) if "#char=" in name else None
    return (place.start, place.end) if isinstance(place, Chars) else None


def _is_citable(each: ReadSource) -> bool:
    return not each.source.personal and not each.sealed and each.source.visibility != "sealed"


def _told(analysis: Analysis, each: ReadSource) -> Told | None:
    if each.document is None:
        return None
    proposed = proposed_values(each.proposals)
    title = each.source.title or proposed.get("title") or each.source.name or each.source.id[:10]
    statements = [*standing(list(each.views)), *_observed(analysis, each)]
    return Told(each.source.id, title, proposed.get("published"), each.document.text, tuple(statements))


def _observed(analysis: Analysis, each: ReadSource) -> Iterator[Statement]:
    """Rows of confirmed tables, as what their cells state."""
    if each.tables is None or not (each.tables.audience.height or each.tables.ledger.height):
        return
    document = whole_document(analysis.case, each)
    if document is None:
        return
    rows = _Rows(each.source.id, document)
    yield from rows.statements(each.tables.audience.iter_rows(named=True), "count", ("value", "measure", "observed_at"))
    yield from rows.statements(each.tables.ledger.iter_rows(named=True), "money", ("amount", "currency", "value_date"))


class _Rows:
    def __init__(self, source: str, document: Document) -> None:
        self._source = source
        self._document = document
        self._hash = document.text_hash

    def statements(self, rows: Iterable[dict[str, object]], kind: Kind, names: Sequence[str]) -> Iterator[Statement]:
        value_name, unit_name, day_name = names
        for row in rows:
            value = row[value_name]
            place = self._place(row)
            if value is None or place is None:
                continue
            start, end = place
            line = self._document.text.rfind("\n", 0, start) + 1
            stop = self._document.text.find("\n", end)
            entity = row.get("entity") or row.get("account") or row.get("payee")
            day = row[day_name]
            yield Statement(
                self._source,
                self._hash,
                start,
                end,
                self._document.text[start:end],
                kind,
                str(row[unit_name] or kind) if kind == "count" else kind,
                "tables",
                self._document.text[line : stop if stop >= 0 else None],
                line,
                value=_plain(value),
                low=_plain(row["low"]) or _plain(value),
                high=_plain(row["high"]) or _plain(value),
                unit=str(row[unit_name]) if row[unit_name] else None,
                entity=str(entity) if entity else None,
                platform=str(row["platform"]) if row.get("platform") else None,
                as_of=str(day)[:10] if day else None,
            )

    def _place(self, row: dict[str, object]) -> tuple[int, int] | None:
        cells = self._document.cells.filter(
            pl.col("sheet") == row["sheet"], pl.col("row") == row["row"], pl.col("column") == row["column"]
        )
        return (cells["start"][0], cells["end"][0]) if cells.height else None


def _plain(value: object) -> str | None:
    from decimal import Decimal

    return None if value is None else plain(Decimal(str(value)))
