"""The cards measured again on the published list, whole countries left out, with the benchmark's own fold seeds."""

import importlib
from pathlib import Path

import numpy as np
import pytest

from temoin.outages.measure.character import HORIZONS, character_model, character_of

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
LIST = "data/outages/ioda_curated/ioda_curated_training.csv"
SEEDS = (0, 1, 2)


@pytest.fixture(scope="module")
def bench():
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(BENCHMARKS)
        return importlib.import_module("character")


@pytest.fixture
def rows(bench, shared):
    return bench.read_rows(shared(LIST))


@pytest.fixture
def runs(bench, rows):
    return [bench.left_out(rows, seed) for seed in SEEDS]


def mean(values) -> float:
    return float(np.mean(list(values)))


def test_the_population_is_that_of_the_reference(rows) -> None:
    assert (len(rows.cut), rows.cut.sum(), rows.known.sum()) == (700, 149, 189)
    assert [int(rows.at(horizon).sum()) for horizon in HORIZONS] == [564, 160, 18, 700]


def test_once_over_it_beats_the_logistic_baseline_on_countries_left_out(bench, rows, runs) -> None:
    assert min(bench.auc(rows.cut, run["after"]) for run in runs) > 0.985
    assert min(bench.auc(rows.cut[rows.known], run["after"][rows.known]) for run in runs) > 0.975
    assert max(bench.calibration_error(rows.cut, run["after"]) for run in runs) < 0.05
    low, high = bench.by_country(rows.place, rows.cut, runs[0]["after"])
    assert 0.93 < low < 0.985 < high


@pytest.mark.parametrize(("horizon", "area", "error"), [("1h", 0.975, 0.04), ("6h", 0.96, 0.06)])
def test_an_outage_going_on_is_ranked_and_calibrated(bench, rows, runs, horizon, area, error) -> None:
    at = rows.at(horizon)
    assert mean(bench.auc(rows.cut[at], run[horizon][at]) for run in runs) > area
    assert mean(bench.calibration_error(rows.cut[at], run[horizon][at]) for run in runs) < error


def test_after_a_day_too_few_rows_tell_more_than_chance(bench, rows, runs) -> None:
    at = rows.at("24h")
    error = bench.calibration_error(rows.cut[at], runs[0]["24h"][at])
    assert error < 2 * bench.calibration_floor(runs[0]["24h"][at])


def test_the_figures_in_the_model_are_those_measured(bench, rows, runs) -> None:
    said = character_model().measured["after"]
    assert said["auc_least"] - 1e-4 <= bench.auc(rows.cut, runs[0]["after"]) <= said["auc_most"] + 1e-4
    assert character_model().prior == pytest.approx(rows.cut.mean(), abs=1e-4)


def test_the_model_is_the_fit_of_the_whole_list(bench, rows) -> None:
    cards = bench.fit(rows, np.ones(len(rows.cut), bool))
    for name, card in character_model().cards.items():
        assert list(card.weights.values()) == pytest.approx(cards[name].weights, abs=1e-3)
        assert list(card.unknown.values()) == pytest.approx(cards[name].unknown, abs=1e-3)


def test_the_package_scores_as_the_benchmark_does(bench, rows) -> None:
    card = bench.fit(rows, np.ones(len(rows.cut), bool))["after"]
    odds = card.odds(rows.matrices["after"])
    ours = [character_of(features, "after").likeness for features in rows.features["after"]]
    assert ours == pytest.approx(1 / (1 + np.exp(-odds)), abs=2e-3)


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4, 5])
def test_half_of_the_countries_tell_the_other_half(bench, rows, seed) -> None:
    names = np.unique(rows.place)
    np.random.default_rng(seed).shuffle(names)
    half = np.isin(rows.place, names[: len(names) // 2])
    for train in (half, ~half):
        odds = bench.fit(rows, train)["after"].odds(rows.matrices["after"][~train])
        assert bench.auc(rows.cut[~train], odds) > 0.96
        assert bench.calibration_error(rows.cut[~train], 1 / (1 + np.exp(-odds))) < 0.05


def test_an_outage_judged_early_uses_nothing_of_its_end(rows) -> None:
    assert all(each.hours is None and each.whole_halves is None for each in rows.features["1h"])
