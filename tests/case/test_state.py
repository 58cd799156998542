import shutil
from collections.abc import Callable
from pathlib import Path

from temoin.case.adding import Wish, add_file, erase, withhold
from temoin.case.folder import Case, open_case
from temoin.case.state import fold
from temoin.evidence import Source


def test_an_erasure_unknown_to_whoever_adds_again_still_holds(
    case: Case, article: Path, reopened: Callable[[], Case]
) -> None:
    source = add_file(case, article, Wish()).source
    here, there = reopened(), reopened()
    assert here.journal == there.journal
    erase(here, source)
    there.write("added", source.record())
    merged = reopened()
    assert len(merged.journal.heads) == 2
    assert source.id not in merged.state.sources
    assert source.id in merged.state.erased


def test_withholding_twice_is_written_once(case: Case, article: Path) -> None:
    name = add_file(case, article, Wish()).source.id
    withhold(case, name)
    withhold(case, name)
    assert [entry.what for entry in case.journal.entries] == ["added", "withheld"]
    assert set(fold(case.journal).withheld) == {name}


def test_sources_stand_in_the_order_in_which_they_were_added(case: Case, tmp_path: Path) -> None:
    names = []
    for rank in range(5):
        path = tmp_path / f"{rank}.txt"
        path.write_text(f"A made-up text of Atlasie, number {rank}.\n")
        names.append(add_file(case, path, Wish()).source.id)
    assert list(case.state.sources) == names


def test_what_only_the_other_copy_said_of_a_source_is_not_lost(case: Case, article: Path, tmp_path: Path) -> None:
    shutil.copytree(case.folder, tmp_path / "copy")
    copy = open_case(tmp_path / "copy", case.keys)
    source = add_file(case, article, Wish()).source
    add_file(copy, article, Wish(Source(id="", size=0, publisher="Gazette fictive")))
    for path in copy.journal_folder.iterdir():
        shutil.copy(path, case.journal_folder)
    merged = open_case(case.folder, case.keys)
    assert len(merged.journal.entries) == 2
    assert merged.state.sources[source.id].source.publisher == "Gazette fictive"
