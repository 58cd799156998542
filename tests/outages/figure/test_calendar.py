"""The calendar: days down, local hours across."""

import datetime as dt

import pytest

from temoin.outages.figure.calendar import Days, calendar_rows, shown_days
from temoin.outages.figure.paper import Paper
from temoin.period import UTC, Period, zone

PAPER = Paper(Period(dt.datetime(2024, 3, 1, tzinfo=UTC), dt.datetime(2024, 3, 2, tzinfo=UTC)), 480, "fr")


def local(text: str, name: str = "Asia/Yangon") -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone(name)).astimezone(UTC)


def days(*spans: tuple[str, str, str], last: int = 8, name: str = "Asia/Yangon") -> Days:
    stretches = [(look, Period(local(begin, name), local(end, name))) for look, begin, end in spans]
    return Days(dt.date(2024, 3, 4), dt.date(2024, 3, last), name, stretches)


def boxes(spec: dict) -> list[tuple[float, float, float]]:
    rectangles = [layer for layer in spec["layer"] if layer["mark"]["type"] == "rect"]
    return [(box["x"], box["x2"], box["y"]) for layer in rectangles for box in layer["data"]["values"]]


def words(spec: dict) -> list[str]:
    several = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    return [row["text"] for layer in several for row in layer["data"]["values"] if "text" in row] + [
        layer["mark"]["text"] for layer in several if "text" in layer["mark"]
    ]


def test_a_night_stands_at_its_local_hours_on_its_local_day() -> None:
    assert boxes(calendar_rows(days(("cut", "2024-03-05T01:00", "2024-03-05T09:00")), PAPER)) == [(20, 180, 16)]


def test_a_night_over_midnight_stands_on_two_rows() -> None:
    spec = calendar_rows(days(("cut", "2024-03-05T22:00", "2024-03-06T02:00")), PAPER)
    assert boxes(spec) == [(440, 480, 16), (0, 40, 31)]


def test_what_lies_outside_the_days_is_not_drawn() -> None:
    assert boxes(calendar_rows(days(("cut", "2024-03-01T01:00", "2024-03-02T01:00")), PAPER)) == []


def test_local_hours_stand_above_and_utc_below() -> None:
    told = words(calendar_rows(days(("cut", "2024-03-05T01:00", "2024-03-05T09:00")), PAPER))
    assert {"UTC", "UTC+6:30", "lun. 4 mars", "24\xa0h"} <= set(told)


def test_where_the_clocks_change_utc_is_not_drawn() -> None:
    spans = days(("cut", "2024-03-30T01:00", "2024-03-30T09:00", ), last=31, name="Europe/Paris")  # fmt: skip
    changing = Days(dt.date(2024, 3, 28), dt.date(2024, 4, 3), spans.zone, spans.spans)
    assert spans.steady is False or spans.last == dt.date(2024, 3, 31)
    assert not changing.steady
    assert "UTC" not in words(calendar_rows(changing, PAPER))


@pytest.mark.parametrize(("count", "row"), [(30, 15), (60, 10), (120, 6)], ids=["a month", "two months", "a season"])
def test_more_days_are_thinner(count: int, row: float) -> None:
    first = dt.date(2024, 3, 4)
    calendar = Days(first, first + dt.timedelta(days=count - 1), "UTC", [])
    assert calendar.row == row
    assert calendar_rows(calendar, PAPER)["height"] == row * count


def test_the_last_days_are_kept_when_there_are_too_many() -> None:
    spans = [Period(local(f"2024-03-{day:02d}T01:00"), local(f"2024-03-{day:02d}T09:00")) for day in (1, 31)]
    assert shown_days(spans, "Asia/Yangon", 10) == (dt.date(2024, 3, 22), dt.date(2024, 3, 31))
    assert shown_days(spans, "Asia/Yangon", 99) == (dt.date(2024, 3, 1), dt.date(2024, 3, 31))
