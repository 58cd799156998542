"""The peers on curves counted by hand, and what is given to all of them."""

import numpy as np
import pytest

from temoin.outages.scorecard import peers
from temoin.outages.scorecard.families import FAMILIES
from temoin.outages.scorecard.peers import PEERS, Peer, deseasonalised, filled, ioda_rule, ooni_cusum, runs_of
from temoin.outages.scorecard.scoring import Found

AN_HOUR = 3600


def days_of(value: float, days: int) -> np.ndarray:
    return np.full(24 * days, value)


def a_cut(level: float, hours: int) -> np.ndarray:
    values = days_of(100.0, 28)
    values[480 : 480 + hours] = level
    return values


def flags(text: str) -> np.ndarray:
    return np.array([letter == "x" for letter in text])


@pytest.mark.parametrize(
    ("text", "step", "runs"),
    [
        ("..xx..xxx..", 300, [(2, 9)]),
        ("xxx....xxx", 300, [(0, 3), (7, 10)]),
        ("xx.........", 300, []),
        ("xx.........", AN_HOUR, [(0, 2)]),
        (".....x", 86_400, [(5, 6)]),
    ],
    ids=["a gap of two is closed", "one of four is not", "too short", "long enough for hours", "a day is enough"],
)
def test_the_last_step_is_the_same_for_all(text: str, step: int, runs: list[tuple[int, int]]) -> None:
    assert runs_of(flags(text), step) == [Found(*run) for run in runs]


@pytest.mark.parametrize(("share", "level", "found"), [(0.8, 79, 1), (0.8, 81, 0), (0.25, 24, 1), (0.25, 26, 0)])
def test_the_ioda_rule_is_a_share_of_the_median(share: float, level: float, found: int) -> None:
    assert ioda_rule(share)(a_cut(level, 5), AN_HOUR) == [Found(480, 485)] * found


def test_the_ioda_rule_takes_a_blackout_of_more_than_half_a_week_for_normal() -> None:
    (run,) = ioda_rule(0.8)(a_cut(3.0, 24 * 8), AN_HOUR)
    assert run == Found(480, 480 + 24 * 7 // 2 + 1)


@pytest.mark.parametrize(("level", "late"), [(0.0, 5), (31.0, 10), (64.0, 350)], ids=["blocked", "at 0.69", "at 0.36"])
def test_the_cusum_raises_its_alarm_when_its_arithmetic_says(level: float, late: int) -> None:
    values = np.concatenate([np.tile(days_of(100.0, 7), 40), days_of(100.0, 1)])
    values[4000 : 4000 + 500] = level
    assert ooni_cusum(values, AN_HOUR)[0].onset == 4000 + late


def test_the_season_given_for_free_is_taken_away() -> None:
    hours = np.arange(24 * 28)
    values = 100 * (2 + np.sin(hours / 24 * 2 * np.pi)) * np.where(hours // 24 % 7 >= 5, 0.8, 1.0)
    assert deseasonalised(values, AN_HOUR) == pytest.approx(np.zeros(24 * 28), abs=1e-12)
    short = 100 * (2 + np.sin(hours[:240] / 24 * 2 * np.pi))
    assert deseasonalised(short, AN_HOUR) == pytest.approx(np.zeros(240), abs=1e-12)


def test_a_gap_is_the_line_between_its_neighbours() -> None:
    assert filled(np.array([np.nan, 1.0, np.nan, 3.0, np.nan])).tolist() == [1.0, 1.0, 2.0, 3.0, 3.0]


def test_a_library_that_is_not_there_is_said_to_be_missing() -> None:
    assert Peer("x", ooni_cusum, ("no_such_library",)).lacks == (
        "x: not run, no_such_library not installed (the extra `bench`)"
    )
    assert Peer("x", ooni_cusum, ("json",)).lacks is None


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_every_peer_at_hand_finds_a_blackout_and_tells_its_rule_in_a_sentence(peer: Peer) -> None:
    if peer.lacks:
        pytest.skip(peer.lacks)
    drawn = next(family for family in FAMILIES if family.name == "8 h at -97%, bins of 10 min").draw(1)
    (event,) = drawn.truth
    found = peer.find(drawn.values, drawn.step)
    assert any(one.onset < event.end and event.onset < one.end for one in found)
    assert peer.rule.endswith(".")


def test_the_peers_told_of_in_the_reference_are_there() -> None:
    assert {peer.find for peer in PEERS} >= {peers.kernel_cpd, peers.level_shift, peers.seasonal, peers.ooni_cusum}
