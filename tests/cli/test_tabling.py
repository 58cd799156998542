"""Three spreadsheets as people keep them, each read exactly after one confirmation through the command line."""

import json
from pathlib import Path

import pytest

from temoin.documents.tables import sample

FICTION = "Atlasie, pays fictif"


@pytest.fixture(autouse=True)
def in_hand(at_work: None, run) -> None:
    Path("followers.xlsx").write_bytes(sample.followers_xlsx())
    Path("ledger.ods").write_bytes(sample.ledger_ods())
    Path("two.csv").write_bytes(sample.two_tables_csv())
    run("new", "case")


@pytest.fixture
def confirmed(run):
    def put(name: str) -> str:
        status, out, err = run("add", "case", name)
        assert status == 0, err
        source = out.split()[0]
        assert "proposed, to be confirmed" in err
        assert f"temoin review CASE {source[:10]} accept" in err
        status, _out, err = run("review", "case", source[:10], "accept", "--by", "Ada")
        assert status == 0, err
        return source

    return put


def rows(run, sql: str) -> list[list[object]]:
    status, out, err = run("query", "case", sql, "--json")
    assert status == 0, err
    return [list(json.loads(line).values()) for line in out.splitlines()]


def test_followers_with_merged_headers_and_serial_dates(run, confirmed):
    source = confirmed("followers.xlsx")
    found = rows(run, "SELECT row, entity, account, platform, measure, value, observed_at, note FROM audience")
    people = [
        (6, "Parti du Phare", "Ada Lumen", (45_210, 1_204, 12_050, None), "2031-04-09"),
        (7, "Parti du Phare", "Boris Brume", (8_015, 96, None, 310), "2031-04-09"),
        (8, "Ligue des Îles", "Cléo Rivage", (131_500, 9_870, 87_412, 15_003), "2031-04-10"),
        (9, "Ligue des Îles", "Dan Marée", (0, 0, 402, 12), "2031-04-10"),
        (10, "Sans étiquette", "Eva Sablon", (5_120, 77, 2_009, 54), "2031-04-11"),
    ]
    columns = [("Facebook", "followers"), ("Facebook", "likes"), ("Instagram", "followers"), ("Instagram", "likes")]
    assert found == [
        [row, party, name, *column, value, day, "*" if value == 131_500 else None]
        for row, party, name, counts, day in people
        for column, value in zip(columns, counts, strict=True)
    ]
    assert rows(run, "SELECT DISTINCT source, sheet FROM audience") == [[source, "Relevé"]]


def test_a_ledger_with_subtotals_and_a_missing_amount(run, confirmed):
    confirmed("ledger.ods")
    found = rows(run, "SELECT row, payer, payee, object, amount, currency, phase, value_date, reference FROM ledger")
    lights, tides = "Ministère des Phares", "Ministère des Marées"
    assert found == [
        [5, lights, "Studio Imaginaire", "Spots vidéo", "125000.5", "MAD", "unstated", "2031-01-14", "E-001"],
        [6, lights, "Agence Chimère", "Campagne en ligne", "48300", "MAD", "unstated", "2031-02-03", "E-002"],
        [8, tides, "Studio Imaginaire", "Affiches", None, "MAD", "unstated", "2031-02-20", "E-003"],
        [9, tides, "Radio Inventée", "Messages radio", "20000", "MAD", "unstated", "2031-03-01", "E-004"],
        [10, tides, "Agence Chimère", "Tournée", "10100", "MAD", "unstated", "2031-03-09", "E-005"],
    ]
    assert rows(run, "SELECT sum(amount) FROM ledger") == [["203400.5"]]


def test_two_tables_in_one_sheet_with_decimal_commas(run, confirmed):
    confirmed("two.csv")
    assert rows(run, "SELECT row, platform, account, measure, value, low, high, observed_at FROM audience") == [
        [4, "Facebook", "@ligue-fictive", "followers", 12_500, 12_450, 12_550, "2031-04-05"],
        [5, "TikTok", "@ligue-fictive", "followers", 1_204_250, 1_204_245, 1_204_255, "2031-04-21"],
        [6, "Telegram", "@ligue-fictive", "followers", None, None, None, "2031-04-21"],
    ]
    assert rows(run, "SELECT row, payer, payee, amount, currency, phase, value_date FROM ledger") == [
        [10, "Ligue des Îles", "Régie Imaginaire", "1250.75", "EUR", "payment", "2031-04-02"],
        [11, "Ligue des Îles", "Régie Imaginaire", "300", "EUR", "payment", "2031-04-15"],
        [12, "Amis des Îles", "Studio Imaginaire", "99.9", "EUR", "payment", "2031-04-30"],
    ]


