"""Where each piece of evidence stands in the page: references and ids to anchors."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from temoin.dossier import listed_wording, wording
from temoin.dossier.naming import language_of, title_of
from temoin.dossier.parts import Link
from temoin.dossier.place_wording import subject_label
from temoin.dossier.report import DocumentView, Proposal, Report
from temoin.errors import InputError
from temoin.evidence import Chars, Finding, Locator, PageBox, Rows
from temoin.evidence.digest import SHORT
from temoin.evidence.locator import parse_locator
from temoin.outages.places import place_label
from temoin.outages.signals import signal_named

_LENGTH = SHORT + 2
_CLAUSE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«“])|(?:\s|\u00a0|\u202f)*;\s|, (?:d’après|according to) ")
LISTED_SHOWN = 30
"""How many published rows a place's table shows at most."""


def anchor(kind: str, name: str) -> str:
    """Return the anchor of a thing: the first characters of its id after a letter that says what it is."""
    return f"{kind}-{name[:_LENGTH]}"


def method_anchor(method: str) -> str:
    """Return the anchor of a method's page.

    Examples
    --------
    >>> method_anchor("claims.sum/1")
    'm-claims-sum-1'
    """
    return "m-" + method.replace(".", "-").replace("/", "-")


def proposal_anchor(owner: str, rank: int) -> str:
    """Return the anchor of the proposal of some rank about a source, or about the case."""
    return f"{anchor('a', owner)}-{rank}"


def passage_anchor(place: Chars) -> str:
    """Return the anchor of a passage that is no statement."""
    return f"{anchor('c', place.source)}-{place.start}-{place.end}"


def rows_anchor(place: Rows) -> str:
    """Return the anchor of the table that shows rows of a source."""
    return f"{anchor('r', place.source)}-{place.first}-{place.last}"


def listed_rows(reported: pl.DataFrame, findings: Sequence[Finding]) -> pl.DataFrame:
    """Return the published rows of one place that the page shows: those that findings date, then the earliest.

    Parameters
    ----------
    reported : table ``REPORTED`` of one place
    findings : those of the report
    """
    dated = {reference for one in findings if one.because != "scope" for reference in one.evidence}
    reference = pl.format("{}#row={}", "source", "row")
    first = reported.with_columns(_dated=reference.is_in(sorted(dated)))
    return (
        first.sort("_dated", "began_earliest", "source", "row", descending=[True, False, False, False])
        .drop("_dated")
        .head(LISTED_SHOWN)
    )


def page_anchor(source: str, number: int) -> str:
    """Return the anchor of a page of a document."""
    return f"{anchor('d', source)}-p{number}"


