"""Words of a paragraph, taken alone; whole documents are read in test_docx.py."""

import pytest
from lxml import etree

from temoin.documents.readers.office.word_text import WordText, child, is_on, symbol, value_of

from ..office_samples import p, w


def paragraph(inner: str) -> etree._Element:
    return etree.fromstring(w(p(inner), "body"))[0]


@pytest.mark.parametrize(
    ("code", "font", "sign"),
    [
        ("F0B7", "Symbol", "•"), ("F061", "Symbol", "α"), ("F0FE", "Wingdings", "☑"), ("F0E0", "Wingdings", "→"),
        ("2192", "Arial", "→"), ("F099", "Webdings", "\ufffd"), ("zz", "Symbol", "\ufffd"), ("D800", "Arial", "\ufffd"),
        ("FFFFFFFF", "Arial", "\ufffd"), ("", "", "\ufffd"),
    ],
)  # fmt: skip
def test_a_sign_of_a_symbol_font_is_its_character(code, font, sign):
    assert symbol(code, font) == sign


def test_a_note_that_is_cited_twice_keeps_its_mark():
    text = WordText()
    cited = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    assert text.words_of(paragraph(cited + cited)) == "[1][1]"
    assert text.words_of(paragraph('<w:r><w:footnoteReference w:id="9"/></w:r>')) == "[2]"


def test_a_toggle_is_on_unless_it_says_off():
    body = paragraph('<w:r><w:rPr><w:vanish/><w:b w:val="false"/></w:rPr></w:r>')
    style = child(body, "r", "rPr")
    assert is_on(child(style, "vanish"))
    assert not is_on(child(style, "b"))
    assert not is_on(None)
    assert value_of(child(style, "b")) == "false"
