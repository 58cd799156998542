from decimal import Decimal

from temoin.documents.tables.grid import Grid, Merged
from temoin.documents.tables.mapping import plan_tables
from temoin.documents.tables.rows import read_rows
from temoin.evidence.source import Reading


def rows_of(rows, *merged, **said):
    grid = Grid("s", rows, tuple(Merged(*each) for each in merged))
    (plan,) = plan_tables([grid], Reading(**said))
    return read_rows(grid, plan, {each.name: each.meaning for each in plan.columns}, Reading(**said))


def test_a_wide_table_unfolds_into_a_row_a_value():
    found = rows_of([["Compte", "Abonnés Facebook", "Abonnés X"], ["a", 1.0, 2.0], ["b", 3.0, "n.d."]]).rows
    told = [(row["row"], row["account"], row["platform"], row["value"]) for row in found]
    assert told == [(2, "a", "Facebook", 1), (2, "a", "X", 2), (3, "b", "Facebook", 3), (3, "b", "X", None)]


def test_a_merged_cell_holds_for_all_its_rows():
    rows = [["Compte", "Plateforme", "Abonnés"], ["Ada", "Facebook", 1.0], [None, "X", 2.0], ["Bo", "X", 3.0]]
    assert [row["account"] for row in rows_of(rows, (2, 1, 3, 1)).rows] == ["Ada", "Ada", "Bo"]


def test_an_amount_in_thousands_is_an_interval():
    (first, _) = rows_of([["Bénéficiaire", "Montant (k€)"], ["x", "12,5"], ["y", "3"]]).rows
    assert (first["amount"], first["low"], first["high"], first["currency"]) == (12_500, 12_450, 12_550, "EUR")


def test_the_currency_of_a_cell_stands_before_that_of_its_column():
    (first, second) = rows_of([["Bénéficiaire", "Montant (DH)"], ["x", "10 €"], ["y", "20"]]).rows
    assert (first["currency"], second["currency"]) == ("EUR", "MAD")


def test_what_cannot_be_read_is_missing_and_said():
    found = rows_of([["Compte", "Abonnés"], ["a", 5.0], ["b", "voir la page"], ["c", 6.0]])
    assert [row["value"] for row in found.rows] == [5, None, 6]
    assert "row 3" in found.unread[0].en
    assert "voir la page" in found.unread[0].en


def test_marks_are_kept_apart_from_values_and_from_names():
    found = rows_of([["Compte", "Abonnés"], ["Ada (1)", "1 500*"], ["Bo", "n.d. (2)"]]).rows
    assert [(row["account"], row["value"], row["note"]) for row in found] == [("Ada", 1500, "*"), ("Bo", None, "(2)")]


def test_a_censored_amount_is_bounds_without_a_value():
    (first, _) = rows_of([["Page name", "Amount spent (USD)"], ["a", "≤100"], ["b", "1250"]]).rows
    assert (first["amount"], first["low"], first["high"]) == (None, 0, 100)


def test_a_phase_is_a_word_of_the_list_or_unstated():
    rows = [["Bénéficiaire", "Phase", "Montant (€)"], ["a", "payé", 1.0], ["b", "engagé", 2.0]]
    assert [row["phase"] for row in rows_of(rows).rows] == ["payment", "unstated"]


def test_amounts_are_exact():
    (first, _) = rows_of([["Bénéficiaire", "Montant (€)"], ["a", 0.1 + 0.2], ["b", 1e15]]).rows
    assert first["amount"] == Decimal("0.3")


def test_the_account_under_a_platform_is_that_of_its_counts_alone():
    rows = [
        ["Candidat", "Facebook", None, "TikTok", None],
        [None, "Page", "Abonnés", "Compte", "Abonnés"],
        ["Ada", "ada.fb", 5.0, "@ada", 6.0],
        ["Bo", "bo.fb", 7.0, "@bo", 8.0],
    ]
    found = rows_of(rows, (1, 2, 1, 3), (1, 4, 1, 5)).rows
    assert [(row["entity"], row["account"], row["value"]) for row in found[:2]] == [
        ("Ada", "ada.fb", 5),
        ("Ada", "@ada", 6),
    ]


def test_a_month_in_a_header_is_the_date_of_its_values():
    found = rows_of([["Page", "Abonnés janv-31", "Abonnés févr-31"], ["a", 1.0, 2.0], ["b", 3.0, 4.0]]).rows
    assert [row["observed_at"] for row in found[:2]] == ["2031-01", "2031-02"]


def test_the_only_account_named_with_a_platform_is_that_of_every_count():
    found = rows_of([["Page Facebook", "Abonnés"], ["a", 1.0], ["b", 2.0]]).rows
    assert [row["account"] for row in found] == ["a", "b"]


def test_an_amount_too_large_for_its_column_is_missing_and_said():
    rows = [["Bénéficiaire", "Montant (XOF)"], ["x", "123456789012345678901234567890.12"], ["y", 1e22], ["z", 5.0]]
    found = rows_of(rows)
    assert [row["amount"] for row in found.rows] == [None, Decimal(10) ** 22, 5]
    assert "row 2" in found.unread[0].en
    assert "cannot be read" in found.unread[0].en


def test_a_cell_whose_currency_its_column_contradicts_is_missing_and_said():
    rows = [["Bénéficiaire", "Montant"], ["x", "1 500 000 FCFA"], ["y", "$1,200"], ["z", "12,50 €"], ["w", "7"]]
    found = rows_of(rows, currency="USD", decimal=",")
    assert [(row["amount"], row["currency"]) for row in found.rows] == [
        (None, None),
        (None, "USD"),
        (Decimal("12.5"), "EUR"),
        (7, "USD"),
    ]
    assert found.unread_count == 2


def test_a_shared_word_is_the_currency_that_its_column_was_said_to_hold():
    rows = [["Bénéficiaire", "Montant"], ["x", "1 500 FCFA"], ["y", "20"]]
    assert [row["currency"] for row in rows_of(rows, currency="XAF").rows] == ["XAF", "XAF"]


def test_a_blank_beside_an_amount_is_no_line_of_the_ledger():
    rows = [["Bénéficiaire", "Montant engagé (€)", "Montant payé (€)"], ["x", 100.0, 90.0], ["y", 200.0, None]]
    found = rows_of(rows).rows
    assert [(row["row"], row["phase"], row["amount"]) for row in found] == [
        (2, "unstated", 100),
        (2, "payment", 90),
        (3, "unstated", 200),
    ]


def test_the_word_of_a_phase_that_is_not_in_the_list_is_kept_in_the_note():
    rows = [["Bénéficiaire", "Statut", "Montant (€)"], ["a", "Remboursé", 1.0], ["b", "Payé", 2.0]]
    assert [(row["phase"], row["note"]) for row in rows_of(rows).rows] == [("unstated", "Remboursé"), ("payment", None)]
    (first, _) = rows_of([["Bénéficiaire", "Montant engagé (€)"], ["a", 1.0], ["b", 2.0]]).rows
    assert (first["phase"], first["note"]) == ("unstated", "Montant engagé (€)")


def test_a_platform_is_named_as_printed_in_a_header_as_in_a_cell():
    (wide, _) = rows_of([["Compte", "Abonnés Twitter"], ["a", 1.0], ["b", 2.0]]).rows
    (long, _) = rows_of([["Compte", "Plateforme", "Abonnés"], ["a", "Twitter", 1.0], ["b", "Twitter", 2.0]]).rows
    assert wide["platform"] == long["platform"] == "Twitter"
