import datetime as dt

import pytest

from temoin.documents.tables.days import DayHabit, day_of
from temoin.errors import InputError


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (dt.date(2031, 4, 5), "2031-04-05"),
        (47_947.0, "2031-04-09"),
        ("47947", "2031-04-09"),
        ("2031-04-05", "2031-04-05"),
        ("2031/4/5", "2031-04-05"),
        ("5 avril 2031", "2031-04-05"),
        ("1er janvier 2031", "2031-01-01"),
        ("April 5, 2031", "2031-04-05"),
        ("04/2031", "2031-04"),
        ("2031", "2031"),
        (2031.0, "2031"),
        ("20310405103000", "2031-04-05T10:30:00Z"),
        ("31/04/2031", None),
        ("lundi", None),
        ("Facebook", None),
        (12.0, None),
        (True, None),
    ],
)
def test_a_date_is_read_in_every_habit(value, day):
    assert day_of(value, "dmy") == day


def test_a_serial_may_count_from_1904():
    assert day_of(46_485.0, since_1904=True) == "2031-04-09"


def test_day_and_month_that_may_be_swapped_stay_open():
    assert day_of("03/04/2031") is None
    assert DayHabit.of(["03/04/2031", "05/05/2031"]).open_cell == "03/04/2031"
    assert DayHabit.of(["05/05/2031"]).open_cell is None


def test_one_day_beyond_twelve_settles_its_column_and_two_orders_settle_nothing():
    assert DayHabit.of(["03/04/2031", "04/21/2031"]).order == "mdy"
    assert DayHabit.of(["03/04/2031", "04/21/2031", "21/04/2031"]).open_cell == "03/04/2031"


def test_a_time_of_day_asks_for_its_zone():
    with pytest.raises(InputError, match="--zone"):
        day_of("05/04/2031 10:30", "dmy")
    assert day_of("05/04/2031 10:30", "dmy", zone="Africa/Dakar") == "2031-04-05T10:30:00Z"


def test_days_without_separators_or_with_a_short_year_are_read():
    assert [day_of(text) for text in ("20310331", "12-mars-31", "2031-03", "20311345")] == [
        "2031-03-31",
        "2031-03-12",
        "2031-03",
        None,
    ]
