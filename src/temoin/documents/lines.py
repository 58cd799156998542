"""Lines of a text, and which of them a page or a mail program wrapped."""

import itertools
import re
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from temoin.documents.document import Document

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]*\S[^\r\n\f\v\u2028\u2029]*")
_WIDEST_WRAPPED = 130
_FULL_LINE = 0.7
_LEAST_FULL_LINES = 3
_SAME_SIZE = 0.12
_SAME_PARAGRAPH = 1.25


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    Parameters
    ----------
    start, end, text : code points in the document's text, and what stands there
    size : of its letters, where 1 is that of the document's usual ones; None without boxes, as the three that follow
    baseline, right : lower edge of its letters and right edge of the last, in points
    page : page it stands on
    """

    start: int
    end: int
    text: str
    size: float | None = None
    baseline: float | None = None
    right: float | None = None
    page: int | None = None


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a document that are not blank, with their place on the page where there are boxes."""
    lines = [_stripped(match) for match in _LINE.finditer(document.text)]
    return _placed(lines, document) if document.boxes.height else lines


def paragraphs_of(document: Document) -> Iterator[list[Line]]:
    """Yield the lines of a document by paragraph: those that were wrapped stand together, every other one alone.

    On pages, the next line goes on where the one above is as large, reaches the right, and stands at the usual
    distance; in plain text, where lines are of one narrow width and the one above is full.
    """
    lines = lines_of(document)
    goes_on = _by_place(lines) if document.boxes.height else _by_length(lines, document.text)
    run: list[Line] = []
    for line in lines:
        if run and not goes_on(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _stripped(match: re.Match[str]) -> Line:
    text = match[0].strip()
    start = match.start() + match[0].index(text)
    return Line(start, start + len(text), text)


def _placed(lines: list[Line], document: Document) -> list[Line]:
    starts = pl.DataFrame(
        {"line": range(len(lines)), "char": [line.start for line in lines]},
        schema={"line": pl.Int64, "char": pl.UInt32},
    )
    codes = np.frombuffer(document.text.encode("utf-32-le"), np.uint32)
    height = pl.col("bottom") - pl.col("top")
    places = (
        document.boxes.with_columns(pl.Series("code", codes[document.boxes["char"].to_numpy()]))
        # A "j" is taller than an "o": each letter is measured by its own usual height.
        .with_columns((height / height.median().over("code")).alias("size"))
        .join_asof(starts, on="char")
        .group_by("line")
        .agg(
            pl.col("size").median(),
            pl.col("bottom").median().alias("baseline"),
            pl.col("right").max(),
            pl.col("page").first(),
        )
    )
    by_line = {row.pop("line"): row for row in places.iter_rows(named=True)}
    return [replace(line, **by_line.get(index, {})) for index, line in enumerate(lines)]


def _by_length(lines: list[Line], text: str) -> Callable[[Line, Line], bool]:
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    full = sum(length >= _FULL_LINE * width for length in lengths)
    is_wrapped = width <= _WIDEST_WRAPPED and full >= _LEAST_FULL_LINES

    def goes_on(above: Line, line: Line) -> bool:
        between = text[above.end : line.start]
        is_next = between.count("\n") <= 1 and "\f" not in between
        return is_wrapped and is_next and len(above.text) >= _FULL_LINE * width

    return goes_on


def _by_place(lines: list[Line]) -> Callable[[Line, Line], bool]:
    rights = sorted(line.right for line in lines if line.right is not None)
    edge = rights[int(len(rights) * 0.9)] if rights else 0.0
    usual = _usual_distance(lines)

    def goes_on(above: Line, line: Line) -> bool:
        if above.size is None or line.size is None or above.right is None or above.page != line.page:
            return False
        largest = max(above.size, line.size)
        is_as_large = abs(above.size - line.size) <= _SAME_SIZE * largest
        is_near = 0 < _distance(above, line) / largest <= _SAME_PARAGRAPH * usual
        return is_as_large and is_near and above.right >= _FULL_LINE * edge

    return goes_on


def _usual_distance(lines: list[Line]) -> float:
    distances = [
        _distance(above, line) / above.size
        for above, line in itertools.pairwise(lines)
        if above.size and above.page == line.page and _distance(above, line) > 0
    ]
    return statistics.median_low(distances) if distances else 0.0


def _distance(above: Line, line: Line) -> float:
    return (line.baseline or 0.0) - (above.baseline or 0.0)
