"""Lasting changes of level: throttling that no threshold sees."""

import datetime as dt

import numpy as np
import polars as pl
import pytest

from temoin.outages import find_picks, sample

DAYS = 160
STEP = dt.timedelta(hours=2)


def daily(levels: list[float], *, seed: int = 2, wave: float = 0.3) -> pl.DataFrame:
    random = np.random.default_rng(seed)
    hours = np.arange(12 * len(levels)) * 2
    shape = 1 + wave * np.sin((hours % 24) / 24 * 2 * np.pi)
    values = np.repeat(levels, 12) * shape * np.exp(0.03 * random.standard_normal(len(hours)))
    return sample.series(values.tolist(), signal="youtube", step=STEP)


def shifts(levels: list[float], **said: float) -> pl.DataFrame:
    return find_picks(daily(levels, **said)).filter(pl.col("shape") == "level")


def test_a_fall_that_takes_five_days_is_dated_to_its_beginning() -> None:
    glide = [100 - 7 * day for day in range(1, 6)]
    found = shifts([100.0] * 80 + glide + [65.0] * 75)
    assert len(found) == 1
    assert abs(found["began"][0] - sample.moment(80)) <= dt.timedelta(days=3)
    assert found["ended"][0] is None
    assert found["depth"][0] == pytest.approx(0.35, abs=0.05)


def test_two_steps_down_are_two_picks() -> None:
    found = shifts([100.0] * 70 + [70.0] * 50 + [45.0] * 40)
    began = found["began"].to_list()
    assert len(began) == 2
    assert abs(began[0] - sample.moment(70)) <= dt.timedelta(days=1)
    assert abs(began[1] - sample.moment(120)) <= dt.timedelta(days=1)


def test_a_level_that_returns_has_ended_that_day() -> None:
    found = shifts([100.0] * 70 + [70.0] * 40 + [100.0] * 50)
    assert found["ended"].null_count() == 0
    assert abs(found["ended"][0] - sample.moment(110)) <= dt.timedelta(days=2)


def test_two_weeks_of_holidays_are_no_change_of_level() -> None:
    assert shifts([100.0] * 80 + [75.0] * 13 + [100.0] * 67).is_empty()


def test_one_sample_in_a_day_says_nothing_of_that_day() -> None:
    signals = daily([100.0] * DAYS).with_columns(day=pl.col("time").dt.truncate("1d"))
    hole = pl.col("day").is_in([sample.moment(day) for day in range(30, DAYS, 30)])
    lone = hole & (pl.col("time") == pl.col("day"))
    kept = signals.filter(~hole | lone).with_columns(value=pl.when(lone).then(pl.col("value") / 4).otherwise("value"))
    assert find_picks(kept.drop("day")).is_empty()


def test_a_series_that_moves_by_as_much_every_month_has_no_change() -> None:
    waves = [100 * (1 + 0.14 * np.sin(day / 45 * 2 * np.pi)) for day in range(DAYS * 2)]
    assert shifts(waves).is_empty()


def test_a_long_blackout_is_no_change_of_level() -> None:
    found = find_picks(daily([100.0] * 80 + [2.0] * 40 + [100.0] * 40))
    assert found["shape"].to_list() == ["cut"]


def test_a_sudden_lasting_fall_is_one_pick_dated_to_its_bin() -> None:
    lower = sample.Loss(sample.moment(70, 10), sample.moment(200), 0.4)
    found = find_picks(sample.curve("youtube", (lower,), days=150, step=STEP))
    assert found["shape"].to_list() == ["level"]
    assert found["began"].to_list() == [lower.began]
    assert found["depth"][0] == pytest.approx(0.4, abs=0.03)
