"""``temoin bench documents``: a short run prints its tables, says what was left out, and writes the page."""

import json
from pathlib import Path

import pytest

from temoin.cli import document_bench
from temoin.cli.benching import measured_rows


@pytest.fixture(autouse=True)
def few_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_bench, "_PAGES_IN_SHORT", 2)
    monkeypatch.setattr(document_bench, "_PAGES_BESIDE_IN_SHORT", 1)


def test_without_data_the_made_up_documents_run_and_the_rest_is_said(run) -> None:
    status, out, _ = run("bench", "documents", "--quick", "--write", "page.md")
    assert status == 0
    assert Path("page.md").read_text(encoding="utf-8").strip() == out.strip()
    assert "Labelled texts: not run" in out
    assert "Scans and large documents: not run" in out
    rows = [row for row in measured_rows(out.splitlines()) if row.get("name") == "Témoin" and "seconds" in row]
    assert float(rows[0]["seconds"]) > 0


def test_labelled_texts_are_set_and_read_back(run) -> None:
    text = "En Atlasie, pays fictif, 450 000 lignes.\n"
    for folder in ("texts", "labels"):
        Path(folder).mkdir()
    Path("texts/a.txt").write_text(text, encoding="utf-8")
    label = {"doc": "a.txt", "start": 25, "end": 32, "text": "450 000"}
    Path("labels/seed_labels.jsonl").write_text(json.dumps(label) + "\n", encoding="utf-8")
    status, out, _ = run("bench", "documents", "--quick", "--data", "texts", "--json")
    assert status == 0
    rows = [json.loads(line) for line in out.splitlines()]
    (back,) = [row for row in rows if row.get("what", "").startswith("labelled strings read back")]
    assert (back["measured"], back["holds"]) == ("1 of 1", "yes")


def test_a_run_measures_its_own_process_and_not_its_parent(tmp_path: Path) -> None:
    held = bytearray(300 << 20)
    path = tmp_path / "a.txt"
    path.write_text("En Atlasie.", encoding="utf-8")
    run = document_bench._read("text", path)
    assert run.chars == len("En Atlasie.")
    assert run.megabytes < len(held) >> 20
    assert document_bench._read("pdf", path).refused is not None
