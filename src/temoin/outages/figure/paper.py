"""What every part of a figure shares: the paper, the colours, and text at a place on it."""

import datetime as dt
import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from temoin.period import Period
from temoin.words import Language

Spec = dict[str, object]
Look = Mapping[str, object]

INK, MUTED, GRID, PAPER = "#1a1a19", "#6b6b66", "#e3e1da", "#fffdf8"
OBSERVED, BAND, FALLEN, HATCH = "#1f4e79", "#d9dee5", "#b3261e", "#b9b5a8"
_NARROW = 560


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
    def ends(self) -> tuple[float, float]:
        """What the axis of time goes from and to, milliseconds since 1970."""
        return milliseconds(self.window.begin), milliseconds(self.window.end)

    def pixel(self, moment: dt.datetime) -> float:
        """Return where a moment stands, pixels from the left edge, kept inside."""
        share = (moment - self.window.begin) / max(self.window.end - self.window.begin, dt.timedelta(microseconds=1))
        return min(max(share, 0.0), 1.0) * self.width

    @property
    def between(self) -> int:
        """Pixels between two panes: room for the words above one."""
        return 44 if self.narrow else 30


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


def text_at(text: str, x: float, look: Look, y: float = -8) -> Spec:
    """Return a layer that sets one line of text at a pixel of its pane; a negative ``y`` is above it."""
    return {
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": text, "baseline": "alphabetic", "fontSize": 12.5, **look},
        "encoding": {"x": {"value": x}, "y": {"value": y}},
    }


def texts(lines: Sequence[tuple[float, float, str]], look: Look) -> Spec:
    """Return a layer that sets lines of text at pixels of its pane, each x, y, text, all of one look."""
    rows = [{"x": x, "y": y, "text": text} for x, y, text in lines]
    encoding = {"x": _at("x"), "y": _at("y"), "text": {"field": "text"}}
    return {"data": {"values": rows}, "mark": {"type": "text", "baseline": "alphabetic", **look}, "encoding": encoding}


def bars(boxes: Sequence[tuple[float, float, float, float]], look: Look) -> Spec:
    """Return a layer of rectangles, each x, x2, y, y2 in pixels of its pane, y downwards."""
    return _ended(boxes, {"type": "rect", **look})


def rules(lines: Sequence[tuple[float, float, float, float]], look: Look) -> Spec:
    """Return a layer of straight lines, each x, x2, y, y2 in pixels of its pane, y downwards."""
    return _ended(lines, {"type": "rule", **look})


def _ended(boxes: Sequence[tuple[float, float, float, float]], mark: Spec) -> Spec:
    names = ("x", "x2", "y", "y2")
    rows = [dict(zip(names, (round(end, 1) for end in box), strict=True)) for box in boxes]
    encoding = {"x": _at("x"), "x2": {"field": "x2"}, "y": _at("y"), "y2": {"field": "y2"}}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def _at(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def span(window: Period) -> Spec:
    """Return the scale of time that every part of a figure shares."""
    return {"domain": [milliseconds(window.begin), milliseconds(window.end)], "nice": False, "zero": False}


def milliseconds(moment: dt.datetime) -> int:
    """Return a moment as milliseconds since 1970 in UTC, whole."""
    return round(moment.timestamp() * 1000)


def told_by(labels: Mapping[str, str]) -> str:
    """Return the expression that gives an axis its labels by value; none for another value."""
    told = "".join(f"datum.value == {value} ? {json.dumps(label)} : " for value, label in labels.items())
    return f"{told}''"
