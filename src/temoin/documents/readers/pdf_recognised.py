"""Pages of a PDF that no text layer gives, or that it gives wrong or unseen: recognised, or counted as recognised."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
import pypdfium2

from temoin.documents.document import RECOGNISED
from temoin.documents.language import detect_language
from temoin.documents.pictures.pdf_pages import SCAN_DPI, draw, page_at
from temoin.documents.pictures.straighten import set_upright
from temoin.documents.readers.legible import is_of
from temoin.documents.readers.pdf_glyphs import UNKNOWN
from temoin.documents.recognition.found import PageText
from temoin.documents.recognition.page import read_page
from temoin.documents.recognition.recogniser import Recogniser
from temoin.documents.recognition.remedies import MissingEngineError

UNKNOWN_CONFIDENCE = 0.0
"""Of a word that a program recognised without leaving how surely."""
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class PageRead:
    """A page as read.

    Parameters
    ----------
    content : its characters counted from its own beginning
    size : width and height in points
    is_picture : nothing but a picture says what it says
    is_gibberish : its text layer says nothing
    """

    content: PageText
    size: tuple[float, float]
    is_picture: bool
    is_gibberish: bool = False


def recognise_pages(
    pdf: pypdfium2.PdfDocument, pages: Sequence[PageRead], said: str | None, read: str
) -> dict[str, str]:
    """Recognise the pages that are pictures or whose layer is gibberish, in place; return what to say of all pages.

    Parameters
    ----------
    said : the language as a person said it; None leaves it to the layers of the other pages
    read : what is read, for messages

    Raises
    ------
    MissingEngineError : nothing here recognises them, and no other page has words
    InputError : a page cannot be drawn
    """
    wanted = [number for number, page in enumerate(pages, 1) if page.is_picture or page.is_gibberish]
    told = _recognised(pdf, pages, wanted, said, read) if wanted else {}
    kept = [page.content for page in pages]
    unseen = [number for number, page in enumerate(pages, 1) if number not in wanted and page.content.recognised.height]
    unmapped = [number for number, content in enumerate(kept, 1) if chr(UNKNOWN) in content.text]
    return {**told, **_named("unseen", unseen), **_named("unmapped", unmapped)}


def unseen_words(text: str, seen: np.ndarray, page: int) -> pl.DataFrame:
    """Return, as table ``RECOGNISED``, the words of a page of which a person does not see every character.

    Parameters
    ----------
    seen : whether each character of the text is, shape (n,)
    page : its number, from 1
    """
    if seen.all():
        return RECOGNISED.empty()
    rows = [
        (*match.span(), page, UNKNOWN_CONFIDENCE)
        for match in _WORD.finditer(text)
        if not seen[slice(*match.span())].all()
    ]
    return pl.DataFrame(rows, RECOGNISED.schema, orient="row")


def _recognised(
    pdf: pypdfium2.PdfDocument, pages: Sequence[PageRead], wanted: list[int], said: str | None, read: str
) -> dict[str, str]:
    layer = "\n".join(page.content.text for page in pages if not (page.is_picture or page.is_gibberish))
    gibberish = [number for number in wanted if not pages[number - 1].is_picture]
    try:
        recogniser = Recogniser(read, said or detect_language(layer).language)
        replaced, right = [], []
        for number in wanted:
            page = pages[number - 1]
            found = _page(pdf, number, recogniser, read)
            if page.is_picture or (found.text.strip() and not is_of(found.text, page.content.text)):
                page.content = found
                replaced.append(number)
            elif found.text.strip():
                right.append(number)
    except MissingEngineError:
        if not layer.strip():
            raise
        missing = [number for number in wanted if pages[number - 1].is_picture]
        return {**_named("not_recognised", missing), **_named("gibberish_kept", gibberish)}
    by = {"recognised_by": recogniser.recognised_by} if replaced and recogniser.recognised_by else {}
    kept = [number for number in gibberish if number not in {*replaced, *right}]
    told = [number for number in gibberish if number in replaced]
    return {**by, **_named("gibberish", told), **_named("gibberish_kept", kept)}


def _page(pdf: pypdfium2.PdfDocument, number: int, recogniser: Recogniser, read: str) -> PageText:
    page = page_at(pdf, number, read)
    drawn = draw(page, number, read, dpi=SCAN_DPI)
    page.close()
    upright = set_upright(drawn.picture, read)
    points = np.array([drawn.across, drawn.down] * 2)
    return read_page(recogniser, upright, number, 0, lambda boxes: upright.back(boxes) / points)


def _named(name: str, numbers: Iterable[int]) -> dict[str, str]:
    shown = ", ".join(_runs(list(numbers)))
    return {name: shown} if shown else {}


def _runs(numbers: list[int]) -> Iterator[str]:
    start = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield str(number) if place == start else f"{numbers[start]}-{number}"
            start = place + 1
