"""When each source says that an outage began and ended, beside what was measured."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

import polars as pl

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.naming import print_local, print_utc, title_of
from temoin.dossier.parts import Cell, Grid, Row
from temoin.dossier.report import StatementView
from temoin.errors import InputError
from temoin.evidence import Statement
from temoin.evidence.digest import short
from temoin.outages.signals import signal_named
from temoin.period import PartialDate, parse_time

What = Literal["began", "returned", "ended"]
SIDES: tuple[What, ...] = ("began", "returned", "ended")
_SIDE_OF: dict[str, What] = {
    "outage began": "began",
    "mobile outage began": "began",
    "partial return": "returned",
    "outage ended": "ended",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A beginning or an end, between two instants, as one source says it or as one method measured it.

    Parameters
    ----------
    what : ``began``, ``returned`` (in part) or ``ended``
    who : the speaker, or the signal
    low, high : bounds in UTC, both may be; equal where the source says a minute
    printed : as the source prints it
    target : anchor of its evidence
    origin : the source's title, and its anchor
    measured : a method found it, nobody said it
    decision : what people decided of the statement
    """

    what: What
    who: str
    low: dt.datetime
    high: dt.datetime
    printed: str
    target: str
    origin: tuple[str, str]
    measured: bool = False
    decision: str = ""
    lang: str = ""


def list_moments(anchors: Anchors) -> tuple[Moment, ...]:
    """Return every beginning and end of an outage, said or measured, in order of time; rejected ones left out."""
    said = [
        moment
        for document in anchors.report.documents
        for view in document.statements
        if view.decision != "rejected" and (moment := _said(view, document.source.id, anchors)) is not None
    ]
    order = {what: rank for rank, what in enumerate(SIDES)}
    return tuple(
        sorted(
            (*said, *_measured(anchors)), key=lambda moment: (order[moment.what], moment.low, moment.high, moment.who)
        )
    )


def _said(view: StatementView, source: str, anchors: Anchors) -> Moment | None:
    statement = view.statement
    what = _SIDE_OF.get(statement.attribute)
    bounds = _bounds(statement, anchors.report.zone)
    if what is None or bounds is None:
        return None
    sources = {one.source.id: one for one in anchors.report.sources}
    title = title_of(sources[source], anchors.report.language) if source in sources else short(source)
    publisher = sources[source].source.publisher if source in sources else None
    who = statement.attributed_to or publisher or title
    if statement.attribute.startswith("mobile"):
        who = f"{who} · {wording.MOBILE.in_(anchors.report.language)}"
    return Moment(
        what,
        who,
        *bounds,
        statement.text,
        anchor("s", statement.id),
        (title, anchor("x", source)),
        decision=view.decision,
    )


def _bounds(statement: Statement, zone_name: str) -> tuple[dt.datetime, dt.datetime] | None:
    if statement.kind not in {"date", "datetime"}:
        return None
    first, last = statement.low or statement.value, statement.high or statement.value
    if first is None or last is None:
        return None
    try:
        return _instants(first, zone_name)[0], _instants(last, zone_name)[1]
    except InputError:
        return None


def _instants(text: str, zone_name: str) -> tuple[dt.datetime, dt.datetime]:
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
            Moment(what, who, *pair, "", anchor("o", event["id"]), origin, measured=True)
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
    language, zone_name = anchors.report.language, anchors.report.zone
    decided = wording.DECISIONS[moment.decision].in_(language) if moment.decision else wording.MEASURED.in_(language)
    return Row(
        (
            Cell(moment.who, note=decided),
            Cell(wording.SIDES[moment.what].in_(language)),
            Cell(print_utc(moment.low, language), moment.target, print_local(moment.low, zone_name, language)),
            Cell(print_utc(moment.high, language), moment.target, print_local(moment.high, zone_name, language)),
            Cell(moment.printed or "—", moment.target if moment.printed else "", tone="quote"),
            Cell(moment.origin[0], moment.origin[1]),
        )
    )