@dataclass(slots=True)
class Anchors:
    """Everything of a report that a link may point at, and who points at it.

    ``passages`` and ``rows`` are what findings and proposals cite beyond statements: the documents and the evidence
    tables show them. ``shown`` are the rows that an event's table shows already. ``listed`` are the rows of ``lists``
    (what others published) that a place's table shows. ``citing`` leads back from an anchor to the findings that rest
    on it.
    """

    report: Report
    links: dict[str, Link] = field(default_factory=dict)
    passages: dict[str, set[Chars]] = field(default_factory=lambda: defaultdict(set))
    rows: set[Rows] = field(default_factory=set)
    citing: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    measured: frozenset[str] = frozenset()
    shown: dict[Rows, str] = field(default_factory=dict)
    listed: frozenset[Rows] = frozenset()
    lists: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.report.outages is not None:
            self.measured = frozenset(self.report.outages.signals["source"].unique())
        self._know_listed()
        self._know_sources()
        self._know_statements()
        self._know_outages()
        for finding in self.report.findings:
            self.links[finding.id] = Link(_brief(finding.words.in_(self.report.language)), anchor("f", finding.id))
        for finding in self.report.findings:
            self._know_citations(finding)
        self._know_proposals("case", self.report.proposals)
        for view in self.report.sources:
            if not view.sealed:
                self._know_proposals(view.source.id, view.proposals)

    def _know_sources(self) -> None:
        for view in (*self.report.sources, *self.report.notes):
            self.links[view.source.id] = Link(
                title_of(view, self.report.language), anchor("x", view.source.id), language_of(view)
            )

    def _know_statements(self) -> None:
        for document in self.report.documents:
            for view in document.statements:
                told = wording.STATEMENT_IN.filled(figure=view.statement.text, title=_cut(document.title))
                self.links[view.statement.id] = Link(
                    told.in_(self.report.language), anchor("s", view.statement.id), self._language(document)
                )

    def _know_outages(self) -> None:
        if self.report.outages is None:
            return
        for name, place in self.report.outages.outages.select("id", "place").iter_rows():
            told = wording.OUTAGE_OF.filled(place=self.place(place))
            self.links[name] = Link(told.in_(self.report.language), anchor("o", name))
        for name, signal, place in self.report.outages.picks.select("id", "signal", "place").iter_rows():
            told = wording.PICK_OF.filled(signal=signal_named(signal).label, place=self.place(place))
            self.links[name] = Link(told.in_(self.report.language), anchor("p", name))

        events = self.report.outages.outages.select("id", "picks").iter_rows()
        event_of = {pick: name for name, picks in events for pick in picks}
        spans = self.report.outages.picks.select("id", "source", "first_row", "last_row").iter_rows()
        self.shown = {Rows(*span): anchor("e", event_of[name]) for name, *span in spans if name in event_of}

    def _know_listed(self) -> None:
        tables = self.report.outages
        if tables is None or tables.reported.is_empty():
            return
        groups = tables.reported.group_by("measured")
        self.lists = frozenset(tables.reported["source"])
        shown = pl.concat([listed_rows(group, self.report.findings) for _, group in groups])
        self.listed = frozenset(Rows(source, row, row) for source, row in shown.select("source", "row").iter_rows())

    def _know_citations(self, finding: Finding) -> None:
        back = self.links[finding.id]
        for reference in finding.evidence:
            link = self.to(reference)
            if link.target and back not in self.citing[link.target]:
                self.citing[link.target].append(back)

    def _know_proposals(self, owner: str, proposals: tuple[Proposal, ...]) -> None:
        for rank, proposal in enumerate(proposals, start=1):
            if proposal.evidence is not None:
                subject = subject_label(proposal.subject)
                told = wording.PROPOSAL_OF.filled(subject=subject, value=proposal.label)
                back = Link(told.in_(self.report.language), proposal_anchor(owner, rank))
                self.citing[self.at(proposal.evidence).target].append(back)

    def place(self, code: str) -> str:
        """Return the name of a place, or its code where the report does not name it."""
        known = self.report.places.get(code)
        if known is not None:
            return known.in_(self.report.language)
        for proposal in self.report.proposals:
            if proposal.subject == "country" and proposal.value == code:
                return proposal.label.in_(self.report.language)
        return place_label(code).in_(self.report.language)

    def to(self, reference: str) -> Link:
        """Return the link of an id or of a reference; without target where the page does not hold it."""
        if reference in self.links:
            return self.links[reference]
        try:
            return self.at(parse_locator(reference))
        except InputError:
            return Link(reference)

    def at(self, place: Locator) -> Link:
        """Return the link of a place in a source."""
        source = self.links.get(place.source)
        if source is None:
            return Link(str(place))
        match place:
            case Chars():
                return self._passage(place, source)
            case Rows():
                return self._rows(place, source)
            case PageBox():
                return self._page(place, source)
            case _:
                return source

    def _passage(self, place: Chars, source: Link) -> Link:
        document = next((one for one in self.report.documents if one.source.id == place.source), None)
        if document is None or not 0 <= place.start < place.end <= len(document.text):
            return source
        quote = " ".join(document.text[place.start : place.end].split())
        if not quote:
            return source
        for view in document.statements:
            if (view.statement.start, view.statement.end) == (place.start, place.end):
                return self.links[view.statement.id]
        self.passages[place.source].add(place)
        told = wording.STATEMENT_IN.filled(figure=_cut(quote), title=_cut(document.title))
        return Link(told.in_(self.report.language), passage_anchor(place), self._language(document))

    def _language(self, document: DocumentView) -> str:
        held = next((view for view in self.report.sources if view.source.id == document.source.id), None)
        return language_of(held) or document.source.language or ""

    def _rows(self, place: Rows, source: Link) -> Link:
        told = wording.ROWS_OF.filled(first=place.first, last=place.last, title=_cut(source.text))
        if place in self.listed:
            one = listed_wording.ROW_OF.filled(row=place.first, title=_cut(source.text))
            return Link(one.in_(self.report.language), rows_anchor(place))
        if place.source in self.lists:
            return source
        if place.source not in self.measured:
            return Link(told.in_(self.report.language), source.target)
        if place in self.shown:
            return Link(told.in_(self.report.language), self.shown[place])
        self.rows.add(place)
        return Link(told.in_(self.report.language), rows_anchor(place))

    def _page(self, place: PageBox, source: Link) -> Link:
        for document in self.report.documents:
            if document.source.id == place.source and any(number == place.page for number, _, _ in document.pages):
                told = wording.PAGE_OF.filled(number=place.page, title=document.title)
                return Link(told.in_(self.report.language), page_anchor(place.source, place.page))
        return source


def _brief(words: str) -> str:
    # A link names a finding; its card, where the link leads, says the whole of it.
    first = _CLAUSE.split(words, maxsplit=1)[0].removesuffix(".")
    return _cut(first, 96)


def _cut(quote: str, most: int = 48) -> str:
    return quote if len(quote) <= most else quote[: most - 1].rstrip() + "…"
