"""Bars on rows over one axis of time: what the strips of signals and of levels are set from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from temoin.outages.figure.axes import time_axis, zone_label
from temoin.outages.figure.hatching import hatching
from temoin.outages.figure.key import BOXES
from temoin.outages.figure.paper import (
    FALLEN,
    INK,
    MUTED,
    Look,
    Paper,
    Spec,
    bars,
    milliseconds,
    span,
    texts,
)

Stretch = tuple[float, float]
"""From and to, pixels from the left edge of the pane."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """One row of bars.

    Parameters
    ----------
    name : said at its left, or above it
    note : said at its right, or above it at the right; muted unless ``fell``
    fell : whether the note tells of a fall
    bars : by the name of a look in the key
    missing : hatched
    onsets : onsets and returns as intervals, a little taller than the bars
    """

    name: str
    note: str = ""
    fell: bool = False
    bars: dict[str, list[Stretch]] = field(default_factory=dict)
    missing: Sequence[Stretch] = ()
    onsets: Sequence[Stretch] = ()


@dataclass(frozen=True, slots=True)
class Pitch:
    """How rows are set: their height, what of it is bar, the size of their words, and where those stand.

    Parameters
    ----------
    row, bar : heights, pixels
    font : size of names and notes
    above : names and notes stand above the bar; at its sides otherwise
    """

    row: float
    bar: float
    font: float
    above: bool


def bar_rows(rows: Sequence[BarRow], paper: Paper, pitch: Pitch) -> Spec:
    """Return rows of bars over one axis in UTC.

    Parameters
    ----------
    rows : in order, from the top
    paper : window, width, language
    pitch : heights and sizes
    """
    height = pitch.row * max(len(rows), 1)
    looks = list(dict.fromkeys(look for row in rows for look in row.bars))
    layers: list[Spec] = [_axis(paper)]
    for look in sorted(looks, key=list(BOXES).index, reverse=True):
        boxes = [box for rank, row in enumerate(rows) for box in _boxes(row.bars.get(look, ()), rank, pitch)]
        layers += [bars(boxes, BOXES[look])] if boxes else []
    missing = [box for rank, row in enumerate(rows) for box in _boxes(row.missing, rank, pitch)]
    layers += [_on_time(hatching(missing, paper.width, paper.ends, height=height), paper)] if missing else []
    onsets = [box for rank, row in enumerate(rows) for box in _boxes(row.onsets, rank, pitch, taller=3)]
    layers += [bars(onsets, {"color": FALLEN, "opacity": 0.55})] if onsets else []
    layers += _words(rows, paper, pitch)
    return {
        "width": paper.width,
        "height": height,
        "layer": [*layers, zone_label(paper.window, "UTC", height + 17)],
    }


def _boxes(
    stretches: Sequence[Stretch], rank: int, pitch: Pitch, *, taller: float = 0
) -> Iterator[tuple[float, float, float, float]]:
    top = rank * pitch.row + (pitch.row - pitch.bar if pitch.above else (pitch.row - pitch.bar) / 2)
    for left, right in stretches:
        if right > left:
            yield left, right, top - taller, top + pitch.bar + taller


def _axis(paper: Paper) -> Spec:
    x: Spec = {"field": "t", "type": "quantitative", "scale": span(paper.window)}
    return {
        "data": {"values": [{"t": milliseconds(paper.window.begin)}]},
        "mark": {"type": "point", "opacity": 0},
        "encoding": {"x": x | {"axis": time_axis(paper, "UTC", top=False)}},
    }


def _on_time(layer: Spec, paper: Paper) -> Spec:
    encoding = layer["encoding"]
    assert isinstance(encoding, dict)
    encoding["x"] |= {"scale": span(paper.window), "axis": time_axis(paper, "UTC", top=False)}
    return layer


def _words(rows: Sequence[BarRow], paper: Paper, pitch: Pitch) -> Iterator[Spec]:
    def base(rank: int, *, below: bool = False) -> float:
        if pitch.above:
            return rank * pitch.row + pitch.row - pitch.bar - (5 if below or not paper.narrow else 20)
        return rank * pitch.row + pitch.row / 2 + pitch.font * 0.35

    name: Look = {"fontSize": pitch.font, "color": INK} | (
        {"align": "left", "fontWeight": 600} if pitch.above else {"align": "right"}
    )
    yield texts([(0 if pitch.above else -8, base(rank), row.name) for rank, row in enumerate(rows)], name)
    at = 0.0 if pitch.above and paper.narrow else float(paper.width) if pitch.above else paper.width + 8.0
    align = "right" if pitch.above and not paper.narrow else "left"
    for fell in (True, False):
        told = [
            (at, base(rank, below=True), row.note) for rank, row in enumerate(rows) if row.note and row.fell == fell
        ]
        if told:
            yield texts(told, {"fontSize": pitch.font - 0.5, "align": align, "color": FALLEN if fell else MUTED})
