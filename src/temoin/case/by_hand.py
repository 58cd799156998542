"""What a person says of a table beside its columns: a row put back or set apart, records that are columns.

Written with ``review CASE SOURCE correct``: ``row 12=data``, ``2:row 12-14=note``, ``2:layout=columns``, where ``2`` is
the table's number, or its sheet's name. In temoin.toml each stands in the section of its table.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from temoin.case.settings import ConfirmedTable, RowSaid
from temoin.case.tabling import SourceTables, TableView, of_source
from temoin.documents.tables.given import LAYOUTS, Layout, is_kind
from temoin.documents.tables.regions import APART
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.words import Words

_ROWS = re.compile(r"(?:(?P<table>.+):)?\s*(?:row|ligne)s?\s+(?P<first>\d{1,7})(?:\s*[-–]\s*(?P<last>\d{1,7}))?")
_LAYOUT = re.compile(r"(?:(?P<table>.+):)?\s*(?:layout|disposition)")
_KINDS = {words.fr.casefold(): kind for kind, words in APART.items()} | {"données": "data", "donnée": "data"}
_LAID_OUT: Mapping[str, Layout] = {"lignes": "rows", "colonnes": "columns"}
_MOST = 10_000


@dataclass
class Changed:
    """What is said of one table: rows by number, an empty kind for as found; its layout."""

    rows: dict[int, str] = field(default_factory=dict)
    layout: Layout | None = None


def is_by_hand(name: str) -> bool:
    """Return whether the name of a change is one of rows or of a layout, and not of a column.

    Examples
    --------
    >>> is_by_hand("row 12"), is_by_hand("2:ligne 3-5"), is_by_hand("Feuil1:layout"), is_by_hand("Row")
    (True, True, True, False)
    """
    return _ROWS.fullmatch(name.strip()) is not None or _LAYOUT.fullmatch(name.strip()) is not None


def changes_by_hand(tables: SourceTables, changes: Mapping[str, str]) -> dict[int, Changed]:
    """Return what changes say of rows and layouts, by the number of the table.

    Raises
    ------
    InputError : no such row or table, several tables, or a value that says nothing of a row or a layout
    """
    found: dict[int, Changed] = {}
    for name, text in changes.items():
        value = text.strip().casefold()
        if match := _ROWS.fullmatch(name.strip()):
            first = int(match["first"])
            rows = range(first, int(match["last"] or first) + 1)
            kind = _KINDS.get(value, value)
            if (kind and not is_kind(kind)) or not 0 < len(rows) <= _MOST:
                raise _not_said(f"{name}={text}", ["data", *APART])
            view = _table(tables, name, match["table"], rows)
            found.setdefault(view.found.rank, Changed()).rows.update(dict.fromkeys(rows, kind))
        elif match := _LAYOUT.fullmatch(name.strip()):
            layout = next((each for each in LAYOUTS if each == _LAID_OUT.get(value, value)), None)
            if layout is None:
                raise _not_said(f"{name}={text}", list(LAYOUTS))
            found.setdefault(_table(tables, name, match["table"], None).found.rank, Changed()).layout = layout
    return found


def kept(standing: ConfirmedTable | None, source: Source, view: TableView, changed: Changed | None) -> ConfirmedTable:
    """Return what stands of a table in temoin.toml, with rows and layout as changed; its columns as they stand."""
    table = standing or ConfirmedTable(())
    if changed is None:
        return table
    own = {
        (said.sheet, said.row): said
        for said in table.rows
        if of_source(said, source) and not (said.sheet == view.found.sheet and said.row in changed.rows)
    }
    for row, kind in changed.rows.items():
        if kind:
            own[view.found.sheet, row] = RowSaid(source.id[:12], view.found.sheet, row, kind)
    others = [said for said in table.rows if not of_source(said, source)]
    rows = (*others, *sorted(own.values(), key=lambda said: (said.sheet, said.row)))
    return ConfirmedTable(table.columns, table.by, table.rejected, rows, changed.layout or table.layout)


def _table(tables: SourceTables, name: str, said: str | None, rows: range | None) -> TableView:
    views = [view for view in tables.views if said is None or _is_named(view, said)]
    if rows is not None:
        views = [view for view in views if _holds(view, rows[0]) and _holds(view, rows[-1])]
    if len(views) == 1:
        return views[0]
    known = ", ".join(f"{view.found.rank} ({view.found.sheet})" for view in tables.views[:8])
    found = (
        Words("plusieurs tableaux conviennent", "several tables fit")
        if views
        else Words(
            "aucun tableau de cette source n’a cette ligne sous son en-tête",
            "no table of this source has this row under its header",
        )
    )
    return _refuse(name, found, known)


def _refuse(name: str, found: Words, known: str) -> TableView:
    raise InputError(
        name,
        found,
        Words(
            f"dites le tableau devant, par exemple 2:row 12=data ; tableaux : {known}",
            f"say the table before it, for instance 2:row 12=data; tables: {known}",
        ),
    )


def _is_named(view: TableView, said: str) -> bool:
    return " ".join(said.split()).casefold() in {str(view.found.rank), " ".join(view.found.sheet.split()).casefold()}


def _holds(view: TableView, row: int) -> bool:
    found = view.found
    if found.turned:
        return found.left < row <= found.right
    return found.heading_end < row <= max([found.last, *(each.row for each in found.apart)])


def _not_said(said: str, known: list[str]) -> InputError:
    return InputError(
        said,
        Words("ce n’est pas ce qu’on peut en dire", "this is not what can be said of it"),
        Words(f"valeurs : {', '.join(known)}", f"values: {', '.join(known)}"),
    )
