"""From the headers of a table to what its columns may hold, each with its why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from temoin.documents.dates import find_dates
from temoin.documents.tables.days import day_of
from temoin.documents.tables.formats import Evidence
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
_BY_FORMAT = "the number format is"
_SHARE = re.compile(
    r"\b(?:percent|pct|pourcentages?|taux|rate|ratio|parts?|evolution|variation|change|rang|rank|restes?|restant|soldes?|ecarts?|differences?|balance)\b"
)
_ADDRESSES = Words(
    "des adresses web qui ne sont le profil d’aucun compte", "web addresses that are the profile of no account"
)
# No date of ours is a quarter or half a year; "S1" may be either that or a week.
_PART_OF_A_YEAR = re.compile(
    r"\b(?:[tqh][1-4]|s[12]|\d\s?(?:er|e|ème|nd|st|rd|th)\s+(?:trimestre|semestre|quarter|half)"
    r"|(?:trimestre|semestre|quarter|half)\s?\d)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(r"(?:\[[A-Z]{1,3}\])?")
_PAID_BY = re.compile(r"disclaimers?\b")
_BESIDE = {"payer", "payee", "object", "currency", "reference", "phase"}
_MANY = {"value", "amount"}
_WHO = {"account", "entity"}
_FEWEST_DAYS = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a table: its titles, its sheet's name, units over it, the currency that a person said,
    the order of day and month in dates that stand in headers; and what its cells show beyond what they say.

    Parameters
    ----------
    formats : a column, what the number formats of its cells say
    addresses : a column, whether it holds web addresses that are no profiles
    """

    titles: tuple[str, ...]
    sheet: str
    unit: Unit
    units: tuple[Unit, ...]
    currency: str | None
    order: DateOrder | None = None
    formats: tuple[Evidence | None, ...] = ()
    addresses: tuple[bool, ...] = ()

    def shown(self, rank: int) -> Evidence | None:
        """What number formats say of a column."""
        return self.formats[rank] if self.formats else None

    def is_address(self, rank: int) -> bool:
        """Whether a column holds web addresses that are no profiles."""
        return bool(self.addresses) and self.addresses[rank]

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
    for rank, (name, is_numeric) in enumerate(zip(names, numeric, strict=True)):
        if is_numeric and (context.shown(rank) or is_amount(name, strong=True)):
            money += 1
        elif is_numeric and (measure_in(name) or platform_in(name)):
            counts += 1
    fields = {field_of(name, "audience") for name in names}
    if counts or ({"platform", "measure"} & fields and "value" in fields):
        return "audience" if counts >= money or (counts and "account" in fields) else "ledger"
    if money:
        return "ledger"
    if any(is_numeric and is_amount(name) for name, is_numeric in zip(names, numeric, strict=True)):
        ledger = {field_of(name, "ledger") for name in names}
        return "ledger" if {"payee", "payer", "currency"} & ledger else None
    if "value" in fields and {"account", "entity"} & fields and context.measure() and any(numeric):
        return "audience"
    return _by_days(names, numeric, context)


def days_across(names: Sequence[str], numeric: Sequence[bool], order: DateOrder | None) -> list[str]:
    """Return the dates that stand as headers over columns of numbers, in order."""
    found = (day_in(name, order) for name, is_numeric in zip(names, numeric, strict=True) if is_numeric)
    return [day for day in found if day]


def _by_days(names: Sequence[str], numeric: Sequence[bool], context: Context) -> TableName | None:
    """A column a date: of money where a title counts in a currency, else of counts."""
    days = days_across(names, numeric, context.order or "dmy")
    if len(days) >= _FEWEST_DAYS and (context.unit.currency or context.unit.shared or context.currency):
        return "ledger"
    return "audience" if len(days) >= _FEWEST_DAYS or (days and context.measure()) else None


@dataclass(frozen=True, slots=True)
class _Header:
    name: str
    unit: Unit
    shown: Evidence | None
    is_numeric: bool
    is_dated: bool
    day: str | None


def proposed_meanings(
    names: Sequence[str], numeric: Sequence[bool], dated: Sequence[bool], table: TableName, context: Context
) -> list[tuple[Meaning | None, Words]]:
    """Return what each column is proposed to hold in a declared table, with why; None for a column left out."""
    found: list[tuple[Meaning | None, Words]] = []
    own: set[tuple[str, str | None]] = set()
    for rank, header in enumerate(_headers(names, numeric, dated, context)):
        meaning = _of_audience(header) if table == "audience" else _of_ledger(header, names, numeric, context)
        if meaning is None:
            found.append((None, _LEFT))
        elif table == "audience" and meaning.field in _WHO and context.is_address(rank):
            found.append((None, _ADDRESSES))
        elif (meaning.field, meaning.platform) in own:
            found.append((None, _TWICE))
        else:
            if meaning.field not in _MANY:
                own.add((meaning.field, meaning.platform))
            found.append((meaning, _why(meaning, header)))
    found = _without_sums(names, found)
    taken = {field for field, _ in own}
    if taken & (_WHO if table == "audience" else {"payer", "payee", "object"}):
        return found
    return _with_a_name(list(_headers(names, numeric, dated, context)), found, table, context)


