"""Ruled tables are opened: rules go, cells stand apart, and every place of the opened table is one of the page."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from temoin.documents.pictures.ruled import ruled_tables

LEFT, TOP, WIDE, HIGH, ACROSS, DOWN = 300, 400, 200, 80, 4, 5


def a_page(*, columns: int = ACROSS, rows: int = DOWN, rule: int = 3) -> Image.Image:
    """A blank page with a ruled table; each cell holds a dark square of its own."""
    picture = Image.new("L", (1600, 1200), 250)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((300, 200, 700, 230), fill=10)
    for column in range(columns + 1):
        x = LEFT + column * WIDE
        pen.rectangle((x, TOP, x + rule - 1, TOP + rows * HIGH), fill=20)
    for row in range(rows + 1):
        y = TOP + row * HIGH
        pen.rectangle((LEFT, y, LEFT + columns * WIDE, y + rule - 1), fill=20)
    for row in range(rows):
        for column in range(columns):
            pen.rectangle(square(row, column), fill=0)
    return picture


def square(row: int, column: int) -> tuple[int, int, int, int]:
    left, top = LEFT + column * WIDE + 60 + 10 * row, TOP + row * HIGH + 30
    return left, top, left + 30, top + 25


def test_the_table_leaves_its_page_and_nothing_else_does():
    rest, tables = ruled_tables(a_page())
    assert len(tables) == 1
    whole = np.asarray(rest) < 128
    assert whole[200:231, 300:701].all()
    assert not whole[TOP - 2 : TOP + DOWN * HIGH + 4].any()


def test_squares_stay_and_rules_go():
    [table] = ruled_tables(a_page())[1]
    dark = np.asarray(table.picture) < 128
    assert dark.sum() == pytest.approx(ACROSS * DOWN * 31 * 26, rel=0.01)
    assert not dark.all(axis=1).any()


def test_each_square_of_the_opened_table_goes_back_to_its_place():
    [table] = ruled_tables(a_page())[1]
    dark = np.asarray(table.picture) < 128
    seen = set()
    for row in range(DOWN):
        for column in range(ACROSS):
            left, top, right, bottom = square(row, column)
            middle = np.argwhere(dark)
            found = [
                (across, down)
                for down, across in middle[:: 31 * 13].tolist()
                if table.cell(across, down) == (row, column + 1)
            ]
            for across, down in found:
                [[x, y, _, _]] = table.back(np.array([[across, down, across + 1, down + 1]]))
                assert left - 2 <= x <= right + 2
                assert top - 2 <= y <= bottom + 2
                seen.add((row, column))
    assert len(seen) > 15


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(a_page(columns=1), id="a frame"),
        pytest.param(a_page(columns=4, rows=1), id="one row"),
        pytest.param(a_page(rule=30), id="bars"),
        pytest.param(Image.new("L", (1600, 1200), 250), id="nothing"),
        pytest.param(Image.new("L", (30, 30), 0), id="smaller than a rule"),
    ],
)
def test_what_is_no_ruled_table_stays_as_it_is(picture):
    rest, tables = ruled_tables(picture)
    assert tables == []
    assert rest is picture
