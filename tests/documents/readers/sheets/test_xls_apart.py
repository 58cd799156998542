"""Old workbooks: what breaks down the library that reads them breaks down nothing of ours."""

import io

import pytest

from fuzz.inputs import given
from fuzz.old_sheet import old_sheet
from temoin.documents.readers.sheets import xls_apart
from temoin.documents.readers.sheets.xls import READER
from temoin.documents.readers.sheets.xls_apart import OldCell, OldSheet, read_apart
from temoin.errors import InputError
from temoin.evidence.source import Source


def test_a_sheet_comes_before_its_cells() -> None:
    first, *cells = read_apart(old_sheet().whole(), "a.xls")
    assert first == OldSheet("Postes", hidden=False, merged=())
    assert cells[0] == OldCell(1, 1, "Abonnés")
    assert cells[3] == OldCell(2, 2, 6.5)
    assert len(cells) == 6


@pytest.mark.parametrize("rank", [115, 131, 711, 845])
def test_a_workbook_that_stops_the_library_or_fills_the_memory_is_refused_quietly(
    rank: int, capfd: pytest.CaptureFixture[str]
) -> None:
    data = given("xls", 1, rank).data
    with pytest.raises(InputError, match=r"a\.xls: "):
        READER.read(io.BytesIO(data), Source(id="5e" * 32, size=len(data), name="a.xls"))
    assert capfd.readouterr() == ("", "")


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls_apart, "READ_APART", "import time; time.sleep(60)")
    monkeypatch.setattr(xls_apart, "_SECONDS", 0.3)
    with pytest.raises(InputError, match="damaged"):
        list(read_apart(b"x", "a.xls"))
