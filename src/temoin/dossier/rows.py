"""The rows behind a chart, embedded only around findings: enough to check an edge, not the whole series."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import polars as pl

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor, rows_anchor
from temoin.dossier.naming import print_local, print_utc, print_value
from temoin.dossier.parts import Cell, Grid, Link, Row
from temoin.dossier.report import OutageChapter
from temoin.evidence import Rows
from temoin.evidence.digest import short
from temoin.outages.signals import signal_named
from temoin.words import Language


@dataclass(frozen=True, slots=True)
class Extent:
    """How many rows are embedded: bins on either side of an edge, between the edges, and of a citation."""

    around: int
    between: int
    cited: int


PAGE, PAPER = Extent(6, 12, 40), Extent(2, 4, 10)
"""What a page folds away and what paper has room for."""

_Series = tuple[str, str]


def event_rows(event: dict[str, Any], tables: OutageChapter, anchors: Anchors, extent: Extent) -> Grid:
    """Return the rows behind an event: a line a bin, a column a series, dense at the edges and thin between them.

    Parameters
    ----------
    event : a row of ``OUTAGES``
    tables : those of its place
    """
    language = anchors.report.language
    picks = tables.picks.filter(pl.col("id").is_in(event["picks"]))
    step = dt.timedelta(seconds=min(picks["step"], default=3600))
    edges = _edges(event, picks)
    near = pl.col("time").is_between(edges[0] - extent.around * step, edges[-1] + extent.around * step)
    key = ["source", "signal", "time"]
    down = tables.expected.filter(near).select(*key, "down")
    cells = tables.signals.filter(near).join(down, on=key, how="left").sort("time", "signal", "source")
    times = cells["time"].unique().sort().to_list()
    shown = _thinned(times, edges, step, extent)
    series = _series(cells)
    evidence = anchor("e", event["id"])
    marks = {
        _nearest(shown, event["ended"] or edges[-1]): f"{evidence}-z",
        _nearest(shown, event["began"]): f"{evidence}-b",
    }
    rows = _bins(cells.filter(pl.col("time").is_in(shown)), series, anchors)
    return Grid(
        caption=wording.ROWS_BEHIND.filled(id=short(event["id"])).in_(language),
        heads=_heads(series, anchors),
        rows=tuple(Row(row.cells, marks.get(time, "")) for time, row in rows.items()),
        anchor=evidence,
        back=back_to(event, anchors),
        note=wording.ROWS_SHOWN.filled(shown=len(shown), all=len(times)).in_(language),
        folded=True,
    )


def _series(cells: pl.DataFrame) -> list[_Series]:
    return cells.select("signal", "source").unique().sort("signal", "source").rows()


def _heads(series: list[_Series], anchors: Anchors) -> tuple[str, ...]:
    language = anchors.report.language
    signals = [signal for signal, _ in series]
    heads = [
        signal_named(signal).label.in_(language)
        + (f" ({anchors.to(source).text})" if signals.count(signal) > 1 else "")
        for signal, source in series
    ]
    return (wording.TIME_UTC.in_(language), *heads)


def _edges(event: dict[str, Any], picks: pl.DataFrame) -> list[dt.datetime]:
    edges = {event["began"], event["began_earliest"], event["began_latest"], event["ended"] or event["observed_until"]}
    edges |= set(picks["began"]) | {ended for ended in picks["ended"] if ended is not None}
    return sorted(edges)


def _thinned(
    times: list[dt.datetime], edges: list[dt.datetime], step: dt.timedelta, extent: Extent
) -> list[dt.datetime]:
    close = {time for time in times for edge in edges if abs(time - edge) <= extent.around * step}
    rest = [time for time in times if time not in close]
    stride = max(1, len(rest) // extent.between)
    return sorted(close | set(rest[stride // 2 :: stride]))


def _nearest(times: list[dt.datetime], moment: dt.datetime) -> dt.datetime | None:
    return min(times, key=lambda time: abs(time - moment), default=None)


def _bins(cells: pl.DataFrame, series: list[_Series], anchors: Anchors) -> dict[dt.datetime, Row]:
    language, zone = anchors.report.language, anchors.report.zone
    by_time: dict[dt.datetime, dict[_Series, dict[str, Any]]] = {}
    for row in cells.iter_rows(named=True):
        by_time.setdefault(row["time"], {})[row["signal"], row["source"]] = row
    return {
        time: Row(
            (
                Cell(print_utc(time, language), note=print_local(time, zone, language)),
                *(_measured(found.get(one), language) for one in series),
            )
        )
        for time, found in by_time.items()
    }


def _measured(row: dict[str, Any] | None, language: Language) -> Cell:
    if row is None:
        return Cell("", tone="missing")
    note = wording.ROW.filled(row=row["row"]).in_(language)
    if row["value"] is None:
        return Cell(wording.NOT_MEASURED.in_(language), note=note, tone="missing")
    return Cell(print_value(row["value"], language), note=note, tone="down" if row.get("down") else "number")


def cited_rows(anchors: Anchors, extent: Extent) -> tuple[Grid, ...]:
    """Return one table for each run of rows that a finding cites."""
    tables = anchors.report.outages
    if tables is None:
        return ()
    ordered = sorted(anchors.rows, key=lambda place: (place.source, place.first, place.last))
    grids = []
    for source, places in groupby(ordered, key=lambda place: place.source):
        signals = tables.signals.filter(pl.col("source") == source)
        grids += [_cited(place, signals, anchors, extent.cited) for place in places]
    return tuple(grids)


def _cited(place: Rows, signals: pl.DataFrame, anchors: Anchors, most: int) -> Grid:
    language = anchors.report.language
    rows = signals.filter(pl.col("row").is_between(place.first, place.last)).sort("time", "signal")
    times = rows["time"].unique().sort().to_list()
    stride = -(-len(times) // most) or 1
    shown = times[::stride]
    series = _series(rows)
    own = rows_anchor(place)
    told = anchors.at(place).text
    return Grid(
        caption=told,
        heads=_heads(series, anchors),
        rows=tuple(_bins(rows.filter(pl.col("time").is_in(shown)), series, anchors).values()),
        anchor=own,
        back=tuple(anchors.citing[own]),
        note=wording.ROWS_SHOWN.filled(shown=len(shown), all=len(times)).in_(language),
        folded=True,
    )


def back_to(event: dict[str, Any], anchors: Anchors) -> tuple[Link, ...]:
    """Return the ways back from an event's rows: to the event, and to the findings that rest on it."""
    own = anchors.links[event["id"]]
    places = [anchor("e", event["id"]), own.target, *(anchor("p", pick) for pick in event["picks"])]
    return (own, *dict.fromkeys(link for place in places for link in anchors.citing[place]))
