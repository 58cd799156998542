"""A report laid out: every piece in its place and every link with its end, for whichever edition is printed."""

from collections.abc import Iterator

from temoin.dossier import listed_wording, wording
from temoin.dossier.anchors import Anchors, anchor, method_anchor
from temoin.dossier.cards import group_cards, group_proposals, known_groups, sort_findings
from temoin.dossier.chapters import lead_chart, list_chapters
from temoin.dossier.charts import ChartMaker
from temoin.dossier.custody import custody_anchor, custody_sheets
from temoin.dossier.moments import Moment, list_moments, moments_grid
from temoin.dossier.naming import print_local, print_size, print_utc, print_value, title_of
from temoin.dossier.parts import (
    CardGroup,
    Cell,
    Chart,
    Command,
    Grid,
    Link,
    Masthead,
    MethodSheet,
    Note,
    Row,
    Sheet,
)
from temoin.dossier.reading import lay_out_document, opening_of
from temoin.dossier.report import Report, SourceView
from temoin.dossier.rows import PAGE, PAPER, cited_rows
from temoin.dossier.setting import About, Draw
from temoin.dossier.timeline import moments_drawn, timeline_chart
from temoin.evidence.digest import short
from temoin.evidence.method import Method
from temoin.period import offset, print_date
from temoin.words import Language, Words

_REFUSALS_SHOWN = 3


def lay_out(report: Report, charts: ChartMaker, *, page: bool) -> Sheet:
    """Return the whole dossier laid out in the report's language.

    Parameters
    ----------
    report : the case; nothing is computed from it
    charts : what turns a specification into SVG
    page : for an HTML page, whose drawings follow its colours and its width; otherwise for paper
    """
    anchors = Anchors(report)
    draw = Draw(report, charts, page)
    disagreements, unsettled = sort_findings(anchors)
    known = known_groups(anchors)
    moments = _moments(anchors, page=page)
    lead = lead_chart(anchors, draw) if page else None
    chapters = list_chapters(anchors, draw, lead)
    return Sheet(
        language=report.language,
        masthead=_masthead(report, (_count(known), len(disagreements), len(unsettled))),
        contents=_contents(report, bool(moments)),
        disagreements=group_cards(disagreements),
        unsettled=group_cards(unsettled),
        known=known,
        proposals=group_proposals(anchors),
        timeline=_timeline(moments, anchors, draw),
        moments=moments_grid(moments, anchors) if moments else None,
        lead=lead,
        chapters=chapters,
        rows=cited_rows(anchors, PAGE if page else PAPER),
        documents=tuple(lay_out_document(view, anchors) for view in report.documents),
        notes=tuple(_note(view, report) for view in report.notes),
        pictured=any(place.pictures for view in report.documents for place in view.places.values()),
        sources=_sources(report),
        custody=custody_sheets(report),
        methods=tuple(_method(page_, anchors) for page_ in report.methods),
        commands=_commands(report),
        heads=report.heads,
        program=report.program,
    )


def _moments(anchors: Anchors, *, page: bool) -> tuple[Moment, ...]:
    # Where nobody said anything, the chapters of the places already tell every beginning and end.
    moments = list_moments(anchors)
    if all(moment.measured for moment in moments):
        return ()
    return moments if page else moments_drawn(moments)


def _count(groups: tuple[CardGroup, ...]) -> int:
    return sum(len(group.cards) + len(group.folded) for group in groups)


def _masthead(report: Report, counts: tuple[int, int, int]) -> Masthead:
    language = report.language
    told = (
        (wording.count(counts[0], wording.ONE_KNOWN, wording.MANY_KNOWN), "known"),
        (wording.count(counts[1], wording.ONE_DISAGREES, wording.MANY_DISAGREE), "disagreements"),
        (wording.count(counts[2], wording.ONE_UNSETTLED, wording.MANY_UNSETTLED), "unsettled"),
    )
    zone = "UTC" if report.zone == "UTC" else f"{report.zone} ({offset(report.as_of, report.zone)})"
    return Masthead(
        name=report.name,
        title=report.title,
        question=report.question or "",
        as_of=print_utc(report.as_of, language),
        local=print_local(report.as_of, report.zone, language),
        zone=zone,
        synthetic=report.synthetic,
        summary=tuple(
            Link(words.in_(language), target if number else "front")
            for (words, target), number in zip(told, counts, strict=True)
        ),
        scope=tuple(_scope(report)),
    )


def _scope(report: Report) -> Iterator[tuple[str, Link]]:
    # Proposals stand in order of support: the first of a subject is the best one.
    labels = {
        "country": (wording.PROPOSED_COUNTRY, wording.SAID_COUNTRY),
        "period": (wording.PROPOSED_PERIOD, wording.SAID_PERIOD),
    }
    for subject, (proposed, said) in labels.items():
        best = next((one for one in report.proposals if one.subject == subject), None)
        if best is not None:
            label = said if best.said else proposed
            yield label.in_(report.language), Link(best.label.in_(report.language), "proposals")


