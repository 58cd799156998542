"""Dates in figures: read in the order that was said, column and cell alike, and refused in any other."""

import polars as pl
import pytest

from temoin.errors import InputError
from temoin.outages.readers.slashed import iso_cells, iso_of


@pytest.mark.parametrize(
    ("cell", "order", "iso"),
    [
        ("05/01/2022 16:30", "dmy", "2022-01-05T16:30"),
        ("05/01/2022 16:30", "mdy", "2022-05-01T16:30"),
        ("2022/01/05 16:30", "ymd", "2022-01-05T16:30"),
        ("05.01.2022", "dmy", "2022-01-05T00:00"),
        ("05-01-2022  16:30", "dmy", "2022-01-05T16:30"),
        ("2022-01-05T16:30Z", "dmy", "2022-01-05T16:30Z"),
    ],
)
def test_a_column_and_a_cell_are_read_alike(cell: str, order, iso: str) -> None:
    assert iso_cells(pl.Series([cell]), order).to_list() == [iso]
    assert iso_of(cell, order) in {iso, f"{iso}:00"}


def test_short_days_and_hours_are_read() -> None:
    assert iso_of("5/1/2022 6:05", "dmy") == "2022-01-05T06:05:00"


@pytest.mark.parametrize(
    ("cell", "order", "remedy"),
    [
        pytest.param("05/01/2022", None, r"--dates dmy \| --dates mdy", id="nobody said the order"),
        pytest.param("2022/01/05", None, "--dates ymd", id="year first"),
        pytest.param("01/13/2022", "dmy", "a date that is not dmy", id="no thirteenth month"),
        pytest.param("05/01/2022", "ymd", "a date that is not ymd", id="year last"),
    ],
)
def test_an_order_that_does_not_fit_is_refused_with_the_flag(cell: str, order, remedy: str) -> None:
    with pytest.raises(InputError, match=remedy):
        iso_of(cell, order)
