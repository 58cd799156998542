"""In which of many series something fell."""

import numpy as np
import pytest

from temoin.outages.measure.archive import falling
from temoin.outages.settings import DEFAULT

STEP, BINS = 1800, 48 * 20


def series(*, whole: bool = False) -> np.ndarray:
    random = np.random.default_rng(5)
    values = 200 * np.exp(0.03 * random.standard_normal((6, BINS)))
    values[2, 800:830] *= 0.03
    values[4, 700:730] *= 0.7
    return (np.round(values) if whole else values).astype(np.float32)


@pytest.mark.parametrize("whole", [False, True])
def test_only_series_that_fell_are_named(whole: bool) -> None:
    key = ("absolute", 0, STEP, BINS, "UTC", False)
    assert np.flatnonzero(falling(series(whole=whole), key, DEFAULT)).tolist() == [2, 4]


def test_small_counts_are_judged_as_counts() -> None:
    random = np.random.default_rng(5)
    values = random.poisson(9, (20, BINS)).astype(np.float32)
    assert not falling(values, ("absolute", 0, STEP, BINS, "UTC", False), DEFAULT).any()


def test_series_long_enough_to_change_level_are_all_looked_at() -> None:
    values = np.ones((3, 48 * 60), dtype=np.float32)
    assert falling(values, ("absolute", 0, STEP, 48 * 60, "UTC", True), DEFAULT).all()
