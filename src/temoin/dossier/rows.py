"""The rows behind a chart, embedded only around findings: enough to check an edge, not the whole series."""

import datetime as dt
from typing import Any

import polars as pl

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor, rows_anchor
from temoin.dossier.naming import print_local, print_utc, print_value
from temoin.dossier.parts import Cell, Grid, Link, Row
from temoin.evidence import Rows
from temoin.evidence.digest import short
from temoin.outages.signals import signal_named
from temoin.words import Language

AROUND = 6
"""Bins shown on either side of an edge."""
BETWEEN = 12
"""Bins shown between two edges."""
MOST_ROWS = 40
"""Rows of a citation shown in full; of a longer one, that many spread over it."""


def event_rows(
    event: dict[str, Any], picks: pl.DataFrame, signals: pl.DataFrame, expected: pl.DataFrame, anchors: Anchors
) -> Grid:
    """Return the rows behind an event: a line a bin, a column a signal, dense at the edges and thin between them.

    Parameters
    ----------
    event : a row of ``OUTAGES``
    picks : table ``PICKS``, those of the event
    signals : table ``SIGNALS`` of its place
    expected : table ``EXPECTED`` of its place
    """
    language = anchors.report.language
    step = dt.timedelta(seconds=min(picks["step"], default=3600))
    edges = _edges(event, picks)
    near = pl.col("time").is_between(edges[0] - AROUND * step, edges[-1] + AROUND * step)
    cells = (
        signals.filter(near)
        .join(
            expected.filter(near).select("source", "signal", "time", "down"),
            on=["source", "signal", "time"],
            how="left",
        )
        .sort("time", "signal", "source")
    )
    times = cells["time"].unique().sort().to_list()
    shown = _thinned(times, edges, step)
    names = sorted(set(cells["signal"]))
    marks = {_nearest(times, event["began"]): "b", _nearest(times, event["ended"] or edges[-1]): "z"}
    evidence = anchor("e", event["id"])
    rows = _bins(cells.filter(pl.col("time").is_in(shown)), names, anchors)
    placed = tuple(Row(row.cells, f"{evidence}-{marks[time]}" if time in marks else "") for time, row in rows.items())
    return Grid(
        caption=wording.ROWS_BEHIND.filled(id=short(event["id"])).in_(language),
        heads=_heads(names, language),
        rows=placed,
        anchor=evidence,
        back=back_to(event, anchors),
        note=wording.ROWS_SHOWN.filled(shown=len(shown), all=len(times)).in_(language),
        folded=True,
    )


def _heads(names: list[str], language: Language) -> tuple[str, ...]:
    return (wording.TIME_UTC.in_(language), *(signal_named(name).label.in_(language) for name in names))


def _edges(event: dict[str, Any], picks: pl.DataFrame) -> list[dt.datetime]:
    edges = {event["began"], event["began_earliest"], event["began_latest"], event["ended"] or event["observed_until"]}
    edges |= set(picks["began"]) | {ended for ended in picks["ended"] if ended is not None}
    return sorted(edges)


def _thinned(times: list[dt.datetime], edges: list[dt.datetime], step: dt.timedelta) -> list[dt.datetime]:
    close = {time for time in times for edge in edges if abs(time - edge) <= AROUND * step}
    rest = [time for time in times if time not in close]
    stride = max(1, len(rest) // BETWEEN)
    return sorted(close | set(rest[stride // 2 :: stride]))


def _nearest(times: list[dt.datetime], moment: dt.datetime) -> dt.datetime | None:
    return min(times, key=lambda time: abs(time - moment), default=None)


def _bins(cells: pl.DataFrame, names: list[str], anchors: Anchors) -> dict[dt.datetime, Row]:
    language, zone = anchors.report.language, anchors.report.zone
    rows: dict[dt.datetime, Row] = {}
    for (time,), group in cells.group_by("time", maintain_order=True):
        assert isinstance(time, dt.datetime)
        by_signal = {row["signal"]: row for row in group.iter_rows(named=True)}
        values = tuple(_measured(by_signal.get(name), language) for name in names)
        rows[time] = Row((Cell(print_utc(time, language), note=print_local(time, zone, language)), *values))
    return rows


def _measured(row: dict[str, Any] | None, language: Language) -> Cell:
    if row is None:
        return Cell("", tone="missing")
    note = wording.ROW.filled(row=row["row"]).in_(language)
    if row["value"] is None:
        return Cell(wording.NOT_MEASURED.in_(language), note=note, tone="missing")
    return Cell(print_value(row["value"], language), note=note, tone="down" if row.get("down") else "number")


def cited_rows(anchors: Anchors) -> tuple[Grid, ...]:
    """Return one table for each run of rows that a finding cites."""
    tables = anchors.report.outages
    if tables is None:
        return ()
    ordered = sorted(anchors.rows, key=lambda place: (place.source, place.first, place.last))
    return tuple(_cited(place, tables.signals, anchors) for place in ordered)


def _cited(place: Rows, signals: pl.DataFrame, anchors: Anchors) -> Grid:
    language = anchors.report.language
    rows = signals.filter((pl.col("source") == place.source) & pl.col("row").is_between(place.first, place.last)).sort(
        "time", "signal"
    )
    times = rows["time"].unique().sort().to_list()
    stride = -(-len(times) // MOST_ROWS) or 1
    shown = times[::stride]
    names = sorted(set(rows["signal"]))
    own = rows_anchor(place)
    told = anchors.at(place).text
    return Grid(
        caption=told,
        heads=_heads(names, language),
        rows=tuple(_bins(rows.filter(pl.col("time").is_in(shown)), names, anchors).values()),
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
