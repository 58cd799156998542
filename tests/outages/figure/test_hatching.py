"""Hatching: what is not measured, by the pixel."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages import expect, sample
from temoin.outages.figure.hatching import hatching, missing_runs, slants
from temoin.outages.figure.paper import Paper
from temoin.period import Period


def series(*values: float | None, step: dt.timedelta = dt.timedelta(hours=1)) -> tuple[pl.DataFrame, Period]:
    bins = expect(sample.series(values, step=step))
    return bins, Period(sample.BEGIN, sample.BEGIN + len(values) * step)


def test_a_missing_bin_wider_than_a_pixel_is_hatched_where_it_stands() -> None:
    bins, window = series(5, 5, None, None, 5, 5, 5, 5)
    assert missing_runs(bins, Paper(window, 80, "fr")) == [(20.0, 40.0)]


def test_holes_narrower_than_a_pixel_are_not_seen_and_do_not_weigh() -> None:
    bins, window = series(*[5, None, 5, 5] * 300)
    assert missing_runs(bins, Paper(window, 60, "fr")) == []
    whole, _ = series(*[5, None, None, None] * 300)
    assert len(missing_runs(whole, Paper(window, 60, "fr"))) == 1


def test_every_line_stays_inside_its_box() -> None:
    for x, x2, y, y2 in slants(33, 13):
        assert 0 <= x < x2 <= 33
        assert 0 <= y < y2 <= 13
        assert x2 - x == pytest.approx(y2 - y)


def test_a_path_is_broken_between_two_lines() -> None:
    layer = hatching([(10, 30, 0, 13)], 100, (0, 100), height=13)
    points = layer["data"]["values"]
    assert [point["y"] for point in points[2::3]] == [None] * (len(points) // 3)
    assert layer["encoding"]["y"]["scale"]["domain"] == [13, 0]
