"""Raised figures of a PDF: the mark of a note or a power of ten is no more digits of the figure before it."""

import numpy as np
import polars as pl

from temoin.documents.readers.numerals import raised

_ZERO, _NINE, _NEWLINE = ord("0"), ord("9"), ord("\n")
_RAISED = np.array([ord(raised(str(figure))) for figure in range(10)])
# Old-style figures and some letters go below the line: these stand on it in every style.
_STANDING = np.array(
    [
        code
        for start, end in ((0x30, 0x3A), (0x41, 0x250), (0x391, 0x3AA), (0x410, 0x450))
        for code in range(start, end)
        if chr(code).isalnum() and chr(code) not in "34579QJgjpqyýÿþçÇŞşŢţĄąĘęĮįŲųŋŊßſƒДЦЩдруфцщ²³¹ªº"
    ]
)
_SMALLER, _LIFTED, _HIGH, _NEAR = 0.75, 0.25, 0.8, 0.6
_LEVEL, _MOSTLY = 0.15, 0.5
_TALL = 0.8


def raise_figures(codes: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Return the code points of a page with its raised figures as raised characters.

    A figure is raised where it is smaller than 0.75 of the letters of its line, begins over their foot by 0.25 of
    their height, reaches their head, and touches what stands beside it.

    Parameters
    ----------
    codes : code points in order, lines ended by a newline, shape (n,)
    edges : left, top, right, bottom edges, downwards, NaN for what has no ink, shape (n, 4)

    Examples
    --------
    >>> edges = np.array([[0, 0, 5, 10], [6, 0, 11, 10], [12, -2, 15, 4]], float)
    >>> "".join(map(chr, raise_figures(np.array([0x31, 0x30, 0x36]), edges)))
    '10⁶'
    """
    figures = (codes >= _ZERO) & (codes <= _NINE) & np.isfinite(edges).all(axis=1)
    if not figures.any():
        return codes
    foot, tall = _lines(codes, edges)
    bottom, height = edges[:, 3], edges[:, 3] - edges[:, 1]
    # What is missing compares as false, as it should.
    with np.errstate(invalid="ignore"):
        lifted = foot - bottom > _LIFTED * tall
        found = figures & lifted & (height < _SMALLER * tall) & (foot - edges[:, 1] > _HIGH * tall)
    found &= tall > 0
    changed = codes.copy()
    for start, end in _runs(found):
        if _belongs(codes, edges, lifted, (start, end), _NEAR * tall[start]):
            changed[start:end] = _RAISED[codes[start:end] - _ZERO]
    return changed


def _lines(codes: np.ndarray, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    line = np.cumsum(codes == _NEWLINE)
    inked = np.isfinite(edges).all(axis=1) & np.isin(codes, _STANDING)
    standing = pl.DataFrame(
        {"line": line[inked], "bottom": edges[inked, 3], "height": edges[inked, 3] - edges[inked, 1]}
    )
    foot = pl.col("bottom").quantile(1 - 0.25, "higher")
    tall = pl.col("height").quantile(_TALL, "higher")
    level = ((pl.col("bottom") - foot).abs() < _LEVEL * tall).mean() > _MOSTLY
    lines = standing.group_by("line").agg(foot=foot, tall=tall, is_level=level).filter("is_level")
    feet, talls = (np.full(int(line[-1]) + 1, np.nan) for _ in range(2))
    feet[lines["line"].to_numpy()], talls[lines["line"].to_numpy()] = lines["foot"], lines["tall"]
    return feet[line], talls[line]


def _runs(found: np.ndarray) -> list[tuple[int, int]]:
    turns = np.flatnonzero(np.diff(np.concatenate(([False], found, [False])).astype(np.int8)))
    return list(zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True))


def _belongs(codes: np.ndarray, edges: np.ndarray, lifted: np.ndarray, run: tuple[int, int], near: float) -> bool:
    before, after = _beside(codes, edges, run[0], -1), _beside(codes, edges, run[1] - 1, 1)
    # Small print beside large print is raised with its words.
    if any(at is not None and lifted[at] and chr(codes[at]).isalpha() for at in (before, after)):
        return False
    left = before is not None and abs(edges[run[0], 0] - edges[before, 2]) < near
    right = after is not None and abs(edges[after, 0] - edges[run[1] - 1, 2]) < near
    return bool(left or right)


def _beside(codes: np.ndarray, edges: np.ndarray, at: int, step: int) -> int | None:
    at += step
    while 0 <= at < len(codes) and codes[at] != _NEWLINE:
        if np.isfinite(edges[at]).all():
            return at
        at += step
    return None
