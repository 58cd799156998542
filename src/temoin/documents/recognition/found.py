"""What an engine found in a picture, and how it becomes the text of a page with a box for every character."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from temoin.documents.document import BOXES, RECOGNISED

_WIDE = frozenset("WF")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
Back = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as an engine read it: its edges in pixels of the picture, its confidence from 0 to 1.

    Parameters
    ----------
    after : what stands between it and the word before on its line: a space, or nothing in Chinese
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    after: str = " "


Line = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page that was recognised, with tables ``BOXES`` and ``RECOGNISED``."""

    text: str
    boxes: pl.DataFrame
    recognised: pl.DataFrame


def worth(lines: Iterable[Line]) -> float:
    """Return the mean confidence of what was found, a word counting as many times as it has letters; 0 for nothing."""
    words = [word for line in lines for word in line]
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def plain(lines: Iterable[Line]) -> str:
    """Return the words of lines, a line of text each."""
    return "\n".join(" ".join(word.text for word in line) for line in lines)


def placed(lines: Sequence[Line], page: int, start: int, back: Back) -> PageText:
    """Return the text of a page with its boxes.

    A word that the end of a line breaks is whole again, its hyphen dropped, unless a capital or a digit follows: as
    in the text layer of a PDF. Each character gets the share of its word's box that falls to it, a Chinese one twice
    that of a Latin one; the characters of a word written from right to left all get the whole word's box.

    Parameters
    ----------
    page : its number, from 1
    start : code points of the document before the page
    back : from boxes in the picture, shape (n, 4) as left, top, right, bottom, to boxes of the page
    """
    text = ""
    chars: list[int] = []
    edges: list[np.ndarray] = []
    rows: list[tuple[int, int, int, float]] = []
    joined = False
    for number, line in enumerate(lines):
        text += "\n" if number and not joined else ""
        joined = number + 1 < len(lines) and _is_broken(line[-1].text, lines[number + 1][0].text)
        for index, word in enumerate(line):
            text += word.after if index else ""
            shown = word.text[:-1] if joined and index == len(line) - 1 else word.text
            at = start + len(text)
            rows.append((at, at + len(shown), page, word.confidence))
            chars.extend(range(at, at + len(shown)))
            edges.append(_shares(word)[: len(shown)])
            text += shown
    places = back(np.concatenate(edges)) if edges else np.zeros((0, 4))
    return PageText(text, _boxes(chars, page, places), pl.DataFrame(rows, RECOGNISED.schema, orient="row"))


def _is_broken(last: str, following: str) -> bool:
    return len(last) > 1 and last[-1] in "-‐\xad" and last[-2].isalpha() and following[0].islower()


def _shares(word: Word) -> np.ndarray:
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in word.text):
        across = np.array([[word.left, word.right]] * len(word.text))
    else:
        widths = [2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in word.text]
        steps = np.concatenate([[0], np.cumsum(widths)]) / sum(widths)
        sides = word.left + steps * (word.right - word.left)
        across = np.column_stack([sides[:-1], sides[1:]])
    down = np.broadcast_to([word.top, word.bottom], across.shape)
    return np.column_stack([across[:, 0], down[:, 0], across[:, 1], down[:, 1]])


def _boxes(chars: list[int], page: int, places: np.ndarray) -> pl.DataFrame:
    sides = places.astype(np.float32)
    return pl.DataFrame(
        {
            "char": np.array(chars, np.uint32),
            "page": np.full(len(chars), page, np.uint32),
            **{name: sides[:, column] for column, name in enumerate(("left", "top", "right", "bottom"))},
        },
        schema=BOXES.schema,
    )
