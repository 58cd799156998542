"""Amounts printed in two currencies: which figures are one amount."""

from dataclasses import replace

import pytest

from temoin.claims.checks.pairs import dates_of, find_pairs

from .making import marked, page


@pytest.mark.parametrize(
    "text",
    [
        "Elle a coûté 250 000 yuans (environ 37 300 dollars).",
        "Elle a coûté 250 000 yuans, soit environ 37 300 dollars.",
        "Elle a coûté 250 000 yuans, environ 37 300 dollars, en tout.",
        "Elle a coûté 250 000 yuans (37 300 dollars).",
        "It cost 250,000 yuan (about 37,300 dollars).",
        "It cost 250,000 yuan, or about 37,300 dollars.",
    ],
    ids=["brackets", "soit", "commas", "bare brackets", "English brackets", "English or"],
)
def test_one_amount_in_two_currencies_is_a_pair(text):
    (pair,) = find_pairs(page(text, language="en" if "cost" in text else "fr"))
    assert (pair.first_currency, pair.second_currency) == ("CNY", "USD")
    assert pair.currencies == ("CNY", "USD")
    assert float(pair.point) == pytest.approx(6.702, abs=0.001)


def test_a_sentence_that_only_converts_makes_a_pair():
    text = "La coupure a coûté 1,1 million de dollars. En Fcfa, la somme est évaluée à 650 millions."
    (pair,) = find_pairs(page(text))
    assert (pair.first_currency, pair.second_currency) == ("USD", "XOF")


@pytest.mark.parametrize(
    "text",
    [
        "Elle a coûté 250 000 yuans et rapporté 37 300 dollars.",
        "Elle a coûté 250 000 yuans (un budget de 40 000 yuans).",
        "Elle a coûté 250 000 yuans. Une autre, 37 300 dollars.",
        "Elle a coûté 250 000 yuans (37 300 dollars pour la seule ville).",
    ],
    ids=["and", "same currency", "another sentence", "of something else"],
)
def test_two_amounts_are_not_one(text):
    assert find_pairs(page(text)) == []


def test_the_first_is_taken_as_printed_and_the_second_as_rounded():
    (pair,) = find_pairs(page("Elle vaut 6,5 millions de yuans (environ 972 000 dollars)."))
    assert float(pair.implied.low) == pytest.approx(6.6838, abs=0.0001)
    assert float(pair.implied.high) == pytest.approx(6.6907, abs=0.0001)
    assert pair.implied_loosely.low < pair.implied.low


def test_the_date_of_an_amount_is_that_of_its_sentence_else_the_nearest_before():
    text = "En mai 2018, elle est née.\n\nElle a coûté 250 000 yuans, en avril 2019.\n\nPuis 30 000 euros."
    month = marked(text, "avril 2019", "2019-04", kind="date")
    yuans, euros = (marked(text, printed, 1, kind="money") for printed in ("250 000 yuans", "30 000 euros"))
    said = replace(euros, as_of="2019-08")
    here = page(text, marked(text, "mai 2018", "2018-05", kind="date"), month, yuans, euros)
    assert [date.text for date in dates_of(here, yuans)] == ["2019-04"]
    assert [date.text for date in dates_of(here, euros)] == ["2019-04"]
    assert [date.text for date in dates_of(here, said)] == ["2019-08"]
