"""A source: an artefact as received, and everything that was said about it when it was added."""

import codecs
import datetime as dt
from dataclasses import asdict, dataclass, field, fields
from typing import Literal, Self, get_args

from temoin.errors import InputError
from temoin.period import PartialDate, iso, parse_time, zone
from temoin.quantity import require_currency
from temoin.words import Words

Genre = Literal["press", "press-release", "notice", "export", "note", "letter", "report", "message", "leak", "other"]
Visibility = Literal["open", "quotes", "exists", "sealed"]
GENRES: dict[str, Words] = {
    "press": Words("presse", "press"),
    "press-release": Words("communiqué", "press release"),
    "notice": Words("avis officiel", "official notice"),
    "export": Words("export de données", "data export"),
    "note": Words("note", "note"),
    "letter": Words("lettre", "letter"),
    "report": Words("rapport", "report"),
    "message": Words("message", "message"),
    "leak": Words("fuite", "leak"),
    "other": Words("autre", "other"),
}
DateOrder = Literal["dmy", "mdy", "ymd"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How an ambiguous source is to be read; None where the person who added it said nothing.

    Parameters
    ----------
    kind : reader to use, as in ``--as KIND``
    zone : IANA zone of its times without one
    dates : order of day, month and year
    decimal : decimal sign
    encoding : character encoding
    currency : ISO 4217 code of its bare amounts
    place : ISO 3166 code of what it measures, where the file itself does not say
    """

    kind: str | None = None
    zone: str | None = None
    dates: DateOrder | None = None
    decimal: Literal[",", "."] | None = None
    encoding: str | None = None
    currency: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An artefact as received, named by the SHA-256 of its bytes (a personal one by that of its sealed bytes).

    Parameters
    ----------
    id : SHA-256 in hexadecimal
    size : bytes, of the sealed bytes for a personal one
    name : file name as received; None for a personal source
    title, publisher, author, url, licence, language : as the person who added it said; None where nothing was said
    published : date of publication with its precision
    retrieved_at : when it was fetched or received
    tool : what fetched it, with its version; None where a person brought it
    genre, visibility : closed sets
    reliability : Admiralty grade A to F; F until a person grades it
    personal : sealed, and its ids are never drawn from its content
    reference : path of a large file that stays where it is (``--by-reference``)
    who, at, place : of a note: who said it, when, where
    """

    id: str
    size: int
    name: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    retrieved_at: dt.datetime | None = None
    tool: str | None = None
    language: str | None = None
    genre: Genre | None = None
    licence: str | None = None
    visibility: Visibility | None = None
    reliability: Reliability = "F"
    personal: bool = False
    reference: str | None = None
    who: str | None = None
    at: str | None = None
    place: str | None = None
    reading: Reading = field(default_factory=Reading)

    def __post_init__(self) -> None:
        _require("genre", self.genre, get_args(Genre))
        _require("visibility", self.visibility, get_args(Visibility))
        _require("reliability", self.reliability, get_args(Reliability))

    def record(self) -> dict[str, object]:
        """Return what stands in the journal entry: plain values, nothing for what was not said."""
        said = {name: value for name, value in asdict(self).items() if value is not None and name != "reading"}
        if self.published is not None:
            said["published"] = self.published.text
        if self.retrieved_at is not None:
            said["retrieved_at"] = iso(self.retrieved_at)
        reading = {name: value for name, value in asdict(self.reading).items() if value is not None}
        return said | ({"reading": reading} if reading else {})

    @classmethod
    def from_record(cls, record: dict[str, object]) -> Self:
        """Return the source that a journal entry tells of; names it does not know are left aside."""
        known = {item.name for item in fields(cls)}
        values = {name: value for name, value in record.items() if name in known}
        if "published" in values:
            values["published"] = PartialDate(str(values["published"]))
        if "retrieved_at" in values:
            values["retrieved_at"] = parse_time(str(values["retrieved_at"]))
        if isinstance(reading := values.get("reading"), dict):
            values["reading"] = Reading(**reading)
        return cls(**values)  # type: ignore[arg-type]


def _require(name: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise InputError(
            f"{name} = {value}",
            Words("valeur hors de la liste", "not in the closed set"),
            Words("choisissez parmi " + ", ".join(allowed), "choose among " + ", ".join(allowed)),
        )


def parse_reading(said: dict[str, str]) -> Reading:
    """Return reading options from text, each checked against what it may be.

    Raises
    ------
    InputError : an unknown zone, currency or encoding, or a value outside its closed set

    Examples
    --------
    >>> parse_reading({"zone": "Asia/Almaty"}).zone
    'Asia/Almaty'
    """
    _require("--dates", said.get("dates"), get_args(DateOrder))
    _require("--decimal", said.get("decimal"), (",", "."))
    if "zone" in said:
        zone(said["zone"])
    if "currency" in said:
        said = said | {"currency": require_currency(said["currency"])}
    if "encoding" in said:
        try:
            codecs.lookup(said["encoding"])
        except LookupError as error:
            raise InputError(
                f"--encoding {said['encoding']}",
                Words("encodage inconnu", "unknown encoding"),
                Words("par exemple utf-8, windows-1252, utf-16", "for instance utf-8, windows-1252, utf-16"),
            ) from error
    return Reading(**said)  # type: ignore[arg-type]
