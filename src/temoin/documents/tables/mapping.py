"""What each column of a table is proposed to hold, with why and examples; and what a person confirmed once.

A mapping is keyed by the header row's own words, with the units that stand over the table: next month's file with the
same words needs no new confirmation, and any change asks again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from temoin.documents.tables.cells import DayHabit, day_habit, decimal_habit, figure_of, is_missing
from temoin.documents.tables.days import day_of, order_remedy
from temoin.documents.tables.grid import Grid, Value, text_of
from temoin.documents.tables.headers import Meaning, TableName
from temoin.documents.tables.proposing import Context, proposed_meanings, proposed_table
from temoin.documents.tables.regions import Apart, Region, find_regions
from temoin.documents.tables.totals import set_totals_apart
from temoin.documents.tables.units import Unit, currencies_of, unit_within
from temoin.errors import InputError
from temoin.evidence.digest import digest
from temoin.evidence.source import Reading
from temoin.quantity import plain
from temoin.words import Words

_EXAMPLES = 3
_SAMPLE = 400
AROUND = ("@platform", "@measure", "@observed_at")
"""Columns that a table does not have: what its title or its sheet's name says of all its rows."""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column and what it is proposed to hold.

    Parameters
    ----------
    name : its header; one of ``AROUND`` for what a title says
    number : of the column in the sheet; 0 for what a title says
    meaning : None for a column left out
    why : of the proposal
    examples : first cells as they stand
    """

    name: str
    number: int
    meaning: Meaning | None
    why: Words
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table found in a file, and how it is proposed to be read.

    Parameters
    ----------
    rank : of the table in its file, from 1
    key : of its header's words
    columns : in order; what titles say last
    problems : what a person must settle before the rows can be read, with what settles it
    """

    rank: int
    region: Region
    key: str
    columns: tuple[ColumnPlan, ...]
    problems: tuple[Words, ...] = ()

    @property
    def sheet(self) -> str:
        """The sheet in which it stands."""
        return self.region.sheet

    @property
    def table(self) -> TableName | None:
        """The declared table that its rows would be of; None where nothing was recognised."""
        return next((each.meaning.table for each in self.columns if each.meaning is not None), None)

    @property
    def apart(self) -> tuple[Apart, ...]:
        """Rows set apart."""
        return self.region.apart


def plan_tables(grids: Iterable[Grid], reading: Reading) -> list[TablePlan]:
    """Return the tables of a file with what their columns are proposed to hold.

    Parameters
    ----------
    reading : ``decimal``, ``dates`` and ``currency`` as said when the file was added
    """
    plans: list[TablePlan] = []
    for grid in grids:
        for region in find_regions(grid):
            plans.append(_plan(grid, region, reading, len(plans) + 1))
    return plans


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


def _plan(grid: Grid, region: Region, reading: Reading, rank: int) -> TablePlan:
    names = region.heading.names
    unit = title_unit(region)
    values = {name: column_values(grid, region, rank) for rank, name in enumerate(_unique(names))}
    order = _order_of_headers(names, reading)
    context = Context(region.titles, grid.name, unit, region.heading.units, reading.currency, order.order or "dmy")
    numeric = tuple(_is_numeric(cells) for cells in values.values())
    dated = tuple(_is_dated(cells) for cells in values.values())
    table = proposed_table(names, numeric, context)
    found = proposed_meanings(names, numeric, dated, table, context) if table else []
    columns = []
    for place, (number, name) in enumerate(zip(region.heading.columns, _unique(names), strict=True)):
        meaning, why = found[place] if found else (None, Words("rien n’y est reconnu", "nothing is recognised in it"))
        columns.append(ColumnPlan(name, number, meaning, why, _examples(values[name])))
    for name, meaning, why in context.around(table, [each.meaning for each in columns]):
        columns.append(ColumnPlan(name, 0, meaning, why, (context.says(name) or "",)))
    summed = tuple(
        each.number for each in columns if each.number and each.meaning and each.meaning.field in {"value", "amount"}
    )
    key = fingerprint(names, unit, context.over(names))
    plan = TablePlan(rank, set_totals_apart(grid, region, summed), key, tuple(columns))
    return replace(plan, problems=tuple(problems_of(grid, plan, {}, reading)))


