"""What leaves a case: accepted statements of sources that may be quoted, and nothing else."""

from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file, withhold
from temoin.case.analysis import analyse
from temoin.case.exporting import what_leaves
from temoin.case.folder import Case, open_case
from temoin.case.reviews import Decided, decide
from temoin.dossier.exports.leaving import Leaving
from temoin.errors import CaseError
from temoin.evidence import Source

SAID = "Le 5 mars 2024, la ville de Valmora a payé 6,5 millions d’euros et compté 450 000 abonnés.\n"


def leaving(case: Case) -> Leaving:
    return what_leaves(analyse(case))


def accept_all(case: Case, decision: str = "accept") -> None:
    for each in analyse(case).sources:
        for view in each.views:
            assert each.document is not None
            decide(case, view, each.document.text, Decided(decision, "Ada"))


@pytest.fixture
def said(tmp_path: Path) -> Path:
    path = tmp_path / "said.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


@pytest.fixture
def held(case: Case, said: Path) -> Case:
    add_file(case, said, Wish())
    return case


def test_what_nobody_accepted_stays(held: Case) -> None:
    assert leaving(held).claims == ()
    assert leaving(held).kept > 0
    accept_all(held, "reject")
    assert leaving(held).claims == ()


def test_what_was_accepted_leaves_with_its_source(held: Case) -> None:
    accept_all(held)
    found = leaving(held)
    assert found.kept == 0
    assert {claim.cited.source.id for claim in found.claims} == set(found.cited)


def test_a_personal_source_never_leaves(case: Case, said: Path) -> None:
    add_file(case, said, Wish(personal=True))
    accept_all(case)
    found = leaving(case)
    assert (found.claims, found.cited) == ((), {})


@pytest.mark.parametrize("visibility", ["exists", "sealed"])
def test_a_source_that_may_not_be_quoted_stays(case: Case, said: Path, visibility: str) -> None:
    add_file(case, said, Wish(Source(id="", size=0, visibility=visibility)))  # type: ignore[arg-type]
    accept_all(case)
    assert leaving(case).claims == ()


def test_what_is_withheld_stays(held: Case) -> None:
    accept_all(held)
    found = leaving(held)
    withhold(held, found.claims[0].statement.id)
    assert len(leaving(held).claims) == len(found.claims) - 1
    withhold(held, found.claims[0].statement.source)
    assert leaving(held).claims == ()


def test_a_made_up_case_leaves_nothing(held: Case) -> None:
    toml = held.folder / "temoin.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\nsynthetic = true\n", encoding="utf-8")
    with pytest.raises(CaseError, match="made-up"):
        leaving(open_case(held.folder, held.keys))
