"""The parts that a chart is set from: one pane a signal, the axes, the key, and the hatching of what is missing."""

import datetime as dt
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from temoin.outages.signals import signal_named
from temoin.outages.timeaxis import Tick, ticks
from temoin.period import Period, offset
from temoin.quantity import print_number
from temoin.words import Language, Words

Spec = dict[str, object]
Look = Mapping[str, object]
_NARROW = 560
_EDGE = 24


@dataclass(frozen=True, slots=True)
class Paper:
    """What every pane of a chart shares.

    Parameters
    ----------
    window : the stretch of time shown
    width : of a pane, CSS pixels
    language : of every word
    percent : ids of the sources whose values are in per cent of their own maximum
    """

    window: Period
    width: int
    language: Language
    percent: frozenset[str] = frozenset()

    @property
    def narrow(self) -> bool:
        """Whether a pane's name and what befell it need a line each."""
        return self.width < _NARROW

    @property
    def between(self) -> int:
        """Pixels between two panes: room for the words above one."""
        return 44 if self.narrow else 30


INK, MUTED, GRID, PAPER = "#1a1a19", "#6b6b66", "#e3e1da", "#fffdf8"
OBSERVED, BAND, FALLEN, HATCH = "#1f4e79", "#d9dee5", "#b3261e", "#b9b5a8"

HEIGHT = 74
_BETWEEN_LINES = 5.0
_ROOM_ABOVE = 1.12
_FEW_TICKS = 1.8

_KEY = (
    ("line", Words("mesuré", "measured")),
    ("band", Words("attendu d’après le passé sain", "expected from the clean past")),
    ("fall", Words("chute", "fall")),
    ("onset", Words("début, au plus tôt – au plus tard", "onset, earliest – latest")),
    ("hatch", Words("non mesuré", "not measured")),
)
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
        _hatching(series, paper),
        _line("e", {"stroke": MUTED, "strokeWidth": 0.8, "strokeDash": [3, 2]}),
        _line("v", {"stroke": OBSERVED, "strokeWidth": 1.4}),
        _onsets(own, paper.window),
        *_head(series, own, paper),
    ]
    over = {"scale": _span(paper.window), "axis": time_axis(paper, "UTC", top=False) if last else None}
    up = {"scale": {"domain": [0, top], "nice": False, "zero": True}, "axis": _value_axis(top, paper.language)}
    named = [_zone_name(paper.window, "UTC", HEIGHT + 17)] if last else []
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


def _span(window: Period) -> Spec:
    return {"domain": [_ms(window.begin), _ms(window.end)], "nice": False, "zero": False}


def _ms(moment: dt.datetime) -> int:
    return round(moment.timestamp() * 1000)


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
        "labelExpr": _lookup(labels),
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


def _lookup(labels: dict[str, str]) -> str:
    told = "".join(f"datum.value == {value} ? '{label}' : " for value, label in labels.items())
    return f"{told}''"


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
        {"t": _ms(time), "v": _plain(value), "e": _plain(expected), "a": _plain(low), "b": _plain(high)}
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
    return {"t": _ms(kept[0]), "u": _ms(kept[1])}


def _hatching(series: pl.DataFrame, paper: Paper) -> Spec:
    pixel = (_ms(paper.window.end) - _ms(paper.window.begin)) / paper.width
    rows: list[Spec] = []
    for begin, end in _gaps(series):
        for x, x2, y, y2 in _slants((end - begin) / pixel):
            rows += [
                {"t": round(begin + x * pixel), "y": round(HEIGHT - y, 1)},
                {"t": round(begin + x2 * pixel), "y": round(HEIGHT - y2, 1)},
                {"t": round(begin + x2 * pixel), "y": None},
            ]
    return {
        "data": {"values": rows},
        "mark": {"type": "line", "color": HATCH, "strokeWidth": 0.9, "clip": True},
        "encoding": {
            "x": {"field": "t"},
            "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
            "order": {"value": None},
        },
    }


def _gaps(series: pl.DataFrame) -> Iterator[tuple[int, int]]:
    times = series["time"]
    if len(times) < 2:
        return
    step = _ms(times[1]) - _ms(times[0])
    runs = series.with_columns(run=pl.col("value").is_null().rle_id()).filter(pl.col("value").is_null())
    for begin, end in (
        runs.group_by("run", maintain_order=True)
        .agg(pl.col("time").first().alias("begin"), pl.col("time").last().alias("end"))
        .select("begin", "end")
        .iter_rows()
    ):
        yield _ms(begin), _ms(end) + step


def _slants(wide: float) -> Iterator[tuple[float, float, float, float]]:
    at = -float(HEIGHT)
    while at < wide:
        low, high = max(0.0, -at), min(float(HEIGHT), wide - at)
        if high > low:
            yield at + low, at + high, low, high
        at += _BETWEEN_LINES


def _head(series: pl.DataFrame, own: pl.DataFrame, paper: Paper) -> list[Spec]:
    source = str(series["source"][0])
    signal = signal_named(str(series["signal"][0]))
    name = signal.label.in_(paper.language)
    unit = (_OWN_MAXIMUM if source in paper.percent else signal.unit).in_(paper.language)
    title = name[:1].upper() + name[1:] + (f" ({unit})" if unit else "")
    fell = {"color": FALLEN if len(own) else MUTED, "align": "left" if paper.narrow else "right"}
    return [
        _text(title, 0, {"align": "left", "fontWeight": 600, "color": INK}, -23 if paper.narrow else -8),
        _text(_told(own, paper.language), 0 if paper.narrow else paper.width, fell),
    ]


