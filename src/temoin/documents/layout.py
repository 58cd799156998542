"""Blocks of a text: headline, byline and date line before the body, the body, what is signed after it."""

import re
from dataclasses import dataclass

from temoin.documents.document import Document
from temoin.documents.lines import Line, paragraphs_of

_BODY = 200
_SENTENCE = 100
_SENTENCE_END = re.compile(r"[.!?…:]['\"”’»)\]\xa0\u202f ]*$")
_HEAD = 14
_FOOT = 8
_AFTER_OPENING = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline or line: ``start`` and ``end`` without the white space around, lines joined in ``text``.

    Parameters
    ----------
    start, end : code points in the document's text
    text : its words, line ends as one space, as long as the stretch it stands for
    size : of its letters, where 1 is that of the document's usual ones; None without boxes
    """

    start: int
    end: int
    text: str
    size: float | None = None

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
    blocks = tuple(_block(lines, document.text) for lines in paragraphs_of(document))
    body = [index for index, block in enumerate(blocks) if block.is_body]
    if not body:
        return Layout(blocks, blocks[:_HEAD], blocks[0] if blocks else None, (), ())
    first, last = body[0], body[-1]
    second = body[1] if len(body) > 1 else first + 1
    first_page = document.pages[0].end if document.pages else len(document.text)
    before = [block for block in blocks[:first][:_HEAD] if block.start < first_page] or blocks[:first][:_HEAD]
    return Layout(
        blocks,
        head=tuple(before),
        opening=blocks[first],
        after_opening=blocks[first + 1 : second][:_AFTER_OPENING],
        foot=blocks[max(last + 1, second) :][-_FOOT:],
    )


def _block(lines: list[Line], text: str) -> Block:
    start, end = lines[0].start, lines[-1].end
    return Block(start, end, re.sub(r"[\r\n]", " ", text[start:end]), lines[0].size)
