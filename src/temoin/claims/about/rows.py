"""Tables that lost their lines by copy and paste: which row and which column a figure stands in.

Three shapes are read. Rows on a line, under a header of as many columns, counted from the right
(``Pays / Durée / Coût`` then ``Soudan 1 560 3 M``); rows cut by ``|`` or tabs, counted from the left; one cell a
line, where the last words before the figures name the row and those before them the columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from temoin.claims.about.passages import Passage, Spot

_CUT = re.compile(r"[|\t]")
_FIGURE = re.compile(r"[\d$€£]")
_RULE = re.compile(r"[\s|:+=-]+")
_MARKS = " \t\u00a0\u202f|*•–—-"
_LONGEST_ROW_OF_WORDS = 200
_LONGEST_CELL, _LONGEST_ROW, _MOST_HEADERS = 60, 400, 12
_SPLIT_HEADER = (re.compile(r"\s*[|\t]\s*"), re.compile(r"\s+/\s+|\s*;\s*"), re.compile(r"\s{2,}"))
_CAPITALS = re.compile(r"[A-ZÀ-Þ][^A-ZÀ-Þ]*")
_PROSE = re.compile(r"[.!?…](?:\s|$)|[,;:]\s")


class Cell(NamedTuple):
    """Where a figure stands in a table: the words of its row and of its column, None where there are none."""

    row: str | None
    column: str | None


@dataclass(slots=True)
class _Table:
    headers: list[str]
    end: int
    cut: bool


class Rows:
    """The tables of a text, met in order.

    Parameters
    ----------
    text : the document
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._table: _Table | None = None
        self._cells: tuple[list[str], str | None, int, int] = ([], None, 0, -1)

    def cells(self, passage: Passage) -> list[Cell | None]:
        """Return the cell of each spot of a passage; None for one that stands in no table."""
        found: list[Cell | None] = []
        rank = 0
        while rank < len(passage.spots):
            first, last = self._line(passage.spots[rank].start)
            beyond = rank
            while beyond < len(passage.spots) and passage.spots[beyond].start < last:
                beyond += 1
            found += self._of_line(passage, rank, beyond, (first, last))
            rank = beyond
        return found

    def _line(self, position: int) -> tuple[int, int]:
        first = self._text.rfind("\n", max(0, position - _LONGEST_ROW), position) + 1
        last = self._text.find("\n", position, position + _LONGEST_ROW)
        return first or max(0, position - _LONGEST_ROW), last if last >= 0 else min(
            len(self._text), position + _LONGEST_ROW
        )

    def _of_line(self, passage: Passage, rank: int, beyond: int, line: tuple[int, int]) -> list[Cell | None]:
        first, last = line
        spots = passage.spots[rank:beyond]
        cut = self._text.find("|", first, last) >= 0 or self._text.find("\t", first, last) >= 0
        if not cut and last - first > _LONGEST_ROW_OF_WORDS:
            return [None] * len(spots)
        rest = self._around(passage, rank, beyond, line)
        if not rest and len(spots) == 1:
            return [self._alone(first, spots[0].end)]
        printed = self._text[first:last]
        cut = cut and _CUT.search(printed.strip(_MARKS)) is not None
        # A stray tab in prose cuts no row.
        cut = cut and ("|" in printed or not _PROSE.search(rest))
        if not cut and (len(spots) < 2 or len(rest) > _LONGEST_CELL or _PROSE.search(rest)):
            return [None] * len(spots)
        headers = self._headers(first, last, cut=cut)
        row = _row_of(printed)
        if not headers:
            return [Cell(row, None) if cut else None] * len(spots)
        shift = len(headers) - len(spots)
        places = self._columns_of(spots, first) if cut else [shift + rank for rank in range(len(spots))]
        return [Cell(row, headers[at] if 0 <= at < len(headers) else None) for at in places]

    def _columns_of(self, spots: Sequence[Spot], first: int) -> list[int]:
        text = self._text
        places, at, count = [], first, -1 if text[first : first + _LONGEST_CELL].lstrip().startswith("|") else 0
        for spot in spots:
            count += text.count("|", at, spot.start) + text.count("\t", at, spot.start)
            at = spot.start
            places.append(count)
        return places

    def _around(self, passage: Passage, rank: int, beyond: int, line: tuple[int, int]) -> str:
        pieces, at = [], line[0]
        for spot in passage.spots[rank:beyond]:
            pieces.append(self._text[at : max(at, spot.start)])
            at = max(at, spot.end)
        pieces.append(self._text[at : line[1]])
        return " ".join(piece.strip(_MARKS) for piece in pieces).strip()

    def _headers(self, first: int, last: int, *, cut: bool) -> list[str]:
        if self._table and self._table.cut == cut and first - self._table.end <= 1:
            self._table.end = last
            return self._table.headers
        headers: list[str] = []
        at = first - 1
        for _ in range(3):
            above = self._text.rfind("\n", max(0, at - _LONGEST_ROW), max(at, 0)) + 1
            printed = self._text[above : max(at, 0)].strip()
            if not printed or not _RULE.fullmatch(printed):
                headers = _columns(printed) if not any(map(str.isdigit, printed)) else []
                break
            at = above - 1
        self._table = _Table(headers, last, cut)
        return headers

    def _alone(self, first: int, end: int) -> Cell | None:
        headers, row, column, until = self._cells
        if until >= 0 and first - until <= _LONGEST_CELL * 3:
            between = self._words_between(until, first)
            if between is None:
                headers, row, column = self._opening(first)
            elif between:
                row, column = between[-1], 0
            else:
                column += 1
        else:
            headers, row, column = self._opening(first)
        self._cells = (headers, row, column, end)
        if row is None:
            return None
        return Cell(row, headers[column] if column < len(headers) else None)

    def _words_between(self, first: int, last: int) -> list[str] | None:
        words = [line.strip(_MARKS) for line in self._text[first:last].splitlines()]
        words = [word for word in words if word]
        return None if len(words) > 2 or any(_PROSE.search(word) for word in words) else words

    def _opening(self, first: int) -> tuple[list[str], str | None, int]:
        words: list[str] = []
        at = first
        while at > 0 and len(words) <= _MOST_HEADERS:
            above = self._text.rfind("\n", max(0, at - 1 - _LONGEST_CELL - 8), at - 1) + 1
            line = self._text[above : at - 1]
            word = line.strip(_MARKS)
            if len(line) > _LONGEST_CELL or _PROSE.search(word) or (not line.strip() and not words):
                break
            if word:
                words.append(word)
            elif not line.strip():
                break
            if above == 0:
                break
            at = above
        words.reverse()
        return words[:-1], words[-1] if words else None, 0


def _row_of(printed: str) -> str | None:
    for cell in _CUT.split(printed) if _CUT.search(printed) else [printed]:
        words = _FIGURE.split(cell, maxsplit=1)[0].strip(_MARKS + ":")
        if len(words) > 1:
            return words
    return None


def _columns(printed: str) -> list[str]:
    if not printed or len(printed) > _LONGEST_ROW:
        return []
    for pattern in _SPLIT_HEADER:
        cells = [cell.strip() for cell in pattern.split(printed.strip("|").strip())]
        if len(cells) > 1:
            return cells
    words = [word.strip() for word in _CAPITALS.findall(printed)]
    return words if len(words) > 1 and not _PROSE.search(printed) else []
