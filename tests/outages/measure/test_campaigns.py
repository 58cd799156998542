"""Outages that come back at the same time of day."""

import datetime as dt

import pytest

from temoin.outages import DEFAULT, sample
from temoin.outages.measure.campaigns import campaigns_of


def groups(*onsets: dt.datetime) -> list[int | None]:
    ids = campaigns_of("Atlasie", sorted(onsets), DEFAULT)
    known = list(dict.fromkeys(name for name in ids if name))
    return [known.index(name) if name else None for name in ids]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param((1, 2, 3), [0, 0, 0], id="every night"),
        pytest.param((1, 3, 7), [0, 0, 0], id="exam days"),
        pytest.param((1, 8, 15), [0, 0, 0], id="every week"),
        pytest.param((1, 2), [None, None], id="twice is not a campaign"),
        pytest.param((1, 9, 17), [None, None, None], id="too far apart"),
        pytest.param((1, 2, 3.5), [None, None, None], id="another time of day"),
        pytest.param((1, 2.02, 3.03), [0, 0, 0], id="within three quarters of an hour"),
    ],
)
def test_three_at_the_same_time_of_day_are_a_campaign(days: tuple[float, ...], expected: list[int | None]) -> None:
    assert groups(*(sample.moment(0, 24 * day) for day in days)) == expected


def test_two_campaigns_of_a_place_are_told_apart() -> None:
    mornings = [sample.moment(day, 3) for day in range(3)]
    evenings = [sample.moment(day, 19) for day in range(3)]
    assert groups(*mornings, *evenings) == [0, 1, 0, 1, 0, 1]
