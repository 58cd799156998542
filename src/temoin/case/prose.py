"""The words of a workbook that stand outside its tables: only they are read for statements, rows are rows already."""

from bisect import bisect_right
from dataclasses import dataclass, replace

import polars as pl

from temoin.case.tabling import FoundTable
from temoin.documents.document import Document
from temoin.documents.remarks import MOST_STATED
from temoin.evidence import Statement


@dataclass(frozen=True, slots=True)
class Prose:
    """Some stretches of a text put one after another, and where each began.

    Parameters
    ----------
    text : the stretches, a blank line between two
    starts : where each begins in ``text``
    origins : where each began in the whole text
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def back(self, statement: Statement) -> Statement:
        """Return a statement read in ``text`` at its place in the whole text."""
        rank = bisect_right(self.starts, statement.start) - 1
        shift = self.origins[rank] - self.starts[rank]
        return replace(
            statement,
            start=statement.start + shift,
            end=statement.end + shift,
            quote_start=statement.quote_start + shift,
        )


def prose_of(document: Document, tables: tuple[FoundTable, ...]) -> Prose:
    """Return the stretches of a workbook's text that stand in no table: titles, notes, loose cells."""
    inside = pl.lit(value=False)
    for table in tables:
        told = [each.row for each in table.apart if each.kind in {"title", "note"}]
        inside |= (
            (pl.col("sheet") == table.sheet)
            & pl.col("row").is_between(table.header, table.last)
            & pl.col("column").is_between(table.left, table.right)
            & ~pl.col("row").is_in(told)
        )
    outside = document.cells.filter(~inside).select("start", "end")
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    at = 0
    for start, end in outside.iter_rows():
        if at + end - start > MOST_STATED:
            break
        pieces.append(document.text[start:end])
        starts.append(at)
        origins.append(start)
        at += end - start + 2
    return Prose("\n\n".join(pieces), tuple(starts), tuple(origins))


def opening_of(text: str) -> str:
    """Return the part of a text that statements are read in: whole lines, two million characters at most."""
    if len(text) <= MOST_STATED:
        return text
    end = text.rfind("\n", MOST_STATED // 2, MOST_STATED)
    return text[: MOST_STATED if end < 0 else end]
