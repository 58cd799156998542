import os
import subprocess
import sys
from pathlib import Path

import pytest

from temoin.case.durable import settle, sweep, temporary_file, write_durably
from temoin.errors import CaseError


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    with temporary_file(tmp_path) as (_path, stream):
        stream.write(b"half")
    assert list(tmp_path.iterdir()) == []
    with temporary_file(tmp_path) as (path, stream):
        stream.write(b"whole")
        settle(path, stream, tmp_path / "final")
    assert (tmp_path / "final").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["final"]


def test_an_older_file_is_replaced_at_once(tmp_path: Path) -> None:
    write_durably(tmp_path / "final", b"old")
    write_durably(tmp_path / "final", b"new")
    assert (tmp_path / "final").read_bytes() == b"new"


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CaseError, match="cannot write"):
        write_durably(tmp_path / "file" / "final", b"")


@pytest.mark.skipif(os.name != "posix", reason="only POSIX tells whether a process lives without touching it")
def test_what_a_killed_process_left_is_swept_at_once(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    with temporary_file(tmp_path) as (mine, _stream):
        parts = mine.name.split("-")
        left = tmp_path / "-".join([*parts[:2], str(process.pid), parts[3]])
        left.write_bytes(b"half")
        sweep(tmp_path)
        assert not left.exists()
        assert mine.exists()


def test_only_abandoned_temporary_files_are_swept(tmp_path: Path) -> None:
    old, fresh, kept = tmp_path / ".tmp-1-a", tmp_path / ".tmp-2-b", tmp_path / "kept"
    for path in (old, fresh, kept):
        path.write_bytes(b"")
    os.utime(old, (0, 0))
    sweep(tmp_path)
    assert not old.exists()
    assert fresh.exists()
    assert kept.exists()
