"""The outage chapters: for each place its chart, its events with their bounds, its picks, the rows behind them."""

import datetime as dt
from dataclasses import replace
from typing import Any

import polars as pl

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.further import further_charts, place_sheet
from temoin.dossier.likenesses import likeness_grids
from temoin.dossier.listed import listed_grid
from temoin.dossier.naming import print_between, print_local, print_utc
from temoin.dossier.parts import Cell, Chart, Grid, PlaceChapter, Row
from temoin.dossier.report import OutageChapter
from temoin.dossier.rows import PAGE, PAPER, event_rows
from temoin.dossier.setting import About, Draw
from temoin.evidence.digest import digest, short
from temoin.outages.draw import Sheet, outage_chart, strip_chart
from temoin.outages.signals import signal_named
from temoin.quantity import Quantity
from temoin.words import Language, Words, same

DEPTH = Quantity("depth", Words("part perdue", "share lost"), Words("%", "%"), 0)
LOST_HOURS = Quantity("lost_hours", Words("heures de connexion perdues", "hours of connectivity lost"), same("h"), 1)
QUIET_ALONE = 4
"""Up to so many places without an outage have a chart of their own; more share a heat strip."""
MOST_STRIPS = 60
CONFIDENCE = Quantity("confidence", Words("confiance", "confidence"), same(""), 2)


def outage_spec(tables: OutageChapter, place: str, anchors: Anchors, width: int) -> dict[str, Any]:
    """Return the specification of a place's chart, as the outage lens draws it.

    Parameters
    ----------
    tables : those of the place
    width : of the whole drawing, in pixels
    """
    sheet = place_sheet(tables, place, anchors, width)
    return outage_chart(tables.expected, tables.picks, tables.outages, place=place, sheet=sheet)


def list_chapters(anchors: Anchors, draw: Draw, lead: Chart | None = None) -> tuple[PlaceChapter, ...]:
    """Return one chapter a place: those with an outage first, then by code, then those that only lists speak of.

    The chart of the front page, ``lead``, is not drawn a second time: its chapter leads to it.
    """
    tables = anchors.report.outages
    if tables is None:
        return ()
    struck = sorted(set(tables.outages["place"]))
    quiet = sorted(set(tables.expected["place"].unique()).difference(struck))
    listed = set(tables.reported["measured"]) if tables.reported.height else set()
    unmeasured = sorted(listed.difference(struck, quiet))
    together = len(quiet) > QUIET_ALONE
    alone = [*struck, *unmeasured] if together else [*struck, *quiet, *unmeasured]
    chapters = [
        replace(
            _chapter(_of_place(tables, place), place, anchors, draw, lead),
            further=further_charts(tables, place, anchors, draw),
        )
        for place in alone
    ]
    if together:
        chapters.append(_quiet_chapter(tables, quiet, anchors, draw))
    return tuple(chapters)


def _quiet_chapter(tables: OutageChapter, places: list[str], anchors: Anchors, draw: Draw) -> PlaceChapter:
    """Many places where nothing happened deserve one drawing together, not a page each."""
    here = pl.col("place").is_in(places)
    expected = tables.expected.filter(here)
    title = wording.QUIET_PLACES.filled(count=len(places)).in_(anchors.report.language)
    shown = _most_fallen(expected)
    sources = expected["source"].unique().sort().to_list()
    labels = {place: anchors.report.places.get(place) or same(anchors.place(place)) for place in places}
    chart = draw.chart(
        "k-quiet",
        title,
        lambda width: strip_chart(shown, labels=labels, sheet=_quiet_sheet(title, anchors, width)),
        About(tuple(anchors.to(source).text for source in sources), sources[0], expected["time"][-1]),
    )
    quiet = OutageChapter(tables.signals.clear(), expected, tables.picks.filter(here), tables.outages.clear())
    picks = _picks(quiet, title, anchors, frozenset())
    if picks is not None:
        where = [anchors.place(place) for place in quiet.picks["place"]]
        picks = replace(picks, rows=tuple(map(_at_place, picks.rows, where)))
    listed = listed_grid(places, title, anchors)
    return PlaceChapter("l-quiet", title, chart, None, picks, (), listed=listed)


def _quiet_sheet(title: str, anchors: Anchors, width: int) -> Sheet:
    return Sheet(label=same(title), language=anchors.report.language, zone=anchors.report.zone, width=width)


