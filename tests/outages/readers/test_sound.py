"""Points that cannot be true together: each kind of dirt refused with its place, each look-alike let through."""

import datetime as dt
import time
from collections.abc import Callable, Iterable

import numpy as np
import polars as pl
import pytest

from temoin.errors import InputError
from temoin.outages.readers.sound import Lines, batches, sound
from temoin.outages.tables import SIGNALS
from temoin.period import UTC

BEGIN = dt.datetime(2024, 3, 1, tzinfo=UTC)
NOISE = np.random.default_rng(7).normal(0, 1, 5000)


def points(
    values: Iterable[float | None], *, minutes: float = 60, begin: dt.datetime = BEGIN, place: str = "QQ"
) -> pl.DataFrame:
    listed = list(values)
    times = [begin + at * dt.timedelta(minutes=minutes) for at in range(len(listed))]
    return pl.DataFrame(
        {
            "place": [place] * len(listed),
            "signal": ["requests"] * len(listed),
            "time": pl.Series(times, dtype=pl.Datetime("us", "UTC")),
            "value": pl.Series(listed, dtype=pl.Float64),
            "row": pl.int_range(1, len(listed) + 1, eager=True),
        }
    )


def together(*frames: pl.DataFrame) -> pl.DataFrame:
    return pl.concat(frames).with_columns(row=pl.int_range(1, pl.len() + 1))


def noisy(number: int, *, level: float = 100) -> list[float]:
    return [level + float(NOISE[at]) for at in range(number)]


@pytest.fixture
def refused(a_source) -> Callable[[pl.DataFrame], str]:
    def refuse(frame: pl.DataFrame) -> str:
        with pytest.raises(InputError) as caught:
            sound(frame, a_source(), Lines())
        return str(caught.value)

    return refuse


@pytest.mark.parametrize("value", [-1.0, float("inf"), float("nan")], ids=["negative", "infinite", "no number"])
def test_what_is_no_measure_is_refused(refused, value: float) -> None:
    assert 'line 3, column "value": expected a number from 0 up' in refused(points([1, value, 1]))


def test_equal_points_merge_and_the_first_stays(a_source) -> None:
    frame = together(points([1, 2, None]), points([1, 2, None]))
    assert sound(frame, a_source())["row"].to_list() == [1, 2, 3]


@pytest.mark.parametrize("value", [3.0, None], ids=["another value", "not measured"])
def test_two_values_at_one_time_are_refused_at_the_line_that_says_otherwise(refused, value: float | None) -> None:
    said = refused(together(points([1, 2]), points([1, 2]), points([1, value])))
    assert 'line 7, column "value"' in said
    assert "2024-03-01T01:00:00Z, lines 3, 7" in said


def test_places_and_signals_do_not_meet(a_source) -> None:
    assert sound(together(points([1, 2]), points([3, 4], place="QR")), a_source()).height == 4


@pytest.mark.parametrize("year", [1970, 2150])
def test_a_time_beyond_reason_is_refused(refused, year: int) -> None:
    assert 'line 2, column "time": a time beyond reason' in refused(points([1, 2], begin=BEGIN.replace(year=year)))


def test_a_time_far_from_all_others_is_refused(refused) -> None:
    said = refused(together(points(noisy(60)), points([100.0], begin=BEGIN.replace(year=2034))))
    assert 'line 62, column "time": 2034-03-01T00:00:00Z is far' in said


def test_a_lone_point_that_a_service_lists_is_no_slip(a_source) -> None:
    frame = together(points(noisy(60)), points([100.0], begin=BEGIN.replace(year=2034)))
    assert sound(frame, a_source(), sparse=True).height == 61


def test_a_hole_of_weeks_is_only_a_hole(a_source) -> None:
    frame = together(points(noisy(60)), points(noisy(60), begin=BEGIN + dt.timedelta(days=40)))
    assert sound(frame, a_source()).height == 120


