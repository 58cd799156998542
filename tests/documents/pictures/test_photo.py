"""A picture's size is seen before it is decoded; what a camera wrote beside the pixels is gone."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from temoin.documents.pictures.photo import picture_at, pictures_in
from temoin.errors import InputError


def saved(picture: Image.Image, form: str = "PNG", **options) -> bytes:
    written = io.BytesIO()
    picture.save(written, form, **options)
    return written.getvalue()


def opened(data: bytes) -> list[Image.Image]:
    return list(pictures_in(io.BytesIO(data), "photo.png"))


def marked(mode: str = "RGB") -> Image.Image:
    """Return a picture that is light but for its upper left corner."""
    picture = Image.new("L", (60, 40), 230)
    picture.paste(10, (0, 0, 20, 10))
    return picture.convert(mode)


def a_png_that_says(width: int, height: int, colour: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(60_000, 60_000, id="60 000 a side"),
        pytest.param(9_400, 9_400, id="just above Pillow's own warning"),
        pytest.param(8_000, 8_000, id="more than 50 million"),
        pytest.param(40_000, 10, id="a long strip"),
    ],
)
def test_a_picture_too_large_is_refused_before_it_is_decoded(width, height):
    with pytest.raises(InputError, match=r"photo\.png: the picture is too large.*make it smaller or cut it"):
        opened(a_png_that_says(width, height))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_truncated_file_is_one_clear_error(form):
    data = saved(Image.effect_noise((300, 200), 80), form)
    with pytest.raises(InputError, match="a damaged or incomplete picture"):
        opened(data[: len(data) // 2])


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_an_animated_picture_is_refused(form):
    data = saved(marked(), form, save_all=True, append_images=[marked().rotate(180)], duration=90)
    with pytest.raises(InputError, match="an animated picture"):
        opened(data)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_that_a_camera_noted_is_obeyed(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    undone = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    turned = marked() if orientation == 1 else marked().transpose(Image.Transpose(undone[orientation]))
    [picture] = opened(saved(turned, "JPEG", exif=exif, quality=95))
    assert picture.size == (60, 40)
    pixels = np.asarray(picture.convert("L"))
    assert pixels[:8, :18].mean() < 40
    assert pixels[20:, 30:].mean() > 200


def test_nothing_that_a_camera_wrote_stays():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8825] = 6, "Maison Lombre", {1: "N", 2: (48.0, 51.0, 3.0)}
    data = saved(marked(), "JPEG", exif=exif, comment=b"taken at home", dpi=(72, 72))
    assert b"Maison Lombre" in data
    [picture] = opened(data)
    assert (picture.info, dict(picture.getexif())) == ({}, {})
    assert b"Lombre" not in saved(picture)


def test_a_tiff_has_as_many_pages_as_it_holds():
    data = saved(marked(), "TIFF", save_all=True, append_images=[marked("L").resize((30, 20))])
    assert [page.size for page in opened(data)] == [(60, 40), (30, 20)]
    assert picture_at(io.BytesIO(data), 2, "x").size == (30, 20)
    with pytest.raises(InputError, match="there is no page 3"):
        picture_at(io.BytesIO(data), 3, "x")


def test_a_picture_of_one_page_has_no_second():
    with pytest.raises(InputError, match="there is no page 2"):
        picture_at(io.BytesIO(saved(marked())), 2, "x")


def test_what_is_transparent_is_white():
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    [picture] = opened(saved(clear))
    assert picture.getextrema() == ((255, 255),) * 3


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK", "RGBA", "LA"])
def test_every_mode_comes_out_grey_or_in_colour(mode):
    picture = marked() if mode == "P" else marked("L")
    if mode == "I;16":
        data = saved(Image.fromarray(np.asarray(picture, np.uint16) * 257))
    else:
        data = saved(picture.convert(mode), "TIFF" if mode == "CMYK" else "PNG")
    [page] = opened(data)
    assert page.mode in ("L", "RGB")
    grey = np.asarray(page.convert("L"))
    assert grey[:8, :18].mean() + 100 < grey[20:, 30:].mean()


def test_a_large_picture_is_made_smaller():
    [page] = opened(saved(Image.new("L", (6000, 5000), 200)))
    assert 19_000_000 < page.width * page.height <= 20_000_000
    assert page.width / page.height == pytest.approx(1.2, abs=0.001)


def test_bytes_that_are_no_picture_are_one_clear_error():
    for data in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + bytes(40), b"\0\0\0\x18ftypheic" + bytes(60)):
        with pytest.raises(InputError, match="a damaged or incomplete picture"):
            opened(data)
