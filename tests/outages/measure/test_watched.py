"""What was watched, in stretches."""

import polars as pl

from temoin.outages import expect, sample
from temoin.outages.measure.watched import series_numbered, watch, watched_at

WEEK: list[float | None] = [100.0] * 24 * 7


def test_a_series_is_watched_once_it_is_expected_and_where_it_is_measured() -> None:
    found = watch(expect(sample.series([*WEEK, None, None, *WEEK])))
    assert found["bins"].to_list() == [24 * 5, 24 * 7]
    assert found["begin"].to_list() == [sample.moment(2), sample.moment(7, 2)]
    assert found["end"].to_list() == [sample.moment(7), sample.moment(14, 2)]
    assert found["until"].to_list() == [sample.moment(14, 2)] * 2


def test_unmeasured_bins_at_the_end_count_as_rows_and_not_as_watched() -> None:
    (row,) = watch(expect(sample.series([*WEEK, None, None]))).to_dicts()
    assert (row["end"], row["until"]) == (sample.moment(7), sample.moment(7, 2))


def test_a_series_that_could_never_be_judged_has_a_row_without_bins() -> None:
    (row,) = watch(expect(sample.series([5.0, 5.0, 5.0]))).to_dicts()
    assert (row["bins"], row["begin"]) == (0, None)
    (series,) = watched_at(watch(expect(sample.series([5.0, 5.0]))), ["Atlasie"])["Atlasie"]
    assert series.judged(0, 2**40) == 0


def test_judged_bins_are_counted_between_two_times() -> None:
    (series,) = watched_at(watch(expect(sample.series([*WEEK, None, None, *WEEK]))), ["Atlasie"])["Atlasie"]
    begin = int(sample.moment(6, 22).timestamp())
    assert series.judged(begin, begin + 6 * 3600) == 4
    assert series.judged(begin + 1800, begin + 3600) == 1


def test_series_are_numbered_whatever_the_order_of_rows() -> None:
    both = expect(pl.concat([sample.series(WEEK), sample.series(WEEK, signal="bgp")]))
    mixed = series_numbered(both.sort("time"))
    assert mixed["series"].n_unique() == 2
    assert watch(both.sort("time")).equals(watch(both))
    assert watch(both.clear()).is_empty()
