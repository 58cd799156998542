from decimal import Decimal

import pytest

from temoin.documents.tables.cells import decimal_habit, figure_of, is_missing
from temoin.documents.tables.grid import Shown


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 234", "1234"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234\u202f567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1'234'567.5", "1234567.5"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("0,125", "0.125"),
        ("-12", "-12"),
        ("− 12", "-12"),
        ("(1 234)", "-1234"),
        ("1 200 €", "1200"),
        ("$1,200.50", "1200.50"),
        ("12 345*", "12345"),
        ("12 345 (1)", "12345"),
        ("1,2 M", "1200000"),
        ("45k", "45000"),
        ("3 millions", "3000000"),
        ("18 %", "18"),
        ("1,23,456", "123456"),
    ],
)
def test_a_number_is_read_in_every_habit(text, value):
    assert figure_of(text).value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["1,234", "1.234", "12,345", "abc", "voir note 3", "2031-04-05", "n.d.", "", "1 2 3", "12 rue"]
)
def test_what_is_no_number_or_could_be_two_is_none(text):
    assert figure_of(text) is None


@pytest.mark.parametrize(("decimal", "value"), [(",", "1.234"), (".", "1234")])
def test_the_column_settles_an_ambiguous_number(decimal, value):
    assert figure_of("1,234", decimal).value == Decimal(value)


def test_a_column_shows_its_decimal_sign_or_leaves_it_open():
    assert decimal_habit(["1,234", "5,67"]).decimal == ","
    assert decimal_habit(["1,234", "1,234,567"]).decimal == "."
    assert decimal_habit(["1,234", "950", 12.5]).open_cell == "1,234"
    assert decimal_habit(["1,234", "5,67", "8.9"]).open_cell == "1,234"
    assert decimal_habit(["1,234"], ".").open_cell is None


@pytest.mark.parametrize(
    "text", ["n.d.", "ND", "N/A", "–", "—", "-", "...", "…", "  ", "n.d.*", "non disponible", None]
)
def test_missing_is_never_zero(text):
    assert is_missing(text)
    assert figure_of(text) is None


@pytest.mark.parametrize("value", ["0", 0.0, "0,0", "Nd’Diaye", "Na"[:1] + "om"])
def test_zero_and_names_are_not_missing(value):
    assert not is_missing(value)


def test_bounds_stay_bounds():
    assert (figure_of("≤100").value, figure_of("≤100").low, figure_of("≤100").high) == (None, 0, 100)
    assert (figure_of("10k–100k").low, figure_of("10k–100k").high) == (10_000, 100_000)
    assert figure_of("> 1000").high is None


def test_a_rounded_figure_is_an_interval():
    figure = figure_of("1,2 M")
    assert (figure.low, figure.high) == (1_150_000, 1_250_000)


def test_a_number_format_says_percent_or_currency():
    assert figure_of(Shown(0.18, "0%")).value == 18
    assert figure_of(Shown(12.5, "#,##0.00 [$€-40C]")).unit.currency == "EUR"
