"""What the dates of a campaign have in common."""

import datetime as dt

import pytest

from temoin.outages.measure.rules import infer_rule

MONDAY = dt.date(2024, 3, 4)


def days(*offsets: int) -> list[dt.date]:
    return [MONDAY + dt.timedelta(days=offset) for offset in offsets]


@pytest.mark.parametrize(
    ("offsets", "rule", "following"),
    [
        pytest.param(range(14), "every-day", 14, id="fourteen nights"),
        pytest.param(range(7), "every-day", 7, id="seven nights"),
        pytest.param([*range(5), *range(6, 14)], "every-day", 14, id="a missed night"),
        pytest.param([0, 1, 2, 4, 5, 6], "every-day", 7, id="a missed night of seven"),
        pytest.param([*range(6), *range(7, 13)], "every-day", 13, id="one missed Sunday is a missed night"),
        pytest.param(range(0, 12, 2), "every-2-days", 12, id="every other day"),
        pytest.param([0, 3, 6, 12, 15], "every-3-days", 18, id="every third day, one missed"),
        pytest.param([0, 7, 14], "weekdays:mon", 21, id="every Monday"),
        pytest.param([0, 7, 21, 28, 35], "weekdays:mon", 42, id="every Monday, one missed"),
        pytest.param([0, 1, 2, 3, 7, 8, 9, 10], "weekdays:mon,tue,wed,thu", 14, id="exams from Monday to Thursday"),
        pytest.param([0, 2, 4, 7, 9, 11], "weekdays:mon,wed,fri", 14, id="three days a week"),
        pytest.param([0, 1, 2, 3, 7, 8], "weekdays:mon,tue,wed,thu", 9, id="in the middle of the second week"),
        pytest.param(
            [week * 7 + day for week in range(4) for day in range(6)],
            "weekdays:mon,tue,wed,thu,fri,sat",
            28,
            id="never on Sundays",
        ),
    ],
)
def test_the_simplest_rule_is_found_and_gives_the_next_date(offsets: list[int], rule: str, following: int) -> None:
    found = infer_rule(days(*offsets))
    assert found.name == rule
    assert found.next(days(*offsets)[-1], 1) == days(following)


@pytest.mark.parametrize(
    "offsets",
    [
        pytest.param([0, 1, 4, 9], id="scattered"),
        pytest.param([0, 2, 3, 7, 8, 10], id="weekdays that do not come back"),
        pytest.param([0, 1, 3], id="three dates, one missed"),
    ],
)
def test_dates_without_a_rule_promise_nothing(offsets: list[int]) -> None:
    found = infer_rule(days(*offsets))
    assert (found.name, found.next(days(*offsets)[-1], 3)) == ("dates", [])
