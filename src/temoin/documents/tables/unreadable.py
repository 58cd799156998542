"""Cells that cannot be read as what their column holds, counted before anybody confirms the table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from temoin.documents.tables.cells import DecimalSign, day_habit, figure_of, is_missing
from temoin.documents.tables.days import day_of
from temoin.documents.tables.grid import Grid, Value, text_of
from temoin.documents.tables.headers import Meaning
from temoin.documents.tables.heading import column_letters
from temoin.documents.tables.plans import TablePlan, values_of
from temoin.documents.tables.settled import NUMBERS, decimals_of
from temoin.documents.tables.turned import seen
from temoin.evidence.source import DateOrder, Reading
from temoin.words import Words

_SHOWN = 3
_LONGEST = 40
_MOST_HELD = 1 << 16
DAYS = frozenset({"observed_at", "value_date"})


@dataclass(frozen=True, slots=True)
class _Cell:
    place: str
    text: str
    says_unknown: bool


class _Found:
    """How many cells are not read, and the first of each sort: they may be all cells of a long column."""

    def __init__(self) -> None:
        self.counts: Counter[bool] = Counter()
        self.first: dict[bool, list[_Cell]] = {False: [], True: []}

    def add(self, cell: _Cell) -> None:
        self.counts[cell.says_unknown] += 1
        if self.counts[cell.says_unknown] <= _SHOWN:
            self.first[cell.says_unknown].append(cell)


def unreadable(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> Iterator[Words]:
    """Yield one line that counts the cells whose value will be missing: not readable, or saying that none is known.

    An empty cell or a dash is not counted. What a flag settles is a question of its own.

    Parameters
    ----------
    meanings : by column name, what each holds
    """
    grid = seen(grid, plan)
    signs = {name: each.habit.decimal or "," for name, each in decimals_of(grid, plan, meanings, reading).items()}
    found = _Found()
    for each, values in values_of(grid, plan):
        meaning = meanings.get(each.name)
        if meaning is None or meaning.field not in NUMBERS | DAYS:
            continue
        is_day = meaning.field in DAYS
        order = day_habit(values, meaning.dates or reading.dates).order or "dmy" if is_day else None
        judged = lru_cache(_MOST_HELD)(partial(_judged, sign=signs.get(each.name, ","), order=order))
        for row, value in zip(plan.region.rows, values, strict=True):
            # A number as saved is always one.
            if (is_day or type(value) is not float) and (unknown := judged(value)) is not None:
                found.add(_Cell(_place(plan, row, each.number), text_of(value), unknown))
    if found.counts.total():
        yield _told(found)


def _judged(value: Value, sign: DecimalSign, order: DateOrder | None) -> bool | None:
    """None for a cell that is read or empty; else whether it says by itself that nothing is known."""
    if is_missing(value):
        return True if isinstance(value, str) and any(map(str.isalnum, value)) else None
    if order is not None:
        return None if day_of(value, order, zone="UTC") is not None else False
    figure = figure_of(value, sign)
    return None if figure is not None and not figure.unit.percent else False


def _place(plan: TablePlan, row: int, column: int) -> str:
    row, column = plan.place(row, column)
    return f"{column_letters(column)}{row}"


def _told(found: _Found) -> Words:
    unknown, bad = found.counts[True], found.counts[False]
    # What nobody meant to leave out comes first.
    first = [*found.first[False], *found.first[True]][:_SHOWN]
    fr = ", ".join(f"{each.place} « {_short(each.text)} »" for each in first)
    en = ", ".join(f'{each.place} "{_short(each.text)}"' for each in first)
    more = ", …" if unknown + bad > _SHOWN else ""
    if not bad:
        return Words(
            f"cellules qui disent ne pas savoir : {unknown} ({fr}{more}) ; leur valeur manquera",
            f"cells that say it is not known: {unknown} ({en}{more}); their value will be missing",
        )
    also = Words(
        f", et {unknown} qui disent ne pas savoir" if unknown else "",
        f", and {unknown} that say it is not known" if unknown else "",
    )
    return Words(
        f"cellules illisibles : {bad}{also.fr} ({fr}{more}) ; leur valeur manquera : si elle est connue, écrivez-la "
        "dans le fichier et ajoutez-le à nouveau",
        f"cells that cannot be read: {bad}{also.en} ({en}{more}); their value will be missing: where it is known, "
        "write it in the file and add it again",
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
