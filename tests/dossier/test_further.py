"""Further charts of a place: each stands where there is something to show."""

import dataclasses
import datetime as dt

import polars as pl

from temoin.dossier.anchors import Anchors
from temoin.dossier.charts import render_svg
from temoin.dossier.further import further_charts
from temoin.dossier.report import OutageChapter
from temoin.dossier.setting import Draw
from temoin.outages import find_outages, measure, sample

from .sample_documents import EXPORT_SOURCE
from .sample_report import a_report


def tables(signals: pl.DataFrame) -> OutageChapter:
    known = signals.with_columns(source=pl.lit(EXPORT_SOURCE.id))
    found = measure(known)
    return OutageChapter(known, found.expected, found.picks, find_outages(found.picks, found.expected))


def titles(chapter: OutageChapter, place: str = sample.PLACE) -> list[str]:
    report = dataclasses.replace(a_report("en"), outages=chapter)
    draw = Draw(report, render_svg, page=True)
    charts = further_charts(chapter, place, Anchors(report), draw)
    assert all("<svg" in chart.drawing and chart.titled for chart in charts)
    return [chart.title.split(":")[0] for chart in charts]


def test_signals_that_may_disagree_have_a_strip() -> None:
    assert titles(tables(sample.one_night_down())) == ["What each signal says"]


def test_signals_that_fall_and_come_back_together_need_no_strip() -> None:
    night = (sample.Loss(sample.moment(15, 20), sample.moment(16, 4), 0.97),)
    together = pl.concat([sample.curve("active_probing", night), sample.curve("search", night)])
    assert titles(tables(together)) == []


def test_signals_that_come_back_hours_apart_have_a_strip() -> None:
    began = sample.moment(15, 20)
    apart = [
        sample.curve(name, (sample.Loss(began, began + dt.timedelta(hours=hours), 0.97),))
        for name, hours in (("active_probing", 8), ("search", 24))
    ]
    assert titles(tables(pl.concat(apart))) == ["What each signal says"]


def test_recurring_outages_have_their_calendar() -> None:
    assert titles(tables(sample.recurring())) == ["Outages that recur"]


def test_a_calm_place_has_no_further_chart() -> None:
    assert titles(tables(sample.ramps())) == []


def test_the_parts_of_a_place_stand_together() -> None:
    night = sample.moment(15, 20)
    loss = (sample.Loss(night, night + dt.timedelta(hours=8), 0.97),)
    regions = [sample.curve("bgp", loss, place=f"Atlasie/{name}") for name in ("Nord", "Sud")]
    assert titles(tables(pl.concat([sample.one_night_down(), *regions]))) == [
        "What each signal says",
        "Regions and networks",
    ]
