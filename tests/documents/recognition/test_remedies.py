import pytest

from temoin.documents.recognition import remedies


def test_a_missing_program_is_named_with_how_to_install_it():
    error = remedies.no_program("scan.pdf", "rus")
    for part in ("tesseract-ocr tesseract-ocr-rus", "brew install tesseract tesseract-lang", "scan.pdf"):
        assert part in error.in_("fr")
        assert part in error.in_("en")
    assert isinstance(error, remedies.MissingEngineError)


@pytest.mark.parametrize(
    ("pack", "debian"),
    [("ara", "tesseract-ocr-ara"), ("chi_tra", "tesseract-ocr-chi-tra"), ("xyz", "tesseract-ocr-xyz")],
)
def test_a_missing_pack_is_named_with_its_package(pack, debian):
    error = remedies.no_pack("scan.pdf", pack)
    assert pack in error.in_("fr")
    assert debian in error.in_("en")


def test_the_missing_extra_is_named():
    assert "pip install .[ocr]" in remedies.no_extra("x").in_("fr")
