"""What one cut amounts to: onset, depth, and whether it fell or glided."""

import numpy as np
import pytest

from temoin.outages.measure import edges
from temoin.outages.measure.picks import limits_of
from temoin.outages.settings import DEFAULT

FIVE_MINUTES = 12.0
NOISE = 0.05


def noise(bins: int, seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    wander, out = 0.0, np.empty(bins)
    for index, shock in enumerate(random.normal(0, NOISE * 0.8, bins)):
        wander = 0.6 * wander + shock
        out[index] = wander
    return out


def window(width_hours: float, size: float, seed: int) -> np.ndarray:
    bins = 72
    turn = np.arange(bins) - bins / 2
    width = width_hours * FIVE_MINUTES
    rise = (turn >= 0).astype(float) if not width else np.clip(turn / width + 0.5, 0, 1)
    return (size * rise + noise(bins, seed)).astype(np.float32)


RELATION = (0.6, (NOISE * 0.8) ** 2)


def test_a_step_is_told_from_a_holiday_s_glide() -> None:
    steps = [edges.abruptness(window(0, 0.25, seed), RELATION, FIVE_MINUTES)[0] for seed in range(40)]
    glides = [edges.abruptness(window(4, 0.27, seed), RELATION, FIVE_MINUTES)[0] for seed in range(40)]
    assert np.percentile(steps, 5) > 8
    assert np.percentile(glides, 95) < 6


def test_the_first_bin_of_a_step_and_of_a_ramp_is_found() -> None:
    assert edges.abruptness(window(0, 0.5, 1), RELATION, FIVE_MINUTES)[1] == 36
    assert edges.abruptness(window(1, 1.0, 2), RELATION, FIVE_MINUTES)[1] == pytest.approx(30, abs=2)


def test_a_single_shock_that_dies_away_is_no_fall() -> None:
    shock = noise(72, 4)
    shock[36:] += 0.5 * 0.6 ** np.arange(36)
    assert edges.abruptness(shock.astype(np.float32), RELATION, FIVE_MINUTES)[0] < 5


def test_too_short_a_window_tells_nothing() -> None:
    assert edges.abruptness(np.zeros(8, dtype=np.float32), RELATION, FIVE_MINUTES) == (0.0, -1)


def test_what_was_sustained_is_what_bins_in_a_row_kept() -> None:
    losses = np.array([0.1, 3.0, np.nan, 2.0, 2.5, 0.2, 6.0], dtype=np.float32)
    assert edges.sustained_in(losses, 0, 7, 3) == pytest.approx(2.0)
    assert edges.sustained_in(losses, 0, 2, 3) == pytest.approx(0.1)


def test_an_onset_is_the_first_bin_of_what_exceeds_half_way() -> None:
    losses = np.array([0.0, 0.1, 0.1, 0.9, 2.0, 2.0, 0.1], dtype=np.float32)
    assert edges.onset_in(losses, 0, 7, 0.25) == 3


def test_the_relation_of_clean_residuals_is_measured_and_masked_ones_left_out() -> None:
    residuals = noise(3000, 7).astype(np.float32)
    mask = np.zeros(3000, dtype=np.uint8)
    residuals[1000:1100] = 3.0
    mask[1000:1100] = 1
    related, variance = edges.relation_in(residuals, mask, 0, 3000)
    assert related == pytest.approx(0.6, abs=0.06)
    assert variance == pytest.approx(RELATION[1], rel=0.15)


def test_a_cut_has_its_mean_its_hours_and_no_edges_when_it_is_deep() -> None:
    losses = np.zeros(400, dtype=np.float32)
    losses[300:330] = 3.0
    limits = limits_of(300, DEFAULT)
    shape = edges.shape_cut(
        losses, np.full(400, NOISE, np.float32), np.zeros(400, np.uint8), np.array([300, 329, 330]), limits
    )
    assert shape.onset == 300
    assert shape.sustained == pytest.approx(3.0)
    assert shape.lost == pytest.approx(30 * (1 - np.exp(-3.0)), rel=1e-5)
    assert shape.falls == shape.returns == 0
    assert edges.is_fall(shape, np.array([300, 329, 330]), limits)


@pytest.mark.parametrize(
    ("mean", "sustained", "falls", "returns", "fall"),
    [
        pytest.param(0.1, 3.0, 50, 50, False, id="too little on the average"),
        pytest.param(0.9, 0.9, 0, 0, True, id="deep needs no edge"),
        pytest.param(0.3, 0.3, 12, 0, True, id="fell within an hour"),
        pytest.param(0.3, 0.3, 5, 4, False, id="glided"),
        pytest.param(0.3, 0.3, 8, 9, True, id="both edges together"),
        pytest.param(0.3, 0.3, 18, -1, True, id="one edge is enough"),
        pytest.param(0.3, 0.3, -1, 30, False, id="a return alone is not"),
    ],
)
def test_what_is_a_fall(mean: float, sustained: float, falls: float, returns: float, fall: bool) -> None:
    shape = edges.Shape(10, sustained, mean, 5.0, float(falls), float(returns))
    assert edges.is_fall(shape, np.array([10, 40, 41]), limits_of(300, DEFAULT)) is fall


@pytest.mark.parametrize(("days", "mean", "fall"), [(14, 0.3, False), (15, 0.3, True), (1, 0.5, True)])
def test_where_bins_are_wide_a_smaller_loss_must_last(days: int, mean: float, fall: bool) -> None:
    shape = edges.Shape(10, mean, mean, 5.0, 0.0, 0.0)
    assert edges.is_fall(shape, np.array([10, 9 + 12 * days, -1]), limits_of(7200, DEFAULT)) is fall


def test_a_jump_of_the_level_before_it_leaves_the_innovations_their_size() -> None:
    noise = np.tile(np.array([0.01, -0.01], dtype=np.float32), 72)
    loss = (np.repeat([0.13, -0.03], 72) + noise).astype(np.float32)
    related, variance = edges.relation_in(loss, np.zeros(144, dtype=np.uint8), 0, 144)
    assert related == pytest.approx(0.9)
    # Each innovation is 0.1 * 0.08 of level and 1.9 * 0.01 of noise; the jump adds (0.16)² once in 143.
    assert variance == pytest.approx(0.008**2 + 0.019**2 + 0.16**2 / 143, rel=0.1)
