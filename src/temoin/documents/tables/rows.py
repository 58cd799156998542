"""The rows that a confirmed mapping reads: one a cell of counts or of money, each with its sheet, row and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from temoin.documents.tables.amounts import bounds_of, currency_of, is_of_other_sign
from temoin.documents.tables.cells import DecimalSign, Figure, day_habit, figure_of, is_missing, without_mark
from temoin.documents.tables.currencies import currency_said
from temoin.documents.tables.days import day_or_moment
from temoin.documents.tables.grid import Grid, Value, text_of
from temoin.documents.tables.headers import PHASES, Meaning, other_phase_in, phase_in
from temoin.documents.tables.plans import AROUND, TablePlan, values_of
from temoin.documents.tables.proposing import Context
from temoin.documents.tables.settled import decimals_of
from temoin.documents.tables.turned import seen
from temoin.documents.tables.units import Unit
from temoin.evidence.source import DateOrder, Reading
from temoin.words import Words

MOST_UNREAD = 20
"""Cells that cannot be read and are named, of one table."""
_BATCH = 50_000


@dataclass
class Rows:
    """Rows read from a table, and the cells that could not be read as their column says: their value is missing."""

    rows: list[dict[str, object]] = field(default_factory=list)
    unread: list[Words] = field(default_factory=list)
    unread_count: int = 0

    def refuse(self, grid: Grid, row: int, name: str, value: Value) -> None:
        """Note a cell that could not be read."""
        self.unread_count += 1
        if len(self.unread) < MOST_UNREAD:
            shown = text_of(value)[:60]
            self.unread.append(
                Words(
                    f"feuille « {grid.name} », ligne {row}, colonne « {name} » : « {shown} » ne se lit pas, valeur "
                    "manquante",
                    f'sheet "{grid.name}", row {row}, column "{name}": "{shown}" cannot be read, value missing',
                )
            )


@dataclass(frozen=True)
class _Column:
    name: str
    number: int
    meaning: Meaning
    decimal: DecimalSign | None
    order: DateOrder | None
    zone: str | None
    constants: dict[str, object]


def read_rows(grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading) -> Rows:
    """Return the rows of a table as a mapping says, one a cell of its columns of values or amounts.

    A missing cell gives a row without a value: missing is never zero. Merged cells hold for all their rows.

    Parameters
    ----------
    meanings : by column name, what each holds
    reading : ``decimal``, ``dates``, ``zone`` and ``currency`` as said when the file was added
    """
    found = Rows()
    for batch in rows_by_batches(grid, plan, meanings, reading):
        found.rows += batch.rows
        found.unread += batch.unread[: MOST_UNREAD - len(found.unread)]
        found.unread_count += batch.unread_count
    return found


def rows_by_batches(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> Iterator[Rows]:
    """Yield what ``read_rows`` returns, some ten thousands of rows at a time: a million at once take gigabytes."""
    grid = seen(grid, plan)
    columns = list(_columns(grid, plan, meanings, reading))
    figures = [each for each in columns if each.meaning.field in {"value", "amount"}]
    others = [each for each in columns if each not in figures]
    around = _around(grid, plan, meanings)
    merged = _merged_down(grid, plan)
    found = Rows()
    for row in plan.region.rows:
        said = dict(around)
        under: dict[str, dict[str, object]] = {}
        for each in others:
            value = grid.at(*merged.get((row, each.number), (row, each.number)))
            held = under.setdefault(each.meaning.platform, {}) if each.meaning.platform else said
            held.update(_said(grid, row, each, value, found))
        for each in _told(grid, row, figures):
            made = _row(grid, row, each, said | _own(each.meaning, said, under), found)
            made["row"], made["column"] = plan.place(row, each.number)
            found.rows.append(made)
        if len(found.rows) >= _BATCH:
            yield found
            found = Rows()
    yield found


def _told(grid: Grid, row: int, figures: list[_Column]) -> list[_Column]:
    """A blank beside an amount is no amount that is missing: debit or credit, committed or paid."""
    amounts = [each for each in figures if each.meaning.field == "amount"]
    if len(amounts) < 2:
        return figures
    told = [each for each in amounts if grid.at(row, each.number) not in {None, ""}] or amounts[:1]
    return [each for each in figures if each.meaning.field != "amount" or each in told]


def _own(meaning: Meaning, said: Mapping[str, object], under: Mapping[str, dict[str, object]]) -> dict[str, object]:
    """What stands under the name of the value's platform; of the only one named where the value names none."""
    platform = meaning.platform or said.get("platform")
    if platform is None and len(under) == 1:
        return next(iter(under.values()))
    return under.get(str(platform), {})


