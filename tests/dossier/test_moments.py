"""The timeline's rows: said or measured, between two instants, in order."""

import dataclasses

import pytest

from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.moments import list_moments, moments_grid
from temoin.dossier.report import DocumentView, StatementView

from .sample_documents import CUT, PRESS, PRESS_SOURCE, PROBES, documents
from .sample_outage import BEGAN, ENDED, STEP
from .sample_report import a_report


def moments_of(statement, decision="proposed", **changes):
    view = DocumentView(PRESS_SOURCE, "t", PRESS, statements=(StatementView(statement, decision),))
    return list_moments(Anchors(a_report("en", documents=(view,), outages=None, **changes)))


def test_beginnings_stand_before_ends_each_in_order_of_time():
    moments = list_moments(Anchors(a_report("en")))
    assert [moment.what for moment in moments] == ["began"] * 4 + ["ended"] * 3
    assert [moment.low for moment in moments[:4]] == sorted(moment.low for moment in moments[:4])


def test_a_measured_outage_begins_between_its_bounds_and_ends_between_those_of_its_preferred_pick():
    began, ended = [moment for moment in list_moments(Anchors(a_report("en"))) if moment.measured]
    assert (began.low, began.high) == (BEGAN - STEP, BEGAN + 3 * STEP)
    assert (ended.low, ended.high) == (ENDED - STEP, ENDED + STEP)
    assert began.who == "Measured, active probing"


def test_a_range_keeps_its_two_bounds_and_leads_to_its_sentence():
    (moment,) = moments_of(PROBES)
    assert (moment.low.hour, moment.high.hour) == (16, 17)
    assert moment.target == anchor("s", PROBES.id)


def test_a_day_is_the_whole_day_in_the_zone_of_the_case():
    (moment,) = moments_of(dataclasses.replace(CUT, kind="date", value="2031-03-08"), zone="Asia/Almaty")
    assert (moment.low.isoformat(), moment.high.isoformat()) == (
        "2031-03-07T19:00:00+00:00",
        "2031-03-08T19:00:00+00:00",
    )


@pytest.mark.parametrize(
    "changes",
    [{"attribute": "people affected"}, {"kind": "count"}, {"value": None}, {"low": "soon"}, {"value": "soon"}],
    ids=["no event", "no time", "vague", "not a bound", "not a date"],
)
def test_what_dates_no_beginning_and_no_end_is_left_out(changes):
    assert moments_of(dataclasses.replace(CUT, **changes)) == ()


def test_a_source_that_says_after_leaves_the_later_side_open():
    (moment,) = moments_of(dataclasses.replace(CUT, qualifier="at least", low=CUT.value, high=None))
    assert (moment.low.hour, moment.high) == (16, None)
    anchors = Anchors(a_report("en"))
    assert moments_grid((moment,), anchors).rows[0].cells[3].text == "open"


def test_a_period_is_a_beginning_and_an_end():
    days = dataclasses.replace(CUT, kind="date", attribute="outage period", low="2031-03-08", high="2031-03-10")
    began, ended = moments_of(days, zone="UTC")
    assert (began.what, began.low.day, began.high.day) == ("began", 8, 9)
    assert (ended.what, ended.low.day, ended.high.day) == ("ended", 10, 11)


def test_a_rejected_statement_is_left_out():
    assert moments_of(CUT, "rejected") == ()


def test_the_mobile_network_is_told_from_the_whole():
    (moment,) = moments_of(dataclasses.replace(CUT, attribute="mobile outage began"))
    assert (moment.what, moment.who) == ("began", "Observatoire des réseaux d’Atlasie · mobile network")


def test_several_places_are_told_apart():
    elsewhere = dataclasses.replace(PROBES, place="KZ")
    views = (StatementView(CUT), StatementView(dataclasses.replace(elsewhere, start=0, end=7)))
    report = a_report("en", documents=(DocumentView(PRESS_SOURCE, "t", PRESS, statements=views),), outages=None)
    assert [moment.who for moment in list_moments(Anchors(report))] == [
        "Harbour Institute · Kazakhstan",
        "Observatoire des réseaux d’Atlasie · Atlasie",
    ]


def test_the_table_prints_both_times_of_each_bound():
    anchors = Anchors(a_report("fr", documents=documents()))
    row = moments_grid(list_moments(anchors), anchors).rows[0]
    assert row.cells[2].text == "8 mars 2031 à 16\xa0h\xa000 (UTC)"
    assert row.cells[2].note == "8 mars 2031 à 21\xa0h\xa000 (UTC+5)"
    assert row.cells[2].target
