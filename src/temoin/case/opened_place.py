"""A place in a source, opened: its text, where else it stands, the statements there; and its picture."""

import io
from collections.abc import Iterator

import polars as pl

from temoin.case.analysis import ReadSource
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.placing import AROUND, boxes_of
from temoin.documents.document import Document
from temoin.documents.pictures import crop_png
from temoin.dossier.report import StatementView
from temoin.errors import InputError
from temoin.evidence import Chars, Locator, PageBox, Rows
from temoin.evidence.digest import short
from temoin.period import iso
from temoin.words import Words

_MOST_ROWS = 100
Span = tuple[int, int]


def place_record(case: Case, each: ReadSource, place: Locator) -> dict[str, object]:
    """Return a place in a source as plain values: its text or rows, its other positions, the statements there.

    Raises
    ------
    InputError : the source holds no such place
    """
    document = whole_document(case, each)
    told: dict[str, object] = {"type": "place", "reference": str(place), "source": each.source.id}
    if document is None:
        return told | {"rows": _signal_rows(each, place)}
    spans = list(_spans(document, place))
    if not spans:
        raise _not_there(place)
    start, end = spans[0][0], spans[-1][1]
    return told | {
        "text": "\n".join(document.text[first:last] for first, last in spans),
        "chars": [str(Chars(each.source.id, *span)) for span in spans],
        "on_page": [str(box) for span in spans for box in document.boxes_of(each.source.id, *span)],
        **cells_and_part(document, start, end),
        "recognised": min(_confidences(document, spans), default=None),
        "statements": [_brief(view) for view in each.views if _touches(view, spans)],
    }


def cells_and_part(document: Document, start: int, end: int) -> dict[str, object]:
    """Return the cells that a stretch of text touches and the part that holds it, as plain values."""
    part = document.part_at(start)
    cells = [
        {"sheet": sheet, "row": row, "column": column}
        for sheet, row, column in (document.cells_of(start, end) if document.cells.height else ())
    ]
    return {"cells": cells, "part": None if part is None else {"name": part.name, "kind": part.kind} | _dated(part)}


def whole_document(case: Case, each: ReadSource) -> Document | None:
    """Return a source's document with the boxes of its characters; None where it is none or could not be read."""
    return each.document if each.document is None or not each.document.pages else Derived(case).document(each.source)


def statement_picture(case: Case, each: ReadSource, view: StatementView) -> bytes:
    """Return the picture of the place of a statement's figure on its page, as a PNG.

    Raises
    ------
    InputError : it stands on no page
    """
    document = whole_document(case, each)
    boxes = boxes_of(document, view) if document is not None else []
    if not boxes:
        raise _no_page(view)
    with case.vault.open(each.source) as stream:
        return crop_png(io.BytesIO(stream.read()), each.reader.kind, max(boxes, key=_area), around=AROUND)


def _area(box: PageBox) -> float:
    return box.width * box.height


def _spans(document: Document, place: Locator) -> Iterator[Span]:
    match place:
        case Chars(start=start, end=end):
            if 0 <= start < end <= len(document.text):
                yield start, end
        case PageBox():
            yield from document.chars_in(place)
        case Rows(first=first, last=last):
            yield from _rows(document, first, last)


def _rows(document: Document, first: int, last: int) -> Iterator[Span]:
    inside = document.cells.filter(pl.col("row").is_between(first, last))
    lines = inside.group_by("sheet", "row", maintain_order=True).agg(pl.min("start"), pl.max("end"))
    yield from lines.select("start", "end").iter_rows()


def _touches(view: StatementView, spans: list[Span]) -> bool:
    return any(view.statement.start < end and start < view.statement.end for start, end in spans)


def _confidences(document: Document, spans: list[Span]) -> Iterator[float]:
    for span in spans:
        if (confidence := document.confidence_of(*span)) is not None:
            yield round(confidence, 3)


def _brief(view: StatementView) -> dict[str, object]:
    statement = view.statement
    kept = ("text", "attribute", "value", "unit", "recognised")
    return {"id": statement.id, "decision": view.decision} | {name: getattr(statement, name) for name in kept}


def _dated(part: object) -> dict[str, object]:
    properties = getattr(part, "properties", {})
    return {"captured": properties.get("captured") or properties.get("published")}


def _signal_rows(each: ReadSource, place: Locator) -> list[dict[str, object]]:
    if not isinstance(place, Rows) or each.signals.is_empty():
        raise _not_there(place)
    inside = each.signals.filter(pl.col("row").is_between(place.first, place.last)).sort("row").head(_MOST_ROWS)
    if inside.is_empty():
        raise _not_there(place)
    kept = inside.select("row", "time", "place", "signal", "value").iter_rows(named=True)
    return [row | {"time": iso(row["time"])} for row in kept]


def _not_there(place: Locator) -> InputError:
    return InputError(
        str(place),
        Words("rien ne se trouve à cet endroit de la source", "nothing stands at this place of the source"),
        Words(
            "temoin show AFFAIRE ÉNONCÉ donne les endroits d’un énoncé",
            "temoin show CASE STATEMENT gives the places of a statement",
        ),
    )


def _no_page(view: StatementView) -> InputError:
    return InputError(
        short(view.statement.id),
        Words("cet énoncé ne se trouve sur aucune page", "this statement stands on no page"),
        Words(
            "--picture vaut pour les PDF, les numérisations et les photos", "--picture goes with PDFs, scans and photos"
        ),
    )
