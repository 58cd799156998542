"""The score on cases counted by hand."""

import datetime as dt
import math

import numpy as np
import pytest

from temoin.outages.scorecard.families import BEGIN, Labelled, Truth
from temoin.outages.scorecard.scoring import Found, Score, score, total


def a_series(*truth: Truth, holidays: tuple[Truth, ...] = (), changes: tuple[Truth, ...] = ()) -> Labelled:
    return Labelled("made by hand", 0, "blackout", BEGIN, 3600, np.ones(28 * 24), "traffic", truth, changes, holidays)


def an_event(onset: int, end: int) -> Truth:
    return Truth(onset, end, 0.9, onset)


def test_an_interval_that_overlaps_finds_the_event_and_its_onset_is_measured() -> None:
    told = score(a_series(an_event(100, 110), an_event(200, 210)), [Found(98, 103), Found(209, 230)])
    assert (told.found, told.events, told.errors, told.alarms) == (2, 2, (-2, 9), 0)


@pytest.mark.parametrize("interval", [Found(90, 100), Found(110, 120)], ids=["ends as it begins", "begins as it ends"])
def test_an_interval_that_only_touches_the_event_is_a_false_alarm(interval: Found) -> None:
    told = score(a_series(an_event(100, 110)), [interval])
    assert (told.found, told.alarms) == (0, 1)


def test_one_long_alarm_over_many_nights_finds_the_first_only() -> None:
    nights = [an_event(24 * day, 24 * day + 8) for day in range(14, 28)]
    told = score(a_series(*nights), [Found(24 * 14 - 1, 28 * 24)])
    assert (told.found, told.events, told.errors) == (1, 14, (-1,))


def test_an_event_told_in_three_lines_is_found_once_at_the_first_whatever_their_order() -> None:
    told = score(a_series(an_event(100, 110)), [Found(107, 109), Found(101, 103), Found(104, 105)])
    assert (told.found, told.lines, told.errors, told.lines_an_event) == (1, 3, (1,), 3.0)


def test_an_alarm_on_a_holiday_breaks_its_silence_and_is_counted_nowhere_else() -> None:
    series = a_series(holidays=(an_event(300, 320), an_event(400, 420)))
    told = score(series, [Found(310, 312), Found(315, 316), Found(10, 12)])
    assert (told.silent, told.holidays, told.silence, told.alarms) == (1, 2, 0.5, 1)


def test_a_lasting_change_told_as_one_near_it_is_neither_found_nor_false() -> None:
    series = a_series(changes=(an_event(240, 672),))
    assert score(series, [Found(240 + 71, 672, "level")]).alarms == 0
    assert score(series, [Found(240 + 73, 672, "level")]).alarms == 1
    assert score(series, [Found(245, 250, "cut")]).alarms == 1


def test_rates_are_per_28_days() -> None:
    assert score(a_series(), [Found(5, 9), Found(50, 90)]).alarms_a_month == 2.0
    assert total([score(a_series(), [Found(5, 9)]), score(a_series(), [])]).alarms_a_month == 0.5


def test_a_quantile_of_the_error_is_one_that_was_measured() -> None:
    told = Score(events=4, found=4, errors=(0, -1, 2, -30))
    assert [told.error(share) for share in (0.5, 0.95, 1.0)] == [2.0, 30.0, 30.0]


def test_what_was_not_asked_has_no_number() -> None:
    nothing = Score()
    assert all(math.isnan(one) for one in (nothing.recall, nothing.silence, nothing.alarms_a_month, nothing.error(0.5)))


def test_totals_add_up() -> None:
    one = score(a_series(an_event(100, 110)), [Found(101, 110), Found(5, 6)])
    both = total([one, one])
    assert (both.events, both.found, both.errors, both.lines, both.alarms) == (2, 2, (1, 1), 2, 2)
    assert dt.timedelta(days=both.days) == dt.timedelta(days=56)
