from temoin.documents.tables.grid import Grid
from temoin.documents.tables.regions import find_regions
from temoin.documents.tables.totals import set_totals_apart


def found(rows, *columns):
    sheet = Grid("s", [["Bénéficiaire", "Objet", "Montant"], *rows])
    (region,) = find_regions(sheet)
    region = set_totals_apart(sheet, region, columns)
    return list(region.rows), [(each.row, each.kind) for each in region.apart]


def test_a_row_without_a_name_that_sums_the_others_is_a_total():
    rows = [["a", "x", 10.0], ["b", "x", 20.0], [None, None, 30.0]]
    assert found(rows, 3) == ([2, 3], [(4, "total")])


def test_a_named_sum_that_leaves_out_what_others_say_is_a_total():
    rows = [["a", "x", 1000.0], ["b", "x", 2000.0], ["c", "x", 3000.0], ["Ministère", None, 6000.0]]
    assert found(rows, 3) == ([2, 3, 4], [(5, "total")])


def test_a_row_like_the_others_is_kept_though_it_is_their_sum():
    rows = [["a", "x", 1000.0], ["b", "x", 2000.0], ["c", "x", 3000.0], ["d", "x", 6000.0]]
    assert found(rows, 3) == ([2, 3, 4, 5], [])


def test_without_known_columns_no_sum_is_looked_for():
    assert found([["a", "x", 10.0], ["b", "x", 20.0], [None, None, 30.0]]) == ([2, 3, 4], [])
