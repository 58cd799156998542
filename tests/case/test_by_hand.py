from collections.abc import Callable
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import ReadSource, analyse
from temoin.case.confirming import TablesDecided, decide_tables
from temoin.case.folder import Case
from temoin.case.settings import read_settings
from temoin.case.verifying import verify
from temoin.errors import CaseError, InputError
from temoin.evidence import Source
from temoin.evidence.source import Reading

ROWS = "Compte;Abonnés Facebook\nAda;1200\nTotal;500\nBo;300\nEssai interne;5\n"
TWO = f"{ROWS};\n;\n{ROWS.replace('Abonnés', 'Vues')}"


@pytest.fixture
def add(case: Case, tmp_path: Path) -> Callable[..., None]:
    def put(text: str, name: str = "janvier.csv") -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        add_file(case, tmp_path / name, Wish(Source(id="", size=0, reading=Reading(kind="table"))))

    return put


def last(case: Case) -> ReadSource:
    return analyse(case).sources[-1]


def decide(case: Case, decision: str = "accept", **changes: str) -> None:
    each = last(case)
    decide_tables(case, each.source, each.tables, TablesDecided(decision, "Ada", changes))


def values(case: Case) -> list[object]:
    return analyse(case).audience["value"].to_list()


def test_a_row_put_back_waits_for_the_confirmation_of_its_table(case: Case, add) -> None:
    add(ROWS)
    decide(case, "correct", **{"row 3": "data"})
    (view,) = last(case).tables.views
    assert (view.status, view.found.rows, values(case)) == ("proposed", 4, [])
    decide(case)
    assert values(case) == [1200.0, 500.0, 300.0, 5.0]


def test_rows_of_a_confirmed_table_change_at_once_and_come_back(case: Case, add, reopened) -> None:
    add(ROWS)
    decide(case)
    decide(case, "correct", **{"ligne 3": "données", "row 4-5": "note"})
    assert values(case) == [1200.0, 500.0]
    assert [(each.row, each.kind) for each in last(case).tables.views[0].found.apart] == [(4, "note"), (5, "note")]
    decide(case, "correct", **{"row 4-5": ""})
    assert values(reopened()) == [1200.0, 500.0, 300.0, 5.0]
    assert verify(reopened()) == []


def test_it_stands_in_the_toml_with_its_file_and_sheet_and_outlives_a_correction(case: Case, add) -> None:
    add(ROWS)
    decide(case, "correct", **{"row 3": "data"})
    decide(case, "correct", Compte="entity")
    (table,) = case.settings.tables.values()
    source = last(case).source.id
    assert [(each.source, each.sheet, each.row, each.kind) for each in table.rows] == [(source[:12], "1", 3, "data")]
    assert table.columns[0] == ("Compte", "entity")
    assert f'rows = [\n  ["{source[:12]}", "1", 3, "data"],\n]' in case.settings_text


def test_another_file_with_the_same_header_keeps_its_own_rows(case: Case, add) -> None:
    add(ROWS)
    decide(case, "correct", **{"row 3": "data"})
    decide(case)
    add(ROWS.replace("1200", "1300"), "février.csv")
    assert values(case) == [1200.0, 500.0, 300.0, 5.0, 1300.0, 300.0, 5.0]


def test_of_two_tables_the_row_says_which(case: Case, add) -> None:
    add(TWO)
    decide(case, "correct", **{"row 10": "data"})
    decide(case, "correct", **{"1:row 3": "data"})
    decide(case)
    assert [view.found.rows for view in last(case).tables.views] == [4, 4]


@pytest.mark.parametrize(
    "changes",
    [{"row 1": "data"}, {"row 99": "data"}, {"row 3": "nonsense"}, {"3:row 3": "data"}, {"layout": "diagonal"}],
    ids=["the header", "no such row", "no such kind", "no such table", "no such layout"],
)
def test_what_cannot_be_writes_nothing(case: Case, add, changes) -> None:
    add(ROWS)
    text = case.settings_text
    with pytest.raises(InputError):
        decide(case, "correct", **changes)
    assert case.settings_text == text


def test_a_layout_said_by_hand_turns_a_table_and_its_columns_are_confirmed_next(case: Case, add) -> None:
    add("Suivi;Page A;Page B\nAmis de la page;12;13\nPassages à l’antenne;3;4\n")
    decide(case, "correct", layout="columns")
    (view,) = last(case).tables.views
    assert (view.found.turned, view.status) == (True, "proposed")
    decide(case, "correct", **{"Amis de la page": "value,measure:friends", "Suivi": "account"})
    assert analyse(case).audience.select("account", "value", "row", "column").rows() == [
        ("Page A", 12.0, 2, 2),
        ("Page B", 13.0, 2, 3),
    ]


@pytest.mark.parametrize(
    "said", ['rows = [["abc123def456", "s", 3]]', 'rows = [["abc123def456", "s", 3, "x"]]', "rows = 3", 'layout = "x"']
)
def test_a_toml_that_says_rows_wrongly_is_one_clear_error(said) -> None:
    with pytest.raises((InputError, CaseError), match=r"rows|layout"):
        read_settings(f'[tables."9f3b2c1d4e5f"]\n{said}\n')
