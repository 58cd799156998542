import datetime as dt
from pathlib import Path

import pytest

from temoin.case.folder import clock, new_case, open_case
from temoin.case.keys import KeyStore
from temoin.errors import CaseError, InputError
from temoin.period import UTC, PartialDate


def test_a_new_case_has_its_settings_and_tells_git_what_to_leave(tmp_path: Path, keys: KeyStore) -> None:
    new_case(tmp_path / "kz", ("KZ",), PartialDate("2022-01-04"), PartialDate("2022-01-12"))
    case = open_case(tmp_path / "kz", keys)
    assert case.settings.countries == ("KZ",)
    ignored = (tmp_path / "kz" / ".gitignore").read_text().split()
    assert ignored == ["sources/", "derived/", "dossier/"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CaseError, match="not empty"):
        new_case(tmp_path, (), None, None)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_clock_obeys_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1641378600")
    assert clock() == dt.datetime(2022, 1, 5, 10, 30, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(InputError, match="seconds since 1970"):
        clock()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert clock().microsecond == 0
