"""The chain of custody of each source as set: how it was obtained and is read, then every act on it in order."""

from collections.abc import Iterator

from temoin.dossier import place_wording as wording
from temoin.dossier import wording as common
from temoin.dossier.anchors import anchor
from temoin.dossier.naming import print_parsed, print_size, print_utc, title_of
from temoin.dossier.parts import ActLine, Cell, CustodySheet, Link
from temoin.dossier.report import Custody, Report, SourceView
from temoin.evidence import Source
from temoin.evidence.digest import short
from temoin.words import Language, Words


def custody_anchor(source: str) -> str:
    """Return the anchor of a source's chain of custody."""
    return anchor("h", source)


def custody_sheets(report: Report) -> tuple[CustodySheet, ...]:
    """Return the chain of custody of every source, in the order of the report."""
    views = {view.source.id: view for view in (*report.sources, *report.notes)}
    return tuple(_sheet(view, view.custody, report.language) for view in views.values() if view.custody is not None)


def _sheet(view: SourceView, custody: Custody, language: Language) -> CustodySheet:
    facts = [
        *_obtained(view.source, custody, language),
        *_kept(view, language),
        *_read(view.source, custody),
        *((wording.REMARKS, Cell(remark.in_(language))) for remark in custody.remarks),
    ]
    return CustodySheet(
        anchor=custody_anchor(view.source.id),
        title=Link(title_of(view, language), anchor("x", view.source.id)),
        facts=tuple((label.in_(language), cell) for label, cell in facts),
        acts=tuple(
            ActLine(print_utc(act.at, language), act.by, act.words.in_(language), short(act.entry))
            for act in custody.acts
        ),
    )


def _obtained(source: Source, custody: Custody, language: Language) -> Iterator[tuple[Words, Cell]]:
    obtained = print_utc(source.retrieved_at, language) if source.retrieved_at else common.NOT_RETRIEVED.in_(language)
    with_tool = [wording.WITH_TOOL.filled(tool=source.tool).in_(language)] if source.tool else []
    yield wording.OBTAINED, Cell(obtained, note="\n".join([*with_tool, *([source.url] if source.url else [])]))
    if custody.captured or custody.captured_by:
        moment = print_parsed(custody.captured, language) if custody.captured else custody.captured_by or ""
        with_tool = [wording.WITH_TOOL.filled(tool=custody.captured_by).in_(language)] if custody.captured_by else []
        notes = [*(with_tool if custody.captured else []), wording.FILE_SAYS.in_(language)]
        yield wording.CAPTURED, Cell(moment, note="\n".join(notes))


def _kept(view: SourceView, language: Language) -> Iterator[tuple[Words, Cell]]:
    source = view.source
    yield wording.SHA256, Cell(source.id, tone="code")
    yield wording.SIZE, Cell(print_size(source.size, language))
    if source.reference:
        yield wording.HELD_AT, Cell(source.reference, tone="code")


def _read(source: Source, custody: Custody) -> Iterator[tuple[Words, Cell]]:
    yield wording.READER, Cell(custody.reader, note=", ".join(custody.libraries))
    reading = source.record().get("reading", {})
    assert isinstance(reading, dict)
    said = [f"{name} = {value}" for name, value in reading.items() if name != "kind"]
    if said:
        yield wording.OPTIONS, Cell(", ".join(said))
    if custody.recognised_by:
        yield wording.ENGINE, Cell(custody.recognised_by)
    if custody.text_hash:
        yield wording.TEXT_HASH, Cell(custody.text_hash, tone="code")