def _told(own: pl.DataFrame, language: Language) -> str:
    if own.is_empty():
        return _CALM.in_(language)
    if len(own) > 1:
        return _OFTEN.filled(count=len(own)).in_(language)
    pick = own.row(0, named=True)
    began = _FELL.filled(began=_clock(pick["began"])).in_(language)
    rest = _STILL if pick["ended"] is None else _BACK.filled(ended=_clock(pick["ended"]))
    return began + rest.in_(language)


def _clock(moment: dt.datetime) -> Words:
    from babel.dates import format_date

    day, day_en = (format_date(moment.date(), "d MMM", locale=language) for language in ("fr", "en"))
    return Words(f"{day} à {moment.hour}\xa0h\xa0{moment.minute:02d}", f"{day_en}, {moment:%H:%M}")


def _text(text: str, x: float, look: Look, y: float = -8) -> Spec:
    return {
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": text, "baseline": "alphabetic", "fontSize": 12.5, **look},
        "encoding": {"x": {"value": x}, "y": {"value": y}},
    }


def local_axis_row(paper: Paper, zone_name: str) -> Spec:
    """Return the row above the panes that holds nothing but the axis in local time, its labels upwards."""
    x: Spec = {"field": "t", "type": "quantitative", "scale": _span(paper.window)}
    return {
        "width": paper.width,
        "height": 1,
        "layer": [
            {
                "data": {"values": [{"t": _ms(paper.window.begin)}]},
                "mark": {"type": "point", "opacity": 0},
                "encoding": {"x": x | {"axis": time_axis(paper, zone_name, top=True)}},
            },
            _zone_name(paper.window, zone_name, -8),
        ],
    }


def _zone_name(window: Period, zone_name: str, y: float) -> Spec:
    return _text(offset(window.begin, zone_name), -10, {"align": "right", "fontSize": 11, "color": MUTED}, y)


def time_axis(paper: Paper, zone_name: str, *, top: bool) -> Spec:
    """Return the axis of a window in one zone, above the panes or below, with round times of that zone."""
    labelled = ticks(paper.window, zone_name, paper.language)
    strong = " || ".join(f"datum.value == {_ms(tick.moment)}" for tick in labelled if tick.strong) or "false"
    return {
        "orient": "top" if top else "bottom",
        "values": [_ms(tick.moment) for tick in labelled],
        "labelExpr": _lookup({str(_ms(tick.moment)): tick.label for tick in labelled if _has_room(tick, paper)}),
        "labelFontWeight": {"condition": {"test": strong, "value": 600}, "value": 400},
        "labelColor": MUTED if top else INK,
        "labelFontSize": 11,
        "labelFlush": False,
        "labelOverlap": "greedy",
        "labelSeparation": 6,
        "labelBound": 24,
        "tickColor": MUTED,
        "tickSize": 4,
        "domainColor": MUTED,
        "grid": False,
        "title": None,
    }


def _has_room(tick: Tick, paper: Paper) -> bool:
    share = (tick.moment - paper.window.begin) / (paper.window.end - paper.window.begin)
    return _EDGE <= share * paper.width <= paper.width - _EDGE / 2


def wrapped(text: str, characters: float) -> list[str]:
    """Return a text as lines of about so many characters, never broken at a no-break space.

    Examples
    --------
    >>> wrapped("Iran : connexion perdue", 12)
    ['Iran :', 'connexion', 'perdue']
    """
    kept = text.replace("\xa0", "\x00")
    lines = textwrap.wrap(kept, int(characters), break_long_words=False, break_on_hyphens=False)
    return [line.replace("\x00", "\xa0") for line in lines]


def key_row(paper: Paper) -> Spec:
    """Return the row that says what each mark means, marks and words side by side, on as many lines as it takes."""
    layers: list[Spec] = []
    x = y = 0.0
    for mark, words in _KEY:
        text = words.in_(paper.language)
        wide = 24 + 5.4 * len(text)
        if x and x + wide > paper.width:
            x, y = 0.0, y + 18
        look: Look = {"align": "left", "color": MUTED, "fontSize": 11.5}
        layers += [*_key_mark(mark, x, y), _text(text, x + 24, look, y + 11)]
        x += wide + 14
    return {"width": paper.width, "height": y + 14, "layer": layers}


def _key_mark(mark: str, x: float, y: float) -> list[Spec]:
    if mark == "line":
        return [_key_rule((x, x + 18), (y + 7, y + 7), {"color": OBSERVED, "strokeWidth": 1.6})]
    if mark == "hatch":
        look: Look = {"color": HATCH, "strokeWidth": 0.9}
        return [_key_rule((x + at, x + at + 12), (y + 13, y + 1), look) for at in (-3, 2, 7)]
    if mark == "band":
        look = {"color": MUTED, "strokeWidth": 0.8, "strokeDash": [3, 2]}
        return [_key_box(x, y, 18, {"color": BAND}), _key_rule((x, x + 18), (y + 7, y + 7), look)]
    if mark == "onset":
        return [_key_box(x + 7, y, 4, {"color": FALLEN, "opacity": 0.55})]
    return [_key_box(x, y, 18, {"color": FALLEN, "opacity": 0.14})]


def _key_rule(x: tuple[float, float], y: tuple[float, float], look: Look) -> Spec:
    ends = {"x": {"value": x[0]}, "x2": {"value": x[1]}, "y": {"value": y[0]}, "y2": {"value": y[1]}}
    return {"data": {"values": [{}]}, "mark": {"type": "rule", **look}, "encoding": ends}


def _key_box(x: float, y: float, wide: float, look: Look) -> Spec:
    ends = {"x": {"value": x}, "x2": {"value": x + wide}, "y": {"value": y + 1}, "y2": {"value": y + 13}}
    return {"data": {"values": [{}]}, "mark": {"type": "rect", **look}, "encoding": ends}
