import numpy as np
from PIL import Image

from temoin.documents.pictures.straighten import Upright
from temoin.documents.recognition import page
from temoin.documents.recognition.found import Word


class Looking:
    def __init__(self):
        self.size = (0, 0)

    def lines(self, picture, sight):
        self.size = picture.size
        return [(Word("12", 0, 0, *picture.size, 0.5),)]


def read(size):
    engine = Looking()
    upright = Upright(Image.new("RGB", size, "white"), size, 0.0, 0, None)
    return engine.size, page.read_page(engine, upright, 1, 0, lambda boxes: boxes), engine


def test_a_small_picture_is_read_larger_and_its_boxes_stand_where_they_were():
    for size, times in (((600, 800), 3), ((1000, 1000), 2), ((1654, 2339), 1)):
        _, found, engine = read(size)
        assert engine.size == (size[0] * times, size[1] * times)
        assert np.allclose(found.boxes.select("left", "top", "right", "bottom").row(1), (size[0] / 2, 0, *size))
