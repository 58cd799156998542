from collections.abc import Callable
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file, erase
from temoin.case.analysis import Analysis, ReadSource, analyse
from temoin.case.building import build
from temoin.case.confirming import TablesDecided, decide_tables
from temoin.case.folder import Case
from temoin.case.table_records import table_record
from temoin.case.verifying import verify
from temoin.errors import CaseError, InputError
from temoin.evidence import Source
from temoin.evidence.source import Reading

JANUARY = "Compte;Abonnés Facebook;Relevé le\nAda;1 200;05/01/2031\nBo;n.d.;21/01/2031\n"


@pytest.fixture
def add(case: Case, tmp_path: Path) -> Callable[..., None]:
    def put(text: str, name: str = "janvier.csv", **reading: str) -> None:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        personal = True if name.startswith("personal") else None
        add_file(case, path, Wish(Source(id="", size=0, reading=Reading(**reading)), personal))

    return put


def last(case: Case) -> ReadSource:
    return analyse(case).sources[-1]


def decide(case: Case, decision: str = "accept", by: str = "Ada", **changes: str) -> list[object]:
    each = last(case)
    return decide_tables(case, each.source, each.tables, TablesDecided(decision, by, changes))


def values(analysis: Analysis) -> list[object]:
    return analysis.audience["value"].to_list()


def test_nothing_is_read_before_somebody_confirms(case: Case, add) -> None:
    add(JANUARY)
    assert values(analyse(case)) == []
    decide(case)
    assert values(analyse(case)) == [1200.0, None]


def test_next_month_needs_no_new_confirmation(case: Case, add) -> None:
    add(JANUARY)
    decide(case)
    add(JANUARY.replace("1 200", "1 300").replace("01/2031", "02/2031"), "février.csv")
    assert last(case).tables.views[0].status == "confirmed"
    assert values(analyse(case)) == [1200.0, None, 1300.0, None]


def test_a_changed_header_asks_again_and_says_what_changed(case: Case, add) -> None:
    add(JANUARY)
    decide(case)
    add(JANUARY.replace("Relevé le", "Vu le"), "mars.csv")
    (view,) = last(case).tables.views
    assert view.status == "proposed"
    assert '"Vu le"' in view.changed.en
    assert '"Relevé le"' in view.changed.en
    assert str(view.meanings["Compte"]) == "account"


def test_a_correction_is_read_at_once_and_completes_itself_from_the_header(case: Case, add) -> None:
    add(JANUARY)
    decide(case, "correct", **{"Compte": "entity", "Abonnés Facebook": "measure:friends"})
    row = analyse(case).audience.row(0, named=True)
    assert (row["entity"], row["account"], row["measure"], row["platform"]) == ("Ada", None, "friends", "Facebook")


def test_a_column_is_left_out_or_named_with_its_table(case: Case, add) -> None:
    add(JANUARY)
    decide(case, "correct", **{"1:Relevé le": ""})
    assert analyse(case).audience["observed_at"].to_list() == [None, None]


def test_a_refused_table_is_read_nowhere_and_not_asked_again(case: Case, add) -> None:
    add(JANUARY)
    decide(case, "reject")
    assert last(case).tables.views[0].status == "refused"
    assert values(analyse(case)) == []


@pytest.mark.parametrize("changes", [{"Inconnue": "account"}, {"Compte": "payer"}, {"Compte": "nonsense"}, {}])
def test_a_correction_that_cannot_be_writes_nothing(case: Case, add, changes) -> None:
    add(JANUARY)
    entries, text = len(case.journal.entries), case.settings_text
    with pytest.raises(InputError):
        decide(case, "correct", **changes)
    assert (len(case.journal.entries), case.settings_text) == (entries, text)


def test_the_journal_proves_a_confirmation_and_the_toml_rules(case: Case, add, reopened) -> None:
    add(JANUARY)
    (entry,) = decide(case)
    assert (entry.what, entry.author, entry.body["decision"]) == ("reviewed", "Ada", "accept")
    assert decide(case) == [entry]
    (case.folder / "temoin.toml").write_text("", encoding="utf-8")
    assert values(analyse(reopened())) == []
    assert verify(reopened()) == []


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Compte;Abonnés\nAda;1,234\nBo;950\n", "--decimal"),
        ("Compte;Abonnés;Relevé le\nAda;5;03/04/2031\nBo;6;05/06/2031\n", "--dates"),
    ],
)
def test_what_a_flag_settles_is_asked_before_the_file_is_in_the_case(case: Case, add, text, flag) -> None:
    with pytest.raises(InputError, match=flag):
        add(text)
    assert case.state.sources == {}
    add(text, decimal=".", dates="dmy")
    decide(case)
    assert analyse(case).audience.height == 2


