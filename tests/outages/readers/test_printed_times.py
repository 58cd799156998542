"""Times as typed: either clock, single digits, orders of day and month, weekdays that lie."""

import datetime as dt

import pytest

from temoin.errors import InputError
from temoin.outages.readers.printed_times import order_shown, read_moment


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2031, 3, day, hour, minute, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "moment", "repairs"),
    [
        pytest.param("Tuesday, March 4, 2031, 12:05:00 AM", at(4, 0, 5), (), id="midnight"),
        pytest.param("Tuesday, March 4, 2031, 12:05:00 PM", at(4, 12, 5), (), id="noon"),
        pytest.param("Tuesday March 4, 2031, 9:00 AM", at(4, 9), (), id="without a comma nor seconds"),
        pytest.param("Tuesday, March 4, 2031, 3:20: AM", at(4, 3, 20), ("seconds-missing",), id="seconds gone"),
        pytest.param("3/29/2031  20:50:00 PM", at(29, 20, 50), ("month-first", "clock-24h"), id="24 hours and PM"),
        pytest.param("29/3/2031 20:50", at(29, 20, 50), ("day-first",), id="day first"),
        pytest.param("3/3/2031 20:50", at(3, 20, 50), (), id="one reading either way"),
        pytest.param("3/29/2031 21:0:00", at(29, 21), ("month-first",), id="a nought is a nought"),
        pytest.param("2031-03-04 16:40:00", at(4, 16, 40), (), id="ISO"),
    ],
)
def test_a_time_is_read(text: str, moment: dt.datetime, repairs: tuple[str, ...]) -> None:
    found = read_moment(text, None)
    assert (found.earliest, found.repairs) == (moment, repairs)
    assert found.latest == moment + dt.timedelta(minutes=1)


def test_a_minute_of_one_digit_is_read_both_ways() -> None:
    found = read_moment("3/29/2031 16:1:00 PM", None)
    assert found.span == (at(29, 16, 1), at(29, 16, 11))
    assert "minute-one-digit" in found.repairs


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("4/3/2031 15:15", "unknown order", id="two orders"),
        pytest.param("3/29/2031 23:40:00 AM", "contradict", id="23 h in the morning"),
        pytest.param("Monday, March 4, 2031, 1:00:00 AM", "was a Tuesday", id="another weekday"),
        pytest.param("Tuesday, March 4, 2031, 9:00", "neither AM nor PM", id="half of the day not said"),
        pytest.param("Tuesday, Mars 4, 2031, 9:00 AM", "cannot", id="no such month"),
        pytest.param("Tuesday, March 44, 2031, 9:00 AM", "cannot", id="no such day"),
        pytest.param("3/29/2031 25:10", "cannot", id="no such hour"),
        pytest.param("3/29/2031 10:70", "cannot", id="no such minute"),
        pytest.param("2031-03-04 25:10", "cannot", id="no such hour in ISO"),
        pytest.param("yesterday", "cannot", id="words"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError, match="time that can be read" if reason == "cannot" else reason):
        read_moment(text, None)


def test_the_order_of_a_file_is_the_one_that_its_cells_leave() -> None:
    assert order_shown(["13/3/2031 10:00", "4/3/2031 10:00"], None) == "dmy"
    assert order_shown(["13/3/2031 10:00", "3/13/2031 10:00"], None) is None
    assert order_shown(["13/3/2031 10:00"], "mdy") == "mdy"
