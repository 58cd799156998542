import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.case.journal import Journal, broken_entries, entry_files, read_journal, write_entry
from temoin.errors import CaseError
from temoin.period import UTC

NOON = dt.datetime(2024, 3, 5, 12, tzinfo=UTC)


def written(folder: Path, number: int, *, parents: tuple[str, ...] | None = None, minute: int = 0) -> str:
    heads = read_journal(folder).heads if parents is None else parents
    time = NOON + dt.timedelta(minutes=minute)
    return write_entry(folder, "added", {"id": str(number)}, parents=heads, author="t", time=time).id


def test_an_entry_names_its_parents_and_becomes_the_only_head(tmp_path: Path) -> None:
    first = written(tmp_path, 1)
    second = written(tmp_path, 2)
    journal = read_journal(tmp_path)
    assert journal.heads == (second,)
    assert [entry.id for entry in journal.entries] == [first, second]
    assert journal.entries[1].parents == (first,)


def test_two_copies_merge_by_copying_files_together(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    written(here, 1)
    shutil.copytree(here, there)
    mine, theirs = written(here, 2), written(there, 3)
    for path in entry_files(there):
        shutil.copy(path, here)
    assert set(read_journal(here).heads) == {mine, theirs}
    assert broken_entries(here) == []
    joined = written(here, 4)
    assert read_journal(here).heads == (joined,)


def test_parents_come_before_children_whatever_the_clocks_say(tmp_path: Path) -> None:
    late = written(tmp_path, 1, minute=60)
    early = written(tmp_path, 2, minute=0)
    assert [entry.id for entry in read_journal(tmp_path).entries] == [late, early]


def test_an_altered_entry_is_named(tmp_path: Path) -> None:
    name = written(tmp_path, 1)
    path = tmp_path / f"{name}.json"
    path.write_bytes(path.read_bytes().replace(b'"t"', b'"u"'))
    (problem,) = broken_entries(tmp_path)
    assert name in problem.en
    assert "altered" in problem.en


def test_a_removed_entry_is_named_by_its_child(tmp_path: Path) -> None:
    first, second = written(tmp_path, 1), written(tmp_path, 2)
    (tmp_path / f"{first}.json").unlink()
    (problem,) = broken_entries(tmp_path)
    assert first in problem.en
    assert second in problem.en


def test_an_unreadable_entry_points_to_verify(tmp_path: Path) -> None:
    name = written(tmp_path, 1)
    (tmp_path / f"{name}.json").write_bytes(b"{")
    with pytest.raises(CaseError, match="temoin verify"):
        read_journal(tmp_path)


def test_an_act_outside_the_closed_set_is_not_read(tmp_path: Path) -> None:
    name = written(tmp_path, 1)
    path = tmp_path / f"{name}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"what": "forged"}))
    with pytest.raises(CaseError):
        read_journal(tmp_path)


def test_ancestors_are_everything_an_entry_builds_on(tmp_path: Path) -> None:
    first = written(tmp_path, 1)
    second = written(tmp_path, 2)
    beside = written(tmp_path, 3, parents=(first,))
    assert read_journal(tmp_path).ancestors(second) == {first, second}
    assert beside not in read_journal(tmp_path).ancestors(second)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12), st.randoms())
def test_the_order_of_a_merged_journal_does_not_depend_on_the_order_of_its_files(minutes: list[int], random) -> None:
    from temoin.case.journal import Entry, _in_order

    entries: list[Entry] = []
    for number, minute in enumerate(minutes):
        parents = tuple(sorted(random.sample([entry.id for entry in entries], k=min(len(entries), 2))))
        time = NOON + dt.timedelta(minutes=minute)
        entries.append(Entry(f"{number:064x}", parents, "t", time, "added", {"id": str(number)}))
    shuffled = list(entries)
    random.shuffle(shuffled)
    ordered = _in_order(entries)
    assert _in_order(shuffled) == ordered
    place = {entry.id: rank for rank, entry in enumerate(ordered)}
    assert all(place[parent] < place[entry.id] for entry in ordered for parent in entry.parents)
    assert Journal(ordered).heads
