import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.figures.numerals import find_numerals
from temoin.claims.figures.repeated import told_once


@pytest.mark.parametrize(
    ("text", "language", "printed", "value"),
    [
        pytest.param("Un bail de neuf (09) ans.", "fr", "neuf (09) ans", 9, id="words, then digits with a nought"),
        pytest.param("En quatre (4) lots.", "fr", "quatre (4) lots", 4, id="words, then digits"),
        pytest.param("Soit 3 200 (trois mille deux cents) F CFA.", "fr", "3 200 (trois mille deux cents) F CFA", 3200,
                     id="digits, then words, then the currency"),
        pytest.param("Within thirty (30) days.", "en", "thirty (30) days", 30, id="English"),
    ],
)  # fmt: skip
def test_a_number_told_in_words_and_in_digits_is_one_figure(text, language, printed, value):
    (found,) = find_figures(text, Setting(language))
    assert (text[found.start : found.end], found.value) == (printed, value)


@pytest.mark.parametrize("text", ["neuf (8) mois", "neuf (dont 9 à Lima)", "9 (9) mois", "neuf 9"])
def test_two_numbers_that_do_not_repeat_each_other_stay_two(text):
    numerals = find_numerals(text, text, "fr")
    assert told_once(text, numerals) == numerals
