"""The page of the scorecard: what it prints, and the one that stands in the docs."""

import re
from pathlib import Path

import pytest

from temoin import __version__
from temoin.cli import benching
from temoin.held import Held, held_table
from temoin.outages.scorecard import page
from temoin.outages.scorecard.families import FAMILIES
from temoin.outages.scorecard.real import STORIES
from temoin.outages.scorecard.scoring import Score
from temoin.outages.scorecard.tally import Tally

PAGE = Path(__file__).parents[3] / "docs" / "scorecard.md"
SOME = [FAMILIES[0], FAMILIES[10], next(family for family in FAMILIES if family.kind == "recurring")]


def test_a_row_that_does_not_hold_is_told_in_bold() -> None:
    rows = [Held("a", "b", "c", False), Held("d", "e", "f", True), Held("g", "h", "i", None)]
    lines = list(held_table("title", rows))
    assert lines[-4:-1] == ["| a | b | c | **no** |", "| d | e | f | yes |", "| g | h | i | – |"]


def test_the_comparison_puts_each_method_in_its_column() -> None:
    found = Tally(FAMILIES[0], Score(3, 3, (0, 0, 2), 4, 1, 28.0), (3, None))
    missed = Tally(FAMILIES[0], Score(3, 0, (), 0, 0, 28.0), (None, None))
    lines = list(page.compared({"Témoin": [found], "other": [missed]}, ["other"], 3))
    assert "| | Témoin | other † |" in lines
    assert "| blackouts | 3/3 (0; 2; 2) | 0/3 |" in lines
    assert "| false alarms per 28 days | 1.00 | 0.00 |" in lines
    assert "| lines per event | 1.33 | – |" in lines
    assert "| delay, blackouts | 3; 3; 1 of 2 never | 2 of 2 never |" in lines


def test_the_pace_of_others_is_told_in_times_ours() -> None:
    lines = list(page.paces([page.Pace("Témoin", 0.001, 8.0), page.Pace("other", 0.05, 0.16)], 200, 8064))
    assert lines[-2] == "| other | 0.050000 | 0.16 | 50.0 |"


def test_the_definitions_are_those_of_the_scoring_and_every_peer_is_told() -> None:
    text = "\n".join(page.definitions())
    assert "*false alarm* overlaps no event" in text
    assert all(f"- {peer.name}: Find " in text for peer in benching.PEERS)


def test_the_bench_makes_a_whole_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benching, "FAMILIES", SOME)
    monkeypatch.setattr(benching, "_FEW", SOME[:2])
    monkeypatch.setattr(benching, "PEERS", [peer for peer in benching.PEERS if not peer.needs])
    monkeypatch.setattr(benching, "_TIMED_SERIES", 3)
    monkeypatch.setattr(benching, "A_FEW", 5)
    monkeypatch.setattr(benching, "_TIMED_OF_A_PEER", 1)
    lines = list(benching.bench_outages(benching.Wanted(quick=True)))
    assert [line for line in lines if line.startswith("## ")] == [
        "## Must reach, on made-up families",
        "## Beside the peers",
        "## Speed",
        "## 5 series of 28 days in bins of 5 minutes",
        "## Témoin, family by family",
        "## Definitions",
    ]
    assert sum("not at hand" in line for line in lines) == len(STORIES)
    assert any(line.startswith("| 14 nights | 28/28 |") for line in lines)


def test_the_page_of_the_docs_names_what_it_was_made_with() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "Made by `temoin bench outages`;" in text
    assert f"| Témoin | {__version__} |" in text
    assert re.search(r"^\| day \| \d{4}-\d\d-\d\d \|$", text, re.MULTILINE)
    assert re.search(r"^\| machine \| \d+ cores, \w+, \w+ \|$", text, re.MULTILINE)
    assert "ruptures 1." in text


def test_the_page_of_the_docs_covers_every_family_story_and_peer() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [family.name for family in FAMILIES if f"\n| {family.name} |" not in text] == []
    assert [story.title for story in STORIES if f"## {story.title}\n" not in text] == []
    assert [peer.name for peer in benching.PEERS if f"| {peer.name} |" not in text] == []
