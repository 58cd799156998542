"""Tables as people keep them, made up, in a few lines."""

from temoin.documents.tables.given import ByHand
from temoin.documents.tables.grid import Grid
from temoin.documents.tables.mapping import plan_tables
from temoin.documents.tables.plans import TablePlan
from temoin.documents.tables.rows import Rows, read_rows
from temoin.evidence.source import Reading


def a_grid(text: str, separator: str = ";") -> Grid:
    """A sheet of texts, a line a row."""
    return Grid("Feuil1", [[cell or None for cell in line.split(separator)] for line in text.strip("\n").split("\n")])


def planned(grid: Grid | str, said: ByHand | None = None, **reading: str) -> TablePlan:
    """The only table of a sheet as planned."""
    grid = a_grid(grid) if isinstance(grid, str) else grid
    (plan,) = plan_tables([grid], Reading(**reading), said or ByHand())
    return plan


def read(grid: Grid | str, said: ByHand | None = None, **reading: str) -> Rows:
    """The rows of the only table of a sheet, as proposed."""
    grid = a_grid(grid) if isinstance(grid, str) else grid
    plan = planned(grid, said, **reading)
    return read_rows(grid, plan, {each.name: each.meaning for each in plan.columns}, Reading(**reading))


def held(plan: TablePlan) -> dict[str, str]:
    """What each column is proposed to hold, by name."""
    return {each.name: str(each.meaning or "") for each in plan.columns}


def places(rows: Rows, *fields: str) -> list[tuple[object, ...]]:
    """Row, column and named fields of each row read; values as floats."""
    return [tuple(_plain(row.get(name)) for name in ("row", "column", *fields)) for row in rows.rows]


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, str | int) else float(str(value))
