"""Short columns of a PDF that its text layer reads straight across, put one under the other."""

import re
from dataclasses import dataclass

import numpy as np

_NEWLINE = ord("\n")
_FEWEST_LINES = 3
# A letter's ink is about half as tall as its type.
_WIDE, _EM = 2.5, 2.0
_FEWEST_WORDS = 3
_SENTENCE = re.compile(r"[^\W\d_]{2,}[.!?…](?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    gap: int
    right: int
    end: int
    edges: tuple[float, float]


def column_order(codes: np.ndarray, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the code points of a page and the order they are read in, two columns one under the other.

    Two columns are at least three lines in a row, broken at one place by a gap of more than 2.5 em, where each side is
    prose: words on every line, a sentence that ends, and a line that goes on in small letters. Tables are none.

    Parameters
    ----------
    codes : code points in order, lines ended by a newline, shape (n,)
    edges : left, top, right, bottom edges, downwards, NaN for what has no ink, shape (n, 4)

    Returns
    -------
    codes : the space between the columns is a line end, shape (n,)
    order : indices into the page, shape (n,)
    """
    order, changed = np.arange(len(codes)), codes.copy()
    for lines in _runs(_lines(codes, edges)):
        sides = [[(each.start, each.gap) for each in lines], [(each.right, each.end) for each in lines]]
        if all(_is_prose(["".join(map(chr, codes[slice(*span)])) for span in side]) for side in sides):
            left = [at for each in lines for at in range(each.start, each.right)]
            right = [at for each in lines for at in range(each.right, each.end)]
            order[lines[0].start : lines[-1].end] = left + right
            changed[[each.gap for each in lines]] = _NEWLINE
    return changed, order


def _lines(codes: np.ndarray, edges: np.ndarray) -> list[_Line | None]:
    ends = np.append(np.flatnonzero(codes == _NEWLINE) + 1, len(codes))
    starts = np.concatenate(([0], ends[:-1]))
    return [_line(edges, int(start), int(end)) for start, end in zip(starts, ends, strict=True)]


def _line(edges: np.ndarray, start: int, end: int) -> _Line | None:
    inked = start + np.flatnonzero(np.isfinite(edges[start:end, 0]))
    if len(inked) < 2:
        return None
    wide = _WIDE * _EM * float(np.median(edges[inked, 3] - edges[inked, 1]))
    [gaps] = np.nonzero(edges[inked[1:], 0] - edges[inked[:-1], 2] > wide)
    if len(gaps) != 1:
        return None
    last, right = int(inked[gaps[0]]), int(inked[gaps[0] + 1])
    between = (float(edges[last, 2]), float(edges[right, 0]))
    return _Line(start, last + 1, right, end, between) if right > last + 1 else None


def _runs(lines: list[_Line | None]) -> list[list[_Line]]:
    runs: list[list[_Line]] = [[]]
    for line in lines:
        if line is None or (runs[-1] and abs(runs[-1][-1].edges[1] - line.edges[1]) > 3):
            runs.append([])
        if line is not None:
            runs[-1].append(line)
    return [run for run in runs if len(run) >= _FEWEST_LINES]


def _is_prose(lines: list[str]) -> bool:
    words = all(len(_WORD.findall(line)) >= _FEWEST_WORDS for line in lines)
    goes_on = sum(line.lstrip()[:1].islower() for line in lines[1:])
    return words and 2 * goes_on >= len(lines) - 1 and _SENTENCE.search(" ".join(lines)) is not None
