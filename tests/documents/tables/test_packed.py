"""Rows held packed are the rows that were put, in whatever order they came."""

import datetime as dt
import random

import pytest

from temoin.documents.tables import packed
from temoin.documents.tables.grid import Filling, Grid, Shown, Value
from temoin.documents.tables.packed import PackedRows

MANY = 2_000


def put_all(order: list[int]) -> PackedRows[Value]:
    rows: PackedRows[Value] = PackedRows()
    for number in order:
        rows.row(number).append(f"row {number}")
    return rows


@pytest.mark.parametrize("seed", [None, 1, 2], ids=["in order", "shuffled", "shuffled otherwise"])
def test_every_row_comes_back_whatever_the_order(seed: int | None) -> None:
    order = list(range(1, MANY + 1))
    if seed is not None:
        random.Random(seed).shuffle(order)
    rows = put_all(order)
    expected = [[f"row {number}"] for number in range(1, MANY + 1)]
    assert len(rows) == MANY
    assert list(rows) == expected
    assert rows[700:702] == expected[700:702]
    assert rows[-1] == expected[-1]
    assert [rows[index] for index in (0, 1999, 3, 1500)] == [expected[index] for index in (0, 1999, 3, 1500)]


def test_rows_that_nothing_was_put_in_are_empty() -> None:
    rows = put_all([1500])
    assert len(rows) == 1500
    assert rows[0] == rows[1498] == []


def test_a_row_beyond_the_last_is_none() -> None:
    with pytest.raises(IndexError):
        put_all([3])[3]


def test_wide_rows_are_packed_a_few_at_a_time_and_come_back() -> None:
    filling = Filling("wide.xlsx")
    for row in range(1, 40):
        filling.put(row, 16_384, float(row))
    assert [cells[-1] for cells in filling.rows] == [float(row) for row in range(1, 40)]


def test_values_of_every_type_come_back_from_far_rows() -> None:
    moment = dt.datetime.fromisoformat("2031-04-05T06:00:00")
    values: list[Value] = ["text", 1.5, True, None, dt.date(2031, 4, 5), moment, dt.time(7), Shown(0.18, "0%")]
    filling = Filling("a.xlsx")
    for row in range(1, MANY):
        for column, value in enumerate(values, 1):
            filling.put(row, column, value)
    grid = Grid("s", filling.rows)
    back = [grid.at(2, column) for column in range(1, len(values) + 1)]
    assert back == values
    assert [type(each) for each in back] == [type(each) for each in values]
    shown = back[-1]
    assert isinstance(shown, Shown)
    assert shown.shown_as == "0%"


def test_a_later_value_at_a_far_place_stands() -> None:
    filling = Filling("a.xlsx")
    for row in (1, MANY, 1):
        filling.put(row, 1, f"put {row} {filling.cells}")
    assert Grid("s", filling.rows).at(1, 1) == "put 1 2"


def test_a_column_of_many_rows_is_read_by_itself_and_follows_what_changes() -> None:
    rows: packed.PackedRows[str | None] = packed.PackedRows()
    for number in range(1, 20_001):
        rows.row(number).extend(["a", str(number)] if number % 2 else ["a"])
    column = rows.column(1)
    assert column is not None
    assert list(column)[:3] == ["1", None, "3"]
    assert list(packed.InRows(column, [1, 9_001, 19_999])) == ["1", "9001", "19999"]
    rows.row(2).append("late")
    assert list(rows.column(1) or ())[:3] == ["1", "late", "3"]
    assert rows.column(2) is None
