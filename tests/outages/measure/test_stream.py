"""A stream gives what the walk through each series gives on all data up to then."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from temoin.outages.measure.detect import Walked, walk_along
from temoin.outages.measure.grid import Grid
from temoin.outages.measure.stream import Stream
from temoin.outages.settings import DEFAULT

STEP = 1800
BINS = 48 * 24
MARCH = 1_710_460_800  # 15 March 2024, 00:00 UTC: two weeks before clocks change in Europe


def curves(seed: int, series: int = 6) -> np.ndarray:
    random = np.random.default_rng(seed)
    hours = np.arange(BINS) / 2
    shape = 100 * (1 + 0.4 * np.sin(hours / 24 * 2 * np.pi + random.uniform(0, 6, (series, 1))))
    values = shape * np.exp(0.05 * random.standard_normal((series, BINS)))
    for rank in range(series):
        for _ in range(rank):
            onset = int(random.integers(48 * 4, BINS - 30))
            values[rank, onset : onset + int(random.integers(1, 30))] *= random.uniform(0, 0.8)
    values[random.random(values.shape) < 0.02] = np.nan
    values[random.random(values.shape) < 0.002] = 0.0
    return values.astype(np.float32)


def walked(values: np.ndarray, place: str, begin: int, counts: bool = False) -> Walked:
    times = begin + STEP * np.arange(len(values), dtype=np.int64)
    grid = Grid("s", place, "traffic", STEP, times, values.astype(np.float64), np.arange(len(values)), counts)
    return walk_along(grid, DEFAULT)


Told = tuple[int, int, int | None]


def streamed(values: np.ndarray, zone: str, begin: int, counts: bool = False) -> list[list[Told]]:
    stream = Stream(len(values), begin=begin, step=STEP, zone=zone, counts=counts)
    told: list[list[Told]] = [[] for _ in values]
    for index in range(values.shape[1]):
        for change in stream.advance(values[:, index]):
            if not change.opened:
                told[change.series].pop()
            told[change.series].append((change.began, change.last if not change.opened else -1, change.back))
    return told


@pytest.mark.parametrize(
    ("place", "zone", "begin"),
    [
        pytest.param("Atlasie", "UTC", MARCH, id="one clock"),
        pytest.param("Atlasie", "UTC", MARCH + 5 * STEP, id="from the middle of a day"),
        pytest.param("FR", "Europe/Paris", MARCH, id="clocks change"),
        pytest.param("IN", "Asia/Kolkata", MARCH, id="a half-hour zone"),
    ],
)
def test_a_stream_opens_and_closes_the_falls_of_the_walk(place: str, zone: str, begin: int) -> None:
    values = curves(3)
    told = streamed(values, zone, begin)
    for rank, row in enumerate(values):
        cuts = walked(row, place, begin).cuts.tolist()
        assert [(began, last if back >= 0 else -1, back if back >= 0 else None) for began, last, back in cuts] == told[
            rank
        ]
    assert sum(map(len, told)) > 5


@given(seed=st.integers(0, 10_000), until=st.integers(48 * 4, BINS))
@settings(max_examples=25, deadline=None)
def test_it_agrees_with_the_walk_on_whatever_is_known_by_then(seed: int, until: int) -> None:
    values = curves(seed, 3)[:, :until]
    told = streamed(values, "UTC", MARCH, counts=True)
    for rank, row in enumerate(values):
        cuts = walked(row, "Atlasie", MARCH, counts=True).cuts.tolist()
        assert [(began, back if back >= 0 else None) for began, _, back in cuts] == [(b, e) for b, _, e in told[rank]]


def test_a_blackout_is_told_within_three_bins() -> None:
    values = curves(1, 1)
    values[0, 700:] = 0.0
    stream = Stream(1, begin=MARCH, step=STEP)
    told = [(index, change) for index in range(720) for change in stream.advance(values[:, index])]
    index, change = told[-1]
    assert change.opened
    assert change.began == 700
    assert index <= 702


@pytest.mark.parametrize("step", [7 * 60, 7200])
def test_a_bin_width_that_no_stream_has_is_refused(step: int) -> None:
    with pytest.raises(ValueError, match="divide a day"):
        Stream(1, begin=0, step=step)
