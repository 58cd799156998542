"""Decisions by workbook, as a person takes them from the command line."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

ARTICLE = "Atlasie\n\nIn Atlasie, a fictional country, 450,000 subscribers were cut off on 19 March 2024.\n"


@pytest.fixture(autouse=True)
def in_hand(at_work: None, run) -> None:
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    run("new", "case")
    run("add", "case", "article.txt")


def test_a_workbook_goes_out_is_filled_in_and_comes_back(run) -> None:
    status, out, err = run("review", "case", "--to", "reviews.xlsx")
    assert (status, out) == (0, "reviews.xlsx\n")
    assert "statements written" in err
    book = load_workbook("reviews.xlsx")
    page = book.active
    column = {cell.value: cell.column for cell in page[1]}
    row = next(row for row in range(3, page.max_row + 1) if "450" in page.cell(row, column["text"]).value)
    page.cell(row, column["decision"]).value = "accept"
    book.save("filled.xlsx")
    assert run("review", "case", "--from", "filled.xlsx")[0] == 2
    status, out, err = run("review", "case", "--from", "filled.xlsx", "--by", "Ada")
    assert (status, len(out.split())) == (0, 1), err
    assert "accepted,Ada" in run("query", "case", "select decision, decided_by from reviews")[1]
    status, out, err = run("review", "case", "--from", "filled.xlsx", "--by", "Ada")
    assert (status, out) == (0, ""), err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--to", "reviews.csv"), id="no workbook by its name"),
        pytest.param(("--from", "missing.xlsx"), id="no such file"),
        pytest.param(("--from", "article.txt"), id="no workbook"),
        pytest.param(("--to", "a.xlsx", "--from", "b.xlsx"), id="both ways at once"),
        pytest.param(("--to", "a.xlsx", "--by", "Ada"), id="nobody decides by writing it"),
        pytest.param(("abc",), id="an id without a decision"),
        pytest.param((), id="nothing at all"),
    ],
)
def test_bad_use_is_one_line_and_writes_nothing(run, arguments: tuple[str, ...]) -> None:
    before = sorted(Path().iterdir())
    status, out, err = run("review", "case", *arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1), err
    assert sorted(Path().iterdir()) == before


def test_a_workbook_that_somebody_may_have_filled_in_is_never_written_over(run) -> None:
    Path("reviews.xlsx").write_bytes(b"hours of work")
    status, _out, err = run("review", "case", "--to", "reviews.xlsx")
    assert (status, Path("reviews.xlsx").read_bytes()) == (2, b"hours of work"), err


def test_a_personal_source_stays_in_the_case(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_PASSPHRASE", "open sesame")
    Path("witness.txt").write_text("In Atlasie, 7177 people saw it on 19 March 2024.\n", encoding="utf-8")
    run("add", "case", "witness.txt", "--personal")
    status, _out, err = run("review", "case", "--to", "reviews.xlsx")
    assert status == 0, err
    assert "left in the case, of personal sources" in err
    assert all("7177" not in str(cell.value) for row in load_workbook("reviews.xlsx").active for cell in row)


def test_a_value_that_the_sentence_does_not_hold_is_taken_and_told(run) -> None:
    name = run("query", "case", "select id from statements where text like '450%'")[1].split()[-1]
    said = ("review", "case", name, "correct", "--by", "Ada")
    status, out, err = run(*said, "value=450 000")
    assert (status, len(out.split())) == (0, 1), err
    assert "does not hold" not in err
    status, out, err = run(*said, "value=460,5 mille")
    assert (status, len(out.split())) == (0, 1), err
    assert "value that the sentence quoted does not hold: 460,5 mille" in err
