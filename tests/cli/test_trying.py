"""The commands demo and bench: two dossiers that stand, and nothing measured that is not known."""

from pathlib import Path

import pytest


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
    assert "case" in err
