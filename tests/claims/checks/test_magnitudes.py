"""A headline that prints the digits of its text otherwise."""

import pytest

from temoin.claims.checks.magnitudes import check_magnitudes

from .making import only, page

TEXT = "L’Atlasie a perdu {title} dans la panne\n\nLa panne a coûté {body} au pays, qui compte 45 vallées.\n"


def test_a_million_for_a_billion_is_a_slip():
    found = only(check_magnitudes, TEXT.format(title="45 milliards d’euros", body="45 millions d’euros"))
    assert (found.verdict, found.because) == ("disagrees", "magnitude")
    assert found.numbers["factor"] == 1000
    assert "1 000 fois plus" in found.words.fr.replace("\u202f", " ")


def test_another_currency_is_a_slip_of_unit():
    found = only(check_magnitudes, TEXT.format(title="45 millions de dollars", body="45 millions d’euros"))
    assert (found.verdict, found.because) == ("disagrees", "unit")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("45 millions d’euros", "45 millions d’euros"),
        ("100 milliards d’euros", "100 millions d’euros"),
        ("46 milliards d’euros", "45 millions d’euros"),
        ("45 milliards d’euros", "45 milliards d’euros, dont 45 millions d’euros"),
    ],
    ids=["same", "a single digit", "other digits", "both stand in the text"],
)
def test_what_is_no_slip_says_nothing(title, body):
    assert check_magnitudes(page(TEXT.format(title=title, body=body))) == []
