"""Numbers and bullets of Word lists are written as Word counts them."""

import io

import pytest

from temoin.documents.readers.office.docx import read_docx
from temoin.evidence import Source

from ..office_samples import docx, p, w


def level(rank: int, form: str, text: str, start: int = 1) -> str:
    form, text = f'<w:numFmt w:val="{form}"/>', f'<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{rank}"><w:start w:val="{start}"/>{form}{text}</w:lvl>'


NUMBERING = w(
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
    f"{level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "Article %1", 3)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    "numbering",
)
STYLES = w(
    '<w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Child"><w:basedOn w:val="Article"/></w:style>'
    '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
    "styles",
)


def item(text: str, number: int, rank: int = 0) -> str:
    return p(text, style=f'<w:numPr><w:ilvl w:val="{rank}"/><w:numId w:val="{number}"/></w:numPr>')


def text_of(*body: str) -> str:
    data = docx(*body, more={"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES})
    return read_docx(io.BytesIO(data), Source(id="a" * 64, size=1, name="a.docx")).text


def test_items_count_by_level_and_begin_again_under_the_next():
    items = [item("a", 1), item("b", 1, 1), item("c", 1, 1), item("d", 1), item("e", 1, 1)]
    assert text_of(*items).split("\n") == ["1. a", "1.a) b", "1.b) c", "2. d", "2.a) e"]


def test_a_bullet_of_a_symbol_font_is_a_bullet():
    assert text_of(p("Voici"), item("a", 2), item("b", 2), p("Fin")) == "Voici\n\n• a\n• b\n\nFin"


@pytest.mark.parametrize("style", ["Article", "Child"])
def test_a_style_numbers_its_paragraphs(style):
    named = f'<w:pStyle w:val="{style}"/>'
    assert text_of(p("un", style=named), p("deux", style=named)) == "Article III un\nArticle IV deux"


def test_a_style_that_is_its_own_parent_ends():
    assert text_of(p("un", style='<w:pStyle w:val="Loop"/>')) == "un"


def test_a_list_that_says_where_it_starts_starts_there():
    assert text_of(item("a", 1), item("b", 1), p("x"), item("c", 4)).endswith("\n\n1. c")


def test_a_number_of_zero_takes_a_paragraph_out_of_its_list():
    assert text_of(p("un", style='<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>')) == "un"
