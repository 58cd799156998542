"""Tables of people in a case: found, proposed, confirmed once, and read into the declared tables.

The rule is temoin.toml: a table is read as its section there says, and not at all without one. The journal's entry that
a confirmation leaves beside it is a proof of who decided and when.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal

import polars as pl

from temoin.audience import AUDIENCE
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.held_frames import GrowingFrame, HeldFrame
from temoin.case.likeness import (
    difference,
    header_words,
    is_currency_by_hand,
    is_of_other_day,
    most_like,
    read_again,
    series_key,
)
from temoin.case.settings import ConfirmedTable, RowSaid
from temoin.documents.readers import BOOKS
from temoin.documents.tables.given import ByHand
from temoin.documents.tables.grid import Book
from temoin.documents.tables.headers import Meaning, TableName, parse_meaning
from temoin.documents.tables.mapping import plan_tables
from temoin.documents.tables.plans import ColumnPlan, TablePlan
from temoin.documents.tables.questions import problems_of
from temoin.documents.tables.regions import Apart
from temoin.documents.tables.remarks import remarks_on
from temoin.documents.tables.rows import MOST_UNREAD, rows_by_batches
from temoin.documents.tables.turned import block_of
from temoin.errors import CaseError
from temoin.evidence import Source
from temoin.evidence.digest import digest
from temoin.spending import LEDGER
from temoin.table import Table
from temoin.words import Words

VERSION = 4
"""Raised whenever the same sheets would give other tables, proposals or rows."""
DECLARED: Mapping[TableName, Table] = {"audience": AUDIENCE, "ledger": LEDGER}
Status = Literal["proposed", "confirmed", "refused", "open", "unknown"]
STATUS: Mapping[Status, Words] = {
    "proposed": Words("proposé, à confirmer", "proposed, to be confirmed"),
    "confirmed": Words("confirmé", "confirmed"),
    "refused": Words("refusé : non lu", "refused: not read"),
    "open": Words("confirmé, mais une question reste ouverte : non lu", "confirmed, but a question is open: not read"),
    "unknown": Words("aucune colonne reconnue : non lu", "no column recognised: not read"),
}
_MOST_APART = 500
_SHORTEST = 6
_NOTED = ("open", "unread", "told")
_WORDS = {"fr": pl.String, "en": pl.String}


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table found in a source.

    Parameters
    ----------
    rank : in its file, from 1
    header, last : first row of its header, its last row
    rows : how many rows of data it has
    runs : those rows, as first and last of each run
    left, right : first and last column
    turned : its records are columns
    heading_end : last row of its header; its last column where turned
    told : what a person should hear of how it would be read
    columns : what each is proposed to hold
    """

    rank: int
    sheet: str
    key: str
    table: TableName | None
    header: int
    last: int
    rows: int
    runs: tuple[tuple[int, int], ...]
    left: int
    right: int
    columns: tuple[ColumnPlan, ...]
    problems: tuple[Words, ...]
    apart: tuple[Apart, ...]
    set_apart: int
    turned: bool = False
    heading_end: int = 0
    told: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class TableView:
    """A table found, with the decision on it.

    Parameters
    ----------
    meanings : what each column holds, by name: as confirmed, else as proposed
    by : who confirmed or refused it, as temoin.toml says
    changed : in what it differs from a table confirmed before, where it is like one
    unread : questions that stand open, and the first cells that could not be read
    told : what a person should hear of how it is read
    """

    found: FoundTable
    status: Status
    meanings: Mapping[str, Meaning | None]
    by: str | None = None
    changed: Words | None = None
    unread: tuple[Words, ...] = ()
    told: tuple[Words, ...] = ()

    @property
    def table(self) -> TableName | None:
        """The declared table that its rows are of."""
        return next(iter(self.tables), None)

    @property
    def tables(self) -> tuple[TableName, ...]:
        """The declared tables that its rows are of: both where it holds counts and amounts."""
        return _tables_of(self.meanings)


@dataclass(frozen=True, slots=True)
class SourceTables:
    """The tables of a source, what a person should hear of its sheets, and the rows that confirmed mappings read."""

    views: tuple[TableView, ...] = ()
    told: tuple[Words, ...] = ()
    held: Mapping[TableName, HeldFrame] = field(default_factory=dict)

    @property
    def audience(self) -> pl.DataFrame:
        """The rows of an audience, table ``AUDIENCE``; made anew each time, a million weigh hundreds of megabytes."""
        return pl.concat([AUDIENCE.empty(), *self.pieces("audience")])

    @property
    def ledger(self) -> pl.DataFrame:
        """The rows of spending, table ``LEDGER``; made anew each time."""
        return pl.concat([LEDGER.empty(), *self.pieces("ledger")])

    def pieces(self, name: TableName) -> Iterator[pl.DataFrame]:
        """Yield the rows of a declared table in order, some ten thousands at a time."""
        if name in self.held:
            for piece in self.held[name].pieces():
                yield DECLARED[name].require(piece)


