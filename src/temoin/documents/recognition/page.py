"""One upright page: its light evened, its letters made large enough, read, and its words put back in their place."""

from PIL import Image

from temoin.documents.pictures.light import even_light
from temoin.documents.pictures.straighten import Upright
from temoin.documents.recognition.found import Back, PageText, placed
from temoin.documents.recognition.recogniser import Recogniser

_LARGER = ((700_000, 3), (1_500_000, 2))
_LONGEST_ENLARGED = 8000


def read_page(recogniser: Recogniser, upright: Upright, page: int, start: int, back: Back) -> PageText:
    """Return the text of an upright page with its boxes.

    The light is evened first, and a small picture, as of a page at 100 dots an inch, is made two or three times larger:
    letters of fewer than some 20 pixels are read badly.

    Parameters
    ----------
    page : its number, from 1
    start : code points of the document before it
    back : from boxes in pixels of the upright picture, shape (n, 4), to boxes of the page

    Raises
    ------
    InputError : as ``Recogniser.lines``
    """
    grey = even_light(upright.picture.convert("L"))
    is_strip = max(grey.size) > _LONGEST_ENLARGED
    times = 1 if is_strip else next((times for pixels, times in _LARGER if grey.width * grey.height < pixels), 1)
    if times > 1:
        grey = grey.resize((grey.width * times, grey.height * times), Image.Resampling.BICUBIC)
    return placed(recogniser.lines(grey, upright.sight), page, start, lambda boxes: back(boxes / times))
