"""The conversions of one text against one another."""

from temoin.claims.checks.rates_told import check_rates_told

from .making import only, page

TEXT = "La première a coûté 250 000 yuans (environ 37 300 dollars). La deuxième a coûté {} yuans (environ {} dollars)."


def test_conversions_that_share_a_rate_agree():
    found = only(check_rates_told, TEXT.format("500 000", "74 600"), published="2020-10-26")
    assert found.verdict == "agrees"
    assert found.numbers["shared_low"] <= 6.702 <= found.numbers["shared_high"]
    assert len(found.evidence) == 4


def test_conversions_at_two_rates_are_a_question_never_an_error():
    found = only(check_rates_told, TEXT.format("500 000", "73 400"), published="2020-10-26")
    assert (found.verdict, found.because) == ("cannot_tell", "rate")
    assert len(found.numbers["implied"]) == 2
    assert found.settle is not None


def test_a_conversion_that_is_wrong_by_itself_is_left_aside():
    assert check_rates_told(page(TEXT.format("500 000", "7 460"), published="2020-10-26")) == []
