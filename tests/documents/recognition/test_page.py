import numpy as np
import polars as pl
import typst
from PIL import Image

from temoin.documents.pictures.straighten import Upright
from temoin.documents.recognition import page
from temoin.documents.recognition.found import Word
from temoin.documents.recognition.recogniser import Recogniser
from temoin.documents.scorecard.pages import drawn


class Looking:
    def __init__(self):
        self.size = (0, 0)
        self.blocks = 0

    def lines(self, picture, sight, *, is_block=False):
        self.blocks += is_block
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


def test_a_ruled_table_keeps_its_cells_apart_and_its_boxes_on_the_page(needs):
    needs("fra")
    rows = [("Valmorte", "450,5", "1 284"), ("Lombre", "60,81", "2 215"), ("Bourg", "33,71", "870")]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = (
        '#set page(paper: "a4")\n#set text(size: 10pt, bottom-edge: "descender")\nAvis fictif de la commune\n\n'
        f"#table(columns: 3, inset: 1pt, stroke: 1pt, align: right, {cells})"
    )
    picture = drawn(bytes(typst.compile(source.encode(), ignore_system_fonts=True)), 300)[0]
    upright = Upright(picture, picture.size, 0.0, 0, None)
    found = page.read_page(Recogniser("table.png", "fr"), upright, 1, 0, lambda boxes: boxes)
    wanted = ["Avis fictif de la commune", *("\t".join(row) for row in rows)]
    assert [line.replace(" ", "") for line in found.text.splitlines()] == [line.replace(" ", "") for line in wanted]
    start = found.text.index("60,81")
    [[left, top, right, bottom]] = (
        found.boxes.filter(found.boxes["char"].is_between(start, start + 4))
        .select(pl.min("left", "top"), pl.max("right", "bottom"))
        .rows()
    )
    ink = np.asarray(picture)[int(top) : int(bottom), int(left) : int(right)] < 128
    assert 0.1 < ink.mean() < 0.5
    assert right - left < 130
