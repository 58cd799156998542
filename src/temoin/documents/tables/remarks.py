"""What a person should hear of how a table is read: its shape, what its cells settled, cells that are not readable."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from temoin.documents.tables.currencies import told_of_currencies
from temoin.documents.tables.days import needs_zone
from temoin.documents.tables.formats import evidence_of
from temoin.documents.tables.grid import Grid, text_of
from temoin.documents.tables.headers import Meaning
from temoin.documents.tables.plans import TablePlan, values_of
from temoin.documents.tables.settled import decimals_of
from temoin.documents.tables.turned import seen
from temoin.documents.tables.units import unit_within
from temoin.documents.tables.unreadable import unreadable
from temoin.evidence.source import Reading
from temoin.words import Words

_FEWEST = 2
_TOLD = 3
_MOST_HELD = 1 << 16


def remarks_on(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> Iterator[Words]:
    """Yield what a person should hear of a table as it is read, or would be.

    Parameters
    ----------
    meanings : by column name, what each holds
    reading : as said when the file was added
    """
    grid = seen(grid, plan)
    yield from _shape(plan, meanings)
    yield from _ragged(plan)
    yield from _few([each.by for each in decimals_of(grid, plan, meanings, reading).values() if each.by is not None])
    yield from _few(list(_by_format(grid, plan, meanings)))
    yield from told_of_currencies(grid, plan, meanings)
    yield from _without_zone(grid, plan, meanings, reading)
    yield from unreadable(grid, plan, meanings, reading)


def _shape(plan: TablePlan, meanings: Mapping[str, Meaning | None]) -> Iterator[Words]:
    if plan.turned:
        yield Words(
            "les en-têtes descendent la première colonne : un relevé par colonne (sinon : review AFFAIRE SOURCE "
            'correct "layout=rows")',
            "the headers go down the first column: a record a column (if not: review CASE SOURCE correct "
            '"layout=rows")',
        )
    figures = [meaning for meaning in meanings.values() if meaning and meaning.field in {"value", "amount"}]
    days = [meaning.on for meaning in figures if meaning.on]
    platforms = list(dict.fromkeys(meaning.platform for meaning in figures if meaning.platform))
    if len(days) >= _FEWEST:
        yield Words(
            f"une colonne par date ({len(days)}, de {min(days)} à {max(days)}) : chaque cellule donne une ligne",
            f"a column a date ({len(days)}, from {min(days)} to {max(days)}): every cell gives a row",
        )
    if len(platforms) >= _FEWEST:
        told = ", ".join(platforms)
        yield Words(
            f"une colonne par plateforme ({told}) : chaque cellule donne une ligne",
            f"a column a platform ({told}): every cell gives a row",
        )


def _ragged(plan: TablePlan) -> Iterator[Words]:
    rows = [each.row for each in plan.apart if each.kind == "ragged"]
    if rows:
        told = ", ".join(map(str, rows[:_TOLD])) + (", …" if len(rows) > _TOLD else "")
        yield Words(
            f"lignes plus longues que l’en-tête : {len(rows)} ({told}) ; un séparateur de trop peut y décaler les "
            "chiffres, elles ne sont pas lues ; corrigez le fichier, ou, si leurs colonnes sont en place : review "
            f'AFFAIRE SOURCE correct "row {rows[0]}=data"',
            f"rows longer than the header: {len(rows)} ({told}); one separator too many may move their figures, they "
            "are not read; mend the file, or, where their columns stand in place: review CASE SOURCE correct "
            f'"row {rows[0]}=data"',
        )


def _few(said: Sequence[Words]) -> Iterator[Words]:
    """The first ones of what may be said of each of sixty columns."""
    yield from said[:_TOLD]
    if len(said) > _TOLD:
        more = len(said) - _TOLD
        yield Words(f"de même pour {more} colonnes de plus", f"likewise for {more} more columns")


def _by_format(grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None]) -> Iterator[Words]:
    """A currency that only a number format says is told with that format; one that it contradicts, too."""
    for each, values in values_of(grid, plan):
        meaning = meanings.get(each.name)
        evidence = evidence_of(values) if meaning is not None and meaning.field == "amount" else None
        code = evidence.unit.currency if evidence else None
        if meaning is None or evidence is None or code is None or unit_within(each.name).currency == code:
            continue
        if meaning.currency == code:
            yield Words(
                f"colonne « {each.name} » : {code}, d’après le format de ses nombres, « {evidence.shown_as} »",
                f'column "{each.name}": {code}, by the format of its numbers, "{evidence.shown_as}"',
            )
        elif meaning.currency:
            yield Words(
                f"colonne « {each.name} » : {meaning.currency} est dit, mais le format de ses nombres, "
                f"« {evidence.shown_as} », dit {code} ; celui-ci vaut",
                f'column "{each.name}": {meaning.currency} is said, but the format of its numbers, '
                f'"{evidence.shown_as}", says {code}; the latter stands',
            )


def _without_zone(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> Iterator[Words]:
    for each, values in values_of(grid, plan):
        meaning = meanings.get(each.name)
        if meaning is None or meaning.field not in {"observed_at", "value_date"} or reading.zone or meaning.zone:
            continue
        is_open = lru_cache(_MOST_HELD)(needs_zone)
        if count := sum(1 for value in values if is_open(value)):
            shown = text_of(next(value for value in values if is_open(value)))
            yield _told(each.name, meaning, shown, count)


def _told(name: str, meaning: Meaning, shown: str, count: int) -> Words:
    return Words(
        f"colonne « {name} », heures sans fuseau : {count} (« {shown} ») ; seul leur jour est lu, tel qu’écrit ; "
        "pour l’heure aussi, dites à l’ajout --zone, par exemple --zone Africa/Dakar (une fois ajouté : review AFFAIRE "
        f'SOURCE correct "{name}={meaning},zone:Africa/Dakar")',
        f'column "{name}", times without a zone: {count} ("{shown}"); only their day is read, as written; for the time '
        "too, say when adding --zone, for instance --zone Africa/Dakar (once added: review CASE SOURCE correct "
        f'"{name}={meaning},zone:Africa/Dakar")',
    )
