import io

import pypdfium2
import pytest
from PIL import Image

from temoin.documents.pictures import pdf_pages
from temoin.documents.pictures.pdf_pages import covering_picture, draw, has_ink, opened_pdf, page_at, share_of_pictures
from temoin.documents.scorecard.pages import NOTICE, as_scan, set_pdf
from temoin.errors import InputError


def first(data: bytes):
    return page_at(pypdfium2.PdfDocument(data), 1, "x.pdf")


def test_a_page_is_drawn_at_so_many_dots_an_inch():
    drawn = draw(first(set_pdf([NOTICE])), 1, "x.pdf", dpi=144)
    assert drawn.across == pytest.approx(2, abs=0.01)
    assert drawn.picture.mode == "L"
    assert draw(first(set_pdf([NOTICE])), 1, "x.pdf", dpi=72, grey=False).picture.mode == "RGB"


def test_an_enormous_page_is_drawn_smaller():
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(14_400, 14_400)
    drawn = draw(page_at(pdf, 1, "x.pdf"), 1, "x.pdf", dpi=300)
    assert drawn.picture.width * drawn.picture.height < 20_200_000


def test_a_page_that_holds_an_enormous_picture_is_not_drawn(monkeypatch):
    scan = as_scan([Image.new("L", (400, 300), 255)], dpi=72)
    assert share_of_pictures(first(scan)) == pytest.approx(1, abs=0.01)
    monkeypatch.setattr(pdf_pages, "_MOST_PIXELS_HELD", 100_000)
    with pytest.raises(InputError, match=r"x\.pdf, page 1: the picture is too large \(400 × 300 pixels\)"):
        draw(first(scan), 1, "x.pdf", dpi=300)


def test_a_page_of_letters_has_ink_and_no_picture():
    page = first(set_pdf([NOTICE]))
    assert has_ink(page)
    assert share_of_pictures(page) == 0


def test_an_empty_page_has_no_ink():
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(100, 100)
    assert not has_ink(page_at(pdf, 1, "x.pdf"))


def test_the_stream_stays_open():
    stream = io.BytesIO(set_pdf([NOTICE]))
    with opened_pdf(stream, "x.pdf") as pdf:
        assert len(pdf) == 1
    assert not stream.closed


def test_the_last_opaque_picture_that_covers_a_page_is_known_by_its_rank():
    scan = first(as_scan([Image.new("L", (400, 300), 255)], dpi=72))
    assert covering_picture(scan) == 0
    assert covering_picture(first(set_pdf([NOTICE]))) == -1
