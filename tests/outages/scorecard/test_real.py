"""The stories of real series: what holds with the data at hand, and what fails when the series is another."""

import io

import pytest

from temoin.held import Held
from temoin.outages.scorecard.real import STORIES, Story, china_2009, iran_2019

AT_HAND = {story.title: story for story in STORIES}
HOLD = [
    "Iran, January 2026, IODA's dashboard",
    "Iran, November 2019, IP Observatory",
    "Tor users in China, 2009 to 2011",
]


def judged(story: Story, shared) -> list[Held]:
    with shared(f"data/outages/{story.file}").open("rb") as stream:
        return list(story.judge(stream))


@pytest.mark.parametrize("title", HOLD)
def test_the_story_holds(title: str, shared) -> None:
    rows = judged(AT_HAND[title], shared)
    assert [row for row in rows if row.holds is False] == []
    assert sum(row.holds is True for row in rows) >= 1


def test_the_fall_of_august_is_dated_and_no_pick_is_born_of_a_gap(shared) -> None:
    rows = {row.what: row for row in judged(AT_HAND["YouTube in Russia, 2019 to 2025, Google"], shared)}
    assert rows["fall of August 2024"].holds is True
    assert rows["picks born of the 72 month gaps"].holds is True


def test_a_series_in_which_nothing_happens_does_not_hold() -> None:
    days = [f"2010-{month:02d}-{day:02d},800" for month in (1, 2, 3) for day in range(1, 29)]
    rows = list(china_2009(io.BytesIO("\n".join(["date,cn", *days]).encode())))
    assert (rows[0].measured, rows[0].holds) == ("none", False)
    hours = [f"2019-11-{day:02d}T{hour:02d}:30:00Z,97" for day in range(10, 21) for hour in range(24)]
    assert [row.holds for row in iran_2019(io.BytesIO("\n".join(["time_utc,mean", *hours]).encode()))] == [False, False]
