"""Scans read against what was set: how many of the labelled digits come out exact, and how long a page takes."""

import difflib
import io
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from temoin.documents.document import Document
from temoin.documents.readers.image import read_photo
from temoin.documents.readers.pdf import read_pdf
from temoin.documents.recognition.figures import DOUBTFUL
from temoin.documents.scorecard.pages import (
    ARABIC_NOTICE,
    CHINESE_NOTICE,
    ENGLISH_NOTICE,
    NOTICE,
    RULED_ROWS,
    as_scan,
    drawn,
    on_a_desk,
    ruled_pdf,
    saved,
    set_pdf,
)
from temoin.evidence import Source
from temoin.evidence.digest import digest_text


@dataclass(frozen=True, slots=True)
class ScanScore:
    """What reading a scan gave: labelled digits, how many came out exact, pages, seconds a page, words' confidence."""

    digits: int
    exact: int
    pages: int
    seconds_a_page: float
    confidence: float

    @property
    def share(self) -> float:
        """Exact digits over all labelled ones, 0 to 1; 1 where there were none."""
        return self.exact / self.digits if self.digits else 1.0


@dataclass(frozen=True, slots=True)
class DoubtScore:
    """Digits, how many came out exact, misread words with a digit, and how many of these count as doubtful."""

    digits: int
    exact: int
    misread: int
    doubted: int


@dataclass(frozen=True, slots=True)
class Spoiling:
    """How a scan is made: dots an inch, degrees askew, grey levels of noise, quality of the JPEG."""

    dpi: int = 200
    slant: float = 0.0
    noise: float = 0.0
    quality: int = 95


CLEAN = Spoiling()
ASKEW = Spoiling(slant=2.0, noise=12.0, quality=70)
SLANTED = ((500, 500), (1900, 560), (2200, 2100), (250, 2000))
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def measure_scan(
    texts: Mapping[str, str],
    labelled: Iterable[tuple[str, int, int]],
    spoiling: Spoiling = CLEAN,
    *,
    language: str | None = None,
    own_fonts: bool = True,
) -> ScanScore:
    """Return how well a scan of texts set in 11 points is read.

    A digit is exact where the alignment of the text that was set and the text that was read, by longest matching
    blocks, puts the same digit in its place.

    Parameters
    ----------
    texts : by name, in the order they are set
    labelled : name of a text, start and end of a labelled stretch in code points
    language : ISO 639-1, as a person would say it; None lets the pages show it
    own_fonts : as ``set_pdf``

    Raises
    ------
    InputError : the engine or a language pack is absent
    """
    pages = drawn(set_pdf(list(texts.values()), own_fonts=own_fonts), spoiling.dpi)
    scan = as_scan(pages, dpi=spoiling.dpi, slant=spoiling.slant, noise=spoiling.noise, quality=spoiling.quality)
    began = time.perf_counter()
    document = read_pdf(io.BytesIO(scan), _source(scan, "scan.pdf", language))
    return _scored(texts, labelled, document, time.perf_counter() - began)


def measure_chinese(spoiling: Spoiling = CLEAN) -> ScanScore:
    """Return how well a made-up Chinese notice, set in a font of this machine, is read: all its digits count.

    Raises
    ------
    InputError : the extra ``ocr`` is absent
    """
    text = CHINESE_NOTICE
    return measure_scan({"notice": text}, [("notice", 0, len(text))], spoiling, language="zh", own_fonts=False)


def measure_arabic(spoiling: Spoiling = ASKEW) -> ScanScore:
    """Return how well a made-up Arabic notice, with the digits 0 to 9, is read: all its digits count.

    Raises
    ------
    InputError : tesseract or its pack ``ara`` is absent
    """
    text = ARABIC_NOTICE
    return measure_scan({"notice": text}, [("notice", 0, len(text))], spoiling, language="ar", own_fonts=False)


