"""The whole dossier laid out: every link has its end, every end its way back."""

import dataclasses

import pytest

from temoin.dossier.sheet import lay_out

from .sample_documents import SEALED_SOURCE
from .sample_report import a_report


def every(value, kind):
    if isinstance(value, tuple):
        return [found for item in value for found in every(item, kind)]
    if not dataclasses.is_dataclass(value):
        return []
    own = [getattr(value, kind)] if hasattr(value, kind) else []
    return own + [found for item in dataclasses.fields(value) for found in every(getattr(value, item.name), kind)]


def test_every_target_is_an_anchor_and_every_anchor_is_single(sheet):
    anchors = [name for name in every(sheet, "anchor") if name]
    anchors += [name for piece in every(sheet, "anchors") for name in piece]
    sections = {"front", "known", "disagreements", "unsettled", *(link.target for link in sheet.contents)}
    assert len(anchors) == len(set(anchors))
    assert {target for target in every(sheet, "target") if target} <= set(anchors) | sections


def test_a_statement_that_a_finding_cites_leads_back_to_it(sheet):
    cited = {link.target for document in sheet.documents for link in document.cited}
    statements = {card.anchor for group in (*sheet.disagreements, *sheet.unsettled) for card in group.cards}
    assert statements <= cited


def test_every_source_stands_once_sealed_ones_without_their_words(sheet):
    rows = {row.cells[4].text: row for row in sheet.sources.rows}
    assert len(rows) == 7
    assert rows[SEALED_SOURCE.id].cells[0].note.startswith(("scellée", "sealed"))


def test_the_dossier_says_how_to_make_it_again(sheet):
    lines = [command.line for command in sheet.commands]
    assert lines[0].startswith("temoin verify atlasie-2031 --head ")
    assert lines[1] == f"SOURCE_DATE_EPOCH=1931104800 temoin build atlasie-2031 --language {sheet.language}"


@pytest.mark.parametrize("page", [True, False], ids=["page", "paper"])
def test_an_empty_case_is_laid_out(blank, page):
    bare = a_report(
        proposals=(), sources=(), documents=(), findings=(), methods=(), notes=(), outages=None, heads=(), question=None
    )
    sheet = lay_out(bare, blank, page=page)
    assert [link.target for link in sheet.contents] == ["front", "sources", "reproduce"]


def test_where_nobody_said_anything_there_is_no_timeline(blank):
    assert lay_out(a_report("en"), blank, page=True).moments is not None
    silent = lay_out(a_report("en", documents=(), findings=()), blank, page=True)
    assert (silent.timeline, silent.moments) == (None, None)
    assert "timeline" not in [link.target for link in silent.contents]


def test_the_chart_of_the_front_page_is_not_drawn_a_second_time(blank):
    page, paper = (lay_out(a_report("en"), blank, page=page) for page in (True, False))
    assert (page.chapters[0].chart, page.chapters[0].front) == (None, page.lead.anchor)
    assert (paper.lead, paper.chapters[0].front) == (None, "")
    assert paper.chapters[0].chart is not None
