"""Votes: which signals speak for themselves, and which share weekends and holidays."""

import polars as pl
import pytest

from temoin.outages import find_outages, measure, sample

DAY = 24


def fall(signal: str, *, days: int, left: float, place: str = "IR") -> pl.DataFrame:
    """Return so many calm days, then eight hours at so many per cent."""
    values = [9000.0] * DAY * days + [90.0 * left] * 8 + [9000.0] * 16
    return sample.series(values, signal=signal, place=place)


def events(*series: pl.DataFrame) -> int:
    measured = measure(pl.concat(series))
    return find_outages(measured.picks, measured.expected).height


@pytest.mark.parametrize(
    ("series", "count"),
    [
        pytest.param(
            [fall("search", days=20, left=70), fall("cities", days=20, left=70), fall("bgp", days=20, left=100)],
            0,
            id="two use signals that know their week lose 30 %, and the reach signal stayed",
        ),
        pytest.param(
            [fall("search", days=20, left=70), fall("cities", days=20, left=70)],
            1,
            id="two use signals that know their week lose 30 %, and nothing else is measured",
        ),
        pytest.param(
            [fall("search", days=13, left=70), fall("cities", days=13, left=70)],
            0,
            id="thirteen days: two use signals lose 30 %, one vote",
        ),
        pytest.param(
            [fall("search", days=13, left=3), fall("cities", days=13, left=3), fall("bgp", days=13, left=3)],
            1,
            id="thirteen days: two use signals and a reach signal lose 97 %",
        ),
        pytest.param(
            [fall("search", days=20, left=70), fall("cities", days=20, left=70), fall("telescope", days=20, left=100)],
            0,
            id="two use signals lose 30 % and a third stayed",
        ),
        pytest.param(
            [fall("search", days=20, left=70)], 1, id="the only signal of a place knows its week and loses 30 %"
        ),
        pytest.param(
            [fall("search", days=20, left=20), fall("cities", days=20, left=20)],
            1,
            id="two use signals that know their week lose 80 %",
        ),
        pytest.param(
            [fall("search", days=20, left=20), fall("cities", days=20, left=70)],
            1,
            id="one speaks for itself, the other is the second vote",
        ),
        pytest.param(
            [fall("search", days=7, left=20), fall("cities", days=7, left=20)],
            0,
            id="one week of history: two use signals lose 80 %, one vote",
        ),
        pytest.param(
            [fall(name, days=13, left=3) for name in ("search", "cities", "telescope")],
            0,
            id="thirteen days: three use signals lose all but 3 %, one vote",
        ),
        pytest.param(
            [fall("search", days=7, left=20), fall("bgp", days=7, left=20)], 1, id="one week, and a reach signal fell"
        ),
        pytest.param(
            [fall("search", days=7, left=70), fall("cities", days=7, left=70), fall("bgp", days=7, left=70)],
            1,
            id="one week, 30 %, and a reach signal fell",
        ),
        pytest.param(
            [fall("search", days=7, left=20), fall("cities", days=7, left=20), fall("bgp", days=7, left=100)],
            0,
            id="one week, and the reach signal stayed",
        ),
        pytest.param(
            [fall("search", days=7, left=20), fall("cities", days=20, left=20)],
            1,
            id="one of two use signals knows its week",
        ),
        pytest.param([fall("search", days=7, left=20)], 1, id="the only signal of a place, of one week, loses 80 %"),
        pytest.param([fall("search", days=7, left=70)], 0, id="the only signal of a place, of one week, loses 30 %"),
        pytest.param(
            [fall("active_probing", days=7, left=70), fall("bgp", days=7, left=70)], 1, id="two reach signals lose 30 %"
        ),
    ],
)
def test_votes_of_a_country(series: list[pl.DataFrame], count: int) -> None:
    assert events(*series) == count
