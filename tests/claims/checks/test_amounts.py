"""Intervals of printed figures, and how a result is told."""

from decimal import Decimal

import pytest

from temoin.claims import sample
from temoin.claims.checks import amounts
from temoin.claims.checks.amounts import currency_of, divided, fraction_reach, reach, rounded_reach, tell, value_of
from temoin.quantity import Interval

from .making import marked


def read(text, **known):
    return sample.read(text, **known)[0]


def test_trailing_zeros_are_rounding_unless_a_magnitude_is_printed():
    assert rounded_reach(read("972 000 dollars")).low == 971_500
    assert rounded_reach(read("10 millions de dollars")) == reach(read("10 millions de dollars"))
    assert rounded_reach(read("Plus de 972 000 dollars")).high is None


def test_what_is_no_number_has_no_value():
    text = "18 environ"
    assert value_of(marked(text, "18", "dix-huit")) is None
    assert value_of(marked(text, "18", "2022-01", kind="date")) is None
    assert value_of(marked(text, "18", "NaN")) is None
    assert reach(marked(text, "18", None)) == Interval(None, None, closed=True)


@pytest.mark.parametrize(
    ("printed", "value", "low", "high"),
    [
        ("un tiers", "0.3333", "0.29", "0.37"),
        ("la moitié", "0.5", "0.45", "0.55"),
        ("un quart", "0.25", "0.22", "0.30"),
    ],
    ids=["third", "half", "quarter"],
)
def test_a_share_in_words_reaches_to_where_another_is_nearer(printed, value, low, high):
    number = Decimal(value)
    found = fraction_reach(marked(printed, printed, number, kind="ratio"))
    assert Decimal(low) < found.low + Decimal("0.006") < number < found.high < Decimal(high) + Decimal("0.006")


def test_a_share_in_digits_is_as_printed():
    one = read("72 %")
    assert fraction_reach(one) == reach(one)


def test_a_quotient_is_bounded_by_the_ends_and_open_where_they_are():
    ten, two = Interval(Decimal(9), Decimal(11), closed=True), Interval(Decimal(2), Decimal(3), closed=True)
    assert divided(ten, two) == Interval(Decimal(3), Decimal("5.5"), closed=True)
    assert divided(Interval(None, Decimal(4), closed=True), two).low is None
    assert divided(ten, Interval(Decimal(0), Decimal(3), closed=True)).high is None


def test_both_cfa_francs_have_one_worth_and_a_centime_is_a_hundredth():
    assert currency_of(read("100 milliards FCFA")) == ("XOF", 1)
    told = marked("92 millions de centimes", "92 millions de centimes", Decimal(92_000_000), "centimes", place="MA")
    assert currency_of(told) == ("MAD", Decimal("0.01"))
    assert currency_of(read("92 heures")) is None


@pytest.mark.parametrize(
    ("value", "unit", "french", "english"),
    [
        ("45150000", "CNY", "45,15 millions CNY", "45.15 million CNY"),
        ("1000000", None, "1 million", "1 million"),
        ("12000000", "habitants", "12 millions d’habitants", "12 million habitants"),
        ("6.702", None, "6,702", "6.702"),
        ("0.55", "%", "0,55 %", "0.55 %"),
    ],
    ids=["money", "one million", "a noun", "a rate", "per cent"],
)
def test_a_result_is_told_in_both_languages(value, unit, french, english):
    words = tell(Decimal(value), unit)
    assert (words.fr.replace("\u00a0", " "), words.en.replace("\u00a0", " ")) == (french, english)


def test_decimals_are_counted_as_printed():
    assert amounts.printed_decimals(read("3,05 millions")) == 2
    assert amounts.printed_decimals(marked("12.500", "12.500", Decimal(12500))) == 0


def test_a_unit_is_shown_as_the_text_prints_it_or_not_at_all():
    text = "2 000 abonnés"
    assert amounts.shown_unit(marked(text, text, 2000, "abonnés")) == "abonnés"
    assert amounts.shown_unit(marked(text, text, 2000, "followers")) is None
    assert amounts.shown_unit(marked("2 000 $", "2 000 $", 2000, "USD", kind="money")) == "USD"
