"""Pictures of pages: the place asked for, outlined; the same bytes twice; nothing beside the picture."""

import io

import pytest
import typst
from PIL import Image

from temoin.documents.pictures import crop_png, page_png
from temoin.errors import InputError
from temoin.evidence import PageBox

PDF = typst.compile(b"#set page(width: 200pt, height: 100pt)\nInvented words.")


def test_a_crop_shows_its_place_and_is_the_same_twice():
    box = PageBox("s", 1, 80, 40, 30, 10)
    first, second = (crop_png(io.BytesIO(PDF), "pdf", box, around=10, widest=300) for _ in range(2))
    assert first == second
    image = Image.open(io.BytesIO(first))
    assert image.info == {}
    assert image.width <= 300
    assert image.width > image.height


def test_a_page_is_as_wide_as_asked():
    image = Image.open(io.BytesIO(page_png(io.BytesIO(PDF), "pdf", 1, [PageBox("s", 1, 80, 40, 30, 10)], 400)))
    assert image.size == (400, 200)


@pytest.mark.parametrize(("kind", "page"), [("text", 1), ("pdf", 2)])
def test_a_page_that_is_not_there_is_refused(kind, page):
    with pytest.raises(InputError, match="page"):
        page_png(io.BytesIO(PDF), kind, page)
