import pytest

from temoin.documents.tables.given import ByHand

from .tables_made import planned, read

ROWS = "Compte;Abonnés\nAda;12\nTotal;5\nBo;3\nEssai;1\n"


def by_hand(**kinds):
    key = planned(ROWS).key
    return ByHand(rows={key: {("Feuil1", int(row[1:])): kind for row, kind in kinds.items()}})


def test_a_row_set_apart_is_put_back_and_a_row_of_data_set_apart():
    assert planned(ROWS).region.rows == [2, 4, 5]
    plan = planned(ROWS, by_hand(r3="data", r5="note"))
    assert plan.region.rows == [2, 3, 4]
    assert [(each.row, each.kind, each.text, each.why.en) for each in plan.apart] == [
        (5, "note", "Essai | 1", "said by hand")
    ]
    assert [float(row["value"]) for row in read(ROWS, by_hand(r3="data", r5="note")).rows] == [12, 5, 3]


@pytest.mark.parametrize("row", ["r1", "r900"], ids=["the header", "beyond the sheet"])
def test_a_row_that_is_none_of_the_table_stays_out(row):
    assert planned(ROWS, by_hand(**{row: "data"})) == planned(ROWS)


def test_what_is_said_of_another_sheet_changes_nothing():
    said = ByHand(rows={planned(ROWS).key: {("Feuil2", 3): "data"}})
    assert planned(ROWS, said) == planned(ROWS)
