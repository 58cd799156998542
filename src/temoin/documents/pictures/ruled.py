"""Ruled tables of a page: their rules taken out and their cells set apart, so that no rule or neighbour is a digit.

A rule close to a figure reads as a 1, and figures of narrow cells run together: 960,8 and 260 make 960,81260.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PIL import Image

_HALF = 2
_DARK = 190
# Of the picture at half its size, whose page has some 150 dots an inch: 8 mm, 10 mm, 1 mm.
_SHORTEST_DOWN, _SHORTEST_ACROSS, _THICKEST = 50, 60, 7
_FEWEST_DOWN, _FEWEST_ACROSS = 3, 3
_WHOLE, _CLOSE, _LOWEST_BAND = 0.8, 6, 8
_GAP, _LEAD = 36, 14
_WHITE = 255


@dataclass(frozen=True, slots=True)
class _Band:
    top: int
    bottom: int
    placed: int
    cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table, opened: its rows stand one under the other, white between them and between their cells.

    Parameters
    ----------
    picture : grey, without rules
    box : left, upper, right and lower edges of the table on the page, in pixels
    """

    picture: Image.Image
    box: tuple[int, int, int, int]
    _bands: tuple[_Band, ...]

    def back(self, edges: np.ndarray) -> np.ndarray:
        """Return boxes of the opened picture as boxes of the page, shape (n, 4) as left, top, right, bottom."""
        placed = [self._placed(*row) for row in edges.tolist()]
        return np.array(placed, float).reshape(-1, 4)

    def cell(self, across: float, down: float) -> tuple[int, int]:
        """Return the row and the column, from 0, of a point of the opened picture."""
        row = self._row(down)
        return row, _column(self._bands[row], across)

    def _row(self, down: float) -> int:
        return max((rank for rank, band in enumerate(self._bands) if band.placed <= down), default=0)

    def _placed(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        band = self._bands[self._row((top + bottom) / 2)]
        shift = band.top - band.placed
        column = _column(band, (left + right) / 2)
        start, end = _span(band, column, self.box[2] - self.box[0])
        sides = (min(max(side - _GAP * column, start), end) for side in (left, right))
        low, high = (min(max(side + shift, band.top), band.bottom) for side in (top, bottom))
        first, last = sides
        return first + self.box[0], low + self.box[1], last + self.box[0], high + self.box[1]


def ruled_tables(grey: Image.Image) -> tuple[Image.Image, list[Ruled]]:
    """Return an upright grey page with its ruled tables left white, and these tables, opened, from the top down.

    A table has three rules down or more, side by side, and three rules across or more; frames and lines under words
    are none, and stay as they are. A rule across that not every column has, as beside a merged cell, parts no rows.

    Parameters
    ----------
    grey : evenly lit, of some 300 dots an inch
    """
    small = np.asarray(grey.reduce(_HALF)) < _DARK
    down, across = _rules(small, 0, _SHORTEST_DOWN), _rules(small, 1, _SHORTEST_ACROSS)
    tables = [
        table for top, bottom in _stretches(down) if (table := _table(grey, down, across, (top, bottom))) is not None
    ]
    if not tables:
        return grey, []
    rest = grey.copy()
    for table in tables:
        rest.paste(_WHITE, table.box)
    return rest, tables


def _rules(dark: np.ndarray, axis: int, shortest: int) -> np.ndarray:
    long = _opened(dark, axis, shortest)
    # What is thick is a dark ground or a picture.
    rules: np.ndarray = long & ~_opened(long, 1 - axis, _THICKEST)
    return rules


def _opened(dark: np.ndarray, axis: int, length: int) -> np.ndarray:
    lines = dark if axis else dark.T
    count = lines.shape[1]
    if count < length:
        return np.zeros_like(dark)
    sums = np.zeros((lines.shape[0], count + 1), np.int32)
    np.cumsum(lines, axis=1, out=sums[:, 1:])
    full = (sums[:, length:] - sums[:, :-length]) == length
    steps = np.zeros((lines.shape[0], count + 1), np.int8)
    steps[:, : count - length + 1] += full
    steps[:, length:] -= full
    found: np.ndarray = np.cumsum(steps[:, :-1], axis=1, dtype=np.int32) > 0
    return found if axis else found.T


def _stretches(down: np.ndarray) -> Iterator[tuple[int, int]]:
    begun = np.diff(down.astype(np.int8), axis=1, prepend=0) == 1
    yield from _runs(begun.sum(axis=1) >= _FEWEST_DOWN, _CLOSE)


def _runs(held: np.ndarray, close: int) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], held.astype(np.int8), [0]))))
    runs: list[tuple[int, int]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if runs and start - runs[-1][1] <= close:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _table(grey: Image.Image, down: np.ndarray, across: np.ndarray, rows: tuple[int, int]) -> Ruled | None:
    top, bottom = max(0, rows[0] - _CLOSE), min(down.shape[0], rows[1] + _CLOSE)
    both = down[top:bottom] | across[top:bottom]
    [columns] = np.nonzero(both.any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    lines = _runs(across[top:bottom, left:right].sum(axis=1) >= _WHOLE * (right - left), _THICKEST)
    if len(lines) < _FEWEST_ACROSS:
        return None
    box = (left * _HALF, (top + lines[0][0]) * _HALF, right * _HALF, (top + lines[-1][1]) * _HALF)
    cells = np.asarray(grey.crop(box)).copy()
    sides = slice(top + lines[0][0], top + lines[-1][1]), slice(left, right)
    cells[_grown(both[sides[0].start - top : sides[0].stop - top, sides[1]], cells.shape)] = _WHITE
    inner = [(start - lines[0][0], end - lines[0][0]) for start, end in lines]
    return _open(cells, down[sides], inner, box)


def _grown(rules: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    wider = rules.copy()
    wider[1:] |= rules[:-1]
    wider[:-1] |= rules[1:]
    wider[:, 1:] |= rules[:, :-1]
    wider[:, :-1] |= rules[:, 1:]
    whole = np.zeros(shape, bool)
    large = wider.repeat(_HALF, axis=0).repeat(_HALF, axis=1)[: shape[0], : shape[1]]
    whole[: large.shape[0], : large.shape[1]] = large
    return whole


def _open(
    cells: np.ndarray, down: np.ndarray, lines: list[tuple[int, int]], box: tuple[int, int, int, int]
) -> Ruled | None:
    bands: list[_Band] = []
    pieces: list[np.ndarray] = []
    placed = _LEAD
    for above, below in pairwise(lines):
        if below[0] - above[1] < _LOWEST_BAND:
            continue
        cuts = _cuts(down[above[1] : below[0]])
        start, end = above[1] * _HALF, below[0] * _HALF
        bands.append(_Band(start, end, placed, cuts))
        pieces.append(_spread(cells[start:end], cuts))
        placed += end - start + _LEAD
    if not bands:
        return None
    whole = np.full((placed, max(piece.shape[1] for piece in pieces)), _WHITE, np.uint8)
    for band, piece in zip(bands, pieces, strict=True):
        whole[band.placed : band.placed + len(piece), : piece.shape[1]] = piece
    return Ruled(Image.fromarray(whole), box, tuple(bands))


def _cuts(down: np.ndarray) -> tuple[int, ...]:
    # A rule may lean by a pixel or two over the height of a row.
    wide = down.copy()
    wide[:, 1:] |= down[:, :-1]
    wide[:, :-1] |= down[:, 1:]
    return tuple((start + end) // 2 * _HALF for start, end in _runs(wide.mean(axis=0) >= _WHOLE, 2))


def _spread(row: np.ndarray, cuts: tuple[int, ...]) -> np.ndarray:
    white = np.full((len(row), _GAP), _WHITE, np.uint8)
    parts = np.split(row, list(cuts), axis=1)
    return np.concatenate([piece for part in parts for piece in (part, white)], axis=1)


def _column(band: _Band, across: float) -> int:
    return sum(across >= cut + _GAP * rank + _GAP / 2 for rank, cut in enumerate(band.cuts))


def _span(band: _Band, column: int, width: int) -> tuple[float, float]:
    edges = (0, *band.cuts, width)
    return edges[column], edges[column + 1]
