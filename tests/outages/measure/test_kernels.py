"""The walk through one series: the compiled functions, one at a time."""

import numpy as np
import pytest

from temoin.outages.measure import kernels
from temoin.outages.measure.clock import blocks_of
from temoin.outages.measure.detect import rules_of
from temoin.outages.settings import DEFAULT

HOUR = 3600
RULES = rules_of(HOUR, DEFAULT, rests=False, counts=False)


def test_the_level_is_the_middle_of_three_days_and_stays_when_half_was_not_clean() -> None:
    level = kernels.Level(*[np.float32(0)] * 5, 0, 0, np.float32(0))
    for measured in (0.3, 0.3, 0.1):
        day = level._replace(total=np.float32(measured * 24), number=24)
        level = kernels.new_day(day, 24, np.float32(0.05))
    assert level.today == pytest.approx(0.3)
    kept = kernels.new_day(level._replace(total=np.float32(-9), number=11), 24, np.float32(0.05))
    assert kept.today == level.today


def walked(values: np.ndarray, step: int = HOUR) -> tuple[kernels.Walk, int]:
    memory = kernels.memory_of(7 * 86_400 // step, 86_400 // step)
    walk = kernels.room_for(len(values))
    blocks = blocks_of(0, step, len(values))
    return walk, kernels.walk_through(values.astype(np.float32), blocks, RULES, memory, walk)


def test_a_walk_promises_nothing_before_two_days_and_then_the_usual() -> None:
    values = np.full(24 * 10, 100.0)
    walk, found = walked(values)
    assert found == 0
    assert np.isnan(walk.promised[:24]).all()
    assert np.exp(walk.promised[48:]) == pytest.approx(100, rel=1e-4)


def test_a_fall_is_masked_and_never_promised_again() -> None:
    values = np.full(24 * 40, 100.0)
    for night in range(20, 40):
        values[24 * night + 1 : 24 * night + 6] = 2.0
    walk, found = walked(values)
    assert found == 20
    assert walk.mask[24 * 30 + 1 : 24 * 30 + 6].all()
    assert np.exp(walk.promised[24 * 39 + 1 : 24 * 39 + 6]) == pytest.approx(100, rel=1e-3)


def test_a_higher_level_is_promised_within_three_days() -> None:
    values = np.full(24 * 40, 100.0)
    values[24 * 25 :] = 160.0
    walk, found = walked(values)
    assert found == 0
    assert np.exp(walk.promised[24 * 28 :]) == pytest.approx(160, rel=0.01)


def test_a_cut_that_is_not_over_has_no_first_bin_back() -> None:
    values = np.full(24 * 12, 100.0)
    values[24 * 11 :] = 0.0
    walk, found = walked(values)
    assert found == 1
    assert walk.cuts[0].tolist() == [24 * 11, 24 * 12 - 1, -1]


def test_residuals_are_made_lighter_together_before_their_weight_grows_too_large() -> None:
    residuals = np.full(kernels.RESIDUAL_BINS, 3e6, dtype=np.float32)
    weight = kernels.heavier(np.float32(2e6), residuals)
    assert weight == pytest.approx(2 / 0.93)
    assert residuals[0] == pytest.approx(3.0)
