"""Whether a bin belongs to a fall: the compiled functions, one at a time."""

import math

import numpy as np
import pytest

from temoin.outages.measure import judging
from temoin.outages.measure.detect import rules_of
from temoin.outages.measure.promise import log_of
from temoin.outages.settings import DEFAULT

RULES = rules_of(3600, DEFAULT, rests=False, counts=False)
QUIET = judging.Stand(np.float32(0), 0, 0, 0, -1, np.float32(0), 0, 0)


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
    promised, logarithm = log_of(np.float32(expected)), log_of(np.float32(value))
    assert judging.kept_loss(promised, logarithm) == pytest.approx(loss, abs=1e-5)


def test_a_loss_of_what_was_not_measured_or_not_promised_is_not_known() -> None:
    assert math.isnan(judging.kept_loss(np.float32(3.0), np.float32(np.nan)))
    assert math.isnan(judging.kept_loss(np.float32(np.nan), np.float32(3.0)))


def judged(losses: list[float], noise: float = 0.05) -> tuple[judging.Stand, list[int]]:
    stand, told = QUIET, []
    for index, loss in enumerate(losses):
        stand, what = judging.judge(stand, np.float32(loss), np.float32(noise), index, RULES)
        told.append(what)
    return stand, told


def test_one_bin_at_nothing_opens_no_fall_and_two_hours_do() -> None:
    assert judging.OPENED not in judged([0, 6, 0, 0])[1]
    assert judged([0, 0, 6, 6])[1] == [0, 0, 0, judging.OPENED]


def test_small_losses_add_up_until_they_open_a_fall_at_the_first_of_them() -> None:
    stand, told = judged([0, 0, *[0.22] * 6])
    assert judging.OPENED in told
    assert stand.began == 2


def test_a_fall_closes_at_its_first_bin_back_and_not_at_a_flicker() -> None:
    assert judging.CLOSED not in judged([6, 6, 6, 0, 6, 6])[1]
    stand, told = judged([6, 6, 6, 0, 0])
    assert told[-1] == judging.CLOSED
    assert (stand.last, stand.back_at) == (2, 3)


def test_a_return_to_four_fifths_is_not_yet_back() -> None:
    assert judging.CLOSED not in judged([6, 6, *[-math.log(0.8)] * 40])[1]
    assert judging.CLOSED in judged([6, 6, *[-math.log(0.95)] * 40])[1]


def test_counts_are_as_noisy_as_counts_are() -> None:
    counts = RULES._replace(counts=True)
    assert judging.at_noise(np.float32(0.05), np.float32(math.log(25.0)), counts) == pytest.approx(0.2, rel=1e-4)
    assert judging.at_noise(np.float32(0.05), np.float32(math.log(1e6)), counts) == pytest.approx(0.05)
    assert judging.at_noise(np.float32(0.05), np.float32(math.log(25.0)), RULES) == pytest.approx(0.05)
