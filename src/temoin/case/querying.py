"""One SELECT over what a case derived, in DuckDB in memory, with external access off and the configuration locked."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from temoin.audience import AUDIENCE
from temoin.case.analysis import Analysis
from temoin.case.proposing import proposed_values
from temoin.case.tabling import DECLARED
from temoin.dossier.report import StatementView
from temoin.errors import CaseError
from temoin.evidence import STATEMENTS, Finding
from temoin.evidence.digest import canonical
from temoin.evidence.statement import statements_frame
from temoin.outages.tables import OUTAGES, REPORTED, SIGNALS
from temoin.spending import LEDGER
from temoin.table import UTC_TIME, Column, Table
from temoin.words import Words

_ALLOWED: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "160MB", "threads": 2}
_ROWS_AT_ONCE = 8_192
_UNSAID = Words("non dit", "not said")


def _text(name: str, fr: str, en: str, *, maybe: bool = False) -> Column:
    return Column(name, pl.String(), Words(fr, en), null=_UNSAID if maybe else None)


SOURCES = Table(
    "sources",
    Words("Sources du dossier, sans les personnelles", "Sources of the case, personal ones left out"),
    (
        _text("id", "SHA-256 des octets", "SHA-256 of the bytes"),
        _text("kind", "nature du fichier", "kind of file"),
        _text("name", "nom reçu", "name as received", maybe=True),
        _text("title", "titre", "title", maybe=True),
        _text("publisher", "éditeur", "publisher", maybe=True),
        _text("published", "date de publication", "date of publication", maybe=True),
        _text("language", "langue", "language", maybe=True),
        _text("genre", "genre", "genre", maybe=True),
        _text("visibility", "visibilité", "visibility", maybe=True),
        _text("reliability", "fiabilité, Amirauté A à F", "reliability, Admiralty A to F"),
        Column("size", pl.Int64(), Words("taille", "size"), "bytes"),
        Column("added_at", UTC_TIME, Words("ajoutée le", "added at"), "UTC"),
        _text("added_by", "ajoutée par", "added by"),
    ),
    key=("id",),
)
FINDINGS = Table(
    "findings",
    Words("Constats des méthodes", "What the methods conclude"),
    (
        _text("id", "identifiant", "identifier"),
        _text("lens", "optique", "lens"),
        _text("method", "méthode et version", "method and version"),
        _text("verdict", "verdict", "verdict", maybe=True),
        _text("because", "motif", "because", maybe=True),
        _text("words_fr", "conclusion en français", "conclusion in French"),
        _text("words_en", "conclusion en anglais", "conclusion in English"),
        _text("numbers", "résultats, en JSON", "results, as JSON"),
    ),
    key=("id",),
)
REVIEWS = Table(
    "reviews",
    Words("Décisions des personnes", "Decisions of people"),
    (
        _text("statement", "énoncé", "statement"),
        _text("decision", "décision", "decision"),
        _text("decided_by", "par", "by", maybe=True),
        _text("why", "pourquoi", "why", maybe=True),
    ),
    key=("statement",),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: column names and rows."""

    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]


def query(analysis: Analysis, sql: str) -> Answer:
    """Return what one SELECT gives over the tables of a case.

    Raises
    ------
    CaseError : not one SELECT, or DuckDB refuses it
    """
    try:
        statements = duckdb.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise CaseError(
                Words("query : un seul SELECT est permis", "query: one SELECT is allowed, and nothing else")
            )
        # In memory; what does not fit in that allowed lies in a folder that is nobody else's, gone with the answer.
        with (
            tempfile.TemporaryDirectory(prefix="temoin-") as folder,
            duckdb.connect(config=_ALLOWED | {"temp_directory": folder}) as connection,
        ):
            _load(connection, analysis, Path(folder), connection.get_table_names(sql))
            found = connection.execute(sql)
            columns = tuple(column[0] for column in found.description or ())
            return Answer(columns, found.fetchall())
    except OSError as error:
        raise _no_room(error) from error
    except duckdb.Error as error:
        names = ", ".join(table.name for table in TABLES)
        said = str(error).splitlines()[0]
        raise CaseError(Words(f"query : {said} ; tables : {names}", f"query: {said}; tables: {names}")) from error


