from decimal import Decimal

import pytest

from temoin.documents.tables.amounts import bounds_of, currency_of, is_of_other_sign
from temoin.documents.tables.cells import figure_of
from temoin.documents.tables.headers import Meaning
from temoin.documents.tables.units import Unit


@pytest.mark.parametrize("printed", ["123456789012345678901234567890", "1e40", "-100000000000000000000000000000"])
def test_an_amount_that_no_table_holds_has_no_bounds(printed):
    assert bounds_of(figure_of(printed), Decimal(1)) is None


def test_an_amount_of_twenty_nine_digits_stands_exactly():
    printed = "12345678901234567890123456789"
    assert bounds_of(figure_of(printed), Decimal(1)) == (Decimal(printed), None, None)


def test_a_multiple_that_is_too_large_has_no_bounds():
    assert bounds_of(figure_of("1" + "0" * 24), Decimal(1_000_000)) is None


def test_a_cells_own_currency_stands_before_its_columns():
    assert currency_of(Unit("EUR"), "MAD") == "EUR"
    assert currency_of(Unit(), "MAD") == "MAD"
    assert currency_of(Unit(shared="F CFA"), "XAF") == "XAF"
    assert currency_of(Unit(shared="FCFA"), "MAD") is None


@pytest.mark.parametrize(
    ("printed", "other"), [("$1,200", True), ("€1,20", False), ("1,200 M€", False), ("1,200 TND", False)]
)
def test_three_digits_after_the_sign_beside_a_currency_are_thousands(printed, other):
    figure = figure_of(printed, ",")
    assert is_of_other_sign(printed, figure, Meaning("amount")) is other
