"""A slanted or turned page is set upright, and boxes go back to where the words stood."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from temoin.documents.pictures import straighten
from temoin.documents.pictures.straighten import set_upright, slant_of
from temoin.documents.recognition import tesseract
from temoin.documents.scorecard.pages import NOTICE, a_page


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return a_page(NOTICE * 3)


def turned(picture: Image.Image, angle: float) -> Image.Image:
    return picture.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def red_in(picture: Image.Image) -> list[int]:
    pixels = np.asarray(picture).astype(int)
    rows, columns = np.nonzero((pixels[:, :, 0] > 150) & (pixels[:, :, 1] < 120))
    return [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]


@pytest.mark.parametrize("angle", [0.0, 0.4, 2.0, -3.5, 7.0, -14.0])
def test_a_slant_is_found_within_a_tenth_of_a_degree(page, angle):
    assert slant_of(turned(page, angle)) == pytest.approx(-angle, abs=0.11)


def test_a_page_on_its_side_has_a_slant_too(page):
    assert slant_of(turned(page, 93)) == pytest.approx(-3, abs=0.11)


def test_a_picture_without_lines_is_left_alone():
    assert slant_of(Image.new("L", (500, 500), 255)) == 0
    grains = np.random.default_rng(3).normal(128, 60, (500, 500))
    assert slant_of(Image.fromarray(np.clip(grains, 0, 255).astype(np.uint8))) == 0


@pytest.mark.parametrize("angle", [90, 180, 270, 92, 178, -5])
def test_a_turned_page_stands_upright_again(page, angle, needs):
    needs("osd")
    upright = set_upright(turned(page, angle), "page.png")
    left = (angle + upright.slant - upright.turn + 180) % 360 - 180
    assert left == pytest.approx(0, abs=0.2)


@pytest.mark.parametrize("angle", [0, 2.5, 90, 183, 266])
def test_boxes_go_back_to_where_the_ink_was(angle, needs):
    needs("osd")
    page = a_page(NOTICE * 3).convert("RGB")
    ImageDraw.Draw(page).rectangle((1200, 1000, 1260, 1030), fill=(255, 0, 0))
    askew = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=(255, 255, 255))
    upright = set_upright(askew, "page.png")
    [stood] = upright.back(np.array([red_in(upright.picture)], float))
    assert stood == pytest.approx(red_in(askew), abs=6)


def test_a_long_strip_is_not_turned():
    assert not straighten._can_turn((30_000, 2_000))
    assert straighten._can_turn((4_472, 4_472))


def test_without_tesseract_only_the_slant_is_mended(page, monkeypatch):
    monkeypatch.setattr(tesseract, "installed", lambda: None)
    upright = set_upright(turned(page, 182), "page.png")
    assert (upright.turn, upright.sight) == (0, None)
    assert upright.slant == pytest.approx(-2, abs=0.11)


def test_the_same_pixels_give_the_same_picture(page):
    askew = turned(page, 3).convert("RGB")
    first, second = set_upright(askew, "x"), set_upright(askew, "x")
    assert first.picture.mode == "RGB"
    assert first.picture.tobytes() == second.picture.tobytes()
