"""Numbers of lists in every form, at their edges."""

import pytest

from temoin.documents.readers.numerals import raised, roman, whole, written


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "lowerLetter", "a"), (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (0, "lowerLetter", "0"),
        (1999, "upperRoman", "MCMXCIX"), (4000, "lowerRoman", "4000"), (12, "decimalZero", "12"),
        (5, "chineseCounting", "5"), (-3, "upperLetter", "-3"),
    ],
)  # fmt: skip
def test_a_number_is_written_in_its_form(number, form, text):
    assert written(number, form) == text


def test_roman_numerals_go_by_value():
    assert [roman(number) for number in (1, 9, 40, 90, 400, 900)] == ["i", "ix", "xl", "xc", "cd", "cm"]


def test_only_figures_are_raised():
    assert (raised("-12"), raised("th"), raised("")) == ("⁻¹²", "th", "")


def test_a_count_is_bounded_and_never_something_else():
    assert [whole(text, 2) for text in ("99999999999", "9" * 5000, "-1", "²", "", None, "7")] == [
        1000,
        2,
        2,
        2,
        2,
        2,
        7,
    ]
