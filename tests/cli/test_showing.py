"""The command show: references, the picture of a figure, and what refuses it."""

import json
from pathlib import Path

import pytest
import typst

NOTICE = "In Atlasie, a fictional country, some 450,000 subscribers were concerned, an invented observer said."


@pytest.fixture
def figure(run) -> str:
    Path("notice.pdf").write_bytes(typst.compile(NOTICE.encode()))
    run("new", "case")
    run("add", "case", "notice.pdf")
    out = run("query", "case", "SELECT id FROM statements WHERE value = '450000'")[1]
    return out.splitlines()[1]


def test_show_writes_the_picture_of_a_figure(run, figure: str) -> None:
    status, out, err = run("show", "case", figure[:12], "--picture", "out.png", "--json")
    assert status == 0, err
    assert Path("out.png").read_bytes().startswith(b"\x89PNG")
    assert "out.png" in err
    record = json.loads(out)
    assert (record["cells"], record["part"], record["recognised"]) == ([], None, None)
    (box,) = record["on_page"]
    status, out, err = run("show", "case", box)
    assert status == 0, err
    assert out.startswith(f"place {box}")
    assert "450,000" in out


def test_a_picture_that_cannot_be_written_or_made_is_one_line_and_exit_2(run, figure: str) -> None:
    status, _out, err = run("show", "case", figure, "--picture", "nowhere/out.png")
    assert status == 2
    assert len(err.strip().splitlines()) == 1
    source = figure_source(run, figure)
    status, _out, err = run("show", "case", source, "--picture", "out.png")
    assert status == 2
    assert "not a statement" in err


def test_the_chain_of_custody_is_in_the_record_of_a_source(run, figure: str) -> None:
    record = json.loads(run("show", "case", figure_source(run, figure), "--json")[1])
    assert [act["words"]["en"] for act in record["chain"]] == ["added"]
    assert record["reader"].startswith("pdf/")


def figure_source(run, figure: str) -> str:
    return json.loads(run("show", "case", figure, "--json")[1])["source"]


def test_what_a_source_holds_is_shown_harmless(run) -> None:
    run("new", "case")
    Path("a.txt").write_text(
        "The network of Valmora fell\u202e for 3 hours \u2066here, a witness said.", encoding="utf-8"
    )
    source = run("add", "case", "a.txt", "--publisher", "Valmora\x1b[31m\u202eNews")[1].split()[0]
    status, out, _err = run("show", "case", source)
    assert (status, "\x1b" in out, "\u202e" in out) == (0, False, False)
    status, out, _err = run("show", "case", f"{source}#char=0,40")
    assert (status, "\u202e" in out) == (0, False)


def test_a_personal_source_says_that_it_is_sealed_and_whether_its_key_is_at_hand(run, monkeypatch) -> None:
    monkeypatch.setenv("TEMOIN_PASSPHRASE", "open sesame")
    run("new", "case")
    Path("a.txt").write_text("The network of Valmora fell.", encoding="utf-8")
    Path("b.txt").write_text("It is back.", encoding="utf-8")
    sealed = run("add", "case", "a.txt", "--personal")[1].split()[0]
    opened = run("add", "case", "b.txt")[1].split()[0]
    record = json.loads(run("show", "case", sealed, "--json")[1])
    assert (record["personal"], record["sealed"], record["key_at_hand"]) == (True, True, True)
    record = json.loads(run("show", "case", opened, "--json")[1])
    assert (record["personal"], record["sealed"], record["key_at_hand"]) == (False, False, None)
    monkeypatch.setenv("TEMOIN_KEYS", str(Path("nowhere").resolve()))
    record = json.loads(run("show", "case", sealed, "--json")[1])
    assert (record["sealed"], record["key_at_hand"]) == (True, False)
