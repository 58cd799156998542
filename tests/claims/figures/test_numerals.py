"""Numbers in digits, in words, and in both."""

import pytest

from temoin.claims.figures.cleaned import lowered
from temoin.claims.figures.numerals import find_numerals


def values(text, language="fr"):
    return [str(one.value.normalize().__format__("f")) for one in find_numerals(text, lowered(text), language)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        pytest.param("2 millions 300 mille", "fr", "2300000", id="digits and words twice"),
        pytest.param("1 million et demi", "fr", "1500000", id="and a half"),
        pytest.param("3 cent mille", "fr", "300000", id="three hundred thousand"),
        pytest.param("4 mille 3 cents et 21", "fr", "4321", id="down to the units"),
        pytest.param("2 millions trois cent mille", "fr", "2300000", id="words after digits"),
        pytest.param("1 million 200 000", "fr", "1200000", id="digits after a magnitude"),
        pytest.param("45 mille milliards", "fr", "45000000000000", id="a magnitude of a magnitude"),
        pytest.param("12,5 Md", "fr", "12500000000", id="Md"),
        pytest.param("250 K", "fr", "250000", id="K"),
        pytest.param("3 douzaines", "fr", "36", id="dozens"),
        pytest.param("13 lakh", "en", "1300000", id="lakh"),
        pytest.param("2 1/2", "fr", "2.5", id="a half beside"),
        pytest.param("½", "fr", "0.5", id="one sign"),
        pytest.param("3.5bn", "en", "3500000000", id="bn"),
    ],
)
def test_a_number_is_read_whole(text, language, value):
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1,7 million 450 000", ["1700000", "450000"], id="two cells"),
        pytest.param("12 M. Dupont", ["12"], id="an initial"),
        pytest.param("12 k", ["12000"], id="a lone k"),
        pytest.param("1. 5", ["1", "5"], id="no magnitude behind a stray space"),
    ],
)
def test_two_numbers_stay_two(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "rank"),
    [("22ᵉ", 22), ("22e", 22), ("18 e ", 18), ("1er", 1), ("3ème", 3), ("2nd", 2), ("11eme", 11)],
)
def test_a_mark_makes_a_rank(text, rank):
    (found,) = find_numerals(text, lowered(text), "fr")
    assert (found.form, int(found.readings[0])) == ("rank", rank)


@pytest.mark.parametrize("text", ["21e siècle", "5e arrondissement", "1er ministre", "2e trimestre"])
def test_a_name_with_a_rank_is_no_rank(text):
    assert all(one.form != "rank" for one in find_numerals(text, lowered(text), "fr"))
