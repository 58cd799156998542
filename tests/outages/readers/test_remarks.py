"""Remarks on points that were read: each once, and none where nothing is odd."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages import SIGNALS
from temoin.outages.readers.remarks import kept_names, remarks_on, shifts, unjudged
from temoin.outages.readers.sound import batches
from temoin.period import UTC

from .test_sound import points

WEEK = 7 * 24
LATER = dt.timedelta(minutes=6)


def signals(*frames: pl.DataFrame, a_source) -> pl.DataFrame:
    return pl.concat(batch for frame in frames for batch in batches(frame, a_source()))


def set_at(hour: int, by: dt.timedelta, back: int | None = None) -> pl.DataFrame:
    """A week of hours of which those from one on, and before another, are off."""
    off = pl.col("row").is_between(hour + 1, back or WEEK)
    return points([1.0] * WEEK).with_columns(time=pl.when(off).then(pl.col("time") + by).otherwise("time"))


def test_series_with_too_little_to_judge_are_told_each_once(a_source) -> None:
    frames = [
        points([None, None], place="QA"),
        points([None, 4.0], place="QB"),
        points([4.0, 4.0], place="QC"),
        points([0.0] * WEEK, place="QD"),
        points([1.0] * WEEK, place="QE"),
    ]
    assert [words.en for words in unjudged(signals(*frames, a_source=a_source))] == [
        "1 series without any measured value: nothing can be judged",
        "1 series with a single measured point: nothing can be judged",
        "1 series of less than 3 days: too little to judge by",
        "1 series of zeros alone: no level to fall from",
    ]


def test_nothing_is_said_of_nothing() -> None:
    assert remarks_on(SIGNALS.empty()) == ()


@pytest.mark.parametrize(
    ("place", "code"),
    [("Togo", "TG"), ("Allemagne", "DE"), ("Georgia", "GE"), ("TGO", "TG")],
    ids=["the same in both", "in French", "perhaps another", "three letters"],
)
def test_a_country_s_name_is_kept_and_said_to_be(a_source, place: str, code: str) -> None:
    (told,) = kept_names(signals(points([1.0], place=place), a_source=a_source))
    assert f"of its own: {place}; for the country, write its code: {code}" in told.en


@pytest.mark.parametrize("place", ["TG", "Atlasie", "TG/Lome", "AS64496", "world"])
def test_a_place_that_is_no_country_s_name_is_left_in_peace(a_source, place: str) -> None:
    assert kept_names(signals(points([1.0], place=place), a_source=a_source)) == ()


def test_bins_that_shift_are_told_with_where_they_begin_to(a_source) -> None:
    (told,) = shifts(signals(set_at(100, LATER), a_source=a_source))
    assert "the bins of QQ, requests shift by 6 min" in told.en
    assert "(point 101)" in told.en


def test_a_clock_that_jumps_by_hours_and_minutes_is_told_by_its_minutes(a_source) -> None:
    (told,) = shifts(signals(set_at(100, dt.timedelta(hours=2, minutes=6)), a_source=a_source))
    assert "by 6 min" in told.en


def test_a_stretch_that_is_off_and_comes_back_is_told_once(a_source) -> None:
    assert len(shifts(signals(set_at(100, -LATER, 120), a_source=a_source))) == 1


def test_a_step_that_holds_or_none_at_all_is_not_spoken_of(a_source) -> None:
    hours = points([1.0] * WEEK)
    jitter = hours.with_columns(place=pl.lit("QJ"), time=pl.col("time") + pl.duration(seconds=pl.col("row") * 7 % 60))
    gap = hours.filter(~pl.col("row").is_between(50, 52)).with_columns(place=pl.lit("QG"))
    assert shifts(signals(hours, jitter, gap, a_source=a_source)) == ()


def test_a_hundred_thousand_short_series_are_gone_through_in_a_moment() -> None:
    frame = pl.DataFrame({"row": pl.int_range(200_000, eager=True)}).select(
        pl.lit("5e").alias("source"),
        place="QQ/" + (pl.col("row") // 2).cast(pl.String),
        signal=pl.lit("requests"),
        time=pl.lit(dt.datetime(2024, 3, 4, tzinfo=UTC)) + pl.duration(minutes=pl.col("row") % 2),
        value=pl.lit(1.0),
        row="row",
    )
    assert [words.en for words in remarks_on(frame)] == ["100000 series of less than 3 days: too little to judge by"]


def test_series_written_bin_by_bin_are_each_followed(a_source) -> None:
    still = points([1.0] * WEEK, place="QS")
    mixed = pl.concat([set_at(100, LATER), still]).sort("row", maintain_order=True)
    mixed = mixed.with_columns(row=pl.int_range(1, pl.len() + 1))
    (told,) = shifts(signals(mixed, a_source=a_source))
    assert "the bins of QQ, requests shift by 6 min" in told.en
