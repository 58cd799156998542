"""The lens through its door, alone and among many, and how late it is."""

import numpy as np

from temoin.outages.scorecard import ours
from temoin.outages.scorecard.families import FAMILIES, Labelled, replace
from temoin.outages.scorecard.scoring import Found

NAMED = {family.name: family for family in FAMILIES}


def after(bins: int):
    """A method that tells of an event once so many of its bins are given."""

    def finder(labelled: Labelled, until: int | None = None) -> list[Found]:
        event = labelled.truth[0]
        given = len(labelled.values) if until is None else until
        return [Found(event.onset, given)] if given >= event.whole + bins else []

    return finder


def test_a_blackout_is_found_to_the_bin_alone_and_among_others() -> None:
    drawn = [NAMED["8 h at -97%, noise 2%"].draw(3), NAMED["quiet, bins of 60 min, noise 5%"].draw(0)]
    (event,) = drawn[0].truth
    assert ours.find(drawn[0]) == [Found(event.onset, event.end)]
    assert ours.find_all(drawn) == [[Found(event.onset, event.end)], []]


def test_nothing_found_at_all_is_an_empty_list_each() -> None:
    assert ours.find_all([NAMED["quiet, flat signal"].draw(0)] * 2) == [[], []]


def test_the_delay_is_the_fewest_bins_that_suffice() -> None:
    drawn = NAMED["8 h at -97%, noise 2%"].draw(0)
    assert [ours.delay(drawn, after(bins)) for bins in (1, 2, 3, 5, 17, 96)] == [1, 2, 3, 5, 17, 96]


def test_an_event_found_once_it_is_over_was_never_found_in_time() -> None:
    assert ours.delay(NAMED["8 h at -97%, noise 2%"].draw(0), after(97)) is None


def test_an_alarm_that_was_already_on_has_no_delay() -> None:
    drawn = NAMED["8 h at -97%, noise 2%"].draw(0)
    assert ours.delay(drawn, lambda labelled, until=None: [Found(10, until or 8064)]) is None


def test_bins_that_were_not_measured_do_not_count_in_the_delay() -> None:
    drawn = NAMED["8 h at -97%, noise 2%"].draw(0)
    values = drawn.values.copy()
    values[drawn.truth[0].onset + 1] = np.nan
    assert ours.delay(replace(drawn, values=values), after(5)) == 4
