import io

import pypdfium2
import pytest
import typst
from PIL import Image

from temoin.documents.pictures import pdf_pages
from temoin.documents.pictures.pdf_pages import (
    covering_picture,
    direction_of,
    draw,
    has_ink,
    opened_pdf,
    page_at,
    share_of_pictures,
    turn_of,
)
from temoin.documents.scorecard.pages import NOTICE, a_page, as_scan, set_pdf
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


def a_pdf(body: str) -> bytes:
    page = "#set page(width: 300pt, height: 200pt, margin: 30pt)\n#set text(size: 12pt)\n"
    return bytes(typst.compile((page + body).encode(), ignore_system_fonts=True))


@pytest.mark.parametrize(
    ("angle", "quarters"), [(0, 0), (-90, 1), (180, 2), (90, 3), (-4, 0)], ids=["across", "up", "over", "down", "askew"]
)
def test_the_direction_of_a_page_is_that_of_most_of_its_characters(angle, quarters):
    page = first(a_pdf(f"#rotate({angle}deg, reflow: true)[Une ligne de mots à lire]\n#place(bottom)[12]"))
    text_page = page.get_textpage()
    assert direction_of(text_page, range(text_page.count_chars())) == quarters


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_of_letters_is_turned_back_to_be_read(rotation):
    page = first(set_pdf([NOTICE]))
    page.set_rotation(rotation)
    assert turn_of(page, 1, "x.pdf") == -rotation % 360


def test_a_scan_on_its_side_is_turned_as_for_reading(needs):
    needs("osd")
    lying = as_scan([a_page(NOTICE * 3).transpose(Image.Transpose.ROTATE_90)], dpi=200)
    assert turn_of(first(lying), 1, "x.pdf") == 90