def problems_of(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> Iterable[Words]:
    """Yield what a person must settle before a table's rows can be read, with what settles it.

    Parameters
    ----------
    meanings : by column name, what a person said in place of the proposals
    """
    said = {each.name: meanings.get(each.name, each.meaning) for each in plan.columns}
    for each in plan.columns:
        meaning = said[each.name]
        if meaning is not None and each.number:
            values = column_values(grid, plan.region, plan.region.heading.columns.index(each.number))
            yield from _open(each.name, meaning, values, reading)
    held = {meaning.field for meaning in said.values() if meaning is not None}
    yield from _lacking(plan, said, held)
    yield from _two_days(plan, meanings, reading)
    yield from _alike({name: said[name] for name in said if name not in meanings})
    yield from _two_units(plan, {name for name in said if name not in meanings and said[name] is not None})


def _alike(proposed: Mapping[str, Meaning | None]) -> Iterable[Words]:
    """Two columns that would hold the same: one of them counts twice, or holds something else."""
    first: dict[str, str] = {}
    for name, meaning in proposed.items():
        if meaning is None or meaning.field not in {"value", "amount"}:
            continue
        other = first.setdefault(str(replace(meaning, times=Decimal(1))), name)
        if other != name:
            yield Words(
                f"colonnes « {other} » et « {name} » : toutes deux tiendraient {meaning} ; laissez-en une de côté par "
                f'review AFFAIRE SOURCE correct "{name}=", ou dites ce qu’elle tient par "{name}={meaning}"',
                f'columns "{other}" and "{name}": both would hold {meaning}; leave one out with '
                f'review CASE SOURCE correct "{name}=", or say what it holds with "{name}={meaning}"',
            )


def _order_of_headers(names: Sequence[str], reading: Reading) -> DayHabit:
    return day_habit([word for name in names for word in name.split()], reading.dates)


def _two_days(plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading) -> Iterable[Words]:
    open_cell = _order_of_headers([each.name for each in plan.columns], reading).open_cell
    if open_cell and any(each.meaning and each.meaning.on and each.name not in meanings for each in plan.columns):
        yield Words(
            f"en-tête « {open_cell} » : jour et mois peuvent s’échanger ; dites l’ordre par --dates dmy ou --dates mdy",
            f'header "{open_cell}": day and month may be swapped; say the order with --dates dmy or --dates mdy',
        )


def _two_units(plan: TablePlan, proposed: set[str]) -> Iterable[Words]:
    """A title in thousands over a header that names the bare currency: either may be meant."""
    over = title_unit(plan.region)
    for each in plan.columns:
        own = unit_within(each.name)
        bare = own.times == 1 and (own.currency or own.shared)
        if each.name in proposed and each.meaning and each.meaning.field == "amount" and bare and over.times != 1:
            times = plain(over.times)
            yield Words(
                f"colonne « {each.name} » : le titre compte par {times}, l’en-tête non ; dites lequel vaut par "
                f'review AFFAIRE SOURCE correct "{each.name}={replace(each.meaning, times=over.times)}" ou '
                f'"{each.name}={replace(each.meaning, times=Decimal(1))}"',
                f'column "{each.name}": the title counts by {times}, the header does not; say which holds with '
                f'review CASE SOURCE correct "{each.name}={replace(each.meaning, times=over.times)}" or '
                f'"{each.name}={replace(each.meaning, times=Decimal(1))}"',
            )


def title_unit(region: Region) -> Unit:
    """Return the unit that the titles of a table say; a bare unit where they say none."""
    return next((found for title in region.titles if (found := unit_within(title)) != Unit()), Unit())


def _open(name: str, meaning: Meaning, values: Sequence[Value], reading: Reading) -> Iterable[Words]:
    if meaning.field in {"value", "amount", "low", "high"}:
        decimal = {"comma": ",", "point": "."}.get(meaning.decimal or "", reading.decimal)
        habit = decimal_habit(values, decimal)  # type: ignore[arg-type]
        if habit.open_cell:
            yield Words(
                f"colonne « {name} » : « {habit.open_cell} » a des décimales ou des milliers ; dites à l’ajout "
                f"--decimal , ou --decimal . (une fois ajouté : review AFFAIRE SOURCE correct "
                f'"{name}={meaning},decimal:comma")',
                f'column "{name}": "{habit.open_cell}" has decimals or thousands; say when adding --decimal , or '
                f'--decimal . (once added: review CASE SOURCE correct "{name}={meaning},decimal:comma")',
            )
    if meaning.field in {"observed_at", "value_date"}:
        order = day_habit(values, meaning.dates or reading.dates)
        if order.open_cell:
            remedy = order_remedy(name)
            yield Words(
                f"colonne « {name} » : « {order.open_cell} », jour et mois peuvent s’échanger ; {remedy.fr}",
                f'column "{name}": "{order.open_cell}", day and month may be swapped; {remedy.en}',
            )
        yield from _without_zone(name, values, reading)


def _without_zone(name: str, values: Sequence[Value], reading: Reading) -> Iterable[Words]:
    if reading.zone is not None:
        return
    for value in dict.fromkeys(values):
        try:
            day_of(value, "dmy")
        except InputError:
            shown = text_of(value)
            yield Words(
                f"colonne « {name} » : « {shown} » est une heure sans fuseau ; dites --zone, par exemple --zone UTC",
                f'column "{name}": "{shown}" is a time without a zone; say --zone, for instance --zone UTC',
            )
            return


def _lacking(plan: TablePlan, said: Mapping[str, Meaning | None], held: set[str]) -> Iterable[Words]:
    for name, meaning in said.items():
        if meaning is None:
            continue
        if meaning.field == "value" and not meaning.measure and "measure" not in held:
            yield Words(
                f"colonne « {name} » : rien ne dit ce qu’elle compte ; par exemple "
                f'review AFFAIRE SOURCE correct "{name}={meaning},measure:followers"',
                f'column "{name}": nothing says what it counts; for instance '
                f'review CASE SOURCE correct "{name}={meaning},measure:followers"',
            )
        if meaning.field == "amount" and not meaning.currency and "currency" not in held:
            yield _without_currency(plan, name, meaning)


def _without_currency(plan: TablePlan, name: str, meaning: Meaning) -> Words:
    """Which currencies a word such as FCFA may be is said with the question."""
    shared = unit_within(name).shared or title_unit(plan.region).shared
    codes = currencies_of(shared) or ("MAD",)
    fr = " ou ".join(f'"{name}={meaning},currency:{code}"' for code in codes[:3])
    en = " or ".join(f'"{name}={meaning},currency:{code}"' for code in codes[:3])
    return Words(
        f"colonne « {name} » : la monnaie n’est pas dite, ou plusieurs pays ont ce mot ; dites --currency, ou "
        f"review AFFAIRE SOURCE correct {fr}",
        f'column "{name}": its currency is not said, or several countries share the word; say --currency, or '
        f"review CASE SOURCE correct {en}",
    )


def column_values(grid: Grid, region: Region, rank: int) -> list[Value]:
    """Return the cells of a table's column, by its rank in the table from 0, row by row."""
    column = region.heading.columns[rank]
    return [grid.at(row, column) for row in region.rows]


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


def _is_dated(values: Iterable[Value]) -> bool:
    told = _told(values)
    return bool(told) and sum(1 for value in told if day_of(value, "dmy", zone="UTC") is not None) * 2 > len(told)


def _examples(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(islice((" ".join(text_of(value).split()) for value in values if not is_missing(value)), _EXAMPLES))
