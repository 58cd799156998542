"""One signal's pane: its band, lines, falls, onsets, and the hatching of what is missing."""

import datetime as dt

import polars as pl

from temoin.outages.figure.axes import time_axis, zone_label
from temoin.outages.figure.hatching import hatching, missing_runs
from temoin.outages.figure.paper import (
    BAND,
    FALLEN,
    GRID,
    INK,
    MUTED,
    OBSERVED,
    Look,
    Paper,
    Spec,
    milliseconds,
    span,
    text_at,
    told_by,
)
from temoin.outages.signals import signal_named
from temoin.period import Period
from temoin.quantity import print_number
from temoin.words import Language, Words

HEIGHT = 74
_ROOM_ABOVE = 1.12
_FEW_TICKS = 1.8

_OWN_MAXIMUM = Words("% de son maximum", "% of its maximum")
_FELL = Words("tombe le {began}", "falls {began}")
_BACK = Words(", revient le {ended} UTC", ", back {ended} UTC")
_STILL = Words(" UTC, pas revenu", " UTC, not back")
_OFTEN = Words("tombe {count} fois", "falls {count} times")
_CALM = Words("ne tombe pas", "does not fall")


def pane(series: pl.DataFrame, fewer: pl.DataFrame, cuts: pl.DataFrame, paper: Paper, *, last: bool) -> Spec:
    """Return one signal's pane: band, expected and measured lines, falls, onsets, hatching, and words above.

    Parameters
    ----------
    series : table ``EXPECTED``, one series, whole: what is missing is read here
    fewer : the same, decimated: what the lines go through
    cuts : table ``PICKS`` of the outages shown
    paper : window, width, language
    last : whether it carries the axis in UTC
    """
    source, signal = str(series["source"][0]), str(series["signal"][0])
    own = cuts.filter((pl.col("source") == source) & (pl.col("signal") == signal))
    top = _top(fewer)
    layers = [
        _falls(own, paper.window),
        _band(),
        hatching([(x, x2, 0, HEIGHT) for x, x2 in missing_runs(series, paper)], paper.width, paper.ends),
        _line("e", {"stroke": MUTED, "strokeWidth": 0.8, "strokeDash": [3, 2]}),
        _line("v", {"stroke": OBSERVED, "strokeWidth": 1.4}),
        _onsets(own, paper.window),
        *_head(series, own, paper),
    ]
    over = {"scale": span(paper.window), "axis": time_axis(paper, "UTC", top=False) if last else None}
    up = {"scale": {"domain": [0, top], "nice": False, "zero": True}, "axis": _value_axis(top, paper.language)}
    named = [zone_label(paper.window, "UTC", HEIGHT + 17)] if last else []
    return {
        "width": paper.width,
        "height": HEIGHT,
        "data": {"values": _rows(fewer, top)},
        "layer": [*(_on_axes(layer, over, up) for layer in layers), *named],
    }


def _on_axes(layer: Spec, over: Look, up: Look) -> Spec:
    encoding = layer["encoding"]
    assert isinstance(encoding, dict)
    for name, axis in (("x", over), ("y", up)):
        if "field" in encoding[name] and "scale" not in encoding[name]:
            encoding[name] |= {"type": "quantitative", **axis}
    return layer


def _top(fewer: pl.DataFrame) -> float:
    highest = fewer.select(pl.max_horizontal(pl.col("value").max(), pl.col("expected").max())).item()
    return float(highest or 1.0) * _ROOM_ABOVE


def _value_axis(top: float, language: Language) -> Spec:
    step = max(
        scale * 10.0**power for power in range(-6, 15) for scale in (1, 2, 5) if scale * 10.0**power <= top / _FEW_TICKS
    )
    values = [value * step for value in range(5) if value * step <= top]
    labels = {f"{value:g}": _amount(value, language) for value in values}
    return {
        "values": values,
        "labelExpr": told_by(labels),
        "title": None,
        "domain": False,
        "ticks": False,
        "labelColor": MUTED,
        "labelFontSize": 11,
        "labelPadding": 6,
        "gridColor": GRID,
        "minExtent": 40,
        "maxExtent": 40,
    }


def _amount(value: float, language: Language) -> str:
    for size, words in ((1e9, Words("Md", "bn")), (1e6, Words("M", "M")), (1e3, Words("k", "k"))):
        if value >= size:
            return f"{_short_number(value / size, language)}\xa0{words.in_(language)}"
    return _short_number(value, language)


