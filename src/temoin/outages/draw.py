"""Charts of the lens as Vega-Lite, plain JSON: what was measured, what was expected, and where it fell.

Nothing is computed here but positions. Every chart says by itself what it shows: place, window, zones, source, id.
The fonts and colours are names that the dossier's style sheet maps to its own.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from temoin.evidence.digest import short
from temoin.outages.figure.axes import local_axis_row
from temoin.outages.figure.calendar import NAMES, Days, calendar_rows, shown_days
from temoin.outages.figure.key import CALENDAR_MARKS, LEVEL_MARKS, SIGNAL_MARKS, key_row
from temoin.outages.figure.pane import pane
from temoin.outages.figure.paper import INK, MUTED, PAPER, Look, Paper, Spec, wrapped
from temoin.outages.figure.signals import signal_rows
from temoin.outages.figure.spans import expected_spans, fallen_spans, measured_spans
from temoin.outages.figure.strip import CELL, NOTES, strip_margins, strip_rows
from temoin.outages.findings import is_level, outage_headline
from temoin.outages.measure.decimate import decimate, levels
from temoin.outages.recurrence import campaign_headline
from temoin.outages.signals import KNOWN, signal_named
from temoin.outages.tables import CAMPAIGNS, EXPECTED, OUTAGES, PICKS
from temoin.period import UTC, Period, offset
from temoin.words import LANGUAGES, Language, Words, same

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
FONT = "Source Sans Pro"
_MARGINS = 76
_STRIP_MARGINS = 76
_MOST_PANES = 8
_MOST_DAYS = 120
_MOST_POINTS = 4800

_SEVERAL = Words("{place} : {count} pannes du {first} au {last}", "{place}: {count} outages from {first} to {last}")
_SLOWER = Words(
    "{place} : {count} baisses de niveau du {first} au {last}", "{place}: {count} falls of level from {first} to {last}"
)
_NONE = Words("{place} : pas de panne vue du {first} au {last}", "{place}: no outage seen from {first} to {last}")
_EMPTY = Words("{place} : rien de mesuré", "{place}: nothing measured")
_UNDER = Words(
    "Du {first} au {last}. En bas, heures UTC{local}.", "From {first} to {last}. Below, times in UTC{local}."
)
_LOCAL = Words(" ; en haut, heure locale ({zone})", "; above, local time ({zone})")
_ORIGIN = Words("Source {sources}", "Source {sources}")
_STRIP = Words(
    "Part restante de ce que le passé sain promet{signal}, du {first} au {last}, UTC{local}. "
    "Les premiers tombés en haut{onset}.",
    "Share left of what the clean past promises{signal}, from {first} to {last}, UTC{local}. "
    "The first to fall on top{onset}.",
)
_ONSET = Words(", leur début à droite (UTC)", ", their onset at the right (UTC)")
_ONE_SIGNAL = Words(" ({signal})", " ({signal})")
_SIGNALS = Words("{place} : {fell}, {stayed}{silent}", "{place}: {fell}, {stayed}{silent}")
_SILENT = Words(", {count} sans mesure", ", {count} not measured")
_FALLEN = Words("{count} signa{aux} tombé{s}", "{count} signal{s} fell")
_NONE_STAYED = Words("aucun resté", "none stayed")
_NOT_FALLEN = Words("{count} resté{s}", "{count} stayed")
_RECUR = Words("{place} : {count} séries de pannes qui reviennent", "{place}: {count} campaigns of outages that recur")
_CALENDAR = Words(
    "Un jour par ligne, du {first} au {last}. En haut, heures locales ({zone}){utc}.",
    "One day a row, from {first} to {last}. Above, local hours ({zone}){utc}.",
)
_CALENDAR_UTC = Words(" ; en bas, heures UTC", "; below, hours in UTC")
_CLOCKS_CHANGE = Words(
    " ; les horloges y changent pendant ces jours, l’heure UTC n’est donc pas tracée",
    "; clocks change there within these days, so UTC is not drawn",
)
_SERIES = Words(" · série {id}", " · campaign {id}")
_NAMED = Words(" · panne {id}", " · outage {id}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a chart is drawn on.

    Parameters
    ----------
    label : the place's name for people
    language : of every word
    zone : IANA zone of the upper axis; none is drawn for UTC
    width : of the whole picture, CSS pixels
    window : what to show; None shows the outages with some days either side, or everything
    sources : names of sources for people, by id; the id's first characters otherwise
    percent : ids of the sources whose values are in per cent of their own maximum, scale ``window-maximum``
    """

    label: Words
    language: Language
    zone: str = "UTC"
    width: int = 720
    window: Period | None = None
    sources: Mapping[str, str] | None = None
    percent: frozenset[str] = frozenset()


