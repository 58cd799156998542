"""A document as read: its text, its pages and cells, and where each character stands on them, both ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from temoin.evidence import PageBox
from temoin.evidence.digest import digest_text
from temoin.table import Column, Table
from temoin.words import Words

BOXES = Table(
    "boxes",
    Words("Place de chaque caractère sur sa page", "Where each character stands on its page"),
    (
        Column("char", pl.UInt32(), Words("rang du caractère", "index of the character"), "code points"),
        Column("page", pl.UInt32(), Words("page, à partir de 1", "page, from 1")),
        Column("left", pl.Float32(), Words("bord gauche", "left edge"), "pt"),
        Column("top", pl.Float32(), Words("bord haut", "upper edge"), "pt"),
        Column("right", pl.Float32(), Words("bord droit", "right edge"), "pt"),
        Column("bottom", pl.Float32(), Words("bord bas", "lower edge"), "pt"),
    ),
    key=("char",),
)


CELLS = Table(
    "cells",
    Words("Place de chaque cellule dans le texte", "Where each cell stands in the text"),
    (
        Column("sheet", pl.Utf8(), Words("feuille", "sheet")),
        Column("row", pl.UInt32(), Words("ligne, à partir de 1", "row, from 1")),
        Column("column", pl.UInt32(), Words("colonne, à partir de 1", "column, from 1")),
        Column("start", pl.UInt32(), Words("premier caractère", "first character"), "code points"),
        Column("end", pl.UInt32(), Words("après le dernier caractère", "after the last character"), "code points"),
    ),
    key=("sheet", "row", "column"),
)

RECOGNISED = Table(
    "recognised",
    Words("Mots reconnus dans une image", "Words recognised in a picture"),
    (
        Column("start", pl.UInt32(), Words("premier caractère", "first character"), "code points"),
        Column("end", pl.UInt32(), Words("après le dernier caractère", "after the last character"), "code points"),
        Column("page", pl.UInt32(), Words("page, à partir de 1", "page, from 1")),
        Column("confidence", pl.Float32(), Words("assurance du moteur, de 0 à 1", "the engine’s confidence, 0 to 1")),
    ),
    key=("start",),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, the code points it holds, its size in points; of a picture, in pixels."""

    number: int
    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Part:
    """What a document holds that is a document itself: a message of a mailbox, an attachment, a captured page.

    Parameters
    ----------
    name : its subject, file name or address
    kind : its reader's kind, or its media type where no reader takes it
    start, end : code points of its text; equal where it has none
    digest : SHA-256 of its own bytes, in hexadecimal; None where it has no bytes of its own
    properties : what it declares, as ``Document.properties``
    """

    name: str
    kind: str
    start: int
    end: int
    digest: str | None = None
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read.

    Parameters
    ----------
    text : the whole text; positions everywhere count its code points
    pages : empty where the format has none
    boxes : table ``BOXES``, in order of char; empty where the format has none
    properties : what the file itself declares, such as ``title``, ``author``, ``published``, ``language``, ``url``,
        ``captured`` (ISO 8601 UTC) and ``captured_by``, ``recognised_by`` (engine, version and languages)
    cells : table ``CELLS``, in order of start; empty where the format has none
    recognised : table ``RECOGNISED``, in order of start; empty where nothing was read from a picture
    parts : in order of start; one may lie inside another, which then comes first
    """

    text: str
    pages: tuple[Page, ...] = ()
    boxes: pl.DataFrame = field(default_factory=BOXES.empty)
    properties: Mapping[str, str] = field(default_factory=dict)
    cells: pl.DataFrame = field(default_factory=CELLS.empty)
    recognised: pl.DataFrame = field(default_factory=RECOGNISED.empty)
    parts: tuple[Part, ...] = ()

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text in UTF-8: statements name it beside their positions."""
        return digest_text(self.text)

    def boxes_of(self, source: str, start: int, end: int) -> list[PageBox]:
        """Return one rectangle a page around the characters from ``start`` to ``end``; empty without boxes."""
        around = (
            self.boxes.filter(pl.col("char").is_between(start, end, closed="left"))
            .group_by("page")
            .agg(pl.min("left", "top"), pl.max("right", "bottom"))
            .sort("page")
        )
        return [
            PageBox(
                source, row["page"], row["left"], row["top"], row["right"] - row["left"], row["bottom"] - row["top"]
            )
            for row in around.iter_rows(named=True)
        ]

    def chars_in(self, box: PageBox) -> list[tuple[int, int]]:
        """Return the runs of characters whose middles lie in a rectangle of a page, as (start, end)."""
        across, down = (pl.col("left") + pl.col("right")) / 2, (pl.col("top") + pl.col("bottom")) / 2
        inside = self.boxes.filter(
            pl.col("page") == box.page,
            across.is_between(box.left, box.left + box.width),
            down.is_between(box.top, box.top + box.height),
        )["char"].to_list()
        runs: list[tuple[int, int]] = []
        for char in inside:
            # White space has no ink and no box: it does not break a run.
            if runs and not self.text[runs[-1][1] : char].strip():
                runs[-1] = (runs[-1][0], char + 1)
            else:
                runs.append((char, char + 1))
        return runs

    def cells_of(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """Return the cells that the characters from ``start`` to ``end`` touch, as (sheet, row, column)."""
        touched = self.cells.filter(pl.col("start") < end, pl.col("end") > start)
        return [(row["sheet"], row["row"], row["column"]) for row in touched.iter_rows(named=True)]

    def chars_of_cell(self, sheet: str, row: int, column: int) -> tuple[int, int] | None:
        """Return where a cell's characters stand, as (start, end); None for a cell that is empty or not there."""
        found = self.cells.filter(pl.col("sheet") == sheet, pl.col("row") == row, pl.col("column") == column)
        return (found["start"][0], found["end"][0]) if found.height else None

    def confidence_of(self, start: int, end: int) -> float | None:
        """Return the least confidence of the recognised words that a stretch touches; None where there are none."""
        touched = self.recognised.filter(pl.col("start") < end, pl.col("end") > start)["confidence"]
        return None if touched.is_empty() else float(touched.min())  # type: ignore[arg-type]

    def part_at(self, char: int) -> Part | None:
        """Return the innermost part that holds a character."""
        holding = [part for part in self.parts if part.start <= char < part.end]
        return holding[-1] if holding else None