def _short_number(value: float, language: Language) -> str:
    decimals = 0 if value == round(value) else 1 if value * 10 == round(value * 10) else 2
    return print_number(round(value, decimals), decimals, language)


def _rows(fewer: pl.DataFrame, top: float) -> list[Spec]:
    columns = fewer.select("time", "value", "expected", "low", pl.col("high").clip(upper_bound=top))
    return [
        {"t": milliseconds(time), "v": _plain(value), "e": _plain(expected), "a": _plain(low), "b": _plain(high)}
        for time, value, expected, low, high in columns.iter_rows()
    ]


def _plain(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")


def _band() -> Spec:
    return {
        "mark": {"type": "area", "color": BAND, "clip": True},
        "encoding": {"x": {"field": "t"}, "y": {"field": "a"}, "y2": {"field": "b"}},
    }


def _line(column: str, stroke: Look) -> Spec:
    return {
        "mark": {"type": "line", "clip": True, "strokeCap": "round", "strokeJoin": "round", **stroke},
        "encoding": {"x": {"field": "t"}, "y": {"field": column}},
    }


def _falls(own: pl.DataFrame, window: Period) -> Spec:
    over = own.select("began", pl.coalesce("ended", "observed_until").alias("over"))
    rows = [_clipped(began, until, window) for began, until in over.iter_rows()]
    return _rectangles(rows, {"color": FALLEN, "opacity": 0.10})


def _onsets(own: pl.DataFrame, window: Period) -> Spec:
    onsets = own.select("began_earliest", "began_latest").iter_rows()
    rows = [_clipped(earliest, latest, window) for earliest, latest in onsets]
    return _rectangles(rows, {"color": FALLEN, "opacity": 0.55, "stroke": FALLEN, "strokeWidth": 1})


def _rectangles(rows: list[Spec], look: Look) -> Spec:
    return {
        "data": {"values": [row for row in rows if row["t"] != row["u"]]},
        "mark": {"type": "rect", "clip": True, **look},
        "encoding": {"x": {"field": "t"}, "x2": {"field": "u"}, "y": {"value": 0}, "y2": {"value": HEIGHT}},
    }


def _clipped(begin: dt.datetime, end: dt.datetime, window: Period) -> Spec:
    kept = [min(max(moment, window.begin), window.end) for moment in (begin, end)]
    return {"t": milliseconds(kept[0]), "u": milliseconds(kept[1])}


def _head(series: pl.DataFrame, own: pl.DataFrame, paper: Paper) -> list[Spec]:
    source = str(series["source"][0])
    signal = signal_named(str(series["signal"][0]))
    name = signal.label.in_(paper.language)
    unit = (_OWN_MAXIMUM if source in paper.percent else signal.unit).in_(paper.language)
    title = name[:1].upper() + name[1:] + (f" ({unit})" if unit else "")
    fell: Spec = {"color": FALLEN if len(own) else MUTED, "align": "left" if paper.narrow else "right"}
    fell |= {"fontSize": 11.5} if paper.narrow else {}
    return [
        text_at(title, 0, {"align": "left", "fontWeight": 600, "color": INK}, -23 if paper.narrow else -8),
        text_at(told(own, paper.language), 0 if paper.narrow else paper.width, fell),
    ]


def told(own: pl.DataFrame, language: Language) -> str:
    """Return what befell a signal, in few words: when it fell and came back, how often, or that it did not.

    Parameters
    ----------
    own : table ``PICKS``, those of the signal
    language : of the words
    """
    if own.is_empty():
        return _CALM.in_(language)
    if len(own) > 1:
        return _OFTEN.filled(count=len(own)).in_(language)
    pick = own.row(0, named=True)
    began = _FELL.filled(began=clock(pick["began"])).in_(language)
    rest = _STILL if pick["ended"] is None else _BACK.filled(ended=clock(pick["ended"]))
    return began + rest.in_(language)


def clock(moment: dt.datetime) -> Words:
    """Return a moment as a chart says it, without its year: ``8 janv. à 16 h 30``."""
    from babel.dates import format_date

    day, day_en = (format_date(moment.date(), "d MMM", locale=language) for language in ("fr", "en"))
    return Words(f"{day} à {moment.hour}\xa0h\xa0{moment.minute:02d}", f"{day_en}, {moment:%H:%M}")
