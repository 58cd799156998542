"""What a person says of all the figures of a table at once: "@account=Ada", "@measure=followers", "@payer=…".

It is kept as a constant of each column of counts or of amounts that it fits.
"""

from collections.abc import Mapping
from dataclasses import replace

from temoin.documents.tables.headers import Meaning, measure_in, parse_meaning, phase_in, platform_in
from temoin.documents.tables.units import unit_within
from temoin.errors import InputError
from temoin.words import Words

_OF_VALUES = ("account", "entity", "platform", "measure", "observed_at")
_OF_AMOUNTS = (
    "payer",
    "payee",
    "object",
    "place",
    "reference",
    "currency",
    "sign",
    "phase",
    "stock_or_flow",
    "value_date",
)
OVER_ALL = tuple(f"@{name}" for name in (*_OF_VALUES, *_OF_AMOUNTS))
"""Names under which something is said of all figures."""


def is_over_all(name: str, text: str) -> bool:
    """Return whether a change says one thing of all figures, and not that the title says it, or that nothing does.

    Examples
    --------
    >>> is_over_all("@measure", "followers"), is_over_all("@measure", "measure"), is_over_all("@measure", "")
    (True, False, False)
    """
    return name in OVER_ALL and text.strip() not in {"", name[1:]}


def said_over_all(name: str, text: str, meanings: Mapping[str, Meaning | None]) -> dict[str, Meaning | None]:
    """Return what columns hold with one thing said of all their figures, but where a header says it itself.

    Raises
    ------
    InputError : a value that cannot be, or no column of figures that it fits

    Examples
    --------
    >>> found = said_over_all("@account", "Ada", {"Abonnés": Meaning("value", measure="followers"), "Note": None})
    >>> str(found["Abonnés"])
    'value,measure:followers,account:Ada'
    """
    field = "value" if name[1:] in _OF_VALUES else "amount"
    value = text.strip().removeprefix(f"{name[1:]}:").strip()
    said = parse_meaning(f'{field},"{name[1:]}:{value}"')
    assert said is not None
    own = "on" if name in {"@observed_at", "@value_date"} else name[1:]
    fitting = [column for column, meaning in meanings.items() if meaning is not None and meaning.field == field]
    if not fitting:
        raise InputError(
            f"{name}={text}",
            Words(
                "aucune colonne de ce tableau ne tient de tels chiffres", "no column of this table holds such figures"
            ),
            Words(
                "dites d’abord ce que tient la colonne, par COLONNE=CHAMP",
                "say first what the column holds, COLUMN=FIELD",
            ),
        )
    return {
        column: _with(column, meaning, own, getattr(said, own)) if column in fitting else meaning
        for column, meaning in meanings.items()
    }


def _with(column: str, meaning: Meaning | None, own: str, value: str) -> Meaning | None:
    if meaning is None or (_in_header(column, own) and getattr(meaning, own)):
        return meaning
    return replace(meaning, **{own: value})  # type: ignore[arg-type]  # a name of its own settings


def _in_header(column: str, own: str) -> bool:
    """Whether the header itself says it, or a date, which differs from column to column."""
    match own:
        case "measure":
            return measure_in(column) is not None
        case "platform":
            return platform_in(column) is not None
        case "currency":
            return unit_within(column).currency is not None
        case "phase":
            return phase_in(column) is not None
    return own == "on" and any(map(str.isdigit, column))
