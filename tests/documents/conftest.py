"""What tests of pictures share: how they skip where an engine, a language pack or a font is absent."""

import shutil
import subprocess
from collections.abc import Callable

import pytest

from temoin.documents.recognition import tesseract
from temoin.documents.recognition.packs import CHINESE
from temoin.documents.recognition.recogniser import at_hand


@pytest.fixture(scope="session")
def needs() -> Callable[..., None]:
    """Return a function that skips a test where a pack of tesseract, RapidOCR for Chinese, or a font is absent."""

    def require(*packs: str, font: str | None = None) -> None:
        if any(pack != CHINESE for pack in packs) and tesseract.installed() is None:
            pytest.skip("tesseract is not installed")
        if absent := [pack for pack in packs if not at_hand(pack)]:
            told = ["the extra ocr" if pack == CHINESE else f"tesseract's pack {pack}" for pack in absent]
            pytest.skip(f"not installed: {', '.join(told)}")
        if font is not None and not _writes(font):
            pytest.skip(f"no font here writes {font}")

    return require


def _writes(language: str) -> bool:
    listing = shutil.which("fc-list")
    if listing is None:
        return False
    found = subprocess.run([listing, f":lang={language}", "family"], capture_output=True, check=False)
    return bool(found.stdout.strip())
