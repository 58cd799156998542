"""The outage chapters: bounds, signals, and a chart that the lens draws."""

import json

import polars as pl
import pytest

from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.chapters import list_chapters, outage_spec
from temoin.dossier.report import OutageChapter
from temoin.dossier.setting import Draw

from .conftest import BLANK
from .sample_documents import name_of
from .sample_outage import chapter
from .sample_report import a_report


def chapters_of(report):
    return list_chapters(Anchors(report), Draw(report, lambda spec: BLANK, page=True))


@pytest.fixture
def place():
    return chapters_of(a_report("en"))[0]


def test_an_event_shows_its_bounds_its_state_and_what_stayed(place):
    (row,) = place.events.rows
    assert row.anchor == anchor("o", name_of("event"))
    assert row.cells[1].note.splitlines() == ["8 March 2031, 21:30 (UTC+5)", "between 16:00 and 18:00 (UTC)"]
    assert (row.cells[3].text, row.cells[3].note) == ("ended", "blackout")
    assert (row.cells[4].text, row.cells[4].note) == ("96%", "28.4\xa0h")
    assert row.cells[5].note == "stayed: BGP\nnot measured: cities seen by Mozilla"


def test_each_figure_of_an_event_and_of_a_pick_leads_to_its_rows_or_its_pick(place):
    evidence = anchor("e", name_of("event"))
    assert [row.cells[1].target for row in (*place.events.rows, *place.picks.rows)] == [f"{evidence}-b"] * 4
    assert all(row.cells[3].target == evidence for row in place.picks.rows)
    assert place.events.rows[0].cells[4].target == anchor("p", name_of("pick active probing"))


def test_an_outage_that_goes_on_has_no_end_but_the_last_measure():
    tables = chapter()
    going_on = tables.outages.with_columns(pl.lit(None, tables.outages.schema["ended"]).alias("ended"))
    report = a_report("en", outages=OutageChapter(tables.signals, tables.expected, tables.picks, going_on))
    cell = chapters_of(report)[0].events.rows[0].cells[2]
    assert (cell.text, cell.note) == ("not over", "observed until 11 March 2031, 00:00 (UTC)")


def test_a_place_without_an_outage_comes_last_and_says_nothing_more():
    tables = chapter()
    calm = tables.expected.with_columns(pl.lit("AA").alias("place"))
    report = a_report(
        outages=OutageChapter(tables.signals, pl.concat([calm, tables.expected]), tables.picks, tables.outages)
    )
    last = chapters_of(report)[-1]
    assert last.title == "AA"
    assert (last.events, last.picks, last.evidence) == (None, None, ())


def test_the_lens_draws_plain_data_naming_place_and_source():
    told = json.dumps(outage_spec(chapter(), "XA", Anchors(a_report("en")), 600), ensure_ascii=False)
    assert "Atlasie" in told
    assert "Export des signaux" in told


def test_a_case_without_measures_has_no_chapter():
    assert chapters_of(a_report(outages=None)) == ()
