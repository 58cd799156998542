import numpy as np
from PIL import Image, ImageDraw

from temoin.documents.pictures.light import even_light


def a_page(shade: np.ndarray | float = 1.0) -> Image.Image:
    page = Image.new("L", (600, 800), 240)
    pen = ImageDraw.Draw(page)
    for top in range(60, 740, 40):
        pen.rectangle((60, top, 540, top + 8), fill=20)
    return Image.fromarray(np.clip(np.asarray(page) * shade, 0, 255).astype(np.uint8))


def test_a_page_that_is_evenly_light_stays_as_it_is():
    page = a_page()
    assert even_light(page) is page


def test_under_a_shadow_paper_is_light_and_ink_is_dark():
    shade = np.linspace(0.25, 1.0, 600)[None, :].repeat(800, axis=0)
    shaded = a_page(shade)
    assert np.asarray(shaded)[:, :60].max() < 100
    even = np.asarray(even_light(shaded)).astype(int)
    assert even[:40].min() > 170
    assert even[62:66, 80:520].max() < 80


def test_a_black_picture_does_not_become_noise():
    black = Image.new("L", (200, 200), 0)
    black.putpixel((100, 100), 255)
    assert np.asarray(even_light(black)).mean() < 30
