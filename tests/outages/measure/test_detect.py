"""Detection on curves with known answers."""

import datetime as dt

import polars as pl
import pytest

from temoin.errors import TableError
from temoin.outages import SIGNALS, Settings, expect, find_picks, sample


def a_signal(*values: float | None, signal: str = "active_probing") -> pl.DataFrame:
    return sample.series(values, signal=signal)


def days_of(value: float, days: int) -> list[float | None]:
    return [value] * (24 * days)


def began(picks: pl.DataFrame) -> list[float]:
    return [(moment - sample.BEGIN) / dt.timedelta(hours=1) for moment in picks["began"]]


def test_a_cut_is_dated_to_its_bin_with_its_interval_and_depth() -> None:
    pick = find_picks(a_signal(*days_of(100, 4), 3, 3, 3, 3, *days_of(100, 1))).row(0, named=True)
    assert began(pl.DataFrame([pick])) == [96]
    assert pick["began_earliest"] == pick["began"] - dt.timedelta(hours=1)
    assert pick["began_latest"] == pick["began"] + dt.timedelta(hours=1)
    assert pick["ended"] == pick["began"] + dt.timedelta(hours=4)
    assert pick["ended_earliest"] == pick["ended"] - dt.timedelta(hours=1)
    assert pick["depth"] == pytest.approx(0.97)
    assert pick["lost_hours"] == pytest.approx(4 * 0.97)
    assert (pick["first_row"], pick["last_row"]) == (97, 100)


def test_a_single_bin_at_zero_is_a_glitch() -> None:
    assert find_picks(a_signal(*days_of(100, 4), 0, *days_of(100, 1))).is_empty()


def test_an_unmeasured_stretch_is_no_outage() -> None:
    gap: list[float | None] = [None] * 10
    assert find_picks(a_signal(*days_of(100, 4), *gap, *days_of(100, 1))).is_empty()


def test_an_unmeasured_bin_inside_a_cut_neither_extends_nor_breaks_it() -> None:
    pick = find_picks(a_signal(*days_of(100, 4), 3, None, 3, None, 3, *days_of(100, 1)))
    assert len(pick) == 1
    assert pick["lost_hours"][0] == pytest.approx(3 * 0.97)


def test_a_zero_is_the_strongest_evidence() -> None:
    pick = find_picks(a_signal(*days_of(100, 4), 0, 0, 0, 0, *days_of(100, 1))).row(0, named=True)
    shallower = find_picks(a_signal(*days_of(100, 4), 20, 20, 20, 20, *days_of(100, 1))).row(0, named=True)
    assert pick["depth"] == 1.0
    assert pick["confidence"] > shallower["confidence"]


def test_nothing_is_judged_before_three_days() -> None:
    assert find_picks(a_signal(*days_of(100, 2), 0, 0, 0, 0, *days_of(100, 1))).is_empty()


def test_a_cut_that_lasts_two_months_stays_a_cut() -> None:
    pick = find_picks(a_signal(*days_of(100, 20), *days_of(4, 60)))
    assert pick["ended"].to_list() == [None]
    assert pick["lost_hours"][0] == pytest.approx(60 * 24 * 0.96)


def test_a_cut_every_night_is_one_pick_a_night() -> None:
    day = [2.0] * 4 + [100.0] * 20
    picks = find_picks(a_signal(*days_of(100, 7), *(day * 14)))
    assert began(picks) == [168 + 24 * night for night in range(14)]


def test_a_weekend_on_a_use_signal_is_learnt_as_the_week() -> None:
    week = [9000.0] * 24 * 5 + [6000.0] * 24 * 2
    picks = find_picks(a_signal(*(week * 5), signal="search"))
    assert all(hour < 14 * 24 for hour in began(picks))


def test_a_reach_signal_never_learns_a_fall_as_a_week() -> None:
    week = [9000.0] * 24 * 5 + [6000.0] * 24 * 2
    assert len(find_picks(a_signal(*(week * 5), signal="active_probing"))) == 5


def test_a_small_loss_that_lasts_becomes_the_new_level_without_having_ended() -> None:
    pick = find_picks(a_signal(*days_of(9000, 20), *days_of(6300, 60))).row(0, named=True)
    assert pick["shape"] == "level"
    assert pick["ended"] is None


def test_small_counts_are_noisy_as_counts_are() -> None:
    falls = [4.0, 3.0, 3.0, 4.0]
    assert find_picks(a_signal(*days_of(6, 5), *falls, *days_of(6, 1))).is_empty()
    assert len(find_picks(a_signal(*days_of(6000, 5), *[fall * 1000 for fall in falls], *days_of(6000, 1)))) == 1


