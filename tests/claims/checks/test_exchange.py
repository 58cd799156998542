"""Rates of stretches of days."""

import datetime as dt
from decimal import Decimal

import pytest

from temoin.claims.checks.exchange import daily_rates, mixed, quoted
from temoin.period import PartialDate


def test_a_month_has_the_rates_of_its_working_days():
    month = quoted("USD", "CNY", PartialDate("2019-08"))
    assert month is not None
    assert month.daily
    assert (month.first, month.last) == (dt.date(2019, 8, 1), dt.date(2019, 8, 31))
    assert month.low < month.mean < month.high
    assert month.mean == pytest.approx(Decimal("7.06"), abs=Decimal("0.01"))


def test_a_publication_has_the_month_that_ends_on_it():
    before = quoted("USD", "CNY", PartialDate("2020-10-26"), published=True)
    assert before is not None
    assert before.first == dt.date(2020, 9, 25)
    assert before.latest == pytest.approx(Decimal("6.713"), abs=Decimal("0.001"))


def test_a_currency_that_nobody_quotes_daily_has_the_mean_of_its_year_or_nothing():
    year = quoted("USD", "KZT", PartialDate("2019-05-08"))
    assert year is not None
    assert not year.daily
    assert year.label == "2019"
    assert 300 < year.mean < 450
    assert quoted("USD", "KZT", PartialDate("1999")) is None
    assert daily_rates("USD", "KZT", dt.date(2019, 5, 8), dt.date(2019, 5, 9)) == ()


def test_a_weekend_alone_has_the_rate_before_it():
    assert len(daily_rates("USD", "CNY", dt.date(2020, 10, 24), dt.date(2020, 10, 25))) == 1


def test_a_total_of_several_dates_has_the_rate_of_its_parts_together():
    parts = [(Decimal(100), PartialDate("2019-08")), (Decimal(300), PartialDate("2020-02"))]
    found = mixed("USD", "CNY", parts)
    assert found is not None
    assert found.label == "2019-08/2020-02"
    low, high = (quoted("USD", "CNY", date) for _, date in parts)
    assert low is not None
    assert high is not None
    assert min(low.low, high.low) < found.low < found.mean < found.high < max(low.high, high.high)
    assert mixed("USD", "KZT", parts) is None
    assert mixed("USD", "CNY", []) is None