def _at_place(row: Row, place: str) -> Row:
    first = row.cells[0]
    return replace(row, cells=(replace(first, text=f"{first.text}, {place}"), *row.cells[1:]))


def _most_fallen(expected: pl.DataFrame) -> pl.DataFrame:
    series = ["place", "signal", "source"]
    worst = expected.group_by(series).agg((pl.col("value") / pl.col("expected")).min().alias("worst"))
    kept = worst.sort("worst", *series, nulls_last=True).head(MOST_STRIPS).sort("place", "signal", "source")
    return expected.join(kept.select(series), on=series, how="semi")


def _of_place(tables: OutageChapter, place: str) -> OutageChapter:
    here = pl.col("place") == place
    return OutageChapter(
        tables.signals.filter(here),
        tables.expected.filter(here),
        tables.picks.filter(here).sort("began", "signal", "id"),
        tables.outages.filter(here).sort("began", "id"),
    )


def lead_chart(anchors: Anchors, draw: Draw) -> Chart | None:
    """Return the chart of the place that lost most, for the front page; None where nothing fell."""
    tables = anchors.report.outages
    if tables is None or tables.outages.is_empty():
        return None
    place = _heaviest(tables)
    return _chart(_of_place(tables, place), place, anchors, draw, wording.LEAD_CHART)


def _heaviest(tables: OutageChapter) -> str:
    return str(tables.outages.sort("lost_hours", "place", descending=[True, False])["place"][0])


def _chapter(tables: OutageChapter, place: str, anchors: Anchors, draw: Draw, lead: Chart | None) -> PlaceChapter:
    title = anchors.place(place)
    on_front = lead is not None and anchors.report.outages is not None and place == _heaviest(anchors.report.outages)
    chart = None if on_front else _chart(tables, place, anchors, draw, wording.OUTAGE_CHART)
    extent = PAGE if draw.page else PAPER
    evidence = tuple(event_rows(event, tables, anchors, extent) for event in tables.outages.iter_rows(named=True))
    edges = frozenset(row.anchor for grid in evidence for row in grid.rows)
    return PlaceChapter(
        anchor=anchor("l", digest(place)),
        title=title,
        chart=chart,
        events=_events(tables, title, anchors, edges),
        picks=_picks(tables, title, anchors, edges),
        evidence=evidence,
        likenesses=likeness_grids(place, title, anchors),
        listed=listed_grid([place], title, anchors),
        front=lead.anchor if lead is not None and on_front else "",
    )


def _chart(tables: OutageChapter, place: str, anchors: Anchors, draw: Draw, title: Words) -> Chart | None:
    if tables.expected.is_empty():
        return None
    sources = tables.expected["source"].unique().sort().to_list()
    return draw.chart(
        anchor("k", digest([place, title.en])),
        title.filled(place=anchors.place(place)).in_(anchors.report.language),
        lambda width: outage_spec(tables, place, anchors, width),
        About(
            tuple(anchors.to(source).text for source in sources),
            next(iter([*tables.outages["id"], *tables.picks["id"]]), sources[0]),
            next(iter(tables.outages["began"]), tables.expected["time"][-1]),
        ),
    )


def _events(tables: OutageChapter, place: str, anchors: Anchors, edges: frozenset[str]) -> Grid | None:
    if tables.outages.is_empty():
        return None
    language = anchors.report.language
    heads = (
        wording.OUTAGE,
        wording.BEGAN,
        wording.ENDED,
        wording.STATE,
        wording.DEPTH_LOST,
        wording.WHO_FELL,
        wording.CONFIDENCE,
    )
    return Grid(
        caption=wording.EVENTS_OF.filled(place=place).in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(_event_row(event, tables.picks, anchors, edges) for event in tables.outages.iter_rows(named=True)),
    )


def _edge(evidence: str, side: str, edges: frozenset[str]) -> str:
    # An outage of one bin has one row for both its edges.
    return f"{evidence}-{side}" if f"{evidence}-{side}" in edges else evidence


