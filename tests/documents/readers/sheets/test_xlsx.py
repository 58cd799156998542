import datetime as dt
import io
import zipfile

import pytest
import python_calamine
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from temoin.documents.readers import BOOKS, READERS
from temoin.documents.readers.sheets import xlsx
from temoin.documents.tables import sample
from temoin.documents.tables.grid import Shown
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of

SOURCE = Source(id="a" * 64, size=0, name="classeur.xlsx")


def saved(fill, book=None) -> bytes:
    book = book or Workbook()
    fill(book.active)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def rewritten(data: bytes, **parts: str) -> bytes:
    """The same workbook with some parts replaced; names with their slashes written as two underscores."""
    wanted = {name.replace("__", "/") + ".xml": text for name, text in parts.items()}
    if "xl/sharedStrings.xml" in wanted:
        wanted["xl/_rels/workbook.xml.rels"] = (
            '<Relationships><Relationship Id="rId1" Type="r/worksheet" Target="worksheets/sheet1.xml"/>'
            '<Relationship Id="rId9" Type="r/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in (*old.namelist(), *(name for name in wanted if name not in old.namelist())):
            new.writestr(name, wanted[name] if name in wanted else old.read(name))
    return made.getvalue()


def read(data: bytes):
    return xlsx.read_book(io.BytesIO(data), SOURCE)


def test_values_keep_their_types_and_their_places():
    def fill(sheet):
        sheet["B2"] = "Été"
        sheet["C3"] = 1234.5
        sheet["D3"] = dt.date(2031, 4, 5)
        sheet["E3"] = True
        sheet["F3"] = 0.18
        sheet["F3"].number_format = "0%"

    (grid,) = read(saved(fill)).grids
    assert [grid.at(2, 2), grid.at(3, 3), grid.at(3, 5)] == ["Été", 1234.5, True]
    assert grid.at(3, 4).date() == dt.date(2031, 4, 5)
    assert isinstance(grid.at(3, 6), Shown)
    assert (grid.at(1, 1), grid.at(99, 99)) == (None, None)


def test_our_reading_is_that_of_another_library():
    theirs = python_calamine.load_workbook(io.BytesIO(sample.followers_xlsx())).get_sheet_by_index(0).to_python()
    (grid,) = read(sample.followers_xlsx()).grids
    for number, cells in enumerate(theirs, 1):
        for column, value in enumerate(cells, 1):
            ours = grid.at(number, column)
            ours = ours.date() if isinstance(ours, dt.datetime) else ours
            assert (ours or "") == (value or ""), (number, column)


def test_a_formula_is_read_as_last_saved_and_never_calculated():
    def fill(sheet):
        sheet["A1"] = "=1+1"
        sheet["A2"] = "x"

    book = read(saved(fill))
    assert book.grids[0].unsaved == {(1, 1)}
    assert "formulas without a saved value: 1" in book.told[-1].en
    with_value = '<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f><v>5</v></c></row></sheetData></worksheet>'
    (grid,) = read(rewritten(saved(fill), xl__worksheets__sheet1=with_value)).grids
    assert (grid.at(1, 1), grid.formulas, grid.unsaved) == (5.0, {(1, 1)}, frozenset())


def test_serials_of_1904_are_other_days():
    def fill(sheet):
        sheet["A1"] = dt.date(2031, 4, 5)

    book = Workbook()
    book.epoch = dt.datetime(1904, 1, 1)  # noqa: DTZ001
    (grid,) = read(saved(fill, book)).grids
    assert grid.since_1904
    assert grid.at(1, 1).date() == dt.date(2031, 4, 5)


def test_hidden_sheets_and_merged_cells_are_read_and_said():
    def fill(sheet):
        sheet["A1"] = "x"
        sheet.merge_cells("A1:C2")
        hidden = sheet.parent.create_sheet("Caché")
        hidden["A1"] = 1
        hidden.sheet_state = "veryHidden"
        hidden.protection.sheet = True

    book = read(saved(fill))
    assert [grid.hidden for grid in book.grids] == [False, True]
    assert (book.grids[0].merged[0].right, book.grids[0].merged[0].bottom) == (3, 2)
    said = " ".join(words.en for words in book.told)
    assert 'hidden sheet "Caché"' in said
    assert "protected" in said


def test_links_to_other_files_are_said_and_not_followed():
    def fill(sheet):
        sheet["A1"] = "='[1]elsewhere'!A1"
        sheet["A2"] = "x"
        sheet.parent.defined_names["far"] = DefinedName("far", attr_text="[1]elsewhere!$A$1")

    assert read(saved(fill)).grids[0].unsaved == {(1, 1)}


def test_a_million_styled_but_empty_cells_leave_no_trace():
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/><c r="XFD{row}" s="1"/></row>' for row in range(1, 20_001))
    part = f'<worksheet><sheetData>{empty}<row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData></worksheet>'
    (grid,) = read(rewritten(saved(lambda sheet: None), xl__worksheets__sheet1=part)).grids
    assert list(grid.held()) == [(1_048_576, 16_384, 7.0)]


def test_readings_printed_above_words_are_no_part_of_them():
    shared = "<sst><si><t>東京</t><rPh><t>トウキョウ</t></rPh></si><si><r><t>a_x000D_</t></r><r><t>b</t></r></si></sst>"
    part = (
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>c</t></is></c>'
        '<c t="e"><v>#REF!</v></c></row></sheetData></worksheet>'
    )
    book = saved(lambda sheet: sheet.append(["x"]))
    read_book = read(rewritten(book, xl__worksheets__sheet1=part, xl__sharedStrings=shared))
    assert list(read_book.grids[0].rows[0]) == ["東京", "a\rb", "c"]
    assert any("cells in error" in words.en for words in read_book.told)


DOCTYPE = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]><worksheet>&a;&b;</worksheet>'
A_CELL = saved(lambda sheet: sheet.append(["x"]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (A_CELL[: len(A_CELL) // 2], "damaged"),
        (b"PK\x03\x04 nothing", "damaged"),
        (rewritten(A_CELL, xl__worksheets__sheet1=DOCTYPE), "document type"),
        (rewritten(A_CELL, xl__worksheets__sheet1="<worksheet><sheetData>"), "damaged"),
        (rewritten(A_CELL, xl__worksheets__sheet1='<w><c r="A1" t="s"><v>99</v></c></w>'), "damaged"),
        (rewritten(A_CELL, xl__worksheets__sheet1='<w><c r="ZZZZ1"><v>1</v></c></w>'), "damaged"),
        (rewritten(A_CELL, xl__worksheets__sheet1="<worksheet/>"), "without any cell"),
        (rewritten(A_CELL, xl__worksheets__sheet1="<w>" + " " * 60_000_000 + "</w>"), "inflate beyond"),
    ],
    ids=["cut in two", "no archive", "entities", "open XML", "a string that is not there", "a column too far", "empty",
         "a bomb"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_clear_error(data, said):
    with pytest.raises(InputError, match=said):
        read(data)


def test_the_registry_knows_a_workbook_from_any_other_zip():
    stream = io.BytesIO(sample.followers_xlsx())
    assert choose_reader(READERS, head_of(stream, "x")).kind == "xlsx"
    assert set(BOOKS) <= {reader.kind for reader in READERS}


def test_the_text_says_every_row_and_where_its_cells_are():
    document = xlsx.read_xlsx(io.BytesIO(sample.followers_xlsx()), SOURCE)
    start, end = document.chars_of_cell("Relevé", 8, 3)
    assert document.text[start:end] == "131 500*"
    assert document.properties["created"] == "2031-04-12"


def test_a_workbook_under_a_password_is_said_to_be_one():
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(InputError, match="without a password"):
        choose_reader(READERS, head_of(io.BytesIO(locked), "budget.xlsx"))
