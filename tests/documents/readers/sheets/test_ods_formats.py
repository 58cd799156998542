import io
import zipfile

import pytest

from temoin.documents.readers.sheets import ods
from temoin.documents.tables.grid import Shown
from temoin.evidence import Source

DIRHAMS = '<number:number-style style:name="N1"><number:number/><number:text> DH</number:text></number:number-style>'
EUROS = (
    '<number:currency-style style:name="N2"><number:number/><number:text> </number:text>'
    "<number:currency-symbol>€</number:currency-symbol></number:currency-style>"
)
PLAIN = '<number:number-style style:name="N3"><number:number/><number:text> abonnés</number:text></number:number-style>'
STYLES = "".join(
    f'<style:style style:name="ce{rank}" style:family="table-cell" style:data-style-name="N{rank}"/>'
    for rank in (1, 2, 3)
)


def number(value, style=""):
    own = f'table:style-name="{style}"' if style else ""
    return (
        f'<table:table-cell {own} office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
        "</table:table-cell>"
    )


def rows(columns, *cells):
    content = (
        '<d xmlns:table="t" xmlns:text="x" xmlns:office="o" xmlns:style="s" xmlns:number="n"><office:automatic-styles>'
        f"{DIRHAMS}{EUROS}{PLAIN}{STYLES}</office:automatic-styles><table:table table:name='F'>{columns}"
        f"<table:table-row>{''.join(cells)}</table:table-row></table:table></d>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    (grid,) = ods.read_book(made, Source(id="a" * 64, size=0)).grids
    return [value.shown_as if isinstance(value, Shown) else value for value in grid.rows[0]]


@pytest.mark.parametrize(
    ("style", "shown"), [("ce1", '0" DH"'), ("ce2", '0" "[$€]'), ("ce3", 12.0), ("other", 12.0), ("", 12.0)]
)
def test_a_number_is_shown_with_the_currency_of_its_style_alone(style, shown):
    assert rows("", number(12, style)) == [shown]


def test_the_style_of_a_column_holds_for_cells_without_their_own():
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="ce1" table:number-columns-repeated="2"/>'
    )
    found = rows(columns, number(1), number(2), number(3), number(4, "ce2"), number(5))
    assert found == [1.0, 2.0, '0" DH"', '0" "[$€]', 5.0]


def test_a_format_without_end_is_cut():
    style = '<number:number-style style:name="N9">' + "<number:number/>" * 500 + "</number:number-style>"
    formats = '<style:style style:name="ce9" style:data-style-name="N9"/>'
    assert rows("", f"{style}{formats}", number(12, "ce9")) == [12.0]
