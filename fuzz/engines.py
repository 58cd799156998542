"""A stand-in for the programs that read pictures: they take seconds a page, and what surrounds them is what is tried.

It answers as tesseract does, with words that depend on the picture; a word may stand partly outside it.
"""

import zlib
from collections.abc import Callable

from PIL import Image
from trafilatura import external

from temoin.documents.pictures import pdf_pages
from temoin.documents.readers import pdf_recognised
from temoin.documents.recognition import chinese, tesseract
from temoin.documents.recognition.tesseract import Tesseract

_PACKS = dict.fromkeys(("fra", "eng", "ara", "osd"), "1")
_TURNS = (0, 0, 90, 180, 270)
_WORDS = ("Atlasie", "450", "000", "abon-", "nés", "6,5", "مرحبا", "12", "%", "\u202e", "…")


_COARSE_DPI = 72
_STOP_WORDS = ("le", "la", "de", "et", "un", "the", "of", "and", "a", "in")


def few_stop_words() -> None:
    """Let the search for the main text of a page know ten stop words: it makes a set of 60,000 of them a page."""
    external.JT_STOPLIST = _STOP_WORDS


def stand_in() -> Callable[[], None]:
    """Put the stand-in where the programs would be, and return what takes it away again."""
    usual = tesseract.installed, tesseract._run, chinese.available
    fine = pdf_pages.SCAN_DPI

    def undo() -> None:
        tesseract.installed, tesseract._run, chinese.available = usual
        pdf_pages.SCAN_DPI = pdf_recognised.SCAN_DPI = fine

    tesseract.installed = lambda: Tesseract("tesseract", "0", _PACKS)
    tesseract._run = _answer
    chinese.available = lambda: None
    # Nothing is recognised for true: a page drawn fine would only take half a second to set upright.
    pdf_pages.SCAN_DPI = pdf_recognised.SCAN_DPI = _COARSE_DPI
    return undo


def _answer(_: Tesseract, picture: Image.Image, options: list[str], __: str) -> str | None:
    drawn = zlib.crc32(picture.tobytes()[:4096])
    if drawn % 23 == 0:
        return None
    if "0" in options:
        turn = _TURNS[drawn % len(_TURNS)]
        return f"Rotate: {turn}\nOrientation confidence: 9.1\nScript: Latin\nScript confidence: 2.5\n"
    width, height = picture.size
    rows = []
    for rank in range(drawn % 40):
        word = _WORDS[(drawn + rank) % len(_WORDS)]
        place = [rank % 5 * width // 5, rank // 5 * height // 8, width // 4, height // 9]
        said = ["5", "1", "1", "1", str(rank // 5), str(rank % 5), *map(str, place), str((drawn + rank) % 101), word]
        rows.append("\t".join(said))
    return "\n".join(rows)
