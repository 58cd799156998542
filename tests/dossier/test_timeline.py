"""The timeline's drawing: what the rows say, placed; nothing computed."""

import dataclasses
import datetime as dt
import json
import re

import pytest

from temoin.dossier.anchors import Anchors
from temoin.dossier.charts import render_svg
from temoin.dossier.moments import list_moments
from temoin.dossier.timeline import timeline_chart

from .sample_report import ZONE, a_report


@pytest.fixture
def moments():
    return list_moments(Anchors(a_report("en")))


def drawn(moments, **changes):
    return timeline_chart(moments, **({"language": "en", "zone_name": ZONE, "width": 600} | changes))


def labels(svg):
    return re.findall(r">([^<>]+)</text>", svg)


def test_there_is_no_drawing_of_nothing():
    assert drawn(()) is None


def test_the_specification_is_plain_data_and_the_same_each_time(moments):
    assert json.dumps(drawn(moments)) == json.dumps(drawn(moments))


def test_each_source_has_a_bar_between_its_bounds(moments):
    began = drawn(moments)["vconcat"][0]["data"]["values"]
    assert [row["who"] for row in began] == [moment.who for moment in moments if moment.what == "began"]
    assert (began[0]["low"], began[0]["high"]) == ("2031-03-08T16:00:00Z", "2031-03-08T17:00:00Z")


@pytest.mark.parametrize(("language", "clock"), [("fr", "8/03, 16 h 00"), ("en", "8 Mar, 16:00")], ids=["fr", "en"])
def test_the_lower_axis_is_in_utc_and_the_upper_one_five_hours_on(moments, language, clock):
    printed = labels(render_svg(drawn(moments, language=language)))
    assert clock in printed
    assert clock.replace("16", "21") in printed
    assert "UTC" in printed
    assert "Etc/GMT-5 (UTC+5)" in printed
    assert not [label for label in printed if "NaN" in label]


def test_a_utc_case_and_a_changing_clock_have_no_local_axis(moments):
    in_march = dt.datetime(2031, 3, 29, 12, tzinfo=dt.UTC)
    spread = dataclasses.replace(moments[0], low=in_march, high=in_march + dt.timedelta(days=2))
    for these, zone in ((moments, "UTC"), ((spread,), "Europe/Paris")):
        there = tuple(dataclasses.replace(moment, zone=zone) for moment in these)
        axes = [layer["encoding"]["x"].get("axis") for layer in drawn(there, zone_name=zone)["vconcat"][0]["layer"][:3]]
        assert [bool(axis) for axis in axes] == [True, False, False]


def test_moments_of_another_country_are_read_on_its_own_clocks(moments):
    there = tuple(dataclasses.replace(moment, zone="Asia/Almaty") for moment in moments)
    assert "Asia/Almaty (UTC+5)" in labels(render_svg(drawn(there)))
    mixed = (there[0], *moments[1:])
    assert "Etc/GMT-5 (UTC+5)" in labels(render_svg(drawn(mixed)))


def test_beginnings_weeks_apart_have_an_axis_each(moments):
    year = dt.timedelta(days=365)
    later = dataclasses.replace(moments[0], low=moments[0].low + year, high=moments[0].high + year)
    panels = drawn((*moments, later))["vconcat"]
    assert [panel["title"] for panel in panels] == ["Beginning, March 2031", "Beginning, March 2032", "End, March 2031"]
    assert [len(panel["data"]["values"]) for panel in panels] == [4, 1, 3]


def test_an_open_side_reaches_the_edge_with_an_arrow(moments):
    panel = drawn((dataclasses.replace(moments[0], high=None), *moments[1:]))["vconcat"][0]
    row = next(row for row in panel["data"]["values"] if row["open"])
    assert (row["open"], row["high"]) == ("high", panel["layer"][0]["encoding"]["x"]["scale"]["domain"][1])


def test_a_date_known_to_a_year_does_not_squeeze_the_hours(moments):
    year = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
    vague = dataclasses.replace(moments[0], low=year, high=year + dt.timedelta(days=365))
    panel = drawn((vague, *moments))["vconcat"][0]
    low, high = panel["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert (panel["data"]["values"][-1]["low"], panel["data"]["values"][-1]["high"]) == (low, high)
    assert low.startswith("2031-03-08")
