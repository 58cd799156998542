"""temoin export, from the command line."""

import json
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def in_hand(at_work: None, run) -> None:
    Path("said.txt").write_text("The town of Valmora paid 6.5 million euros on 5 March 2024.\n", encoding="utf-8")
    run("new", "case")
    run("add", "case", "said.txt")
    (found,) = run("query", "case", "select id from statements where kind = 'money'")[1].splitlines()[1:]
    assert run("review", "case", found, "accept", "--by", "Ada")[0] == 0


def test_claimreview_is_one_document(run) -> None:
    status, out, err = run("export", "case", "claimreview", "--publisher", "Made-up Observatory")
    (review,) = json.loads(out)["@graph"]
    assert (status, review["author"]["name"]) == (0, "Made-up Observatory"), err
    assert "accepted statements written: 1" in err


def test_ftm_is_an_entity_a_line_and_can_go_to_a_file(run) -> None:
    status, out, err = run("export", "case", "ftm", "--to", "case.ftm.jsonl")
    lines = [json.loads(line) for line in Path("case.ftm.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (status, out) == (0, ""), err
    assert {"Document", "Note"} <= {line["schema"] for line in lines}


def test_another_format_is_bad_use(run) -> None:
    status, out, err = run("export", "case", "ocds")
    assert (status, out, len(err.splitlines())) == (2, "", 1), err
