"""One upright page: its light evened, its letters made large enough, read, and its words put back in their place."""

from dataclasses import replace

import numpy as np
from PIL import Image

from temoin.documents.pictures.light import even_light
from temoin.documents.pictures.ruled import Ruled, ruled_tables
from temoin.documents.pictures.straighten import Upright
from temoin.documents.recognition.found import Back, Line, PageText, placed
from temoin.documents.recognition.recogniser import Recogniser
from temoin.documents.recognition.tesseract import Sight

CELL_BREAK = "\t"
"""What stands in the text between two cells of a ruled table."""

_LARGER = ((700_000, 3), (1_500_000, 2))
_LONGEST_ENLARGED = 8000


def read_page(recogniser: Recogniser, upright: Upright, page: int, start: int, back: Back) -> PageText:
    """Return the text of an upright page with its boxes.

    The light is evened first, and a small picture, as of a page at 100 dots an inch, is made two or three times larger:
    letters of fewer than some 20 pixels are read badly. Ruled tables are read by themselves, without their rules and
    with their cells set apart: a row is a line, its cells apart by a tab.

    Parameters
    ----------
    page : its number, from 1
    start : code points of the document before it
    back : from boxes in pixels of the upright picture, shape (n, 4), to boxes of the page

    Raises
    ------
    InputError : as ``Recogniser.lines``
    """
    grey = even_light(upright.picture.convert("L"))
    is_strip = max(grey.size) > _LONGEST_ENLARGED
    times = 1 if is_strip else next((times for pixels, times in _LARGER if grey.width * grey.height < pixels), 1)
    if times > 1:
        grey = grey.resize((grey.width * times, grey.height * times), Image.Resampling.BICUBIC)
    lines = _with_tables(recogniser, grey, upright.sight)
    return placed(lines, page, start, lambda boxes: back(boxes / times))


def _with_tables(recogniser: Recogniser, grey: Image.Image, sight: Sight | None) -> list[Line]:
    rest, tables = ruled_tables(grey)
    lines = recogniser.lines(rest, sight)
    for table in tables:
        rows = [_in_place(line, table) for line in recogniser.lines(table.picture, sight, is_block=True)]
        top = table.box[1]
        at = next((rank for rank, line in enumerate(lines) if line[0].top > top), len(lines))
        lines[at:at] = rows
    return lines


def _in_place(line: Line, table: Ruled) -> Line:
    edges = np.array([(word.left, word.top, word.right, word.bottom) for word in line])
    middles = (edges[:, :2] + edges[:, 2:]) / 2
    cells = [table.cell(across, down) for across, down in middles.tolist()]
    places = zip(line, table.back(edges).tolist(), cells, [None, *cells], strict=False)
    return tuple(
        replace(
            word,
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            after=word.after if before in (None, cell) else CELL_BREAK,
        )
        for word, (left, top, right, bottom), cell, before in places
    )
