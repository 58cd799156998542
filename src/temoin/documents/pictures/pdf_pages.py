"""Pages of a PDF as PDFium opens and draws them, with what it takes to draw them known before."""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import pypdfium2
from PIL import Image
from pypdfium2 import raw

from temoin.documents.pictures.straighten import set_upright
from temoin.errors import InputError
from temoin.words import Words

_WRONG_PASSWORD = 4
_MOST_DRAWN = 20_000_000
_MOST_PIXELS_HELD = 80_000_000
_LONGEST_DRAWN = 20_000
_MOST_OBJECTS = 20_000
_POINTS_AN_INCH = 72.0
_COVERS = 0.6
_QUARTER = np.pi / 2
# A page is turned whole: one character in so many shows it.
_EVERY = 8
SCAN_DPI = 300
"""At which pages that are pictures are drawn to be recognised."""
STAMP = 40
"""Fewer characters than these over a picture are a stamp or a number, no text layer."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as drawn: its picture, grey, and how many of its pixels make a point, across and down."""

    picture: Image.Image
    across: float
    down: float


@contextmanager
def opened_pdf(stream: BinaryIO, read: str) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for as long as the context lasts; the stream stays open after it.

    Parameters
    ----------
    read : what is read, for messages

    Raises
    ------
    InputError : damaged, locked by a password, or without a page
    """
    try:
        pdf = pypdfium2.PdfDocument(stream)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(read, error.err_code) from error
    try:
        if count == 0:
            raise _unreadable(read, None)
        yield pdf
    finally:
        pdf.close()


def page_at(pdf: pypdfium2.PdfDocument, number: int, read: str) -> pypdfium2.PdfPage:
    """Return a page by its number, from 1.

    Raises
    ------
    InputError : it cannot be read
    """
    try:
        return pdf[number - 1]
    except pypdfium2.PdfiumError as error:
        raise unreadable_page(read, number) from error


def unreadable_page(read: str, number: int) -> InputError:
    """Return the error for a page that PDFium cannot read."""
    return InputError(
        read,
        Words("page illisible", "this page cannot be read"),
        Words("téléchargez le fichier de nouveau", "download the file again"),
        where=Words(f"page {number}", f"page {number}"),
    )


def draw(page: pypdfium2.PdfPage, number: int, read: str, *, dpi: float, grey: bool = True) -> Drawn:
    """Return a page drawn upright as its file turns it, at so many dots an inch, or fewer above 20 million pixels.

    Raises
    ------
    InputError : PDFium cannot draw it, or it holds a picture of more than 80 million pixels, which drawing would decode
    """
    _require_drawable(page, number, read)
    width, height = (max(side, 1.0) for side in page.get_size())
    scale = min(dpi / _POINTS_AN_INCH, (_MOST_DRAWN / (width * height)) ** 0.5, _LONGEST_DRAWN / max(width, height))
    try:
        bitmap = page.render(scale=scale, grayscale=grey, rev_byteorder=True)
    except (pypdfium2.PdfiumError, ValueError, RuntimeError) as error:
        raise unreadable_page(read, number) from error
    shown = bitmap.to_pil()
    picture = shown.convert("L" if grey else "RGB") if shown.mode not in ("L", "RGB") else shown.copy()
    bitmap.close()
    return Drawn(picture, picture.width / width, picture.height / height)


def share_of_pictures(page: pypdfium2.PdfPage) -> float:
    """Return how much of a page its pictures cover, 0 to 1, each counted whole: a scan may be cut into strips."""
    width, height = page.get_size()
    return float(min(1.0, sum(map(_area, _images(page))) / max(width * height, 1.0)))


def covering_picture(page: pypdfium2.PdfPage) -> int:
    """Return the rank, among a page's objects, of the last opaque picture that covers 0.6 of it; -1 for none."""
    width, height = page.get_size()
    for rank in reversed(range(_counted(page))):
        thing = raw.FPDFPage_GetObject(page.raw, rank)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_IMAGE or raw.FPDFPageObj_HasTransparency(thing):
            continue
        if _extent(thing) >= _COVERS * width * height:
            return rank
    return -1


