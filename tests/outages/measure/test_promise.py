"""What clean bins promise: the compiled functions, one at a time."""

import math

import numpy as np
import pytest

from temoin.outages.measure import promise

INF = np.inf


@pytest.mark.parametrize("value", [1e-20, 0.003, 0.999, 1.0, 1.5, 17.0, 4200.0, 8e5, 9.55e8])
def test_the_logarithm_is_right_to_six_digits(value: float) -> None:
    assert promise.log_of(np.float32(value)) == pytest.approx(math.log(value), rel=2e-6, abs=2e-6)


def test_the_logarithm_of_nothing_is_far_below_and_of_a_missing_value_missing() -> None:
    assert promise.log_of(np.float32(0.0)) < -60
    assert math.isnan(promise.log_of(np.float32(np.nan)))


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param((INF, INF, INF, INF), math.nan, id="nothing"),
        pytest.param((1, INF, INF, INF), math.nan, id="one is too few"),
        pytest.param((3, 3.1, INF, INF), 3.05, id="two alike"),
        pytest.param((1.4, 1.0, INF, INF), 1.0, id="of two unlike the lower"),
        pytest.param((3, 1, 9, INF), 3, id="three"),
        pytest.param((3, 1, 9, 5), 4, id="four"),
        pytest.param((4, 4, 4, 4), 4, id="all the same"),
    ],
)
def test_the_middle_of_four_weeks(held: tuple[float, ...], expected: float) -> None:
    middle = promise.middle_of_four(*(np.float32(each) for each in held))
    assert middle == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("held", range(6))
def test_the_middle_of_five_days_is_the_median_of_those_there(held: int) -> None:
    days = np.array([3.0, 9.0, 1.0, 7.0, 5.0], dtype=np.float32)
    days[held:] = np.inf
    expected = np.median(days[:held]) if held >= 2 else math.nan
    assert promise.middle_of_five(*days) == pytest.approx(expected, nan_ok=True)


def rings() -> np.ndarray:
    return np.full((promise.WEEKS, 3), np.inf, dtype=np.float32)


def test_learning_keeps_the_last_clean_values_in_order_and_leaves_the_others() -> None:
    week = rings()
    clean = np.array([1, 0], dtype=np.uint8)
    for value in range(9):
        promise.learn_run(week, 1, clean, np.array([value, -1], dtype=np.float32))
    assert week[:, 1].tolist() == [8, 7, 6, 5]
    assert np.isinf(week[:, [0, 2]]).all()


def test_the_time_of_day_promises_and_a_lower_last_week_is_believed() -> None:
    day = np.full((promise.DAYS, 3), np.inf, dtype=np.float32)
    day[:2] = [[10.0], [12.0]]
    promised = np.array([np.nan, np.nan, 7.0], dtype=np.float32)
    last_week = np.array([np.inf, 4.0, np.inf], dtype=np.float32)
    promise.promise_of_days(day, 0, last_week, np.float32(0.5), promised)
    assert promised.tolist() == [11.5, 4.5, 7.0]


def test_the_time_of_the_week_promises_from_two_clean_values_on() -> None:
    week = rings()
    week[0], week[1, :2], week[2, :1] = [1.0, 2.0, 3.0], [1.1, 2.1], [1.2]
    promised = np.zeros(3, dtype=np.float32)
    assert promise.promise_of_weeks(week, 0, promised) == 1
    assert promised == pytest.approx([1.1, 2.05, math.nan], nan_ok=True)


def test_the_noise_is_the_median_size_of_residuals() -> None:
    residuals = np.zeros(promise.RESIDUAL_BINS, dtype=np.float32)
    assert math.isnan(promise.noise_of(residuals))
    for size in (0.02, 0.1, 0.3):
        residuals[promise.residual_bin(np.float32(-size))] += 1
    assert promise.noise_of(residuals) == pytest.approx(0.1 * 1.4826, rel=0.1)


def test_the_noise_is_never_called_smaller_than_one_per_cent() -> None:
    residuals = np.zeros(promise.RESIDUAL_BINS, dtype=np.float32)
    residuals[promise.residual_bin(np.float32(0.0))] += 100
    assert promise.noise_of(residuals) == pytest.approx(0.01)
