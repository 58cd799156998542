"""A document's text cut into paragraphs, sentences and marks, each mark one that a link may point at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from temoin.claims.attribute_words import attribute_words
from temoin.dossier import claim_wording, wording
from temoin.dossier.anchors import Anchors, anchor, page_anchor, passage_anchor
from temoin.dossier.facsimiles import figure_pictures, page_picture, place_note, warning_note
from temoin.dossier.naming import language_of, print_between, print_parsed, title_of
from temoin.dossier.parts import Cell, DocumentSheet, Grid, Link, Paragraph, Piece, Row, Sentence
from temoin.dossier.report import DocumentView, StatementView
from temoin.dossier.verdicts import set_apart, verdict_mark, verdicts_of, worth_knowing
from temoin.errors import InputError
from temoin.evidence import Statement
from temoin.evidence.digest import short
from temoin.period import parse_time, print_date
from temoin.words import Language
from temoin.world import country

_DATED = {"date", "datetime"}
_BREAK = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_OPENING = 320
_FULL_LINE = 45


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    anchor: str
    decision: str = ""
    note: Link | None = None
    verdict: str = ""


def lay_out_document(view: DocumentView, anchors: Anchors) -> DocumentSheet:
    """Return a document as set: its whole text with every statement and every cited passage marked in place."""
    language = anchors.report.language
    source = next((one for one in anchors.report.sources if one.source.id == view.source.id), None)
    marks = _marks(view, anchors)
    name = anchor("d", view.source.id)
    own = language_of(source) or view.source.language or ""
    citing = [link for mark in marks for link in anchors.citing[mark.anchor]]
    return DocumentSheet(
        anchor=name,
        title=view.title or (title_of(source, language) if source else short(view.source.id)),
        lang=own,
        byline=_byline(view, language),
        source=Link(short(view.source.id), anchor("x", view.source.id)),
        paragraphs=tuple(_paragraphs(view, marks, language)),
        opening=opening_of(view.text),
        statements=_table(view, anchors, own),
        cited=tuple(dict.fromkeys(citing)),
        worth=worth_knowing(view, anchors),
        set_apart=set_apart(view.set_apart, language),
    )


def _byline(view: DocumentView, language: Language) -> str:
    published = print_date(view.source.published, language) if view.source.published else None
    return ", ".join(part for part in (view.source.publisher, view.source.author, published) if part)


def opening_of(text: str) -> str:
    """Return the first lines of a text on one line, cut between words."""
    flat = " ".join(text[: 4 * _OPENING].split())
    return flat if len(flat) <= _OPENING else flat[:_OPENING].rsplit(" ", 1)[0] + " …"


def stands(view: StatementView, text: str) -> bool:
    """Return whether a statement's figure still stands at its place in the text."""
    statement = view.statement
    return 0 <= statement.start < statement.end <= len(text) and (
        text[statement.start : statement.end] == statement.text and bool(statement.text.strip())
    )


def _marks(view: DocumentView, anchors: Anchors) -> list[_Mark]:
    verdicts = verdicts_of(anchors.report.findings)
    marks = [
        _Mark(
            one.statement.start,
            one.statement.end,
            anchor("s", one.statement.id),
            one.decision,
            Link(str(rank), anchor("t", one.statement.id)),
            verdict_mark(verdicts, one.statement.id),
        )
        for rank, one in enumerate(view.statements, start=1)
        if stands(one, view.text)
    ]
    marks += [
        _Mark(place.start, place.end, passage_anchor(place), verdict=verdict_mark(verdicts, str(place)))
        for place in anchors.passages[view.source.id]
    ]
    marks = [_without_edges(mark, view.text) for mark in marks]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.anchor))


def _without_edges(mark: _Mark, text: str) -> _Mark:
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    return replace(mark, start=start, end=start + len(words.strip()))


