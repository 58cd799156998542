"""When each source says that an outage began and ended, beside what was measured."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import polars as pl

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.naming import language_of, print_local, print_utc, title_of
from temoin.dossier.parts import Cell, Grid, Row
from temoin.dossier.place_wording import TO_CHECK
from temoin.dossier.report import StatementView
from temoin.errors import InputError
from temoin.evidence import Statement
from temoin.evidence.digest import short
from temoin.outages.signals import signal_named
from temoin.period import PartialDate, parse_time
from temoin.world import country, main_zone

What = Literal["began", "returned", "ended"]
SIDES: tuple[What, ...] = ("began", "returned", "ended")
_SIDE_OF: dict[str, What] = {
    "outage began": "began",
    "mobile outage began": "began",
    "partial return": "returned",
    "outage ended": "ended",
}
_PERIOD = "outage period"
_Bounds = tuple[dt.datetime | None, dt.datetime | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """A beginning or an end, between two instants, as one source says it or as one method measured it.

    Parameters
    ----------
    what : ``began``, ``returned`` (in part) or ``ended``
    who : the speaker, or the signal
    low, high : bounds in UTC, both may be; equal where the source says a minute, None where it leaves a side open
    printed : as the source prints it
    target : anchor of its evidence
    origin : the source's title, and its anchor
    measured : a method found it, nobody said it
    decision : what people decided of the statement
    unchecked : it was read in a picture, and a person has yet to look at it
    zone : of its place, where clocks are read; the case's own where the place keeps it or is not known
    """

    what: What
    who: str
    low: dt.datetime | None
    high: dt.datetime | None
    printed: str
    target: str
    origin: tuple[str, str]
    measured: bool = False
    decision: str = ""
    unchecked: bool = False
    lang: str = ""
    place: str = ""
    zone: str = "UTC"

    @property
    def closed(self) -> tuple[dt.datetime, dt.datetime]:
        """Its bounds, an open side closed by the other: where it stands in order of time."""
        known = self.low or self.high
        assert known is not None
        return self.low or known, self.high or known


def zone_kept(place: str | None, case_zone: str) -> str:
    """Return the zone in which clocks are read at a place: the case's if the country keeps it, else its capital's.

    Parameters
    ----------
    place : ISO 3166 code, or anything else for a place without a zone of its own
    case_zone : IANA zone of the case

    Examples
    --------
    >>> zone_kept("KZ", "Asia/Tehran"), zone_kept("KZ", "Asia/Aqtau"), zone_kept("Atlasie", "UTC")
    ('Asia/Almaty', 'Asia/Aqtau', 'UTC')
    """
    try:
        zones = country(place).zones if place else ()
    except InputError:
        zones = ()
    return case_zone if not zones or case_zone in zones else main_zone(str(place))


def list_moments(anchors: Anchors) -> tuple[Moment, ...]:
    """Return every beginning and end of an outage, said or measured, in order of time; rejected ones left out."""
    said = [
        moment
        for document in anchors.report.documents
        for view in document.statements
        if view.decision != "rejected"
        for moment in _said(view, document.source.id, anchors)
    ]
    order = {what: rank for rank, what in enumerate(SIDES)}
    found = (*said, *_measured(anchors))
    if len({moment.place for moment in found}) > 1:
        found = tuple(_with_place(moment) for moment in found)
    return tuple(sorted(found, key=lambda moment: (order[moment.what], *moment.closed, moment.who)))


def _with_place(moment: Moment) -> Moment:
    return replace(moment, who=f"{moment.who} · {moment.place}") if moment.place else moment


def _said(view: StatementView, source: str, anchors: Anchors) -> Iterator[Moment]:
    statement = view.statement
    held = next((one for one in anchors.report.sources if one.source.id == source), None)
    title = title_of(held, anchors.report.language) if held else short(source)
    who = statement.attributed_to or (held.source.publisher if held else None) or title
    if statement.attribute.startswith("mobile"):
        who = f"{who} · {wording.MOBILE.in_(anchors.report.language)}"
    zone = zone_kept(statement.place, anchors.report.zone)
    for what, bounds in _dated(statement, zone):
        yield Moment(
            what,
            who,
            *bounds,
            statement.text,
            anchor("s", statement.id),
            (title, anchor("x", source)),
            decision=view.decision,
            unchecked=view.unchecked,
            lang=language_of(held),
            place=anchors.place(statement.place) if statement.place else "",
            zone=zone,
        )


def _dated(statement: Statement, zone_name: str) -> Iterator[tuple[What, _Bounds]]:
    if statement.kind not in {"date", "datetime"}:
        return
    low, high = statement.low, statement.high
    if low is None and high is None:
        low = high = statement.value
    if statement.attribute == _PERIOD:
        sides: tuple[tuple[What, str | None, str | None], ...] = (("began", low, low), ("ended", high, high))
    else:
        what = _SIDE_OF.get(statement.attribute)
        sides = ((what, low, high),) if what else ()
    for what, first, last in sides:
        bounds = _instants(first, last, zone_name)
        if bounds != (None, None):
            yield what, bounds


def _instants(first: str | None, last: str | None, zone_name: str) -> _Bounds:
    try:
        low = None if first is None else _span(first, zone_name)[0]
        high = None if last is None else _span(last, zone_name)[1]
    except InputError:
        return None, None
    return low, high


def _span(text: str, zone_name: str) -> tuple[dt.datetime, dt.datetime]:
    if "T" in text:
        moment = parse_time(text, zone_name)
        return moment, moment
    days = PartialDate(text).period(zone_name)
    return days.begin, days.end


def _measured(anchors: Anchors) -> list[Moment]:
    tables = anchors.report.outages
    if tables is None:
        return []
    moments = []
    for event in tables.outages.iter_rows(named=True):
        place = anchors.place(event["place"])
        zone = zone_kept(event["place"], anchors.report.zone)
        preferred = tables.picks.filter(pl.col("id").is_in(event["picks"]) & (pl.col("signal") == event["preferred"]))
        who = wording.MEASURED_BY.filled(signal=signal_named(event["preferred"]).label).in_(anchors.report.language)
        source = anchors.to(next(iter(preferred["source"]), place))
        origin = (source.text, source.target or anchor("o", event["id"]))
        bounds: dict[What, tuple[dt.datetime, dt.datetime]] = {
            "began": (event["began_earliest"], event["began_latest"])
        }
        if event["ended"] is not None:
            backs = preferred.select("ended_earliest", "ended_latest").drop_nulls().rows() or [(event["ended"],) * 2]
            bounds["ended"] = backs[0]
        moments += [
            Moment(what, who, *pair, "", anchor("o", event["id"]), origin, measured=True, place=place, zone=zone)
            for what, pair in bounds.items()
        ]
    return moments


def moments_grid(moments: tuple[Moment, ...], anchors: Anchors) -> Grid:
    """Return the timeline as a table: the figure as printed, its bounds in both times, the speaker, the source."""
    language = anchors.report.language
    heads = (wording.WHO_SAYS, wording.EVENT, wording.NOT_BEFORE, wording.NOT_AFTER, wording.AS_PRINTED, wording.SOURCE)
    return Grid(
        caption=wording.TIMELINE_TABLE.in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(_row(moment, anchors) for moment in moments),
        anchor="timeline-table",
    )


def _row(moment: Moment, anchors: Anchors) -> Row:
    language = anchors.report.language
    decided = wording.DECISIONS[moment.decision].in_(language) if moment.decision else wording.MEASURED.in_(language)
    if moment.unchecked:
        decided = f"{decided} · {TO_CHECK.in_(language)}"
    return Row(
        (
            Cell(moment.who, note=decided),
            Cell(wording.SIDES[moment.what].in_(language)),
            _bound(moment.low, moment, anchors),
            _bound(moment.high, moment, anchors),
            Cell(moment.printed or "—", moment.target if moment.printed else "", tone="quote", lang=moment.lang),
            Cell(moment.origin[0], moment.origin[1]),
        )
    )


def _bound(bound: dt.datetime | None, moment: Moment, anchors: Anchors) -> Cell:
    language = anchors.report.language
    if bound is None:
        return Cell(wording.OPEN.in_(language), moment.target)
    return Cell(print_utc(bound, language), moment.target, print_local(bound, moment.zone, language))
