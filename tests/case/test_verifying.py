import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from temoin.case.adding import Wish, add_file, add_note, withhold
from temoin.case.analysis import analyse
from temoin.case.folder import Case, open_case
from temoin.case.verifying import verify
from temoin.errors import InputError


@pytest.fixture
def filled(case: Case, article: Path) -> Case:
    add_file(case, article, Wish())
    add_note(case, "A made-up note of 5 March 2024.", Wish())
    add_note(case, "Another made-up note of 6 March 2024.", Wish())
    return case


def test_a_case_that_nobody_touched_stands(filled: Case) -> None:
    assert verify(filled) == []
    assert verify(filled, filled.journal.heads) == []


def test_one_changed_byte_in_any_source_is_named(filled: Case, reopened: Callable[[], Case]) -> None:
    for name in filled.state.sources:
        path = filled.vault.path(name)
        data = path.read_bytes()
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
        (problem,) = verify(reopened())
        assert name in problem.en
        path.write_bytes(data)
    assert verify(reopened()) == []


def test_any_altered_or_removed_entry_is_named(filled: Case, reopened: Callable[[], Case]) -> None:
    for entry in filled.journal.entries:
        path = filled.journal_folder / f"{entry.id}.json"
        data = path.read_bytes()
        path.write_bytes(data.replace(b"tester", b"forger"))
        assert any(entry.id in problem.en for problem in verify(reopened()))
        path.unlink()
        problems = verify(reopened(), filled.journal.heads)
        assert any(entry.id in problem.en for problem in problems), "a removed entry went unseen"
        path.write_bytes(data)


def test_a_removed_tail_is_caught_by_the_head_a_dossier_printed(filled: Case, reopened: Callable[[], Case]) -> None:
    (head,) = filled.journal.heads
    (filled.journal_folder / f"{head}.json").unlink()
    assert verify(reopened()) == []
    (problem,) = verify(reopened(), (head,))
    assert head in problem.en


def test_two_copies_with_other_acts_merge_by_copying_files(filled: Case, tmp_path: Path, article: Path) -> None:
    shutil.copytree(filled.folder, tmp_path / "copy")
    there = open_case(tmp_path / "copy", filled.keys)
    first = next(iter(filled.state.sources))
    withhold(filled, first)
    article.write_text(article.read_text() + "\nOne more made-up line.\n")
    added = add_file(there, article, Wish()).source.id
    for name in ("sources", "journal"):
        shutil.copytree(there.folder / name, filled.folder / name, dirs_exist_ok=True)
    merged = open_case(filled.folder, filled.keys)
    assert verify(merged, (*filled.journal.heads, *there.journal.heads)) == []
    assert added in merged.state.sources
    assert first in merged.state.withheld
    assert len(merged.journal.heads) == 2


@pytest.mark.parametrize("head", ["", "  ", "6", "abcdef", "not a head at all"])
def test_what_is_no_head_is_refused_rather_than_found(filled: Case, head: str) -> None:
    with pytest.raises(InputError, match="hexadecimal"):
        verify(filled, (head,))


def test_a_head_typed_short_or_in_capitals_is_the_same_head(filled: Case) -> None:
    (head,) = filled.journal.heads
    assert verify(filled, (head[:12].upper(), f" {head} ")) == []


def test_a_cached_text_that_was_altered_and_still_decodes_is_named(filled: Case, reopened: Callable[[], Case]) -> None:
    analyse(filled)
    source = next(iter(filled.state.sources))
    (path,) = filled.derived.glob(f"{source[:16]}/document-*.parquet")
    frame = pl.read_parquet(path).with_columns(pl.col("text").str.replace("450", "950"))
    frame.write_parquet(path)
    assert "950" in analyse(reopened()).sources[0].document.text, "building trusts names"
    (problem,) = verify(reopened())
    assert f"derived/{source[:16]}/{path.name}" in problem.en
    assert "temoin build" in problem.fr
    path.unlink()
    analyse(reopened())
    assert verify(reopened()) == []


def test_what_a_kill_left_half_written_in_the_cache_is_no_problem(filled: Case) -> None:
    analyse(filled)
    (filled.derived / ".tmp-0-1-left").write_bytes(b"torn")
    assert verify(filled) == []