def direction_of(text_page: pypdfium2.PdfTextPage, inked: Sequence[int]) -> int:
    """Return by how many quarter turns, counter-clockwise in page space, most of a page's characters are turned.

    Parameters
    ----------
    inked : indices of the characters that have ink; one in eight is looked at
    """
    angles = np.array([raw.FPDFText_GetCharAngle(text_page.raw, index) for index in inked[::_EVERY]], float)
    # PDFium measures the other way round; what has no angle is -1.
    turns = -np.rint(angles[angles >= 0] / _QUARTER).astype(np.int64) % 4
    return int(np.bincount(turns, minlength=4).argmax())


def turn_of(page: pypdfium2.PdfPage, number: int, read: str) -> int:
    """Return by how many degrees, clockwise, a page has to be turned, as its file shows it, to be read: 0 to 270.

    By its characters; a page of fewer than forty, a picture, by what it is turned by before it is recognised.

    Raises
    ------
    InputError : as ``draw``
    """
    text_page = page.get_textpage()
    inked = [
        index
        for index in range(text_page.count_chars())
        if not chr(raw.FPDFText_GetUnicode(text_page.raw, index) & 0xFFFF).isspace()
    ]
    quarters = direction_of(text_page, inked)
    text_page.close()
    if len(inked) >= STAMP:
        return int(90 * quarters - page.get_rotation()) % 360
    return set_upright(draw(page, number, read, dpi=SCAN_DPI).picture, read).turn if has_ink(page) else 0


def has_ink(page: pypdfium2.PdfPage) -> bool:
    """Return whether a page holds anything that draws."""
    return bool(raw.FPDFPage_CountObjects(page.raw) > 0)


def _counted(page: pypdfium2.PdfPage) -> int:
    # A hostile page may hold a million objects.
    count = int(raw.FPDFPage_CountObjects(page.raw))
    return count if count <= _MOST_OBJECTS else 0


def _area(image: pypdfium2.PdfImage) -> float:
    return _extent(image.raw)


def _extent(thing: object) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    told = raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return max(0.0, right.value - left.value) * max(0.0, top.value - bottom.value) if told else 0.0


def _images(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfImage]:
    if not _counted(page):
        return
    for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        if isinstance(thing, pypdfium2.PdfImage):
            yield thing


def _pixels(image: pypdfium2.PdfImage) -> tuple[int, int]:
    try:
        width, height = image.get_px_size()
    except pypdfium2.PdfiumError:
        return 0, 0
    return width, height


def _require_drawable(page: pypdfium2.PdfPage, number: int, read: str) -> None:
    for image in _images(page):
        width, height = _pixels(image)
        if width * height > _MOST_PIXELS_HELD:
            raise InputError(
                read,
                Words(
                    f"image trop grande ({width} × {height} pixels)\xa0: au plus "
                    f"{_MOST_PIXELS_HELD // 1_000_000} millions de pixels",
                    f"the picture is too large ({width} × {height} pixels): at most "
                    f"{_MOST_PIXELS_HELD // 1_000_000} million pixels",
                ),
                Words("numérisez la page à 300 points par pouce", "scan the page at 300 dots an inch"),
                where=Words(f"page {number}", f"page {number}"),
            )


def _unreadable(read: str, code: int | None) -> InputError:
    if code == _WRONG_PASSWORD:
        return InputError(
            read,
            Words("PDF protégé par un mot de passe", "a PDF locked by a password"),
            Words("ajoutez une copie déverrouillée", "add an unlocked copy"),
        )
    return InputError(
        read,
        Words("PDF endommagé ou incomplet", "a damaged or incomplete PDF"),
        Words("téléchargez-le de nouveau", "download it again"),
    )
