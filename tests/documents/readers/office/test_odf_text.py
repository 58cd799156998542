"""Words of an OpenDocument paragraph, taken alone; whole documents are read in test_odt.py."""

from lxml import etree

from temoin.documents.readers.office.odf_styles import OdfStyles
from temoin.documents.readers.office.odf_text import OdfText

from ..office_samples import ODF


def words_of(inner: str, text: OdfText | None = None) -> str:
    text = text or OdfText(OdfStyles())
    return text.words_of(etree.fromstring(f"<text:p {ODF}>{inner}</text:p>"))


def test_white_space_of_the_file_is_one_space_and_written_spaces_are_kept():
    assert words_of(" a\n\t b<text:s/><text:s text:c='2'/>c ") == "a b   c"


def test_alternative_words_of_pictures_are_not_shown():
    assert words_of("a<draw:frame><svg:desc xmlns:svg='x'>photo</svg:desc></draw:frame>b") == "ab"


def test_notes_are_counted_by_their_class():
    text = OdfText(OdfStyles())
    foot, end = (f'<text:note text:note-class="{kind}"/>' for kind in ("footnote", "endnote"))
    assert words_of(foot + end + foot + end, text) == "[1][i][2][ii]"
    assert [mark for mark, _ in text.notes] == ["[1]", "[i]", "[2]", "[ii]"]