def _contents(report: Report, has_moments: bool) -> tuple[Link, ...]:  # noqa: FBT001
    sections: tuple[tuple[Words, str, object], ...] = (
        (wording.FRONT, "front", True),
        (wording.PROPOSALS, "proposals", any((report.proposals, *(view.proposals for view in report.sources)))),
        (wording.TIMELINE, "timeline", has_moments),
        (wording.OUTAGES, "outages", report.outages is not None),
        (wording.DOCUMENTS, "documents", report.documents),
        (wording.NOTES, "notes", report.notes),
        (wording.SOURCES, "sources", True),
        (wording.METHODS, "methods", report.methods),
        (wording.REPRODUCE, "reproduce", True),
    )
    return tuple(Link(words.in_(report.language), target) for words, target, there in sections if there)


def _timeline(moments: tuple[Moment, ...], anchors: Anchors, draw: Draw) -> Chart | None:
    report = anchors.report
    if not moments:
        return None
    return draw.chart(
        "timeline-chart",
        wording.TIMELINE_CHART.filled(title=report.title).in_(report.language),
        lambda width: timeline_chart(moments, language=report.language, zone_name=report.zone, width=width),
        About(
            tuple(dict.fromkeys(moment.origin[0] for moment in moments)),
            report.heads[0] if report.heads else report.name,
            moments[0].closed[0],
        ),
    )


def _note(view: SourceView, report: Report) -> Note:
    source = view.source
    text = next((document.text for document in report.documents if document.source.id == source.id), "")
    return Note(
        anchor=anchor("n", source.id),
        title=title_of(view, report.language),
        byline=", ".join(part for part in (source.who, source.at, source.place) if part),
        text=opening_of(text),
        source=Link(short(source.id), anchor("x", source.id)),
        document=_document_of(view, report),
    )


def _document_of(view: SourceView, report: Report) -> Link:
    held = any(document.source.id == view.source.id for document in report.documents)
    return Link(wording.READ_TEXT.in_(report.language), anchor("d", view.source.id) if held else "")


def _sources(report: Report) -> Grid:
    language = report.language
    views = {view.source.id: view for view in (*report.sources, *report.notes)}
    heads = (wording.SOURCE, wording.GRADE, wording.KIND, wording.CHAIN, wording.HASH)
    return Grid(
        caption=wording.SOURCES_TABLE.in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(_source_row(view, report) for view in views.values()),
    )


def _source_row(view: SourceView, report: Report) -> Row:
    language, source = report.language, view.source
    published = print_date(source.published, language) if source.published else None
    byline = [source.publisher, source.author, published, source.language, source.url, source.licence]
    trouble = [view.trouble.in_(language)] if view.trouble else []
    trouble += _listing(view, language)
    if view.sealed:
        byline, trouble = [], [wording.SEALED.in_(language)]
    added = wording.ADDED.filled(
        moment=print_utc(view.added_at, language) if view.added_at else "—", name=view.added_by or "—"
    ).in_(language)
    retrieved = (
        wording.RETRIEVED.filled(moment=print_utc(source.retrieved_at, language)).in_(language)
        if source.retrieved_at
        else wording.NOT_RETRIEVED.in_(language)
    )
    return Row(
        (
            Cell(
                title_of(view, language),
                _document_of(view, report).target,
                "\n".join([" · ".join(part for part in byline if part), *trouble]).strip(),
            ),
            Cell(source.reliability, note=wording.RELIABILITIES[source.reliability].in_(language), tone="strong"),
            Cell(view.kind_label.in_(language), note=print_size(source.size, language)),
            Cell(added, custody_anchor(source.id) if view.custody else "", retrieved),
            Cell(source.id, tone="code"),
        ),
        anchor("x", source.id),
    )


def _listing(view: SourceView, language: Language) -> list[str]:
    if view.rows_read is None:
        return []
    told = [listed_wording.READ_ROWS.filled(read=view.rows_read, refused=len(view.refused)).in_(language)]
    told += [words.in_(language) for words in view.refused[:_REFUSALS_SHOWN]]
    more = len(view.refused) - _REFUSALS_SHOWN
    if more > 0:
        told.append(listed_wording.MORE_REFUSED.filled(more=more, id=short(view.source.id)).in_(language))
    return told


def _method(page: Method, anchors: Anchors) -> MethodSheet:
    language = anchors.report.language
    parameters = None
    if page.parameters:
        parameters = Grid(
            caption=wording.PARAMETERS_OF.filled(method=page.name).in_(language),
            heads=(wording.PARAMETER.in_(language), wording.VALUE.in_(language)),
            rows=tuple(
                Row((Cell(name, tone="code"), Cell(print_value(value, language), tone="number")))
                for name, value in page.parameters
            ),
        )
    return MethodSheet(
        anchor=method_anchor(page.name),
        method=page.name,
        title=page.title.in_(language),
        does=page.does.in_(language),
        limits=page.limits.in_(language),
        parameters=parameters,
        references=page.references,
        findings=tuple(anchors.links[finding.id] for finding in anchors.report.findings if finding.method == page.name),
    )


def _commands(report: Report) -> tuple[Command, ...]:
    head = " ".join(f"--head {name}" for name in report.heads)
    epoch = int(report.as_of.timestamp())
    lines = (
        (f"temoin verify {report.name} {head}".strip(), wording.DOES_VERIFY),
        (f"SOURCE_DATE_EPOCH={epoch} temoin build {report.name} --language {report.language}", wording.DOES_BUILD),
        (f"temoin verify {report.name} --rebuild", wording.DOES_REBUILD),
        (f"temoin show {report.name} {short(report.findings[0].id) if report.findings else 'ID'}", wording.DOES_SHOW),
    )
    return tuple(Command(line, does.in_(report.language)) for line, does in lines)
