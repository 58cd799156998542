"""The rows behind a chart: dense at the edges, thin between, missing told from nought."""

import dataclasses

import polars as pl
import pytest

from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.rows import PAGE, PAPER, cited_rows, event_rows

from .sample_documents import PRESS_SOURCE, name_of
from .sample_outage import chapter
from .sample_report import a_report


@pytest.fixture
def anchors():
    return Anchors(a_report("en"))


@pytest.fixture
def behind(anchors):
    tables = chapter()
    event = tables.outages.row(0, named=True)
    return event_rows(event, tables, anchors, PAGE)


def test_the_bins_of_the_beginning_and_of_the_end_are_anchored(behind):
    named = {row.anchor: row.cells[0].text for row in behind.rows if row.anchor}
    evidence = anchor("e", name_of("event"))
    assert behind.anchor == evidence
    assert named == {f"{evidence}-b": "8 March 2031, 16:30 (UTC)", f"{evidence}-z": "9 March 2031, 22:00 (UTC)"}


def test_an_edge_is_shown_whole_and_the_middle_thinly(behind):
    assert len(behind.rows) < 60
    times = [row.cells[0].text for row in behind.rows]
    assert {"8 March 2031, 16:00 (UTC)", "8 March 2031, 16:30 (UTC)", "8 March 2031, 17:00 (UTC)"} <= set(times)
    assert behind.note.startswith(f"{len(times)} instants shown of 73")


def test_paper_holds_fewer_rows_and_the_same_edges(behind, anchors):
    tables = chapter()
    paper = event_rows(tables.outages.row(0, named=True), tables, anchors, PAPER)
    assert len(paper.rows) < len(behind.rows) / 1.5
    assert {row.anchor for row in paper.rows} == {row.anchor for row in behind.rows}


def test_an_outage_of_one_bin_keeps_the_anchor_of_its_beginning(anchors):
    tables = chapter()
    event = tables.outages.row(0, named=True)
    short = event_rows(event | {"ended": event["began"]}, tables, anchors, PAGE)
    assert [row.anchor for row in short.rows if row.anchor] == [f"{short.anchor}-b"]


def test_two_exports_of_one_signal_have_a_column_each(anchors):
    tables = chapter()
    other = tables.signals.filter(pl.col("signal") == "search").with_columns(pl.lit(PRESS_SOURCE.id).alias("source"))
    both = dataclasses.replace(tables, signals=pl.concat([tables.signals, other]))
    heads = event_rows(tables.outages.row(0, named=True), both, anchors, PAGE).heads
    assert "Google search (Export des signaux, Atlasie)" in heads
    assert len(heads) == 6


def test_a_bin_that_was_not_measured_says_so_and_a_fallen_one_is_marked(behind):
    cells = [cell for row in behind.rows for cell in row.cells[1:]]
    assert {cell.text for cell in cells if cell.tone == "missing"} == {"not measured"}
    assert any(cell.tone == "down" for cell in cells)
    assert all(cell.note.startswith("row ") for cell in cells)


def test_the_rows_lead_back_to_the_outage_and_to_the_findings(behind):
    targets = [link.target for link in behind.back]
    assert targets[0] == anchor("o", name_of("event"))
    assert any(target.startswith("f-") for target in targets)


def test_a_citation_of_other_rows_is_shown_with_its_way_back(anchors):
    (grid,) = cited_rows(anchors, PAGE)
    assert len(grid.rows) == 7
    assert grid.caption == "rows 185 to 191, Export des signaux, Atlasie"
    assert [link.target for link in grid.back] == [anchor("f", a_report().findings[2].id)]


def test_a_case_without_measures_has_no_rows():
    assert cited_rows(Anchors(a_report(outages=None)), PAGE) == ()
