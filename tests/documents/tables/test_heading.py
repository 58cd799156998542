import pytest

from temoin.documents.tables.blocks import blocks_of
from temoin.documents.tables.grid import Grid, Merged
from temoin.documents.tables.heading import find_heading


def names(rows, *merged):
    sheet = Grid("s", rows, tuple(Merged(*each) for each in merged))
    heading = find_heading(sheet, blocks_of(sheet)[0])
    return heading and heading.names


DATA = [["Ada", 1.0, 2.0, 3.0, 4.0], ["Bo", 5.0, 6.0, 7.0, 8.0]]


@pytest.mark.parametrize("merged", [((1, 2, 1, 3), (1, 4, 1, 5)), ()], ids=["merged", "as CSV writes it"])
def test_two_levels_are_joined(merged):
    rows = [["Compte", "Facebook", None, "Instagram", None], [None, "Abonnés", "Vues", "Abonnés", "Vues"], *DATA]
    joined = ("Compte", "Facebook / Abonnés", "Facebook / Vues", "Instagram / Abonnés", "Instagram / Vues")
    assert names(rows, *merged) == joined


def test_a_title_over_all_columns_is_no_level():
    rows = [["Abonnés par compte"], ["Compte", "Facebook", "Instagram"], ["Ada", 1.0, 2.0], ["Bo", 3.0, 4.0]]
    assert names(rows, (1, 1, 1, 3)) == ("Compte", "Facebook", "Instagram")
    assert names(rows) == ("Compte", "Facebook", "Instagram")


def test_a_row_of_units_belongs_to_the_header():
    rows = [["Bénéficiaire", "Montant"], [None, "en milliers de DH"], ["x", 1.0], ["y", 2.0]]
    sheet = Grid("s", rows)
    heading = find_heading(sheet, blocks_of(sheet)[0])
    assert (heading.last, heading.unit_row, heading.units[1].currency) == (2, 2, "MAD")


def test_words_over_numbers_are_a_header_though_nobody_knows_them():
    assert names([["Zorg", "Blip"], ["a", 1.0], ["b", 2.0]]) == ("Zorg", "Blip")


def test_lines_of_words_have_no_header():
    assert names([["Une phrase, puis une autre", "et la suite"], ["encore une", "et une"]]) is None
