"""temoin.toml: the question of a case and what a person settled; everything is optional, unknown keys are errors."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from temoin.documents.tables.given import LAYOUTS, Layout, is_kind
from temoin.documents.tables.headers import parse_meaning
from temoin.errors import CaseError, InputError
from temoin.period import PartialDate, zone
from temoin.words import Language, Words
from temoin.world import country

_KEYS = {
    "title",
    "question",
    "language",
    "countries",
    "period",
    "zone",
    "synthetic",
    "known_events",
    "methods",
    "tables",
}
_PERIOD_KEYS = {"from", "to"}
_EVENT_KEYS = {"name", "place", "began", "ended"}
_TABLE_KEYS = {"by", "columns", "rejected", "rows", "layout"}
_METHOD_KEYS: dict[str, set[str]] = {"outages": {"falls_below"}}

TEMPLATE = """\
# temoin.toml: the question of this case. Everything is optional: what you do not say is proposed from the documents,
# with the words that propose it. Remove the # of a line to settle it. Unknown keys are errors.

# title = "Kazakhstan, January 2022"
# question = "Was the country cut off, since when, and how deeply?"
# language = "fr"                      # fr or en, for the dossier
{countries}
{period}
# zone = "Asia/Almaty"                 # local time of the case; UTC is always shown beside it

# [[known_events]]                     # dates that matter beside the measurements
# name = "Election day"
# place = "KZ"
# began = "2019-06-09"
# ended = "2019-06-09"

# Tables that people kept in spreadsheets are read as temoin review confirmed them; it writes a section for each here.

# [methods.outages]
# falls_below = 0.8                    # share of what the past promises, below which a signal has fallen
"""


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """A dated event that a person put beside the measurements."""

    name: str
    place: str | None
    began: PartialDate
    ended: PartialDate | None


@dataclass(frozen=True, slots=True)
class RowSaid:
    """What a person said that a row of a file is: ``data``, or a kind of row set apart.

    Parameters
    ----------
    source : beginning of the file's hash
    row : of the sheet, from 1; of a table whose records are columns, its column
    """

    source: str
    sheet: str
    row: int
    kind: str


@dataclass(frozen=True, slots=True)
class ConfirmedTable:
    """What a person settled of a table, and of what its columns hold.

    Parameters
    ----------
    columns : header and meaning of each column, in order; an empty meaning leaves the column out; without any, the
        columns are still to be confirmed
    by : who settled it
    rejected : the table is not to be read
    rows : rows put back among the data, or set apart
    layout : whether its records are rows or columns, where that is not as found
    """

    columns: tuple[tuple[str, str], ...]
    by: str | None = None
    rejected: bool = False
    rows: tuple[RowSaid, ...] = ()
    layout: Layout | None = None

    @property
    def is_decided(self) -> bool:
        """Whether somebody decided on its columns."""
        return self.rejected or bool(self.columns)


@dataclass(frozen=True, slots=True)
class Settings:
    """What temoin.toml says.

    Parameters
    ----------
    countries : ISO 3166 codes
    first_day, last_day : both inside the period, in the case's zone
    synthetic : the case is about a fictional place; everything drawn from it says so
    methods : parameters by lens
    tables : what people confirmed of tables, by the key of their header
    """

    title: str | None = None
    question: str | None = None
    language: Language | None = None
    countries: tuple[str, ...] = ()
    first_day: PartialDate | None = None
    last_day: PartialDate | None = None
    zone: str | None = None
    synthetic: bool = False
    known_events: tuple[KnownEvent, ...] = ()
    methods: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    tables: Mapping[str, ConfirmedTable] = field(default_factory=dict)


def new_text(countries: tuple[str, ...], first_day: PartialDate | None, last_day: PartialDate | None) -> str:
    """Return the commented temoin.toml of a new case, with what ``temoin new`` was told."""
    codes = ", ".join(f'"{code}"' for code in countries)
    said = f"countries = [{codes}]" if countries else '# countries = ["KZ"]'
    ends = [f'{name} = "{day.text}"' for name, day in (("from", first_day), ("to", last_day)) if day is not None]
    period = f"period = {{ {', '.join(ends)} }}" if ends else '# period = { from = "2022-01-04", to = "2022-01-12" }'
    return TEMPLATE.format(
        countries=f"{said:<38} # ISO 3166 codes", period=f"{period}   # both days included, in the case's zone"
    )


def read_settings(text: str) -> Settings:
    """Return what the text of a temoin.toml says.

    Raises
    ------
    CaseError : not TOML, or an unknown key
    InputError : a value that cannot be: a country, a zone, a date
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CaseError(
            Words(f"temoin.toml : TOML illisible ({error})", f"temoin.toml: not readable as TOML ({error})")
        ) from error
    _only("", said, _KEYS)
    period = _table("period", said.get("period", {}), _PERIOD_KEYS)
    language = said.get("language")
    if language not in {None, "fr", "en"}:
        raise _wrong("language", str(language), "fr, en")
    return Settings(
        title=_maybe_text("title", said.get("title")),
        question=_maybe_text("question", said.get("question")),
        language=language,
        countries=tuple(country(str(code)).iso2 for code in said.get("countries", ())),
        first_day=_maybe_date(period.get("from")),
        last_day=_maybe_date(period.get("to")),
        zone=zone(str(said["zone"])).key if "zone" in said else None,
        synthetic=bool(said.get("synthetic", False)),
        known_events=tuple(_known_event(event) for event in said.get("known_events", ())),
        methods=_methods(said.get("methods", {})),
        tables=_confirmed(said.get("tables", {})),
    )


