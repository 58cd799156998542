import pytest

from temoin.documents.tables.grid import Grid
from temoin.documents.tables.mapping import plan_tables
from temoin.documents.tables.regions import find_regions
from temoin.documents.tables.totals import set_totals_apart
from temoin.evidence.source import Reading


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


def rows_kept(*rows):
    (plan,) = plan_tables([Grid("s", [list(row) for row in rows])], Reading())
    return list(plan.region.rows), [each.kind for each in plan.apart]


NAMED = (("Compte", "Plateforme", "Abonnés"), ("a", "YouTube", 10.0), ("b", "YouTube", 20.0))


@pytest.mark.parametrize("name", ["Ensemble !", "Ensemble Citoyens", "TotalEnergies", "Total Direct Énergie", "Total"])
def test_a_row_with_its_own_platform_is_data_whatever_its_name(name):
    assert rows_kept(*NAMED, (name, "YouTube", 7.0)) == ([2, 3, 4], [])


@pytest.mark.parametrize("label", ["Total", "Ensemble", "TOTAL GÉNÉRAL", "Total YouTube", "Moyenne", "Médiane", "%"])
def test_a_label_without_a_platform_is_set_apart(label):
    kept, apart = rows_kept(*NAMED, (label, None, 7.0))
    assert (kept, len(apart)) == ([2, 3], 1)


def test_a_label_with_a_platform_is_a_total_where_its_sum_says_so():
    assert rows_kept(*NAMED, ("Total", "YouTube", 30.0)) == ([2, 3], ["total"])


def test_a_name_alone_in_two_columns_is_data():
    assert rows_kept(("Compte", "Abonnés"), ("a", 10.0), ("Total Direct Énergie", 5.0), ("Total", 15.0))[0] == [2, 3]
