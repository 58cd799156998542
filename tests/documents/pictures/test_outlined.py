"""A place on a page is shown with what surrounds it, outlined, small, the same bytes each time, without metadata."""

import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from temoin.documents.pictures.outlined import crop_png, page_picture, page_png
from temoin.documents.readers.pdf import read_pdf
from temoin.documents.scorecard.pages import NOTICE, a_page, saved, set_pdf
from temoin.errors import InputError
from temoin.evidence import PageBox, Source

RED = (200, 30, 30)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_pdf([NOTICE, NOTICE])


def place_of(pdf: bytes, words: str) -> PageBox:
    document = read_pdf(io.BytesIO(pdf), Source(id="a" * 64, size=len(pdf), name="x.pdf"))
    start = document.text.index(words)
    [box] = document.boxes_of("a", start, start + len(words))
    return box


def shown(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)


def outline(pixels: np.ndarray) -> np.ndarray:
    return np.argwhere((pixels == RED).all(axis=2))


def test_a_place_of_a_pdf_stands_inside_its_outline(pdf):
    box = place_of(pdf, "1 284 500")
    pixels = shown(crop_png(io.BytesIO(pdf), "pdf", box))
    (top, left), (bottom, right) = outline(pixels).min(axis=0), outline(pixels).max(axis=0)
    assert pixels[top + 3 : bottom - 2, left + 3 : right - 2].min() < 100
    scale = 216 / 72
    assert pixels.shape[:2] == pytest.approx(((box.height + 48) * scale, 260 * scale), abs=2)


def test_a_picture_is_small_the_same_each_time_and_bare(pdf):
    box = place_of(pdf, "6 500 000")
    first, second = (crop_png(io.BytesIO(pdf), "pdf", box) for _ in range(2))
    assert first == second
    assert len(first) < 20_000
    assert Image.open(io.BytesIO(first)).info == {}
    chunks = {
        first[place : place + 4]
        for place in range(len(first))
        if first[place : place + 4] in (b"tEXt", b"eXIf", b"iTXt", b"tIME")
    }
    assert chunks == set()


def test_a_page_shows_only_its_own_boxes(pdf):
    box = place_of(pdf, "137 villages")
    other = PageBox("a", 2, box.left, box.top, box.width, box.height)
    with_one = page_png(io.BytesIO(pdf), "pdf", 1, [box, other])
    assert outline(shown(with_one)).size
    assert not outline(shown(page_png(io.BytesIO(pdf), "pdf", 1, [other]))).size
    assert Image.open(io.BytesIO(with_one)).width == 900


def test_a_crop_is_no_wider_than_asked_and_stays_on_the_page(pdf):
    whole = PageBox("a", 1, -50, -50, 2000, 2000)
    data = crop_png(io.BytesIO(pdf), "pdf", whole, widest=300)
    assert Image.open(io.BytesIO(data)).width == 300
    outside = PageBox("a", 1, 9000, 9000, 10, 10)
    assert Image.open(io.BytesIO(crop_png(io.BytesIO(pdf), "pdf", outside))).size


def test_a_photo_is_shown_upright(needs):
    needs("osd")
    page = a_page(NOTICE * 3)
    askew = page.rotate(184, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    picture = page_picture(io.BytesIO(saved(askew)), "photo", 1)
    assert picture.info == {}
    rows = (np.asarray(picture.convert("L")) < 100).sum(axis=1)
    level = (np.asarray(page) < 100).sum(axis=1)
    assert np.square(np.diff(rows)).sum() > 0.7 * np.square(np.diff(level)).sum()
    box = PageBox("a", 1, 10, 10, 200, 100)
    assert outline(shown(crop_png(io.BytesIO(saved(askew)), "photo", box))).size


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_on_its_side_is_shown_upright_with_its_place_outlined(rotation):
    document = pypdfium2.PdfDocument(set_pdf([NOTICE]))
    document[0].set_rotation(rotation)
    written = io.BytesIO()
    document.save(written)
    box = place_of(written.getvalue(), "1 284 500")
    lying = shown(crop_png(io.BytesIO(written.getvalue()), "pdf", box)).min(axis=2) < 100
    upright = set_pdf([NOTICE])
    level = shown(crop_png(io.BytesIO(upright), "pdf", place_of(upright, "1 284 500"))).min(axis=2) < 100
    assert lying.shape == pytest.approx(level.shape, abs=3)
    height, width = (min(sides) for sides in zip(lying.shape, level.shape, strict=True))
    assert (lying[:height, :width] == level[:height, :width]).mean() > 0.93


@pytest.mark.parametrize(
    ("kind", "page", "said"),
    [
        pytest.param("pdf", 3, "there is no page 3", id="page"),
        pytest.param("pdf", 0, "there is no page 0", id="zero"),
        pytest.param("text", 1, "has no page picture", id="kind"),
    ],
)
def test_what_has_no_picture_says_so(pdf, kind, page, said):
    with pytest.raises(InputError, match=said):
        page_png(io.BytesIO(pdf), kind, page)
