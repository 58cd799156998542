"""What the figures of a date may stand for."""

import pytest

from temoin.documents.date_mention import in_figures, in_words, partial_date, settled, usual_order
from temoin.period import PartialDate


def figures(first, second, third, language=None, order=None):
    text = f"{first}/{second}/{third}"
    parts = (first.encode(), second.encode(), third.encode())
    return in_figures(text, (0, len(text)), parts, language, order)


@pytest.mark.parametrize(
    ("parts", "text"),
    [((2031, 2, None), "2031-02"), ((2031, 2, 28), "2031-02-28"), ((2031, 2, 29), None), ((None, 2, 3), None)],
    ids=["month", "day", "no such day", "no year"],
)
def test_a_partial_date_is_as_precise_as_what_is_written(parts, text):
    assert partial_date(*parts) == (PartialDate(text) if text else None)


def test_a_swap_of_day_and_month_stays_open_outside_french():
    assert figures("1", "9", "2031").value is None
    assert figures("1", "9", "2031", language="fr").value == PartialDate("2031-09-01")


def test_what_was_said_of_the_order_holds_over_the_language():
    assert figures("1", "9", "2031", language="fr", order="mdy").value == PartialDate("2031-01-09")


def test_two_figures_for_a_year_that_give_no_day_are_no_date():
    assert figures("45", "67", "89") is None


@pytest.mark.parametrize(
    ("parts", "order"),
    [(("25", "12", "2031"), "dmy"), (("12", "25", "2031"), "mdy"), (("5", "5", "2031"), None)],
    ids=["day first", "month first", "either"],
)
def test_a_date_of_one_reading_tells_its_order(parts, order):
    assert usual_order(figures(*parts)) == order


def test_a_range_that_goes_backwards_is_its_last_day_alone():
    found = in_words("du 9 et le 6 janvier", (3, 20), (2031, 1), (b"9", b"6"))
    assert (found.value, found.until, found.text) == (PartialDate("2031-01-06"), None, "6 janvier")


def test_a_first_of_the_month_read_as_letters_is_the_first():
    assert in_words("ler mars", (0, 8), (2031, 3), (None, b"ler")).value == PartialDate("2031-03-01")


def test_no_such_day_says_so():
    assert settled("30 février 2031", (0, 15), (2031, 2, 30)).why.en == "there is no such day in the calendar"
