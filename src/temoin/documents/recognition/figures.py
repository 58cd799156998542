"""Figures read a second time, alone and larger: where the two readings differ, neither is sure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from PIL import Image

from temoin.documents.recognition.found import Line, Word

DOUBTFUL = 0.3
"""The confidence, at most, of a figure that two readings give differently."""
_MARK = re.compile(r"[.,:/٫]")
_EASTERN = frozenset("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_MOST = 150
_HEIGHT, _LARGEST, _AROUND, _LEAD = 44, 4.0, 0.25, 22
_WHITE = 255


def doubted(
    lines: Sequence[Line], picture: Image.Image, again: Callable[[Image.Image], list[Line]], *, sure: float = 0.9
) -> list[Line]:
    """Return lines whose figures, where a second reading of them differs, have a confidence of 0.3 at most.

    The 150 least sure words of a page that hold a digit are cut out, made larger, set in a column and read again.
    Nothing is put right: the first reading stays, as uncertain as it is. The digits ٠ to ٩ and ۰ to ۹, which tesseract
    takes for one another and for letters, are doubtful at once.

    Parameters
    ----------
    lines : found in the picture
    picture : grey
    again : reads the column, for digits alone
    sure : the confidence from which a word is not read again
    """
    lines = [tuple(map(_doubtful_if_eastern, line)) for line in lines]
    asked = [
        (rank, place)
        for rank, line in enumerate(lines)
        for place, word in enumerate(line)
        if DOUBTFUL < word.confidence < sure and _digits(word.text)
    ]
    asked.sort(key=lambda at: lines[at[0]][at[1]].confidence)
    asked = asked[:_MOST]
    if not asked:
        return list(lines)
    column, places = _column([_cut(picture, lines[rank][place]) for rank, place in asked])
    second = _by_place(again(column), places)
    changed = [list(line) for line in lines]
    for (rank, place), found in zip(asked, second, strict=True):
        word = changed[rank][place]
        if _figure(found) != _figure(word.text):
            changed[rank][place] = replace(word, confidence=min(word.confidence, DOUBTFUL))
    return [tuple(line) for line in changed]


def _doubtful_if_eastern(word: Word) -> Word:
    if any(sign in _EASTERN for sign in word.text):
        return replace(word, confidence=min(word.confidence, DOUBTFUL))
    return word


def _digits(text: str) -> str:
    # An Arabic digit is the same figure as the one that the rest of the world writes.
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def _figure(text: str) -> list[str]:
    # 450,5 and 4505 are two figures; 2031 and "2031," are one.
    return [digits for part in _MARK.split(text) if (digits := _digits(part))]


def _cut(picture: Image.Image, word: Word) -> Image.Image:
    pad = _AROUND * (word.bottom - word.top)
    left, top = max(0, int(word.left - pad)), max(0, int(word.top - pad))
    right, bottom = min(picture.width, int(word.right + pad) + 1), min(picture.height, int(word.bottom + pad) + 1)
    piece = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    times = min(_LARGEST, max(1.0, _HEIGHT / max(1.0, word.bottom - word.top)))
    return piece.resize((round(piece.width * times), round(piece.height * times)), Image.Resampling.LANCZOS)


def _column(pieces: Sequence[Image.Image]) -> tuple[Image.Image, list[tuple[int, int]]]:
    height = sum(piece.height + _LEAD for piece in pieces) + _LEAD
    column = Image.new("L", (max(piece.width for piece in pieces) + 2 * _LEAD, height), _WHITE)
    places: list[tuple[int, int]] = []
    top = _LEAD
    for piece in pieces:
        column.paste(piece, (_LEAD, top))
        places.append((top, top + piece.height))
        top += piece.height + _LEAD
    return column, places


def _by_place(lines: Sequence[Line], places: Sequence[tuple[int, int]]) -> list[str]:
    found = [""] * len(places)
    for word in (word for line in lines for word in line):
        middle = (word.top + word.bottom) / 2
        for rank, (top, bottom) in enumerate(places):
            if top - _LEAD / 2 <= middle < bottom + _LEAD / 2:
                found[rank] += word.text
    return found
