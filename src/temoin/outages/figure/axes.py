"""The axes of time: UTC below the panes, local time above."""

from temoin.outages.figure.paper import HATCH, INK, MUTED, Paper, Spec, milliseconds, span, text_at, told_by
from temoin.outages.figure.timeaxis import Tick, minor_ticks, ticks
from temoin.period import Period, offset

_EDGE = 24


def local_axis_row(paper: Paper, zone_name: str) -> Spec:
    """Return the row above the panes that holds nothing but the axis in local time, its labels upwards."""
    x: Spec = {"field": "t", "type": "quantitative", "scale": span(paper.window)}
    return {
        "width": paper.width,
        "height": 1,
        "layer": [
            {
                "data": {"values": [{"t": milliseconds(paper.window.begin)}]},
                "mark": {"type": "point", "opacity": 0},
                "encoding": {"x": x | {"axis": time_axis(paper, zone_name, top=True)}},
            },
            zone_label(paper.window, zone_name, -8),
        ],
    }


def zone_label(window: Period, zone_name: str, y: float) -> Spec:
    """Return the layer that names an axis's zone, in the margin left of it."""
    return text_at(offset(window.begin, zone_name), -10, {"align": "right", "fontSize": 11, "color": MUTED}, y)


def time_axis(paper: Paper, zone_name: str, *, top: bool) -> Spec:
    """Return the axis of a window in one zone, above the panes or below, with round times of that zone."""
    labelled = ticks(paper.window, zone_name, paper.language, paper.width)
    major = {milliseconds(tick.moment) for tick in labelled}
    minor = [
        at for moment in minor_ticks(paper.window, zone_name, paper.width) if (at := milliseconds(moment)) not in major
    ]
    small = " || ".join(f"datum.value == {at}" for at in minor) or "false"
    strong = " || ".join(f"datum.value == {milliseconds(tick.moment)}" for tick in labelled if tick.strong) or "false"
    return {
        "orient": "top" if top else "bottom",
        "values": sorted([*major, *minor]),
        "labelExpr": told_by(
            {str(milliseconds(tick.moment)): tick.label for tick in labelled if _has_room(tick, paper)}
        ),
        "labelFontWeight": {"condition": {"test": strong, "value": 600}, "value": 400},
        "labelColor": MUTED if top else INK,
        "labelFontSize": 11,
        "labelFlush": False,
        "labelOverlap": "greedy",
        "labelSeparation": 6,
        "labelBound": 24,
        "tickColor": {"condition": {"test": small, "value": HATCH}, "value": MUTED},
        "tickSize": 4,
        "domainColor": MUTED,
        "grid": False,
        "title": None,
    }


def _has_room(tick: Tick, paper: Paper) -> bool:
    share = (tick.moment - paper.window.begin) / (paper.window.end - paper.window.begin)
    return _EDGE <= share * paper.width <= paper.width - _EDGE / 2
