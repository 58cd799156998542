"""From a cut to a pick: depth, edge, confidence."""

import math

import pytest

from temoin.outages import find_picks, sample
from temoin.outages.measure.picks import confidence


def a_fall(*values: float) -> dict[str, object]:
    return find_picks(sample.series([9000.0] * 120 + list(values) + [9000.0] * 24)).row(0, named=True)


def test_the_depth_is_sustained_not_a_single_worst_bin() -> None:
    assert a_fall(4500, 4500, 0, 4500, 4500)["depth"] == pytest.approx(0.5)
    assert a_fall(4500, 900, 900, 4500, 4500)["depth"] == pytest.approx(0.9)


def test_lost_hours_add_the_loss_of_each_measured_bin() -> None:
    assert a_fall(4500, 900, 0)["lost_hours"] == pytest.approx(0.5 + 0.9 + 1)


def test_a_blackout_that_follows_a_glide_begins_at_its_own_edge() -> None:
    glide = [9000 * (1 - 0.03 * hour) for hour in range(1, 11)]
    pick = a_fall(*glide, *[90.0] * 6)
    assert pick["began"] == sample.moment(0, 120 + 10)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param((0.3, 0.05, 5, True), (0.9, 0.05, 5, True), id="deeper"),
        pytest.param((0.5, 0.2, 5, True), (0.5, 0.05, 5, True), id="calmer"),
        pytest.param((0.5, 0.05, 1, True), (0.5, 0.05, 5, True), id="longer"),
        pytest.param((0.5, 0.05, 5, False), (0.5, 0.05, 5, True), id="better known"),
    ],
)
def test_confidence_grows_with_what_speaks_for_a_pick(less: tuple, more: tuple) -> None:
    assert 0 < confidence(*less) < confidence(*more) < 1


def test_a_total_loss_is_believed_and_never_certain() -> None:
    assert confidence(1.0, 0.01, 1000, learned_week=True) == 0.99
    assert math.isfinite(confidence(0.0, 0.0, 1, learned_week=True))
