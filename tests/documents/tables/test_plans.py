from temoin.documents.tables.plans import column_values, title_unit, values_of

from .tables_made import a_grid, planned

TABLE = "Dépenses en milliers de DH;\n\nFournisseur;Montant\nStudio;12\nRadio;7\n"


def test_the_cells_of_a_column_come_row_by_row_short_rows_as_nothing():
    grid = a_grid("Compte;Abonnés;Vues\nAda;1;2\nBo;3")
    plan = planned(grid)
    assert [(each.name, values) for each, values in values_of(grid, plan)] == [
        ("Compte", ["Ada", "Bo"]), ("Abonnés", ["1", "3"]), ("Vues", ["2", None]),
    ]  # fmt: skip
    assert column_values(grid, plan.region, 0) == ["Ada", "Bo"]


def test_the_unit_of_a_title_is_found():
    plan = planned(TABLE)
    assert (title_unit(plan.region).currency, title_unit(plan.region).times) == ("MAD", 1000)


def test_a_place_is_turned_with_its_table():
    plan = planned("Compte;Ada;Bo\nAbonnés;1;2\nVues;3;4\n")
    assert plan.turned
    assert plan.place(2, 3) == (3, 2)
    assert planned(TABLE).place(2, 3) == (2, 3)
