"""Pictures of pages: a place with its box outlined, or a whole page; the same bytes for the same page and box."""

import io
from collections.abc import Sequence
from typing import BinaryIO

import pypdfium2
from PIL import Image, ImageDraw

from temoin.errors import InputError
from temoin.evidence import PageBox
from temoin.evidence.digest import short
from temoin.words import Words

_FINEST = 3.0
_OUTLINE = (179, 38, 30)
_MARGIN = 2.0


def crop_png(stream: BinaryIO, kind: str, box: PageBox, *, around: float = 24.0, widest: int = 900) -> bytes:
    """Return the picture of a place of a page, its box outlined, as a PNG without metadata.

    Parameters
    ----------
    stream : the document's bytes
    kind : its reader's kind
    box : the place
    around : shown on every side of it, in points
    widest : pixels

    Raises
    ------
    InputError : documents of this kind have no pages, or there is no such page
    """
    page = _rendered(stream, kind, box.page, (box.width + 2 * around, widest))
    sides = (box.left - around, box.top - around, box.left + box.width + around, box.top + box.height + around)
    picture, scale = page
    _outline(picture, [box], scale)
    limits = (0, 0, *picture.size)
    left, top, right, bottom = (round(side * scale) for side in sides)
    frame = (max(left, limits[0]), max(top, limits[1]), min(right, limits[2]), min(bottom, limits[3]))
    return _png(picture.crop(frame))


def page_png(stream: BinaryIO, kind: str, page: int, boxes: Sequence[PageBox] = (), widest: int = 900) -> bytes:
    """Return the picture of a whole page, boxes outlined, as a PNG without metadata.

    Raises
    ------
    InputError : documents of this kind have no pages, or there is no such page
    """
    picture, scale = _rendered(stream, kind, page, (0.0, widest))
    _outline(picture, boxes, scale)
    return _png(picture)


def _rendered(stream: BinaryIO, kind: str, number: int, room: tuple[float, int]) -> tuple[Image.Image, float]:
    if kind != "pdf":
        raise _no_page(kind, number)
    pdf = pypdfium2.PdfDocument(stream)
    try:
        if not 1 <= number <= len(pdf):
            raise _no_page(kind, number)
        page = pdf[number - 1]
        shown, widest = room
        scale = min(_FINEST, widest / (shown or page.get_width()))
        return page.render(scale=scale).to_pil().convert("RGB"), scale
    finally:
        pdf.close()


def _outline(picture: Image.Image, boxes: Sequence[PageBox], scale: float) -> None:
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        sides = (
            box.left - _MARGIN,
            box.top - _MARGIN,
            box.left + box.width + _MARGIN,
            box.top + box.height + _MARGIN,
        )
        draw.rectangle([side * scale for side in sides], outline=_OUTLINE, width=max(2, round(scale)))


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _no_page(kind: str, number: int) -> InputError:
    return InputError(
        short(kind),
        Words("ce document n’a pas cette page", "this document has no such page"),
        Words("voyez ses pages avec temoin show", "see its pages with temoin show"),
        where=Words(f"page {number}", f"page {number}"),
    )
