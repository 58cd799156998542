"""What the analysis of a page's layout left aside: ink without words, looked at again, so that no line is lost."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

import numpy as np
from PIL import Image

from temoin.documents.recognition.found import Line, Word

MUCH = 0.04
"""Above this share of its ink outside all words, a page is looked at again."""
_SMALLER = 4
_INK = 140
_AROUND = 0.3
_SURE = 0.6
# A line of letters at 300 dots an inch is 16 to 160 pixels high; higher is a picture.
_LOWEST, _HIGHEST, _APART, _PAD = 4, 40, 3, 16
_MOST_STRIPS, _LEAST_INK = 8, 0.01


def ink_left(picture: Image.Image, lines: Sequence[Line]) -> float:
    """Return the share of an evenly lit grey picture's ink that lies outside the words found in it, 0 to 1."""
    ink, total = _left(picture, lines)
    return float(ink.sum()) / total if total else 0.0


def strips_left(picture: Image.Image, lines: Sequence[Line]) -> list[tuple[int, int, int, int]]:
    """Return the strips of a page, eight at most, that are as high as a line of letters and hold ink without words.

    Returns
    -------
    left, upper, right and lower edges, in pixels, from the top down, with some white around
    """
    ink, total = _left(picture, lines)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], ink.any(axis=1).astype(np.int8), [0]))))
    runs: list[tuple[int, int]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        # The dots of a letter stand apart from it.
        if runs and start - runs[-1][1] < _APART:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    strips = [
        (start, end)
        for start, end in runs
        if _LOWEST <= end - start <= _HIGHEST and ink[start:end].sum() >= _LEAST_INK * total
    ]
    return [_strip(ink, picture.size, run) for run in strips[:_MOST_STRIPS]]


def moved(lines: Sequence[Line], across: float, down: float) -> list[Line]:
    """Return lines with their words so many pixels further across and down."""
    return [
        tuple(
            replace(
                word,
                left=word.left + across,
                right=word.right + across,
                top=word.top + down,
                bottom=word.bottom + down,
            )
            for word in line
        )
        for line in lines
    ]


def _left(picture: Image.Image, lines: Sequence[Line]) -> tuple[np.ndarray, int]:
    ink = np.asarray(picture.reduce(_SMALLER)) < _INK
    total = int(ink.sum())
    ink = ink.copy()
    for word in (word for line in lines for word in line):
        pad = _AROUND * (word.bottom - word.top)
        edges = (word.left - pad, word.top - pad, word.right + pad, word.bottom + pad)
        left, top, right, bottom = (max(0, int(edge / _SMALLER)) for edge in edges)
        ink[top : bottom + 1, left : right + 1] = False
    return ink, total


def _strip(ink: np.ndarray, size: tuple[int, int], run: tuple[int, int]) -> tuple[int, int, int, int]:
    [columns] = np.nonzero(ink[run[0] : run[1]].any(axis=0))
    left, right = int(columns[0]) * _SMALLER, (int(columns[-1]) + 1) * _SMALLER
    top, bottom = run[0] * _SMALLER, run[1] * _SMALLER
    return max(0, left - _PAD), max(0, top - _PAD), min(size[0], right + _PAD), min(size[1], bottom + _PAD)


def with_left(lines: Sequence[Line], again: Sequence[Line]) -> list[Line]:
    """Return the lines of a page with those of a second look that lie where the first saw none, in their place.

    A word of the second look counts where its middle lies in no word of the first, it holds a letter or a digit, and
    its confidence is 0.6 or more: what is drawn is often taken for letters, but seldom surely.
    """
    taken = np.array([_edges(word) for line in lines for word in line]).reshape(-1, 4)
    whole = list(lines)
    for line in again:
        new = tuple(word for word in line if word.confidence >= _SURE and _is_said(word) and _is_free(word, taken))
        if new:
            middle = _middle(new)
            at = next((place for place, other in enumerate(whole) if _middle(other) > middle), len(whole))
            whole.insert(at, new)
    return whole


def _edges(word: Word) -> tuple[float, float, float, float]:
    return word.left, word.top, word.right, word.bottom


def _middle(line: Line) -> float:
    return mean((word.top + word.bottom) / 2 for word in line)


def _is_said(word: Word) -> bool:
    return any(character.isalnum() for character in word.text)


def _is_free(word: Word, taken: np.ndarray) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    inside = (taken[:, 0] <= across) & (across <= taken[:, 2]) & (taken[:, 1] <= down) & (down <= taken[:, 3])
    return not bool(inside.any())