def gives_tables(source: Source) -> bool:
    """Return whether a source is of a kind that holds tables of people."""
    return source.reading.kind in BOOKS


def without_tables(source: str) -> CaseError:
    """Return the error for a decision on the tables of a source that shows none here: personal, or not readable."""
    return CaseError(
        Words(
            f"{source[:10]} : source personnelle ou illisible, ses tableaux ne sont pas lus ; si elle ne dit rien "
            "de personne, effacez-la et ajoutez-la avec --not-personal",
            f"{source[:10]}: personal or unreadable, its tables are not read; if it tells of nobody, erase it and "
            "add it with --not-personal",
        )
    )


def tables_of(case: Case, derived: Derived, source: Source) -> SourceTables | None:
    """Return the tables of a source with the decisions on them; None for one of another kind, or a personal one.

    Raises
    ------
    InputError : the source cannot be read
    """
    if not gives_tables(source) or source.personal:
        return None
    said = said_by_hand(case.settings.tables, source)
    found, told = _found(derived, source, said)
    views = tuple(_view(case.settings.tables, each, source) for each in found)
    settled = {view.found.rank: view.meanings for view in views if view.status == "confirmed"}
    if not settled:
        return SourceTables(views, told)
    meant = [[rank, [[name, str(each or "")] for name, each in held.items()]] for rank, held in settled.items()]
    key = digest([VERSION, meant, _plainly(said)])
    held = derived.held_frames(source, key, lambda: _read(source, settled, derived, said), (*DECLARED, "unread"))
    unread = held["unread"].frame()
    views = tuple(_with_unread(view, unread) for view in views)
    return SourceTables(views, told, {name: held[name] for name in DECLARED})


def of_source(said: RowSaid, source: Source) -> bool:
    """Return whether what was said of a row is about a source."""
    return len(said.source) >= _SHORTEST and source.id.startswith(said.source)


def said_by_hand(confirmed: Mapping[str, ConfirmedTable], source: Source) -> ByHand:
    """Return what temoin.toml says of the rows of a source and of the layout of tables."""
    rows = {
        key: {(said.sheet, said.row): said.kind for said in table.rows if of_source(said, source)}
        for key, table in confirmed.items()
    }
    layouts = {key: table.layout for key, table in confirmed.items() if table.layout}
    return ByHand({key: own for key, own in rows.items() if own}, layouts)


def _plainly(said: ByHand) -> list[object]:
    rows = [[key, sorted([*place, kind] for place, kind in own.items())] for key, own in sorted(said.rows.items())]
    return [rows, sorted(said.layouts.items())]


def _found(derived: Derived, source: Source, by_hand: ByHand) -> tuple[tuple[FoundTable, ...], tuple[Words, ...]]:
    def plan() -> dict[str, pl.DataFrame]:
        book, plans = _planned(source, derived, by_hand)
        said = {"tables": [_record(each) for each in plans], "told": [[each.fr, each.en] for each in book.told]}
        return {"plans": pl.DataFrame({"said": [json.dumps(said, ensure_ascii=False)]})}

    frame = derived.frames(source, digest([VERSION, _plainly(by_hand)]), plan, ("plans",))["plans"]
    said = json.loads(frame["said"][0])
    return tuple(_of_record(each) for each in said["tables"]), tuple(Words(*each) for each in said["told"])


def _planned(source: Source, derived: Derived, by_hand: ByHand) -> tuple[Book, list[TablePlan]]:
    book = derived.book(source)
    return book, plan_tables(book.grids, source.reading, by_hand)


def _read(
    source: Source, settled: Mapping[int, Mapping[str, Meaning | None]], derived: Derived, by_hand: ByHand
) -> dict[str, HeldFrame]:
    book, plans = _planned(source, derived, by_hand)
    grids = {grid.name: grid for grid in book.grids}
    frames = {name: GrowingFrame(table.empty()) for name, table in DECLARED.items()}
    unread: list[dict[str, object]] = []
    for plan in plans:
        meanings = settled.get(plan.rank)
        if meanings is None:
            continue
        grid = grids[plan.sheet]
        tables = _tables_of(meanings)
        problems = list(problems_of(grid, plan, meanings, source.reading))
        unread += _noted(plan, "open", problems)
        if tables and not problems:
            met: list[Words] = []
            for rows in rows_by_batches(grid, plan, meanings, source.reading):
                for table in tables:
                    own = [row for row in rows.rows if ("amount" in row) == (table == "ledger")]
                    frames[table].add(_frame(DECLARED[table], own, source.id))
                met += rows.unread[: MOST_UNREAD - len(met)]
            unread += _noted(plan, "unread", met)
            unread += _noted(plan, "told", remarks_on(grid, plan, meanings, source.reading))
    schema = {"rank": pl.Int64, "kind": pl.String, **_WORDS}
    rest = GrowingFrame(pl.DataFrame(unread, schema=schema))
    return {"unread": rest.held(), **{str(name): frame.held() for name, frame in frames.items()}}


