"""Chinese, by RapidOCR: the PP-OCR models that its wheel carries, run by ONNX Runtime, nothing fetched."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import groupby
from typing import Any

import numpy as np
from PIL import Image

from temoin.documents.recognition.found import Line, Word

DISTRIBUTION = "rapidocr-onnxruntime"
_MODULE = "rapidocr_onnxruntime"
# Lines are looked for in a smaller picture, whose memory is bounded, and read from the whole one.
_LONGEST_SIDE = 1024
_THREADS = 2
_SAME_ROW = 0.5


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    columns: list[int]
    worths: list[float]
    width: float


def available() -> str | None:
    """Return the version of RapidOCR; None where the extra ``ocr`` is absent."""
    return version(DISTRIBUTION) if importlib.util.find_spec(_MODULE) is not None else None


def read_lines(picture: Image.Image) -> list[Line]:
    """Return the lines read in an upright grey picture, from top to bottom, what stands side by side on one line.

    A word is a run of Chinese characters, or one of anything else: a figure stands alone, with its own confidence,
    that of its least sure character.

    References
    ----------
    PP-OCRv4: text detection by differentiable binarisation, recognition by SVTR with CTC; arXiv 2009.09941, 2206.03001
    """
    engine = _engine()
    page = np.repeat(np.asarray(picture.convert("L"))[:, :, None], 3, axis=2)
    quads = _quads(engine, picture)
    if not len(quads):
        return []
    answers, _ = engine.text_rec(engine.get_crop_img_list(page, list(quads)), return_word_box=True)
    pieces = [
        (quad, _Reading(text, [column for run in said[2] for column in run], said[4], float(said[0])))
        for quad, (text, _, said) in zip(quads, answers, strict=True)
        if text.strip()
    ]
    lines = [_line([_words(quad, reading) for quad, reading in row]) for row in _rows(pieces)]
    return [line for line in lines if line]


@cache
def _engine() -> Any:  # noqa: ANN401  # the class of a library without types, behind an extra
    from rapidocr_onnxruntime import RapidOCR

    # With the limit as a minimum, a strip of paper would be looked at twenty times as large as it is.
    return RapidOCR(intra_op_num_threads=_THREADS, inter_op_num_threads=1, det_limit_type="max")


def _quads(engine: Any, picture: Image.Image) -> np.ndarray:  # noqa: ANN401
    scale = min(1.0, _LONGEST_SIDE / max(picture.size))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    small = np.asarray(picture.convert("L").resize(size, Image.Resampling.LANCZOS))
    quads, _ = engine.text_det(np.repeat(small[:, :, None], 3, axis=2))
    return np.zeros((0, 4, 2)) if quads is None or not len(quads) else np.asarray(quads, np.float32) / np.float32(scale)


def _rows(pieces: list[tuple[np.ndarray, _Reading]]) -> list[list[tuple[np.ndarray, _Reading]]]:
    rows: list[list[tuple[np.ndarray, _Reading]]] = []
    for piece in sorted(pieces, key=lambda each: float(each[0][:, 1].mean())):
        quad = piece[0]
        middle, height = float(quad[:, 1].mean()), float(np.ptp(quad[:, 1]))
        if rows and abs(middle - float(rows[-1][0][0][:, 1].mean())) < _SAME_ROW * height:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda each: float(each[0][:, 0].min())) for row in rows]


def _words(quad: np.ndarray, reading: _Reading) -> list[Word]:
    (left, top), (right, bottom) = quad.min(axis=0).tolist(), quad.max(axis=0).tolist()
    middles = left + (np.array(reading.columns) + 0.5) / reading.width * (right - left)
    sides = np.concatenate([[left], (middles[:-1] + middles[1:]) / 2, [right]])
    words: list[Word] = []
    spaced = False
    for kind, run in groupby(range(len(reading.text)), lambda index: _kind(reading.text[index])):
        places = list(run)
        first, last = places[0], places[-1]
        if kind != "space":
            worth = min(reading.worths[first : last + 1])
            text = reading.text[first : last + 1]
            edges = float(sides[first]), top, float(sides[last + 1]), bottom
            words.append(Word(text, *edges, worth, " " if spaced else ""))
        spaced = kind == "space"
    return words


def _kind(character: str) -> str:
    if character.isspace():
        return "space"
    return "other" if character.isascii() else "chinese"


def _line(pieces: Sequence[list[Word]]) -> Line:
    joined: list[Word] = []
    for words in pieces:
        for index, word in enumerate(words):
            after = word.after if index or not joined else " "
            joined.append(Word(word.text, word.left, word.top, word.right, word.bottom, word.confidence, after))
    return tuple(joined)
