"""The commands demo and bench: two dossiers that stand, and nothing measured that is not known."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from temoin.cli.benching import BENCHES, Wanted


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "deux dossiers"), ("en", "two dossiers")], ids=["French", "English"]
)
def test_the_demo_prints_the_paths_of_dossiers_that_stand(run, language: str, words: str, monkeypatch) -> None:
    monkeypatch.setenv("TEMOIN_LANG", language)
    status, out, err = run("demo", "shown")
    assert (status, words in err) == (0, True), err
    paths = [Path(line) for line in out.splitlines()]
    assert [path.name for path in paths] == [f"dossier.{language}.html", f"dossier.{language}.pdf"] * 2
    assert all(path.stat().st_size > 10_000 for path in paths)


def test_a_bench_that_is_not_known_is_refused_with_those_that_are(run) -> None:
    status, out, err = run("bench", "audience")
    assert (status, out) == (2, "")
    assert "case | outages" in err


def test_a_bench_prints_its_lines_and_writes_them_where_asked(run, monkeypatch, tmp_path: Path) -> None:
    asked = []

    def three_lines(wanted: Wanted) -> Iterator[str]:
        asked.append(wanted)
        yield from ("# Été", "", "| a |", "")

    monkeypatch.setitem(BENCHES, "outages", three_lines)
    status, out, _ = run("bench", "outages", "--quick", "--data", str(tmp_path), "--write", str(tmp_path / "page.md"))
    assert (status, out) == (0, "# Été\n\n| a |\n\n")
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "# Été\n\n| a |\n"
    assert asked == [Wanted(quick=True, data=tmp_path)]


def test_a_folder_of_series_that_is_not_there_is_refused(run, tmp_path: Path) -> None:
    status, out, err = run("bench", "outages", "--data", str(tmp_path / "nowhere"))
    assert (status, out) == (2, "")
    assert "nowhere" in err