def measure_arabic_digits(spoiling: Spoiling = CLEAN) -> DoubtScore:
    """Return how well the digits ٠ to ٩ of the same notice are read, and how many misread ones count as doubtful.

    Raises
    ------
    InputError : tesseract or its pack ``ara`` is absent
    """
    text = ARABIC_NOTICE.translate(_ARABIC_DIGITS)
    pages = drawn(set_pdf([text], own_fonts=False), spoiling.dpi)
    scan = as_scan(pages, dpi=spoiling.dpi, slant=spoiling.slant, noise=spoiling.noise, quality=spoiling.quality)
    document = read_pdf(io.BytesIO(scan), _source(scan, "scan.pdf", "ar"))
    wanted = {place for place, sign in enumerate(text) if sign.isdigit()}
    figures = set(re.findall(r"\d+", text))
    words = [(document.text[start:end], worth) for start, end, _, worth in document.recognised.iter_rows()]
    misread = [
        worth
        for word, worth in words
        if any(sign.isdigit() for sign in word) and not figures.issuperset(re.findall(r"\d+", word))
    ]
    return DoubtScore(
        len(wanted),
        len(wanted & _matched(text, document.text)),
        len(misread),
        sum(round(worth, 3) <= DOUBTFUL for worth in misread),
    )


def measure_photo(corners: Sequence[tuple[float, float]] = SLANTED) -> ScanScore:
    """Return how well a photo of two made-up notices on a desk, taken at a slant, is read: all their digits count.

    Parameters
    ----------
    corners : of the sheet in a photo of 2400 by 3000 pixels, clockwise from its upper left

    Raises
    ------
    InputError : tesseract or its packs are absent
    """
    text = f"{NOTICE}\n\n{ENGLISH_NOTICE}"
    page = drawn(set_pdf([text]), CLEAN.dpi)[0]
    photo = saved(on_a_desk(page.crop((0, 0, page.width, 1400)), corners, size=(2400, 3000)), "JPEG")
    began = time.perf_counter()
    document = read_photo(io.BytesIO(photo), _source(photo, "photo.jpg", None))
    return _scored({"notices": text}, [("notices", 0, len(text))], document, time.perf_counter() - began)


def measure_ruled(spoiling: Spoiling = CLEAN, turn: int = 90) -> ScanScore:
    """Return how well a made-up table with narrow ruled cells, lying on its side, is read: all its digits count.

    Parameters
    ----------
    turn : degrees by which the sheet lay, counter-clockwise

    Raises
    ------
    InputError : tesseract or its packs are absent
    """
    pages = [page.rotate(turn, expand=True) for page in drawn(ruled_pdf(), spoiling.dpi)]
    scan = as_scan(pages, dpi=spoiling.dpi, slant=spoiling.slant, noise=spoiling.noise, quality=spoiling.quality)
    began = time.perf_counter()
    document = read_pdf(io.BytesIO(scan), _source(scan, "scan.pdf", "fr"))
    seconds = time.perf_counter() - began
    text = "\n".join("\t".join(row) for row in RULED_ROWS)
    return _scored({"table": text}, [("table", 0, len(text))], document, seconds)


def _source(data: bytes, name: str, language: str | None) -> Source:
    return Source(id=digest_text("scan"), size=len(data), name=name, language=language)


def _scored(
    texts: Mapping[str, str], labelled: Iterable[tuple[str, int, int]], document: Document, seconds: float
) -> ScanScore:
    wanted = _digits(texts, labelled)
    confidence = document.recognised["confidence"].mean()
    return ScanScore(
        digits=len(wanted),
        exact=len(wanted & _matched("".join(texts.values()), document.text)),
        pages=len(document.pages),
        seconds_a_page=seconds / len(document.pages),
        confidence=float(confidence) if isinstance(confidence, float) else 0.0,
    )


def _digits(texts: Mapping[str, str], labelled: Iterable[tuple[str, int, int]]) -> set[int]:
    before: dict[str, int] = {}
    total = 0
    for name, text in texts.items():
        before[name] = total
        total += len(text)
    return {
        before[name] + place
        for name, start, end in labelled
        for place in range(start, end)
        if texts[name][place].isdigit()
    }


def _matched(text: str, read: str) -> set[int]:
    blocks = difflib.SequenceMatcher(None, text, read, autojunk=False).get_matching_blocks()
    return {block.a + place for block in blocks for place in range(block.size)}
