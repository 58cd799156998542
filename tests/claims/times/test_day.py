import datetime as dt

import pytest

from temoin.claims.times.day import month_of, shifted, stretch, whole
from temoin.period import PartialDate


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("2031", dt.date(2031, 1, 1), dt.date(2031, 12, 31)),
        ("2028-02", dt.date(2028, 2, 1), dt.date(2028, 2, 29)),
        ("2031-W01", dt.date(2030, 12, 30), dt.date(2031, 1, 5)),
        ("2031-06-12", dt.date(2031, 6, 12), dt.date(2031, 6, 12)),
    ],
    ids=["year", "month of a leap year", "week over the new year", "day"],
)
def test_a_named_date_has_all_its_days(value, low, high):
    day = whole(0, 4, PartialDate(value))
    assert (day.low, day.high, day.qualifier) == (low, high, "exact")


def test_a_stretch_has_no_single_value():
    day = stretch(0, 4, dt.date(2031, 1, 1), dt.date(2031, 3, 31))
    assert (day.value, day.qualifier) == (None, "range")


@pytest.mark.parametrize(("month", "text"), [(1, "2031-01"), (0, "2030-12"), (13, "2032-01"), (-11, "2030-01")])
def test_months_are_counted_over_the_turns_of_years(month, text):
    assert month_of(2031, month).text == text


def test_a_day_beyond_the_calendar_is_none():
    assert shifted(dt.date(9999, 12, 31), 1) is None
    assert shifted(dt.date(2031, 1, 1), -1) == dt.date(2030, 12, 31)
