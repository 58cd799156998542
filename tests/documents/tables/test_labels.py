import pytest

from temoin.documents.tables.labels import is_whole, kind_of_label, may_label


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Total", "total"),
        ("Total :", "total"),
        ("TOTAL GÉNÉRAL", "total"),
        ("Ensemble", "total"),
        ("Total des dépenses", "total"),
        ("Sous-total", "subtotal"),
        ("S/Total Ministère A", "subtotal"),
        ("Grand Total", "total"),
        ("Moyenne", "average"),
        ("Mean", "average"),
        ("Average followers", "average"),
        ("Médiane", "average"),
        ("%", "average"),
        ("Ensemble !", None),
        ("TotalEnergies", None),
        ("Totalement fictif", None),
        ("Moyenne Garonne FM", None),
        ("Meanwhile in Atlasie", None),
    ],
)
def test_a_label_is_a_whole_word(label, kind):
    assert kind_of_label(label) == kind


@pytest.mark.parametrize("name", ["Total Direct Énergie", "Somme Tourisme", "Ensemble Citoyens", "Total Respect"])
def test_a_name_that_begins_like_a_total_is_no_whole_label(name):
    assert may_label(name)
    assert not is_whole(name, {"facebook"})


def test_a_total_of_what_the_table_names_is_a_whole_label():
    assert is_whole("Total Facebook", ())
    assert is_whole("Total Ligue des Îles", {"ligue des iles"})
