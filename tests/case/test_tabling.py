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
        ("Compte;Abonnés;Relevé le\nAda;5;2031-04-03 10:30\nBo;6;2031-04-04 11:00\n", "--zone"),
    ],
)
def test_what_a_flag_settles_is_asked_before_the_file_is_in_the_case(case: Case, add, text, flag) -> None:
    with pytest.raises(InputError, match=flag):
        add(text)
    assert case.state.sources == {}
    add(text, decimal=".", dates="dmy", zone="Africa/Dakar")
    decide(case)
    assert analyse(case).audience.height == 2


def test_a_question_of_next_month_leaves_its_rows_out(case: Case, add) -> None:
    add("Compte;Abonnés\nAda;1,5\nBo;950\n")
    decide(case)
    with pytest.raises(InputError, match="--decimal"):
        add("Compte;Abonnés\nAda;1,234\nBo;950\n", "février.csv")


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
