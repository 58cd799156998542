"""Made-up tables that lost their lines: each figure finds its row and its column."""

import pytest

from temoin.claims import sample
from temoin.claims.about.passages import Passage, Spot
from temoin.claims.about.rows import Cell, Rows


def cells(text, *figures):
    spots = [Spot(at, at + len(figure), "count", None, None) for figure in figures if (at := text.index(figure)) >= 0]
    found, rows = [], Rows(text)
    for spot in spots:
        end = text.find("\n", spot.start)
        line = (text.rfind("\n", 0, spot.start) + 1, len(text) if end < 0 else end)
        inside = [one for one in spots if line[0] <= one.start < line[1]]
        if inside[0] == spot:
            found += rows.cells(Passage(text, *line, 0, (), inside))
    return found


def test_rows_on_a_line_count_their_columns_from_the_right():
    text = "Pays / Nature / Durée / Coût\nNordland réseau 111 222\nSudland réseau social 333 444"
    assert cells(text, "111", "222", "333", "444") == [
        Cell("Nordland réseau", "Durée"),
        Cell("Nordland réseau", "Coût"),
        Cell("Sudland réseau social", "Durée"),
        Cell("Sudland réseau social", "Coût"),
    ]


def test_rows_cut_by_bars_count_their_columns_from_the_left():
    text = "Rang | Pays | Coût | Durée |\n---|---|---|---|\n1 | Nordland | 111 | 222 |"
    assert cells(text, "111", "222") == [Cell("Nordland", "Coût"), Cell("Nordland", "Durée")]


def test_rows_that_open_with_a_bar_are_the_same():
    text = "| Pays | Coût |\n| Nordland | 111 |"
    assert cells(text, "111") == [Cell("Nordland", "Coût")]


@pytest.mark.parametrize("bar", [" |", ""])
def test_cells_one_a_line_name_their_row_and_column(bar):
    lines = ("AMIS", "ABONNÉS", "Awa Diop", "111", "222", "Paul Renard", "333", "444")
    text = "".join(f"{line}{bar}\n" for line in lines)
    assert cells(text, "111", "222", "333", "444") == [
        Cell("Awa Diop", "AMIS"),
        Cell("Awa Diop", "ABONNÉS"),
        Cell("Paul Renard", "AMIS"),
        Cell("Paul Renard", "ABONNÉS"),
    ]


def test_a_sentence_is_no_row():
    assert cells("Il y a 111 villes, dit-on, et 222 ports.", "111", "222") == [None, None]


def test_a_table_of_countries_is_told_whole():
    text = "Pays / Durée / Coût\nSoudan 1560 1866 millions de dollars\nTchad 4728 125 millions de dollars"
    found = [(one.entity, one.attribute) for one in sample.read(text) if one.kind == "money"]
    assert found == [("Sudan", "cost"), ("Chad", "cost")]


def test_a_long_table_is_read_in_time():
    text = "Pays | Coût |\n" + "Nordland | 1 234 |\n" * 3000
    assert len(sample.read(text)) == 3000
