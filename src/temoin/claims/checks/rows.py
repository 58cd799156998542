"""Lists of lines and tables in a text: runs of short lines that each hold a figure of the same unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temoin.claims.checks.amounts import bare_unit
from temoin.evidence import Statement

_LONGEST_ROW = 300
_LONGEST_LINE = 2000
_FEWEST_ROWS = 3
_TOTAL_LABEL = re.compile(r"[\s|•*-]*(?:sous-)?(?:total|totaux|ensemble|somme|sum)\b", re.IGNORECASE)
_CONCLUDES = re.compile(r"\s*(?:au total|en tout|in total|in all|altogether|overall)\b", re.IGNORECASE)
_ONLY_SOME = re.compile(
    r"\b(?:notamment|entre autres|parmi|par exemple|exemples?|principa\w+|plus (?:gros|grands|importants)|top|dont|"
    r"including|such as|among|for example|main|largest|extraits?|sélection)\b",
    re.IGNORECASE,
)
_LEAD = 200
_COUNTED = frozenset({"money", "count", "duration", "percent"})
Unit = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A line with the figures it holds."""

    start: int
    end: int
    figures: tuple[Statement, ...]

    def first(self, unit: Unit) -> Statement | None:
        """Return the first figure of a unit in the line."""
        return next((one for one in self.figures if unit_of(one) == unit), None)


@dataclass(frozen=True, slots=True)
class RowList:
    """Lines one under the other, from ``start`` to ``end``, that share a unit; a label makes some ``totals``."""

    start: int
    end: int
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    units: frozenset[Unit]

    def figures(self, unit: Unit) -> list[Statement]:
        """Return the first figure of a unit in each line, in order."""
        return [one for row in self.rows if (one := row.first(unit))]


def only_some(text: str, start: int, floor: int = 0) -> bool:
    """Return whether the words that lead to a list say that it is a part: "notamment", "les principaux"."""
    return _ONLY_SOME.search(text, max(floor, start - _LEAD, 0), start) is not None


def line_at(text: str, position: int) -> tuple[int, int]:
    """Return where the line of a position begins and ends, at most 2000 characters either way."""
    end = text.find("\n", position, position + _LONGEST_LINE)
    return (
        max(text.rfind("\n", 0, position) + 1, position - _LONGEST_LINE),
        min(len(text), position + _LONGEST_LINE) if end < 0 else end,
    )


def unit_of(statement: Statement) -> Unit:
    """Return what a figure counts: its kind, and its unit without plural."""
    return statement.kind, bare_unit(statement.unit)


def row_lists(text: str, statements: Sequence[Statement]) -> list[RowList]:
    """Return the lists of a text, in order: three lines or more, two where a total follows them.

    Parameters
    ----------
    statements : in order of position
    """
    found: list[RowList] = []
    run: list[Row] = []
    shared: frozenset[Unit] = frozenset()
    for row in _rows(text, statements):
        units = frozenset(unit_of(one) for one in row.figures)
        gap = text[run[-1].end : row.start] if run else ""
        apart = gap.strip() or (len(run) > 1 and gap.count("\n") != text.count("\n", run[0].end, run[1].start))
        if run and (apart or not shared & units or _CONCLUDES.match(text, row.start)):
            found += _ended(text, run, shared)
            run = []
        shared = shared & units if run else units
        run.append(row)
    return found + _ended(text, run, shared)


def _rows(text: str, statements: Sequence[Statement]) -> Iterator[Row]:
    here: list[Statement] = []
    start = end = -1
    for one in statements:
        if one.kind not in _COUNTED:
            continue
        if one.start >= end:
            if here and _short(text, start, end):
                yield Row(start, end, tuple(here))
            start, end = line_at(text, one.start)
            here = []
        here.append(one)
    if here and _short(text, start, end):
        yield Row(start, end, tuple(here))


def _short(text: str, start: int, end: int) -> bool:
    line = text[start:end].strip()
    return len(line) <= _LONGEST_ROW and not line.endswith(":") and not re.search(r"[.!?][»”\"]? [A-ZÀ-Þ«“]", line)


def _ended(text: str, run: list[Row], shared: frozenset[Unit]) -> list[RowList]:
    totals = [row for row in run if _TOTAL_LABEL.match(text, row.start)]
    rows = [row for row in run if row not in totals]
    fewest = _FEWEST_ROWS - bool(totals)
    return [RowList(run[0].start, run[-1].end, tuple(rows), tuple(totals), shared)] if len(rows) >= fewest else []
