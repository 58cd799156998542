"""Words become the text of a page, each character with its box and each word with its confidence."""

import numpy as np
import pytest

from temoin.documents.document import BOXES, RECOGNISED
from temoin.documents.recognition.found import Word, placed, plain, worth


def same_place(boxes: np.ndarray) -> np.ndarray:
    return boxes


def a_word(text: str, left: float = 0, right: float = 100, *, sure: float = 0.9, after: str = " ") -> Word:
    return Word(text, left, 10, right, 30, sure, after)


def test_each_character_gets_the_share_of_its_word_that_falls_to_it():
    page = placed([(a_word("1234", 0, 40),)], 1, 7, same_place)
    assert page.text == "1234"
    assert page.boxes["char"].to_list() == [7, 8, 9, 10]
    assert page.boxes["left"].to_list() == [0, 10, 20, 30]
    assert page.boxes["right"].to_list() == [10, 20, 30, 40]
    BOXES.require(page.boxes)
    RECOGNISED.require(page.recognised)


def test_a_chinese_character_is_twice_as_wide_as_a_figure():
    boxes = placed([(a_word("5万", 0, 30),)], 1, 0, same_place).boxes
    assert boxes["left"].to_list() == [0, 10]


def test_where_a_word_runs_from_right_to_left_every_character_has_its_whole_box():
    boxes = placed([(a_word("قطع", 0, 30),)], 1, 0, same_place).boxes
    assert set(boxes.select("left", "right").iter_rows()) == {(0.0, 30.0)}


def test_words_stand_apart_and_lines_below_each_other():
    page = placed(
        [(a_word("deux"), a_word("mots", sure=0.5)), (a_word("万", after=""), a_word("元", after=""))], 2, 0, same_place
    )
    assert page.text == "deux mots\n万元"
    assert page.recognised.rows() == [
        (0, 4, 2, pytest.approx(0.9)),
        (5, 9, 2, 0.5),
        (10, 11, 2, pytest.approx(0.9)),
        (11, 12, 2, pytest.approx(0.9)),
    ]


@pytest.mark.parametrize(
    ("last", "following", "whole"),
    [
        pytest.param("commu-", "nication", "communication", id="broken word"),
        pytest.param("Seine-", "Maritime", "Seine-\nMaritime", id="capital"),
        pytest.param("2030-", "2031", "2030-\n2031", id="years"),
        pytest.param("-", "tiret", "-\ntiret", id="a dash alone"),
    ],
)
def test_a_broken_word_is_whole_again(last, following, whole):
    page = placed([(a_word(last),), (a_word(following),)], 1, 0, same_place)
    assert page.text == whole
    for start, end in page.recognised.select("start", "end").rows():
        assert not page.text[start:end].isspace()
    shown = [page.text[char] for char in page.boxes["char"].to_list()]
    assert "".join(shown) == whole.replace("\n", "")


def test_a_page_without_words_is_empty():
    page = placed([], 1, 5, same_place)
    assert (page.text, page.boxes.height, page.recognised.height) == ("", 0, 0)


def test_longer_words_weigh_more():
    assert worth([(a_word("abcd", sure=1.0), a_word("e", sure=0.5))]) == pytest.approx(0.9)
    assert worth([]) == 0
    assert plain([(a_word("a"), a_word("b")), (a_word("c"),)]) == "a b\nc"
