import datetime as dt
from decimal import Decimal

import pytest

from temoin.documents.tables import grid
from temoin.documents.tables.grid import Book, Filling, Grid, Shown, decimal_of, document_of, renamed
from temoin.errors import InputError


def test_a_cell_is_found_from_its_place_and_its_place_from_its_characters():
    sheet = Grid("Relevé", [["Compte", "Abonnés"], [], ["Ada", None, 12.0]])
    document = document_of(Book((sheet,)))
    assert document.text == "# Relevé\nCompte\tAbonnés\nAda\t\t12\n"
    start, end = document.chars_of_cell("Relevé", 3, 3)
    assert document.text[start:end] == "12"
    assert document.cells_of(start, end) == [("Relevé", 3, 3)]
    assert document.chars_of_cell("Relevé", 3, 2) is None


def test_a_line_break_inside_a_cell_does_not_break_the_row():
    document = document_of(Book((Grid("s", [["deux\nlignes", dt.date(2031, 4, 5)]]),)))
    assert document.text == "# s\ndeux lignes\t2031-04-05\n"


def test_a_saved_number_is_the_decimal_that_people_see():
    assert decimal_of(0.1 + 0.2) == Decimal("0.3")
    assert decimal_of(Shown(1234.56, "[$DH]")) == Decimal("1234.56")


def test_two_sheets_of_one_name_are_told_apart():
    assert [each.name for each in renamed([Grid("s", []), Grid("s", [])])] == ["s", "s (2)"]


@pytest.mark.parametrize("limit", ["MOST_CELLS", "MOST_AREA", "MOST_LETTERS"])
def test_a_sheet_beyond_measure_is_refused(monkeypatch, limit):
    monkeypatch.setattr(grid, limit, 50)
    filling = Filling("bomb.xlsx")
    with pytest.raises(InputError, match=r"bomb\.xlsx: more than"):
        any(filling.put(row, 2, "abc") for row in range(1, 60))