def _columns(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> Iterator[_Column]:
    decimals = decimals_of(grid, plan, meanings, reading)
    for each, values in values_of(grid, plan):
        meaning = meanings.get(each.name)
        if meaning is None:
            continue
        decimal = decimals[each.name].habit.decimal if each.name in decimals else None
        order = day_habit(values, meaning.dates or reading.dates).order if meaning.field in _DAYS else None
        yield _Column(
            each.name, each.number, meaning, decimal, order, meaning.zone or reading.zone, _constants(meaning)
        )


_DAYS = {"observed_at", "value_date"}


def _around(grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None]) -> dict[str, object]:
    context = Context(plan.region.titles, grid.name, Unit(), (), None)
    return {meaning.field: context.says(name) for name in AROUND if (meaning := meanings.get(name)) is not None}


def _merged_down(grid: Grid, plan: TablePlan) -> dict[tuple[int, int], tuple[int, int]]:
    """The first cell of each merged range that goes down through rows of the table."""
    first, last = plan.region.heading.last, (plan.region.rows[-1] if plan.region.rows else 0)
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for each in grid.merged:
        if each.bottom > each.top > first and each.top <= last:
            for row in range(each.top, min(each.bottom, last) + 1):
                found[row, each.left] = (each.top, each.left)
    return found


def _said(grid: Grid, row: int, column: _Column, value: Value, found: Rows) -> dict[str, object]:
    name = column.meaning.field
    if is_missing(value):
        return {}
    if name in _DAYS:
        day = day_or_moment(value, column.order, column.zone, since_1904=grid.since_1904)
        if day is None:
            found.refuse(grid, row, column.name, value)
        return {name: day}
    if name in {"low", "high"}:
        figure = figure_of(value, column.decimal)
        return {name: None if figure is None else figure.value}
    text, _ = without_mark(" ".join(text_of(value).split()))
    if name == "currency":
        return {name: currency_said(text)}
    if name == "phase":
        known = text if text in PHASES else phase_in(text)
        return {name: known} if known else {name: None, "phase_printed": text}
    return {name: text}


def _row(grid: Grid, row: int, column: _Column, said: Mapping[str, object], found: Rows) -> dict[str, object]:
    value, meaning = grid.at(row, column.number), column.meaning
    figure = None if is_missing(value) else figure_of(value, column.decimal)
    own = said.get("currency")
    column_says = currency_of(own if isinstance(own, Unit) else None, meaning.currency, meaning.sign)
    currency = currency_of(figure.unit if figure else None, column_says, meaning.sign)
    if figure is not None and not _stands(figure, text_of(value), meaning, currency):
        figure = None
    bounds = bounds_of(figure, meaning.times)
    if (figure is None or bounds is None) and not is_missing(value):
        found.refuse(grid, row, column.name, value)
    note = figure.mark if figure is not None and figure.mark else _mark_of(value)
    made: dict[str, object] = {"sheet": grid.name, "note": note or None}
    made |= {name: each for name, each in said.items() if name != "phase_printed"} | column.constants
    made.setdefault(*_day_of_both(meaning, said))
    amount, low, high = bounds or (None, None, None)
    made |= {name: bound for name, bound in (("low", low), ("high", high)) if bound is not None}
    if meaning.field == "value":
        return made | {"value": amount} | ({"observed_at": meaning.on} if meaning.on else {})
    made |= {"amount": amount, "currency": currency, "phase": meaning.phase or made.get("phase") or "unstated"}
    if made["phase"] == "unstated":
        printed = (note, other_phase_in(column.name), said.get("phase_printed"))
        made["note"] = " ; ".join(str(each) for each in printed if each) or None
    made |= {"stock_or_flow": meaning.stock_or_flow or made.get("stock_or_flow")}
    return made | ({"value_date": meaning.on} if meaning.on else {})


def _day_of_both(meaning: Meaning, said: Mapping[str, object]) -> tuple[str, object]:
    """One date of a row is that of its counts and of its amounts."""
    own, other = ("value_date", "observed_at") if meaning.field == "amount" else ("observed_at", "value_date")
    return own, said.get(other)


def _constants(meaning: Meaning) -> dict[str, object]:
    """What a column says of all its figures; a dash says that they are nobody's."""
    said = {name: getattr(meaning, name) for name in _CONSTANT.get(meaning.field, ())}
    return {name: None if is_missing(each) else each for name, each in said.items() if each}


_CONSTANT = {
    "value": ("measure", "platform", "account", "entity"),
    "amount": ("payer", "payee", "object", "place", "reference"),
}


def _stands(figure: Figure, text: str, meaning: Meaning, currency: str | None) -> bool:
    """Whether a figure can be what its column holds."""
    if figure.unit.percent:
        return False
    if meaning.field != "amount":
        return True
    unsettled = currency is None and bool(figure.unit.shared)
    return not unsettled and not is_of_other_sign(text, figure, meaning)


def _mark_of(value: Value) -> str:
    return without_mark(value.strip())[1] if isinstance(value, str) else ""


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)
