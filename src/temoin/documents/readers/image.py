"""Pictures: PNG, JPEG, WebP, HEIC and TIFF, straightened and read by character recognition."""

from typing import BinaryIO

import polars as pl

from temoin.documents.document import BOXES, RECOGNISED, Document, Page
from temoin.documents.pictures.perspective import seen_from_above
from temoin.documents.pictures.photo import is_heif, pictures_in
from temoin.documents.pictures.straighten import set_upright
from temoin.documents.recognition.found import PageText
from temoin.documents.recognition.page import read_page
from temoin.documents.recognition.recogniser import Recogniser, programs
from temoin.documents.recognition.remedies import nothing_written
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

PAGE_BREAK = "\f"
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def read_photo(stream: BinaryIO, source: Source) -> Document:
    """Return what is written in a picture, its pages joined by a form feed, with a box and a confidence for each word.

    A sheet that was clearly photographed at a slant is seen from above first. Pages are set upright: right angles by
    tesseract's direction detection, slants up to 15 degrees by the profile of the lines. Sizes and boxes are in pixels
    of the upright page. Nothing that a camera wrote beside the pixels is read but which side is up, and no digit is
    corrected.

    Parameters
    ----------
    stream : the file's bytes
    source : its ``language`` chooses the engine and the language pack; without it the page's script and words do

    Raises
    ------
    InputError : not such a file, truncated, animated or too large; the engine or a language pack is absent; no word
    """
    read = source.name or short(source.id)
    recogniser = Recogniser(read, source.language)
    pages: list[Page] = []
    texts: list[PageText] = []
    start = 0
    for number, picture in enumerate(pictures_in(stream, read), 1):
        upright = set_upright(seen_from_above(picture), read)
        width, height = upright.picture.size
        found = read_page(recogniser, upright, number, start, lambda boxes: boxes)
        pages.append(Page(number, start, start + len(found.text), width, height))
        texts.append(found)
        start += len(found.text) + len(PAGE_BREAK)
    if not any(each.text.strip() for each in texts):
        raise nothing_written(read)
    return Document(
        PAGE_BREAK.join(each.text for each in texts),
        tuple(pages),
        BOXES.require(pl.concat([each.boxes for each in texts])),
        {"recognised_by": recogniser.recognised_by},
        recognised=RECOGNISED.require(pl.concat([each.recognised for each in texts])),
    )


def _recognises_picture(head: Head) -> bool:
    if head.data.startswith(b"RIFF"):
        return head.data[8:12] == b"WEBP"
    return head.data.startswith(_SIGNATURES) or is_heif(head.data)


def _nearly(head: Head) -> tuple[Words, Words] | None:
    found = {b"GIF8": "GIF", b"BM": "BMP"}
    name = next((name for mark, name in found.items() if head.data.startswith(mark)), None)
    if name == "BMP" and b"\0\0\0\0" not in head.data[6:10]:
        return None
    if head.data[4:8] == b"ftyp" and head.data[8:12] in (b"avif", b"avis"):
        name = "AVIF"
    if name is None:
        return None
    return (
        Words(f"une image {name}, que rien ici ne lit", f"a {name} picture, which nothing here reads"),
        Words("enregistrez-la en PNG ou en JPEG", "save it as PNG or JPEG"),
    )


READER = Reader(
    kind="photo",
    version=2,
    label=Words("image", "picture"),
    recognises=_recognises_picture,
    read=read_photo,
    visibility="quotes",
    libraries=("pillow", "pi-heif"),
    near=_nearly,
    programs=programs,
)
