"""From sources to findings: what each source holds, what people decided, what the lenses conclude."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

import polars as pl

from temoin import claims, corroborate, outages
from temoin.audience import AUDIENCE
from temoin.case.checking import check_document
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.kinds import AnyReader, reader_named, unreadable
from temoin.case.measuring import Measures, measure_places
from temoin.case.proposing import document_proposals, proposed_values
from temoin.case.prose import opening_of, prose_of
from temoin.case.reviews import attach, reviews_of, standing, to_check
from temoin.case.state import Added
from temoin.case.tabling import SourceTables, tables_of
from temoin.claims.checks.scopes import find_scopes
from temoin.documents.document import Document
from temoin.documents.remarks import MOST_STATED
from temoin.dossier.report import Proposal, StatementView
from temoin.errors import TemoinError
from temoin.evidence import Finding, Source, Statement
from temoin.evidence.digest import digest
from temoin.evidence.statement import statements_frame, statements_of
from temoin.outages.network_tables import NETWORKS
from temoin.outages.readers import Listing
from temoin.outages.readers.listing import Refusal
from temoin.outages.tables import REPORTED, SIGNALS
from temoin.period import PartialDate, Period
from temoin.spending import LEDGER
from temoin.words import Words
from temoin.world import main_zone

Progress = Callable[[int, int], None]
_OPENING = 20_000


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source of the case with what its reader gave.

    Parameters
    ----------
    document : the text it holds, None for a table or where it could not be read
    signals : what it measures, table ``SIGNALS``
    networks : what it tells of networks, table ``NETWORKS``
    proposals : what it proposes about itself, or what a person said in place of that
    views : its statements with the decisions on them
    listing : what it lists that others published, None where it is no list
    tables : tables of people found in it, None for a source of another kind
    sealed : its key is not at hand
    trouble : why it could not be read
    """

    added: Added
    reader: AnyReader
    document: Document | None
    signals: pl.DataFrame
    proposals: tuple[Proposal, ...] = ()
    views: tuple[StatementView, ...] = ()
    sealed: bool = False
    trouble: Words | None = None
    networks: pl.DataFrame = field(default_factory=NETWORKS.empty)
    listing: Listing | None = None
    tables: SourceTables | None = None

    @property
    def source(self) -> Source:
        """The source as it stands in the journal."""
        return self.added.source

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Rows of a list that were not read; of a personal source they quote nothing here."""
        return () if self.listing is None or self.source.personal else self.listing.refused


@dataclass(frozen=True)
class Analysis:
    """Everything a case amounts to, before it is set on pages."""

    case: Case
    sources: tuple[ReadSource, ...]

    @cached_property
    def settings(self) -> outages.Settings:
        """Parameters of the outage lens, as temoin.toml says."""
        said = self.case.settings.methods.get("outages", {})
        return replace(outages.DEFAULT, falls_below=said.get("falls_below", outages.DEFAULT.falls_below))

    @cached_property
    def signals(self) -> pl.DataFrame:
        """Every measured point, table ``SIGNALS``."""
        return pl.concat([SIGNALS.empty(), *(each.signals for each in self.sources)])

    @cached_property
    def networks(self) -> pl.DataFrame:
        """What tables given to the case tell of networks, table ``NETWORKS``."""
        return pl.concat([NETWORKS.empty(), *(each.networks for each in self.sources)])

    @property
    def reported(self) -> pl.DataFrame:
        """Every row of the lists that others published, table ``REPORTED``."""
        return pl.concat([REPORTED.empty(), *(each.listing.reported for each in self.sources if each.listing)])

    @property
    def audience(self) -> pl.DataFrame:
        """What confirmed tables tell of an audience, table ``AUDIENCE``."""
        return pl.concat([AUDIENCE.empty(), *(each.tables.audience for each in self.sources if each.tables)])

    @property
    def ledger(self) -> pl.DataFrame:
        """What confirmed tables tell of spending, table ``LEDGER``."""
        return pl.concat([LEDGER.empty(), *(each.tables.ledger for each in self.sources if each.tables)])

    @property
    def asked(self) -> dict[str, Period]:
        """The period of the question, country by country; empty where temoin.toml does not give both."""
        said = self.case.settings
        if said.first_day is None or said.last_day is None:
            return {}
        zones = {code: said.zone or main_zone(code) for code in said.countries}
        return {
            code: Period(said.first_day.period(name).begin, said.last_day.period(name).end)
            for code, name in zones.items()
        }

    @cached_property
    def measures(self) -> Measures:
        """What the outage lens gives: tables ``PICKS``, ``OUTAGES``, and ``EXPECTED`` for charts."""
        readings = {each.source.id: _reading(each) for each in self.sources if not each.source.personal}
        return measure_places(self.signals, self.settings, Derived(self.case), readings, self.networks)

    @property
    def picks(self) -> pl.DataFrame:
        """Falls as single signals see them, table ``PICKS``."""
        return self.measures.picks

    @property
    def outages(self) -> pl.DataFrame:
        """Outages of places, table ``OUTAGES``."""
        return self.measures.outages

    @cached_property
    def characters(self) -> pl.DataFrame:
        """How much each outage looks like the cuts that analysts confirmed, table ``CHARACTER``."""
        since = outages.watched_since(self.signals, self.settings)
        return outages.characters(self.outages, self.picks, since=since)

    @cached_property
    def statements(self) -> list[Statement]:
        """Statements that checks may rest on: as decided where decided, never a rejected one."""
        return [statement for each in self.sources for statement in standing(list(each.views))]

    @cached_property
    def to_check(self) -> list[Statement]:
        """Statements read in a picture that nobody has looked at: no check rests on them."""
        return [statement for each in self.sources for statement in to_check(list(each.views))]

    @cached_property
    def checks(self) -> list[Finding]:
        """What the checks on each document alone conclude; what a witness wrote is nobody’s arithmetic to judge."""
        return [
            finding
            for each in self.sources
            if each.document is not None and not each.source.personal
            for finding in check_document(
                each.document.text, each.views, published=_published(each), place=_place(self.case, each.source)
            )
        ]

    @cached_property
    def _scopes(self) -> list[Finding]:
        told = [
            corroborate.Told(each.source.id, tuple(find_scopes(each.document.text)), _published(each))
            for each in self.sources
            if each.document is not None and not each.source.personal
        ]
        return corroborate.compare_scopes(told, publishers=self._publishers)

    def _compared(self, statements: list[Statement]) -> list[Finding]:
        dates = {each.source.id: date for each in self.sources if (date := _published(each))}
        open_ones = [one for one in statements if one.source not in self._personal]
        return [
            *corroborate.compare_onsets(statements, publishers=self._publishers),
            *corroborate.compare_figures(open_ones, publishers=self._publishers, published=dates),
            *corroborate.compare_with_measurements(
                statements, self.outages, self.signals, synthetic=self.case.settings.synthetic
            ),
        ]

    @cached_property
    def _personal(self) -> frozenset[str]:
        return frozenset(each.source.id for each in self.sources if each.source.personal)

    @cached_property
    def _publishers(self) -> dict[str, str]:
        """Whom a source speaks for; a sealed one stays a short id."""
        names: dict[str, str] = {}
        for each in self.sources:
            proposed = proposed_values(each.proposals)
            called = proposed.get("publisher") or proposed.get("title") or each.source.name
            name = each.source.publisher or each.source.who or called
            if name and not each.source.personal:
                names[each.source.id] = name
        return names

    @property
    def _people(self) -> list[Finding]:
        """A made-up case touches nobody."""
        if self.case.settings.synthetic:
            return []
        return outages.people_findings(self.outages, self.picks, networks=self.networks, settings=self.settings)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the methods conclude: disagreements first, then what cannot be told, then the rest."""
        found = [
            *outages.outage_findings(
                self.outages,
                self.picks,
                settings=self.settings,
                networks=self.networks,
                watched=self.measures.watched,
            ),
            *self._people,
            *outages.compare_with_lists(
                self.outages,
                self.picks,
                self.reported,
                self.signals,
                asked=self.asked,
                synthetic=self.case.settings.synthetic,
            ),
            *outages.campaign_findings(self.outages, self.picks, settings=self.settings),
            *outages.character_findings(self.characters, self.outages, self.picks),
            *outages.restated_findings(
                self.signals, {each.source.id: each.source.retrieved_at for each in self.sources}
            ),
            *self.checks,
            *self._scopes,
            *self._compared(self.statements),
            *corroborate.hold_back(self._compared([*self.statements, *self.to_check]), self.to_check),
        ]
        rank = {"disagrees": 0, "cannot_tell": 1, "agrees": 2, None: 3}
        return tuple(sorted(found, key=lambda each: (rank[each.verdict], each.method, each.id)))


