"""The drawing of the timeline: one bar a source, from the earliest to the latest instant it allows."""

import datetime as dt
from typing import Any

from temoin.dossier import wording
from temoin.dossier.charts import PALETTE
from temoin.dossier.fonts import SANS
from temoin.dossier.moments import SIDES, Moment
from temoin.period import PartialDate, iso, offset, print_date, zone
from temoin.words import Language

_HOUR = dt.timedelta(hours=1)
_MILLISECOND = dt.timedelta(milliseconds=1)
_LONGEST_DRAWN = dt.timedelta(days=32)
_FAR_APART = dt.timedelta(days=21)
_ROW_HEIGHT = 42
MOST_DRAWN = 40
_PIXELS_A_LABEL = 110
_PIXELS_A_LETTER = 7
_STEPS = (
    dt.timedelta(minutes=15),
    _HOUR / 2,
    *(count * _HOUR for count in (1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 744)),
)

# A source that says "after" leaves the later side open: an arrow, not an end, stands at the edge of the drawing.
_OPEN_SIDE = {(False, False): "", (True, False): "low", (False, True): "high", (True, True): ""}
_ARROWS = (("low", "triangle-left"), ("high", "triangle-right"))
_Window = tuple[dt.datetime, dt.datetime]


def timeline_chart(
    moments: tuple[Moment, ...], *, language: Language, zone_name: str, width: int
) -> dict[str, Any] | None:
    """Return a Vega-Lite specification of the intervals by source, or None where there is nothing to draw.

    Beginnings and ends stand one above the other, those weeks apart on axes of their own: UTC below, local time
    above. It computes nothing: a date known to a month or worse is cut at the edges of the drawing, and the table
    beside it holds its bounds. Where the zone changes its offset inside a window its local axis is left out.

    Parameters
    ----------
    moments : as ``list_moments`` gives them
    zone_name : IANA zone of the upper axis where the moments of a drawing do not share one
    width : of the drawing, in pixels
    """
    drawn = moments_drawn(moments)
    panels = [
        _panel(cluster, (language, _zone_of(cluster, zone_name)), width)
        for what in SIDES
        for cluster in _clusters([moment for moment in drawn if moment.what == what])
    ]
    if not panels:
        return None
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "vconcat": panels,
        "spacing": 30,
        "padding": 2,
        "background": PALETTE["paper"],
        "config": _config(),
    }


