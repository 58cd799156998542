"""The parts of a made-up series are what they say."""

import math

import numpy as np
import pytest

from temoin.outages.scorecard.curves import FLAT, glide_of, loss_of, some_shape, wandering


@pytest.mark.parametrize("tail", [math.inf, 5.0], ids=["Gaussian", "heavy tails"])
@pytest.mark.parametrize("phi", [0.3, 0.6, 0.8])
def test_the_noise_has_unit_variance_and_keeps_what_it_says(phi: float, tail: float) -> None:
    walk = wandering(np.random.default_rng(1), 400_000, phi, tail)
    assert walk.std() == pytest.approx(1.0, abs=0.02)
    assert np.corrcoef(walk[1:], walk[:-1])[0, 1] == pytest.approx(phi, abs=0.01)
    assert np.corrcoef(walk[3:], walk[:-3])[0, 1] == pytest.approx(phi**3, abs=0.01)


def test_the_noise_is_the_recursion_itself() -> None:
    walk = wandering(np.random.default_rng(2), 500, 0.6)
    shocks = np.random.default_rng(2).standard_normal(500)
    last = 0.0
    for index, shock in enumerate(shocks):
        last = 0.6 * last + shock * (math.sqrt(1 - 0.36) if index else 1.0)
        assert walk[index] == pytest.approx(last, abs=1e-9)


def test_heavy_tails_reach_further() -> None:
    heavy, light = (np.abs(wandering(np.random.default_rng(3), 100_000, 0.6, tail)).max() for tail in (4.0, math.inf))
    assert heavy > 2 * light


def test_a_cut_inside_a_bin_takes_its_share_of_it_at_both_ends() -> None:
    assert loss_of(4, 0.75, 2.5, 1.0).tolist() == [0.25, 1.0, 0.5, 0.0]


def test_a_holiday_has_no_edge() -> None:
    lost = glide_of(288, 24.0, 228.0, 0.3, 48.0)
    assert lost.max() == pytest.approx(0.3)
    assert np.abs(np.diff(lost)).max() < 0.011
    assert lost[:24].sum() == lost[228:].sum() == 0


def test_every_shape_stays_above_a_fifth_and_a_flat_one_at_one() -> None:
    hours = np.arange(0, 24 * 14, 1 / 12)
    shapes = [some_shape(np.random.default_rng(seed)).at(hours) for seed in range(50)]
    assert min(shape.min() for shape in shapes) > 0.2
    assert FLAT.at(hours).tolist() == [1.0] * len(hours)


def test_a_shape_repeats_every_week() -> None:
    shape = some_shape(np.random.default_rng(4))
    hours = np.arange(0, 168, 0.25)
    assert np.allclose(shape.at(hours), shape.at(hours + 168))
