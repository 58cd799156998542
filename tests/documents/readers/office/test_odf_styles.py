"""Styles of OpenDocument: lists count by their levels, raised and hidden words are known."""

from lxml import etree

from temoin.documents.readers.office.odf_styles import OdfStyles

from ..office_samples import ODF


def styles(inner: str) -> OdfStyles:
    known = OdfStyles()
    known.learn(etree.fromstring(f"<office:automatic-styles {ODF}>{inner}</office:automatic-styles>"))
    return known


OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
)


def test_headings_have_the_numbers_of_the_outline():
    known = styles(OUTLINE)
    assert [known.label("", level) for level in (1, 2, 1, 3)] == ["I.", "", "II.", ""]


def test_a_list_without_a_known_style_has_bullets():
    assert styles("").label("other", 1) == "•"


def test_an_item_may_ask_for_its_number():
    known = styles(
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        "</text:list-style>"
    )
    assert [known.label("L", 1), known.label("L", 1, "7"), known.label("L", 1)] == ["1", "7", "8"]
    known.restart("L")
    assert known.label("L", 1) == "1"
