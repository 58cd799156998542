import datetime as dt

from temoin.documents.tables.grid import Grid, Shown

from .tables_made import a_grid, places, planned, read

TIMES = "Compte;Abonnés;Relevé le\nAda;5;2031-04-03 10:30\nBo;6;2031-04-04\n"


def told(grid, **reading):
    return [each.en for each in planned(grid, **reading).told]


def test_a_column_a_date_and_a_column_a_platform_are_told_as_such():
    by_day = Grid("s", [["Compte", dt.date(2031, 3, 1), dt.date(2031, 4, 1)], ["Ada", 1.0, 2.0], ["Bo", 3.0, None]])
    assert told(by_day) == ["a column a date (2, from 2031-03-01 to 2031-04-01): every cell gives a row"]
    assert places(read(by_day), "account", "value", "observed_at") == [
        (2, 2, "Ada", 1.0, "2031-03-01"),
        (2, 3, "Ada", 2.0, "2031-04-01"),
        (3, 2, "Bo", 3.0, "2031-03-01"),
        (3, 3, "Bo", None, "2031-04-01"),
    ]
    assert told("Candidat;Facebook;X\nAda;1;2\nBo;3;4\n") == [
        "a column a platform (Facebook, X): every cell gives a row"
    ]


def test_times_without_a_zone_are_told_and_give_their_day():
    (words,) = told(TIMES)
    assert 'times without a zone: 1 ("2031-04-03 10:30")' in words
    assert "--zone" in words
    assert '"Relevé le=observed_at,zone:' in words
    assert [row["observed_at"] for row in read(TIMES).rows] == ["2031-04-03", "2031-04-04"]
    assert told(TIMES, zone="Africa/Dakar") == []
    assert read(TIMES, zone="Africa/Dakar").rows[0]["observed_at"] == "2031-04-03T10:30:00Z"


def test_a_currency_by_the_number_format_is_told_with_the_format():
    rows = [["Bénéficiaire", "Montant"], ["x", Shown(1.0, "#,##0 [$MAD]")], ["y", Shown(2.0, "#,##0 [$MAD]")]]
    assert told(Grid("s", rows)) == ['column "Montant": MAD, by the format of its numbers, "#,##0 [$MAD]"']


def test_a_format_that_contradicts_the_header_is_told():
    rows = [["Bénéficiaire", "Montant (€)"], ["x", Shown(1.0, "#,##0 [$MAD]")], ["y", Shown(2.0, "#,##0 [$MAD]")]]
    (words,) = told(Grid("s", rows))
    assert "EUR is said" in words
    assert {row["currency"] for row in read(Grid("s", rows)).rows} == {"MAD"}


def test_nothing_is_told_of_a_plain_table():
    assert told(a_grid("Compte;Abonnés\nAda;1\nBo;2")) == []
