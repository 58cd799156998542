"""The families hold what they declare."""

import numpy as np
import pytest

from temoin.outages.scorecard.families import FAMILIES, Family, Loss, Truth

NAMED = {family.name: family for family in FAMILIES}


def test_names_are_unique() -> None:
    assert len(NAMED) == len(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_series_is_as_long_as_declared_and_its_truth_lies_inside_in_order(family: Family) -> None:
    drawn = family.draw(0)
    assert len(drawn.values) == round(family.days * 86_400 / family.step)
    edges = [edge for event in drawn.truth for edge in (event.onset, event.end)]
    assert edges == sorted(set(edges))
    assert all(0 < edge <= len(drawn.values) for edge in edges)
    assert (family.kind in {"quiet", "glitch", "holiday"}) == (drawn.truth == ())


@pytest.mark.parametrize("family", FAMILIES[::7], ids=lambda family: family.name)
def test_a_seed_gives_the_same_series_each_time_and_another_seed_another(family: Family) -> None:
    assert np.array_equal(family.draw(3).values, family.draw(3).values, equal_nan=True)
    assert not np.array_equal(family.draw(3).values, family.draw(4).values, equal_nan=True)


@pytest.mark.parametrize("sigma", [0.02, 0.05, 0.10])
def test_the_noise_is_as_declared(sigma: float) -> None:
    flat = Family("flat", "quiet", sigma=sigma, drift=0.0, signal="active_probing").draw(1)
    assert np.log(flat.values).std() == pytest.approx(sigma, rel=0.06)


def test_a_cut_takes_what_it_says_from_its_onset_to_its_end() -> None:
    drawn = Family("cut", "blackout", Loss(0.97, 8.0), sigma=1e-9, drift=0.0, signal="active_probing").draw(2)
    (event,) = drawn.truth
    level = drawn.values / drawn.values[0]
    assert event.end - event.onset == 96
    assert level[event.onset : event.end] == pytest.approx(np.full(96, 0.03))
    assert np.delete(level, np.arange(event.onset, event.end)) == pytest.approx(np.ones(len(level) - 96))


def test_onsets_are_not_all_at_one_time() -> None:
    onsets = {NAMED["8 h at -97%, noise 5%"].draw(seed).truth[0].onset % 288 for seed in range(20)}
    assert len(onsets) > 15


def test_an_onset_inside_a_bin_leaves_a_part_of_it() -> None:
    family = Family("part", "blackout", Loss(1.0, 8.0), sigma=1e-9, drift=0.0, partial=True, signal="active_probing")
    left = [drawn.values[drawn.truth[0].onset] / drawn.values[0] for drawn in map(family.draw, range(10))]
    assert all(0.04 < share < 0.96 for share in left)


def test_exam_mornings_come_back_on_the_same_weekdays() -> None:
    onsets = [event.onset for event in NAMED["8 exam mornings"].draw(0).truth]
    assert [onset % 288 for onset in onsets] == [24] * 8
    assert [onset // 288 % 7 for onset in onsets] == [0, 1, 2, 3] * 2


def test_a_glitch_is_one_bin_at_zero() -> None:
    assert (NAMED["one bin at zero, noise 5%"].draw(0).values == 0).sum() == 1


def test_a_gap_before_an_event_leaves_the_hour_before_it_and_one_inside_leaves_its_onset() -> None:
    for name, measured in [("a gap before it", 12), ("a gap inside it", 24)]:
        for seed in range(10):
            drawn = NAMED[f"8 h at -97%, {name}"].draw(seed)
            onset = drawn.truth[0].onset
            assert np.isnan(drawn.values).sum() > 40
            assert not np.isnan(drawn.values[onset - 12 : onset + measured]).any()


def test_counts_are_whole_and_as_small_as_declared() -> None:
    values = NAMED["quiet, small counts"].draw(0).values
    assert (values == np.floor(values)).all()
    assert 20 < values.mean() < 400


def test_a_lasting_change_is_told_as_one_and_not_as_an_event() -> None:
    drawn = NAMED["quiet, level 15% down"].draw(0)
    assert drawn.truth == ()
    assert drawn.changes == (Truth(2880, 8064, 0.15, 2880),)


def test_a_series_becomes_the_declared_table_whole_or_in_part() -> None:
    drawn = NAMED["8 h at -97%, scattered gaps"].draw(0)
    assert drawn.table()["value"].null_count() == np.isnan(drawn.values).sum()
    assert len(drawn.table(100)) == 100
    assert drawn.table()["time"][1] - drawn.table()["time"][0] == np.timedelta64(5, "m")
