"""What a draft is held against, and what is said of each of its figures."""

from dataclasses import dataclass
from typing import Literal

from temoin.evidence import Statement
from temoin.words import Words

DraftVerdict = Literal["supported", "contradicted", "restated", "unsupported"]


@dataclass(frozen=True, slots=True)
class Told:
    """A text with the statements read in it.

    Parameters
    ----------
    source, title : id and title of the source; of a draft, whatever names it
    published : ISO date, as precisely as it is known; None where it is not
    text : of the document
    statements : read in it
    """

    source: str
    title: str
    published: str | None
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A statement of the case that bears on a figure of the draft: where it comes from and how near it is, 0 to 1."""

    statement: Statement
    title: str
    published: str | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure, date, rank or superlative of a draft with what the case says of it.

    Parameters
    ----------
    start, end, text : where it stands in the draft's text
    kind : as of a statement, or ``superlative``
    sentence : the one it stands in
    verdict : closed set
    evidence : what the verdict rests on, the nearest first
    words : the verdict and its reason
    difference : computed; empty where there is none
    settle : what would settle it; empty where nothing is open
    """

    start: int
    end: int
    text: str
    kind: str
    sentence: str
    verdict: DraftVerdict
    evidence: tuple[Held, ...]
    words: Words
    difference: Words
    settle: Words
