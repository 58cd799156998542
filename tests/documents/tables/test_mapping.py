import datetime as dt

import pytest

from temoin.documents.tables.grid import Grid
from temoin.documents.tables.mapping import fingerprint, plan_tables
from temoin.documents.tables.units import Unit
from temoin.evidence.source import Reading


def plan(rows, **said):
    (found,) = plan_tables([Grid("Feuil1", rows)], Reading(**said))
    return found


FOLLOWERS = [["Compte", "Abonnés", "Relevé le"], ["Ada", "1,234", "03/04/2031"], ["Bo", "950", "05/06/2031"]]


def test_a_proposal_carries_its_why_and_its_examples():
    column = plan(FOLLOWERS).columns[1]
    assert (str(column.meaning), column.examples) == ("value,measure:followers", ("1,234", "950"))
    assert column.why.fr
    assert column.why.en


def test_what_the_column_cannot_settle_is_asked_with_its_flag():
    said = [problem.en for problem in plan(FOLLOWERS).problems]
    assert len(said) == 2
    assert '"1,234"' in said[0]
    assert "--decimal" in said[0]
    assert '"03/04/2031"' in said[1]
    assert "--dates" in said[1]


def test_the_flags_settle_it():
    assert plan(FOLLOWERS, decimal=".", dates="dmy").problems == ()


def test_a_title_in_thousands_over_a_bare_currency_is_asked():
    rows = [["Dépenses en milliers de DH"], [], ["Bénéficiaire", "Montant (DH)"], ["x", 1.0], ["y", 2.0]]
    (problem,) = plan(rows).problems
    assert "times:1000" in problem.en


@pytest.mark.parametrize(("header", "said"), [("Montant", "currency"), ("Montant (FCFA)", "currency")])
def test_a_currency_that_nobody_says_or_that_two_share_is_asked(header, said):
    (problem,) = plan([["Bénéficiaire", header], ["x", 1.0], ["y", 2.0]]).problems
    assert said in problem.en
    assert plan([["Bénéficiaire", header], ["x", 1.0], ["y", 2.0]], currency="XOF").problems == ()


def test_a_value_of_what_nobody_says_is_asked():
    (problem,) = plan([["Compte", "Facebook"], ["a", 1.0], ["b", 2.0]]).problems
    assert "measure:followers" in problem.en


def test_the_key_is_of_the_words_and_of_the_unit_over_them():
    words = ["Compte", "Abonnés"]
    assert fingerprint(words, Unit()) == fingerprint(["compte ", "ABONNÉS"], Unit())
    assert fingerprint(words, Unit()) != fingerprint(["Compte", "Vues"], Unit())
    assert fingerprint(words, Unit()) != fingerprint(words, Unit(times=Unit().times * 1000))


def test_columns_of_one_name_are_told_apart():
    found = plan([["Compte", "Abonnés", "Abonnés"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]])
    assert [each.name for each in found.columns] == ["Compte", "Abonnés", "Abonnés (2)"]


def test_dates_as_headers_are_the_dates_of_their_values():
    day = dt.datetime(2031, 1, 5)  # noqa: DTZ001
    found = plan([["Abonnés Facebook"], [], ["Compte", day, "25/02/2031"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]])
    assert [str(each.meaning) for each in found.columns[1:]] == [
        "value,on:2031-01-05",
        "value,on:2031-02-25",
        "platform",
        "measure",
    ]


def test_a_date_in_a_header_that_may_be_swapped_is_asked():
    rows = [["Abonnés Facebook"], [], ["Compte", "03/01/2031", "05/02/2031"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]]
    (problem,) = plan(rows).problems
    assert "--dates" in problem.en
    assert [each.meaning.on for each in plan(rows, dates="mdy").columns[1:3]] == ["2031-03-01", "2031-05-02"]


def test_what_is_left_to_pay_is_no_amount_paid():
    found = plan([["Titulaire", "Montant payé (DH)", "Reste à payer (DH)"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]])
    assert found.columns[2].meaning is None


@pytest.mark.parametrize(
    "rows",
    [
        [["Compte", "Abonnés", "Abonnés"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]],
        [["Payeur", "Débit (€)", "Crédit (€)"], ["a", 1.0, None], ["b", None, 4.0]],
    ],
)
def test_two_columns_that_would_hold_the_same_are_asked(rows):
    (problem,) = plan(rows).problems
    assert "both would hold" in problem.en


def test_a_word_of_two_currencies_suggests_both():
    (problem,) = plan(
        [["Dépenses en milliers de FCFA"], [], ["Bénéficiaire", "Montant"], ["x", 1.0], ["y", 2.0]]
    ).problems
    assert "currency:XOF" in problem.en
    assert "currency:XAF" in problem.en
    assert "MAD" not in problem.en


def test_a_title_alone_may_say_what_is_counted_where_and_when():
    found = plan([["Abonnés Facebook au 31 mars 2031"], ["Compte", "Nombre"], ["a", 1.0], ["b", 2.0]])
    assert [(each.name, each.examples) for each in found.columns[2:]] == [
        ("@platform", ("Facebook",)),
        ("@measure", ("followers",)),
        ("@observed_at", ("2031-03-31",)),
    ]
    other = plan([["J’aime Instagram au 30 avril 2031"], ["Compte", "Nombre"], ["a", 1.0], ["b", 2.0]])
    assert other.key != found.key