def test_a_clock_set_back_is_refused_where_it_jumps(refused) -> None:
    said = refused(together(points(noisy(90)), points(noisy(40), begin=BEGIN + dt.timedelta(hours=20, minutes=17))))
    assert 'line 92, column "time": the clock goes back from 2024-03-04T17:00:00Z to 2024-03-01T20:17:00Z' in said


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(lambda frame: frame.reverse(), id="newest first"),
        pytest.param(lambda frame: frame.sample(fraction=1, shuffle=True, seed=3), id="in no order"),
        pytest.param(lambda frame: pl.concat([frame[60:], frame[:60]]), id="two blocks the wrong way round"),
        pytest.param(lambda frame: pl.concat([frame[:40], frame[50:], frame[40:50]]), id="a hole filled in at the end"),
    ],
)
def test_other_orders_are_no_clock_set_back(a_source, order: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    assert sound(order(points(noisy(120))), a_source()).height == 120


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([1000 + 17 * at for at in range(60)], id="rises throughout"),
        pytest.param([5 + 10 * (at % 24) for at in range(240)], id="starts again every day"),
        pytest.param(
            [max(at - 40, 0) * 9 if at < 100 else (at - 100) * 9 for at in range(160)], id="one reset, an idle start"
        ),
    ],
)
def test_a_running_total_is_refused_with_what_to_give_instead(refused, values: list[float]) -> None:
    said = refused(points(values))
    assert "a running total" in said
    assert "give what was counted in each bin" in said


@pytest.mark.parametrize(
    ("values", "minutes"),
    [
        pytest.param([1000 + 17 * at for at in range(49)], 60, id="too few points to tell"),
        pytest.param([1000 + 17 * at for at in range(60)], 5, id="a morning that rises for five hours"),
        pytest.param([100.0] * 80 + [2.0] * 30 + [100.0] * 80, 60, id="a flat signal cut and back"),
        pytest.param([*noisy(80), *[0.0] * 30, *noisy(80)], 60, id="a noisy signal cut to nothing"),
        pytest.param([100 + 40 * np.sin(at / 24 * 2 * np.pi) for at in range(240)], 60, id="a smooth day"),
        pytest.param([100 - at for at in range(90)], 60, id="a slow decline"),
        pytest.param([*noisy(60), 0.0, *[at * 1.5 for at in range(1, 60)]], 60, id="a cut and a slow return"),
    ],
)
def test_what_only_looks_like_a_total_is_let_through(a_source, values: list[float], minutes: float) -> None:
    assert sound(points(values, minutes=minutes), a_source()).height == len(values)


def test_a_stock_may_grow_for_months(a_source) -> None:
    assert sound(points(range(1000, 1090), minutes=1440), a_source(), stocks=True).height == 90


def test_a_file_without_lines_names_the_point(a_source) -> None:
    with pytest.raises(InputError, match="point 2: expected a number from 0 up"):
        sound(points([1, -1]), a_source())


def test_batches_keep_the_declaration_and_nothing_is_one_empty_batch(a_source) -> None:
    (batch,) = batches(points([1, None]), a_source())
    assert batch.schema == SIGNALS.schema
    assert [batch.height for batch in batches(points([]), a_source())] == [0]


def test_a_hundred_thousand_series_are_checked_in_a_moment(a_source) -> None:
    number = 100_000
    frame = pl.DataFrame({"at": pl.int_range(2 * number, eager=True)}).select(
        place="QQ/" + (pl.col("at") // 2).cast(pl.String),
        signal=pl.lit("requests"),
        time=pl.lit(BEGIN) + pl.duration(minutes=pl.col("at") % 2),
        value=pl.lit(1.0),
        row=pl.col("at") + 1,
    )
    frame = frame.with_columns(pl.col("time").cast(pl.Datetime("us", "UTC")))
    began = time.perf_counter()
    assert sound(frame, a_source()).height == 2 * number
    assert time.perf_counter() - began < 10
