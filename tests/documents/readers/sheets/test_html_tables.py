import io

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.sheets.html_tables import READER, read_book
from temoin.documents.tables.mapping import plan_tables
from temoin.documents.tables.rows import read_rows
from temoin.errors import InputError
from temoin.evidence.reader import choose_reader, head_of
from temoin.evidence.source import Reading, Source

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>
<h3>Dépenses 2031 (chiffres inventés)</h3>
<table><tr><th rowspan=2>Bénéficiaire</th><th colspan=2>Montants</th></tr>
<tr><th>Montant engagé (DH)</th><th>Date de paiement</th></tr>
<tr><td>Studio<br>Imaginaire</td><td>1&nbsp;200,50</td><td>21/03/2031</td></tr>
<tr><td>Radio Inventée</td><td>300</td><td>22/03/2031</td></tr></table>
<table><tr><td>Compte</td><td>Abonnés</td></tr><tr><td>Ada</td><td>12</td></tr><tr><td>Bo</td><td>13</td></tr></table>
</body></html>"""


def book(page, name="export.xls"):
    return read_book(io.BytesIO(page.encode()), Source(id="5e" * 32, size=1, name=name))


def test_the_tables_of_a_page_follow_one_another_in_one_sheet():
    (grid,) = book(PAGE).grids
    assert [[cell for cell in row if cell] for row in grid.rows] == [
        ["Dépenses 2031 (chiffres inventés)"],
        [],
        ["Bénéficiaire", "Montants"],
        ["Montant engagé (DH)", "Date de paiement"],
        ["Studio Imaginaire", "1 200,50", "21/03/2031"],
        ["Radio Inventée", "300", "22/03/2031"],
        [],
        ["Compte", "Abonnés"],
        ["Ada", "12"],
        ["Bo", "13"],
    ]
    assert [(each.top, each.left, each.bottom, each.right) for each in grid.merged] == [(3, 1, 4, 1), (3, 2, 3, 3)]
    ledger, audience = plan_tables([grid], Reading())
    meanings = {each.name: each.meaning for each in ledger.columns}
    rows = read_rows(grid, ledger, meanings, Reading()).rows
    assert [(row["row"], row["payee"], float(row["amount"]), row["currency"]) for row in rows] == [
        (5, "Studio Imaginaire", 1200.5, "MAD"),
        (6, "Radio Inventée", 300.0, "MAD"),
    ]
    assert audience.table == "audience"


def test_the_remark_says_what_the_file_is():
    (words,) = book(PAGE).told
    assert "a file named .xls, but it is a web page" in words.en
    assert book(PAGE, "page.html").told == ()


@pytest.mark.parametrize(
    ("name", "page", "kind"),
    [
        ("export.xls", PAGE, "html-tables"),
        ("export.XLS", "<table border=1><tr><td>a</td></tr></table>", "html-tables"),
        ("page.html", PAGE, "html"),
        ("export.xls", "<html><body><p>Accès refusé</p></body></html>", "html"),
    ],
    ids=["a page", "a bare table", "an ordinary page", "a page of words alone"],
)
def test_only_a_page_with_a_table_under_a_spreadsheet_s_name_is_one(name, page, kind):
    assert choose_reader(READERS, head_of(io.BytesIO(page.encode()), name)).kind == kind


def test_a_page_without_a_table_is_refused_with_what_reads_it():
    with pytest.raises(InputError, match="--as html"):
        book("<html><body><p>Rien</p></body></html>")


@pytest.mark.parametrize("span", ["99999999999999", "-3", "x", "0"])
def test_spans_that_cannot_be_are_one_or_few(span):
    page = f"<table><tr><td colspan={span} rowspan={span}>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    assert READER.read(io.BytesIO(page.encode()), Source(id="5e" * 32, size=1)).text.split() == [
        "#",
        "1",
        "a",
        "b",
        "c",
    ]


def test_tables_that_frame_other_tables_give_the_inner_ones():
    page = "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    (grid,) = book(page).grids
    assert [row for row in grid.rows if any(row)] == [["a", "b"]]
