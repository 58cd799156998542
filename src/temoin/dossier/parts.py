"""The pieces a page is set from: links, tables, figures, cards. Both editions, HTML and PDF, are filled with them."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["", "number", "down", "missing", "code", "quote", "strong"]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: ``target`` is an anchor of this page, empty where the evidence is not at hand.

    ``lang`` is the language of the words where it is not the page's.
    """

    text: str
    target: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Parameters
    ----------
    text : what it says
    target : anchor of its evidence in this page, empty where it has none
    note : a second, quieter line
    tone : how it is set
    lang : language of the text where it is not the page's
    """

    text: str
    target: str = ""
    note: str = ""
    tone: Tone = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; its first cell is its heading, and ``anchor`` is what links may point at."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its caption, the anchor that links point at, and the way back to what cites it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    anchor: str = ""
    back: tuple[Link, ...] = ()
    note: str = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with what must stand beside it: title, text alternative, zone, source, date, short id.

    ``narrow`` is the same drawing for a small screen, empty where there is one drawing only; ``titled`` when the
    drawing itself says its title.
    """

    anchor: str
    title: str
    alternative: str
    drawing: str
    narrow: str
    facts: tuple[str, ...]
    titled: bool


@dataclass(frozen=True, slots=True)
class SettleCard:
    """What would settle a disagreement."""

    missing: str
    holder: str
    question: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as set on the page: its headline leads to the first piece of its evidence, ``deck`` says the rest."""

    id: str
    anchor: str
    headline: str
    deck: str
    target: str
    verdict: str
    label: str
    because: str
    evidence: tuple[Link, ...]
    method: Link
    figures: Grid | None
    settle: SettleCard | None


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Findings that one answer would settle, and that answer; a finding that needs none stands alone.

    ``folded`` are the outages of a campaign, which its card already tells, under the words of ``fold``.
    """

    cards: tuple[Card, ...]
    settle: SettleCard | None
    folded: tuple[Card, ...] = ()
    fold: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """A finding told in one line where its document is shown; ``words`` lead to its card."""

    verdict: str
    label: str
    words: Link


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """Something proposed or said, with the words that propose it and the rule that found them."""

    anchor: str
    subject: str
    value: str
    status: str
    said: bool
    quote: str
    lang: str
    target: str
    why: str


@dataclass(frozen=True, slots=True)
class ProposalGroup:
    """The proposals about one source; without a heading, those about the case.

    ``said`` is what a person said and no words of a source prove: it stands on one line.
    """

    heading: Link | None
    lines: tuple[ProposalLine, ...]
    said: tuple[ProposalLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a document's text: plain, or inside one or several marks.

    Parameters
    ----------
    text : the characters
    anchors : marks that begin here
    decision : decision on the first statement it belongs to; empty for a passage that only a finding cites
    notes : numbers of the statements that end here, each leading to its row in the table
    verdict : the gravest that a check gives of the first statement it belongs to
    """

    text: str
    marked: bool = False
    anchors: tuple[str, ...] = ()
    decision: str = ""
    notes: tuple[Link, ...] = ()
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Facsimile:
    """The picture of a page, or of a figure’s place on it, to stand beside the text.

    Parameters
    ----------
    data : the PNG, in base 64
    alternative : what it shows, for whoever does not see it
    caption : where it is from, and what is to be checked
    width, height : pixels
    shows : anchors of its figures in the text
    figure : the figure as read, empty for a whole page
    target : of the figure in the text
    warned : a person has yet to check the reading
    """

    data: str
    alternative: str
    caption: str
    width: int
    height: int
    shows: tuple[str, ...] = ()
    figure: str = ""
    target: str = ""
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces that stand in one quoted sentence, or between quoted sentences."""

    quoted: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``page`` is the number of the page that begins with it, and ``anchor`` that page's anchor.

    ``flows`` when its line ends are those of a page's width, not of its author: they are set as spaces. ``facsimiles``
    are the pictures of its figures, ``whole`` that of the page that begins with it.
    """

    sentences: tuple[Sentence, ...]
    page: str = ""
    anchor: str = ""
    flows: bool = False
    facsimiles: tuple[Facsimile, ...] = ()
    whole: Facsimile | None = None


@dataclass(frozen=True, slots=True)
class DocumentSheet:
    """A document as set: byline, findings worth knowing, whole text with its marks, opening lines, its statements.

    ``set_apart`` says how many figures the page gives of itself.
    """

    anchor: str
    title: str
    lang: str
    byline: str
    source: Link
    paragraphs: tuple[Paragraph, ...]
    opening: str
    statements: Grid | None
    cited: tuple[Link, ...]
    worth: tuple[Worth, ...] = ()
    set_apart: str = ""


@dataclass(frozen=True, slots=True)
class PlaceChapter:
    """The outages of one place: chart, events, what they look like, what others published, picks, rows behind them.

    ``front`` leads to its chart where that stands on the front page already.
    ``further`` charts: what each signal says, the parts of the place, the calendar of what recurs there.
    """

    anchor: str
    title: str
    chart: Chart | None
    events: Grid | None
    picks: Grid | None
    evidence: tuple[Grid, ...]
    likenesses: tuple[Grid, ...] = ()
    further: tuple[Chart, ...] = ()
    listed: Grid | None = None
    front: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the case: who said what, when and where."""

    anchor: str
    title: str
    byline: str
    text: str
    source: Link
    document: Link


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act on a source as set: when, who, what, and its journal entry."""

    at: str
    by: str
    words: str
    entry: str


@dataclass(frozen=True, slots=True)
class CustodySheet:
    """The chain of custody of a source as set: facts with their labels, then the acts on it in order."""

    anchor: str
    title: Link
    facts: tuple[tuple[str, Cell], ...]
    acts: tuple[ActLine, ...]


@dataclass(frozen=True, slots=True)
class MethodSheet:
    """A method as set, with the findings that it drew."""

    anchor: str
    method: str
    title: str
    does: str
    limits: str
    parameters: Grid | None
    references: tuple[str, ...]
    findings: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """A command that gives this dossier again, and what it does."""

    line: str
    does: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above everything."""

    name: str
    title: str
    question: str
    as_of: str
    local: str
    zone: str
    synthetic: bool
    summary: tuple[Link, ...]
    scope: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole dossier in one language, laid out and ready for a template."""

    language: str
    masthead: Masthead
    contents: tuple[Link, ...]
    disagreements: tuple[CardGroup, ...]
    unsettled: tuple[CardGroup, ...]
    known: tuple[CardGroup, ...]
    proposals: tuple[ProposalGroup, ...]
    timeline: Chart | None
    moments: Grid | None
    lead: Chart | None
    chapters: tuple[PlaceChapter, ...]
    rows: tuple[Grid, ...]
    documents: tuple[DocumentSheet, ...]
    notes: tuple[Note, ...]
    pictured: bool
    sources: Grid
    custody: tuple[CustodySheet, ...]
    methods: tuple[MethodSheet, ...]
    commands: tuple[Command, ...]
    heads: tuple[str, ...]
    program: str
