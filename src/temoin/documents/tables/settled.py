"""The decimal sign of each column: what its own cells show, else the other columns of the table, else its language.

A cell such as "3,400" has decimals or thousands. Other cells that can only be read one way settle it, and so does a
table whose headers are English where every such cell has a comma before exactly three digits, several times: English
never writes decimals after a comma. What settled it is said; what nothing settles is asked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from temoin.documents.tables.cells import DecimalSign, Habit, decimal_habit, distinct, signs_shown
from temoin.documents.tables.grid import Grid, Value
from temoin.documents.tables.headers import Meaning, folded
from temoin.documents.tables.plans import TablePlan, values_of
from temoin.evidence.source import Reading
from temoin.words import Words

NUMBERS = frozenset({"value", "amount", "low", "high"})
_SIGNS: Mapping[str, DecimalSign] = {"comma": ",", "point": "."}
_BY_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_DIGITS = re.compile(r"\d[\d.,]*(?<![.,])")
_FEWEST = 2
_ENGLISH = re.compile(
    r"\b(?:account|name|platform|network|page name|party|candidate|user|username|handle|channel|owner|person|entity"
    r"|followers|subscribers|members|friends|views|shares|comments|posts|collected|observed|retrieved|amount|spent"
    r"|paid|supplier|vendor|advertiser|payer|payee|buyer|recipient|city|country|count|number|value|week|month|day"
    r"|year)s?\b"
)
_FRENCH = re.compile(
    r"\b(?:compte|nom|plateforme|reseau|parti|candidat|utilisateur|chaine|abonn\w*|vues|partages|commentaires|releve"
    r"|montant|paye|fournisseur|beneficiaire|annonceur|payeur|ville|pays|nombre|valeur|semaine|mois|jour|annee|lieu)s?\b"
)


@dataclass(frozen=True, slots=True)
class Settled:
    """How a column writes its numbers, and what settled it where its own cells left it open."""

    habit: Habit
    by: Words | None = None


def decimals_of(
    grid: Grid, plan: TablePlan, meanings: Mapping[str, Meaning | None], reading: Reading
) -> dict[str, Settled]:
    """Return how each column of numbers writes its decimals, by column name.

    Parameters
    ----------
    meanings : by column name, what each holds
    reading : ``decimal`` as said when the file was added
    """
    cells = {each.name: values for each, values in values_of(grid, plan)}
    numbers = [values for name, values in cells.items() if (meaning := meanings.get(name)) and meaning.field in NUMBERS]
    found: dict[str, Settled] = {}
    for name, values in cells.items():
        meaning = meanings.get(name)
        if meaning is None or meaning.field not in NUMBERS:
            continue
        said = _SIGNS.get(meaning.decimal or "", reading.decimal)
        habit = decimal_habit(values, said)
        if said is not None:
            found[name] = Settled(habit)
        else:
            found[name] = _settled(name, habit, cells, numbers) if habit.open_cell else _shown(name, habit, values)
    return found


def _shown(name: str, habit: Habit, values: Sequence[Value]) -> Settled:
    """A sign that the column's own cells show is said only where it settles an open one."""
    if habit.decimal is None:
        return Settled(habit)
    doubt = next((str(value).strip() for value in distinct(values) if decimal_habit([value]).open_cell), None)
    witness = signs_shown(values).get(habit.decimal)
    if doubt is None or witness is None:
        return Settled(habit)
    return Settled(habit, _by(name, doubt, habit.decimal, Words(f"« {witness} »", f'"{witness}"')))


def _settled(
    name: str, habit: Habit, cells: Mapping[str, Sequence[Value]], numbers: Sequence[Sequence[Value]]
) -> Settled:
    """Only a sign that no other column contradicts settles an open cell."""
    witnesses = [(sign, text, other) for other, values in cells.items() for sign, text in signs_shown(values).items()]
    if len({sign for sign, _, _ in witnesses}) > 1:
        return Settled(habit)
    open_cell = habit.open_cell or ""
    for sign, text, other in witnesses:
        by = Words(f"« {text} », colonne « {other} »", f'"{text}", column "{other}"')
        return Settled(Habit(sign), _by(name, open_cell, sign, by))
    if _is_english(cells) and _groups_of_three(chain.from_iterable(numbers)):
        by = Words(
            "des en-têtes anglais et trois chiffres après chaque virgule",
            "English headers and three digits after every comma",
        )
        return Settled(Habit("."), _by(name, open_cell, ".", by))
    return Settled(habit)


def _by(name: str, open_cell: str, sign: DecimalSign, by: Words) -> Words:
    decimals = (sign == ",") == ("," in open_cell)
    fr, en = ("décimales", "decimals") if decimals else ("milliers", "thousands")
    return Words(
        f"colonne « {name} » : « {open_cell} » se lit avec des {fr}, d’après {by.fr}",
        f'column "{name}": "{open_cell}" is read with {en}, as shown by {by.en}',
    )


def _is_english(names: Iterable[str]) -> bool:
    words = [folded(name) for name in names]
    french = any(_FRENCH.search(each) for each in words)
    return not french and sum(1 for each in words if _ENGLISH.search(each)) >= _FEWEST


def _groups_of_three(values: Iterable[Value]) -> bool:
    """Whether every number is whole or has commas before three digits, several of them different."""
    found = {number for value in values if isinstance(value, str) for number in _DIGITS.findall(value)}
    parted = [number for number in found if _BY_THOUSANDS.fullmatch(number)]
    return len(parted) >= _FEWEST and all(number in parted or number.isdigit() for number in found)
