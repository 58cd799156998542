"""Further charts of a place's chapter: what each signal says, its regions and networks, what recurs there."""

from collections.abc import Callable
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
from temoin.words import Words, same

MOST_PARTS = 300
"""Series of regions and networks that one strip holds; the most fallen are kept."""

_SERIES = ["place", "signal", "source"]
SpecOfSheet = Callable[[Sheet], dict[str, Any] | None]


def further_charts(tables: OutageChapter, place: str, anchors: Anchors, draw: Draw) -> tuple[Chart, ...]:
    """Return the charts of a place beside its first: none of those that have nothing to show.

    Parameters
    ----------
    tables : those of the case, for a place is also its regions and networks
    place : which place
    """
    here = pl.col("place") == place
    own = OutageChapter(
        *(table.filter(here) for table in (tables.signals, tables.expected, tables.picks, tables.outages))
    )
    parts = tables.expected.filter(pl.col("place").str.starts_with(f"{place}/"))
    drawn = (
        (wording.SIGNALS_CHART, own.expected, _signals(own, place)),
        (wording.PARTS_CHART, parts, _parts(parts, anchors)),
        (wording.CALENDAR_CHART, own.expected, _calendar(own, place)),
    )
    found = next(iter(own.outages["id"]), None)
    charts = (
        _chart(title.filled(place=anchors.place(place)), place, spec, _about(bins, found, anchors), anchors, draw)
        for title, bins, spec in drawn
        if spec is not None and not bins.is_empty()
    )
    return tuple(chart for chart in charts if chart is not None)


def _signals(own: OutageChapter, place: str) -> SpecOfSheet | None:
    if own.outages.is_empty():
        return None
    return lambda sheet: signals_chart(own.expected, own.picks, own.outages, place=place, sheet=sheet)


def _parts(parts: pl.DataFrame, anchors: Anchors) -> SpecOfSheet | None:
    if parts["place"].n_unique() < 2:
        return None
    shown = _most_fallen(parts)
    return lambda sheet: strip_chart(shown, labels=anchors.report.places, sheet=sheet)


def _calendar(own: OutageChapter, place: str) -> SpecOfSheet | None:
    campaigns = find_campaigns(own.outages)
    if campaigns.is_empty():
        return None
    return lambda sheet: calendar_chart(campaigns, own.outages, own.expected, place=place, sheet=sheet)


def _chart(title: Words, place: str, spec: SpecOfSheet, about: About, anchors: Anchors, draw: Draw) -> Chart | None:
    report = anchors.report
    label = report.places.get(place) or same(anchors.place(place))

    def of_width(width: int) -> dict[str, Any] | None:
        return spec(Sheet(label=label, language=report.language, zone=report.zone, width=width))

    return draw.chart(anchor("k", digest([place, title.en])), title.in_(report.language), of_width, about)


def _about(bins: pl.DataFrame, name: str | None, anchors: Anchors) -> About:
    sources = bins["source"].unique().sort().to_list()
    first = sources[0] if sources else ""
    return About(tuple(anchors.to(source).text for source in sources), name or first, bins["time"].sort()[-1])


def _most_fallen(parts: pl.DataFrame) -> pl.DataFrame:
    worst = parts.group_by(_SERIES).agg((pl.col("value") / pl.col("expected")).min().alias("worst"))
    kept = worst.sort("worst", *_SERIES, nulls_last=True).head(MOST_PARTS)
    return parts.join(kept.select(_SERIES), on=_SERIES, how="semi", maintain_order="left")