def with_spending(
    names: Sequence[str],
    numeric: Sequence[bool],
    dated: Sequence[bool],
    found: Sequence[tuple[Meaning | None, Words]],
    context: Context,
) -> list[tuple[Meaning | None, Words]]:
    """Return what columns of an audience table hold with its amounts of money beside, and who paid them.

    A list of advertisements says how often each was seen and what it cost: its rows are read into both tables. What
    stands under "Disclaimer" there is who says to have paid.
    """
    other = proposed_meanings(names, numeric, dated, "ledger", context)
    is_free = [meaning is None for meaning, _ in found]
    spent = [
        free
        and numeric[rank]
        and meaning is not None
        and meaning.field == "amount"
        and is_amount(names[rank], strong=True)
        for rank, (free, (meaning, _)) in enumerate(zip(is_free, other, strict=True))
    ]
    if not any(spent):
        return list(found)
    merged = list(found)
    for rank, (meaning, why) in enumerate(other):
        if meaning is None or not is_free[rank] or why == FIRST_WORDS:
            continue
        if spent[rank]:
            merged[rank] = meaning, why
        elif not numeric[rank] and meaning.field in _BESIDE:
            merged[rank] = (Meaning("payer") if _PAID_BY.match(folded(names[rank])) else meaning), why
    return merged


def _headers(
    names: Sequence[str], numeric: Sequence[bool], dated: Sequence[bool], context: Context
) -> Iterable[_Header]:
    for rank, name in enumerate(names):
        unit = context.units[rank] if context.units else Unit()
        over = unit if unit != Unit() else context.unit
        day = day_in(name, context.order) if numeric[rank] else None
        yield _Header(name, over, context.shown(rank), numeric[rank], dated[rank], day)


def is_by_format(why: Words) -> bool:
    """Return whether a proposal was made from the number format of cells."""
    return why.en.startswith(_BY_FORMAT)


def _why(meaning: Meaning, header: _Header) -> Words:
    if meaning.field == "amount" and header.shown is not None:
        code = header.shown.shown_as
        alone = header.shown.unit.currency is None
        fr, en = (", monnaie de plusieurs pays", ", the sign of several countries") if alone else ("", "")
        return Words(f"le format des nombres est « {code} »{fr}", f'{_BY_FORMAT} "{code}"{en}')
    return _BY_NUMBERS if meaning.field in _MANY else _BY_WORDS


def _of_audience(header: _Header) -> Meaning | None:
    name, field = header.name, field_of(header.name, "audience")
    if header.is_dated and (field == "observed_at" or _UNNAMED.fullmatch(name)):
        return Meaning("observed_at")
    if _SHARE.search(folded(name)) or "%" in name:
        return None
    if header.is_numeric and not is_amount(name, strong=True):
        measure, platform = measure_in(name), platform_in(name)
        if header.day or measure or platform or field == "value":
            times = _times(name, header.unit)
            return Meaning("value", measure=measure, platform=platform, on=header.day, times=times)
    if field is None or (field in {"value", "low", "high"} and not header.is_numeric) or field == "observed_at":
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
    if _PART_OF_A_YEAR.search(name):
        return None
    words = " ".join(name.replace("/ ", "").split()).split(" ")
    ends = (" ".join(words[rank:]).strip("()") for rank in range(len(words)))
    day = next((day for end in ends if (day := day_of(end, order, zone="UTC"))), None)
    # A header names a day; a clock beside it would need a zone.
    return day[:10] if day else None


def _times(name: str, unit: Unit) -> Decimal:
    own = unit_within(name).times
    return own if own != 1 else unit.times


def _of_ledger(header: _Header, names: Sequence[str], numeric: Sequence[bool], context: Context) -> Meaning | None:
    name, field = header.name, field_of(header.name, "ledger")
    if header.is_numeric and (field in {"low", "high"} or _SHARE.search(folded(name)) or "%" in name):
        return None
    across = len(days_across(names, numeric, context.order)) >= _FEWEST_DAYS
    is_money = is_amount(name) or is_amount(name, strong=True) or header.shown or (across and header.day)
    if header.is_numeric and is_money and field not in {"reference", "value_date"}:
        shown = header.shown.unit if header.shown else header.unit
        unit = replace(shown, times=header.unit.times if header.unit.times != 1 else shown.times)
        meaning = amount_meaning(name, unit, currency=context.currency)
        return replace(meaning, on=header.day) if across else meaning
    if field == "value_date":
        return Meaning(field) if header.is_dated else None
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
    headers: Sequence[_Header], found: list[tuple[Meaning | None, Words]], table: TableName, context: Context
) -> list[tuple[Meaning | None, Words]]:
    """Rows of nobody say nothing: the first column of words that holds no field yet names them."""
    for rank, (meaning, _) in enumerate(found):
        header = headers[rank]
        if meaning is None and not header.is_numeric and not header.is_dated and not context.is_address(rank):
            # A count by place is of no account.
            of_account = "entity" if field_of(header.name, "ledger") == "place" else "account"
            field = of_account if table == "audience" else "object"
            return [*found[:rank], (Meaning(field), FIRST_WORDS), *found[rank + 1 :]]
    return found