def _paragraphs(view: DocumentView, marks: list[_Mark], language: Language) -> Iterator[Paragraph]:
    quoted = _joined(
        (one.statement.quote_start, one.statement.quote_start + len(one.statement.quote))
        for one in view.statements
        if stands(one, view.text)
    )
    begins = {start: number for number, start, end in view.pages if start < end}
    for start, end in _blocks(view.text, sorted(begins)):
        page = next((number for at, number in begins.items() if at <= start and not view.text[at:start].strip()), None)
        yield Paragraph(
            tuple(_sentences(view.text, (start, end), quoted, marks)),
            str(page) if page else "",
            page_anchor(view.source.id, page) if page else "",
            _flows(view.text[start:end]),
            figure_pictures(view, (start, end), language),
            page_picture(view, page, language) if page else None,
        )


def _flows(text: str) -> bool:
    *lines, _ = text.split("\n")
    return all(len(line) >= _FULL_LINE for line in lines)


def _joined(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _blocks(text: str, pages: list[int]) -> Iterator[tuple[int, int]]:
    cuts = sorted({0, len(text), *pages, *(found.end() for found in _BREAK.finditer(text))})
    for start, end in pairwise(cuts):
        if text[start:end].strip():
            yield start, start + len(text[start:end].rstrip())


def _sentences(
    text: str, block: tuple[int, int], quoted: list[tuple[int, int]], marks: list[_Mark]
) -> Iterator[Sentence]:
    start, end = block
    inside = [(max(low, start), min(high, end)) for low, high in quoted if low < end and high > start]
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    at = start
    for low, high in inside:
        if at < low:
            yield Sentence(quoted=False, pieces=tuple(_pieces(text, at, low, near)))
        yield Sentence(quoted=True, pieces=tuple(_pieces(text, low, high, near)))
        at = high
    if at < end:
        yield Sentence(quoted=False, pieces=tuple(_pieces(text, at, end, near)))


def _pieces(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[Piece]:
    cuts = {start, end}
    for mark in marks:
        cuts |= {at for at in (mark.start, mark.end) if start < at < end}
    ordered = sorted(cuts)
    for low, high in pairwise(ordered):
        over = [mark for mark in marks if mark.start <= low and high <= mark.end]
        yield Piece(
            # The break between two pages has no sign in any typeface.
            text=text[low:high].replace("\f", " "),
            marked=bool(over),
            anchors=tuple(mark.anchor for mark in over if mark.start == low),
            decision=next((mark.decision for mark in over if mark.decision), ""),
            verdict=next((mark.verdict for mark in over if mark.verdict), ""),
            notes=tuple(mark.note for mark in over if mark.end == high and mark.note),
        )


def _table(view: DocumentView, anchors: Anchors, lang: str) -> Grid | None:
    if not view.statements:
        return None
    language = anchors.report.language
    heads = (wording.NUMBER, wording.FIGURE, wording.SAYS_WHAT, wording.READ_AS, wording.WHO_SAYS, wording.DECISION)
    title = view.title or short(view.source.id)
    return Grid(
        caption=wording.STATEMENTS_OF.filled(title=title).in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(_statement_row(rank, one, view, anchors, lang) for rank, one in enumerate(view.statements, start=1)),
        back=(Link(wording.BACK_TO_TEXT.in_(language), anchor("d", view.source.id)),),
    )


def _statement_row(rank: int, one: StatementView, view: DocumentView, anchors: Anchors, lang: str) -> Row:
    language = anchors.report.language
    statement = one.statement
    placed = stands(one, view.text)
    target = anchor("s", statement.id)
    return Row(
        (
            Cell(str(rank), note=short(statement.id)),
            Cell(
                statement.text.replace("\n", " "),
                target if placed else "",
                _lines(_lost(placed, language), place_note(one, view, language)),
                "strong",
                lang,
            ),
            Cell(_property(statement, language), note=_about(statement, anchors)),
            Cell(read_as(one, language), note=_interval(one, language), tone="number"),
            Cell(statement.attributed_to or "—", note=_through(one, language)),
            Cell(
                wording.DECISIONS[one.decision].in_(language),
                note=_lines(_decided(one, language), warning_note(one, language)),
            ),
        ),
        anchor("t", statement.id) if placed else target,
    )


def _lines(*notes: str) -> str:
    return "\n".join(filter(None, notes))


def _property(statement: Statement, language: Language) -> str:
    return attribute_words(statement.attribute).in_(language)


def _about(statement: Statement, anchors: Anchors) -> str:
    language = anchors.report.language
    place = anchors.place(statement.place) if statement.place else ""
    is_country = statement.place is not None and statement.entity in _names_of(statement.place)
    about = (
        None if is_country else statement.entity,
        claim_wording.UPON.filled(target=statement.target).in_(language) if statement.target else "",
        claim_wording.BY_MEANS.filled(means=statement.means).in_(language) if statement.means else "",
        place,
    )
    return "\n".join(filter(None, about))


def _names_of(place: str) -> tuple[str, ...]:
    try:
        name = country(place).name
    except InputError:  # the codes of fictional places are nobody's
        return ()
    return name.fr, name.en


def _lost(placed: bool, language: Language) -> str:  # noqa: FBT001
    return "" if placed else wording.NOT_IN_TEXT.in_(language)


def read_as(one: StatementView, language: Language) -> str:
    """Return a statement's value as read, with its unit."""
    statement = one.statement
    if statement.kind == "other" and statement.value is None:
        return claim_wording.NOT_A_FIGURE.in_(language)
    value = print_parsed(statement.value, language, dated=statement.kind in _DATED)
    if statement.unit is None:
        return value
    counted, _, per = statement.unit.partition("/")
    known = wording.UNITS.get(counted)
    rate = f" {wording.PER[per].in_(language)}" if per in wording.PER else f"/{per}" if per else ""
    return f"{value}\xa0{known.in_(language) if known else counted}{rate}"


def _interval(one: StatementView, language: Language) -> str:
    statement = one.statement
    qualifier = "" if statement.qualifier == "exact" else wording.QUALIFIERS[statement.qualifier].in_(language)
    return "\n".join(filter(None, (qualifier, _bounds(statement, language))))


def _bounds(statement: Statement, language: Language) -> str:
    low, high = statement.low, statement.high
    if (low, high) == (None, None) or low == high == statement.value or _is_one_unit(statement):
        return ""
    if statement.kind == "datetime" and low and high and "T" in low and "T" in high:
        return print_between(parse_time(low, "UTC"), parse_time(high, "UTC"), language)
    dated = statement.kind in _DATED
    both, above, below = (
        (wording.DAYS_FROM_TO, wording.SINCE, wording.UNTIL)
        if dated
        else (wording.FROM_TO, wording.AT_LEAST, wording.AT_MOST)
    )
    words = both if low and high else above if low else below
    return words.filled(
        low=print_parsed(low, language, dated=dated), high=print_parsed(high, language, dated=dated)
    ).in_(language)


def _is_one_unit(statement: Statement) -> bool:
    # Half a person on either side of a whole number tells nobody anything.
    if statement.kind in _DATED or statement.qualifier != "exact" or not (statement.low and statement.high):
        return False
    return Decimal(statement.high) - Decimal(statement.low) == 1


def _through(one: StatementView, language: Language) -> str:
    statement = one.statement
    through = wording.THROUGH.filled(name=statement.through).in_(language) if statement.through else ""
    grade = wording.CREDIBILITY.filled(grade=statement.credibility).in_(language)
    return "\n".join(filter(None, (through, grade)))


def _decided(one: StatementView, language: Language) -> str:
    parts = [wording.BY.filled(name=one.by).in_(language)] if one.by else []
    parts += [one.why] if one.why else []
    if one.reading is not None:
        new = StatementView(one.reading)
        figure = f"{wording.quoted(one.reading.text).in_(language)} → {read_as(new, language)}"
        parts.append(wording.NEW_READING.filled(figure=figure).in_(language))
    return "\n".join(parts)