def test_a_holiday_that_glides_is_silent_and_a_night_down_is_not() -> None:
    assert find_picks(sample.ramps()).is_empty()
    assert find_picks(sample.one_night_down())["signal"].to_list() == ["active_probing", "cities", "search"]


def test_the_band_is_null_while_the_past_is_too_short() -> None:
    frame = expect(a_signal(*days_of(100, 4)))
    assert frame["expected"][:48].null_count() == 48
    assert frame["expected"][60:].to_list() == pytest.approx([100.0] * 36)
    assert (frame["low"] <= frame["expected"]).all()


def test_no_series_gives_empty_tables_and_one_point_has_no_step() -> None:
    assert find_picks(SIGNALS.empty()).is_empty()
    assert expect(a_signal(5.0)).is_empty()


def test_a_frame_that_is_not_the_table_is_refused() -> None:
    with pytest.raises(TableError, match="column time"):
        find_picks(a_signal(1.0).drop("time"))


def test_an_id_depends_on_the_parameters_and_not_on_the_depth() -> None:
    cut = [*days_of(100, 4), 3.0, 3.0, 3.0, *days_of(100, 1)]
    deeper = [*days_of(100, 4), 1.0, 1.0, 1.0, *days_of(100, 1)]
    first = find_picks(a_signal(*cut))["id"][0]
    assert find_picks(a_signal(*deeper))["id"][0] == first
    assert find_picks(a_signal(*cut), settings=Settings(falls_below=0.7))["id"][0] != first


@pytest.mark.parametrize("minutes", [5, 10, 30], ids=["5 min", "10 min", "30 min"])
def test_a_blackout_is_dated_to_the_bin_at_every_width(minutes: int) -> None:
    cut = sample.Loss(sample.moment(20, 10.5), sample.moment(20, 18.5), 0.97)
    picks = find_picks(sample.curve("search", (cut,), step=dt.timedelta(minutes=minutes)))
    assert picks.filter("learned_week").select("began", "ended").rows() == [(cut.began, cut.ended)]


def test_half_a_loss_is_found_within_two_bins() -> None:
    cut = sample.Loss(sample.moment(20, 10.5), sample.moment(20, 16.5), 0.45)
    found = [
        find_picks(sample.curve("search", (cut,), step=dt.timedelta(minutes=5), seed=seed))
        .filter("learned_week")["began"]
        .to_list()
        for seed in range(8)
    ]
    assert all(len(onsets) == 1 and abs(onsets[0] - cut.began) <= dt.timedelta(minutes=10) for onsets in found)


@pytest.mark.parametrize("factor", [0.001, 0.37, 12.5], ids=["thousandth", "third", "twelvefold"])
def test_the_scale_of_a_signal_changes_nothing(factor: float) -> None:
    noisy = sample.one_night_down().with_columns(value=pl.col("value") + 0.5)
    names = ["began", "ended", "began_earliest", "began_latest", "first_row", "last_row"]
    scaled = find_picks(noisy.with_columns(value=pl.col("value") * factor))
    assert scaled.select(names).equals(find_picks(noisy).select(names))


def test_what_comes_later_changes_no_earlier_expectation() -> None:
    whole = sample.one_night_down()
    until = sample.moment(16)
    known = expect(whole).filter(pl.col("time") < until)["expected"]
    assert expect(whole.filter(pl.col("time") < until))["expected"].equals(known)


def test_times_a_little_early_or_late_keep_their_bins_and_their_times() -> None:
    exact = a_signal(*days_of(9000, 4), 90, 90, 90, 90, *days_of(9000, 1))
    late = dt.timedelta(seconds=40)
    jittered = exact.with_columns(
        time=pl.col("time")
        + pl.when(pl.col("row") % 12 == 1)
        .then(-late)
        .when(pl.col("row") % 12 == 7)
        .then(late)
        .otherwise(dt.timedelta())
    )
    assert began(find_picks(exact)) == [96]
    assert began(find_picks(jittered)) == [pytest.approx(96 - 40 / 3600)]
    assert expect(jittered)["time"].to_list() == jittered["time"].to_list()


def test_an_hourly_signal_in_a_half_hourly_export_has_no_gaps() -> None:
    values = [value for hourly in [*days_of(9000, 4), 90, 90, 90, *days_of(9000, 1)] for value in (hourly, None)]
    signals = sample.series(values, step=dt.timedelta(minutes=30))
    assert find_picks(signals)["step"].to_list() == [3600]
    assert expect(signals)["value"].null_count() == 0
