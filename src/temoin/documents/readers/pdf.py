"""PDF: the text layer, page by page, with one box a character; pages that are pictures are recognised."""

import ctypes
import datetime as dt
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import BinaryIO

import numpy as np
import polars as pl
import pypdfium2
from pypdfium2 import raw

from temoin.documents.document import BOXES, RECOGNISED, Document, Page
from temoin.documents.language import detect_language
from temoin.documents.pictures.pdf_pages import draw, has_ink, opened_pdf, page_at, share_of_pictures, unreadable_page
from temoin.documents.pictures.straighten import set_upright
from temoin.documents.readers.pdf_columns import column_order
from temoin.documents.readers.pdf_raised import raise_figures
from temoin.documents.recognition.found import PageText
from temoin.documents.recognition.page import read_page
from temoin.documents.recognition.recogniser import Recogniser, programs
from temoin.documents.recognition.remedies import MissingEngineError
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

PAGE_BREAK = "\f"
SCAN_DPI = 300
_SIGNATURE_WITHIN = 1024
_BROKEN_WORD = 0x02
_UNKNOWN = 0xFFFD
_MOSTLY = 0.5
_MOST_CHARACTERS = 12_000_000
# A number stamped on a scanned page is no text layer.
_STAMP, _MOSTLY_PICTURE = 40, 0.6
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_PROPERTIES = {"Title": "title", "Author": "author"}
_FLOAT = 8
_ROW = 4 * _FLOAT
_Pointer = ctypes.c_void_p


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """What a page holds: code points, shape (n,), and left, right, lower, upper edges in page space, shape (n, 4)."""

    codes: np.ndarray
    edges: np.ndarray


@dataclass(slots=True)
class _Read:
    """A page as read, its characters counted from its own beginning; recognised where it is a picture."""

    content: PageText
    size: tuple[float, float]
    is_picture: bool


def read_pdf(stream: BinaryIO, source: Source) -> Document:
    """Return the text of a PDF, its pages joined by a form feed, with one box a character that has ink.

    Line ends are one newline; the hyphen that breaks a word at the end of a line is dropped unless a capital or a
    digit follows it; a glyph that the file maps to no character is U+FFFD; a raised figure is a raised character
    ("10⁶"); short columns of prose stand one under the other.

    A page without a text layer, or with no more than a stamp over a picture that covers most of it, is drawn at 300
    dots an inch, set upright and recognised; its boxes stand in points of the page as the file shows it. A text layer
    that somebody else's recognition put under a scan is taken as it is, good or bad. Where other pages have text and
    the engine is absent, such a page stays empty and ``properties["not_recognised"]`` names it.

    Parameters
    ----------
    stream : the file's bytes
    source : its ``language`` chooses the engine for pages that are pictures; without it the text layer of the other
        pages does, or what is written in them

    Raises
    ------
    InputError : not a PDF, damaged, locked by a password, without a page, without any text, of more than 12 million
        characters, or all pictures without the engine that reads them

    References
    ----------
    PDFium's text API through pypdfium2; its loose character boxes are wrong (pypdfium2 issue 421), so unused.
    """
    read = source.name or short(source.id)
    with opened_pdf(stream, read) as pdf:
        pages = _text_layers(pdf, read)
        properties = _properties(pdf)
        if any(page.is_picture for page in pages):
            properties |= _recognise(pdf, pages, source.language, read)
    _require_words(PAGE_BREAK.join(page.content.text for page in pages), read)
    return _joined(pages, properties)


def _text_layers(pdf: pypdfium2.PdfDocument, read: str) -> list[_Read]:
    pages: list[_Read] = []
    characters = 0
    for number in range(1, len(pdf) + 1):
        pages.append(_read_page(pdf, number, read))
        characters += len(pages[-1].content.text)
        if characters > _MOST_CHARACTERS:
            raise InputError(
                read,
                Words("PDF de plus de 12 millions de caractères", "a PDF of more than 12 million characters"),
                Words("découpez-le", "split it"),
            )
    return pages