def _event_row(event: dict[str, Any], picks: pl.DataFrame, anchors: Anchors, edges: frozenset[str]) -> Row:
    language = anchors.report.language
    evidence = anchor("e", event["id"])
    begin, end = _edge(evidence, "b", edges), _edge(evidence, "z", edges)
    by_signal = {
        signal: anchor("p", name)
        for name, signal in picks.filter(pl.col("id").is_in(event["picks"])).select("id", "signal").iter_rows()
    }
    fell = wording.FELL.filled(signals=_labels(event["fell"], language)).in_(language)
    stayed = wording.STAYED.filled(signals=_labels(event["stayed"], language)).in_(language)
    unmeasured = wording.UNMEASURED.filled(signals=_labels(event["unmeasured"], language)).in_(language)
    preferred = wording.PREFERRED.filled(signal=signal_named(event["preferred"]).label).in_(language)
    return Row(
        (
            Cell(short(event["id"]), evidence, _campaign(event, anchors), "code"),
            _moment_cell(event["began"], (event["began_earliest"], event["began_latest"]), begin, anchors),
            _ended_cell(event, end, anchors),
            Cell(wording.STATES[event["state"]].in_(language), note=wording.KINDS[event["kind"]].in_(language)),
            Cell(
                DEPTH.printed(event["depth"], language),
                by_signal.get(event["preferred"], evidence),
                LOST_HOURS.printed(event["lost_hours"], language),
                "number",
            ),
            Cell(fell, note="\n".join([stayed, *([unmeasured] if event["unmeasured"] else [])])),
            Cell(
                CONFIDENCE.printed(event["confidence"], language),
                by_signal.get(event["preferred"], evidence),
                preferred,
                "number",
            ),
        ),
        anchor("o", event["id"]),
    )


def _labels(signals: list[str], language: Language) -> str:
    return ", ".join(signal_named(signal).label.in_(language) for signal in signals) or "—"


def _campaign(event: dict[str, Any], anchors: Anchors) -> str:
    if event["campaign"] is None:
        return ""
    return wording.CAMPAIGN.filled(name=short(event["campaign"])).in_(anchors.report.language)


def _moment_cell(moment: dt.datetime, bounds: tuple[dt.datetime, dt.datetime], target: str, anchors: Anchors) -> Cell:
    language, zone = anchors.report.language, anchors.report.zone
    notes = (print_local(moment, zone, language), print_between(*bounds, language))
    return Cell(print_utc(moment, language), target, "\n".join(filter(None, notes)))


def _ended_cell(event: dict[str, Any], target: str, anchors: Anchors) -> Cell:
    language, zone = anchors.report.language, anchors.report.zone
    if event["ended"] is None:
        until = wording.OBSERVED_UNTIL.filled(moment=print_utc(event["observed_until"], language)).in_(language)
        return Cell(wording.NOT_ENDED.in_(language), target, until)
    return Cell(print_utc(event["ended"], language), target, print_local(event["ended"], zone, language))


def _picks(tables: OutageChapter, place: str, anchors: Anchors, edges: frozenset[str]) -> Grid | None:
    if tables.picks.is_empty():
        return None
    language = anchors.report.language
    event_of = {pick: name for name, members in tables.outages.select("id", "picks").iter_rows() for pick in members}
    heads = (wording.SIGNAL, wording.BEGAN, wording.ENDED, wording.DEPTH_LOST, wording.CONFIDENCE, wording.ROWS)
    return Grid(
        caption=wording.PICKS_OF.filled(place=place).in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(
            _pick_row(pick, event_of.get(pick["id"]), anchors, edges) for pick in tables.picks.iter_rows(named=True)
        ),
        note=wording.PICKS_NOTE.in_(language),
    )


def _pick_row(pick: dict[str, Any], event: str | None, anchors: Anchors, edges: frozenset[str]) -> Row:
    language = anchors.report.language
    source = anchors.to(pick["source"])
    evidence = anchor("e", event) if event else source.target
    begin, end = _edge(evidence, "b", edges), _edge(evidence, "z", edges)
    bounds = (pick["began_earliest"], pick["began_latest"])
    signal = signal_named(pick["signal"]).label.in_(language)
    rows = wording.ROW_SPAN.filled(first=pick["first_row"], last=pick["last_row"]).in_(language)
    family = wording.FAMILIES.get(pick["family"], same(pick["family"])).in_(language)
    return Row(
        (
            Cell(signal, note=f"{family}\n{short(pick['id'])}", tone="strong"),
            _moment_cell(pick["began"], bounds, begin, anchors),
            _ended_cell(pick, end, anchors),
            Cell(
                DEPTH.printed(pick["depth"], language),
                evidence,
                LOST_HOURS.printed(pick["lost_hours"], language),
                "number",
            ),
            Cell(CONFIDENCE.printed(pick["confidence"], language), evidence, tone="number"),
            Cell(rows, evidence, source.text),
        ),
        anchor("p", pick["id"]),
    )
