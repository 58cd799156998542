"""The chain of custody: capture, reader, and every act on a source in the journal's order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file, erase, withhold
from temoin.case.analysis import analyse
from temoin.case.custody import custody_of
from temoin.case.folder import Case
from temoin.case.reviews import Decided, correct_source, decide
from temoin.case.showing import show

from .recognising import TEXT, as_if_a_sheet, use


def chain(case: Case):
    (each,) = analyse(case).sources
    return custody_of(case, each)


def decide_first(case: Case, decision: str = "accept", why: str | None = None) -> str:
    (each,) = analyse(case).sources
    view = each.views[0]
    decide(case, view, each.document.text, Decided(decision, "A. Diallo", why=why))
    return view.statement.text


def test_every_act_on_a_source_is_told_in_order(case: Case, article: Path, reopened: Callable[[], Case]) -> None:
    source = add_file(case, article, Wish()).source
    figure = decide_first(case, why="seen on the page")
    correct_source(case, source.id, {"title": "Une nuit"}, "L. Moreau")
    withhold(case, source.id)
    acts = chain(reopened()).acts
    assert [act.entry for act in acts] == [entry.id for entry in case.journal.entries]
    assert [act.by for act in acts] == ["tester", "A. Diallo", "L. Moreau", "tester"]
    told = [act.words.en for act in acts]
    assert told == [
        "added",
        f"figure accepted: “{figure}” (seen on the page)",
        "settled: title = Une nuit",
        "kept out of public editions",
    ]


def test_acts_on_another_source_are_not_told(case: Case, article: Path, tmp_path: Path) -> None:
    add_file(case, article, Wish())
    other = tmp_path / "other.txt"
    other.write_text("Another made-up text, of 6 March 2024.")
    withhold(case, add_file(case, other, Wish()).source.id)
    first, second = (custody_of(case, each).acts for each in analyse(case).sources)
    assert (len(first), len(second)) == (1, 2)


def test_a_source_added_again_after_its_erasure_keeps_its_whole_story(
    case: Case, article: Path, reopened: Callable[[], Case]
) -> None:
    erase(case, add_file(case, article, Wish()).source)
    add_file(case, article, Wish())
    told = [act.words.en for act in chain(reopened()).acts]
    assert told[0] == "added"
    assert "erased" in told[1]


def test_capture_and_reading_are_told(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, TEXT, as_if_a_sheet)
    path = tmp_path / "sheet.txt"
    path.write_text("Some 450,000 subscribers were concerned, the invented observer said.")
    source = add_file(case, path, Wish()).source
    found = chain(case)
    assert found.captured_by == "invented crawler 2"
    assert found.reader == f"text/{TEXT.version}"
    record = show(analyse(case), source.id).record
    assert record["captured_by"] == "invented crawler 2"
    assert record["reader"] == found.reader
    assert [act["words"]["en"] for act in record["chain"]] == ["added"]


def test_a_personal_source_tells_neither_its_text_nor_a_decision(
    case: Case, article: Path, reopened: Callable[[], Case]
) -> None:
    add_file(case, article, Wish(personal=True))
    figure = decide_first(case, why="a secret reason")
    found = chain(reopened())
    assert found.text_hash is None
    told = " ".join(act.words.en for act in found.acts)
    assert "sealed decision" in told
    assert figure not in told
    assert "secret" not in told
