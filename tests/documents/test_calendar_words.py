"""Words of the calendar, and how they are found in a folded text."""

import time

import pytest

from temoin.documents.calendar_words import ENGLISH_MONTHS, MONTHS, WEEKDAYS, WITH_CAPITAL, any_of, places_of


def found(text, *words):
    return [word for _, _, word in places_of(any_of(words), text)]


def test_every_month_and_weekday_is_named_in_both_languages():
    assert set(MONTHS.values()) == set(range(1, 13))
    assert {MONTHS[name] for name in ENGLISH_MONTHS} == set(range(1, 13))
    assert sorted(WEEKDAYS.values()) == sorted([*range(7), *range(7)])


def test_what_needs_a_capital_is_the_name_of_a_month():
    assert set(MONTHS) >= WITH_CAPITAL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(b"mars", [b"mars"], id="alone"),
        pytest.param(b"5mars2020", [b"mars"], id="between digits"),
        pytest.param(b"marsien, demars", [], id="inside a longer word"),
        pytest.param(b"mar mars", [b"mar", b"mars"], id="one word begins another"),
        pytest.param(b"mars mars", [b"mars", b"mars"], id="twice"),
    ],
)
def test_whole_words_are_found_at_the_beginning_and_the_end_too(text, words):
    assert found(text, b"mar", b"mars") == words


def test_a_place_holds_its_word():
    text = b"en mars et mai"
    for start, end, word in places_of(any_of([b"mars", b"mai"]), text):
        assert text[start:end] == word


def test_time_is_linear_in_the_text():
    started = time.process_time()
    assert sum(1 for _ in places_of(any_of(MONTHS), b"janvie " * 100_000)) == 0
    assert time.process_time() - started < 2
