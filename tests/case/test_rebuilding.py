"""Making a dossier again beside the one that stands, and naming what differs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.building import build
from temoin.case.folder import Case
from temoin.case.rebuilding import compare_rebuilt, is_stale


@pytest.fixture
def built(case: Case, article: Path) -> Case:
    add_file(case, article, Wish())
    build(case, "fr")
    return case


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_case_is_stale_until_built_and_after_the_next_act(
    case: Case, article: Path, reopened: Callable[[], Case]
) -> None:
    assert is_stale(case)
    assert compare_rebuilt(case) == []
    add_file(case, article, Wish())
    build(case, "fr")
    assert not is_stale(reopened())
    article.write_text("Another made-up article of 6 March 2024.\n")
    add_file(case, article, Wish())
    assert is_stale(reopened())


def test_a_rebuild_that_agrees_says_nothing_and_touches_nothing(built: Case, reopened: Callable[[], Case]) -> None:
    before = contents(built.folder)
    assert compare_rebuilt(reopened()) == []
    assert contents(built.folder) == before


def test_a_file_that_comes_out_otherwise_is_named_in_both_languages(built: Case, reopened: Callable[[], Case]) -> None:
    page = built.dossier / "dossier.fr.html"
    page.write_bytes(page.read_bytes() + b"\n")
    (problem,) = compare_rebuilt(reopened())
    assert "dossier.fr.html" in problem.fr
    assert "dossier.fr.html" in problem.en
    assert "temoin build" in problem.en


def test_a_poisoned_cache_does_not_hide_the_difference(built: Case, reopened: Callable[[], Case]) -> None:
    for path in built.derived.rglob("*"):
        if path.is_file():
            path.write_bytes(b"not what was read")
    assert compare_rebuilt(reopened()) == []
