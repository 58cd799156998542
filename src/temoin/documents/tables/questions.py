"""What a person must settle before the rows of a table can be read, each with what settles it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from temoin.documents.tables.cells import DayHabit, day_habit, is_missing
from temoin.documents.tables.currencies import open_currencies
from temoin.documents.tables.days import day_of, order_remedy
from temoin.documents.tables.grid import Grid, Value
from temoin.documents.tables.headers import Meaning
from temoin.documents.tables.plans import TablePlan, title_unit, values_of
from temoin.documents.tables.settled import NUMBERS, decimals_of
from temoin.documents.tables.turned import seen
from temoin.documents.tables.units import unit_within
from temoin.evidence.source import Reading
from temoin.quantity import plain
from temoin.words import Words

_WHOSE = {"account", "entity"}
_OF_A_PLATFORM = {"users"}
"""What a platform itself has, in a country or anywhere: nobody's account."""


def problems_of(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> Iterable[Words]:
    """Yield what a person must settle before a table's rows can be read, with what settles it.

    Parameters
    ----------
    meanings : by column name, what a person said in place of the proposals
    """
    grid = seen(grid, plan)
    said = {each.name: meanings.get(each.name, each.meaning) for each in plan.columns}
    decimals = decimals_of(grid, plan, said, reading)
    for each, values in values_of(grid, plan):
        meaning = said[each.name]
        if meaning is not None and meaning.field in NUMBERS and (cell := decimals[each.name].habit.open_cell):
            yield _which_decimal(each.name, meaning, cell)
        elif meaning is not None and meaning.field == "platform" and _are_days(values):
            yield _days_as_platform(each.name)
        elif meaning is not None:
            yield from _which_order(each.name, meaning, values, reading)
    yield from _lacking(grid, plan, said)
    if not meanings:
        yield from whose(said)
    yield from _two_days(plan, meanings, reading)
    yield from _alike({name: said[name] for name in said if name not in meanings})
    yield from _two_units(plan, {name for name in said if name not in meanings and said[name] is not None})


def _are_days(values: Sequence[Value]) -> bool:
    told = [value for value in dict.fromkeys(values) if not is_missing(value)]
    return bool(told) and all(day_of(value, "dmy", zone="UTC") is not None for value in told)


def _days_as_platform(name: str) -> Words:
    return Words(
        f"colonne « {name} » : des dates, et non des plateformes ; dites ce qu’elle tient par review AFFAIRE SOURCE "
        f'correct "{name}=observed_at", et de qui est chaque colonne de chiffres par "COLONNE=value,account:NOM"',
        f'column "{name}": dates, not platforms; say what it holds with review CASE SOURCE correct '
        f'"{name}=observed_at", and whose each column of figures is with "COLUMN=value,account:NAME"',
    )


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


def order_of_headers(names: Sequence[str], reading: Reading) -> DayHabit:
    """Return how headers that are dates write day and month."""
    return day_habit([word for name in names for word in name.split()], reading.dates)


def _two_days(plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading) -> Iterable[Words]:
    open_cell = order_of_headers([each.name for each in plan.columns], reading).open_cell
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
                f'"{each.name}={replace(each.meaning, times=Decimal(1))},times:1"',
                f'column "{each.name}": the title counts by {times}, the header does not; say which holds with '
                f'review CASE SOURCE correct "{each.name}={replace(each.meaning, times=over.times)}" or '
                f'"{each.name}={replace(each.meaning, times=Decimal(1))},times:1"',
            )


def _which_decimal(name: str, meaning: Meaning, cell: str) -> Words:
    return Words(
        f"colonne « {name} » : « {cell} » a des décimales ou des milliers ; dites à l’ajout "
        f"--decimal , ou --decimal . (une fois ajouté : review AFFAIRE SOURCE correct "
        f'"{name}={meaning},decimal:comma")',
        f'column "{name}": "{cell}" has decimals or thousands; say when adding --decimal , or '
        f'--decimal . (once added: review CASE SOURCE correct "{name}={meaning},decimal:comma")',
    )


def _which_order(name: str, meaning: Meaning, values: Sequence[Value], reading: Reading) -> Iterable[Words]:
    if meaning.field not in {"observed_at", "value_date"}:
        return
    order = day_habit(values, meaning.dates or reading.dates)
    if order.open_cell:
        remedy = order_remedy(name)
        yield Words(
            f"colonne « {name} » : « {order.open_cell} », jour et mois peuvent s’échanger ; {remedy.fr}",
            f'column "{name}": "{order.open_cell}", day and month may be swapped; {remedy.en}',
        )


def _lacking(grid: Grid, plan: TablePlan, said: Mapping[str, Meaning | None]) -> Iterable[Words]:
    held = {meaning.field for meaning in said.values() if meaning is not None}
    counts = {name: meaning for name, meaning in said.items() if meaning is not None and meaning.field == "value"}
    if "measure" not in held:
        yield from _without_measure({name: meaning for name, meaning in counts.items() if not meaning.measure})
    yield from open_currencies(grid, plan, said, title_unit(plan.region))


def _without_measure(counts: Mapping[str, Meaning]) -> Iterable[Words]:
    if len(counts) == 1:
        ((name, meaning),) = counts.items()
        yield Words(
            f"colonne « {name} » : rien ne dit ce qu’elle compte ; par exemple "
            f'review AFFAIRE SOURCE correct "{name}={meaning},measure:followers"',
            f'column "{name}": nothing says what it counts; for instance '
            f'review CASE SOURCE correct "{name}={meaning},measure:followers"',
        )
    elif counts:
        fr, en = listed(counts)
        yield Words(
            f"colonnes {fr} : rien ne dit ce qu’elles comptent ; par exemple, pour toutes, "
            'review AFFAIRE SOURCE correct "@measure=measure:followers"',
            f"columns {en}: nothing says what they count; for instance, for all of them, "
            'review CASE SOURCE correct "@measure=measure:followers"',
        )


def whose(said: Mapping[str, Meaning | None]) -> Iterable[Words]:
    """Yield the question that counts leave open where nothing names whose they are.

    Parameters
    ----------
    said : what each column holds, by name
    """
    if any(meaning is not None and meaning.field in _WHOSE for meaning in said.values()):
        return
    platform = any(meaning is not None and meaning.field == "platform" for meaning in said.values())
    counts = {
        name: meaning
        for name, meaning in said.items()
        if meaning is not None
        and meaning.field == "value"
        and not (meaning.account or meaning.entity)
        and not (meaning.measure in _OF_A_PLATFORM and (platform or meaning.platform))
    }
    if counts:
        fr, en = listed(counts)
        yield Words(
            f"{'colonne' if len(counts) == 1 else 'colonnes'} {fr} : de quel compte ? rien ne le nomme ; dites-le par "
            'review AFFAIRE SOURCE correct "@account=NOM DU COMPTE" ("@account=-" s’ils ne sont d’aucun)',
            f"{'column' if len(counts) == 1 else 'columns'} {en}: of which account? nothing names it; say it with "
            'review CASE SOURCE correct "@account=NAME OF THE ACCOUNT" ("@account=-" where they are of none)',
        )


_LISTED = 4


def listed(names: Iterable[str]) -> tuple[str, str]:
    """Return names in quotes, French and English, the first ones only where they are many."""
    known = list(names)
    more = f" (+ {len(known) - _LISTED})" if len(known) > _LISTED else ""
    fr, en = (", ".join(f"{a}{name}{b}" for name in known[:_LISTED]) for a, b in (("« ", " »"), ('"', '"')))
    return f"{fr}{more}", f"{en}{more}"
