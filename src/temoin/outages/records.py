"""Picks, outages and published rows as plain records, one an object, as the command line prints them."""

import datetime as dt

import polars as pl

from temoin.outages.findings import outage_findings
from temoin.outages.measure.character_rows import characters, reported_characters, watched_since
from temoin.outages.measure.detect import Measured
from temoin.outages.measure.watched import watch
from temoin.outages.recurrence import with_campaigns
from temoin.outages.tables import CHARACTER, PICKS, REPORTED
from temoin.period import iso

_EVENT = {"type": "event"}


def pick_records(picks: pl.DataFrame) -> list[dict[str, object]]:
    """Return one plain record a pick, of type ``pick``, times in ISO 8601 with Z.

    Parameters
    ----------
    picks : table ``PICKS``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    return _records("pick", PICKS.require(picks))


def reported_records(reported: pl.DataFrame) -> list[dict[str, object]]:
    """Return one plain record a published row, of type ``reported``, times in ISO 8601 with Z.

    Parameters
    ----------
    reported : table ``REPORTED``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    records = _records("reported", REPORTED.require(reported))
    several = reported.partition_by("publisher", maintain_order=True)
    likenesses = pl.concat([CHARACTER.empty(), *(reported_characters(of_one) for of_one in several)])
    alike = dict(zip(likenesses["outage"], likenesses.select("likeness", "horizon").iter_rows(), strict=True))
    nothing = (None, None)
    for record in records:
        record["likeness"], record["likeness_horizon"] = alike.get(str(record["id"]), nothing)
    return records


def _records(kind: str, frame: pl.DataFrame) -> list[dict[str, object]]:
    return [
        {"type": kind} | {name: iso(value) if isinstance(value, dt.datetime) else value for name, value in row.items()}
        for row in frame.iter_rows(named=True)
    ]


def event_records(
    outages: pl.DataFrame, measured: Measured, signals: pl.DataFrame, *, networks: pl.DataFrame | None = None
) -> list[dict[str, object]]:
    """Return one plain record an outage, of type ``event``, and then one a finding about a failed instrument.

    An event carries its likeness to confirmed cuts and, where it recurs, its campaign's rule and next dates.

    Parameters
    ----------
    outages : table ``OUTAGES``
    measured : what they were found in
    signals : table ``SIGNALS``, the points measured
    networks : table ``NETWORKS`` of the analyst, if any

    Raises
    ------
    TableError : a column is missing or of another type
    """
    told = outage_findings(outages, measured.picks, networks=networks, watched=watch(measured.expected))
    likenesses = characters(outages, measured.picks, since=watched_since(signals))
    alike = dict(zip(likenesses["outage"], likenesses.select("likeness", "horizon").iter_rows(), strict=True))
    known = set(outages["id"])
    nothing = (None, None)
    events = [
        each.record() | dict(zip(("likeness", "likeness_horizon"), alike.get(each.id, nothing), strict=True)) | _EVENT
        for each in told
        if each.id in known
    ]
    return [*with_campaigns(events, outages), *(each.record() for each in told if each.id not in known)]
