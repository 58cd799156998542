"""Building the internal dossier: analysis, report, HTML and PDF, each file put in place whole."""

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from temoin import __version__
from temoin.case.adding import clear_remains
from temoin.case.analysis import Analysis, Progress, ReadSource, analyse
from temoin.case.custody import custody_of
from temoin.case.derived import Derived
from temoin.case.durable import write_durably
from temoin.case.folder import Case
from temoin.case.methods import METHODS
from temoin.case.placing import place_figures
from temoin.case.proposing import Proposing, case_proposals, proposed_values
from temoin.case.record import build_key, dossier_files, forget_record, is_current, standing_files, write_record
from temoin.dossier.charts import ChartMaker, render_svg
from temoin.dossier.html import render_html
from temoin.dossier.pdf import render_pdf
from temoin.dossier.report import DocumentView, OutageChapter, Proposal, Report, SourceView
from temoin.evidence.digest import digest_text, short
from temoin.outages.measure.listed import rows_within
from temoin.outages.places import place_label
from temoin.period import UTC
from temoin.words import Language
from temoin.world import main_zone

_CHARTS = "chart/1"
_LONGEST_WORKBOOK = 200_000
_EMPTY_CASE = dt.datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, what it could not read, and whether anything had to be done."""

    files: tuple[Path, ...]
    analysis: Analysis | None
    fresh: bool


def build(case: Case, language: Language, progress: Progress | None = None) -> Built:
    """Build the internal dossier in one language; nothing is done where nothing changed.

    The dossier knows no clock but the journal's: the same originals, journal, settings and program give the same bytes.
    """
    case.sweep()
    clear_remains(case)
    files = dossier_files(case, language)
    if is_current(case, language):
        return Built(files, None, fresh=False)
    kept = standing_files(case).difference(files)
    analysis = analyse(case, progress)
    pages = _rendered(analysis, language)
    forget_record(case)
    for path in case.dossier.glob("dossier.*"):
        if path not in kept:
            path.unlink()
    for path in files:
        write_durably(path, pages[path.name])
    write_record(case, build_key(case), sorted(kept.union(files)))
    Derived(case).forget_shared(untouched_only=True)
    return Built(files, analysis, fresh=True)


def render(case: Case, language: Language) -> dict[str, bytes]:
    """Return the dossier's files by name, without writing them."""
    return _rendered(analyse(case), language)


def _rendered(analysis: Analysis, language: Language) -> dict[str, bytes]:
    report = make_report(analysis, language)
    charts = _remembered_charts(analysis)
    # Typst works outside Python's lock: the PDF is set beside the page, and takes no longer for it.
    with ThreadPoolExecutor(max_workers=1) as beside:
        paper = beside.submit(render_pdf, report, charts)
        page = render_html(report, charts)
        return {f"dossier.{language}.html": page, f"dossier.{language}.pdf": paper.result()}


def make_report(analysis: Analysis, language: Language) -> Report:
    """Return everything the dossier room needs to set a case on pages."""
    case, settings = analysis.case, analysis.case.settings
    documents = [
        Proposing(each.source, each.document, each.proposals) for each in analysis.sources if each.document is not None
    ]
    proposals = case_proposals(settings, documents, analysis.signals)
    named = {finding.method for finding in analysis.findings}
    named |= {view.statement.extractor for each in analysis.sources for view in each.views}
    measured = OutageChapter(
        analysis.signals,
        analysis.measures.expected,
        analysis.picks,
        analysis.outages,
        rows_within(analysis.reported, analysis.signals, analysis.asked),
    )
    notes = tuple(_source_view(case, each) for each in analysis.sources if each.source.genre == "note")
    cited = tuple(dict.fromkeys(name for finding in analysis.findings for name in finding.evidence))
    return Report(
        language=language,
        name=case.name,
        title=settings.title or case.name,
        question=settings.question,
        as_of=case.journal.as_of or _EMPTY_CASE,
        zone=settings.zone or _zone_proposed(proposals),
        heads=case.journal.heads,
        program=f"temoin {__version__}",
        synthetic=settings.synthetic,
        proposals=proposals,
        sources=tuple(_source_view(case, each) for each in analysis.sources),
        documents=tuple(_document_view(case, each, cited) for each in analysis.sources if _is_set_on_pages(each)),
        findings=analysis.findings,
        methods=tuple(method for method in METHODS if method.name in named),
        outages=measured if analysis.signals.height or measured.reported.height else None,
        notes=notes,
        places={place: place_label(place) for place in analysis.signals["place"].unique()},
    )


def _zone_proposed(proposals: tuple[Proposal, ...]) -> str:
    code = proposed_values(proposals).get("country", "")
    return main_zone(code) if len(code) == 2 and code.isupper() else "UTC"


def _source_view(case: Case, each: ReadSource) -> SourceView:
    return SourceView(
        source=each.source,
        kind=each.reader.kind,
        kind_label=each.reader.label,
        proposals=each.proposals,
        sealed=each.sealed,
        added_at=each.added.entry.time,
        added_by=each.added.entry.author,
        trouble=each.trouble,
        rows_read=each.listing.reported.height if each.listing else None,
        refused=tuple(refusal.words for refusal in each.refused),
        custody=custody_of(case, each),
    )


def _is_set_on_pages(each: ReadSource) -> bool:
    """A workbook of a thousand pages is asked by query, not printed."""
    return each.document is not None and (each.tables is None or len(each.document.text) <= _LONGEST_WORKBOOK)


def _document_view(case: Case, each: ReadSource, cited: tuple[str, ...]) -> DocumentView:
    assert each.document is not None
    placed = place_figures(case, each, cited)
    # What a person decided on is shown, whatever the page meant by it.
    shown = tuple(view for view in each.views if view.statement.claim or view.decision != "proposed")
    return DocumentView(
        source=each.source,
        title=proposed_values(each.proposals).get("title") or each.source.name or short(each.source.id),
        text=each.document.text,
        pages=tuple((page.number, page.start, page.end) for page in each.document.pages),
        statements=shown,
        places=placed.places,
        page_pictures=placed.pages,
        set_apart=len(each.views) - len(shown),
    )


def _remembered_charts(analysis: Analysis) -> ChartMaker:
    derived = Derived(analysis.case)
    personal = any(each.source.personal for each in analysis.sources)
    one_at_a_time = Lock()

    def chart(spec: dict[str, object]) -> str:
        if personal:
            return render_svg(spec)
        name = digest_text(f"{_CHARTS} {version('vl-convert-python')} {json.dumps(spec, sort_keys=True)}")[:16]
        with one_at_a_time:
            held = derived.held(f"chart-{name}.svg")
            if held is None:
                held = render_svg(spec).encode()
                derived.hold(f"chart-{name}.svg", held)
            return held.decode()

    return chart
