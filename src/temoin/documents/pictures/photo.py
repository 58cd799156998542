"""Pictures as files: opened page by page, their size seen before they are decoded, nothing kept but the pixels."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import pi_heif
from PIL import (
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from temoin.errors import InputError
from temoin.words import Words

MOST_PIXELS = 50_000_000
MOST_GREY_PIXELS = 80_000_000
LONGEST_SIDE = 30_000
MOST_PAGES = 500
WORKING_PIXELS = 20_000_000
"""A picture of more pixels is made smaller before anything else: no letter of a page needs more."""
# A JPEG of several views, as telephones write, is one of these too: its first view is the picture.
_FORMATS = [
    plugin.format
    for plugin in (
        PngImagePlugin.PngImageFile,
        JpegImagePlugin.JpegImageFile,
        WebPImagePlugin.WebPImageFile,
        TiffImagePlugin.TiffImageFile,
    )
]
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"}
# What Pillow, its decoders and libheif raise on bytes that break the format.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    EOFError,
    OverflowError,
    AttributeError,
    MemoryError,
    RuntimeError,
    AssertionError,
    struct.error,
    zlib.error,
)


def is_heif(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of HEIC or HEIF."""
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS


def pictures_in(stream: BinaryIO, read: str) -> Iterator[Image.Image]:
    """Yield the pages of a picture file, grey or in colour: one, or as many as a TIFF holds.

    The orientation that a camera noted is obeyed, and everything else it wrote (place, time, device, thumbnail) is
    dropped. What is transparent is white. A page of more than 20 million pixels is made smaller.

    Parameters
    ----------
    read : what is read, for messages

    Raises
    ------
    InputError : not such a file, truncated, animated, of more than 50 million pixels (80 where it is grey), of a
        side of more than 30 000, or of more than 500 pages; sizes are looked at before anything is decoded
    """
    stream.seek(0)
    if is_heif(stream.read(12)):
        stream.seek(0)
        yield _heif(stream, read)
        return
    number = 1
    while (page := _page(stream, number, read)) is not None:
        yield page
        number += 1
        if number > MOST_PAGES:
            raise _refused(
                read,
                Words(f"plus de {MOST_PAGES} pages", f"more than {MOST_PAGES} pages"),
                Words("découpez le fichier", "split the file"),
            )


def picture_at(stream: BinaryIO, number: int, read: str) -> Image.Image:
    """Return one page of a picture file, from 1, as ``pictures_in`` yields it.

    Raises
    ------
    InputError : as ``pictures_in``, or no such page
    """
    stream.seek(0)
    if is_heif(stream.read(12)):
        stream.seek(0)
        page = _heif(stream, read) if number == 1 else None
    else:
        page = _page(stream, number, read)
    if page is None:
        raise no_such_page(read, number)
    return page


def no_such_page(read: str, number: int) -> InputError:
    """Return the error for a page that a document does not have."""
    return _refused(
        read,
        Words(f"il n’y a pas de page {number}", f"there is no page {number}"),
        Words("vérifiez la référence", "check the reference"),
    )


def _page(stream: BinaryIO, number: int, read: str) -> Image.Image | None:
    stream.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            # Not closed: closing the picture would close the stream, which is not ours.
            image = Image.open(stream, formats=_FORMATS)
            if image.format == "TIFF" and number > 1:
                image.seek(number - 1)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_large(read) from error
        except EOFError:
            return None
        except (UnidentifiedImageError, *_BROKEN) as error:
            raise _damaged(read) from error
        if number > 1 and image.format != "TIFF":
            return None
        _require_size(image.size, read, is_grey=image.mode in ("1", "L", "P"))
        _require_still(image, read)
        try:
            return _decoded(image)
        except _BROKEN as error:
            raise _damaged(read) from error


def _heif(stream: BinaryIO, read: str) -> Image.Image:
    try:
        image = pi_heif.open_heif(stream)
        _require_size(image.size, read)
        # libheif turns the picture as the file says; the orientation in its Exif repeats that.
        pixels = Image.frombytes(image.mode, image.size, image.data, "raw", image.mode, image.stride)
        return _working(pixels)
    except _BROKEN as error:
        raise _damaged(read) from error


def _require_size(size: tuple[int, int], read: str, *, is_grey: bool = False) -> None:
    width, height = size
    if width * height > (MOST_GREY_PIXELS if is_grey else MOST_PIXELS) or max(size) > LONGEST_SIDE:
        raise _too_large(read, size)


def _require_still(image: Image.Image, read: str) -> None:
    if image.format not in ("TIFF", "MPO") and getattr(image, "n_frames", 1) > 1:
        raise _refused(
            read,
            Words("image animée", "an animated picture"),
            Words("ajoutez une capture de la vue utile", "add a capture of the view that matters"),
        )


def _decoded(image: Image.Image) -> Image.Image:
    if image.format in ("JPEG", "MPO") and image.width * image.height > 2 * WORKING_PIXELS:
        image.draft("RGB", (image.width // 2, image.height // 2))
    image.load()
    orientation = image.getexif().get(0x0112, 1)
    working = _working(image)
    if orientation in range(2, 9):
        working.getexif()[0x0112] = orientation
        working = ImageOps.exif_transpose(working)
    return _bare(working)


def _working(image: Image.Image) -> Image.Image:
    pixels = image.width * image.height
    if pixels <= WORKING_PIXELS:
        return _bare(_on_white(image))
    share = (WORKING_PIXELS / pixels) ** 0.5
    size = max(1, int(image.width * share)), max(1, int(image.height * share))
    # Smaller first, so that what follows takes less memory; a palette and single bits cannot be mixed before.
    mixed = image if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else _on_white(image)
    return _bare(_on_white(mixed.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)))


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("L", "RGB"):
        return image
    if image.mode.startswith(("I", "F")):
        return _in_eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    wide = image.convert("F") if image.mode != "I;16" else image.convert("I").convert("F")
    low, high = wide.getextrema()
    assert isinstance(low, float)
    assert isinstance(high, float)
    step = 255.0 / (high - low) if high > low else 0.0
    return wide.point(lambda value: value * step - low * step).convert("L")


def _bare(image: Image.Image) -> Image.Image:
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _too_large(read: str, size: tuple[int, int] | None = None) -> InputError:
    shown = f" ({size[0]} × {size[1]} pixels)" if size is not None else ""
    most, grey, side = MOST_PIXELS // 1_000_000, MOST_GREY_PIXELS // 1_000_000, LONGEST_SIDE
    return _refused(
        read,
        Words(
            f"image trop grande{shown}\xa0: au plus {most} millions de pixels ({grey} en gris) et {side} de côté",
            f"the picture is too large{shown}: at most {most} million pixels ({grey} if grey) and {side} a side",
        ),
        Words("réduisez-la ou découpez-la", "make it smaller or cut it"),
    )


def _damaged(read: str) -> InputError:
    return _refused(
        read,
        Words("image endommagée ou incomplète", "a damaged or incomplete picture"),
        Words("copiez-la ou téléchargez-la de nouveau", "copy or download it again"),
    )


def _refused(read: str, what: Words, remedy: Words) -> InputError:
    return InputError(read, what, remedy)
