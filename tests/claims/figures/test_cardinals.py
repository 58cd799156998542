"""Whole numbers in words: their grammar, and where one ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.claims.figures.cardinals import adds_up, cardinal_at
from temoin.claims.figures.vocabulary import WORDS

UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
).split()
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def below_a_hundred(number):
    if number < 20:
        return UNITS[number]
    tens = number - number % 10
    tens = {70: 60, 90: 80}.get(tens, tens)
    rest = number - tens
    if rest == 0:
        return TENS[tens]
    return f"{TENS[tens]} et {UNITS[rest]}" if rest in (1, 11) and tens != 80 else f"{TENS[tens]}-{UNITS[rest]}"


def below_a_thousand(number):
    hundreds, rest = divmod(number, 100)
    head = "" if not hundreds else "cent" if hundreds == 1 else f"{UNITS[hundreds]} cents"
    return " ".join(part for part in (head, below_a_hundred(rest) if rest or not hundreds else "") if part)


def spelled(number):
    parts = []
    for scale, name in ((10**9, "milliards"), (10**6, "millions"), (1000, "mille")):
        count, number = divmod(number, scale)
        if count:
            parts.append(name if scale == 1000 and count == 1 else f"{below_a_thousand(count)} {name}")
    return " ".join([*parts, *([below_a_thousand(number)] if number or not parts else [])])


@given(st.integers(0, 10**12 - 1))
def test_every_number_written_as_the_french_grammar_says_is_read_back(number):
    text = spelled(number)
    found = cardinal_at(text, 0, WORDS["fr"])
    assert found is not None
    assert (found.value, found.end) == (number, len(text))


@pytest.mark.parametrize(
    ("text", "value", "read"),
    [
        pytest.param("deux trois", 2, "deux", id="two numbers"),
        pytest.param("mille cent", 1100, "mille cent", id="a thousand one hundred"),
        pytest.param("dix-neuf cents", 1900, "dix-neuf cents", id="nineteen hundred"),
        pytest.param("quarante-cinq cents", 45, "quarante-cinq", id="coins"),
        pytest.param(
            "vingt et un mille milliards", 21 * 10**12, "vingt et un mille milliards", id="scales that multiply"
        ),
        pytest.param("vingt et villes", 20, "vingt", id="an and that joins nothing"),
        pytest.param("cinquante  deux", 52, "cinquante  deux", id="two spaces"),
    ],
)
def test_a_number_ends_where_its_words_no_longer_add_up(text, value, read):
    found = cardinal_at(text, 0, WORDS["fr"])
    assert found is not None
    assert (found.value, text[: found.end]) == (value, read)


def test_between_two_hundreds_and_adds_nothing():
    text = "cent et cinquante"
    assert cardinal_at(text, 0, WORDS["fr"]).value == 150
    assert cardinal_at(text, 0, WORDS["fr"], joins=0).value == 100


def test_what_is_no_number_is_none():
    assert cardinal_at("villes", 0, WORDS["fr"]) is None


def test_units_do_not_follow_units():
    assert not adds_up(5, 3)
    assert adds_up(0, 0, first=True)
