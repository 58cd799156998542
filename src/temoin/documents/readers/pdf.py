"""PDF: the text layer, page by page, with one box a character; pages that are pictures are recognised."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import BinaryIO

import numpy as np
import polars as pl
import pypdfium2

from temoin.documents.document import BOXES, RECOGNISED, Document, Page
from temoin.documents.pictures.pdf_pages import STAMP, has_ink, opened_pdf, page_at, share_of_pictures, unreadable_page
from temoin.documents.readers.legible import is_gibberish
from temoin.documents.readers.pdf_columns import column_order
from temoin.documents.readers.pdf_glyphs import UNKNOWN, characters
from temoin.documents.readers.pdf_raised import raise_figures
from temoin.documents.readers.pdf_recognised import PageRead, recognise_pages, unseen_words
from temoin.documents.readers.pdf_turned import layer_of, shown
from temoin.documents.recognition.found import PageText
from temoin.documents.recognition.recogniser import programs
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

PAGE_BREAK = "\f"
_SIGNATURE_WITHIN = 1024
_MOSTLY = 0.5
_MOST_CHARACTERS = 12_000_000
_MOSTLY_PICTURE = 0.6
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_PROPERTIES = {"Title": "title", "Author": "author"}


def read_pdf(stream: BinaryIO, source: Source) -> Document:
    """Return the text of a PDF, its pages joined by a form feed, with one box a character that has ink.

    Line ends are one newline; the hyphen that breaks a word at the end of a line is dropped unless a capital or a
    digit follows it; a glyph that the file maps to no character is U+FFFD; a raised figure is a raised character
    ("10⁶"); short columns of prose stand one under the other.

    A page without a text layer, or with no more than a stamp over a picture that covers most of it, is drawn at 300
    dots an inch, set upright and recognised; its boxes stand in points of the page as the file shows it. A page whose
    text layer is gibberish is recognised too, and keeps its layer where the words on the page turn out to be those.
    Words that nobody sees (invisible, clear, or under a picture) are those of somebody else's recognition: they are
    taken as they are and count as recognised, with a confidence of 0. What was done is in ``properties``:
    ``not_recognised``, ``gibberish``, ``gibberish_kept``, ``unseen`` and ``unmapped``, which name pages.

    Lines run across in the text even where the file turns its pages or draws them turned.

    Parameters
    ----------
    stream : the file's bytes
    source : its ``language`` chooses the engine for pages that are pictures; without it the text layer of the other
        pages does, or what is written in them

    Raises
    ------
    InputError : not a PDF, damaged, locked by a password, without a page, without any text, of more than 12 million
        characters, or all pictures without the engine that reads them
    """
    read = source.name or short(source.id)
    with opened_pdf(stream, read) as pdf:
        pages = _text_layers(pdf, read)
        properties = _properties(pdf)
        properties |= recognise_pages(pdf, pages, source.language, read)
    _require_words(PAGE_BREAK.join(page.content.text for page in pages), read)
    return _joined(pages, properties)


def _text_layers(pdf: pypdfium2.PdfDocument, read: str) -> list[PageRead]:
    pages: list[PageRead] = []
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


def _joined(pages: Sequence[PageRead], properties: dict[str, str]) -> Document:
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
    if text.count(chr(UNKNOWN)) > _MOSTLY * len("".join(text.split())):
        what = Words("les signes de ce PDF ne renvoient à aucun caractère", "this PDF maps its glyphs to no character")
        remedy = Words(
            "ajoutez une version texte, ou ses pages en images", "add a text version, or its pages as pictures"
        )
        raise InputError(read, what, remedy)


def _read_page(pdf: pypdfium2.PdfDocument, number: int, read: str) -> PageRead:
    page = page_at(pdf, number, read)
    try:
        layer = layer_of(pdf, page, number)
    except pypdfium2.PdfiumError as error:
        raise unreadable_page(read, number) from error
    glyphs, kept = characters(layer.glyphs)
    across = shown(glyphs.edges, layer.frame, layer.turn)
    codes, order = column_order(raise_figures(glyphs.codes, across), across)
    text = "".join(map(chr, codes[order].tolist()))
    edges = shown(glyphs.edges, layer.frame, page.get_rotation())[order]
    unseen = unseen_words(text, layer.drawn[kept][order], number)
    content = PageText(text, _boxes(edges, number, 0), unseen)
    found = PageRead(content, page.get_size(), _is_picture(page, text), is_gibberish(text))
    page.close()
    return found


def _is_picture(page: pypdfium2.PdfPage, text: str) -> bool:
    letters = len("".join(text.split()))
    if letters == 0:
        return has_ink(page)
    return letters < STAMP and share_of_pictures(page) >= _MOSTLY_PICTURE


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
    version=4,
    label=Words("PDF", "PDF"),
    recognises=_recognises_pdf,
    read=read_pdf,
    visibility="quotes",
    libraries=("pypdfium2", "pillow"),
    programs=programs,
)
