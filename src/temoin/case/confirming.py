"""A person's decision on the tables of a source: confirmed as proposed, changed and confirmed, or refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from temoin.case.by_hand import changes_by_hand, is_by_hand, kept
from temoin.case.confirmed import Section, keep_sections
from temoin.case.folder import Case
from temoin.case.journal import Entry
from temoin.case.likeness import header_words
from temoin.case.over_all import OVER_ALL, is_over_all, said_over_all
from temoin.case.settings import ConfirmedTable
from temoin.case.tabling import SourceTables, TableView, key_for
from temoin.documents.tables.headers import Meaning, amount_meaning, measure_in, parse_meaning, platform_in
from temoin.documents.tables.plans import AROUND
from temoin.documents.tables.questions import whose
from temoin.documents.tables.units import Unit
from temoin.errors import CaseError, InputError
from temoin.evidence import Source
from temoin.words import Words


@dataclass(frozen=True, slots=True)
class TablesDecided:
    """What a person says of the tables of a source.

    Parameters
    ----------
    decision : accept, reject or correct
    by : who decides
    changes : for correct, what columns hold, by column name or by ``TABLE:COLUMN``
    why : in the person's words
    """

    decision: str
    by: str
    changes: Mapping[str, str] = field(default_factory=dict)
    why: str | None = None


def decide_tables(case: Case, source: Source, tables: SourceTables, said: TablesDecided) -> list[Entry]:
    """Write a decision into the journal and into temoin.toml; the same one is not written twice.

    Accepting takes every table that is proposed; correcting takes the tables whose columns are named; rejecting takes
    all of them.

    Raises
    ------
    InputError : a column that is not there, a meaning that cannot be, a question left open: nothing is written
    CaseError : no table to decide on; temoin.toml cannot be written
    """
    by_hand = changes_by_hand(tables, said.changes) if said.decision == "correct" else {}
    columns = {name: text for name, text in said.changes.items() if not (by_hand and _is_hand_only(tables, name))}
    chosen = [] if by_hand and not columns else _chosen(tables, replace(said, changes=columns))
    sections: dict[str, Section] = {}
    for view, meanings in chosen:
        pairs = tuple((each.name, str(meanings.get(each.name) or "")) for each in view.found.columns)
        key = key_for(case.settings.tables, view.found, source, meanings)
        table = replace(_standing(case, key), columns=pairs, by=said.by, rejected=said.decision == "reject")
        sections.setdefault(key, Section(key, table, _shown(source, view)))
    for view in tables.views:
        if changed := by_hand.get(view.found.rank):
            key = view.found.key
            standing = sections[key].table if key in sections else _standing(case, key)
            table = replace(kept(standing, source, view, changed), by=said.by)
            sections[key] = Section(key, table, _shown(source, view))
    entries = [_journaled(case, source, section, said) for section in sections.values()]
    keep_sections(case, list(sections.values()))
    return entries


def _standing(case: Case, key: str) -> ConfirmedTable:
    return case.settings.tables.get(key, ConfirmedTable(()))


def _shown(source: Source, view: TableView) -> str:
    return f"{source.name or source.id[:10]}, {view.found.sheet}"


def _is_hand_only(tables: SourceTables, name: str) -> bool:
    return is_by_hand(name) and not any(_column(view, name) for view in tables.views)


def _chosen(tables: SourceTables, said: TablesDecided) -> list[tuple[TableView, Mapping[str, Meaning | None]]]:
    if said.decision == "correct":
        found = _corrected(tables, said.changes)
    elif said.decision == "reject":
        found = [(view, view.meanings) for view in tables.views]
    else:
        found = [(view, view.meanings) for view in tables.views if view.status in {"proposed", "confirmed", "refused"}]
        found = [(view, meanings) for view, meanings in found if any(meanings.values())]
        for view, _ in found:
            if view.status == "proposed" and view.found.problems:
                raise _open_question(view)
    if not found:
        raise CaseError(
            Words(
                "aucun tableau proposé dans cette source ; dites ce que tient chaque colonne, par "
                'review AFFAIRE SOURCE correct "COLONNE=CHAMP"',
                "no table is proposed in this source; say what each column holds, with "
                'review CASE SOURCE correct "COLUMN=FIELD"',
            )
        )
    return found


def _open_question(view: TableView) -> InputError:
    return InputError(
        f"{view.found.sheet}, table {view.found.rank}",
        Words("une question reste ouverte", "a question is open"),
        view.found.problems[0],
    )


def _corrected(
    tables: SourceTables, changes: Mapping[str, str]
) -> list[tuple[TableView, Mapping[str, Meaning | None]]]:
    if not changes:
        raise InputError(
            "review correct",
            Words("« correct » va avec COLONNE=CHAMP", '"correct" goes with COLUMN=FIELD'),
            Words('par exemple "Abonnés=measure:followers"', 'for instance "Abonnés=measure:followers"'),
        )
    found: list[tuple[TableView, Mapping[str, Meaning | None]]] = []
    for name in changes:
        if not any(_column(view, name) for view in tables.views):
            raise _no_column(name, tables)
    for view in tables.views:
        own = {column: text for name, text in changes.items() if (column := _column(view, name))}
        if not own:
            continue
        meanings = _changed(view, own)
        _require_one_table(view, meanings)
        _require_somebody(view, meanings)
        found.append((view, meanings))
    return found


def _changed(view: TableView, own: Mapping[str, str]) -> dict[str, Meaning | None]:
    """What columns hold once changed one by one, then all together."""
    over = {column: text for column, text in own.items() if is_over_all(column, text)}
    named = {column: text for column, text in own.items() if column not in over}
    meanings = dict(view.meanings)
    for column, text in named.items():
        meanings[column] = _completed(column, text, view.meanings.get(column))
    meanings = _without_others(meanings, set(named))
    for column, text in over.items():
        meanings = said_over_all(column, text, meanings)
    return meanings


def _require_somebody(view: TableView, meanings: Mapping[str, Meaning | None]) -> None:
    """Counts that were asked whose they are are not confirmed before somebody says it."""
    for question in whose(meanings) if view.status == "proposed" else ():
        raise InputError(
            f"{view.found.sheet}, table {view.found.rank}",
            Words("une question reste ouverte", "a question is open"),
            question,
        )


def _column(view: TableView, name: str) -> str | None:
    """The column that a name is: whole, or after the number or the sheet of its table."""
    known = {header_words(each.name): each.name for each in view.found.columns} | {
        each: each for each in (*AROUND, *OVER_ALL)
    }
    if header_words(name) in known:
        return known[header_words(name)]
    table, _, column = name.partition(":")
    if header_words(table) in {str(view.found.rank), header_words(view.found.sheet)}:
        return known.get(header_words(column))
    return None


def _completed(column: str, text: str, before: Meaning | None) -> Meaning | None:
    """What the person did not say stays what the header says."""
    said = parse_meaning(text)
    if said is None:
        return None
    if said.field == "amount":
        base = before if before is not None and before.field == "amount" else amount_meaning(column, Unit())
    elif said.field == "value":
        own = Meaning("value", measure=measure_in(column), platform=platform_in(column))
        base = before if before is not None and before.field == "value" else own
    else:
        return said
    settings = text if ":" in text.split(",", maxsplit=1)[0] else text.partition(",")[2]
    pieces = [piece for piece in (str(base).partition(",")[2], settings) if piece]
    return parse_meaning(",".join((said.field, *pieces)))


def _without_others(meanings: dict[str, Meaning | None], own: set[str]) -> dict[str, Meaning | None]:
    """A field that holds once goes to the column that the person named, and leaves the one proposed."""
    taken = {meaning.field for name in own if (meaning := meanings[name]) and meaning.field not in {"value", "amount"}}
    return {
        name: None if meaning is not None and name not in own and meaning.field in taken else meaning
        for name, meaning in meanings.items()
    }


def _require_one_table(view: TableView, meanings: Mapping[str, Meaning | None]) -> None:
    tables = {meaning.table for meaning in meanings.values() if meaning is not None}
    figures = {meaning.field for meaning in meanings.values() if meaning is not None}
    if len(tables) > 1 and not {"value", "amount"} <= figures:
        told = ", ".join(f"{name}={meaning}" for name, meaning in meanings.items() if meaning is not None)
        raise InputError(
            f"{view.found.sheet}, table {view.found.rank}",
            Words(f"champs de deux tables à la fois : {told}", f"fields of two tables at once: {told}"),
            Words("laissez de côté les colonnes de l’une, par COLONNE=", "leave the columns of one out, with COLUMN="),
        )


def _no_column(name: str, tables: SourceTables) -> InputError:
    known = " | ".join(dict.fromkeys(each.name for view in tables.views for each in view.found.columns))
    return InputError(
        name,
        Words("aucun tableau de cette source n’a cette colonne", "no table of this source has this column"),
        Words(f"colonnes : {known}", f"columns: {known}"),
    )


def _journaled(case: Case, source: Source, section: Section, said: TablesDecided) -> Entry:
    body: dict[str, object] = {
        "mapping": section.key,
        "source": source.id,
        "decision": "reject" if section.table.rejected else "accept",
        "columns": [list(pair) for pair in section.table.columns],
    }
    if section.table.rows:
        body["rows"] = [[each.source, each.sheet, each.row, each.kind] for each in section.table.rows]
    if section.table.layout:
        body["layout"] = section.table.layout
    if said.why:
        body["why"] = said.why
    standing = case.state.mappings.get(section.key)
    if standing is not None and standing.author == said.by and _same(standing.body, body):
        return standing
    return case.write("reviewed", body, said.by)


def _same(stands: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    return all(stands.get(name) == wanted.get(name) for name in ("decision", "columns", "why", "rows", "layout"))
