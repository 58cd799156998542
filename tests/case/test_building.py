from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from temoin.case.adding import Wish, add_file, add_note, erase
from temoin.case.analysis import analyse
from temoin.case.building import build
from temoin.case.folder import Case, open_case
from temoin.case.keys import KeyStore
from temoin.case.rebuilding import compare_rebuilt
from temoin.case.verifying import verify
from temoin.errors import KeyStoreError
from temoin.words import Words

CANARY = "the canary sang at dawn in Port-Fictif"


def test_the_same_case_gives_the_same_bytes_from_nothing(filled: Case, reopened: Callable[[], Case]) -> None:
    import shutil

    first = {path.name: path.read_bytes() for path in build(filled, "fr").files}
    for folder in (filled.derived, filled.dossier):
        shutil.rmtree(folder)
    assert {path.name: path.read_bytes() for path in build(reopened(), "fr").files} == first
    assert compare_rebuilt(reopened()) == []
    assert verify(reopened()) == []


def test_nothing_is_done_where_nothing_changed(filled: Case, reopened: Callable[[], Case], article: Path) -> None:
    assert build(filled, "en").fresh
    assert not build(reopened(), "en").fresh
    article.write_text(article.read_text() + "\nOne more made-up line.\n")
    add_file(filled, article, Wish())
    assert build(reopened(), "en").fresh


def test_a_dossier_of_an_older_state_in_another_language_goes(filled: Case, reopened: Callable[[], Case]) -> None:
    build(filled, "fr")
    add_note(filled, "A made-up note of 5 March 2024.", Wish())
    build(reopened(), "en")
    assert sorted(path.name for path in filled.dossier.glob("dossier.*")) == ["dossier.en.html", "dossier.en.pdf"]


def test_both_languages_of_one_state_stand_side_by_side(filled: Case, reopened: Callable[[], Case]) -> None:
    french = {path: path.read_bytes() for path in build(filled, "fr").files}
    build(reopened(), "en")
    assert {path: path.read_bytes() for path in french} == french
    assert not build(reopened(), "fr").fresh
    assert verify(reopened()) == []
    (page, _pdf) = french
    page.write_bytes(page.read_bytes() + b" ")
    assert len(verify(reopened())) == 1


@pytest.mark.parametrize("struck_at", ["dossier.fr.html", "dossier.fr.pdf", "build.json"])
def test_a_kill_while_an_older_dossier_is_replaced_leaves_no_false_witness(
    struck_at: str, filled: Case, reopened: Callable[[], Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    from temoin.case import building, durable, record

    build(filled, "fr")
    add_note(filled, "A made-up note of 5 March 2024.", Wish())

    def struck(final: Path, data: bytes) -> None:
        if final.name == struck_at:
            raise KeyboardInterrupt
        durable.write_durably(final, data)

    with monkeypatch.context() as patched:
        patched.setattr(building, "write_durably", struck)
        patched.setattr(record, "write_durably", struck)
        with pytest.raises(KeyboardInterrupt):
            build(reopened(), "fr")
    assert verify(reopened()) == []
    assert build(reopened(), "fr").fresh
    assert verify(reopened()) == []


def test_a_build_drops_what_it_no_longer_draws(filled: Case, reopened: Callable[[], Case]) -> None:
    build(filled, "fr")
    before = {path.name for path in (filled.derived / "shared").iterdir()}
    (filled.folder / "temoin.toml").write_text("[methods.outages]\nfalls_below = 0.5\n")
    build(reopened(), "fr")
    after = {path.name for path in (filled.derived / "shared").iterdir()}
    assert after
    assert len(after) == len(before)
    assert before.isdisjoint(name for name in after if name.startswith("picks-"))


def test_an_altered_dossier_is_named(filled: Case) -> None:
    (page, _pdf) = build(filled, "fr").files
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    (problem,) = verify(filled)
    assert page.name in problem.en


def test_without_its_key_a_personal_source_is_sealed_and_the_rest_is_built(filled: Case, tmp_path: Path) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}.")
    name = add_file(filled, path, Wish(personal=True)).source.id

    def never(_purpose: Words) -> str:
        raise KeyStoreError(Words("jamais", "never"))

    elsewhere = open_case(filled.folder, KeyStore(tmp_path / "elsewhere", never))
    read = {each.source.id: each for each in analyse(elsewhere).sources}
    assert read[name].sealed
    assert verify(elsewhere) == []
    (page, _pdf) = build(elsewhere, "en").files
    assert CANARY not in page.read_text(encoding="utf-8")


def test_ids_and_dossier_no_longer_count_an_erased_source(
    filled: Case, tmp_path: Path, reopened: Callable[[], Case]
) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}; 123 people said so.")
    source = add_file(filled, path, Wish(personal=True)).source
    (page, _pdf) = build(reopened(), "en").files
    assert CANARY in page.read_text(encoding="utf-8")
    erase(filled, source)
    assert not page.exists()
    (page, _pdf) = build(reopened(), "en").files
    text = page.read_text(encoding="utf-8")
    assert CANARY not in text
    assert source.id[:10] not in text
    assert source.id not in {each.source.id for each in analyse(reopened()).sources}


def test_an_empty_case_builds(case: Case) -> None:
    (page, pdf) = build(case, "fr").files
    assert page.stat().st_size > 1000
    assert pdf.read_bytes().startswith(b"%PDF")
    assert analyse(case).signals.equals(pl.DataFrame(schema=analyse(case).signals.schema))