def test_show_gives_the_mapping_what_is_set_apart_and_the_rows(run, confirmed):
    source = confirmed("ledger.ods")
    status, out, _err = run("show", "case", source[:12])
    assert status == 0
    assert "Montant engagé (DH) = amount,currency:MAD" in out
    assert "subtotal" in out
    assert "amount=125000.5" in out
    assert "confirmed (Ada)" in out


def test_a_correction_is_written_as_column_and_field(run):
    _status, out, _err = run("add", "case", "two.csv")
    source = out.split()[0]
    status, _out, err = run(
        "review", "case", source, "correct", "Abonnés (en milliers)=measure:subscribers", "2:Annonceur=", "--by", "Bo"
    )
    assert status == 0, err
    assert rows(run, "SELECT DISTINCT measure FROM audience") == [["subscribers"]]
    assert rows(run, "SELECT DISTINCT payer FROM ledger") == [[None]]
    toml = Path("case/temoin.toml").read_text(encoding="utf-8")
    assert '["Abonnés (en milliers)", "value,measure:subscribers,times:1000"]' in toml


def test_the_fields_of_a_source_are_still_settled(run):
    _status, out, _err = run("add", "case", "two.csv")
    status, _out, err = run("review", "case", out.split()[0], "correct", "title=Deux = un", "--by", "Bo")
    assert status == 0, err
    assert rows(run, "SELECT title FROM sources") == [["Deux = un"]]


def test_the_text_of_a_workbook_is_printed_without_any_case(run):
    status, out, _err = run("text", "followers.xlsx")
    assert status == 0
    assert out.startswith("# Relevé\nComptes suivis")
    assert "Cléo Rivage\tLigue des Îles\t131 500*\t9870" in out


def test_a_personal_table_is_not_confirmed(run, monkeypatch):
    monkeypatch.setenv("TEMOIN_PASSPHRASE", "open sesame")
    _status, out, _err = run("add", "case", "two.csv", "--personal")
    status, _out, err = run("review", "case", out.split()[0], "accept", "--by", "Bo")
    assert status == 2
    assert "--not-personal" in err


WIDE = "Compte;01/03/2031;15/03/2031\nAda;~7 000;10 000+\nTotal;1;2\nBo;beaucoup;n.c.\n"


def test_a_table_by_date_goes_from_add_to_query_with_a_row_put_back(run):
    Path("wide.csv").write_text(WIDE, encoding="utf-8")
    _status, out, err = run("add", "case", "wide.csv")
    source = out.split()[0][:10]
    for said in (
        "a column a date (2, from 2031-03-01 to 2031-03-15)",
        'cells that cannot be read: 1, and 1 that say it is not known (B4 "beaucoup", C4 "n.c.")',
        "nothing says what they count",
        '"row 3=data"',
    ):
        assert said in err
    status, _out, err = run("review", "case", source, "correct", "@measure=followers", "row 3=data", "--by", "Ada")
    assert status == 0, err
    assert rows(run, 'SELECT row, "column", account, measure, value, low, high, observed_at, note FROM audience') == [
        [2, 2, "Ada", "followers", 7000, 6500, 7500, "2031-03-01", "~"],
        [2, 3, "Ada", "followers", None, 10000, None, "2031-03-15", None],
        [3, 2, "Total", "followers", 1, None, None, "2031-03-01", None],
        [3, 3, "Total", "followers", 2, None, None, "2031-03-15", None],
        [4, 2, "Bo", "followers", None, None, None, "2031-03-01", None],
        [4, 3, "Bo", "followers", None, None, None, "2031-03-15", None],
    ]
    status, out, _err = run("show", "case", source)
    assert status == 0
    assert "a column a date" in out
    status, _out, err = run("review", "case", source, "correct", "row 3=", "row 4=note", "--by", "Ada")
    assert status == 0, err
    assert len(rows(run, "SELECT row FROM audience")) == 2


def test_an_address_may_be_the_account_said_of_all_counts(run):
    Path("counts.csv").write_text("Date;Followers\n2031-03-01;12\n2031-04-01;13\n", encoding="utf-8")
    _status, out, err = run("add", "case", "counts.csv")
    assert "of which account?" in err
    page = "https://www.facebook.com/profile.php?id=1000"
    status, _out, err = run("review", "case", out.split()[0], "correct", f"@account={page}", "--by", "Ada")
    assert status == 0, err
    assert rows(run, "SELECT DISTINCT account FROM audience") == [[page]]
