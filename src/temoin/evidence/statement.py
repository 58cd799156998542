"""A statement: somebody says a figure or a fact at a place in a source."""

from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import Literal, Self

import polars as pl

from temoin.evidence.digest import digest
from temoin.evidence.locator import Chars
from temoin.table import Column, Table
from temoin.words import Words

Kind = Literal["money", "count", "percent", "ratio", "duration", "rank", "date", "datetime", "other"]
Qualifier = Literal["exact", "about", "at least", "at most", "range", "vague"]

_UNSAID = Words("non dit", "not said")


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says a figure or a fact at a place in a source.

    Parameters
    ----------
    source : id of the source
    text_hash : SHA-256 of the text in which the positions count
    start, end : code points of the figure in that text
    text : the figure as printed
    kind, qualifier : closed sets
    value : as parsed: a plain decimal number, or an ISO date or time; None for a vague one
    low, high : bounds of the interval it stands for; None where open
    unit : ISO 4217 code, ``%``, or the noun counted
    entity : about whom or what
    attribute : which property, such as ``outage began``
    place : ISO 3166 code of where it holds
    as_of : date at which it holds
    attributed_to : who says it
    through : through whom it reached this source; a chain is written from the nearest to the source outwards, with
        ``; `` between, such as ``Assabah; le360``
    platform : the service that the figure is counted on, such as ``Instagram``
    target, means : of a fact without a figure (kind ``other``): upon whom ``entity`` acts, and by what
    claim : False for what the page says of itself: newsletters, paywalls, dates of publication
    quote : the sentence around it, and quote_start its position
    credibility : Admiralty grade 1 to 6; 6 until a person grades it
    extractor : name and version of what read it, such as ``claims.times/1``
    recognised : least confidence, 0 to 1, of the words recognised in a picture that it touches; None where its
        characters were not read from one
    """

    source: str
    text_hash: str
    start: int
    end: int
    text: str
    kind: Kind
    attribute: str
    extractor: str
    quote: str
    quote_start: int
    value: str | None = None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    entity: str | None = None
    place: str | None = None
    as_of: str | None = None
    attributed_to: str | None = None
    through: str | None = None
    credibility: int = 6
    recognised: float | None = None
    platform: str | None = None
    target: str | None = None
    means: str | None = None
    claim: bool = True

    @property
    def id(self) -> str:
        """Hash of (source, text hash, span, attribute): never of extractor, grade or review."""
        return _id(self.source, self.text_hash, self.start, self.end, self.attribute)

    @property
    def locator(self) -> Chars:
        """Where the figure stands."""
        return Chars(self.source, self.start, self.end)

    def record(self) -> dict[str, object]:
        """Return the statement as plain values, its id first."""
        return {"id": self.id} | asdict(self)

    @classmethod
    def from_record(cls, record: dict[str, object]) -> Self:
        """Return the statement that plain values tell of; names it does not know are left aside."""
        known = {item.name for item in fields(cls)}
        return cls(**{name: value for name, value in record.items() if name in known})  # type: ignore[arg-type]


@lru_cache(maxsize=1 << 16)
def _id(source: str, text_hash: str, start: int, end: int, attribute: str) -> str:
    return digest([source, text_hash, start, end, attribute])


def _text(name: str, fr: str, en: str, null: Words | None = None) -> Column:
    return Column(name, pl.String(), Words(fr, en), null=null)


STATEMENTS = Table(
    "statements",
    Words("Ce que les documents disent, chiffre par chiffre", "What the documents say, figure by figure"),
    (
        _text("id", "identifiant", "identifier"),
        _text("source", "source où il se lit", "source in which it stands"),
        _text("text_hash", "SHA-256 du texte compté", "SHA-256 of the text counted in"),
        Column("start", pl.Int64(), Words("début", "start"), "code points"),
        Column("end", pl.Int64(), Words("fin, exclue", "end, excluded"), "code points"),
        _text("text", "tel qu’imprimé", "as printed"),
        _text("kind", "nature", "kind"),
        _text("attribute", "propriété", "attribute"),
        _text("extractor", "lecteur et version", "extractor and version"),
        _text("quote", "phrase", "sentence"),
        Column("quote_start", pl.Int64(), Words("début de la phrase", "start of the sentence"), "code points"),
        _text("value", "valeur lue", "value as parsed", Words("vague", "vague")),
        _text("low", "borne basse", "lower bound", Words("non bornée", "unbounded")),
        _text("high", "borne haute", "upper bound", Words("non bornée", "unbounded")),
        _text("unit", "unité", "unit", Words("sans unité", "no unit")),
        _text("qualifier", "précision annoncée", "qualifier"),
        _text("entity", "à propos de", "about", _UNSAID),
        _text("place", "lieu, ISO 3166", "place, ISO 3166", _UNSAID),
        _text("as_of", "date de validité", "date at which it holds", _UNSAID),
        _text("attributed_to", "qui le dit", "who says it", _UNSAID),
        _text("through", "par qui", "through whom", _UNSAID),
        Column("credibility", pl.Int64(), Words("crédibilité, Amirauté 1 à 6", "credibility, Admiralty 1 to 6")),
        Column(
            "recognised",
            pl.Float64(),
            Words("assurance de la lecture dans une image, de 0 à 1", "confidence of the reading in a picture, 0 to 1"),
            null=Words("pas lue dans une image", "not read in a picture"),
        ),
        _text("platform", "plateforme", "platform", _UNSAID),
        _text("target", "sur qui porte l’acte", "upon whom the act falls", _UNSAID),
        _text("means", "par quel moyen", "by what means", _UNSAID),
        Column(
            "claim",
            pl.Boolean(),
            Words("dit du sujet, et non de la page elle-même", "said of the matter, not of the page itself"),
        ),
    ),
    key=("id",),
)


_BATCH = 5_000


def statements_frame(statements: list[Statement]) -> pl.DataFrame:
    """Return statements as table ``STATEMENTS``, in the order given."""
    # As dictionaries a hundred thousand statements weigh hundreds of megabytes.
    batches = (statements[at : at + _BATCH] for at in range(0, len(statements), _BATCH))
    frames = (STATEMENTS.frame([statement.record() for statement in batch]) for batch in batches)
    return pl.concat([STATEMENTS.empty(), *frames])


def statements_of(frame: pl.DataFrame) -> list[Statement]:
    """Return the statements of a table ``STATEMENTS``."""
    return [Statement.from_record(row) for row in frame.iter_rows(named=True)]
