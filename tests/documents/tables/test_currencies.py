import pytest

from temoin.documents.tables.currencies import currency_said
from temoin.documents.tables.grid import Grid, Shown
from temoin.documents.tables.headers import parse_meaning
from temoin.documents.tables.questions import problems_of
from temoin.documents.tables.rows import read_rows
from temoin.evidence.source import Reading

from .tables_made import planned

MIXED = Grid(
    "Feuil1",
    [
        ["Payeur", "Montant", "Objet"],
        ["Ada", Shown(1000.0, '"$"#,##0.00'), "x"],
        ["Bo", Shown(2000.0, "#,##0 [$£-809]"), "y"],
        ["Cy", 3000.0, "z"],
    ],
)


def settled(grid, **said):
    plan = planned(grid)
    meanings = {each.name: each.meaning for each in plan.columns} | {
        name: parse_meaning(text) for name, text in said.items()
    }
    asked = [each.en for each in problems_of(grid, plan, meanings, Reading())]
    rows = read_rows(grid, plan, meanings, Reading()).rows
    return asked, [(row["amount"] and int(row["amount"]), row["currency"]) for row in rows]


def test_every_format_of_a_column_is_named_before_anybody_confirms():
    (question,) = planned(MIXED).problems
    assert all(each in question.en for each in ('"$"#,##0.00 (B2)', "[$£-809] (B3)", "– (B4)"))
    assert 'Montant=amount,currency:CODE,sign:USD"' in question.en
    assert "MAD" not in question.en


def test_a_shared_sign_is_not_the_currency_of_its_column():
    (question,), _ = settled(MIXED, Montant="amount,currency:MAD")
    assert "the column says MAD" in question


def test_what_a_sign_stands_for_is_said_beside_the_column():
    asked, rows = settled(MIXED, Montant="amount,currency:MAD,sign:CAD")
    assert asked == []
    assert rows == [(1000, "CAD"), (2000, "GBP"), (3000, "MAD")]


@pytest.mark.parametrize("header", ["Montant (EUR)", "Montant"], ids=["against its header", "under a bare one"])
def test_a_dollar_sign_typed_in_a_cell_is_asked(header):
    (question,) = planned(f"Payeur;{header}\nAda;12 000 $\nBo;13 €\n").problems
    assert "$ (B2), a sign or a word of several countries" in question.en
    assert "sign:CAD" in question.en


def test_a_dollar_sign_under_a_dollar_column_is_no_question():
    assert planned("Payeur;Montant (CAD)\nAda;12 000 $\nBo;13 $\n").problems == ()


TABLE = "Payeur;Montant;Devise\nAda;1;EUR\nBo;2;dirhams\nCy;3;\nDi;4;coquillages\n"


def grid_of(text):
    return Grid("Feuil1", [[cell or None for cell in line.split(";")] for line in text.strip().split("\n")])


def test_a_word_of_several_countries_in_the_column_of_currencies_is_asked():
    (question,) = planned(TABLE).problems
    assert "dirhams (B3)" in question.en
    assert "sign:MAD" in question.en
    asked, rows = settled(grid_of(TABLE), Montant="amount,sign:MAD")
    assert asked == []
    assert rows == [(1, "EUR"), (2, "MAD"), (3, None), (4, None)]


def test_blank_and_unknown_currencies_are_told_with_their_places():
    told = " | ".join(each.en for each in planned(TABLE).told)
    assert "whose currency nothing says: B4" in told
    assert "unknown currency" in told
    assert '"coquillages" (B5)' in told


def test_an_unknown_currency_does_not_take_the_one_said_for_blanks():
    _, rows = settled(grid_of(TABLE), Montant="amount,currency:XOF,sign:MAD")
    assert rows[2:] == [(3, "XOF"), (4, None)]
    assert currency_said("coquillages").currency is None


def test_a_cell_in_another_currency_than_its_header_is_told():
    told = [each.en for each in planned("Payeur;Montant (EUR)\nAda;12\nBo;13 £\n").told]
    assert any("GBP (B3); the column says EUR" in each for each in told)


def test_many_columns_with_a_sign_are_asked_once():
    header = ";".join(f"{day:02}/2031" for day in range(1, 6))
    (question, *_) = [
        each.en
        for each in planned(f"Montants en EUR;\n\nPayeur;{header}\nAda;1 $;2 $;3 $;4 $;5 $\n").problems
        if "sign" in each.en
    ]
    assert '"@sign=CODE"' in question


def test_a_workbook_without_number_formats_says_that_a_currency_may_be_unseen():
    old = Grid("Feuil1", [["Payeur", "Montant", "Objet"], ["Ada", 12.0, "x"]], shows_formats=False)
    assert any("XLS format does not give number formats" in each.en for each in planned(old).told)
    assert not any("number formats" in each.en for each in planned(Grid("F", old.rows)).told)
