"""The panel of likenesses: one row an outage, its range, its traits, the base rates beneath, and no card."""

from dataclasses import replace

import pytest

from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.cards import known_groups, sort_findings
from temoin.dossier.likenesses import likeness_grids
from temoin.outages.character_findings import character_findings
from temoin.outages.measure.character_rows import characters
from temoin.words import LANGUAGES

from .sample_documents import PLACE, name_of
from .sample_findings import FINDINGS
from .sample_outage import chapter
from .sample_report import a_report


def anchors_in(language):
    tables = chapter()
    told = character_findings(characters(tables.outages, tables.picks), tables.outages, tables.picks)
    return Anchors(a_report(language, findings=(*FINDINGS, *told))), told[0]


def test_a_row_leads_to_its_outage_and_is_its_finding_s_place():
    anchors, finding = anchors_in("en")
    grid, rates = likeness_grids(PLACE, "Atlasie", anchors)
    (row,) = grid.rows
    assert row.anchor == anchor("f", finding.id)
    assert row.cells[0].target == row.cells[1].target == anchor("o", name_of("event"))
    assert row.cells[1].note.splitlines()[1] == "judged once over"
    assert "minute of the beginning" in row.cells[4].text
    assert "no proof of an order" in grid.note
    assert rates.folded
    assert all("Bischof" in row.cells[1].text for row in rates.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_says_something(language):
    anchors, _ = anchors_in(language)
    assert all(
        cell.text for grid in likeness_grids(PLACE, "Atlasie", anchors) for row in grid.rows for cell in row.cells
    )


def test_a_place_without_a_likeness_has_no_panel():
    assert likeness_grids("AA", "AA", anchors_in("fr")[0]) == ()
    assert likeness_grids(PLACE, "Atlasie", Anchors(a_report())) == ()


def test_a_likeness_has_no_card_beside_its_outage():
    anchors, finding = anchors_in("fr")
    cards = [card.anchor for row in sort_findings(anchors) for card in row]
    cards += [card.anchor for group in known_groups(anchors) for card in (*group.cards, *group.folded)]
    assert anchor("f", finding.id) not in cards


def test_a_range_from_nearly_nothing_to_nearly_all_is_undecided():
    _, finding = anchors_in("en")
    wide = replace(finding, numbers=finding.numbers | {"likeness_low": 0.01, "likeness_high": 0.99})
    grid, _ = likeness_grids(PLACE, "Atlasie", Anchors(a_report("en", findings=(wide,))))
    assert grid.rows[0].cells[1].text == "undecided"
