"""Blocks of a text: headline, byline and date line before the body, the body, what is signed after it."""

import re
from dataclasses import dataclass

import polars as pl

from temoin.documents.document import Document

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]*\S[^\r\n\f\v\u2028\u2029]*")
_BODY = 200
_SENTENCE = 100
_SENTENCE_END = re.compile(r"[.!?…:]['\"”’»)\]\xa0\u202f ]*$")
_WIDEST_WRAPPED = 130
_FULL_LINE = 0.7
_LEAST_FULL_LINES = 3
_HEAD = 14
_FOOT = 8
_AFTER_OPENING = 4
_SAME_HEIGHT = 0.12


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline or line: ``start`` and ``end`` without the white space around, lines joined in ``text``.

    Parameters
    ----------
    start, end : code points in the document's text
    text : its words, line ends as one space, as long as the stretch it stands for
    height : middle height of its letters in points; None without boxes
    """

    start: int
    end: int
    text: str
    height: float | None = None

    @property
    def is_body(self) -> bool:
        """Whether it is a paragraph of the body: long, or a sentence of some length that ends as one."""
        length = len(self.text)
        return length > _BODY or (length > _SENTENCE and _SENTENCE_END.search(self.text) is not None)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text.

    Parameters
    ----------
    blocks : all of them
    head : those before the body
    opening : the first block of the body
    after_opening : short ones right after it: a byline and a date line often stand under a standfirst
    foot : those after the body
    """

    blocks: tuple[Block, ...]
    head: tuple[Block, ...]
    opening: Block | None
    after_opening: tuple[Block, ...]
    foot: tuple[Block, ...]

    @property
    def near_title(self) -> tuple[Block, ...]:
        """The short blocks around the opening, where date and byline stand."""
        return self.head + self.after_opening

    @property
    def margins(self) -> tuple[Block, ...]:
        """The short blocks around the opening, then those after the body."""
        return self.near_title + self.foot


def layout_of(document: Document) -> Layout:
    """Return the blocks of a document; lines that a page or a mail program wrapped are joined again.

    Without a body (a list, a notice of a few lines) everything is head, and its first block is the opening.
    """
    lines = _lines(document)
    blocks = tuple(_joined(lines, document.text))
    body = [index for index, block in enumerate(blocks) if block.is_body]
    if not body:
        return Layout(blocks, blocks[:_HEAD], blocks[0] if blocks else None, (), ())
    first, last = body[0], body[-1]
    second = body[1] if len(body) > 1 else first + 1
    return Layout(
        blocks,
        head=blocks[:first][:_HEAD],
        opening=blocks[first],
        after_opening=blocks[first + 1 : second][:_AFTER_OPENING],
        foot=blocks[max(last + 1, second) :][-_FOOT:],
    )


def _lines(document: Document) -> list[Block]:
    lines = [
        Block(
            match.start() + len(match[0]) - len(match[0].lstrip()),
            match.end() - (len(match[0]) - len(match[0].rstrip())),
            match[0].strip(),
        )
        for match in _LINE.finditer(document.text)
    ]
    return _with_heights(lines, document.boxes) if document.boxes.height else lines


def _with_heights(lines: list[Block], boxes: pl.DataFrame) -> list[Block]:
    starts = pl.DataFrame({"line": range(len(lines)), "char": [line.start for line in lines]}).with_columns(
        pl.col("char").cast(pl.UInt32), pl.col("line").cast(pl.Int64)
    )
    heights = (
        boxes.select("char", (pl.col("bottom") - pl.col("top")).alias("height"))
        .sort("char")
        .join_asof(starts.sort("char"), on="char")
        .group_by("line")
        .agg(pl.col("height").quantile(0.8))
    )
    by_line = dict(heights.drop_nulls().iter_rows())
    return [Block(line.start, line.end, line.text, by_line.get(index)) for index, line in enumerate(lines)]


def _joined(lines: list[Block], text: str) -> list[Block]:
    width = _wrapped_at(lines)
    if width is None:
        return lines
    blocks: list[Block] = []
    run: list[Block] = []
    for line in lines:
        if run and _goes_on(run[-1], line, text, width):
            run.append(line)
            continue
        if run:
            blocks.append(_block(run, text))
        run = [line]
    return [*blocks, _block(run, text)] if run else blocks


def _wrapped_at(lines: list[Block]) -> int | None:
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
    full = sum(length >= _FULL_LINE * width for length in lengths)
    return width if width <= _WIDEST_WRAPPED and full >= _LEAST_FULL_LINES else None


def _goes_on(above: Block, line: Block, text: str, width: int) -> bool:
    between = text[above.end : line.start]
    if between.count("\n") > 1 or "\f" in between:
        return False
    if above.height is not None and line.height is not None:
        gap = abs(above.height - line.height)
        if gap > _SAME_HEIGHT * max(above.height, line.height):
            return False
    return len(above.text) >= _FULL_LINE * width


def _block(run: list[Block], text: str) -> Block:
    start, end = run[0].start, run[-1].end
    return Block(start, end, re.sub(r"[\r\n]", " ", text[start:end]), run[0].height)
