"""The walk through one series: the compiled functions, one at a time."""

import math

import numpy as np
import pytest

from temoin.outages.measure import kernels
from temoin.outages.measure.clock import blocks_of
from temoin.outages.measure.detect import rules_of
from temoin.outages.settings import DEFAULT

HOUR = 3600
RULES = rules_of(HOUR, DEFAULT, rests=False, counts=False)
QUIET = kernels.Stand(np.float32(0), 0, 0, 0, -1, np.float32(0), 0, 0)


@pytest.mark.parametrize(
    ("value", "expected", "loss"),
    [
        pytest.param(50, 100, math.log(2), id="half"),
        pytest.param(100, 100, 0, id="nothing lost"),
        pytest.param(0, 100, 6, id="a zero is the strongest"),
        pytest.param(0, 0, 0, id="nothing was expected"),
    ],
)
def test_a_loss_is_counted_on_a_logarithmic_scale(value: float, expected: float, loss: float) -> None:
    promised, logarithm = kernels.log_of(np.float32(expected)), kernels.log_of(np.float32(value))
    assert kernels.kept_loss(promised, logarithm) == pytest.approx(loss, abs=1e-5)


def test_a_loss_of_what_was_not_measured_or_not_promised_is_not_known() -> None:
    assert math.isnan(kernels.kept_loss(np.float32(3.0), np.float32(np.nan)))
    assert math.isnan(kernels.kept_loss(np.float32(np.nan), np.float32(3.0)))


def judged(losses: list[float], noise: float = 0.05) -> tuple[kernels.Stand, list[int]]:
    stand, told = QUIET, []
    for index, loss in enumerate(losses):
        stand, what = kernels.judge(stand, np.float32(loss), np.float32(noise), index, RULES)
        told.append(what)
    return stand, told


def test_one_bin_at_nothing_opens_no_fall_and_two_hours_do() -> None:
    assert kernels.OPENED not in judged([0, 6, 0, 0])[1]
    assert judged([0, 0, 6, 6])[1] == [0, 0, 0, kernels.OPENED]


def test_small_losses_add_up_until_they_open_a_fall_at_the_first_of_them() -> None:
    stand, told = judged([0, 0, *[0.22] * 6])
    assert kernels.OPENED in told
    assert stand.began == 2


def test_a_fall_closes_at_its_first_bin_back_and_not_at_a_flicker() -> None:
    assert kernels.CLOSED not in judged([6, 6, 6, 0, 6, 6])[1]
    stand, told = judged([6, 6, 6, 0, 0])
    assert told[-1] == kernels.CLOSED
    assert (stand.last, stand.back_at) == (2, 3)


def test_a_return_to_four_fifths_is_not_yet_back() -> None:
    assert kernels.CLOSED not in judged([6, 6, *[-math.log(0.8)] * 40])[1]
    assert kernels.CLOSED in judged([6, 6, *[-math.log(0.95)] * 40])[1]


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


def test_counts_are_as_noisy_as_counts_are() -> None:
    counts = RULES._replace(counts=True)
    assert kernels.at_noise(np.float32(0.05), np.float32(math.log(25.0)), counts) == pytest.approx(0.2, rel=1e-4)
    assert kernels.at_noise(np.float32(0.05), np.float32(math.log(1e6)), counts) == pytest.approx(0.05)
    assert kernels.at_noise(np.float32(0.05), np.float32(math.log(25.0)), RULES) == pytest.approx(0.05)


def test_residuals_are_made_lighter_together_before_their_weight_grows_too_large() -> None:
    residuals = np.full(kernels.RESIDUAL_BINS, 3e6, dtype=np.float32)
    weight = kernels.heavier(np.float32(2e6), residuals)
    assert weight == pytest.approx(2 / 0.93)
    assert residuals[0] == pytest.approx(3.0)
