import json

import pytest

from temoin.case.adding import Wish, add_note
from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.case.showing import show
from temoin.errors import CaseError


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
