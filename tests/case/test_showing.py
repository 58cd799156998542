import json
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file, add_note
from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.case.showing import show
from temoin.errors import CaseError
from temoin.evidence import PageBox
from temoin.evidence.locator import parse_locator


def test_every_id_opens_by_its_first_characters(filled: Case) -> None:
    analysis = analyse(filled)
    add_note(filled, "A made-up note of 5 March 2024.", Wish())
    statement = next(view.statement for each in analysis.sources for view in each.views)
    pick = analysis.picks.row(0, named=True)
    expected = {
        analysis.sources[0].source.id: "source",
        statement.id: "statement",
        analysis.findings[0].id: "finding",
        pick["id"]: "pick",
        filled.journal.entries[0].id: "entry",
    }
    for name, noun in expected.items():
        found = show(analysis, name[:12])
        assert (found.noun, found.id) == (noun, name)
        json.dumps(found.record)
    with pytest.raises(CaseError, match="nothing of that name"):
        show(analysis, "zzzz")
    with pytest.raises(CaseError, match="nothing of that name"):
        show(analysis, "")


def test_a_figure_of_a_pdf_is_placed_on_its_page(case: Case, tmp_path: Path) -> None:
    import typst

    path = tmp_path / "notice.pdf"
    text = "In Atlasie, a fictional country, some 450,000 subscribers were concerned, an invented observer said."
    path.write_bytes(typst.compile(f"First page.\n#pagebreak()\n{text}".encode()))
    add_file(case, path, Wish())
    analysis = analyse(case)
    statement = next(
        view.statement for each in analysis.sources for view in each.views if view.statement.value == "450000"
    )
    (box,) = show(analysis, statement.id).record["on_page"]
    place = parse_locator(box)
    assert isinstance(place, PageBox)
    assert place.page == 2
    assert place.width > place.height > 0