def moments_drawn(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Return the moments that the drawing shows: each voice's interval once, the first forty; the table holds all."""
    once: dict[tuple[object, ...], Moment] = {}
    for moment in moments:
        once.setdefault((moment.what, moment.who, moment.low, moment.high), moment)
    return tuple(once.values())[:MOST_DRAWN]


def _config() -> dict[str, Any]:
    return {
        "font": SANS,
        "view": {"stroke": None},
        "axis": {
            "labelColor": PALETTE["muted"],
            "titleColor": PALETTE["muted"],
            "gridColor": PALETTE["grid"],
            "domainColor": PALETTE["muted"],
            "tickColor": PALETTE["muted"],
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "titleAnchor": "start",
        },
        "title": {
            "anchor": "start",
            "color": PALETTE["ink"],
            "fontSize": 14,
            "fontWeight": 600,
            "offset": 8,
            "frame": "group",
        },
    }


def _clusters(drawn: list[Moment]) -> list[list[Moment]]:
    sharp = [moment for moment in drawn if _length(moment) <= _LONGEST_DRAWN]
    clusters: list[list[Moment]] = []
    for moment in sorted(sharp, key=lambda one: one.closed):
        if clusters and moment.closed[0] - max(one.closed[1] for one in clusters[-1]) <= _FAR_APART:
            clusters[-1].append(moment)
        else:
            clusters.append([moment])
    for vague in (moment for moment in drawn if _length(moment) > _LONGEST_DRAWN):
        near = (cluster for cluster in clusters if _meets(vague, cluster[0]))
        next(near, clusters[-1] if clusters else drawn[:0]).append(vague)
    return clusters or ([drawn] if drawn else [])


def _length(moment: Moment) -> dt.timedelta:
    return moment.closed[1] - moment.closed[0]


def _meets(first: Moment, second: Moment) -> bool:
    return first.closed[0] <= second.closed[1] and second.closed[0] <= first.closed[1]


def _panel(drawn: list[Moment], reader: tuple[Language, str], width: int) -> dict[str, Any]:
    window = _window(drawn)
    rows = [
        {
            "row": f"{rank:03d}",
            "who": _cut(moment.who, width // _PIXELS_A_LETTER),
            "low": iso(max(moment.low or window[0], window[0])),
            "high": iso(min(moment.high or window[1], window[1])),
            "open": _OPEN_SIDE[moment.low is None, moment.high is None],
            "colour": PALETTE["outage" if moment.measured else "accent"],
        }
        for rank, moment in enumerate(drawn)
        if moment.closed[0] <= window[1] and moment.closed[1] >= window[0]
    ]
    return {
        "width": width,
        "height": {"step": _ROW_HEIGHT},
        "title": f"{wording.SIDES[drawn[0].what].in_(reader[0])}, {_month(drawn, *reader)}",
        "data": {"values": rows},
        "layer": _layers(window, reader, width),
        "resolve": {"axis": {"x": "independent"}},
    }


def _zone_of(drawn: list[Moment], zone_name: str) -> str:
    zones = {moment.zone for moment in drawn}
    return zones.pop() if len(zones) == 1 else zone_name


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _month(drawn: list[Moment], language: Language, zone_name: str) -> str:
    first = min(moment.closed[0] for moment in drawn).astimezone(zone(zone_name))
    return print_date(PartialDate(f"{first:%Y-%m}"), language)


def _window(drawn: list[Moment]) -> _Window:
    sharp = [moment.closed for moment in drawn if _length(moment) <= _LONGEST_DRAWN]
    sharp = sharp or [moment.closed for moment in drawn]
    low, high = min(pair[0] for pair in sharp), max(pair[1] for pair in sharp)
    pad = max((high - low) / 16, _HOUR / 2)
    return low - pad, high + pad


def _layers(window: _Window, reader: tuple[Language, str], width: int) -> list[dict[str, Any]]:
    language, zone_name = reader
    scale = {"type": "utc", "domain": [iso(window[0]), iso(window[1])], "nice": False}
    row = {"field": "row", "type": "nominal", "axis": None}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    axes = (
        _axis(window, "UTC", language, width) | {"grid": True},
        _local_axis(window, language, zone_name, width),
        None,
    )
    marks = ({"type": "bar", "height": 8}, {"type": "tick", "size": 16}, {"type": "tick", "size": 16})
    layers: list[dict[str, Any]] = [
        {
            "mark": mark | {"yOffset": 9, "thickness": 2, "clip": True},
            "encoding": {
                "x": {"field": side, "type": "temporal", "scale": scale, "axis": axis},
                "y": row,
                "color": colour,
            },
        }
        for mark, axis, side in zip(marks, axes, ("low", "low", "high"), strict=True)
    ]
    layers[0]["encoding"]["x2"] = {"field": "high"}
    for layer, side in zip(layers[1:], ("low", "high"), strict=True):
        layer["transform"] = [{"filter": f"datum.open != '{side}'"}]
    layers += [_arrow(side, shape, layers[2]["encoding"]) for side, shape in _ARROWS]
    name = {"type": "text", "align": "left", "x": 0, "dy": -8, "fontSize": 13}
    who = {"y": row, "text": {"field": "who"}, "color": {"value": PALETTE["ink"]}}
    return [*layers, {"mark": name, "encoding": who}]


def _arrow(side: str, shape: str, encoding: dict[str, Any]) -> dict[str, Any]:
    return {
        "transform": [{"filter": f"datum.open == '{side}'"}],
        "mark": {"type": "point", "shape": shape, "filled": True, "opacity": 1, "size": 130, "yOffset": 9},
        "encoding": encoding | {"x": encoding["x"] | {"field": side}},
    }


def _local_axis(window: _Window, language: Language, zone_name: str, width: int) -> dict[str, Any] | None:
    if zone_name == "UTC" or offset(window[0], zone_name) != offset(window[1], zone_name):
        return None
    return _axis(window, zone_name, language, width) | {"orient": "top", "grid": False}


def _axis(window: _Window, zone_name: str, language: Language, width: int) -> dict[str, Any]:
    shift = window[0].astimezone(zone(zone_name)).utcoffset() or dt.timedelta()
    step = next((step for step in _STEPS if (window[1] - window[0]) / step * _PIXELS_A_LABEL <= width), _STEPS[-1])
    midnight = dt.datetime(2000, 1, 1, tzinfo=dt.UTC) - shift
    first = window[0] + (midnight - window[0]) % step
    ticks = [first + rank * step for rank in range(int((window[1] - first) / step) + 1)]
    clock = (
        {"fr": "%-d/%m, %-H h %M", "en": "%-d %b, %H:%M"}
        if step < 24 * _HOUR
        else {"fr": "%-d/%m/%y", "en": "%-d %b %y"}
    )
    moved = f"time(datum.value) + {shift // _MILLISECOND}"
    where = "UTC" if zone_name == "UTC" else f"{zone_name} ({offset(window[0], zone_name)})"
    return {
        "orient": "bottom",
        "values": [int(tick.timestamp() * 1000) for tick in ticks],
        "labelExpr": f"utcFormat({moved}, '{clock[language]}')",
        "labelFlush": False,
        "labelOverlap": True,
        "title": where,
    }
