"""Raised figures of a PDF are raised characters; all others stay as they are."""

import io

import numpy as np
import pytest
import typst

from temoin.documents.readers import pdf
from temoin.documents.readers.pdf_raised import raise_figures
from temoin.evidence import Source


def read(body):
    data = typst.compile(f"#set page(width: 300pt, height: 200pt)\n{body}".encode(), ignore_system_fonts=True)
    return pdf.read_pdf(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.pdf"))


def above(figures, size="0.6em", by="-0.5em"):
    return f"#super(typographic: false, size: {size}, baseline: {by})[{figures}]"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(f"compte 450 000{above(1)} abonnés", "compte 450 000¹ abonnés", id="a note"),
        pytest.param(f"compte 450 000 {above(12)} abonnés", "compte 450 000 ¹² abonnés", id="a note apart"),
        pytest.param(f"soit 10{above(6)} dollars", "soit 10⁶ dollars", id="a power of ten"),
        pytest.param(f"soit 18 %{above(3, '0.7em', '-0.33em')}", "soit 18 %³", id="after a sign, as Word sets it"),
        pytest.param(f"soit 12 %, {above(1)}1 200 réponses", "soit 12 %, ¹ 1 200 réponses", id="before a figure"),
        pytest.param("3,5 km#sub[2] et 12", "3,5 km2 et 12", id="lowered"),
        pytest.param(f"le 2{above('nd')} jour", "le 2nd jour", id="raised words"),
        pytest.param("#text(30pt)[Bilan]#text(9pt, baseline: -14pt)[ mars 12]", "Bilan mars 12", id="small print"),
        pytest.param("#text(8pt)[12] sur 34, #text(8pt)[56]", "12 sur 34, 56", id="small on the line"),
        pytest.param('#set text(number-type: "old-style")\n41 345 en 1994', "41 345 en 1994", id="old-style figures"),
    ],
)
def test_a_figure_is_raised_where_the_page_raises_it(body, text):
    # PDFium may begin a line after a raised sign.
    assert " ".join(read(body).text.split()) == " ".join(text.split())


def test_boxes_stay_with_their_characters():
    document = read(f"compte 450 000{above(1)} abonnés")
    at = document.text.index("¹")
    [box] = document.boxes_of("a", at, at + 1)
    [digit] = document.boxes_of("a", at - 1, at)
    assert box.height < digit.height
    assert box.left > digit.left


def test_a_page_without_figures_or_ink_stays():
    codes = np.array([0x61, 0x20, 0x31])
    assert raise_figures(codes[:1], np.zeros((1, 4))) is not None
    assert raise_figures(codes, np.full((3, 4), np.nan)).tolist() == codes.tolist()
