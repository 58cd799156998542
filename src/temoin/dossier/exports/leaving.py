"""What may leave a case, before it is written in anybody's format: the case room fills it."""

from dataclasses import dataclass

import polars as pl

from temoin.evidence import Finding, Source, Statement


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that may be cited by its sentences.

    Parameters
    ----------
    source : as it stands in the journal
    title, publisher, published, author, language, url : as said, else as proposed by the document; None where neither
    """

    source: Source
    title: str
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that a person accepted or corrected, with the findings that judge it."""

    cited: Cited
    statement: Statement
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves a case.

    Parameters
    ----------
    case : its title
    as_of : ISO time of the last act on it; None for an empty one
    claims : in order of source and position
    ledger : rows of confirmed tables of sources that may be cited, table ``LEDGER``
    cited : those sources, by id
    kept : statements that stay: not accepted, or of a source that is personal, sealed, withheld or not to be quoted
    """

    case: str
    as_of: str | None
    claims: tuple[Claim, ...]
    ledger: pl.DataFrame
    cited: dict[str, Cited]
    kept: int
