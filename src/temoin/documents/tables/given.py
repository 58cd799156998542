"""Rows that a person put back among the data of a table, or set apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from temoin.documents.tables.grid import Grid, text_of
from temoin.documents.tables.regions import APART, Apart, ApartKind, Region
from temoin.words import Words

Layout = Literal["rows", "columns"]
LAYOUTS: tuple[Layout, ...] = ("rows", "columns")
"""A record a row, as most tables are; a record a column."""
_BY_HAND = Words("dit à la main", "said by hand")


@dataclass(frozen=True, slots=True)
class ByHand:
    """What people said of the tables of a file before they are planned, by the key of each.

    Parameters
    ----------
    rows : by key, then by sheet and row: ``data``, or a kind of ``APART``
    layouts : by key, whether a record is a row or a column
    """

    rows: Mapping[str, Mapping[tuple[str, int], str]] = field(default_factory=dict)
    layouts: Mapping[str, Layout] = field(default_factory=dict)


def is_kind(text: str) -> bool:
    """Return whether a text says what a row may be taken for.

    Examples
    --------
    >>> is_kind("data"), is_kind("total"), is_kind("nothing")
    (True, True, False)
    """
    return text == "data" or text in APART


def with_rows(grid: Grid, region: Region, said: Mapping[tuple[str, int], str]) -> Region:
    """Return a table with the rows that a person named put back among its data, or set apart.

    A row of its header, or above it, is none of its rows whatever is said.
    """
    under = range(region.heading.last + 1, len(grid.rows) + 1)
    own = {row: kind for (sheet, row), kind in said.items() if sheet == grid.name and row in under}
    if not own:
        return region
    rows = sorted({row for row in region.rows if row not in own} | {row for row, kind in own.items() if kind == "data"})
    apart = [each for each in region.apart if each.row not in own or each.kind == "title"]
    apart += [
        Apart(row, _kind(kind), _line(grid, region, row), _BY_HAND) for row, kind in own.items() if kind != "data"
    ]
    return replace(region, rows=rows, apart=tuple(sorted(apart, key=lambda each: each.row)))


def _kind(text: str) -> ApartKind:
    return next(kind for kind in APART if kind == text)


def _line(grid: Grid, region: Region, row: int) -> str:
    return " | ".join(text for column in region.heading.columns if (text := text_of(grid.at(row, column)).strip()))