def _recognise(pdf: pypdfium2.PdfDocument, pages: list[_Read], said: str | None, read: str) -> dict[str, str]:
    layer = "\n".join(page.content.text for page in pages if not page.is_picture)
    try:
        recogniser = Recogniser(read, said or detect_language(layer).language)
        for number, page in enumerate(pages, 1):
            if page.is_picture:
                page.content = _recognised(pdf, number, recogniser, read)
    except MissingEngineError:
        if not layer.strip():
            raise
        return {"not_recognised": ", ".join(str(number) for number, page in enumerate(pages, 1) if page.is_picture)}
    return {"recognised_by": recogniser.recognised_by} if recogniser.recognised_by else {}


def _recognised(pdf: pypdfium2.PdfDocument, number: int, recogniser: Recogniser, read: str) -> PageText:
    page = page_at(pdf, number, read)
    drawn = draw(page, number, read, dpi=SCAN_DPI)
    page.close()
    upright = set_upright(drawn.picture, read)
    points = np.array([drawn.across, drawn.down] * 2)
    return read_page(recogniser, upright, number, 0, lambda boxes: upright.back(boxes) / points)


def _joined(pages: Sequence[_Read], properties: dict[str, str]) -> Document:
    start = 0
    places: list[Page] = []
    boxes: list[pl.DataFrame] = []
    recognised: list[pl.DataFrame] = []
    for number, page in enumerate(pages, 1):
        content, shift = page.content, pl.lit(start, pl.UInt32)
        places.append(Page(number, start, start + len(content.text), *page.size))
        boxes.append(content.boxes.with_columns(pl.col("char") + shift))
        recognised.append(content.recognised.with_columns(pl.col("start", "end") + shift))
        start += len(content.text) + len(PAGE_BREAK)
    return Document(
        PAGE_BREAK.join(page.content.text for page in pages),
        tuple(places),
        BOXES.require(pl.concat(boxes)),
        properties,
        recognised=RECOGNISED.require(pl.concat(recognised)),
    )


def _require_words(text: str, read: str) -> None:
    if not text.strip():
        what = Words(
            "PDF sans couche de texte, et aucun mot n’a été reconnu dans ses pages",
            "a PDF without a text layer, and no word was recognised in its pages",
        )
        remedy = Words(
            "ajoutez une version texte, ou une numérisation plus nette", "add a text version, or a sharper scan"
        )
        raise InputError(read, what, remedy)
    if text.count(chr(_UNKNOWN)) > _MOSTLY * len("".join(text.split())):
        what = Words("les signes de ce PDF ne renvoient à aucun caractère", "this PDF maps its glyphs to no character")
        remedy = Words(
            "ajoutez une version texte, ou ses pages en images", "add a text version, or its pages as pictures"
        )
        raise InputError(read, what, remedy)


def _read_page(pdf: pypdfium2.PdfDocument, number: int, read: str) -> _Read:
    page = page_at(pdf, number, read)
    try:
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise unreadable_page(read, number) from error
    glyphs = _characters(_glyphs(text_page))
    size = page.get_size()
    edges = _upright(glyphs.edges, page.get_bbox(), page.get_rotation())
    text_page.close()
    codes, order = column_order(raise_figures(glyphs.codes, edges), edges)
    edges = edges[order]
    text = "".join(map(chr, codes[order].tolist()))
    is_picture = _is_picture(page, text)
    page.close()
    return _Read(PageText(text, _boxes(edges, number, 0), RECOGNISED.empty()), size, is_picture)


def _is_picture(page: pypdfium2.PdfPage, text: str) -> bool:
    letters = len("".join(text.split()))
    if letters == 0:
        return has_ink(page)
    return letters < _STAMP and share_of_pictures(page) >= _MOSTLY_PICTURE


