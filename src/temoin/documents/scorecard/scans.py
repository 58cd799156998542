"""Scans read against what was set: how many of the labelled digits come out exact, and how long a page takes."""

import difflib
import io
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from temoin.documents.readers.pdf import read_pdf
from temoin.documents.scorecard.pages import CHINESE_NOTICE, as_scan, drawn, set_pdf
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
class Spoiling:
    """How a scan is made: dots an inch, degrees askew, grey levels of noise, quality of the JPEG."""

    dpi: int = 200
    slant: float = 0.0
    noise: float = 0.0
    quality: int = 95


CLEAN = Spoiling()
ASKEW = Spoiling(slant=2.0, noise=12.0, quality=70)


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
    source = Source(id=digest_text("scan"), size=len(scan), name="scan.pdf", language=language)
    began = time.perf_counter()
    document = read_pdf(io.BytesIO(scan), source)
    seconds = time.perf_counter() - began
    wanted = _digits(texts, labelled)
    whole = "".join(texts.values())
    confidence = document.recognised["confidence"].mean()
    return ScanScore(
        digits=len(wanted),
        exact=len(wanted & _matched(whole, document.text)),
        pages=len(document.pages),
        seconds_a_page=seconds / len(document.pages),
        confidence=float(confidence) if isinstance(confidence, float) else 0.0,
    )


def measure_chinese(spoiling: Spoiling = CLEAN) -> ScanScore:
    """Return how well a made-up Chinese notice, set in a font of this machine, is read: all its digits count.

    Raises
    ------
    InputError : the extra ``ocr`` is absent
    """
    text = CHINESE_NOTICE
    return measure_scan({"notice": text}, [("notice", 0, len(text))], spoiling, language="zh", own_fonts=False)


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
