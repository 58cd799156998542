import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.figures.misread import is_misread, with_misread, with_run_together
from temoin.claims.figures.numerals import find_numerals


def read(text):
    return [(found.value, found.low, found.high, found.unit) for found in find_figures(text, Setting("fr"))]


@pytest.mark.parametrize(
    ("text", "meant", "unit"),
    [
        pytest.param("il a payé 37 4OO €", 37_400, "EUR", id="letters in the last group"),
        pytest.param("il a payé 2 3OO OOO dollars", 2_300_000, "USD", id="a group of letters only"),
        pytest.param("il a payé 6.100,4O €", 6_100.4, "EUR", id="a letter among the decimals"),
        pytest.param("il a payé l2 O00 euros", 12_000, "EUR", id="a letter first"),
        pytest.param("il a payé 90 OOO euros", 90_000, "EUR", id="no digit in the last group"),
    ],
)
def test_a_letter_among_digits_leaves_the_whole_number_without_a_value(text, meant, unit):
    ((value, low, high, found),) = read(text)
    assert (value, found) == (None, unit)
    assert float(low) < meant < float(high) < 1.01 * meant


@pytest.mark.parametrize(
    "text", ["le conflit II 700 soldats", "10l de 700 soldats", "O2 et 700 soldats", "Il 700 soldats"]
)
def test_a_letter_beside_a_number_is_left_a_letter(text):
    values = [value for value, *_ in read(text)]
    assert 700 in values
    assert None not in values


def test_a_number_without_letters_is_not_misread():
    text = "37 400 et 37 4OO"
    assert [is_misread(text, one) for one in with_misread(text, find_numerals(text, text, "fr"))] == [False, True]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("Alpha 7 031 000 640 000 €", 640_000, 7_031_000_640_000, id="two amounts"),
        pytest.param("Alpha 31 400 512 77 300 €", 31_400, 31_400_512, id="a third number in between"),
    ],
)
def test_numbers_that_run_together_keep_their_readings(text, low, high):
    value, least, most, _ = read(text)[0]
    assert value is None
    assert least <= low <= high <= most


@pytest.mark.parametrize(
    "text", ["7 031 400 000 000 €", "14 022 031 13 998 455", "7\u202f031\u202f000\u202f640\u202f000 €"]
)
def test_a_number_that_only_reads_one_way_keeps_it(text):
    numerals = find_numerals(text, text, "fr")
    assert with_run_together(text, numerals) == numerals