def _glyphs(text_page: pypdfium2.PdfTextPage) -> _Glyphs:
    count = text_page.count_chars()
    edges = np.zeros((count, 4))
    handle = ctypes.cast(text_page.raw, _Pointer).value
    first = edges.ctypes.data
    left, right, bottom, top = (range(at, at + count * _ROW, _ROW) for at in range(first, first + _ROW, _FLOAT))
    # A million times, so without a loop of ours: PDFium writes straight into the array, at addresses that ranges give.
    deque(map(_box_at, repeat(handle, count), range(count), left, right, bottom, top), maxlen=0)
    codes = np.fromiter(map(_code_at, repeat(handle, count), range(count)), np.int64, count)
    return _Glyphs(codes, edges)


def _address(function: object) -> int:
    address = ctypes.cast(function, _Pointer).value  # type: ignore[arg-type]
    assert address is not None
    return address


# With plain addresses for arguments, and without letting other threads in: each call takes less than that would.
_code_at = ctypes.PYFUNCTYPE(ctypes.c_uint, _Pointer, ctypes.c_int)(_address(raw.FPDFText_GetUnicode))
_box_at = ctypes.PYFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int, *[_Pointer] * 4)(_address(raw.FPDFText_GetCharBox))


def _characters(glyphs: _Glyphs) -> _Glyphs:
    codes, edges = _pairs_joined(glyphs.codes.copy(), glyphs.edges)
    keep = codes != ord("\r")
    broken = np.flatnonzero(codes == _BROKEN_WORD)
    for index in broken:
        after = chr(codes[index + 1]) if index + 1 < len(codes) else ""
        if after.isupper() or after.isdigit():
            codes[index] = ord("-")
        else:
            keep[index] = False
    strange = (codes < 32) & ~np.isin(codes, (9, 10, 13))
    strange |= (codes >= 0xD800) & (codes <= 0xDFFF) | (codes & 0xFFFE == 0xFFFE) | (codes > 0x10FFFF)
    codes[strange] = _UNKNOWN
    return _Glyphs(codes[keep], edges[keep])


def _pairs_joined(codes: np.ndarray, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    high = (codes[:-1] & ~0x3FF) == 0xD800
    pair = np.flatnonzero(high & ((codes[1:] & ~0x3FF) == 0xDC00))
    codes[pair] = 0x10000 + ((codes[pair] & 0x3FF) << 10) + (codes[pair + 1] & 0x3FF)
    return np.delete(codes, pair + 1), np.delete(edges, pair + 1, axis=0)


def _upright(edges: np.ndarray, frame: tuple[float, float, float, float], rotation: int) -> np.ndarray:
    left, bottom, right, top = frame
    x = edges[:, :2] - left
    y = edges[:, 2:] - bottom
    width, height = right - left, top - bottom
    match rotation:
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


def _boxes(edges: np.ndarray, number: int, start: int) -> pl.DataFrame:
    inked = np.flatnonzero(np.isfinite(edges).all(axis=1))
    sides = edges[inked].astype(np.float32)
    return pl.DataFrame(
        {
            "char": (inked + start).astype(np.uint32),
            "page": np.full(len(inked), number, np.uint32),
            **{name: sides[:, column] for column, name in enumerate(("left", "top", "right", "bottom"))},
        },
        schema=BOXES.schema,
    )


def _properties(pdf: pypdfium2.PdfDocument) -> dict[str, str]:
    properties = {ours: _property(pdf, theirs) for theirs, ours in _PROPERTIES.items()}
    properties["created"] = _day(_property(pdf, "CreationDate"))
    return {name: value for name, value in properties.items() if value}


def _day(text: str) -> str:
    match = _PDF_DATE.match(text)
    try:
        return dt.date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _property(pdf: pypdfium2.PdfDocument, name: str) -> str:
    try:
        return " ".join(pdf.get_metadata_value(name).split())
    except UnicodeDecodeError:
        return ""


def _recognises_pdf(head: Head) -> bool:
    return b"%PDF-" in head.data[:_SIGNATURE_WITHIN]


READER = Reader(
    kind="pdf",
    version=3,
    label=Words("PDF", "PDF"),
    recognises=_recognises_pdf,
    read=read_pdf,
    visibility="quotes",
    libraries=("pypdfium2", "pillow"),
    programs=programs,
)
