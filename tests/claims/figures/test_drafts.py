"""The interval a figure stands for once its unit is found."""

from decimal import Decimal

import pytest

from temoin.claims.figures.drafts import Draft
from temoin.claims.figures.spelled import Numeral


def a_draft(*readings, one=1, **said):
    numeral = Numeral(0, 1, readings, (Decimal(one),), said.pop("form", "digits"))
    known = {"kind": "count", "unit": None, "qualifier": "exact", "named": True, "stands": True} | said
    return Draft(numeral, 0, 1, **known)


def test_two_readings_have_no_value_and_bounds_over_both():
    figure = a_draft("1.560", "1560").figure(0, 1)
    assert figure.value is None
    assert figure.low < Decimal("1.56")
    assert figure.high > 1560


def test_a_minus_turns_the_bounds_over():
    figure = a_draft("10", sign=-1).figure(0, 1)
    assert (figure.value, figure.low, figure.high) == (-10, Decimal("-10.5"), Decimal("-9.5"))


def test_no_count_lies_below_nothing():
    assert a_draft("0").figure(0, 1).low == 0


def test_a_vague_one_is_at_least_and_has_no_value():
    figure = a_draft("2", one=10, form="vague").figure(0, 1)
    assert (figure.value, figure.low, figure.high, figure.qualifier) == (None, 20, None, "vague")


def test_a_letter_read_as_a_digit_leaves_bounds_and_no_value():
    figure = a_draft("450000", doubtful=True).figure(0, 1)
    assert figure.value is None
    assert figure.low < 450_000 < figure.high


def test_the_magnitude_of_a_column_multiplies():
    assert a_draft("650", factor=Decimal(10**6)).figure(0, 1).value == 650_000_000


@pytest.mark.parametrize(("named", "unit", "bare"), [(False, None, True), (True, None, False), (False, "sites", False)])
def test_a_figure_is_bare_while_nothing_says_its_unit(named, unit, bare):
    assert a_draft("3", named=named, unit=unit).is_bare is bare
