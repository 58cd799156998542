"""What the analysis of a page's layout left aside: ink without words, looked at again, so that no line is lost."""

from collections.abc import Sequence
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


def ink_left(picture: Image.Image, lines: Sequence[Line]) -> float:
    """Return the share of an evenly lit grey picture's ink that lies outside the words found in it, 0 to 1."""
    ink = np.asarray(picture.reduce(_SMALLER)) < _INK
    total = int(ink.sum())
    if not total:
        return 0.0
    ink = ink.copy()
    for word in (word for line in lines for word in line):
        pad = _AROUND * (word.bottom - word.top)
        edges = (word.left - pad, word.top - pad, word.right + pad, word.bottom + pad)
        left, top, right, bottom = (max(0, int(edge / _SMALLER)) for edge in edges)
        ink[top : bottom + 1, left : right + 1] = False
    return float(ink.sum()) / total


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
