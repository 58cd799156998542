"""Characters of a PDF are those that a person would copy, and those that nobody sees are known."""

import itertools

import numpy as np
import pypdfium2
import typst

from temoin.documents.readers.pdf_glyphs import Glyphs, characters, glyphs_of, is_drawn

PAGE = '#set page(width: 300pt, height: 200pt, margin: 30pt)\n#set text(size: 12pt, lang: "fr")\n'


def a_page(body: str) -> pypdfium2.PdfPage:
    return pypdfium2.PdfDocument(typst.compile((PAGE + body).encode(), ignore_system_fonts=True))[0]


def said(glyphs: Glyphs) -> str:
    return "".join(map(chr, glyphs.codes.tolist()))


def test_no_lone_surrogate_or_control_character_remains():
    codes = np.array([0x0, 0xD835, 0xDC9C, 0xDC9C, 0xD835, 0x2, ord("P"), 0x2, ord("a"), 13, 10, 0xFFFE, 9], np.int64)
    glyphs, kept = characters(Glyphs(codes, np.arange(len(codes) * 4.0).reshape(-1, 4)))
    assert said(glyphs) == "\ufffd𝒜\ufffd\ufffd-Pa\n\ufffd\t"
    assert len(glyphs.edges) == len(kept) == len(glyphs.codes)
    assert all(first < second for first, second in itertools.pairwise(glyphs.edges[:, 0]))
    assert codes[kept[-1]] == 9


def test_clear_words_are_not_seen():
    page = a_page("Un mot #text(fill: rgb(0, 0, 0, 0))[clair] et la suite")
    text_page = page.get_textpage()
    glyphs = glyphs_of(text_page)
    drawn = is_drawn(page, text_page, glyphs)
    unseen = "".join(chr(code) for code, seen in zip(glyphs.codes, drawn, strict=True) if not seen)
    assert unseen.strip() == "clair"


def test_words_under_a_picture_are_not_seen():
    page = a_page("Dessous")
    text_page = page.get_textpage()
    glyphs = glyphs_of(text_page)
    assert is_drawn(page, text_page, glyphs).all()
    assert not is_drawn(page, text_page, glyphs, under=1).any()
