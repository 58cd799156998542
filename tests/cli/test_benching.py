"""What the bench measures: inputs of the promised size that the readers take, and no failure told as a time."""

from pathlib import Path

import pytest

from temoin.cli import benching
from temoin.documents.readers.pdf import read_pdf
from temoin.errors import CaseError
from temoin.evidence import Source


def test_the_documents_have_their_pages_and_their_figures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(benching, "_DOCUMENTS", 2)
    for path, figure in zip(benching._documents(tmp_path), ["450,000", "450 000"], strict=True):
        with path.open("rb") as stream:
            document = read_pdf(stream, Source(id="a" * 64, size=path.stat().st_size, name=path.name))
        assert len(document.pages) == 5
        assert document.text.count(figure) >= 5


def test_the_series_have_their_points_and_their_header(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(benching, "_PLACES", 1)
    (path,) = benching._series(tmp_path)
    assert len(path.read_text().splitlines()) == 1 + 4 * 8064
    assert path.read_text().startswith("time,place,signal,value\n")


def test_a_command_that_fails_has_no_time() -> None:
    with pytest.raises(CaseError, match="nowhere"):
        benching._timed("build", "build", "nowhere")


def test_a_command_that_succeeds_has_its_seconds_and_its_peak() -> None:
    line = benching._timed("version", "--version")
    name, seconds, unit, peak, megabytes = line.split()
    assert (name, unit, megabytes) == ("version", "s", "MB")
    assert float(seconds) > 0
    assert int(peak) > 1
