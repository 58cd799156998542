"""Further charts of a place's chapter: what each signal says, its regions and networks, what recurs there."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.parts import Chart
from temoin.dossier.report import OutageChapter
from temoin.dossier.setting import About, Draw
from temoin.evidence.digest import digest
from temoin.outages import find_campaigns
from temoin.outages.draw import Sheet, calendar_chart, signals_chart, strip_chart
from temoin.outages.places import place_label
from temoin.period import Period
from temoin.words import Words, same

MOST_PARTS = 300
"""Series of regions and networks that one strip holds; the most fallen are kept."""

_APART = dt.timedelta(hours=6)
_SERIES = ["place", "signal", "source"]
SpecOfSheet = Callable[[Sheet], dict[str, Any] | None]


def further_charts(tables: OutageChapter, place: str, anchors: Anchors, draw: Draw) -> tuple[Chart, ...]:
    """Return the charts of a place beside its first: none of those that have nothing to show.

    Parameters
    ----------
    tables : those of the case, for a place is also its regions and networks
    place : which place
    """
    own = _where(tables, pl.col("place") == place)
    parts = _where(tables, pl.col("place").str.starts_with(f"{place}/"))
    drawn = (
        (wording.SIGNALS_CHART, own, _signals(own, place)),
        (wording.PARTS_CHART, parts, _parts(parts, anchors)),
        (wording.CALENDAR_CHART, own, _calendar(own, place)),
    )
    found = next(iter(own.outages["id"]), None)
    charts = (
        draw.chart(
            anchor("k", digest([place, title.en])),
            title.filled(place=anchors.place(place)).in_(anchors.report.language),
            _of_width(spec, held, place, anchors),
            _about(held.expected, found, anchors),
        )
        for title, held, spec in drawn
        if spec is not None and not held.expected.is_empty()
    )
    return tuple(chart for chart in charts if chart is not None)


def place_sheet(tables: OutageChapter, place: str, anchors: Anchors, width: int) -> Sheet:
    """Return what a place's charts are drawn on: its name, the case's language and zone, its sources by name.

    Parameters
    ----------
    tables : those of the place
    width : of the whole drawing, in pixels
    """
    report = anchors.report
    scales = tables.signals.select("source", "scale").unique()
    return Sheet(
        label=report.places.get(place) or same(anchors.place(place)),
        language=report.language,
        zone=report.zone,
        width=width,
        sources={name: anchors.to(name).text for name in scales["source"].sort()},
        percent=frozenset(scales.filter(pl.col("scale") == "window-maximum")["source"]),
    )


def _signals(own: OutageChapter, place: str) -> SpecOfSheet | None:
    if own.outages.is_empty() or not _disagree(own):
        return None
    return lambda sheet: signals_chart(own.expected, own.picks, own.outages, place=place, sheet=sheet)


def _disagree(own: OutageChapter) -> bool:
    """Where every signal fell and came back together, the chart of the place has said so already."""
    silent = own.outages.select(pl.any_horizontal(pl.col("stayed", "unmeasured").list.len() > 0).any()).item()
    partly = (own.outages["state"] == "partial-return").any()
    return bool(silent or partly or _returns_apart(own) > _APART)


def _returns_apart(own: OutageChapter) -> dt.timedelta:
    events = own.outages.select("id", pl.col("picks").alias("pick")).explode("pick")
    ends = events.join(own.picks.select(pl.col("id").alias("pick"), "signal", "ended"), on="pick")
    last = ends.group_by("id", "signal").agg(pl.col("ended").max())
    apart = last.group_by("id").agg((pl.col("ended").max() - pl.col("ended").min()).alias("apart"))["apart"].max()
    return apart if isinstance(apart, dt.timedelta) else dt.timedelta()


def _parts(parts: OutageChapter, anchors: Anchors) -> SpecOfSheet | None:
    if parts.expected["place"].n_unique() < 2:
        return None
    shown = _most_fallen(parts.expected)
    judged = shown.filter(pl.col("expected").is_not_null())["time"].sort()
    window = None if judged.is_empty() else Period(judged[0], shown["time"].sort()[-1])
    labels = {place: _within(place, anchors) for place in shown["place"].unique()}
    return lambda sheet: strip_chart(
        shown,
        labels=labels,
        sheet=replace(sheet, window=window, label=wording.PARTS_CHART.filled(place=sheet.label)),
    )


def _within(place: str, anchors: Anchors) -> Words:
    """Under the name of their country, its parts need not name it again."""
    known = anchors.report.places.get(place) or place_label(place)
    holder = anchors.report.places.get(place.partition("/")[0]) or place_label(place.partition("/")[0])
    return Words(known.fr.removesuffix(f" ({holder.fr})"), known.en.removesuffix(f" ({holder.en})"))


def _calendar(own: OutageChapter, place: str) -> SpecOfSheet | None:
    campaigns = find_campaigns(own.outages)
    if campaigns.is_empty():
        return None
    return lambda sheet: calendar_chart(campaigns, own.outages, own.expected, place=place, sheet=sheet)


def _where(tables: OutageChapter, those: pl.Expr) -> OutageChapter:
    every = (tables.signals, tables.expected, tables.picks, tables.outages)
    return OutageChapter(*(table.filter(those) for table in every))


def _of_width(
    spec: SpecOfSheet, held: OutageChapter, place: str, anchors: Anchors
) -> Callable[[int], dict[str, Any] | None]:
    return lambda width: spec(place_sheet(held, place, anchors, width))


def _about(bins: pl.DataFrame, name: str | None, anchors: Anchors) -> About:
    sources = bins["source"].unique().sort().to_list()
    first = sources[0] if sources else ""
    return About(tuple(anchors.to(source).text for source in sources), name or first, bins["time"].sort()[-1])


def _most_fallen(parts: pl.DataFrame) -> pl.DataFrame:
    worst = parts.group_by(_SERIES).agg((pl.col("value") / pl.col("expected")).min().alias("worst"))
    kept = worst.sort("worst", *_SERIES, nulls_last=True).head(MOST_PARTS)
    return parts.join(kept.select(_SERIES), on=_SERIES, how="semi", maintain_order="left")
