"""What a dossier is made from: the case room fills it; the dossier room sets it and computes nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import polars as pl

from temoin.evidence import Finding, Locator, Source, Statement
from temoin.evidence.method import Method
from temoin.words import Language, Words

Decision = Literal["proposed", "accepted", "rejected", "corrected", "review-again"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something the documents themselves propose, with the words that propose it.

    Parameters
    ----------
    subject : ``country``, ``period``, ``title``, ``published``, ``language``, ``publisher`` or ``genre``
    value : stable value, such as ``KZ``, ``2022-01-06`` or ``fr``
    label : the value for people
    why : the rule that found it, and what is ambiguous where something is
    quote : the words of the source, None where it rests on rows
    evidence : where those words or rows stand
    said : a person said it with a flag or in temoin.toml; nothing is proposed any more
    """

    subject: str
    value: str
    label: Words
    why: Words
    quote: str | None
    evidence: Locator | None
    said: bool = False


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with what is known of its reading; ``sealed`` when its key is not at hand.

    Of a list that others published, ``rows_read`` counts its rows and ``refused`` says which were not read.
    """

    source: Source
    kind: str | None
    kind_label: Words
    proposals: tuple[Proposal, ...] = ()
    sealed: bool = False
    added_at: dt.datetime | None = None
    added_by: str | None = None
    trouble: Words | None = None
    rows_read: int | None = None
    refused: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with what people decided of it.

    ``reading`` is what an extractor reads today where that differs from the reviewed statement.
    """

    statement: Statement
    decision: Decision = "proposed"
    by: str | None = None
    why: str | None = None
    reading: Statement | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document's text with its statements, and the pages its characters stand on."""

    source: Source
    title: str
    text: str
    pages: tuple[tuple[int, int, int], ...] = ()
    statements: tuple[StatementView, ...] = ()


@dataclass(frozen=True, slots=True)
class OutageChapter:
    """The tables of the outage lens for this case: ``SIGNALS``, ``EXPECTED``, ``PICKS``, ``OUTAGES``.

    ``reported`` is what others published of the measured places and times: table ``REPORTED`` with the
    place as measured, ``measured``, and all the ``rows`` that print it.
    """

    signals: pl.DataFrame
    expected: pl.DataFrame
    picks: pl.DataFrame
    outages: pl.DataFrame
    reported: pl.DataFrame = field(default_factory=pl.DataFrame)


@dataclass(frozen=True, slots=True)
class Report:
    """One case, ready to be set in one language; ``places`` names the places that a table only gives by their code."""

    language: Language
    name: str
    title: str
    question: str | None
    as_of: dt.datetime
    zone: str
    heads: tuple[str, ...]
    program: str
    synthetic: bool
    proposals: tuple[Proposal, ...]
    sources: tuple[SourceView, ...]
    documents: tuple[DocumentView, ...]
    findings: tuple[Finding, ...]
    methods: tuple[Method, ...]
    outages: OutageChapter | None = None
    notes: tuple[SourceView, ...] = field(default=())
    places: Mapping[str, Words] = field(default_factory=dict)
