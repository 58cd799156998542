"""What each column of a table is proposed to hold, with why and examples; and what a person confirmed once.

A mapping is keyed by the header row's own words, with the units that stand over the table: next month's file with the
same words needs no new confirmation, and any change asks again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from temoin.documents.tables.cells import figure_of, is_missing
from temoin.documents.tables.days import day_of
from temoin.documents.tables.formats import evidence_of
from temoin.documents.tables.given import ByHand, with_rows
from temoin.documents.tables.grid import Grid, Value, text_of
from temoin.documents.tables.headers import field_of, platform_in
from temoin.documents.tables.plans import ColumnPlan, TablePlan, column_values, title_unit
from temoin.documents.tables.profiles import other_addresses
from temoin.documents.tables.proposing import Context, day_in, proposed_meanings, proposed_table, with_spending
from temoin.documents.tables.questions import order_of_headers, problems_of
from temoin.documents.tables.regions import Region, find_regions
from temoin.documents.tables.remarks import remarks_on
from temoin.documents.tables.totals import set_totals_apart
from temoin.documents.tables.turned import block_of, find_turned, turned, turned_region, without
from temoin.documents.tables.units import Unit
from temoin.evidence.digest import digest
from temoin.evidence.source import DateOrder, Reading
from temoin.words import Words

_EXAMPLES = 3
_SAMPLE = 400
_NOTHING_SAID = ByHand()
_NOT_RECOGNISED = Words("rien n’y est reconnu", "nothing is recognised in it")


def plan_tables(grids: Iterable[Grid], reading: Reading, said: ByHand = _NOTHING_SAID) -> list[TablePlan]:
    """Return the tables of a file with what their columns are proposed to hold.

    Parameters
    ----------
    reading : ``decimal``, ``dates`` and ``currency`` as said when the file was added
    said : rows put back or set apart by hand, and whether records are rows or columns
    """
    plans: list[TablePlan] = []
    for grid in grids:
        found = [_as_laid_out(grid, *each, reading, said) for each in _regions(grid)]
        plans += [replace(plan, rank=len(plans) + rank) for rank, plan in enumerate(found, 1)]
    return plans


def _regions(grid: Grid) -> Iterator[tuple[Grid, Region]]:
    """The tables of a sheet, turned ones last, each with the sheet as it counts rows."""
    blocks = find_turned(grid)
    rest = without(grid, blocks) if blocks else grid
    for region in find_regions(rest):
        yield grid, region
    for block in blocks:
        yield (own := turned(grid, block)), turned_region(grid, block, own)


def _as_laid_out(grid: Grid, cells: Grid, region: Region, reading: Reading, said: ByHand) -> TablePlan:
    """A table as found, or turned over where a person says so."""
    plan = _plan(cells, region, reading, said)
    layout = said.layouts.get(plan.key)
    if layout is None or (layout == "columns") == plan.turned:
        return plan
    block = block_of(region, is_turned=plan.turned)
    if layout == "columns":
        own = turned(grid, block)
        other = _plan(own, turned_region(grid, block, own), reading, said)
        # Somebody may have said of the turned one that it is not.
        return plan if said.layouts.get(other.key) == "rows" else other
    alone = turned(
        turned(grid, block), replace(block, top=block.left, left=block.top, bottom=block.right, right=block.bottom)
    )
    alone = replace(alone, turned=False)
    found = find_regions(alone)
    return _plan(alone, found[0], reading, said) if found else plan


def fingerprint(names: Sequence[str], unit: Unit, said: Sequence[str] = ()) -> str:
    """Return the key of a header: its words, whatever their capitals and spaces, and what titles say over the table.

    Parameters
    ----------
    said : platform and measure of every count, where only titles say them

    Examples
    --------
    >>> fingerprint(["Compte", "Abonnés"], Unit()) == fingerprint(["COMPTE ", "abonnés"], Unit())
    True
    """
    words = [" ".join(name.split()).casefold() for name in names]
    over = [unit.currency or unit.shared, str(unit.times)] if unit != Unit() else []
    return digest([words, over, list(said)] if said else [words, over])[:12]


def _plan(grid: Grid, region: Region, reading: Reading, said: ByHand) -> TablePlan:
    names, unit = region.heading.names, title_unit(region)
    unique = _unique(names)
    cells = [column_values(grid, region, rank) for rank in range(len(names))]
    context = _context(grid, region, cells, reading)
    numeric = _numeric(names, cells, context.order)
    dated = tuple(_is_dated(values) for values in cells)
    table = proposed_table(names, numeric, context)
    meant = names if not grid.turned else _without_corner(names)
    found = (
        proposed_meanings(meant, numeric, dated, table, context) if table else [(None, _NOT_RECOGNISED)] * len(names)
    )
    if table == "audience":
        found = with_spending(meant, numeric, dated, found, context)
    columns = [
        ColumnPlan(name, number, meaning, why, _examples(values))
        for name, number, (meaning, why), values in zip(unique, region.heading.columns, found, cells, strict=True)
    ]
    for name, meaning, why in context.around(table, [each.meaning for each in columns]):
        columns.append(ColumnPlan(name, 0, meaning, why, (context.says(name) or "",)))
    summed = tuple(
        each.number for each in columns if each.number and each.meaning and each.meaning.field in {"value", "amount"}
    )
    key = fingerprint(names, unit, context.over(names))
    region = with_rows(grid, set_totals_apart(grid, region, summed), said.rows.get(key, {}))
    plan = TablePlan(1, region, key, tuple(columns), turned=grid.turned)
    meanings = {each.name: each.meaning for each in columns}
    problems = tuple(problems_of(grid, plan, {}, reading))
    return replace(plan, problems=problems, told=tuple(remarks_on(grid, plan, meanings, reading)))


def _context(grid: Grid, region: Region, cells: Sequence[Sequence[Value]], reading: Reading) -> Context:
    return Context(
        region.titles,
        grid.name,
        title_unit(region),
        region.heading.units,
        reading.currency,
        order_of_headers(region.heading.names, reading).order or "dmy",
        tuple(evidence_of(values) for values in cells),
        tuple(other_addresses(values) for values in cells),
    )


def _numeric(names: Sequence[str], cells: Sequence[Sequence[Value]], order: DateOrder | None) -> tuple[bool, ...]:
    """Which columns hold numbers; under a date or a platform, one with few or none is as its neighbours are."""
    found = [_is_numeric(values) for values in cells]
    kinds = ["day" if day_in(name, order) else "platform" if platform_in(name) else "" for name in names]
    known = {kind for kind, is_numeric in zip(kinds, found, strict=True) if is_numeric and kind}
    return tuple(
        is_numeric or (kind in known and (not _told(values) or _holds_a_figure(values)))
        for is_numeric, kind, values in zip(found, kinds, cells, strict=True)
    )


def _without_corner(names: Sequence[str]) -> tuple[str, ...]:
    """The corner of a turned table often says what goes down the side ("Indicateur"), not what its records are."""
    corner = field_of(names[0], "audience") == "measure"
    return ("", *names[1:]) if corner else tuple(names)


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found


def _told(values: Iterable[Value]) -> list[Value]:
    return list(islice((value for value in values if not is_missing(value)), _SAMPLE))


def _is_numeric(values: Iterable[Value]) -> bool:
    told = _told(values)
    return bool(told) and sum(1 for value in told if figure_of(value, ",") is not None) * 2 > len(told)


def _holds_a_figure(values: Iterable[Value]) -> bool:
    return any(figure_of(value, ",") is not None for value in _told(values))


def _is_dated(values: Iterable[Value]) -> bool:
    told = _told(values)
    return bool(told) and sum(1 for value in told if day_of(value, "dmy", zone="UTC") is not None) * 2 > len(told)


def _examples(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(islice((" ".join(text_of(value).split()) for value in values if not is_missing(value)), _EXAMPLES))