def outage_chart(
    expected: pl.DataFrame, picks: pl.DataFrame, outages: pl.DataFrame, *, place: str, sheet: Sheet
) -> Spec:
    """Return the chart of one place: a pane a signal, over one axis in UTC below and local time above.

    In each pane stand the measured line, the expected band and line, the stretch that fell, its onset as an
    interval, and a hatching where nothing was measured.

    Parameters
    ----------
    expected, picks, outages : tables ``EXPECTED``, ``PICKS``, ``OUTAGES``; other places than ``place`` are left aside
    place : which place
    sheet : label, language, zone, width and window

    Raises
    ------
    TableError : a column is missing or of another type
    """
    here = pl.col("place") == place
    bins = EXPECTED.require(expected).filter(here)
    events = OUTAGES.require(outages).filter(here)
    window = sheet.window or _window(bins, events)
    shown = bins.filter(pl.col("time").is_between(window.begin, window.end, closed="left"))
    cuts = PICKS.require(picks).filter(here & pl.col("id").is_in(events["picks"].explode().to_list()))
    events = events.filter(_meets(window))
    paper = Paper(window, sheet.width - _MARGINS, sheet.language, sheet.percent)
    several = _ordered(shown)
    points = min(paper.width, _MOST_POINTS // max(1, len(several)))
    panes = [pane(series, decimate(series, points), cuts, paper, last=series is several[-1]) for series in several]
    rows: list[Spec] = [key_row(paper)]
    if sheet.zone != "UTC":
        rows.append(local_axis_row(paper, sheet.zone))
    return _page([*rows, *panes], _title((events, cuts), bins, window, sheet), paper)


def strip_chart(expected: pl.DataFrame, *, labels: Mapping[str, Words], sheet: Sheet) -> Spec:
    """Return a heat strip, one thin row a series, those that fell first on top, then the deeper: red by what is left.

    Parameters
    ----------
    expected : table ``EXPECTED``, any number of places and signals
    labels : names of places for people; a place it lacks is its own name
    sheet : language, width, window, zone and the label of the whole

    Raises
    ------
    TableError : a column is missing or of another type
    """
    bins = EXPECTED.require(expected)
    window = sheet.window or _window(bins, OUTAGES.empty())
    bins = bins.filter(pl.col("time").is_between(window.begin, window.end, closed="left"))
    margins = strip_margins(sheet.width)
    paper = Paper(window, (sheet.width - sum(margins)) // CELL * CELL, sheet.language)
    cells = levels(bins, window, paper.width // CELL)
    signals = bins["signal"].unique(maintain_order=True).to_list()
    of_signal = _ONE_SIGNAL.filled(signal=signal_named(signals[0]).label) if len(signals) == 1 else same("")
    first, last = (_day(moment) for moment in (window.begin, window.end))
    onset = _ONSET if margins[1] >= NOTES else same("")
    under = _STRIP.filled(first=first, last=last, signal=of_signal, local=_local(window, sheet), onset=onset)
    rows = [key_row(paper, LEVEL_MARKS), _under_axes(strip_rows(bins, cells, labels, paper, margins), paper, sheet)]
    return _page(rows, _headed(sheet.label, [under, _origin(OUTAGES.empty(), bins, sheet)], sheet), paper)


def signals_chart(
    expected: pl.DataFrame, picks: pl.DataFrame, outages: pl.DataFrame, *, place: str, sheet: Sheet
) -> Spec | None:
    """Return what each signal says of a place's outages, a row each: fallen, stayed, not measured, and back when.

    None where fewer than two signals were measured, for one cannot disagree.

    Parameters
    ----------
    expected, picks, outages : tables ``EXPECTED``, ``PICKS``, ``OUTAGES``; other places than ``place`` are left aside
    place : which place
    sheet : label, language, zone, width and window

    Raises
    ------
    TableError : a column is missing or of another type
    """
    here = pl.col("place") == place
    bins, events = EXPECTED.require(expected).filter(here), OUTAGES.require(outages).filter(here)
    window = sheet.window or _window(bins, events)
    series = _ordered(bins.filter(pl.col("time").is_between(window.begin, window.end, closed="left")))
    if len(series) < 2 or events.is_empty():
        return None
    events = events.filter(_meets(window))
    cuts = PICKS.require(picks).filter(here & pl.col("id").is_in(events["picks"].explode().to_list()))
    paper = Paper(window, sheet.width - _STRIP_MARGINS, sheet.language)
    fell, stayed, silent = _said(events)
    headline = _SIGNALS.filled(
        place=sheet.label,
        fell=_counted(len(fell), _FALLEN),
        stayed=_counted(len(stayed), _NOT_FALLEN) if stayed else _NONE_STAYED,
        silent=_counted(len(silent), _SILENT) if silent else same(""),
    )
    first, last = (_day(moment) for moment in (window.begin, window.end))
    under = _UNDER.filled(first=first, last=last, local=_local(window, sheet))
    rows = [key_row(paper, SIGNAL_MARKS), _under_axes(signal_rows(series, cuts, silent, paper), paper, sheet)]
    return _page(rows, _headed(headline, [under, _origin(events, bins, sheet)], sheet), paper)


def _said(events: pl.DataFrame) -> tuple[set[str], set[str], set[str]]:
    fell, stayed, silent = (set(events[name].explode().drop_nulls()) for name in ("fell", "stayed", "unmeasured"))
    return fell, stayed - fell, silent - stayed - fell


def _under_axes(rows: Spec, paper: Paper, sheet: Sheet) -> Spec:
    if sheet.zone == "UTC":
        return rows
    return {"vconcat": [local_axis_row(paper, sheet.zone), rows], "spacing": 8, "bounds": "flush"}


def _local(window: Period, sheet: Sheet) -> Words:
    return same("") if sheet.zone == "UTC" else _LOCAL.filled(zone=offset(window.begin, sheet.zone))


def _counted(count: int, words: Words) -> Words:
    return words.filled(count=count, s="s" if count > 1 else "", aux="ux" if count > 1 else "l")


def _headed(headline: Words, told: Sequence[Words], sheet: Sheet) -> Look:
    return {
        "text": wrapped(headline.in_(sheet.language), sheet.width / 8.2),
        "subtitle": [line for words in told for line in wrapped(words.in_(sheet.language), sheet.width / 5.6)],
    }


def calendar_chart(
    campaigns: pl.DataFrame, outages: pl.DataFrame, expected: pl.DataFrame, *, place: str, sheet: Sheet
) -> Spec | None:
    """Return the calendar of a place's recurring outages, None where nothing recurs.

    A row a day and the local hours across: filled where it was down, hatched where the signal that tells the outages
    was not measured, outlined where the rule expects the next. Local hours stand above, those of UTC below.

    Parameters
    ----------
    campaigns, outages, expected : tables ``CAMPAIGNS``, ``OUTAGES``, ``EXPECTED``; other places are left aside
    place : which place
    sheet : label, language, width; ``zone`` and ``window`` are those of the campaign

    Raises
    ------
    TableError : a column is missing or of another type
    """
    here = pl.col("place") == place
    recurring = CAMPAIGNS.require(campaigns).filter(here)
    if recurring.is_empty():
        return None
    events, bins = OUTAGES.require(outages).filter(here), EXPECTED.require(expected).filter(here)
    cuts, awaited = list(fallen_spans(events, recurring)), list(expected_spans(recurring, events))
    zone_name = str(recurring["zone"][0])
    of_rule = [span for name, span in [*cuts, *awaited] if name != "other"]
    first, last = shown_days(of_rule, zone_name, _MOST_DAYS)
    days = Days(first, last, zone_name, [*_background(events, bins), *cuts, *awaited])
    paper = Paper(Period(of_rule[0].begin, of_rule[0].end), sheet.width - NAMES - 24, sheet.language)
    return _page(
        [key_row(paper, CALENDAR_MARKS), calendar_rows(days, paper)],
        _calendar_title(recurring, bins, days, sheet),
        paper,
    )


def _background(events: pl.DataFrame, bins: pl.DataFrame) -> list[tuple[str, Period]]:
    preferred = events.group_by("preferred").len().sort("len", "preferred", descending=[True, False])["preferred"][0]
    series = bins.filter(pl.col("signal") == preferred).partition_by("source", maintain_order=True)
    return [span for one in series for span in measured_spans(one)]


def _calendar_title(recurring: pl.DataFrame, bins: pl.DataFrame, days: Days, sheet: Sheet) -> Look:
    if len(recurring) == 1:
        headline = campaign_headline(recurring.row(0, named=True), sheet.label)
    else:
        headline = _RECUR.filled(place=sheet.label, count=len(recurring))
    utc = same("") if days.zone == "UTC" else _CALENDAR_UTC if days.steady else _CLOCKS_CHANGE
    first, last = (_date(day) for day in (days.first, days.last))
    under = _CALENDAR.filled(first=first, last=last, zone=days.zone, utc=utc)
    names = Words(*(_SERIES.filled(id=short(recurring["id"][0])).in_(language) for language in LANGUAGES))
    origin = _origin(OUTAGES.empty(), bins, sheet)
    return _headed(headline, [under, Words(origin.fr + names.fr, origin.en + names.en)], sheet)


def _meets(window: Period) -> pl.Expr:
    over = pl.coalesce("ended", "observed_until")
    return (pl.col("began") < window.end) & (over > window.begin)


def _window(bins: pl.DataFrame, events: pl.DataFrame) -> Period:
    if bins.is_empty():
        epoch = dt.datetime(1970, 1, 1, tzinfo=UTC)
        return Period(epoch, epoch)
    first, last = _bounds(bins["time"])
    if events.is_empty():
        return Period(first, last)
    begin, _ = _bounds(events["began_earliest"])
    _, end = _bounds(events.select(pl.coalesce("ended", "observed_until").alias("over"))["over"])
    around = max(dt.timedelta(days=2), (end - begin) / 4)
    return Period(max(first, begin - around), min(last, end + around))


def _bounds(times: pl.Series) -> tuple[dt.datetime, dt.datetime]:
    first, last = times.min(), times.max()
    assert isinstance(first, dt.datetime)
    assert isinstance(last, dt.datetime)
    return first, last


def _ordered(shown: pl.DataFrame) -> list[pl.DataFrame]:
    known = [signal.name for signal in KNOWN]
    series = shown.partition_by("signal", "source", maintain_order=True)

    def rank(frame: pl.DataFrame) -> tuple[int, str, str]:
        name = str(frame["signal"][0])
        return (known.index(name) if name in known else len(known), name, str(frame["source"][0]))

    return sorted(series, key=rank)[:_MOST_PANES]


def _title(fell: tuple[pl.DataFrame, pl.DataFrame], bins: pl.DataFrame, window: Period, sheet: Sheet) -> Look:
    if bins.is_empty():
        return {"text": wrapped(_EMPTY.filled(place=sheet.label).in_(sheet.language), sheet.width / 8.2)}
    events, cuts = fell
    first, last = (_day(moment) for moment in (window.begin, window.end))
    told = [(event, _picks_of(event, cuts)) for event in events.iter_rows(named=True)]
    if len(told) == 1:
        headline = outage_headline(*told[0], sheet.label)
    else:
        slower = bool(told) and all(is_level(*each) for each in told)
        headline = (_SLOWER if slower else _SEVERAL if told else _NONE).filled(
            place=sheet.label, count=len(events), first=first, last=last
        )
    under = _UNDER.filled(first=first, last=last, local=_local(window, sheet))
    return _headed(headline, [under, _origin(events, bins, sheet)], sheet)


def _picks_of(event: Mapping[str, Any], cuts: pl.DataFrame) -> list[dict[str, Any]]:
    return cuts.filter(pl.col("id").is_in(event["picks"])).rows(named=True)


def _origin(events: pl.DataFrame, bins: pl.DataFrame, sheet: Sheet) -> Words:
    named = sheet.sources or {}
    sources = [named.get(source, short(source)) for source in bins["source"].unique(maintain_order=True)]
    origin = _ORIGIN.filled(sources=", ".join(sources))
    name = _NAMED.filled(id=short(events["id"][0])) if len(events) == 1 else same("")
    return Words(origin.fr + name.fr, origin.en + name.en)


def _day(moment: dt.datetime) -> Words:
    return _date(moment.date())


def _date(day: dt.date) -> Words:
    from babel.dates import format_date

    return Words(format_date(day, "long", locale="fr"), format_date(day, "d MMMM y", locale="en"))


def _page(rows: Sequence[Spec], title: Look, paper: Paper) -> Spec:
    return {
        "$schema": SCHEMA,
        "background": PAPER,
        "padding": {"left": 8, "right": 10, "top": 8, "bottom": 6},
        "title": {
            **title,
            "anchor": "start",
            "frame": "bounds",
            "fontSize": 17,
            "fontWeight": 600,
            "color": INK,
            "subtitleFontSize": 12,
            "subtitleColor": MUTED,
            "subtitlePadding": 4,
            "subtitleLineHeight": 16,
            "offset": 12,
        },
        "vconcat": list(rows),
        "spacing": paper.between,
        "bounds": "flush",
        "config": {"aria": False, "font": FONT, "view": {"stroke": None}},
    }
