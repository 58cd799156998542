"""Tallies of a few families, and the next date that is due."""

import pytest

from temoin.outages.scorecard.families import FAMILIES
from temoin.outages.scorecard.peers import Peer
from temoin.outages.scorecard.scoring import Found
from temoin.outages.scorecard.tally import next_day, tally_ours, tally_peer

NAMED = {family.name: family for family in FAMILIES}


def test_blackouts_are_found_to_the_bin_and_confirmed_in_three() -> None:
    (tally,) = tally_ours([NAMED["8 h at -97%, noise 5%"]], 4, 2)
    assert (tally.score.found, tally.score.events, tally.score.error(1.0)) == (4, 4, 0.0)
    assert tally.delays == (3, 3)
    assert tally.grouped is None


@pytest.mark.parametrize("name", ["14 nights", "8 exam mornings", "8 exam mornings in three weeks"])
def test_what_recurs_is_found_each_time_and_told_as_one_campaign_with_its_next_date(name: str) -> None:
    (tally,) = tally_ours([NAMED[name]], 2, 1)
    assert tally.score.found == tally.score.events
    assert (tally.grouped, tally.series) == (2, 2)


def test_a_quiet_family_has_no_delay() -> None:
    (tally,) = tally_ours([NAMED["quiet, bins of 120 min, noise 2%"]], 1, 1)
    assert (tally.delays, tally.score.alarms, tally.score.days) == ((), 0, 28.0)


def test_a_peer_is_cut_off_as_the_lens_is() -> None:
    given = []

    def blind(values, step) -> list[Found]:
        given.append(len(values))
        return []

    family = NAMED["8 h at -97%, noise 2%"]
    (tally,) = tally_peer(Peer("blind", blind), [family], 1, 1)
    (event,) = family.draw(0).truth
    assert (tally.score.found, tally.delays) == (0, (None,))
    assert given[0] == 8064
    assert given[1:3] == [event.onset, event.onset + 1]
    assert given[-1] == event.end


@pytest.mark.parametrize(("days", "due"), [((14, 15, 16), 21), (tuple(range(14, 21)), 21), ((9, 10, 16, 17, 23), 24)])
def test_the_next_date_is_on_a_weekday_already_used(days: tuple[int, ...], due: int) -> None:
    assert next_day(days) == due
