"""What a column holds, proposed from the words of its header."""

import re
import unicodedata
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import Literal

from temoin.documents.tables import vocabulary
from temoin.documents.tables.units import Unit, unit_within
from temoin.errors import InputError
from temoin.period import PartialDate, iso, parse_time, zone
from temoin.quantity import plain, require_currency
from temoin.words import Words

TableName = Literal["audience", "ledger"]
FIELDS: dict[TableName, tuple[str, ...]] = {
    "audience": ("entity", "account", "platform", "measure", "value", "low", "high", "observed_at"),
    "ledger": (
        "payer", "payee", "object", "phase", "amount", "currency", "value_date", "stock_or_flow", "place", "reference",
    ),
}  # fmt: skip
_OTHER_PHASE = re.compile(
    r"\b(?:engage[es]{0,2}|engagements?|committed|commitments?|rembourse\w*|refund\w*|reimbursed)\b"
)
PHASES = ("budget", "award", "contract", "payment", "unstated")
_ALLOWED = {"dates": ("dmy", "mdy"), "decimal": ("comma", "point"), "phase": PHASES, "stock_or_flow": ("stock", "flow")}
FOR_VALUES = frozenset({"measure", "platform", "account", "entity"})
"""Settings that say something of every value of a column of values."""
_OF_AMOUNTS = frozenset(
    {"currency", "sign", "phase", "stock_or_flow", "payer", "payee", "object", "place", "reference"}
)
_PIECE = re.compile(r'(?:[^,"]|"[^"]*")+')
_LEAST_BEGINNING = 4
_MARKS = re.compile(r"[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|\((?:\d{1,2}|[a-z])\)")
_PARENTHESES = re.compile(r"[(\[][^()\[\]]*[)\]]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: a field of a declared table, and what its header says beside.

    Parameters
    ----------
    field : of ``FIELDS``
    measure, platform, account, entity : of every value of a column of values
    currency, times, phase, stock_or_flow : of a column of amounts; ``times`` is what one of it is worth
    sign : the currencies that words of several countries ("$", FCFA) stand for in its cells, joined by "+"
    payer, payee, object, place, reference : of every amount of a column of amounts
    on : ISO date or UTC moment of every value of the column, as where its header is a date
    dates, decimal, zone : how an ambiguous column is to be read
    """

    field: str
    measure: str | None = None
    platform: str | None = None
    currency: str | None = None
    times: Decimal = Decimal(1)
    phase: str | None = None
    stock_or_flow: str | None = None
    on: str | None = None
    dates: str | None = None
    decimal: str | None = None
    zone: str | None = None
    account: str | None = None
    entity: str | None = None
    payer: str | None = None
    payee: str | None = None
    object: str | None = None
    place: str | None = None
    reference: str | None = None
    sign: str | None = None

    @property
    def table(self) -> TableName:
        """The declared table that the field belongs to."""
        return "ledger" if self.field in FIELDS["ledger"] else "audience"

    def __str__(self) -> str:
        said = [self.field]
        for each in fields(self)[1:]:
            value = getattr(self, each.name)
            if value not in (None, Decimal(1)):
                text = plain(value) if isinstance(value, Decimal) else str(value)
                said.append(f'"{each.name}:{text}"' if "," in text else f"{each.name}:{text}")
        return ",".join(said)


def parse_meaning(text: str) -> Meaning | None:
    """Return what a person writes that a column holds; None for an empty text: the column is left out.

    What a setting says holds for every row of the column: ``account:Ada``, ``observed_at:2031-04``; one with a comma
    stands between double quotes.

    Raises
    ------
    InputError : an unknown field or setting, or a value outside its closed set

    Examples
    --------
    >>> str(parse_meaning("amount,currency:MAD,times:1000"))
    'amount,currency:MAD,times:1000'
    >>> str(parse_meaning("measure:followers")), parse_meaning("")
    ('value,measure:followers', None)
    >>> str(parse_meaning('value,"account:Lumen, Ada",observed_at:2031-04'))
    'value,on:2031-04,"account:Lumen, Ada"'
    """
    pieces = [piece.strip(' "') for piece in _PIECE.findall(text) if piece.strip(' "')]
    if not pieces:
        return None
    settings = dict(_setting(piece, text) for piece in pieces if ":" in piece)
    named = [piece for piece in pieces if ":" not in piece]
    if not named and FOR_VALUES & settings.keys():
        named = ["value"]
    if len(named) != 1 or not any(named[0] in known for known in FIELDS.values()):
        raise _unknown(text)
    if settings.keys() & (_OF_AMOUNTS if named[0] == "value" else FOR_VALUES if named[0] == "amount" else set()):
        raise _unknown(text)
    times = settings.pop("times", "1")
    try:
        return Meaning(named[0], times=Decimal(times), **settings)
    except InvalidOperation as error:
        raise _unknown(text) from error


def _setting(piece: str, text: str) -> tuple[str, str]:
    name, _, value = (part.strip() for part in piece.partition(":"))
    name = "on" if name in {"observed_at", "value_date"} else name
    if name not in {each.name for each in fields(Meaning)[1:]} or not value or '"' in value:
        raise _unknown(text)
    if name == "currency":
        return name, require_currency(value)
    if name == "sign":
        return name, "+".join(require_currency(each.strip()) for each in value.split("+"))
    if name == "zone":
        return name, zone(value).key
    if name == "on":
        return name, _day(value)
    if name in _ALLOWED and value not in _ALLOWED[name]:
        raise _unknown(text)
    return name, value


def _day(value: str) -> str:
    return iso(parse_time(value)) if "T" in value else PartialDate(value).text


def _unknown(text: str) -> InputError:
    known = ", ".join(name for names in FIELDS.values() for name in names)
    return InputError(
        text,
        Words("ce n’est pas ce qu’une colonne peut contenir", "this is not what a column may hold"),
        Words(
            f"champs : {known} ; avec par exemple value,measure:followers,platform:Facebook ou amount,currency:MAD,"
            "times:1000,phase:payment",
            f"fields: {known}; with for instance value,measure:followers,platform:Facebook or amount,currency:MAD,"
            "times:1000,phase:payment",
        ),
    )


@lru_cache(maxsize=1 << 12)
def folded(header: str) -> str:
    """Return the words of a header without accents, capitals, marks, parentheses and signs.

    Examples
    --------
    >>> folded("Abonnés (au 1er mai) *"), folded("follower_count"), folded("FollowerCount")
    ('abonnes', 'follower count', 'follower count')
    """
    bare = _PARENTHESES.sub(" ", _MARKS.sub(" ", header)) if not header.startswith("(") else header
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", bare.replace("_", " "))).casefold()
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("œ", "oe")
    return " ".join(re.sub(r"[^\w]+", " ", letters).split())


def platform_in(text: str) -> str | None:
    """Return the platform that a text names alone; None for none or several.

    Examples
    --------
    >>> platform_in("Abonnés Facebook"), platform_in("Compte"), platform_in("Facebook et Instagram")
    ('Facebook', None, None)
    """
    words = folded(text)
    found = {name for name, pattern in vocabulary.PLATFORMS if _word(pattern).search(words)}
    return found.pop() if len(found) == 1 else None


def measure_in(text: str) -> str | None:
    """Return the measure that a text names first; None for none.

    Examples
    --------
    >>> measure_in("Nombre d’abonnés"), measure_in("J’aime"), measure_in("Montant")
    ('followers', 'likes', None)
    """
    words = folded(text)
    return next((name for name, pattern in vocabulary.MEASURES if _word(pattern).search(words)), None)


def is_amount(header: str, *, strong: bool = False) -> bool:
    """Return whether a header names an amount of money, by a word that means nothing else if ``strong``."""
    if strong:
        unit = unit_within(header)
        named = _word(vocabulary.STRONG_AMOUNT).search(folded(header)) is not None
        return named or bool(unit.currency or unit.shared)
    return _word(vocabulary.AMOUNT).match(folded(header)) is not None


def phase_in(header: str) -> str | None:
    """Return the phase that an amount's header says; None where it says none.

    Examples
    --------
    >>> phase_in("Montant payé"), phase_in("Montant engagé"), phase_in("Budget voté")
    ('payment', None, 'budget')
    """
    words = folded(header)
    return next((name for name, pattern in vocabulary.PHASES if _word(pattern).search(words)), None)


def other_phase_in(header: str) -> str | None:
    """Return a header that says a phase which is none of the list, as printed: money committed, money given back.

    Examples
    --------
    >>> other_phase_in("Montant engagé"), other_phase_in("Montant payé")
    ('Montant engagé', None)
    """
    return header if phase_in(header) is None and _OTHER_PHASE.search(folded(header)) else None


def field_of(header: str, table: TableName) -> str | None:
    """Return the field of a table that a header's words are; None where they are none.

    Examples
    --------
    >>> field_of("Relevé le", "audience"), field_of("Bénéficiaire", "ledger"), field_of("Observations", "ledger")
    ('observed_at', 'payee', None)
    """
    last = header.rsplit(" / ", 1)[-1]
    known = vocabulary.AUDIENCE if table == "audience" else vocabulary.LEDGER
    for text in (header, last):
        words = folded(text)
        for field, pattern in known:
            if words and _whole(pattern).fullmatch(words):
                return field
    words = folded(last)
    for field, pattern in known:
        found = _whole(pattern).match(words)
        if field not in {"value", "low", "high"} and found and found.end() >= _LEAST_BEGINNING:
            return field
    return None


def amount_meaning(header: str, unit: Unit, *, currency: str | None = None) -> Meaning:
    """Return what a column of amounts holds: the header's own unit before that of a title or a person's."""
    own = unit_within(header)
    said = own if own.currency or own.shared else replace(own, currency=unit.currency, shared=unit.shared)
    times = own.times if own.times != 1 else unit.times
    code = said.currency or currency
    return Meaning("amount", currency=code, times=times, phase=phase_in(header))


@cache
def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?!\w)")
