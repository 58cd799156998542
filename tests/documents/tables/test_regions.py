from temoin.documents.tables.grid import Grid
from temoin.documents.tables.regions import find_regions


def kinds(region):
    return [(each.row, each.kind) for each in region.apart]


def test_titles_totals_notes_and_repeated_headers_are_set_apart():
    sheet = Grid(
        "s",
        [
            ["Dépenses 2031"],
            [],
            ["Bénéficiaire", "Montant (DH)"],
            ["Région nord"],
            ["a", 10.0],
            ["Sous-total", 10.0],
            [],
            ["Bénéficiaire", "Montant (DH)"],
            ["b", 20.0],
            ["TOTAL GÉNÉRAL", 30.0],
            ["* provisoire"],
            [],
            ["Source : registre inventé"],
        ],
    )
    first, second = find_regions(sheet)
    assert (list(first.rows), list(second.rows)) == ([5], [9])
    assert kinds(first) == [(1, "title"), (4, "group"), (6, "subtotal")]
    assert kinds(second) == [(10, "total"), (11, "note"), (13, "note")]


def test_a_blank_row_inside_a_table_does_not_end_it():
    sheet = Grid("s", [["Compte", "Abonnés"], ["a", 1.0], [], ["b", 2.0], ["c", 3.0]])
    (only,) = find_regions(sheet)
    assert list(only.rows) == [2, 4, 5]


def test_a_header_repeated_on_each_printed_page_is_no_row():
    sheet = Grid("s", [["Compte", "Abonnés"], ["a", 1.0], ["Compte", "Abonnés"], ["b", 2.0]])
    (only,) = find_regions(sheet)
    assert (list(only.rows), kinds(only)) == ([2, 4], [(3, "header")])


def test_tables_side_by_side_are_two():
    rows = [
        ["Compte", "Abonnés", None, "Fournisseur", "Montant"],
        ["a", 1.0, None, "x", 2.0],
        ["b", 3.0, None, "y", 4.0],
    ]
    assert [each.heading.names for each in find_regions(Grid("s", rows))] == [
        ("Compte", "Abonnés"),
        ("Fournisseur", "Montant"),
    ]


def test_nothing_of_a_sheet_is_lost():
    rows = [
        ["Titre"],
        [],
        ["Compte", "Vues"],
        ["a", 1.0],
        ["Total", 1.0],
        [],
        ["Note : x"],
        [],
        [None, None, None, None, "loin"],
    ]
    (only,) = find_regions(Grid("s", rows))
    told = {each.row for each in only.apart} | set(only.rows) | {only.heading.first}
    assert told == {1, 3, 4, 5, 7, 9}


def test_a_blank_column_inside_a_table_does_not_cut_it():
    rows = [["N°", "Compte", None, "Plateforme", "Abonnés"], [1.0, "a", None, "X", 2.0], [2.0, "b", None, "X", 4.0]]
    (only,) = find_regions(Grid("s", rows))
    assert only.heading.names == ("N°", "Compte", "Plateforme", "Abonnés")


def test_a_row_longer_than_its_header_is_set_apart_and_put_back_by_hand():
    grid = Grid(
        "1",
        [
            ["Compte", "Plateforme", "Abonnés", "Vu le"],
            ["@a", "X", "100", "2031-01-01"],
            ["@d", "X", "1", "234", "2031-01-03"],
        ],
        widths=[4, 4, 5],
    )
    (region,) = find_regions(grid)
    assert list(region.rows) == [2]
    assert [(each.row, each.kind) for each in region.apart] == [(3, "ragged")]
