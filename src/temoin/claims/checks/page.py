"""A text with its statements, as the checks look at it: sentences, lines, paragraphs, and what stands next to "
"what."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar, cast

from temoin.claims.checks.rows import RowList, row_lists
from temoin.claims.sentences import Sentence, sentence_at, split_sentences
from temoin.evidence import Statement
from temoin.evidence.locator import Chars
from temoin.period import PartialDate

_PARAGRAPH = re.compile(r"\n[ \t\u00a0]*\n")
_LONGEST_PARAGRAPH = 4000
Result = TypeVar("Result")


class Page:
    """A text, the statements read in it, and what is known of it.

    Parameters
    ----------
    text : the document
    statements : as read; facts without a figure, those that say nothing of the matter, or whose characters stand
        elsewhere, are left out
    published : date of the source
    place : ISO 3166 code of what the source is about
    language : of the text, where it is known
    """

    def __init__(
        self,
        text: str,
        statements: Sequence[Statement],
        *,
        published: PartialDate | None = None,
        place: str | None = None,
        language: str | None = None,
    ) -> None:
        self.text = text
        self.published = published
        self.place = place
        self.language = language
        figures = (one for one in statements if one.claim and one.kind != "other")
        kept = (one for one in figures if text[one.start : one.end] == one.text)
        self.statements: tuple[Statement, ...] = tuple(sorted(kept, key=lambda one: (one.start, one.end)))
        self._found: dict[object, object] = {}
        self._starts = [one.start for one in self.statements]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the text, in order."""
        return split_sentences(self.text)

    @cached_property
    def by_sentence(self) -> list[tuple[Sentence, list[Statement]]]:
        """Each sentence that holds statements, with them, in order."""
        grouped: dict[Sentence, list[Statement]] = {}
        for one in self.statements:
            grouped.setdefault(sentence_at(self.sentences, one.start), []).append(one)
        return list(grouped.items())

    @cached_property
    def lists(self) -> list[RowList]:
        """The lists of lines and the tables of the text, in order."""
        return row_lists(self.text, self.statements)

    @cached_property
    def _list_starts(self) -> list[int]:
        return [each.start for each in self.lists]

    def lists_near(self, start: int, end: int) -> Sequence[RowList]:
        """Return the lists that begin from ``start`` to ``end``, and the one before them, which may reach into it."""
        first = bisect_left(self._list_starts, start)
        return self.lists[max(0, first - 1) : bisect_left(self._list_starts, end)]

    def once(self, find: Callable[["Page"], Result]) -> Result:
        """Return what a function of this page gives, computed once however many checks ask."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast("Result", self._found[find])

    @property
    def source(self) -> str:
        """The id of the source; empty where no statement names it."""
        return self.statements[0].source if self.statements else ""

    def sentence(self, position: int) -> Sentence:
        """Return the sentence that holds a position."""
        return sentence_at(self.sentences, position)

    def inside(self, start: int, end: int) -> Sequence[Statement]:
        """Return the statements that begin from ``start`` to ``end``, excluded."""
        return self.statements[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def paragraph(self, position: int) -> tuple[int, int]:
        """Return where the paragraph of a position begins and ends, at most 4000 characters either way."""
        floor = max(0, position - _LONGEST_PARAGRAPH)
        begin = floor
        for match in _PARAGRAPH.finditer(self.text, floor, position):
            begin = match.end()
        after = _PARAGRAPH.search(self.text, position, position + _LONGEST_PARAGRAPH)
        end = after.start() if after else min(len(self.text), position + _LONGEST_PARAGRAPH)
        return begin, end

    def before(self, statement: Statement, reach: int = 80) -> str:
        """Return the words of its sentence that end at a statement."""
        return self.text[max(self.sentence(statement.start).start, statement.start - reach) : statement.start]

    def after(self, statement: Statement, reach: int = 80) -> str:
        """Return the words of its sentence that follow a statement."""
        return self.text[statement.end : min(self.sentence(statement.start).end, statement.end + reach)]

    def between(self, first: Statement, second: Statement) -> str:
        """Return the text from the end of one statement to the beginning of another."""
        return self.text[first.end : second.start]

    def reference(self, start: int, end: int) -> str:
        """Return the reference of a stretch of the text, for what no statement tells."""
        return str(Chars(self.source, start, end))

    @cached_property
    def title(self) -> Sentence | None:
        """The first line, where it stands alone and is no sentence of a longer paragraph."""
        begin = len(self.text) - len(self.text.lstrip())
        end = _found(self.text.find("\n", begin), len(self.text), len(self.text))
        line = self.text[begin:end].rstrip()
        stands_alone = end < len(self.text) and 8 <= len(line) <= 200 and line[-1:] not in ".:;,"
        return Sentence(begin, begin + len(line), 0) if stands_alone else None


def _found(position: int, otherwise: int, length: int) -> int:
    return min(otherwise if position < 0 else position, length)
