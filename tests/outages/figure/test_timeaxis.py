"""Ticks at round local times, by the zone's own history."""

import datetime as dt

import pytest

from temoin.outages.figure.timeaxis import minor_ticks, ticks
from temoin.period import UTC, Period


def window(begin: dt.datetime, days: float) -> Period:
    return Period(begin, begin + dt.timedelta(days=days))


@pytest.mark.parametrize("days", [0.3, 1, 2, 4, 8, 20, 60, 200, 2200, 9000])
def test_there_are_enough_ticks_and_not_too_many(days: float) -> None:
    found = ticks(window(dt.datetime(2022, 1, 2, 7, tzinfo=UTC), days), "Asia/Almaty", "fr")
    assert 3 <= len(found) <= 14
    assert all(tick.label for tick in found)


def test_a_narrow_axis_has_fewer_labels_and_keeps_the_dates() -> None:
    five = window(dt.datetime(2024, 3, 17, 20, tzinfo=UTC), 5)
    assert len(ticks(five, "UTC", "en")) == 10
    narrow = [tick.label for tick in ticks(five, "UTC", "en", 285)]
    assert narrow == ["18 Mar", "19 Mar", "20 Mar", "21 Mar", "22 Mar"]


def test_hours_have_a_mark_of_their_own_where_there_is_room() -> None:
    day = window(dt.datetime(2024, 3, 17, tzinfo=UTC), 2)
    assert len(minor_ticks(day, "Asia/Tehran", 640)) == 48
    assert minor_ticks(window(dt.datetime(2022, 1, 1, tzinfo=UTC), 400), "UTC", 640) == []


def test_local_midnights_stand_where_they_are_in_utc() -> None:
    found = ticks(window(dt.datetime(2022, 1, 4, tzinfo=UTC), 8), "Asia/Almaty", "en")
    assert [tick.moment.hour for tick in found] == [18] * 8
    assert found[0].label == "5 Jan"


def test_a_change_of_clocks_moves_midnight() -> None:
    found = ticks(window(dt.datetime(2024, 3, 30, 12, tzinfo=UTC), 2.5), "Europe/Paris", "fr")
    midnights = [tick.moment.hour for tick in found if tick.strong]
    assert midnights == [23, 22, 22]


def test_a_half_hour_zone_keeps_its_half_hour() -> None:
    found = ticks(window(dt.datetime(2026, 1, 8, tzinfo=UTC), 1), "Asia/Tehran", "en")
    assert {tick.moment.minute for tick in found} == {30}
