"""Totals that no word announces: a row whose figures are the sums of those above it."""

import datetime as dt
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from temoin.documents.tables.cells import decimal_habit, figure_of, is_missing
from temoin.documents.tables.grid import Grid, text_of
from temoin.documents.tables.headers import folded
from temoin.documents.tables.labels import is_whole
from temoin.documents.tables.plans import column_values
from temoin.documents.tables.regions import Apart, Region
from temoin.words import Words

_FEWEST = 2
_FEWEST_NAMED = 3
_SMALL = 1000.0
_CLOSE = 1e-9
_SAMPLE = 200


@dataclass
class _Sums:
    """Running sums of the columns, since the beginning or since the last sub-total."""

    sums: list[float]
    rows: int = 0
    told: list[int] = field(default_factory=list)

    def add(self, figures: Sequence[float | None]) -> None:
        self.rows += 1
        for rank, figure in enumerate(figures):
            self.sums[rank] += figure or 0.0

    def equal(self, figures: Sequence[float | None], fewest: int) -> bool:
        if self.rows < fewest:
            return False
        told = [(figure, total) for figure, total in zip(figures, self.sums, strict=True) if figure is not None]
        return bool(told) and all(total != 0 and abs(figure - total) <= _CLOSE * abs(total) for figure, total in told)


def set_totals_apart(grid: Grid, region: Region, columns: Sequence[int]) -> Region:
    """Return a table with the rows set apart that are sums of the rows above, in every column that has figures.

    A total leaves out some of what other rows say: who, when. One with a name of its own is taken for a total only
    where it can hardly be one by chance: three rows above at least, and a figure of a thousand.

    Parameters
    ----------
    columns : numbers of the columns of counts or amounts
    """
    region, doubtful = _with_names_back(grid, region, columns)
    if not columns:
        return region
    ranks = [region.heading.columns.index(column) for column in columns]
    habits = [decimal_habit(column_values(grid, region, rank)).decimal for rank in ranks]
    whole, part = _Sums([0.0] * len(columns)), _Sums([0.0] * len(columns))
    marked = {each.row for each in region.apart if each.kind in {"total", "subtotal"}}
    others = [column for column in region.heading.columns if column not in columns]
    usual = 0
    kept: list[int] = []
    apart = list(region.apart)
    waiting = deque(sorted(marked))
    for row in region.rows:
        while waiting and waiting[0] < row:
            waiting.popleft()
            part = _Sums([0.0] * len(columns))
        figures = [_figure(grid, row, column, habit) for column, habit in zip(columns, habits, strict=True)]
        labels = _labels(grid, row, others)
        may_be = row in doubtful or labels < usual or not labels
        named = labels > 0 and row not in doubtful
        above = _sum_of(figures, whole, part, named=named) if may_be else None
        if above is None:
            usual = max(usual, labels)
            kept.append(row)
            whole.add(figures)
            part.add(figures)
            continue
        part = _Sums([0.0] * len(columns))
        line = " | ".join(text for column in region.heading.columns if (text := text_of(grid.at(row, column))))
        why = Words(f"somme des {above} lignes au-dessus", f"the sum of the {above} rows above")
        apart.append(Apart(row, "total" if above == whole.rows else "subtotal", line, why))
    return replace(region, rows=kept, apart=tuple(sorted(apart, key=lambda each: each.row)))


def _with_names_back(grid: Grid, region: Region, columns: Sequence[int]) -> tuple[Region, set[int]]:
    """Rows set apart by their label alone are rows of data where they tell what other rows tell, or bear a name.

    Their sum may still say that they are totals.
    """
    labelled = [each for each in region.apart if each.kind in {"total", "subtotal", "average"}]
    if not labelled:
        return region, set()
    sample = region.rows[:_SAMPLE]
    told = [column for column in region.heading.columns if column not in columns and _tells(grid, sample, column)]
    cells = (grid.at(row, column) for row in sample for column in region.heading.columns)
    groups = {folded(cell) for cell in cells if isinstance(cell, str)}
    groups |= {folded(each.text) for each in region.apart if each.kind == "group"}
    back = {each.row for each in labelled if _is_data(grid, region, each.row, told, groups)}
    kept = tuple(each for each in region.apart if each.row not in back)
    rows = sorted({*region.rows, *back})
    return replace(region, rows=rows, apart=kept), back - {each.row for each in labelled if each.kind == "average"}


def _is_data(grid: Grid, region: Region, row: int, told: Sequence[int], groups: set[str]) -> bool:
    held = ((column, grid.at(row, column)) for column in region.heading.columns)
    first, label = next((column, value) for column, value in held if not is_missing(value))
    others = [column for column in told if column != first]
    if others and all(not is_missing(grid.at(row, column)) for column in others):
        return True
    return not is_whole(text_of(label), groups)


def _tells(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """Whether most rows have words or a date in a column."""
    cells = [grid.at(row, column) for row in rows]
    return sum(1 for cell in cells if isinstance(cell, str | dt.date) and not is_missing(cell)) * 2 > len(cells)


def _sum_of(figures: list[float | None], whole: _Sums, part: _Sums, *, named: bool) -> int | None:
    told = [figure for figure in figures if figure is not None]
    if not told or (named and max(map(abs, told)) < _SMALL):
        return None
    fewest = _FEWEST_NAMED if named else _FEWEST
    for sums in (whole, part):
        if sums.equal(figures, fewest):
            return sums.rows
    return None


def _figure(grid: Grid, row: int, column: int, decimal: str | None) -> float | None:
    value = grid.at(row, column)
    if isinstance(value, float) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return float(value)
    found = figure_of(value, decimal)  # type: ignore[arg-type]
    return None if found is None or found.value is None else float(found.value)


def _labels(grid: Grid, row: int, columns: Sequence[int]) -> int:
    return sum(1 for column in columns if grid.at(row, column) not in {None, ""})
