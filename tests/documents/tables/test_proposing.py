import pytest

from temoin.documents.tables.proposing import Context, proposed_meanings, proposed_table
from temoin.documents.tables.units import Unit

NOTHING = Context((), "Feuil1", Unit(), (), None)


def proposed(names, numeric, dated=None, context=NOTHING):
    table = proposed_table(names, numeric, context)
    found = proposed_meanings(names, numeric, dated or [False] * len(names), table, context) if table else []
    return table, [str(meaning or "") for meaning, _ in found]


@pytest.mark.parametrize(
    ("names", "numeric", "table"),
    [
        (["Compte", "Abonnés"], [False, True], "audience"),
        (["Compte", "Facebook", "Instagram"], [False, True, True], "audience"),
        (["Plateforme", "Indicateur", "Valeur"], [False, False, True], "audience"),
        (["Bénéficiaire", "Montant"], [False, True], "ledger"),
        (["Fournisseur", "Total"], [False, True], "ledger"),
        (["Ville", "Population"], [False, True], None),
        (["Compte", "Abonnés"], [False, False], None),
    ],
)
def test_headers_over_numbers_point_to_a_table(names, numeric, table):
    assert proposed_table(names, numeric, NOTHING) == table


def test_a_field_that_holds_once_goes_to_the_first_column():
    _, found = proposed(["Page", "Compte", "Abonnés"], [False, False, True])
    assert found == ["account", "", "value,measure:followers"]


def test_a_column_of_totals_is_left_out_beside_its_parts():
    _, found = proposed(["Compte", "Facebook", "Instagram", "Total"], [False, True, True, True])
    assert found[-1] == ""


def test_a_percentage_is_no_count():
    _, found = proposed(["Compte", "Abonnés", "Évolution des abonnés (%)"], [False, True, True])
    assert found[-1] == ""


def test_titles_say_what_no_column_says():
    context = Context(("Abonnés Facebook au 5 janvier 2031",), "Feuil1", Unit(), (), None)
    around = [name for name, *_ in context.around("audience", [])]
    assert (context.platform(), context.measure(), context.day()) == ("Facebook", "followers", "2031-01-05")
    assert "@platform" in around


def test_the_unit_of_the_title_holds_for_an_amount_that_says_none():
    context = Context((), "s", Unit("MAD", times=Unit().times * 1000), (), None)
    _, found = proposed(["Bénéficiaire", "Montant"], [False, True], context=context)
    assert found == ["payee", "amount,currency:MAD,times:1000"]
