"""A picture is read with a box and a confidence for every word, and one that cannot be says why."""

import io

import pytest
from PIL import Image

from temoin.documents.pictures.photo import pictures_in
from temoin.documents.readers import READERS, image
from temoin.documents.recognition import chinese, tesseract
from temoin.documents.scorecard.pages import NOTICE, a_page, saved
from temoin.errors import InputError, UnknownKindError
from temoin.evidence import PageBox, Source
from temoin.evidence.reader import choose_reader, head_of


def read(data: bytes, language: str | None = None):
    return image.read_photo(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="photo.png", language=language))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_picture_is_recognised_by_its_signature(form):
    stream = io.BytesIO(saved(Image.new("RGB", (20, 20)), form))
    assert choose_reader(READERS, head_of(stream, "anything.bin")).kind == "photo"


@pytest.mark.parametrize(
    ("head", "named"),
    [
        pytest.param(b"GIF89a" + bytes(30), "a GIF picture", id="GIF"),
        pytest.param(b"BM\x00\x01\x00\x00\x00\x00\x00\x00" + bytes(30), "a BMP picture", id="BMP"),
        pytest.param(b"\0\0\0\x1cftypavif" + bytes(30), "an? AVIF picture", id="AVIF"),
    ],
)
def test_a_picture_of_another_kind_says_how_to_save_it(head, named):
    with pytest.raises(UnknownKindError, match=f"{named}.*save it as PNG or JPEG"):
        choose_reader(READERS, head_of(io.BytesIO(head), "x"))


def test_heic_is_recognised_by_its_brand():
    stream = io.BytesIO(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(30))
    assert choose_reader(READERS, head_of(stream, "IMG_1.HEIC")).kind == "photo"


def test_a_photo_of_a_notice_gives_its_words_with_boxes_both_ways(needs):
    needs("fra", "osd")
    askew = a_page(NOTICE).convert("RGB").rotate(93, Image.Resampling.BICUBIC, expand=True, fillcolor=(250, 248, 240))
    document = read(saved(askew, "JPEG"))
    assert document.text.replace("’", "'").splitlines() == NOTICE.splitlines()
    assert document.properties == {"recognised_by": f"tesseract {tesseract.installed().version} (fra)"}
    start = document.text.index("6 500 000")
    [box] = document.boxes_of("a", start, start + 9)
    assert document.chars_in(PageBox("a", 1, box.left - 2, box.top - 2, box.width + 4, box.height + 4)) == [
        (start, start + 9)
    ]
    assert document.confidence_of(start, start + 9) > 0.8
    [page] = document.pages
    assert page.width > page.height
    assert 0 <= box.left < box.left + box.width <= page.width


def test_pages_of_a_tiff_are_joined(needs):
    needs("fra")
    first, second = a_page("Avis du 3 mai"), a_page("Suite : 42 000 francs")
    written = io.BytesIO()
    first.save(written, "TIFF", save_all=True, append_images=[second])
    document = read(written.getvalue(), "fr")
    assert document.text == "Avis du 3 mai\fSuite : 42 000 francs"
    assert document.recognised["page"].to_list() == [1, 1, 1, 1, 2, 2, 2, 2, 2]


def test_a_blank_picture_says_that_nothing_was_recognised(needs):
    needs("fra")
    with pytest.raises(InputError, match="no word was recognised in the picture"):
        read(saved(Image.new("L", (800, 600), 255)), "fr")


def test_without_an_engine_the_remedy_is_named(monkeypatch):
    monkeypatch.setattr(tesseract, "installed", lambda: None)
    monkeypatch.setattr(chinese, "available", lambda: None)
    with pytest.raises(InputError, match=r"photo\.png.*the program tesseract.*brew install tesseract"):
        read(saved(a_page(NOTICE)))


def test_a_heic_photo_comes_out_as_pixels_alone(monkeypatch):
    class Opened:
        mode, size, stride, data = "RGB", (4, 2), 12, bytes(24)

    monkeypatch.setattr("pi_heif.open_heif", lambda _: Opened())
    [page] = pictures_in(io.BytesIO(b"\0\0\0\x18ftypheic" + bytes(30)), "x.heic")
    assert (page.size, page.mode, page.info) == ((4, 2), "RGB", {})


def test_its_key_knows_the_engine():
    assert image.READER.programs is not None
    assert set(image.READER.libraries) == {"pillow", "pi-heif"}
