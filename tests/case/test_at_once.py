"""Several processes at work on one case: what one acknowledged, no other takes away, and nothing is told twice."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from temoin.case import adding
from temoin.case.adding import Wish, add_stream
from temoin.case.folder import Case, open_case
from temoin.case.verifying import verify
from temoin.errors import InputError
from temoin.evidence.source import Reading
from temoin.words import same

WORDS = "En Atlasie, pays fictif, le réseau est tombé le 5 mars 2024 à 10 h 30 UTC ; 450 000 abonnés.\n"


def beside(case: Case) -> Case:
    return open_case(case.folder, case.keys)


def wish(kind: str) -> Wish:
    return replace(Wish(), source=replace(Wish().source, reading=Reading(kind=kind)))


def test_what_one_process_refuses_another_that_added_it_keeps(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_after_another_added(ours: Case, source) -> None:
        monkeypatch.undo()
        add_stream(beside(ours), io.BytesIO(b"the same bytes"), "b", wish("file"))
        raise InputError("a", same("not"), same("this"))

    monkeypatch.setattr(adding, "_try_reading", refuse_after_another_added)
    with pytest.raises(InputError):
        add_stream(case, io.BytesIO(b"the same bytes"), "a", wish("text"))
    seen = beside(case)
    assert [added.source.name for added in seen.state.sources.values()] == ["b"]
    assert verify(seen) == []


def test_bytes_that_another_process_took_back_are_put_there_again(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = adding._try_reading

    def taken_back_meanwhile(ours: Case, source):
        found = usual(ours, source)
        ours.vault.drop(source)
        return found

    monkeypatch.setattr(adding, "_try_reading", taken_back_meanwhile)
    done = add_stream(case, io.BytesIO(WORDS.encode()), "a.txt", wish("text"))
    assert case.vault.path(done.source.id).read_bytes() == WORDS.encode()
    assert verify(beside(case)) == []


def test_the_same_bytes_added_meanwhile_are_told_once(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = adding._try_reading

    def added_meanwhile(ours: Case, source):
        monkeypatch.undo()
        add_stream(beside(ours), io.BytesIO(WORDS.encode()), "first.txt", wish("text"))
        return usual(ours, source)

    monkeypatch.setattr(adding, "_try_reading", added_meanwhile)
    done = add_stream(case, io.BytesIO(WORDS.encode()), "second.txt", wish("text"))
    assert (done.new, done.source.name) == (False, "first.txt")
    assert len(beside(case).journal.entries) == 1


def test_an_act_that_is_interrupted_leaves_nothing(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(ours: Case, source) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(adding, "_try_reading", interrupted)
    with pytest.raises(KeyboardInterrupt):
        add_stream(case, io.BytesIO(WORDS.encode()), "a.txt", wish("text"))
    assert list(case.vault.folder.iterdir()) == []
    assert list(case.journal_folder.iterdir()) == []


def started(case: Case, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"TEMOIN_LANG": "en", "TEMOIN_KEYS": str(case.keys.folder)}
    return subprocess.Popen(
        [sys.executable, "-m", "temoin", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", env=environment,
    )  # fmt: skip


def ended_well(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, out + err


@pytest.mark.slow
def test_processes_at_once_lose_nothing_and_break_nothing(case: Case, tmp_path: Path) -> None:
    files = []
    for rank in range(4):
        files.append(tmp_path / f"note-{rank}.txt")
        files[-1].write_text(WORDS.replace("450", f"{rank + 4}50"), encoding="utf-8")
    folder = str(case.folder)
    same_file = [started(case, "add", folder, str(files[0])) for _ in range(3)]
    others = [started(case, "add", folder, str(path)) for path in files[1:3]]
    ended_well(*same_file, *others)
    assert len(beside(case).state.sources) == 3
    assert len(beside(case).journal.entries) == 3
    ended_well(started(case, "build", folder))
    ended_well(
        started(case, "build", folder), started(case, "add", folder, str(files[3])), started(case, "verify", folder)
    )
    ended_well(started(case, "build", folder), started(case, "build", folder))
    ended_well(started(case, "verify", folder))
    assert len(beside(case).state.sources) == 4
