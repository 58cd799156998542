"""Labelled digits of a scan are counted one by one; what was not read is not exact."""

import json

import pytest

from temoin.documents.scorecard import scans
from temoin.documents.scorecard.pages import ARABIC_NOTICE, NOTICE, RUSSIAN_NOTICE
from temoin.documents.scorecard.scans import (
    ASKEW,
    CLEAN,
    ScanScore,
    measure_arabic,
    measure_arabic_digits,
    measure_chinese,
    measure_photo,
    measure_ruled,
    measure_scan,
)


def test_digits_are_counted_inside_labels_alone():
    texts = {"a": "12 abc 3", "b": "4 x 56"}
    assert scans._digits(texts, [("a", 0, 5), ("b", 4, 6)]) == {0, 1, 12, 13}


def test_a_digit_that_was_read_otherwise_is_not_exact():
    assert scans._matched("a 12 b", "a 17 b") == {0, 1, 2, 4, 5}
    assert ScanScore(4, 3, 1, 1.0, 0.9).share == 0.75
    assert ScanScore(0, 0, 1, 1.0, 0.9).share == 1


@pytest.mark.parametrize("spoiling", [CLEAN, ASKEW], ids=["clean", "askew, noisy, compressed"])
def test_a_notice_keeps_every_digit(spoiling, needs):
    needs("fra", "osd")
    score = measure_scan({"notice": NOTICE}, [("notice", 0, len(NOTICE))], spoiling)
    assert score.exact == score.digits == sum(character.isdigit() for character in NOTICE)
    assert score.confidence > 0.8


@pytest.mark.parametrize(
    ("text", "language", "pack"),
    [pytest.param(RUSSIAN_NOTICE, "ru", "rus", id="Russian"), pytest.param(ARABIC_NOTICE, "ar", "ara", id="Arabic")],
)
def test_notices_in_other_scripts_keep_every_digit(text, language, pack, needs):
    needs(pack, font=language)
    score = measure_scan({"notice": text}, [("notice", 0, len(text))], language=language, own_fonts=False)
    assert score.share == 1


def test_a_chinese_notice_keeps_every_digit(needs):
    needs("chi_sim", font="zh-cn")
    score = measure_chinese()
    assert score.digits > 80
    assert score.share == 1


@pytest.mark.parametrize("spoiling", [CLEAN, ASKEW], ids=["clean", "askew, noisy, compressed"])
def test_an_arabic_notice_keeps_every_line_and_digit(spoiling, needs):
    needs("ara", font="ar")
    assert measure_arabic(spoiling).share == 1


def test_digits_that_the_engine_cannot_read_are_never_sure(needs):
    needs("ara", font="ar")
    score = measure_arabic_digits()
    assert score.exact < score.digits
    assert score.misread == score.doubted > 0


@pytest.mark.parametrize("turn", [0, 90], ids=["upright", "on its side"])
def test_figures_of_narrow_ruled_cells_stay_apart(turn, needs):
    needs("fra", "osd")
    assert measure_ruled(turn=turn).share == 1


def test_a_photo_taken_at_a_slant_keeps_every_digit(needs):
    needs("fra", "osd")
    assert measure_photo().share == 1


@pytest.mark.slow
@pytest.mark.parametrize("spoiling", [CLEAN, ASKEW], ids=["clean", "askew, noisy, compressed"])
def test_scanned_articles_keep_their_labelled_digits(spoiling, shared, needs):
    needs("fra", "osd")
    texts = {path.name: path.read_text("utf-8-sig") for path in sorted(shared("seeds").glob("*.txt"))}
    rows = [json.loads(line) for line in shared("labels/seed_labels.jsonl").read_text("utf-8").splitlines()]
    score = measure_scan(texts, [(row["doc"], row["start"], row["end"]) for row in rows], spoiling)
    assert score.digits > 200
    assert score.share >= 0.99
