from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import typst

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.documents.readers import BOOKS, READERS
from temoin.errors import CaseError, InputError
from temoin.evidence import Source
from temoin.evidence.statement import statements_frame
from temoin.words import Words


def test_a_document_is_read_once_and_comes_back_the_same(case: Case, article: Path) -> None:
    source = add_file(case, article, Wish()).source
    read = Derived(case).document(source)
    assert read is not None
    case.vault.path(source.id).unlink()
    again = Derived(case).document(source)
    assert again is not None
    assert (again.text, again.text_hash, again.pages) == (read.text, read.text_hash, read.pages)


@pytest.mark.parametrize("long", [0, 10**9], ids=["long", "short"])
def test_a_light_document_is_the_same_read_now_or_held(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, long: int
) -> None:
    monkeypatch.setattr("temoin.case.derived._LONG", long)
    page = tmp_path / "page.pdf"
    page.write_bytes(typst.compile(b"= A made-up notice\nThe fictional town spent 450 crowns."))
    source = add_file(case, page, Wish()).source
    Derived(case).forget(source.id)
    now, held = (Derived(case).document(source, light=True) for _ in range(2))
    assert now is not None
    assert held is not None
    assert now.boxes.equals(held.boxes)
    assert now.boxes.is_empty() == (long == 0)


def test_another_version_of_a_reader_is_another_key(case: Case, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = add_file(case, article, Wish()).source
    (before,) = (path.name for path in (case.derived / source.id[:16]).glob("document-*"))
    newer = [replace(reader, version=reader.version + 1) for reader in READERS]
    monkeypatch.setattr("temoin.case.kinds.READERS", tuple(newer))
    Derived(case).document(source)
    (after,) = (path.name for path in (case.derived / source.id[:16]).glob("document-*"))
    assert before != after


def test_another_engine_is_another_key(case: Case, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = add_file(case, article, Wish()).source
    keys = set()
    for programs in (None, dict, lambda: {"tesseract": "5.3.0"}, lambda: {"tesseract": "5.3.0", "tesseract/fra": "1"}):
        known = tuple(replace(reader, programs=programs) for reader in READERS)
        monkeypatch.setattr("temoin.case.kinds.READERS", known)
        Derived(case).document(source)
        keys |= {path.name for path in (case.derived / source.id[:16]).glob("document-*")}
    assert len(keys) == 4


def test_statements_are_read_again_only_for_another_key(case: Case, article: Path) -> None:
    source = add_file(case, article, Wish()).source
    calls: list[str] = []

    def read():
        calls.append("read")
        return statements_frame([])

    derived = Derived(case)
    derived.statements(source, "one", read)
    derived.statements(source, "one", read)
    derived.statements(source, "two", read)
    assert calls == ["read", "read"]


def test_a_document_too_large_to_read_says_what_to_do(case: Case) -> None:
    source = Source(id="f" * 64, size=1 << 30, name="huge.txt")
    with pytest.raises(InputError, match="--as file"):
        Derived(case).document(source)


def test_a_damaged_cache_is_made_again(case: Case, article: Path) -> None:
    source = add_file(case, article, Wish()).source
    read = Derived(case).document(source)
    assert read is not None
    for path in case.derived.rglob("*.parquet"):
        path.write_bytes(path.read_bytes()[:-9])
    again = Derived(case).document(source)
    assert again is not None
    assert again.text == read.text


def test_damaged_measures_are_taken_again(filled: Case, reopened: Callable[[], Case]) -> None:
    found = analyse(filled).outages
    for path in (filled.derived / "shared").glob("*.parquet"):
        path.write_bytes(b"")
    assert analyse(reopened()).outages.equals(found)


def test_bytes_that_changed_are_not_read_again(case: Case, article: Path) -> None:
    source = add_file(case, article, Wish()).source
    path = case.vault.path(source.id)
    path.write_bytes(path.read_bytes().replace(b"450", b"950"))
    Derived(case).forget(source.id)
    with pytest.raises(CaseError, match="temoin verify"):
        Derived(case).document(source)


def test_what_cannot_be_kept_is_read_all_the_same(case: Case, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = add_file(case, article, Wish()).source
    Derived(case).forget(source.id)

    def full(path: Path, data: bytes) -> None:
        raise CaseError(Words("plein", "full"))

    monkeypatch.setattr("temoin.case.derived.write_hashed", full)
    assert Derived(case).document(source) is not None
    assert not list(case.derived.glob(f"{source.id[:16]}/*"))


def test_a_workbook_is_read_once_for_its_text_and_its_tables(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    usual = BOOKS["table"]
    monkeypatch.setattr("temoin.case.derived.BOOKS", {"table": lambda *said: read.append(1) or usual(*said)})
    sheet = tmp_path / "a.csv"
    sheet.write_text("Compte;Abonnés;Relevé le\nA;450;2024-03-05\nB;120;2024-03-05\n", encoding="utf-8")
    assert add_file(case, sheet, Wish()).tables is not None
    assert read == [1]


def test_a_long_text_comes_back_whole(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("temoin.case.derived._PIECE", 7)
    text = tmp_path / "a.txt"
    text.write_text("Atlasie, pays fictif, 450 000 abonnés.", encoding="utf-8")
    source = add_file(case, text, Wish()).source
    again = Derived(case).document(source)
    assert again is not None
    assert again.text == "Atlasie, pays fictif, 450 000 abonnés."
