"""A sheet that was clearly photographed at a slant is seen from above; whatever is not clear is left as it is."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from temoin.documents.pictures.perspective import seen_from_above, sheet_corners
from temoin.documents.scorecard.pages import NOTICE, a_page, on_a_desk

SLANTED = ((300, 300), (1100, 340), (1300, 1300), (150, 1220))


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return a_page(NOTICE)


def test_the_corners_of_a_slanted_sheet_are_found(page):
    corners = sheet_corners(on_a_desk(page, SLANTED, size=(1500, 1600)))
    assert np.abs(corners - np.array(SLANTED)).max() < 8


def test_a_slanted_sheet_comes_out_with_its_lines_level_and_its_sides_upright(page):
    flat = seen_from_above(on_a_desk(page, SLANTED, size=(1500, 1600)))
    wanted = page.resize(flat.size)
    ink, ours = (np.asarray(picture.convert("L")) < 110 for picture in (wanted, flat))
    near = np.asarray(Image.fromarray(ink).convert("L").resize(flat.size)) > 0
    grown = near.copy()
    for step in range(1, 9):
        grown[step:] |= near[:-step]
        grown[:-step] |= near[step:]
        grown[:, step:] |= near[:, :-step]
        grown[:, :-step] |= near[:, step:]
    inner = (slice(20, -20), slice(20, -20))
    assert (ours & grown)[inner].sum() > 0.8 * ours[inner].sum()


def a_panel() -> Image.Image:
    picture = Image.new("L", (1200, 900), 60)
    ImageDraw.Draw(picture).rectangle((200, 150, 1000, 700), fill=245)
    return picture


def two_sheets() -> Image.Image:
    picture = Image.new("L", (1200, 900), 60)
    pen = ImageDraw.Draw(picture)
    pen.polygon([(60, 60), (500, 80), (560, 800), (20, 780)], fill=240)
    pen.polygon([(520, 80), (1100, 60), (1150, 800), (600, 820)], fill=240)
    return picture


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(lambda page: page, id="a scan"),
        pytest.param(lambda page: page.rotate(6, expand=True, fillcolor=255), id="a scan askew"),
        pytest.param(lambda page: a_panel(), id="a panel on a screen"),
        pytest.param(
            lambda page: on_a_desk(page, ((-90, 300), (1100, 340), (1300, 1300), (-60, 1220)), size=(1500, 1600)),
            id="a sheet cut off",
        ),
        pytest.param(
            lambda page: on_a_desk(page, SLANTED, size=(1500, 1600), desk=225), id="a sheet on a cloth as light"
        ),
        pytest.param(lambda page: Image.new("RGB", (800, 600), (90, 90, 90)), id="nothing"),
        pytest.param(lambda page: Image.new("L", (3, 2), 9), id="three pixels"),
    ],
)
def test_what_is_not_clear_is_left_as_it_is(picture, page):
    shown = picture(page)
    assert sheet_corners(shown) is None
    assert seen_from_above(shown) is shown


def test_a_round_table_is_no_sheet():
    picture = Image.new("L", (1200, 900), 40)
    ImageDraw.Draw(picture).ellipse((200, 100, 1000, 800), fill=240)
    assert sheet_corners(picture) is None


def test_of_two_sheets_one_is_taken_or_none():
    corners = sheet_corners(two_sheets())
    assert corners is None or np.ptp(corners[:, 0]) < 700
