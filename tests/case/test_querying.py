import errno
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.case.querying import query
from temoin.errors import CaseError

CANARY = "the canary sang at dawn in Port-Fictif"


def test_one_select_answers_and_nothing_else(filled: Case) -> None:
    analysis = analyse(filled)
    answer = query(analysis, "SELECT place, began, depth FROM outages")
    assert answer.columns == ("place", "began", "depth")
    assert len(answer.rows) == 1
    for sql in (
        "DROP TABLE sources",
        "SELECT 1; SELECT 2",
        "COPY sources TO 'out.csv'",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SET enable_external_access = true",
        "SELECT * FROM nowhere",
        "SELEC",
    ):
        with pytest.raises(CaseError, match=r"query:"):
            query(analysis, sql)


def test_personal_tables_are_not_in_the_query(filled: Case, tmp_path: Path) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}; 123 people said so.")
    name = add_file(filled, path, Wish(personal=True)).source.id
    analysis = analyse(filled)
    for table in ("sources", "statements", "findings", "reviews"):
        answer = query(analysis, f"SELECT * FROM {table}")
        assert name not in str(answer.rows)
        assert "canary" not in str(answer.rows)


def test_what_the_query_needs_beside_memory_is_private_and_gone_with_it(filled: Case, monkeypatch, tmp_path) -> None:
    (folder := tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    query(analyse(filled), "SELECT count(*) FROM outages")
    assert list(folder.iterdir()) == []


def test_a_query_that_is_broken_off_leaves_no_rows_behind(filled: Case, monkeypatch, tmp_path) -> None:
    seen = []
    (folder := tmp_path / "temporary").mkdir()

    def broken_off(*_: object) -> None:
        (own,) = folder.iterdir()
        seen.append(own.stat().st_mode & 0o777)
        raise KeyboardInterrupt

    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr("temoin.case.querying._load", broken_off)
    with pytest.raises(KeyboardInterrupt):
        query(analyse(filled), "SELECT count(*) FROM outages")
    assert seen == [0o700]
    assert list(folder.iterdir()) == []


def test_a_full_temporary_folder_is_one_clear_error(filled: Case, monkeypatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    analysis = analyse(filled)
    assert analysis.outages.height
    monkeypatch.setattr("polars.DataFrame.write_parquet", full)
    with pytest.raises(CaseError, match=r"No space left on device.*TMPDIR"):
        query(analysis, "SELECT count(*) FROM outages")


def test_the_configuration_is_locked_and_nothing_outside_is_open(filled: Case) -> None:
    asked = "SELECT current_setting('enable_external_access'), current_setting('lock_configuration')"
    assert query(analyse(filled), asked).rows == [(False, True)]