def _confirmed(said: object) -> dict[str, ConfirmedTable]:
    if not isinstance(said, Mapping):
        raise _wrong("tables", str(said), '[tables."9f3b2c1d4e5f"]')
    read: dict[str, ConfirmedTable] = {}
    for key, each in said.items():
        table = _table(f"tables.{key}", each, _TABLE_KEYS)
        columns = table.get("columns", [])
        if not isinstance(columns, list) or not all(_is_pair(pair) for pair in columns):
            raise _wrong(f"tables.{key}.columns", str(columns), '[["Compte", "account"]]')
        for _, meaning in columns:
            parse_meaning(meaning)
        by = _maybe_text(f"tables.{key}.by", table.get("by"))
        pairs = tuple((name, meaning) for name, meaning in columns)
        rows = tuple(_row(key, each) for each in _list(f"tables.{key}.rows", table.get("rows", [])))
        read[key] = ConfirmedTable(pairs, by, bool(table.get("rejected")), rows, _layout(key, table.get("layout")))
    return read


def _row(key: str, said: object) -> RowSaid:
    match said:
        case [str() as source, str() as sheet, int() as row, str() as kind] if is_kind(kind):
            return RowSaid(source, sheet, row, kind)
    raise _wrong(f"tables.{key}.rows", str(said), '[["5d0c2b1e9f3a", "Feuil1", 12, "data"]]')


def _layout(key: str, said: object) -> Layout | None:
    known = next((each for each in LAYOUTS if each == said), None)
    if said is not None and known is None:
        raise _wrong(f"tables.{key}.layout", str(said), ", ".join(LAYOUTS))
    return known


def _list(name: str, said: object) -> list[object]:
    if not isinstance(said, list):
        raise _wrong(name, str(said), "[]")
    return said


def _is_pair(said: object) -> bool:
    return isinstance(said, list) and len(said) == 2 and all(isinstance(each, str) for each in said)


def _known_event(event: Mapping[str, object]) -> KnownEvent:
    _only("known_events.", event, _EVENT_KEYS)
    began = _maybe_date(event.get("began"))
    if began is None:
        raise _wrong("known_events.began", "", "2019-06-09")
    place = event.get("place")
    return KnownEvent(str(event.get("name", "")), str(place) if place else None, began, _maybe_date(event.get("ended")))


def _methods(said: Mapping[str, object]) -> dict[str, dict[str, float]]:
    _only("methods.", said, set(_METHOD_KEYS))
    read: dict[str, dict[str, float]] = {}
    for lens, parameters in said.items():
        table = _table(f"methods.{lens}", parameters, _METHOD_KEYS[lens])
        for name, value in table.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise _wrong(f"methods.{lens}.{name}", str(value), "0.8")
        read[lens] = {name: float(str(value)) for name, value in table.items()}
    return read


def _table(name: str, said: object, keys: set[str]) -> Mapping[str, object]:
    if not isinstance(said, Mapping):
        raise _wrong(name, str(said), f"[{name}]")
    _only(f"{name}.", said, keys)
    return said


def _only(prefix: str, said: Mapping[str, object], keys: set[str]) -> None:
    for key in said:
        if key not in keys:
            raise CaseError(
                Words(
                    f"temoin.toml : clé inconnue « {prefix}{key} » ; clés connues : {', '.join(sorted(keys))}",
                    f'temoin.toml: unknown key "{prefix}{key}"; known keys: {", ".join(sorted(keys))}',
                )
            )


def _maybe_text(name: str, value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise _wrong(name, str(value), f'{name} = "…"')
    return value


def _maybe_date(value: object) -> PartialDate | None:
    if value is None:
        return None
    return PartialDate(value.isoformat() if isinstance(value, dt.date) else str(value))


def _wrong(name: str, found: str, expected: str) -> InputError:
    return InputError(
        "temoin.toml",
        Words(f"valeur inattendue « {found} »", f'unexpected value "{found}"'),
        Words(f"écrivez par exemple {expected}", f"write for instance {expected}"),
        where=Words(f"clé {name}", f"key {name}"),
    )