def test_a_question_of_next_month_leaves_its_rows_out(case: Case, add) -> None:
    add("Compte;Abonnés\nAda;1,5\nBo;950\n")
    decide(case)
    with pytest.raises(InputError, match="--decimal"):
        add("Compte;Abonnés\nAda;1,234\nBo;950\n", "février.csv")


TIMES = "Compte;Abonnés;Relevé le\nAda;5;2031-04-03 10:30\nBo;6;2031-04-04 11:00\n"


def test_times_without_a_zone_do_not_keep_the_file_out_and_are_settled_afterwards(case: Case, add) -> None:
    add(TIMES)
    (view,) = last(case).tables.views
    assert "--zone" in view.told[0].en
    decide(case)
    assert analyse(case).audience["observed_at"].to_list() == ["2031-04-03", "2031-04-04"]
    decide(case, "correct", **{"Relevé le": "observed_at,zone:Africa/Tunis"})
    assert analyse(case).audience["observed_at"].to_list() == ["2031-04-03T09:30:00Z", "2031-04-04T10:00:00Z"]


def test_a_count_of_nobody_is_asked_whose_it_is_and_keeps_the_answer(case: Case, add) -> None:
    add("Date;Followers;Views\n2031-03-01;1200;5\n2031-04-01;1300;6\n")
    with pytest.raises(InputError, match="of which account"):
        decide(case)
    with pytest.raises(InputError, match="of which account"):
        decide(case, "correct", Followers="measure:fans")
    decide(case, "correct", **{"@account": "Lumen, Ada"})
    assert analyse(case).audience["account"].to_list() == ["Lumen, Ada"] * 4
    assert '"value,measure:followers,\\"account:Lumen, Ada\\""' in case.settings_text


def test_counts_of_no_account_may_be_said_to_be_so(case: Case, add) -> None:
    add("Date;Followers\n2031-03-01;1200\n2031-04-01;1300\n")
    decide(case, "correct", **{"@account": "-"})
    assert analyse(case).audience["account"].to_list() == [None, None]


def test_constants_written_by_hand_in_the_toml_are_read(case: Case, add, reopened) -> None:
    add("Date;Followers\n2031-03-01;1200\n2031-04-01;1300\n")
    key = last(case).tables.views[0].found.key
    meaning = "value,account:Ada,platform:X,measure:followers,observed_at:2031-05"
    (case.folder / "temoin.toml").write_text(
        f'[tables."{key}"]\ncolumns = [["Date", ""], ["Followers", "{meaning}"]]\n', encoding="utf-8"
    )
    row = analyse(reopened()).audience.row(1, named=True)
    assert [row[name] for name in ("account", "platform", "measure", "observed_at", "value", "row", "column")] == [
        "Ada", "X", "followers", "2031-05", 1300.0, 3, 2,
    ]  # fmt: skip


def test_a_column_a_platform_is_confirmed_by_saying_what_all_of_them_count(case: Case, add) -> None:
    add("Candidat;Facebook;Instagram\nAda;1200;7\nBo;n.d.;8\n")
    decide(case, "correct", **{"@measure": "followers"})
    found = analyse(case).audience
    assert found.select("entity", "platform", "measure", "value", "row", "column").rows() == [
        ("Ada", "Facebook", "followers", 1200.0, 2, 2),
        ("Ada", "Instagram", "followers", 7.0, 2, 3),
        ("Bo", "Facebook", "followers", None, 3, 2),
        ("Bo", "Instagram", "followers", 8.0, 3, 3),
    ]


def test_a_turned_table_is_read_after_one_confirmation(case: Case, add) -> None:
    add("Compte;Ada;Bo\nPlateforme;Facebook;X\nAbonnés;1200;5\n")
    decide(case)
    assert analyse(case).audience.select("account", "platform", "value", "row", "column").rows() == [
        ("Ada", "Facebook", 1200.0, 3, 2),
        ("Bo", "X", 5.0, 3, 3),
    ]
    each = last(case)
    record = table_record(each.tables.views[0], each.tables)
    assert (record["layout"], record["header_row"], record["last_row"]) == ("columns", 1, 3)
    assert [row["column"] for row in record["read"]] == [2, 3]


