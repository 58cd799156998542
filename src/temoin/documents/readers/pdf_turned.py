"""Pages of a PDF whose lines do not run across: read as if they did, their boxes put back where the file shows them."""

from dataclasses import dataclass

import numpy as np
import pypdfium2
from pypdfium2 import raw

from temoin.documents.pictures.pdf_pages import covering_picture, direction_of
from temoin.documents.readers.pdf_glyphs import Glyphs, glyphs_of, is_drawn

_FAR = 1_000_000.0
# Cosine and sine of a clockwise turn by so many quarters.
_COSINE, _SINE = (1, 0, -1, 0), (0, -1, 0, 1)


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of a page.

    Parameters
    ----------
    glyphs : as PDFium orders them when lines run across, edges in page space
    drawn : whether each is drawn rather than invisible, shape (n,)
    frame : left, bottom, right and top of the page in page space
    turn : degrees by which the page is to be turned, clockwise, for its lines to run across
    """

    glyphs: Glyphs
    drawn: np.ndarray
    frame: tuple[float, float, float, float]
    turn: int


def layer_of(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int) -> Layer:
    """Return the text layer of a page, its characters in the order in which a person reads them.

    PDFium finds lines, spaces and broken words best where the file neither turns the page nor draws it turned. Any
    other page is copied, set so that most of its characters run across, and read there.

    Parameters
    ----------
    page : that of the number, open
    number : from 1

    Raises
    ------
    pypdfium2.PdfiumError : PDFium cannot read it
    """
    text_page = page.get_textpage()
    glyphs = glyphs_of(text_page)
    frame = page.get_bbox()
    quarters = direction_of(text_page, np.flatnonzero(glyphs.inked).tolist())
    if quarters == 0 and page.get_rotation() == 0:
        drawn = is_drawn(page, text_page, glyphs, under=covering_picture(page))
        text_page.close()
        return Layer(glyphs, drawn, frame, 0)
    text_page.close()
    return _straight(pdf, number, frame, quarters)


def shown(edges: np.ndarray, frame: tuple[float, float, float, float], turn: int) -> np.ndarray:
    """Return edges of a page turned clockwise by 0, 90, 180 or 270 degrees, in points from its upper left corner.

    Parameters
    ----------
    edges : left, right, lower and upper in page space, shape (n, 4)
    frame : left, bottom, right and top of the page in page space

    Returns
    -------
    left, top, right and bottom, NaN for what has no ink, shape (n, 4)
    """
    left, bottom, right, top = frame
    x = edges[:, :2] - left
    y = edges[:, 2:] - bottom
    width, height = right - left, top - bottom
    match turn:
        case 90:
            across, down = y, x
        case 180:
            across, down = width - x, y
        case 270:
            across, down = height - y, width - x
        case _:
            across, down = x, height - y
    inked = (edges[:, 0] != edges[:, 1]) & (edges[:, 2] != edges[:, 3])
    ends = [np.minimum(*across.T), np.minimum(*down.T), np.maximum(*across.T), np.maximum(*down.T)]
    sides = np.column_stack(ends)
    return np.where(inked[:, None] & np.isfinite(sides), sides, np.nan)


def _straight(
    pdf: pypdfium2.PdfDocument, number: int, frame: tuple[float, float, float, float], quarters: int
) -> Layer:
    copy = pypdfium2.PdfDocument.new()
    try:
        copy.import_pages(pdf, [number - 1])
        matrix = _turning(frame, quarters)
        if quarters:
            _turn(copy, frame, matrix)
        page = copy[0]
        page.set_rotation(0)
        text_page = page.get_textpage()
        glyphs = glyphs_of(text_page)
        drawn = is_drawn(page, text_page, glyphs, under=covering_picture(page))
        text_page.close()
        page.close()
    finally:
        copy.close()
    return Layer(Glyphs(glyphs.codes, _undone(glyphs.edges, matrix)), drawn, frame, 90 * quarters)


def _turning(frame: tuple[float, float, float, float], quarters: int) -> np.ndarray:
    cosine, sine = _COSINE[quarters], _SINE[quarters]
    turn = np.array([[cosine, -sine], [sine, cosine]], float)
    corners = np.array([[frame[0], frame[1]], [frame[2], frame[3]]]) @ turn.T
    shift = -corners.min(axis=0) if quarters else np.zeros(2)
    return np.column_stack([turn, shift])


def _turn(copy: pypdfium2.PdfDocument, frame: tuple[float, float, float, float], matrix: np.ndarray) -> None:
    page = copy[0]
    a, c, e = matrix[0].tolist()
    b, d, f = matrix[1].tolist()
    everywhere = raw.FS_RECTF(-_FAR, _FAR, _FAR, -_FAR)
    raw.FPDFPage_TransFormWithClip(page.raw, raw.FS_MATRIX(a, b, c, d, e, f), everywhere)
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    sides = (width, height) if a else (height, width)
    page.set_mediabox(0, 0, *sides)
    page.set_cropbox(0, 0, *sides)
    page.close()


def _undone(edges: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    turn, shift = matrix[:, :2], matrix[:, 2]
    points = np.stack([edges[:, [0, 1]], edges[:, [2, 3]]], axis=-1) - shift
    back = points @ turn
    x, y = back[..., 0], back[..., 1]
    return np.column_stack([x.min(axis=1), x.max(axis=1), y.min(axis=1), y.max(axis=1)])
