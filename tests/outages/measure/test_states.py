"""Still down, partly back, ended, or not yet published: four different states."""

import polars as pl
import pytest

from temoin.outages import find_outages, measure, sample

HOURS = 48
BEFORE = [100.0] * 24 * 20


def signal(name: str, *, down: int, lag: int = 0, nulls: int = 0) -> pl.DataFrame:
    """Return a signal that is down for so many of 48 hours; of the end so many hours are absent, or null."""
    after: list[float | None] = [*[3.0] * down, *[100.0] * (HOURS - down)]
    seen = after[: HOURS - lag - nulls]
    return sample.series([*BEFORE, *seen, *[None] * nulls], signal=name)


def state_of(*series: pl.DataFrame) -> tuple[str, object]:
    measured = measure(pl.concat(series))
    (outage,) = find_outages(measured.picks, measured.expected).iter_rows(named=True)
    return outage["state"], outage["observed_until"]


END = sample.moment(22)


@pytest.mark.parametrize(
    ("series", "state"),
    [
        pytest.param([signal("bgp", down=6), signal("search", down=8)], "ended", id="every signal is back"),
        pytest.param([signal("bgp", down=48), signal("search", down=48)], "ongoing", id="both are down to the end"),
        pytest.param(
            [signal("bgp", down=48), signal("search", down=48, lag=2)], "ongoing", id="one is down to the end, one lags"
        ),
        pytest.param(
            [signal("bgp", down=48), signal("search", down=48, nulls=2)], "ongoing", id="one ends in null bins"
        ),
        pytest.param([signal("bgp", down=6), signal("search", down=48)], "partial-return", id="one is back"),
        pytest.param(
            [signal("bgp", down=6), signal("search", down=48, lag=2)],
            "partial-return",
            id="one is back, the other was seen down after that and lags",
        ),
        pytest.param(
            [signal("bgp", down=44), signal("search", down=48, lag=6)],
            "not-yet-published",
            id="one is back since the other was last seen",
        ),
        pytest.param(
            [signal("bgp", down=48, lag=4), signal("cities", down=0), signal("search", down=48, lag=4)],
            "not-yet-published",
            id="those that fell stop, another goes on",
        ),
        pytest.param(
            [signal("bgp", down=48, nulls=5), signal("search", down=48, nulls=5)], "not-yet-published", id="null bins"
        ),
        pytest.param(
            [signal("bgp", down=48, lag=5), signal("search", down=48, lag=5)], "ongoing", id="all data end together"
        ),
    ],
)
def test_an_outage_of_two_signals_is(series: list[pl.DataFrame], state: str) -> None:
    assert state_of(*series)[0] == state


def test_a_feed_that_lags_an_hour_and_a_half_is_not_a_return_nor_an_end() -> None:
    quick = sample.curve("active_probing", (sample.Loss(sample.moment(20), sample.moment(40), 0.97),), days=21)
    slow = sample.curve("search", (sample.Loss(sample.moment(20), sample.moment(40), 0.97),), days=21)
    late = slow.filter(pl.col("time") < sample.moment(20, 22.5))
    state, until = state_of(quick, late)
    assert (state, until) == ("ongoing", sample.moment(21))
    measured = measure(pl.concat([quick, late]))
    ends = dict(measured.picks.select("signal", "observed_until").iter_rows())
    assert ends == {"active_probing": sample.moment(21), "search": sample.moment(20, 22.5)}


def test_only_the_lagging_signal_fell_so_what_follows_is_not_yet_published() -> None:
    slow = [
        sample.curve(name, (sample.Loss(sample.moment(20), sample.moment(40), 0.97),), days=21)
        for name in ("search", "telescope")
    ]
    late = pl.concat(slow).filter(pl.col("time") < sample.moment(20, 22.5))
    assert state_of(sample.curve("bgp", days=21), late)[0] == "not-yet-published"


def test_a_signal_that_fell_again_is_not_back() -> None:
    twice = sample.series([*BEFORE, *[3.0] * 8, *[100.0] * 4, *[3.0] * 36], signal="bgp")
    assert state_of(twice, signal("search", down=48))[0] == "ongoing"
