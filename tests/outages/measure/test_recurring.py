"""What comes back at the same clock time, and what was known when."""

import datetime as dt

import pytest

from temoin.outages.measure.recurring import recurrences

NIGHT = dt.datetime(2031, 3, 1, 1, tzinfo=dt.UTC)


def onsets(*days: float) -> list[dt.datetime]:
    return [NIGHT + dt.timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("days", "before", "after"),
    [
        pytest.param((0, 1), [False, True], [True, False], id="the next night"),
        pytest.param((0, 7), [False, True], [True, False], id="a week later"),
        pytest.param((0, 8), [False, False], [False, False], id="too far apart"),
        pytest.param((0, 1.3), [False, False], [False, False], id="another time of day"),
        pytest.param((0, 0), [False, False], [False, False], id="the same outage twice"),
        pytest.param((1, 0), [True, False], [False, True], id="in any order"),
    ],
)
def test_only_the_same_clock_within_a_week_recurs(days, before, after) -> None:
    seen = recurrences(onsets(*days), 10)
    assert (seen.before.tolist(), seen.after.tolist()) == (before, after)


def test_nothing_later_counts_for_what_was_known_before() -> None:
    nights = onsets(0, 1, 2, 3, 4, 20.4)
    whole, cut = recurrences(nights, 10), recurrences(nights[:4], 10)
    assert whole.before[:4].tolist() == cut.before.tolist()
    assert whole.campaign_before[:4].tolist() == cut.campaign_before.tolist()
    assert whole.campaign_before.tolist() == [False, False, False, True, True, True]


def test_a_campaign_is_three_others_that_recur_among_themselves_within_ninety_days() -> None:
    assert recurrences(onsets(0, 1, 2, 40.4), 10).campaign_near.tolist() == [False, False, False, True]
    assert not recurrences(onsets(0, 1, 2, 95.4), 10).campaign_near.any()
    assert not recurrences(onsets(0, 1.4, 2.8, 40.1), 10).campaign_near.any()


def test_no_onset_recurs_nowhere() -> None:
    assert recurrences([], 10).before.tolist() == []
