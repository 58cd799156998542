"""A line that the first look lost comes back in its place; drawings do not become words."""

import pytest
from PIL import Image, ImageDraw

from temoin.documents.recognition.found import Word
from temoin.documents.recognition.leftover import ink_left, moved, strips_left, with_left


def a_word(text: str, top: float, *, left: float = 0, sure: float = 0.9) -> Word:
    return Word(text, left, top, left + 40, top + 20, sure)


def test_ink_outside_all_words_is_what_is_left():
    picture = Image.new("L", (400, 200), 245)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 39, 19), fill=0)
    pen.rectangle((200, 120, 239, 139), fill=0)
    both = [(a_word("a", 0), a_word("b", 120, left=200))]
    assert ink_left(picture, both) == 0
    assert ink_left(picture, [both[0][:1]]) == pytest.approx(0.5)
    assert ink_left(Image.new("L", (40, 40), 245), []) == 0


def test_a_lost_line_comes_back_in_its_place():
    first, third = (a_word("premier", 0),), (a_word("dernier", 100),)
    again = [(a_word("premier", 1),), (a_word("137", 50), a_word("villages", 50, left=60)), (a_word("dernier", 101),)]
    texts = [[word.text for word in line] for line in with_left([first, third], again)]
    assert texts == [["premier"], ["137", "villages"], ["dernier"]]


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(a_word("x7", 50, sure=0.4), id="unsure"),
        pytest.param(a_word("—|", 50), id="no letter"),
        pytest.param(a_word("premier", 4), id="already read"),
    ],
)
def test_what_is_no_lost_word_stays_out(word):
    lines = [(a_word("premier", 0),)]
    assert with_left(lines, [(word,)]) == lines


def test_a_page_on_which_nothing_was_seen_takes_the_second_look():
    again = [(a_word("deux", 40),), (a_word("un", 0),)]
    assert [line[0].text for line in with_left([], again)] == ["un", "deux"]


def test_strips_are_what_is_as_high_as_a_line_with_white_around():
    picture = Image.new("L", (800, 800), 245)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((100, 100, 499, 139), fill=0)
    pen.rectangle((100, 300, 700, 700), fill=0)
    assert strips_left(picture, []) == [(84, 84, 516, 156)]
    assert strips_left(picture, [(Word("lu", 100, 100, 500, 140, 0.9),)]) == []


def test_words_of_a_strip_stand_where_the_strip_was():
    [[word]] = moved([(a_word("137", 5),)], 84, 100)
    assert (word.left, word.top, word.right, word.bottom) == (84, 105, 124, 125)
