"""Where figures stand in what was handed in: pages with their pictures, cells, parts.

A picture is made of the place of a figure that a finding cites, that a person decided on, or that was read in a
picture; of a whole page where such figures stand. Pictures are kept in the cache beside what reading gave, sealed for
a personal source.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

import polars as pl

from temoin.case.analysis import ReadSource
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.documents.document import Document
from temoin.documents.pictures import crop_png, page_png
from temoin.dossier.report import MOST_PAGES, MOST_PICTURES, MOST_RECOGNISED, FigurePlace, Picture, StatementView
from temoin.errors import TemoinError
from temoin.evidence import PageBox
from temoin.evidence.digest import digest

AROUND = 20.0
"""Points around a figure that its picture shows."""
_WIDEST = 640
_PAGE_WIDEST = 900
_METHOD = "picture/2"
_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")
_LIBRARIES = ("pypdfium2", "pillow")
_SCHEMA = {"name": pl.String, "png": pl.Binary}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the figures of a document stand, by id of the statement, and the whole pages that show them."""

    places: dict[str, FigurePlace]
    pages: tuple[Picture, ...] = ()


def place_figures(case: Case, each: ReadSource, cited: Collection[str]) -> Placed:
    """Return where a document's figures stand, with pictures of those that matter.

    Parameters
    ----------
    each : a source with its document
    cited : ids that findings rest on, those that disagree first
    """
    if each.document is None:
        return Placed({})
    shown, left_out = _shown(each.views, each.document, list(cited))
    # The boxes of a long document are many: they are asked for only where a picture is to be made.
    boxed = Derived(case).document(each.source) if shown else None
    boxes = {name: boxes_of(boxed, view) for name, view in shown.items()} if boxed is not None else {}
    album = _Album(case, each)
    pictures = {name: _made(album.crop(box) for box in several) for name, several in boxes.items()}
    pages = _made(album.page(number, on_page) for number, on_page in _by_page(boxes.values()))
    album.keep()
    left_out |= {name for name, several in pictures.items() if not several}
    places = {
        view.statement.id: _place(
            each.document,
            view,
            pictures.get(view.statement.id, ()),
            left_out=view.statement.id in left_out,
        )
        for view in each.views
    }
    return Placed({name: place for name, place in places.items() if place != FigurePlace()}, pages)


def stands_in(document: Document, view: StatementView) -> bool:
    """Return whether a statement's figure still stands at its place in a document's text."""
    statement = view.statement
    return document.text[statement.start : statement.end] == statement.text


def boxes_of(document: Document, view: StatementView) -> list[PageBox]:
    """Return where a statement's figure stands on pages, a rectangle a line; empty where it is not in the text."""
    statement = view.statement
    if not document.pages or not stands_in(document, view):
        return []
    lines = (found.span() for found in _LINE.finditer(statement.text))
    return [
        box
        for start, end in lines
        for box in document.boxes_of(statement.source, statement.start + start, statement.start + end)
    ]


def _shown(
    views: Iterable[StatementView], document: Document, cited: list[str]
) -> tuple[dict[str, StatementView], set[str]]:
    """Those whose pictures are shown, those that matter most first, and those that are one too many."""
    rank = {name: place for place, name in enumerate(cited)}
    placed = [view for view in views if document.pages and stands_in(document, view)]
    weighty = [view for view in placed if view.statement.id in rank or view.decision != "proposed"]
    weighty.sort(key=lambda view: rank.get(view.statement.id, len(rank)))
    taken = {view.statement.id for view in weighty}
    others = [view for view in placed if view.statement.recognised is not None and view.statement.id not in taken]
    shown = [*weighty[:MOST_PICTURES], *others[:MOST_RECOGNISED]]
    left_out = [*weighty[MOST_PICTURES:], *others[MOST_RECOGNISED:]]
    return {view.statement.id: view for view in shown}, {view.statement.id for view in left_out}


def _made(pictures: Iterable[Picture | None]) -> tuple[Picture, ...]:
    return tuple(picture for picture in pictures if picture is not None)


def _by_page(boxes: Iterable[list[PageBox]]) -> Iterator[tuple[int, list[PageBox]]]:
    by_page: dict[int, list[PageBox]] = {}
    for box in (box for several in boxes for box in several):
        by_page.setdefault(box.page, []).append(box)
    first = list(by_page)[:MOST_PAGES]  # of the figures that matter most
    yield from ((page, by_page[page]) for page in sorted(first))


def _place(document: Document, view: StatementView, pictures: tuple[Picture, ...], *, left_out: bool) -> FigurePlace:
    if not stands_in(document, view):
        return FigurePlace()
    start, end = view.statement.start, view.statement.end
    part = document.part_at(start)
    return FigurePlace(
        tuple(page.number for page in document.pages if page.start < end and start < page.end),
        pictures,
        left_out,
        tuple(document.cells_of(start, end)) if document.cells.height else (),
        part.name if part else None,
        part.properties.get("captured") or part.properties.get("published") if part else None,
    )


class _Album:
    """The pictures of one source: those that the cache holds, and those made now."""

    def __init__(self, case: Case, each: ReadSource) -> None:
        self._case = case
        self._each = each
        self._derived = Derived(case)
        self._key = digest([_METHOD, *(version(library) for library in _LIBRARIES), AROUND, _WIDEST, _PAGE_WIDEST])
        self._held: dict[str, bytes] = {}
        self._opened = False
        self._used: dict[str, bytes] = {}

    def crop(self, box: PageBox) -> Picture | None:
        """Return the picture of a place; None where its page cannot be drawn or its bytes are gone."""

        def make() -> bytes:
            with self._case.vault.open(self._each.source) as stream:
                return crop_png(stream, self._each.reader.kind, box, around=AROUND, widest=_WIDEST)

        return self._picture(box.page, str(box), make)

    def page(self, number: int, boxes: list[PageBox]) -> Picture | None:
        """Return the picture of a whole page, some places outlined; None where it cannot be drawn."""

        def make() -> bytes:
            with self._case.vault.open(self._each.source) as stream:
                return page_png(stream, self._each.reader.kind, number, boxes, _PAGE_WIDEST)

        return self._picture(number, f"page {number} {sorted(map(str, boxes))}", make)

    def keep(self) -> None:
        """Keep the pictures that were asked for, and no other."""
        if self._used.keys() != self._held.keys():
            rows = [{"name": name, "png": png} for name, png in sorted(self._used.items())]
            self._derived.keep_pictures(self._each.source, self._key, pl.DataFrame(rows, schema=_SCHEMA))

    def _picture(self, number: int, what: str, make: Callable[[], bytes]) -> Picture | None:
        if not self._opened:
            stored = self._derived.pictures(self._each.source, self._key)
            self._held = dict(stored.iter_rows()) if stored is not None else {}
            self._opened = True
        name = digest(what)[:16]
        try:
            png = self._used.get(name) or self._held.get(name) or make()
        except TemoinError:
            return None  # verify says what is wrong with the bytes; the figure is shown without its picture
        self._used[name] = png
        return Picture(number, png)
