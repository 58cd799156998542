import pytest

from temoin.documents.tables.formats import evidence_of
from temoin.documents.tables.grid import Shown


@pytest.mark.parametrize(
    ("code", "currency"),
    [
        ("#,##0.00 [$MAD]", "MAD"),
        ('#,##0.00" DH"', "MAD"),
        ("#,##0.00\\ [$DH-380C]", "MAD"),
        ('#,##0.00 "€"', "EUR"),
        ("#,##0.00 [$€-40C];[Red]-#,##0.00 [$€-40C]", "EUR"),
        ("[$USD] #,##0", "USD"),
        ("[$د.م.\u200f-1801] #,##0", "MAD"),
    ],
)
def test_a_format_says_a_currency(code, currency):
    evidence = evidence_of([Shown(12.0, code), Shown(3.0, code), None, "n.d."])
    assert (evidence.unit.currency, evidence.shown_as) == (currency, code)


@pytest.mark.parametrize("code", ['"$"#,##0', "[$$-409]#,##0.00", "$#,##0"])
def test_a_dollar_sign_alone_is_no_currency(code):
    assert (evidence_of([Shown(12.0, code)]).unit.currency, evidence_of([Shown(12.0, code)]).unit.shared) == (None, "$")


@pytest.mark.parametrize(
    "cells",
    [
        [1.0, 2.0],
        [Shown(1.0, "0%"), Shown(2.0, "0%")],
        [Shown(1.0, "#,##0 _€"), Shown(2.0, "#,##0 _€")],
        [Shown(1.0, "0 [$MAD]"), Shown(2.0, "0 [$EUR]")],
        [Shown(1.0, "0 [$MAD]"), 2.0, 3.0, 4.0],
        [],
    ],
    ids=["no format", "percent", "only the width of a sign", "two currencies", "one cell of four", "nothing"],
)
def test_no_evidence_where_formats_say_none_or_differ(cells):
    assert evidence_of(cells) is None


def test_a_magnitude_counts_unless_the_format_divides_by_itself():
    assert evidence_of([Shown(12.5, '0.0" M€"')]).unit.times == 1_000_000
    assert evidence_of([Shown(12_500_000.0, '0.0,," M€"')]).unit.times == 1
