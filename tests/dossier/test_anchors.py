"""References to anchors: each kind of evidence has one place, and knows who cites it."""

import pytest

from temoin.dossier.anchors import Anchors, anchor
from temoin.evidence import Chars, PageBox, Rows

from .sample_documents import EXPORT_SOURCE, PRESS, PRESS_SOURCE, REPORT_SOURCE, TOTAL, name_of
from .sample_findings import FINDINGS
from .sample_report import a_report


@pytest.fixture
def anchors():
    return Anchors(a_report("en"))


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        (TOTAL.id, anchor("s", TOTAL.id)),
        (str(TOTAL.locator), anchor("s", TOTAL.id)),
        (name_of("event"), anchor("o", name_of("event"))),
        (name_of("pick search"), anchor("p", name_of("pick search"))),
        (FINDINGS[0].id, anchor("f", FINDINGS[0].id)),
        (PRESS_SOURCE.id, anchor("x", PRESS_SOURCE.id)),
        (str(PageBox(REPORT_SOURCE.id, 2, 0, 0, 10, 10)), anchor("d", REPORT_SOURCE.id) + "-p2"),
        ("nothing of this name", ""),
        (f"{PRESS_SOURCE.id}#mark=1", ""),
    ],
    ids=["statement", "its place", "outage", "pick", "finding", "source", "page", "unknown", "unknown fragment"],
)
def test_a_reference_leads_to_its_place(anchors, reference, target):
    assert anchors.to(reference).target == target


def test_a_passage_that_is_no_statement_is_marked_for_whoever_cites_it(anchors):
    place = Chars(PRESS_SOURCE.id, 3, 9)
    assert anchors.at(place).text == f"“{PRESS[3:9].strip()}”, Atlasie : le réseau s’éteint avant le scrutin"
    assert place in anchors.passages[PRESS_SOURCE.id]


def test_a_passage_outside_the_text_leads_to_the_source(anchors):
    place = Chars(PRESS_SOURCE.id, 0, 10**6)
    assert anchors.at(place).target == anchor("x", PRESS_SOURCE.id)
    assert place not in anchors.passages[PRESS_SOURCE.id]


def test_the_rows_of_a_pick_are_those_behind_its_outage(anchors):
    assert anchors.at(Rows(EXPORT_SOURCE.id, 130, 188)).target == anchor("e", name_of("event"))


def test_other_rows_get_a_table_of_their_own(anchors):
    assert Rows(EXPORT_SOURCE.id, 185, 191) in anchors.rows
    assert anchors.at(Rows(PRESS_SOURCE.id, 1, 2)).target == anchor("x", PRESS_SOURCE.id)


def test_every_cited_place_knows_the_finding_that_cites_it(anchors):
    for finding in FINDINGS:
        for reference in finding.evidence:
            back = [link.target for link in anchors.citing[anchors.to(reference).target]]
            assert anchor("f", finding.id) in back


def test_a_place_is_named_by_the_report_then_by_a_proposal_then_by_the_world(anchors):
    assert [anchors.place(code) for code in ("XA", "KZ", "AS1234")] == ["Atlasie", "Kazakhstan", "AS1234"]
