"""A document as read: its text, its pages, and where each character stands on them."""

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


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, the code points it holds, its size in points."""

    number: int
    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read.

    Parameters
    ----------
    text : the whole text; positions everywhere count its code points
    pages : empty where the format has none
    boxes : table ``BOXES``, in order of char; empty where the format has none
    properties : what the file itself declares, such as ``title``, ``author``, ``published``, ``language``, ``url``
    """

    text: str
    pages: tuple[Page, ...] = ()
    boxes: pl.DataFrame = field(default_factory=BOXES.empty)
    properties: Mapping[str, str] = field(default_factory=dict)

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