def test_a_currency_is_settled_before_anything_is_confirmed(case: Case, add) -> None:
    add("Bénéficiaire;Montant (FCFA)\nx;10\ny;20\n")
    with pytest.raises(InputError, match="currency"):
        decide(case)
    decide(case, "correct", **{"Montant (FCFA)": "amount,currency:XOF"})
    assert analyse(case).ledger["currency"].to_list() == ["XOF", "XOF"]


def test_a_personal_table_is_in_no_table_and_cannot_be_confirmed(case: Case, add) -> None:
    add(JANUARY, "personal.csv")
    each = last(case)
    assert each.tables is None
    assert values(analyse(case)) == []


def test_a_source_without_a_known_table_has_nothing_to_confirm(case: Case, add) -> None:
    add("a;b\nx;1\ny;2\n", kind="table")
    with pytest.raises(CaseError, match="no table is proposed"):
        decide(case)


def test_an_erased_source_takes_its_rows_with_it(case: Case, add) -> None:
    add(JANUARY)
    decide(case)
    erase(case, last(case).source)
    assert values(analyse(case)) == []


def test_building_twice_gives_the_same_bytes(case: Case, add, reopened) -> None:
    add(JANUARY)
    decide(case)
    first = [path.read_bytes() for path in build(case, "fr").files]
    for path in case.dossier.iterdir():
        path.unlink()
    assert [path.read_bytes() for path in build(reopened(), "fr").files] == first


def test_a_record_shows_what_is_set_apart_and_the_rows_as_they_read(case: Case, add) -> None:
    add(f"Titre\n\n{JANUARY}Total;1 200;\n* note\n")
    decide(case)
    each = last(case)
    record = table_record(each.tables.views[0], each.tables)
    assert [each["kind"] for each in record["set_apart"]] == ["title", "total", "note"]
    assert record["read"][0] == {
        "row": 4, "column": 2, "account": "Ada", "platform": "Facebook", "measure": "followers", "value": 1200.0,
        "observed_at": "2031-01-05",
    }  # fmt: skip


SPENT = "Payeur;Montant;Objet\nAda;10;x\nBo;20;y\n"


def test_a_currency_that_a_person_gave_is_not_carried_to_an_unrelated_file(case: Case, add) -> None:
    add(SPENT, "achats-2031-01.csv")
    decide(case, "correct", Montant="amount,currency:CAD")
    add(SPENT.replace("20", "30"), "achats-2031-02.csv")
    assert last(case).tables.views[0].status == "confirmed"
    add(SPENT.replace("20", "40"), "sondages.csv")
    (view,) = last(case).tables.views
    assert (view.status, view.meanings["Montant"].currency) == ("proposed", None)
    with pytest.raises(InputError, match="currency"):
        decide(case)
    decide(case, "correct", Montant="amount,currency:EUR")
    assert analyse(case).ledger["currency"].to_list() == ["CAD"] * 4 + ["EUR"] * 2


def test_a_currency_said_at_the_addition_of_one_file_is_not_that_of_another(case: Case, add) -> None:
    add(SPENT, "achats.csv", currency="CAD")
    decide(case)
    add(SPENT.replace("20", "30"), "sondages.csv")
    assert last(case).tables.views[0].status == "proposed"


def test_a_currency_in_the_header_needs_no_new_confirmation(case: Case, add) -> None:
    text = SPENT.replace("Montant", "Montant (EUR)")
    add(text, "achats.csv")
    decide(case)
    add(text.replace("20", "30"), "sondages.csv")
    assert last(case).tables.views[0].status == "confirmed"


def test_a_list_of_advertisements_is_read_into_both_tables(case: Case, add) -> None:
    add(
        "Page name;Disclaimer;Amount spent (USD);Impressions;Date\n"
        "P1;Society A;≤100;1K-5K;2031-06-01\nP2;Society B;250;9000;2031-06-02\n"
    )
    decide(case)
    found = analyse(case)
    assert found.audience.select("account", "value", "high").rows() == [("P1", None, 5000.0), ("P2", 9000.0, None)]
    assert found.ledger["payer"].to_list() == ["Society A", "Society B"]
    assert [each and int(each) for each in found.ledger["amount"]] == [None, 250]
    assert found.ledger["currency"].to_list() == ["USD", "USD"]
    assert found.ledger["value_date"].null_count() == 0
    assert last(case).tables.views[0].tables == ("audience", "ledger")


def test_a_file_that_was_not_added_is_not_told_what_to_say_once_it_is(case: Case, add) -> None:
    with pytest.raises(InputError) as refused:
        add("Compte;Abonnés Facebook;Relevé le\nAda;1 200;05/01/2031\n")
    assert "--dates dmy" in str(refused.value)
    assert "review" not in str(refused.value)
