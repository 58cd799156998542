"""The engine follows the language that was said, else the script and the words; what is missing is named."""

import pytest

from temoin.documents.pictures.straighten import set_upright
from temoin.documents.recognition import chinese, recogniser, tesseract
from temoin.documents.recognition.found import Word
from temoin.documents.recognition.recogniser import Recogniser
from temoin.documents.recognition.remedies import MissingEngineError
from temoin.documents.recognition.tesseract import Sight, Tesseract
from temoin.documents.scorecard import pages
from temoin.documents.scorecard.pages import a_page
from temoin.errors import InputError


def having(monkeypatch, *packs: str, extra: str | None = None) -> None:
    program = Tesseract("tesseract", "5.0", dict.fromkeys(packs, "1")) if packs else None
    monkeypatch.setattr(tesseract, "installed", lambda: program)
    monkeypatch.setattr(chinese, "available", lambda: extra)


def digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def read(text: str, language: str | None = None) -> tuple[str, str]:
    upright = set_upright(a_page(text, own_fonts=False), "page.png")
    reader = Recogniser("page.png", language)
    lines = reader.lines(upright.picture, upright.sight)
    return "\n".join("".join(word.after + word.text for word in line) for line in lines), reader.recognised_by


@pytest.mark.parametrize(
    ("text", "pack", "fonts"),
    [
        pytest.param(pages.NOTICE, "fra", "fr", id="French"),
        pytest.param(pages.ENGLISH_NOTICE, "eng", "en", id="English"),
        pytest.param(pages.RUSSIAN_NOTICE, "rus", "ru", id="Russian"),
        pytest.param(pages.ARABIC_NOTICE, "ara", "ar", id="Arabic"),
    ],
)
def test_the_page_itself_shows_its_language(text, pack, fonts, needs):
    needs("fra", "eng", "osd", pack, font=fonts)
    found, engine = read(text)
    assert engine == f"tesseract {tesseract.installed().version} ({pack})"
    assert digits(found) == digits(text)


def test_a_chinese_page_is_read_by_the_extra(needs):
    needs("fra", "osd", "chi_sim", font="zh-cn")
    found, engine = read(pages.CHINESE_NOTICE)
    assert engine == f"rapidocr-onnxruntime {chinese.available()} (zh)"
    assert digits(found) == digits(pages.CHINESE_NOTICE)


def test_what_was_said_goes_before_what_is_seen(needs):
    needs("fra", "eng")
    assert read(pages.ENGLISH_NOTICE, "fr")[1].endswith("(fra)")


@pytest.mark.parametrize(
    ("packs", "extra", "language", "named"),
    [
        pytest.param((), None, "fr", "the program tesseract.*tesseract-ocr-fra", id="no program"),
        pytest.param(("eng",), None, "ru", r"the language pack rus \(Russian\).*tesseract-ocr-rus", id="no pack"),
        pytest.param(("chi_sim",), None, "zh", r"the extra ocr.*make ocr", id="no extra"),
    ],
)
def test_what_is_missing_for_a_language_is_named(monkeypatch, packs, extra, language, named):
    having(monkeypatch, *packs, extra=extra)
    with pytest.raises(MissingEngineError, match=named):
        Recogniser("scan.png", language)


def test_without_any_engine_the_program_is_named(monkeypatch):
    having(monkeypatch)
    with pytest.raises(MissingEngineError, match="the program tesseract"):
        Recogniser("scan.png").lines(a_page("x"))


def test_without_any_pack_one_is_named(monkeypatch):
    having(monkeypatch, "osd")
    with pytest.raises(MissingEngineError, match="the language pack fra"):
        Recogniser("scan.png").lines(a_page("x"))


def test_a_script_that_is_seen_for_certain_names_its_pack(monkeypatch):
    having(monkeypatch, "fra")
    monkeypatch.setattr(tesseract, "read_lines", lambda *_, **__: [(Word("?", 0, 0, 9, 9, 0.3),)])
    with pytest.raises(MissingEngineError, match="the language pack rus"):
        Recogniser("scan.png").lines(a_page("x"), Sight(0, 9.0, "Cyrillic", 5.0))


def test_an_unknown_language_says_what_to_give():
    with pytest.raises(InputError, match="--language fr"):
        Recogniser("scan.png", "klingon")


def test_what_is_at_hand_is_told_with_versions(monkeypatch):
    having(monkeypatch, "fra", "osd")
    told = recogniser.programs.__wrapped__()
    assert told == {"tesseract": "5.0", "tesseract/fra": "1", "tesseract/osd": "1"}
    having(monkeypatch)
    assert recogniser.programs.__wrapped__() == {}
