"""From the headers of a table to what its columns may hold, each with its why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.documents.dates import find_dates
from temoin.documents.tables.days import day_of
from temoin.documents.tables.headers import (
    FIELDS,
    Meaning,
    TableName,
    amount_meaning,
    field_of,
    folded,
    is_amount,
    measure_in,
    platform_in,
)
from temoin.documents.tables.units import Unit, unit_within
from temoin.evidence.source import DateOrder
from temoin.words import Words

_BY_WORDS = Words("par les mots de l’en-tête", "by the words of the header")
_BY_NUMBERS = Words("par les mots de l’en-tête, sur des nombres", "by the words of the header, over numbers")
_LEFT = Words("aucun champ ne lui correspond", "no field fits it")
_TWICE = Words("une autre colonne tient déjà ce champ", "another column holds that field already")
_SUMS = Words("total d’autres colonnes", "a total of other columns")
FIRST_WORDS = Words("seule colonne de noms", "the only column of names")
_SHARE = re.compile(
    r"\b(?:percent|pct|pourcentages?|taux|rate|ratio|parts?|evolution|variation|change|rang|rank|restes?|restant|soldes?|ecarts?|differences?|balance)\b"
)
_MANY = {"value", "amount"}


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a table: its titles, its sheet's name, units over it, the currency that a person said,
    the order of day and month in dates that stand in headers.
    """

    titles: tuple[str, ...]
    sheet: str
    unit: Unit
    units: tuple[Unit, ...]
    currency: str | None
    order: DateOrder | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The titles, then the sheet's name."""
        return (*self.titles, self.sheet)

    def platform(self) -> str | None:
        """The platform that titles or the sheet's name say, where they say one."""
        found = {name for text in self.texts if (name := platform_in(text))}
        return found.pop() if len(found) == 1 else None

    def measure(self) -> str | None:
        """The measure that titles or the sheet's name say, where they say one."""
        found = {name for text in self.texts if (name := measure_in(text))}
        return found.pop() if len(found) == 1 else None

    def day(self) -> str | None:
        """The only date that titles or the sheet's name say."""
        found = {each.value.text for text in self.texts for each in find_dates(text, language=None) if each.value}
        return found.pop() if len(found) == 1 else None

    def says(self, name: str) -> str | None:
        """What titles or the sheet's name say of all rows, by the name of ``mapping.AROUND``."""
        return {"@platform": self.platform, "@measure": self.measure, "@observed_at": self.day}[name]()

    def over(self, names: Sequence[str]) -> tuple[str, ...]:
        """The platform and the measure that titles say of counts whose own headers do not say them."""
        if any(is_amount(name, strong=True) for name in names):
            return ()
        fields = {field_of(name, "audience") for name in names}
        platform = None if "platform" in fields or any(map(platform_in, names)) else self.platform()
        measure = None if "measure" in fields or any(map(measure_in, names)) else self.measure()
        return tuple(each for each in (platform, measure) if each)

    def around(
        self, table: TableName | None, meanings: Sequence[Meaning | None]
    ) -> Iterable[tuple[str, Meaning, Words]]:
        """Yield what titles say of all rows of an audience table where no column says it."""
        if table != "audience":
            return
        held = {meaning.field for meaning in meanings if meaning is not None}
        values = [meaning for meaning in meanings if meaning is not None and meaning.field == "value"]
        if (platform := self.platform()) and "platform" not in held and not any(each.platform for each in values):
            yield "@platform", Meaning("platform"), _from_title(platform)
        if (measure := self.measure()) and "measure" not in held and not all(each.measure for each in values):
            yield "@measure", Meaning("measure"), _from_title(measure)
        if (day := self.day()) and "observed_at" not in held and not all(each.on for each in values):
            yield "@observed_at", Meaning("observed_at"), _from_title(day)


def _from_title(value: str) -> Words:
    return Words(f"le titre ou la feuille dit « {value} »", f'the title or the sheet says "{value}"')


def proposed_table(names: Sequence[str], numeric: Sequence[bool], context: Context) -> TableName | None:
    """Return the declared table that headers point to: columns of counts, or columns of money.

    Returns
    -------
    None where the headers say neither
    """
    counts = money = 0
    for name, is_numeric in zip(names, numeric, strict=True):
        if is_numeric and is_amount(name, strong=True):
            money += 1
        elif is_numeric and (measure_in(name) or platform_in(name)):
            counts += 1
    fields = {field_of(name, "audience") for name in names}
    if counts or ({"platform", "measure"} & fields and "value" in fields):
        return "audience" if counts >= money else "ledger"
    if money:
        return "ledger"
    if any(is_numeric and is_amount(name) for name, is_numeric in zip(names, numeric, strict=True)):
        ledger = {field_of(name, "ledger") for name in names}
        return "ledger" if {"payee", "payer", "currency"} & ledger else None
    if "value" in fields and {"account", "entity"} & fields and context.measure() and any(numeric):
        return "audience"
    days = sum(1 for name in names if day_of(name, "dmy", zone="UTC"))
    return "audience" if days and context.measure() else None


