"""temoin check, as a person meets it: a copy with comments, a table, lines, and an exit status."""

import hashlib
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ..documents.readers.office_samples import docx, p

SOURCE = "En Atlasie, pays fictif, le bureau de Valmora a coûté 6,5 millions d’euros en août 2019.\n"
WRONG = "Valmora a payé 5,6 millions d’euros pour son bureau, ouvert en août 2019."


@pytest.fixture(autouse=True)
def in_hand(at_work: None, run) -> None:
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    Path("draft.docx").write_bytes(docx(p("Brouillon"), p(WRONG)))
    Path("draft.txt").write_text(WRONG + "\n", encoding="utf-8")
    run("new", "case")
    run("add", "case", "source.txt")


def test_a_word_draft_gets_a_copy_with_comments_and_a_table_and_stays_as_it_is(run) -> None:
    before = hashlib.sha256(Path("draft.docx").read_bytes()).hexdigest()
    status, out, err = run("check", "draft.docx", "--case", "case")
    assert status == 0, err
    assert any(
        line.startswith("contradicted: 5,6 millions d’euros → 6,5 millions d’euros") for line in out.splitlines()
    )
    assert hashlib.sha256(Path("draft.docx").read_bytes()).hexdigest() == before
    comments = run("text", "draft.checked.docx")[1]
    assert "Contradicted: 5,6 millions d’euros" in comments
    assert "Supported: août 2019" in comments
    page = load_workbook("draft.checked.xlsx").active
    assert {page.cell(row, 4).value for row in range(3, page.max_row + 1)} == {"contradicted", "supported"}


def test_a_second_check_writes_beside_the_first(run) -> None:
    run("check", "draft.docx", "--case", "case")
    Path("draft.checked.docx").write_bytes(b"notes of the editor")
    run("check", "draft.docx", "--case", "case")
    assert Path("draft.checked.docx").read_bytes() == b"notes of the editor"
    assert Path("draft.checked-2.docx").exists()
    assert Path("draft.checked-2.xlsx").exists()


def test_a_checked_copy_checked_again_keeps_the_name_of_its_draft(run) -> None:
    run("check", "draft.docx", "--case", "case")
    for rank in (2, 3):
        last = "draft.checked.docx" if rank == 2 else "draft.checked-2.docx"
        assert run("check", last, "--case", "case")[0] == 0
        assert Path(f"draft.checked-{rank}.docx").exists()
    assert sorted(each.name for each in Path().glob("*.checked.checked*")) == []


def test_positions_are_numbers_and_kinds_are_words_in_the_table(run) -> None:
    run("check", "draft.docx", "--case", "case")
    page = load_workbook("draft.checked.xlsx").active
    names = [cell.value for cell in page[1]]
    rows = [dict(zip(names, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=3)]
    assert {row["kind"] for row in rows} == {"amount of money", "date"}
    assert all(type(row["start"]) is int and type(row["end"]) is int and row["start"] < row["end"] for row in rows)


def test_json_prints_an_object_a_line_and_nothing_else(run) -> None:
    status, out, _err = run("check", "draft.txt", "--case", "case", "--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(record["text"], record["verdict"]) for record in records] == [
        ("5,6 millions d’euros", "contradicted"),
        ("août 2019", "supported"),
    ]
    assert all(record["evidence"][0].partition("#")[2].startswith("char=") for record in records)
    assert not Path("draft.checked.docx").exists()


def test_strict_says_by_its_status_that_something_is_contradicted(run) -> None:
    assert run("check", "draft.txt", "--case", "case", "--strict")[0] == 1
    assert run("check", "source.txt", "--case", "case", "--strict")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("missing.docx", "--case", "case"), id="no such draft"),
        pytest.param(("draft.txt", "--case", "nowhere"), id="no such case"),
        pytest.param(("empty.txt", "--case", "case"), id="an empty draft"),
        pytest.param(("broken.docx", "--case", "case"), id="a broken document"),
        pytest.param(("draft.txt",), id="no case"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(run, arguments: tuple[str, ...]) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("broken.docx").write_bytes(docx(p("x"))[:200])
    before = sorted(Path().iterdir())
    status, out, err = run("check", *arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1), err
    assert sorted(Path().iterdir()) == before