def _tables_of(meanings: Mapping[str, Meaning | None]) -> tuple[TableName, ...]:
    return tuple(dict.fromkeys(meaning.table for meaning in meanings.values() if meaning is not None))


def _noted(plan: TablePlan, kind: str, said: Iterable[Words]) -> Iterable[dict[str, object]]:
    return ({"rank": plan.rank, "kind": kind, "fr": each.fr, "en": each.en} for each in said)


def _frame(table: Table, rows: list[dict[str, object]], source: str) -> pl.DataFrame:
    columns: dict[str, pl.Series] = {}
    for name, dtype in table.schema.items():
        values = (row.get(name) for row in rows)
        if dtype == pl.Float64:
            values = (None if each is None else _double(each) for each in values)
        columns[name] = pl.Series(name, [source] * len(rows) if name == "source" else list(values), dtype=dtype)
    return table.require(pl.DataFrame(columns, schema=table.schema))


def _double(value: object) -> float:
    # A figure of a table is a decimal; whatever else it might be is read as it is printed.
    return float(value) if isinstance(value, Decimal) else float(str(value))


def key_for(
    confirmed: Mapping[str, ConfirmedTable], found: FoundTable, source: Source, meanings: Mapping[str, Meaning | None]
) -> str:
    """Return the key under which a decision stands: of the header, or of one series of files under that header.

    A currency that a person gave to a bare header is no other file's: an unrelated one with the same words asks again.
    """
    own = series_key(found.key, source.name or "", found.sheet)
    said = source.reading.currency
    by_hand = any(is_currency_by_hand(each, meanings.get(each.name), said) for each in found.columns)
    return own if by_hand or own in confirmed else found.key


def _view(confirmed: Mapping[str, ConfirmedTable], found: FoundTable, source: Source) -> TableView:
    said = confirmed.get(series_key(found.key, source.name or "", found.sheet)) or confirmed.get(found.key)
    if said and said.is_decided:
        by_words = {header_words(name): meaning for name, meaning in said.columns}
        meanings = {each.name: parse_meaning(by_words.get(header_words(each.name), "")) for each in found.columns}
        if said.rejected or not is_of_other_day(meanings, found.columns):
            return TableView(found, "refused" if said.rejected else "confirmed", meanings, said.by)
    like = most_like(confirmed, found.columns)
    proposed = {each.name: each.meaning for each in found.columns}
    if like is None:
        return TableView(found, "proposed" if found.table else "unknown", proposed, told=found.told)
    meanings = read_again(like, found.columns)
    status: Status = "proposed" if any(meanings.values()) else "unknown"
    return TableView(found, status, meanings, changed=difference(like, found.columns, meanings), told=found.told)


def _with_unread(view: TableView, unread: pl.DataFrame) -> TableView:
    own = unread.filter(pl.col("rank") == view.found.rank)
    words = {kind: tuple(Words(*row) for row in own.filter(kind=kind).select("fr", "en").rows()) for kind in _NOTED}
    return replace(
        view,
        unread=(*words["open"], *words["unread"]),
        told=words["told"],
        status="open" if words["open"] else view.status,
    )


def _record(plan: TablePlan) -> dict[str, object]:
    heading, rows = plan.region.heading, plan.region.rows
    block = block_of(plan.region, is_turned=plan.turned)
    return {
        "rank": plan.rank, "sheet": plan.sheet, "key": plan.key, "table": plan.table, "header": block.top,
        "last": block.bottom, "rows": len(rows),
        "runs": [[block.top, block.bottom]] if plan.turned else _runs(rows),
        "left": block.left, "right": block.right, "set_apart": len(plan.apart),
        "turned": plan.turned, "heading_end": heading.last, "told": [[each.fr, each.en] for each in plan.told],
        "columns": [
            [each.name, each.number, str(each.meaning or ""), [each.why.fr, each.why.en], each.examples]
            for each in plan.columns
        ],
        "problems": [[each.fr, each.en] for each in plan.problems],
        "apart": [[each.row, each.kind, each.text, [each.why.fr, each.why.en]] for each in plan.apart[:_MOST_APART]],
    }  # fmt: skip


def _runs(rows: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return runs


def _of_record(said: dict[str, Any]) -> FoundTable:
    columns = tuple(
        ColumnPlan(name, number, parse_meaning(meaning), Words(*why), tuple(examples))
        for name, number, meaning, why, examples in said["columns"]
    )
    return FoundTable(
        **said
        | {
            "columns": columns,
            "problems": tuple(Words(*each) for each in said["problems"]),
            "told": tuple(Words(*each) for each in said["told"]),
            "apart": tuple(Apart(row, kind, text, Words(*why)) for row, kind, text, why in said["apart"]),
            "runs": tuple((first, last) for first, last in said["runs"]),
        }
    )
