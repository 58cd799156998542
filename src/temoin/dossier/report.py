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

MOST_PICTURES = 40
"""So many figures of a document that findings cite or people decided on have a picture in the dossier."""
MOST_RECOGNISED = 200
"""So many more that were read in a picture."""
MOST_PAGES = 8
"""So many whole pages of a document are shown."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something the documents themselves propose, with the words that propose it.

    Parameters
    ----------
    subject : ``country``, ``period``, or one of those of :mod:`temoin.documents.proposed`
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
class Act:
    """One act of a person on a source, as its journal entry tells it.

    Parameters
    ----------
    entry : id of the journal entry
    at, by : when, and who
    words : what was done
    """

    entry: str
    at: dt.datetime
    by: str
    words: Words


@dataclass(frozen=True, slots=True)
class Custody:
    """The chain of custody of a source: how it was captured and is read, and every act on it in order.

    Parameters
    ----------
    captured : when the page, message or scan itself was captured or sent, as the file declares; ISO 8601
    captured_by : the software that captured it, as the file declares
    recognised_by : what recognised the characters of its pictures
    reader : kind and version of its reader
    libraries : distributions that change what is read, with their versions
    text_hash : SHA-256 of the text read; None where there is none or the source is personal
    acts : in the journal’s order
    remarks : what reading it left out or met; nothing of a personal source
    """

    captured: str | None = None
    captured_by: str | None = None
    recognised_by: str | None = None
    reader: str = ""
    libraries: tuple[str, ...] = ()
    text_hash: str | None = None
    acts: tuple[Act, ...] = ()
    remarks: tuple[Words, ...] = ()


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
    custody: Custody | None = None


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

    @property
    def unchecked(self) -> bool:
        """Whether it was read in a picture and no person has accepted or corrected it: no check rests on it."""
        return self.statement.recognised is not None and self.decision not in {"accepted", "corrected", "rejected"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page, or of a place on it with its box outlined, as a PNG."""

    page: int
    png: bytes


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where a figure stands in what was handed in, beyond its place in the text.

    Parameters
    ----------
    pages : numbers of the pages it stands on
    pictures : of its place on each of them; empty where none is called for
    left_out : a picture is called for, and the document has more of them than a dossier shows
    cells : sheet, row and column of each cell it touches
    part : name of the attachment, message or captured page it stands in
    captured : when that part was captured or sent, ISO 8601
    """

    pages: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()
    left_out: bool = False
    cells: tuple[tuple[str, int, int], ...] = ()
    part: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document's text with its statements, and the pages its characters stand on.

    ``set_apart`` counts the figures that the page gives of itself, which are not shown. ``places`` says where figures
    stand in what was handed in, by id of the statement; ``page_pictures`` are whole pages on which some are outlined.
    """

    source: Source
    title: str
    text: str
    pages: tuple[tuple[int, int, int], ...] = ()
    statements: tuple[StatementView, ...] = ()
    places: Mapping[str, FigurePlace] = field(default_factory=dict)
    page_pictures: tuple[Picture, ...] = ()
    set_apart: int = 0


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
