"""The currency of each amount: what its cell, its row and its column say, what stays open, what contradicts.

A sign or a word that several countries share, as "$", is never a currency by itself: a person says whose it is, with
``sign:USD`` beside the column, or the column's own currency is one of those it may stand for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from temoin.documents.tables.amounts import currency_of
from temoin.documents.tables.cells import figure_of, is_missing
from temoin.documents.tables.formats import evidence_of
from temoin.documents.tables.grid import Grid, Shown, Value, text_of
from temoin.documents.tables.headers import Meaning
from temoin.documents.tables.heading import column_letters
from temoin.documents.tables.plans import ColumnPlan, TablePlan, values_of
from temoin.documents.tables.units import NO_UNIT, Unit, currencies_of, unit_in, unit_within
from temoin.words import Words

_SHOWN = 3
_FEW = 2


@dataclass
class Alike:
    """Amounts of a column whose currency is said in the same way.

    Parameters
    ----------
    word : as the cells or their number format write it
    cell, row : what the cell says, and what its row's column of currencies says
    currency : what they settle together with the column; None where they do not
    places : the first ones
    """

    word: str
    cell: Unit
    row: Unit | None
    currency: str | None
    count: int = 0
    places: list[str] = field(default_factory=list)

    @property
    def open_word(self) -> str:
        """The word that several countries share and nothing settles; empty where there is none."""
        if self.currency is not None:
            return ""
        shared = self.cell.shared or (self.row.shared if self.row else "")
        return shared if currencies_of(shared) else ""

    @property
    def said(self) -> str:
        """Where the first ones are, and how many where they are more."""
        return ", ".join(self.places) + (f", … ({self.count})" if self.count > len(self.places) else "")


def currency_said(text: str) -> Unit:
    """Return what a cell of a column of currencies says; a word that is none is kept, and no other stands for it.

    Examples
    --------
    >>> currency_said("EUR").currency, currency_said("dirhams").shared, currency_said("coquillages").shared
    ('EUR', 'dirhams', 'coquillages')
    """
    unit = unit_in(text)
    return unit if unit.currency or unit.shared else Unit(shared=text)


def alike(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None]
) -> Iterator[tuple[ColumnPlan, Meaning, list[Alike]]]:
    """Yield each column of amounts with how its amounts say their currency, in order of first place.

    Parameters
    ----------
    grid : as the table counts its rows
    """
    columns = list(values_of(grid, plan))
    beside = next((values for each, values in columns if _field(meanings.get(each.name)) == "currency"), None)
    for each, values in columns:
        meaning = meanings.get(each.name)
        if meaning is not None and meaning.field == "amount":
            yield each, meaning, _alike(plan, each, meaning, (values, beside))


def _field(meaning: Meaning | None) -> str:
    return meaning.field if meaning is not None else ""


def _alike(
    plan: TablePlan, column: ColumnPlan, meaning: Meaning, cells: tuple[Sequence[Value], Sequence[Value] | None]
) -> list[Alike]:
    values, beside = cells
    found: dict[tuple[str, Value], Alike] = {}
    for rank, value in enumerate(values):
        if is_missing(value) or (unit := _unit(value)) is None:
            continue
        own = None if beside is None else beside[rank]
        word = value.shown_as if isinstance(value, Shown) else unit.currency or unit.shared
        key = (word if unit.currency or unit.shared else "", own if isinstance(own, str) else None)
        if key not in found:
            row = None if is_missing(own) else currency_said(" ".join(text_of(own).split()))
            by_row = currency_of(row, meaning.currency, meaning.sign)
            found[key] = Alike(key[0], unit, row, currency_of(unit, by_row, meaning.sign))
        found[key].count += 1
        if len(found[key].places) < _SHOWN:
            place = plan.place(plan.region.rows[rank], column.number)
            found[key].places.append(f"{column_letters(place[1])}{place[0]}")
    return list(found.values())


def _unit(value: Value) -> Unit | None:
    if type(value) is float:
        return NO_UNIT
    figure = figure_of(value, ",")
    return None if figure is None or figure.unit.percent else figure.unit


def open_currencies(grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], over: Unit) -> Iterator[Words]:
    """Yield what a person must say before amounts can be read: the currency of bare ones, what "$" stands for.

    Parameters
    ----------
    over : the unit that titles say
    """
    bare: dict[str, Words] = {}
    signs: dict[str, Words] = {}
    for each, meaning, found in alike(grid, plan, meanings):
        words = {one.open_word: one for one in found if one.open_word}
        beside = any(one.row is not None for one in found) or any(
            _field(said) == "currency" for said in meanings.values()
        )
        alone = not beside and any(not one.cell.currency and not one.cell.shared for one in found)
        own = unit_within(each.name).shared or over.shared
        if not beside and meaning.currency is None and (alone or (len(found) == 1 and words)):
            bare[each.name] = _bare(each.name, meaning, found, own)
        elif words:
            signs[each.name] = _sign(each.name, meaning, list(words.values()))
    yield from _each_or_all(bare, _BARE, "currency")
    yield from _each_or_all(signs, _SIGNS, "sign")


_BARE = Words(
    "leur monnaie n’est pas dite, ou plusieurs pays ont ce mot ; dites --currency CODE, ou, pour toutes",
    "their currency is not said, or several countries share the word; say --currency CODE, or, for all of them",
)
_SIGNS = Words(
    "un signe ou un mot de monnaie y est celui de plusieurs pays ; dites lequel, pour toutes",
    "a sign or a word of currency there is that of several countries; say which, for all of them",
)


def _each_or_all(asked: Mapping[str, Words], why: Words, name: str) -> Iterator[Words]:
    if len(asked) <= _FEW:
        yield from asked.values()
        return
    first, more = list(asked)[:4], len(asked) - 4
    fr, en = (", ".join(f"{a}{each}{b}" for each in first) for a, b in (("« ", " »"), ('"', '"')))
    also = f" (+ {more})" if more > 0 else ""
    yield Words(
        f'colonnes {fr}{also} : {why.fr}, review AFFAIRE SOURCE correct "@{name}=CODE"',
        f'columns {en}{also}: {why.en}, review CASE SOURCE correct "@{name}=CODE"',
    )


def _bare(name: str, meaning: Meaning, found: Sequence[Alike], own: str) -> Words:
    """Which currencies a word such as FCFA may be is said with the question, and what other cells show."""
    shown = [one for one in found if one.cell.currency or one.cell.shared]
    shared = own or (shown[0].cell.shared if len(found) == 1 and shown else "")
    signs = [one.open_word for one in shown if one.open_word and one.open_word != shared]
    codes = currencies_of(shared)[:3] or ("CODE",)
    settled = [f"{name}={meaning},currency:{code}" for code in codes]
    settled = [each + (f",sign:{currencies_of(signs[0])[0]}" if signs else "") for each in settled]
    fr, en = (joint.join(f'"{each}"' for each in settled) for joint in (" ou ", " or "))
    beside = "" if len(found) == 1 else "; ".join(f"{one.word or '–'} ({one.said})" for one in found)
    return Words(
        f"colonne « {name} » : la monnaie n’est pas dite, ou plusieurs pays ont ce mot"
        f"{f' [{beside}]' if beside else ''} ; dites --currency CODE, ou review AFFAIRE SOURCE correct {fr}",
        f'column "{name}": its currency is not said, or several countries share the word'
        f"{f' [{beside}]' if beside else ''}; say --currency CODE, or review CASE SOURCE correct {en}",
    )


def _sign(name: str, meaning: Meaning, words: Sequence[Alike]) -> Words:
    told = "; ".join(f"{one.word or one.open_word} ({one.said})" for one in words)
    codes = currencies_of(words[0].open_word)[:3]
    rest = "".join(f"+{currencies_of(one.open_word)[0]}" for one in words[1:])
    fr, en = (joint.join(f'"{name}={meaning},sign:{code}{rest}"' for code in codes) for joint in (" ou ", " or "))
    against = meaning.currency
    return Words(
        f"colonne « {name} » : {told}, signe ou mot de plusieurs pays"
        f"{f', et la colonne dit {against}' if against else ''} ; dites lequel par review AFFAIRE SOURCE correct {fr}",
        f'column "{name}": {told}, a sign or a word of several countries'
        f"{f', and the column says {against}' if against else ''}; say which with review CASE SOURCE correct {en}",
    )


def told_of_currencies(grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None]) -> Iterator[Words]:
    """Yield what a person should hear: cells in another currency than their column, amounts that no currency has."""
    for each, values in values_of(grid, plan):
        meaning = meanings.get(each.name)
        if meaning is None or meaning.field != "amount" or grid.shows_formats:
            continue
        if unit_within(each.name).currency is None and any(type(value) is float for value in values):
            yield Words(
                f"colonne « {each.name} » : le format XLS ne livre pas les formats de nombre ; une monnaie qu’ils "
                "montreraient n’est pas lue : regardez-la dans le tableur, ou enregistrez en XLSX",
                f'column "{each.name}": the XLS format does not give number formats; a currency that they would show '
                "is not read: look at it in the spreadsheet, or save as XLSX",
            )
    has_own = any(_field(each) == "currency" for each in meanings.values())
    for each, meaning, found in alike(grid, plan, meanings):
        shown = evidence_of(values_under(grid, plan, each.name))
        whole = shown.unit.currency if shown else None
        others = [one for one in found if (code := one.cell.currency) and code not in {meaning.currency, whole}]
        yield from _others(each.name, meaning, others)
        if has_own:
            yield from _without(each.name, [one for one in found if one.currency is None and not one.open_word])


def values_under(grid: Grid, plan: TablePlan, name: str) -> Sequence[Value]:
    """Return the cells under a header."""
    return next((values for each, values in values_of(grid, plan) if each.name == name), [])


def _others(name: str, meaning: Meaning, others: Sequence[Alike]) -> Iterator[Words]:
    if others:
        told = "; ".join(f"{one.cell.currency} ({one.said})" for one in others)
        fr, en = (f"la colonne dit {meaning.currency}", f"the column says {meaning.currency}")
        if meaning.currency is None:
            fr, en = "chaque cellule dit la sienne", "every cell says its own"
        yield Words(
            f"colonne « {name} » : monnaie dite par des cellules, {told} ; {fr} ; celle de la cellule vaut",
            f'column "{name}": currency said by cells, {told}; {en}; that of the cell stands',
        )


def _without(name: str, lacking: Sequence[Alike]) -> Iterator[Words]:
    rows = [one for one in lacking if one.row is not None]
    blank = [one for one in lacking if one.row is None]
    if rows:
        known = [(one.row.shared if one.row else "", one.said) for one in rows[:_SHOWN]]
        fr = " ; ".join(f"« {word} » ({places})" for word, places in known)
        en = "; ".join(f'"{word}" ({places})' for word, places in known)
        yield Words(
            f"colonne « {name} » : monnaie inconnue, {fr} ; ces montants seront lus sans monnaie",
            f'column "{name}": unknown currency, {en}; these amounts will be read without a currency',
        )
    if blank:
        told = "; ".join(one.said for one in blank[:_SHOWN])
        yield Words(
            f"colonne « {name} », montants dont rien ne dit la monnaie : {told} ; ils seront lus sans monnaie ; si "
            'elle est connue : review AFFAIRE SOURCE correct "@currency=CODE"',
            f'column "{name}", amounts whose currency nothing says: {told}; they will be read without one; where it is '
            'known: review CASE SOURCE correct "@currency=CODE"',
        )