def proposed_meanings(
    names: Sequence[str], numeric: Sequence[bool], dated: Sequence[bool], table: TableName, context: Context
) -> list[tuple[Meaning | None, Words]]:
    """Return what each column is proposed to hold in a declared table, with why; None for a column left out."""
    found: list[tuple[Meaning | None, Words]] = []
    own: set[tuple[str, str | None]] = set()
    for rank, name in enumerate(names):
        unit = context.units[rank] if context.units else Unit()
        over = unit if unit != Unit() else context.unit
        if table == "audience":
            meaning = _of_audience(name, over, context.order, is_numeric=numeric[rank], is_dated=dated[rank])
        else:
            meaning = _of_ledger(name, over, context.currency, is_numeric=numeric[rank], is_dated=dated[rank])
        if meaning is None:
            found.append((None, _LEFT))
        elif (meaning.field, meaning.platform) in own:
            found.append((None, _TWICE))
        else:
            if meaning.field not in _MANY:
                own.add((meaning.field, meaning.platform))
            found.append((meaning, _BY_NUMBERS if meaning.field in _MANY else _BY_WORDS))
    found = _without_sums(names, found)
    taken = {field for field, _ in own}
    return _with_a_name(numeric, dated, found, table, taken)


def _of_audience(name: str, unit: Unit, order: DateOrder | None, *, is_numeric: bool, is_dated: bool) -> Meaning | None:
    field = field_of(name, "audience")
    if field == "observed_at" and is_dated:
        return Meaning(field)
    if _SHARE.search(folded(name)) or "%" in name:
        return None
    if is_numeric and not is_amount(name, strong=True):
        day, measure, platform = day_in(name, order), measure_in(name), platform_in(name)
        if day or measure or platform or field == "value":
            return Meaning("value", measure=measure, platform=platform, on=day, times=_times(name, unit))
    if field is None or (field in {"value", "low", "high"} and not is_numeric) or field == "observed_at":
        return None
    # The account that stands under a platform's name is that of its counts alone.
    return Meaning(field, platform=platform_in(name) if field == "account" else None)


def day_in(name: str, order: DateOrder | None) -> str | None:
    """Return the date with which a header ends, as in "Abonnés janv-31" or "01/02/2031"; None for none.

    Examples
    --------
    >>> day_in("Abonnés janv-31", None), day_in("21/04/2031", "dmy"), day_in("Abonnés", None)
    ('2031-01', '2031-04-21', None)
    """
    words = " ".join(name.replace("/ ", "").split()).split(" ")
    ends = (" ".join(words[rank:]).strip("()") for rank in range(len(words)))
    return next((day for end in ends if (day := day_of(end, order, zone="UTC"))), None)


def _times(name: str, unit: Unit) -> Decimal:
    own = unit_within(name).times
    return own if own != 1 else unit.times


def _of_ledger(name: str, unit: Unit, currency: str | None, *, is_numeric: bool, is_dated: bool) -> Meaning | None:
    field = field_of(name, "ledger")
    if is_numeric and (field in {"low", "high"} or _SHARE.search(folded(name)) or "%" in name):
        return None
    if is_numeric and (is_amount(name) or is_amount(name, strong=True)) and field not in {"reference", "value_date"}:
        return amount_meaning(name, unit, currency=currency)
    if field == "value_date":
        return Meaning(field) if is_dated else None
    return Meaning(field) if field in FIELDS["ledger"] else None


def _without_sums(
    names: Sequence[str], found: list[tuple[Meaning | None, Words]]
) -> list[tuple[Meaning | None, Words]]:
    """A column named a total beside columns of its kind would count everything twice."""
    many = [rank for rank, (meaning, _) in enumerate(found) if meaning is not None and meaning.field in _MANY]
    sums = [rank for rank in many if folded(names[rank]).split(" ")[0] in {"total", "totaux", "cumul", "ensemble"}]
    if not sums or len(sums) == len(many) or len(many) - len(sums) < 2:
        return found
    return [(None, _SUMS) if rank in sums else each for rank, each in enumerate(found)]


def _with_a_name(
    numeric: Sequence[bool],
    dated: Sequence[bool],
    found: list[tuple[Meaning | None, Words]],
    table: TableName,
    taken: set[str],
) -> list[tuple[Meaning | None, Words]]:
    """Rows of nobody say nothing: the first column of words that holds no field yet names them."""
    if taken & ({"account", "entity"} if table == "audience" else {"payer", "payee", "object"}):
        return found
    for rank, (meaning, _) in enumerate(found):
        if meaning is None and not numeric[rank] and not dated[rank]:
            field = "account" if table == "audience" else "object"
            return [*found[:rank], (Meaning(field), FIRST_WORDS), *found[rank + 1 :]]
    return found