def analyse(case: Case, progress: Progress | None = None) -> Analysis:
    """Read what is not read yet and return what the case amounts to.

    A source that cannot be read does not stop the others: it stands in the result with its trouble.

    Raises
    ------
    KeyStoreError : the passphrase of the key store is wrong or not at hand, and a key here needs it
    """
    derived = Derived(case)
    stands = list(case.state.sources.values())
    if any(added.source.personal and case.keys.has(added.source.id) for added in stands):
        case.keys.unlock()
    read = []
    for rank, added in enumerate(stands):
        read.append(_read(case, derived, added))
        if progress is not None:
            progress(rank + 1, len(stands))
    return Analysis(case, tuple(read))


def _read(case: Case, derived: Derived, added: Added) -> ReadSource:
    source = added.source
    reader = reader_named(source.reading.kind or "text")
    nothing = ReadSource(added, reader, None, SIGNALS.empty())
    if not case.vault.readable(source):
        return replace(nothing, sealed=True)
    try:
        if (networks := derived.networks(source)) is not None:
            return replace(nothing, networks=networks)
        if (listing := derived.listing(source)) is not None:
            return replace(nothing, listing=listing)
        # Before the document: the places of a million rows need not wait in memory while their table is read.
        tables = tables_of(case, derived, source)
        document = derived.document(source, light=True) if derived.is_document(source) else None
        signals = SIGNALS.empty() if document is not None else derived.signals(source)
        if document is None:
            return replace(nothing, signals=signals)
        proposals = document_proposals(source, _opening(document, tables))
        views = _views(case, derived, replace(nothing, document=document, proposals=proposals, tables=tables))
        return replace(nothing, document=document, proposals=proposals, views=tuple(views), tables=tables)
    except TemoinError as error:
        shown = unreadable(source, reader, error) if source.personal else error
        return replace(nothing, trouble=shown.words)


