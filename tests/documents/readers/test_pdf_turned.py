"""However a file turns its pages or draws on them, lines are read as a person reads them, each box over its ink."""

import io
import itertools

import pypdfium2
import pytest
import typst
from pypdfium2 import raw

from temoin.documents.readers.pdf import read_pdf
from temoin.documents.readers.pdf_turned import layer_of
from temoin.evidence import PageBox, Source

WORDS = (
    "Le réseau de la vallée est tombé le 14 mars 2031 à 22 h 45, selon la régie fictive. Les habitants de 137 villages "
    "ont attendu jusqu’au matin que les antennes reviennent, et la commune a voté 1 284 500 francs. "
)
SETUP = (
    '#set page(width: 300pt, height: 420pt, margin: 30pt)\n#set text(size: 9pt, lang: "fr")\n#set par(justify: true)\n'
)
COLUMNS = f"= Avis de Valmorte\n#columns(2)[\n{WORDS * 6}]"
EVERY = list(itertools.product((0, 90, 180, 270), (0, 90, 180, 270)))
_TURNS = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}


def a_pdf(body: str = COLUMNS) -> bytes:
    return typst.compile((SETUP + body).encode(), ignore_system_fonts=True)


def turned(data: bytes, drawn: int, shown: int) -> bytes:
    """Draw every page counter-clockwise by ``drawn`` degrees, and have the file turn it clockwise by ``shown``."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        width, height = page.get_size()
        cosine, sine = _TURNS[drawn]
        shift = {0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[drawn]
        matrix = raw.FS_MATRIX(cosine, sine, -sine, cosine, *shift)
        raw.FPDFPage_TransFormWithClip(page.raw, matrix, raw.FS_RECTF(-9999, 9999, 9999, -9999))
        page.set_mediabox(0, 0, *((width, height) if drawn in (0, 180) else (height, width)))
        page.set_rotation(shown)
    saved = io.BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def read(data: bytes):
    return read_pdf(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="turned.pdf"))


@pytest.mark.parametrize(("drawn", "shown"), EVERY, ids=[f"drawn {a}, shown {b}" for a, b in EVERY])
def test_two_columns_are_read_alike_however_the_page_is_turned(drawn, shown):
    upright = read(a_pdf())
    document = read(turned(a_pdf(), drawn, shown))
    assert document.text == upright.text
    [before], [after] = upright.pages, document.pages
    sides = (before.width, before.height)
    assert (after.width, after.height) == pytest.approx(sides if (drawn + shown) % 180 == 0 else sides[::-1])


@pytest.mark.parametrize(("drawn", "shown"), EVERY, ids=[f"drawn {a}, shown {b}" for a, b in EVERY])
def test_a_figure_s_box_lies_over_its_ink_and_holds_it_alone(drawn, shown):
    data = turned(a_pdf(), drawn, shown)
    document = read(data)
    start = document.text.index("284")
    [box] = document.boxes_of("a" * 64, start, start + 3)
    assert document.chars_in(PageBox("a" * 64, 1, box.left, box.top, box.width, box.height)) == [(start, start + 3)]
    page = pypdfium2.PdfDocument(data)[0]
    ink = 255 - page.render(scale=4, grayscale=True).to_numpy().squeeze().astype(int)
    over = ink[int(box.top * 4) : int((box.top + box.height) * 4), int(box.left * 4) : int((box.left + box.width) * 4)]
    assert 0.15 < (over > 128).mean() < 0.75


def test_a_running_head_across_does_not_break_a_table_laid_sideways():
    head = "#place(top, dy: -20pt)[Gazette de Valmorte, page 12]\n"
    document = read(a_pdf(head + f"#rotate(-90deg, reflow: true)[#box(width: 350pt)[{WORDS * 3}]]"))
    assert "Gazette de Valmorte, page 12" in document.text
    lines = document.text.splitlines()
    assert any(line.strip().startswith("Le réseau de la vallée est tombé le 14 mars 2031 à 22 h 45") for line in lines)


def test_a_page_as_it_should_be_is_not_copied():
    document = pypdfium2.PdfDocument(a_pdf())
    layer = layer_of(document, document[0], 1)
    assert (layer.turn, bool(layer.drawn.all())) == (0, True)
    assert layer.frame == document[0].get_bbox()
