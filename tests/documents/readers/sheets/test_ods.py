import io
import zipfile

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.sheets import ods
from temoin.documents.tables import sample
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of

SOURCE = Source(id="a" * 64, size=0, name="classeur.ods")


def read(sheet: str, before: str = ""):
    content = (
        '<d xmlns:table="t" xmlns:text="x" xmlns:office="o" xmlns:style="s">'
        f"{before}<table:table table:name='F' table:style-name='ta1'>{sheet}</table:table></d>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
    return ods.read_book(made, SOURCE)


def cell(text: str, **said: str) -> str:
    attributes = " ".join(f'{name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in said.items())
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def test_repeated_cells_and_rows_are_unfolded_where_they_hold_something():
    row = cell("x", table__number_columns_repeated="2")
    book = read(
        f'<table:table-row table:number-rows-repeated="2">{row}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert list(book.grids[0].held()) == [(1, 1, "x"), (1, 2, "x"), (2, 1, "x"), (2, 2, "x")]


def test_a_percentage_a_currency_and_a_date_keep_what_they_are():
    row = "".join(
        (
            cell("18 %", office__value_type="percentage", office__value="0.18"),
            cell("5 €", office__value_type="currency", office__value="5", office__currency="EUR"),
            cell("05/04/31", office__value_type="date", office__date_value="2031-04-05"),
            cell("12:30", office__value_type="time", office__time_value="PT12H30M00S"),
            cell("VRAI", office__value_type="boolean", office__boolean_value="true"),
        )
    )
    percent, euros, day, clock, yes = read(f"<table:table-row>{row}</table:table-row>").grids[0].rows[0]
    assert (percent.shown_as, euros.shown_as, day.day, clock.hour, yes) == ("0%", "[$EUR]", 5, 12, True)


def test_a_hidden_sheet_a_formula_and_a_remark_are_told_apart():
    style = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    row = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p>'
        "</table:table-cell>"
        "<table:table-cell><office:annotation><text:p>remarque</text:p></office:annotation><text:p>mot</text:p>"
        "</table:table-cell>"
    )
    book = read(f"<table:table-row>{row}</table:table-row>", style)
    assert book.grids[0].hidden
    assert book.grids[0].unsaved == {(1, 1)}
    assert book.grids[0].at(1, 2) == "mot"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (
            '<table:table-row table:number-rows-repeated="1048576">'
            + cell("x", table__number_columns_repeated="16384")
            + "</table:table-row>",
            "more than",
        ),
        ("<table:table-row>" + cell("x", table__number_columns_repeated="-3") + "</table:table-row>", "damaged"),
        ("<table:table-row>" + cell("x", office__value_type="float") + "</table:table-row>", "damaged"),
        ("<table:table-row/>", "without any cell"),
    ],
    ids=["a bomb", "a negative repeat", "a number without one", "empty"],
)
def test_what_cannot_be_read_is_one_clear_error(sheet, said):
    with pytest.raises(InputError, match=said):
        read(sheet)


def test_the_sample_is_recognised_and_read():
    stream = io.BytesIO(sample.ledger_ods())
    assert choose_reader(READERS, head_of(stream, "x")).kind == "ods"
    (grid,) = ods.read_book(stream, SOURCE).grids
    assert (grid.at(5, 5), grid.at(4, 5), len(grid.rows)) == (125_000.5, "Montant engagé (DH)", 13)
