"""Amounts printed in two currencies: at which dates they hold, and when they are ten times off."""

import pytest

from temoin.claims.checks.conversions import check_conversions

from .making import only, page, verdicts


def test_a_conversion_holds_at_the_date_of_publication():
    text = "Le contrat vaut 1 000 000 euros (environ 1,18 million de dollars)."
    found = only(check_conversions, text, published="2020-10-26")
    assert found.verdict == "agrees"
    assert (found.numbers["base"], found.numbers["quote"]) == ("USD", "EUR")
    assert found.numbers["holds_at"] == ["2020-10-26"]
    assert found.numbers["rate_source"] == "ECB"


def test_it_may_hold_at_the_later_of_two_dates_only():
    text = "Le centre, créé en août 2019, a coûté 6,5 millions de yuans (environ 972 000 dollars)."
    found = only(check_conversions, text, published="2020-10-26")
    assert (found.verdict, found.because) == ("agrees", "date")
    assert found.numbers["holds_at"] == ["2020-10-26"]
    assert found.numbers["implied_low"] == pytest.approx(6.684, abs=0.001)
    assert found.numbers["implied_high"] == pytest.approx(6.691, abs=0.001)
    assert "août 2019" in found.words.fr
    assert "August 2019" in found.words.en


def test_where_two_dates_fit_and_those_between_do_not_it_cannot_be_told_which():
    text = "En avril 2019, la ville a payé 250 000 yuans (environ 37 300 dollars)."
    found = only(check_conversions, text, published="2020-10-26")
    assert (found.verdict, found.because) == ("cannot_tell", "date")
    assert found.settle is not None
    assert "250 000 yuans" in found.settle.question.fr


@pytest.mark.parametrize(
    ("second", "factor"),
    [("3 730", 10.0), ("373 000", 10.0), ("37,3 millions de", 1002.3)],
    ids=["less", "more", "million"],
)
def test_an_order_of_magnitude_is_told_with_its_factor(second, factor):
    text = f"En octobre 2020, la ville a payé 250 000 yuans (environ {second} dollars)."
    found = only(check_conversions, text, published="2020-10-26")
    assert (found.verdict, found.because) == ("disagrees", "magnitude")
    assert found.numbers["factor"] == pytest.approx(factor, rel=0.05)


def test_a_rate_of_no_day_of_the_time_disagrees():
    text = "En octobre 2020, la ville a payé 250 000 yuans (environ 32 000 dollars)."
    assert (found := only(check_conversions, text, published="2020-10-26")).verdict == "disagrees"
    assert found.because == "rate"


def test_two_currencies_that_changed_places_are_told():
    text = "En octobre 2020, la ville a payé 37 300 yuans (environ 250 000 dollars)."
    assert only(check_conversions, text, published="2020-10-26").because == "unit"


def test_a_currency_without_daily_rates_is_checked_for_its_magnitude_only():
    text = "Au Kazakhstan, le parti a dépensé 28 millions de tenges (environ {} dollars)."
    fine = only(check_conversions, text.format("65 000"), published="2022-03-01")
    assert (fine.verdict, fine.because) == ("cannot_tell", "rate")
    off = only(check_conversions, text.format("6,5 millions de"), published="2022-03-01")
    assert (off.verdict, off.because) == ("disagrees", "magnitude")


def test_where_a_market_has_its_own_rate_a_gap_is_a_question():
    text = "En Iran, le parti a dépensé 280 milliards de rials (environ 930 000 dollars)."
    found = check_conversions(page(text, published="2022-03-01"))
    assert [one.verdict for one in found] in ([], ["cannot_tell"])


def test_without_any_date_nothing_is_concluded():
    assert verdicts(check_conversions, "Cela vaut 1 000 euros (environ 1 180 dollars).") == ["cannot_tell"]


def test_two_amounts_side_by_side_are_no_conversion():
    text = "L’étude chiffre la perte à 3 millions d’euros et le don à 2 millions de dollars (en 2020)."
    assert check_conversions(page(text, published="2020-10-26")) == []
