"""Large documents: small ones of the same making are read by the reader of their kind."""

from pathlib import Path

import pytest

from temoin.case.kinds import READERS
from temoin.documents.scorecard import large
from temoin.documents.scorecard.large import LARGE, Large
from temoin.evidence.source import Source


@pytest.mark.parametrize("each", [pytest.param(one, id=one.kind) for one in LARGE])
def test_a_short_one_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, each: Large) -> None:
    (reader,) = [reader for reader in READERS if reader.kind == each.kind]
    monkeypatch.setattr(large, "range", lambda *ends: range(ends[0] if len(ends) > 1 else 0, 5), raising=False)
    monkeypatch.setattr(large, "dense_pdf", lambda _: large_pdf())
    path = tmp_path / each.name
    each.write(path)
    with path.open("rb") as stream:
        document = reader.read(stream, Source(id="0" * 64, size=path.stat().st_size, name=path.name))
    assert len(document.text) > 10


def large_pdf():
    from temoin.documents.scorecard.made_up import dense_pdf

    return dense_pdf(2)
