"""The compiled loops, one at a time."""

import math

import numpy as np
import pytest

from temoin.outages.measure import kernels


@pytest.mark.parametrize(
    ("held", "seen", "expected"),
    [
        pytest.param([3, 0, 0, 0], 1, 3, id="one"),
        pytest.param([3, 1, 0, 0], 2, 2, id="two"),
        pytest.param([3, 1, 9, 0], 3, 3, id="three"),
        pytest.param([3, 1, 9, 5], 4, 4, id="full"),
        pytest.param([7, 1, 9, 5], 5, 6, id="written over"),
        pytest.param([4, 4, 4, 4], 4, 4, id="all the same"),
    ],
)
def test_the_middle_of_a_ring_is_the_median_of_what_it_holds(held: list[float], seen: int, expected: float) -> None:
    assert kernels.middle(np.array(held, dtype=float), seen) == expected


@pytest.mark.parametrize(
    ("value", "expected", "loss"),
    [
        pytest.param(50, 100, math.log(2), id="half"),
        pytest.param(100, 100, 0, id="nothing lost"),
        pytest.param(0, 100, kernels.LARGEST_LOG, id="a zero is the strongest"),
        pytest.param(0, 0, 0, id="nothing was expected"),
    ],
)
def test_a_loss_is_counted_on_a_logarithmic_scale(value: float, expected: float, loss: float) -> None:
    assert kernels.log_loss(float(value), float(expected)) == pytest.approx(loss)


def a_memory() -> kernels.Memory:
    week, day = np.zeros((2, 4)), np.zeros((2, 7))
    seen = np.zeros(2, dtype=np.int64)
    return kernels.Memory(week, seen, day, seen.copy(), np.zeros(kernels.RESIDUAL_BINS))


def test_the_time_of_day_promises_until_the_time_of_week_is_known_twice() -> None:
    memory = a_memory()
    assert math.isnan(kernels.promise(memory, 0, 0))
    for value in (10.0, 12.0):
        kernels.learn(memory, 1, 0, value)
    assert kernels.promise(memory, 0, 0) == 11
    kernels.learn(memory, 0, 0, 4.0)
    assert kernels.promise(memory, 0, 0) == 4
    kernels.learn(memory, 0, 0, 6.0)
    assert kernels.promise(memory, 0, 0) == 5


def test_the_noise_is_the_median_size_of_residuals() -> None:
    memory = a_memory()
    assert math.isnan(kernels.noise_of(memory))
    for size in (0.02, 0.1, 0.3):
        kernels.learn_residual(memory, -size)
    assert kernels.noise_of(memory) == pytest.approx(0.1 * 1.4826, abs=0.006)
