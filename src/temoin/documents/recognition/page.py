"""One upright page: its light evened, its letters made large enough, read, and its words put back in their place."""

from temoin.documents.light import even_light
from temoin.documents.recognition.found import Back, PageText, placed
from temoin.documents.recognition.recogniser import Recogniser
from temoin.documents.straighten import Upright


def read_page(recogniser: Recogniser, upright: Upright, page: int, start: int, back: Back) -> PageText:
    """Return the text of an upright page with its boxes.

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
    return placed(recogniser.lines(grey, upright.sight), page, start, back)
