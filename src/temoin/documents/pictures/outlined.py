"""Pictures of pages and of places on them, for whoever looks a figure up: upright, small, without metadata."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageDraw

from temoin.documents.pictures.pdf_pages import Drawn, draw, opened_pdf, page_at, turn_of
from temoin.documents.pictures.perspective import seen_from_above
from temoin.documents.pictures.photo import no_such_page, picture_at
from temoin.documents.pictures.straighten import set_upright
from temoin.errors import InputError
from temoin.evidence import PageBox
from temoin.evidence.digest import digest_stream, short
from temoin.words import Words

_SHARP_DPI = 216.0
_A4_LONG = 842.0
_LEAST_ACROSS = 260.0  # points: most of a line, so that a figure is seen with its words, and crops stand alike
_COLOURS = 48
_INK = (200, 30, 30)
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


@dataclass(frozen=True, slots=True)
class _Shown:
    drawn: Drawn
    turn: int

    def upright(self) -> Image.Image:
        picture = self.drawn.picture
        return picture.transpose(_TURNS[self.turn]) if self.turn else picture

    def place(self, box: PageBox) -> tuple[float, float, float, float]:
        across, down = self.drawn.across, self.drawn.down
        left, top = box.left * across, box.top * down
        right, bottom = left + box.width * across, top + box.height * down
        width, height = self.drawn.picture.size
        match self.turn:
            case 90:
                return height - bottom, left, height - top, right
            case 180:
                return width - right, height - bottom, width - left, height - top
            case 270:
                return top, width - right, bottom, width - left
            case _:
                return left, top, right, bottom


_KEPT: dict[tuple[str, str, int], _Shown] = {}
"""The page last drawn: an evidence view asks for many places of one page, one after the other."""


def page_picture(stream: BinaryIO, kind: str, page: int) -> Image.Image:
    """Return a page, from 1, as a picture: what a person would see, and what boxes of the document lie on.

    A page of a PDF is drawn as the file shows it, at 216 dots an inch or fewer; a photo is set upright exactly as when
    it was read. Nothing but pixels: no metadata.

    Parameters
    ----------
    stream : the source's bytes
    kind : its reader's kind, ``pdf`` or ``photo``

    Raises
    ------
    InputError : another kind, no such page, or what the readers of these kinds refuse
    """
    return _page(stream, kind, page).drawn.picture.copy()


def crop_png(stream: BinaryIO, kind: str, box: PageBox, *, around: float = 24.0, widest: int = 900) -> bytes:
    """Return a place of a page with some of what surrounds it, the place outlined, as a PNG, turned to be read.

    A page of a PDF that lies on its side, a scan or a table, is turned by right angles as it was when it was read.

    Parameters
    ----------
    stream, kind : as ``page_picture``
    box : in points of a PDF, in pixels of an upright photo
    around : margin, in points, wider to the sides of a narrow place; of a photo, what a point would be if its longer
        side were that of an A4 page
    widest : of the result, in pixels

    Raises
    ------
    InputError : as ``page_picture``
    """
    page = _page(stream, kind, box.page)
    picture = page.upright()
    place = page.place(box)
    point = max(picture.size) / _A4_LONG if kind == "photo" else page.drawn.across
    sideways = max(around, (_LEAST_ACROSS - (place[2] - place[0]) / point) / 2) * point
    left, right = _within(place[0] - sideways, place[2] + sideways, picture.width)
    top, bottom = _within(place[1] - around * point, place[3] + around * point, picture.height)
    piece = picture.crop((left, top, right, bottom))
    return _png(piece, [(place[0] - left, place[1] - top, place[2] - left, place[3] - top)], widest)


def page_png(stream: BinaryIO, kind: str, page: int, boxes: Sequence[PageBox] = (), widest: int = 900) -> bytes:
    """Return a whole page with places outlined, as a PNG, turned as for a crop; boxes of other pages are left aside.

    Parameters
    ----------
    stream, kind, page : as ``page_picture``
    boxes : in points of a PDF, in pixels of an upright photo
    widest : of the result, in pixels

    Raises
    ------
    InputError : as ``page_picture``
    """
    shown = _page(stream, kind, page)
    return _png(shown.upright(), [shown.place(box) for box in boxes if box.page == page], widest)


def _within(first: float, last: float, length: int) -> tuple[int, int]:
    begin = min(max(round(first), 0), length - 1)
    return begin, max(begin + 1, min(round(last), length))


def _page(stream: BinaryIO, kind: str, page: int) -> _Shown:
    stream.seek(0)
    name = digest_stream(stream)
    key = (name, kind, page)
    kept = _KEPT.get(key)
    if kept is None:
        kept = _drawn(stream, kind, page, short(name))
        _KEPT.clear()
        _KEPT[key] = kept
    return kept


def _drawn(stream: BinaryIO, kind: str, page: int, read: str) -> _Shown:
    stream.seek(0)
    if kind == "photo":
        return _Shown(Drawn(set_upright(seen_from_above(picture_at(stream, page, read)), read).picture, 1.0, 1.0), 0)
    if kind == "pdf":
        with opened_pdf(stream, read) as pdf:
            if not 1 <= page <= len(pdf):
                raise no_such_page(read, page)
            opened = page_at(pdf, page, read)
            return _Shown(draw(opened, page, read, dpi=_SHARP_DPI, grey=False), turn_of(opened, page, read))
    raise InputError(
        read,
        Words(f"une source «\xa0{kind}\xa0» n’a pas d’image de page", f'a source of kind "{kind}" has no page picture'),
        Words("voyez son texte avec temoin show", "see its text with temoin show"),
    )


def _png(picture: Image.Image, outlined: list[tuple[float, float, float, float]], widest: int) -> bytes:
    shrunk = min(1.0, widest / picture.width)
    size = max(1, round(picture.width * shrunk)), max(1, round(picture.height * shrunk))
    shown = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS) if shrunk < 1 else picture.convert("RGB")
    # A grey page needs few colours; the outline is drawn after they are chosen, so that it keeps its own.
    few = shown.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = [*(few.getpalette() or [])[: 3 * _COLOURS], *_INK]
    few.putpalette(palette)
    pen = ImageDraw.Draw(few)
    for left, top, right, bottom in outlined:
        sides = (left * shrunk - 3, top * shrunk - 3, right * shrunk + 3, bottom * shrunk + 3)
        pen.rectangle(sides, outline=len(palette) // 3 - 1, width=2)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()
