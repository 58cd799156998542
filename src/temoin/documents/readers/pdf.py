"""PDF: the text layer, page by page, with one box a character."""

import ctypes
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import polars as pl
import pypdfium2
from pypdfium2 import raw

from temoin.documents.document import BOXES, Document, Page
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

PAGE_BREAK = "\f"
_SIGNATURE_WITHIN = 1024
_WRONG_PASSWORD = 4
_BROKEN_WORD = 0x02
_UNKNOWN = 0xFFFD
_MOSTLY = 0.5
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_PROPERTIES = {"Title": "title", "Author": "author"}


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """What a page holds: code points, shape (n,), and left, right, lower, upper edges in page space, shape (n, 4)."""

    codes: np.ndarray
    edges: np.ndarray


def read_pdf(stream: BinaryIO, source: Source) -> Document:
    """Return the text layer of a PDF, its pages joined by a form feed, with one box a character that has ink.

    Line ends are one newline; the hyphen that breaks a word at the end of a line is dropped unless a capital or a
    digit follows it; a glyph that the file maps to no character is U+FFFD. A page without text stays, empty.

    Raises
    ------
    InputError : not a PDF, damaged, locked by a password, without a page, or without any text

    References
    ----------
    PDFium's text API through pypdfium2; its loose character boxes are wrong (pypdfium2 issue 421), so unused.
    """
    read = source.name or short(source.id)
    with _opened(stream, read) as pdf:
        pages: list[Page] = []
        texts: list[str] = []
        boxes: list[pl.DataFrame] = []
        start = 0
        for number in range(1, len(pdf) + 1):
            text, frame, (width, height) = _read_page(pdf, number, start, read)
            pages.append(Page(number, start, start + len(text), width, height))
            texts.append(text)
            boxes.append(frame)
            start += len(text) + len(PAGE_BREAK)
        properties = _properties(pdf)
    whole = PAGE_BREAK.join(texts)
    _require_words(whole, read)
    return Document(whole, tuple(pages), BOXES.require(pl.concat(boxes)), properties)


def _require_words(text: str, read: str) -> None:
    remedy = Words(
        "ajoutez une version texte, ou un PDF passé à la reconnaissance de caractères",
        "add a text version, or a PDF that has been through character recognition",
    )
    if not text.strip():
        what = Words("PDF sans couche de texte, sans doute numérisé", "a PDF without a text layer, probably a scan")
        raise InputError(read, what, remedy)
    if text.count(chr(_UNKNOWN)) > _MOSTLY * len("".join(text.split())):
        what = Words("les signes de ce PDF ne renvoient à aucun caractère", "this PDF maps its glyphs to no character")
        raise InputError(read, what, remedy)


@contextmanager
def _opened(stream: BinaryIO, read: str) -> Iterator[pypdfium2.PdfDocument]:
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


def _read_page(
    pdf: pypdfium2.PdfDocument,
    number: int,
    start: int,
    read: str,
) -> tuple[str, pl.DataFrame, tuple[float, float]]:
    try:
        page = pdf[number - 1]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise InputError(
            read,
            Words("page illisible", "this page cannot be read"),
            Words("téléchargez le fichier de nouveau", "download the file again"),
            where=Words(f"page {number}", f"page {number}"),
        ) from error
    glyphs = _characters(_glyphs(text_page))
    size = page.get_size()
    edges = _upright(glyphs.edges, page.get_bbox(), page.get_rotation())
    text_page.close()
    page.close()
    text = "".join(map(chr, glyphs.codes.tolist()))
    return text, _boxes(edges, number, start), size


def _glyphs(text_page: pypdfium2.PdfTextPage) -> _Glyphs:
    count = text_page.count_chars()
    codes = np.empty(count, np.int64)
    edges = np.zeros((count, 4))
    handle = text_page.raw
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharBox
    # Addresses instead of objects: no allocation a character.
    places = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = (ctypes.byref(place) for place in places)
    for index in range(count):
        codes[index] = unicode_of(handle, index)
        if box_of(handle, index, left, right, bottom, top):
            edges[index] = [place.value for place in places]
    return _Glyphs(codes, edges)


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
    inked = (np.ptp(edges[:, :2], axis=1) > 0) & (np.ptp(edges[:, 2:], axis=1) > 0)
    sides = np.column_stack([across.min(axis=1), down.min(axis=1), across.max(axis=1), down.max(axis=1)])
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
    version=1,
    label=Words("PDF", "PDF"),
    recognises=_recognises_pdf,
    read=read_pdf,
    visibility="quotes",
    libraries=("pypdfium2",),
)
