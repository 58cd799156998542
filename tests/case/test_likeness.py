from decimal import Decimal

import pytest

from temoin.case.likeness import difference, header_words, is_of_other_day, most_like, read_again
from temoin.case.settings import ConfirmedTable
from temoin.documents.tables.grid import Grid
from temoin.documents.tables.mapping import plan_tables
from temoin.evidence.source import Reading

LEDGER = ConfirmedTable(
    (("Payeur", "payer"), ("Bénéficiaire", "payee"), ("Montant engagé", "amount,currency:EUR,times:1000")), "Ada"
)


def columns(*rows, **said):
    (found,) = plan_tables([Grid("Feuil1", [list(row) for row in rows])], Reading(**said))
    return found.columns


def payments(*title):
    return columns(*title, ("Payeur", "Bénéficiaire", "Montant engagé"), ("A", "B", 5.0), ("A", "C", 7.0))


@pytest.mark.parametrize(
    ("title", "holds", "said"),
    [
        ("Dépenses d’avril (en millions d’euros)", "amount,currency:EUR,times:1000000", "now: EUR millions"),
        ("Dépenses de mai (en dollars US)", "amount,currency:USD", "now: USD"),
        ("Dépenses de juin", "amount", "now: currency not said"),
    ],
)
def test_a_new_title_is_read_anew_and_the_change_is_said(title, holds, said):
    found = payments([title])
    again = read_again(LEDGER, found)
    assert str(again["Montant engagé"]) == holds
    assert f"was: EUR thousands; {said}" in difference(LEDGER, found, again).en


def test_what_a_person_said_of_a_word_in_the_header_stands():
    said = ConfirmedTable((("Payeur", "payer"), ("Montant (FCFA)", "amount,currency:XAF,times:1"), ("Note", "")), "Ada")
    found = columns(("Payeur", "Montant (FCFA)", "Remarque"), ("A", 5.0, "x"), ("B", 6.0, "y"))
    assert read_again(said, found)["Montant (FCFA)"].currency == "XAF"


def test_a_count_takes_nothing_from_an_older_title():
    said = ConfirmedTable((("Compte", "account"), ("Nombre", "value,measure:followers,platform:Facebook")), "Ada")
    found = columns(("Mentions J’aime Instagram au 30 avril 2031",), ("Compte", "Nombre"), ("A", 7.0), ("B", 8.0))
    again = read_again(said, found)
    assert str(again["Nombre"]) == "value"
    assert {"@platform", "@measure", "@observed_at"} <= again.keys()
    assert "the title now says: Instagram, likes, 2031-04-30" in difference(said, found, again).en


def test_a_date_given_by_hand_is_not_that_of_another_title():
    found = columns(("Abonnés Facebook au 30 avril 2031",), ("Compte", "Nombre"), ("A", 7.0), ("B", 8.0))
    proposed = {each.name: each.meaning for each in found}
    by_hand = {**proposed, "Nombre": proposed["Nombre"].__class__("value", on="2031-03-31", times=Decimal(1))}
    assert is_of_other_day(by_hand, found)
    assert not is_of_other_day(proposed, found)


def test_a_table_with_few_headers_in_common_is_not_like():
    found = columns(("Compte", "Abonnés"), ("A", 7.0), ("B", 8.0))
    assert most_like({"key": LEDGER}, found) is None
    assert header_words(" MONTANT  Engagé") == header_words("montant engagé")