def _opening(document: Document, tables: SourceTables | None) -> Document:
    """What proposes: of a workbook, down to its first table, where titles stand; of a very long text, its opening."""
    if tables is None:
        return replace(document, text=opening_of(document.text))
    end = _OPENING
    for view in tables.views[:1]:
        header = document.cells.filter(pl.col("sheet") == view.found.sheet, pl.col("row") == view.found.header)
        end = min([end, *header["start"].head(1)])
    return replace(document, text=document.text[:end])


def _views(case: Case, derived: Derived, each: ReadSource) -> list[StatementView]:
    source, document, proposed = each.source, each.document, proposed_values(each.proposals)
    assert document is not None
    published, place = _published(each), _place(case, source)
    text_hash = source.id if source.personal else document.text_hash  # an id never tells a witness’s words
    prose = None if each.tables is None else prose_of(document, tuple(view.found for view in each.tables.views))

    def extract() -> pl.DataFrame:
        found = claims.read_statements(
            opening_of(document.text) if prose is None else prose.text,
            source=source.id,
            text_hash=text_hash,
            language=proposed.get("language"),
            published=published,
            reading=source.reading,
            place=place,
        )
        return statements_frame(found if prose is None else [prose.back(statement) for statement in found])

    versions = [method.name for method in claims.METHODS]
    said = [proposed.get("language"), proposed.get("published"), place, source.record().get("reading")]
    long = [MOST_STATED] if len(document.text) > MOST_STATED else []
    key = digest([text_hash, versions, said, prose and prose.origins, *long])
    read = statements_of(derived.statements(source, key, extract))
    read = [replace(each, attributed_to=each.attributed_to or source.who) for each in read]
    attached = attach(reviews_of(case, source.id), document.text, text_hash, read)
    return [_recognised(view, document) for view in attached] if document.recognised.height else attached


def _published(each: ReadSource) -> PartialDate | None:
    proposed = proposed_values(each.proposals)
    return PartialDate(proposed["published"]) if "published" in proposed else None


def _place(case: Case, source: Source) -> str | None:
    places = case.settings.countries
    return source.reading.place or (places[0] if len(places) == 1 else None)


def _recognised(view: StatementView, document: Document) -> StatementView:
    statement = view.statement
    confidence = document.confidence_of(statement.start, statement.end)
    return replace(view, statement=replace(statement, recognised=None if confidence is None else round(confidence, 3)))


def _reading(each: ReadSource) -> object:
    return [each.reader.kind, each.reader.version, each.source.record().get("reading"), each.source.name]
