"""Tables of people as plain values: what ``temoin show`` prints and ``--json`` gives."""

from decimal import Decimal

import polars as pl

from temoin.case.tabling import STATUS, FoundTable, SourceTables, TableView
from temoin.documents.tables.regions import Apart
from temoin.quantity import plain
from temoin.words import Words

_ROWS_SHOWN = 5


def table_record(view: TableView, tables: SourceTables) -> dict[str, object]:
    """Return a table of a source as plain values: its place, decision, columns, what is set apart, its first rows."""
    found = view.found
    return {
        "table": found.rank,
        "sheet": found.sheet,
        "header_row": found.header,
        "last_row": found.last,
        "rows": found.rows,
        "mapping": found.key,
        "reads_into": " + ".join(view.tables) or None,
        "status": view.status,
        "status_words": _both(STATUS[view.status]),
        "by": view.by,
        "changed": _both(view.changed) if view.changed else None,
        "columns": [
            {
                "column": each.name,
                "holds": str(view.meanings.get(each.name) or ""),
                "examples": list(each.examples),
                "why": _both(each.why),
            }
            for each in found.columns
        ],
        "layout": "columns" if found.turned else "rows",
        "told": [_both(each) for each in view.told],
        "problems": [_both(each) for each in found.problems] if view.status == "proposed" else [],
        "set_apart": [
            {_line(found, each): each.row, "kind": each.kind, "text": each.text, "why": _both(each.why)}
            for each in found.apart
        ],
        "set_apart_count": found.set_apart,
        "unread": [_both(each) for each in view.unread],
        "read": first_rows(view, tables),
    }


def _line(found: FoundTable, apart: Apart) -> str:
    """What is set apart is a column of the sheet where records are columns; a title is always a row."""
    return "column" if found.turned and apart.kind != "title" else "row"


def first_rows(view: TableView, tables: SourceTables) -> list[dict[str, object]]:
    """Return the first rows that a confirmed table reads, without what is not known."""
    if view.table is None or view.status != "confirmed":
        return []
    found = view.found
    frames = [tables.audience if each == "audience" else tables.ledger for each in view.tables]
    own = [
        frame.filter(
            pl.col("sheet") == found.sheet,
            pl.col("row").is_between(found.header, found.last),
            pl.col("column").is_between(found.left, found.right),
        ).head(_ROWS_SHOWN)
        for frame in frames
    ]
    return [
        {name: _plain(value) for name, value in row.items() if value is not None and name not in {"source", "sheet"}}
        for frame in own
        for row in frame.iter_rows(named=True)
    ]


def _plain(value: object) -> object:
    return plain(value) if isinstance(value, Decimal) else value


def _both(words: Words) -> dict[str, str]:
    return {"fr": words.fr, "en": words.en}