def _no_room(error: OSError) -> CaseError:
    said = error.strerror or str(error)
    folder = tempfile.gettempdir()
    return CaseError(
        Words(
            f"query : le dossier temporaire {folder} ne peut être écrit ({said}) ; libérez de la place, ou "
            "désignez-en un autre par TMPDIR",
            f"query: the temporary folder {folder} cannot be written to ({said}); free some room, or name another "
            "one with TMPDIR",
        )
    )


TABLES = (SOURCES, STATEMENTS, FINDINGS, REVIEWS, SIGNALS, OUTAGES, REPORTED, AUDIENCE, LEDGER)


def _load(connection: duckdb.DuckDBPyConnection, analysis: Analysis, folder: Path, named: set[str]) -> None:
    """Every table is there; only those that are named hold their rows, a million of which weigh hundreds of MB."""
    wanted = {name.casefold() for name in named}
    connection.execute("SET TimeZone = 'UTC'")
    for table in TABLES:
        connection.execute(table.ddl())
        if table.name not in wanted:
            continue
        path = folder / f"{table.name}.parquet"
        for frame in _frames(table.name, analysis):
            frame.write_parquet(path, row_group_size=_ROWS_AT_ONCE)
            connection.execute(f"INSERT INTO {table.name} SELECT * FROM read_parquet(?)", [str(path)])  # noqa: S608 - our own declared names
            path.unlink()
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _frames(name: str, analysis: Analysis) -> Iterator[pl.DataFrame]:
    open_sources = {each.source.id for each in analysis.sources if not each.source.personal}
    views = [view for each in analysis.sources if not each.source.personal for view in each.views]
    if name == "statements":
        for batch in range(0, len(views), _ROWS_AT_ONCE):
            yield statements_frame([view.statement for view in views[batch : batch + _ROWS_AT_ONCE]])
        return
    if (declared := next((each for each in DECLARED if each == name), None)) is not None:
        yield from (piece for each in analysis.sources if each.tables for piece in each.tables.pieces(declared))
        return
    frames: dict[str, Callable[[], pl.DataFrame]] = {
        "sources": lambda: _sources(analysis),
        "findings": lambda: _findings(analysis, open_sources),
        "reviews": lambda: _reviews(views),
        "signals": lambda: analysis.signals.filter(pl.col("source").is_in(sorted(open_sources))),
        "outages": lambda: analysis.outages if _all_open(analysis) else OUTAGES.empty(),
        "reported": lambda: analysis.reported.filter(pl.col("source").is_in(sorted(open_sources))),
    }
    yield frames[name]()


def _all_open(analysis: Analysis) -> bool:
    return not any(each.source.personal and each.signals.height for each in analysis.sources)


def _sources(analysis: Analysis) -> pl.DataFrame:
    rows = []
    for each in analysis.sources:
        if each.source.personal:
            continue
        proposed = proposed_values(each.proposals)
        record = each.source.record()
        rows.append(
            {name: record.get(name, proposed.get(name)) for name in SOURCES.schema.names()}
            | {
                "kind": each.reader.kind,
                "added_at": each.added.entry.time,
                "added_by": each.added.entry.author,
            }
        )
    return SOURCES.frame(rows)


def _findings(analysis: Analysis, open_sources: set[str]) -> pl.DataFrame:
    statements = {view.statement.id: view.statement.source for each in analysis.sources for view in each.views}

    def is_open(finding: Finding) -> bool:
        drawn_from = {statements.get(name, name.partition("#")[0]) for name in finding.evidence}
        return not any(each.source.personal and each.source.id in drawn_from for each in analysis.sources) and bool(
            open_sources
        )

    return FINDINGS.frame(
        [
            {
                "id": finding.id,
                "lens": finding.lens,
                "method": finding.method,
                "verdict": finding.verdict,
                "because": finding.because,
                "words_fr": finding.words.fr,
                "words_en": finding.words.en,
                "numbers": canonical(dict(finding.numbers)).decode(),
            }
            for finding in analysis.findings
            if is_open(finding)
        ]
    )


def _reviews(views: list[StatementView]) -> pl.DataFrame:
    return REVIEWS.frame(
        [
            {"statement": view.statement.id, "decision": view.decision, "decided_by": view.by, "why": view.why}
            for view in views
            if view.decision != "proposed"
        ]
    )
