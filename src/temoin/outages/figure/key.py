"""The key: what each mark of a figure means."""

from collections.abc import Sequence

from temoin.outages.figure.paper import BAND, FALLEN, HATCH, MUTED, OBSERVED, Look, Paper, Spec, text_at
from temoin.words import Words

_MISSING = ("hatch", Words("non mesuré", "not measured"))
PANE_MARKS = (
    ("line", Words("mesuré", "measured")),
    ("band", Words("attendu d’après le passé sain", "expected from the clean past")),
    ("fall", Words("chute", "fall")),
    ("onset", Words("début, au plus tôt – au plus tard", "onset, earliest – latest")),
    _MISSING,
)
CALENDAR_MARKS = (
    ("cut", Words("panne de la série", "outage of the campaign")),
    ("other", Words("autre panne", "other outage")),
    ("calm", Words("mesuré, sans panne", "measured, no outage")),
    ("next", Words("attendue selon la règle", "expected by the rule")),
    _MISSING,
)
SIGNAL_MARKS = (
    ("cut", Words("tombé", "fallen")),
    ("calm", Words("mesuré, pas tombé", "measured, not fallen")),
    ("onset", Words("début et retour, au plus tôt – au plus tard", "onset and return, earliest – latest")),
    _MISSING,
)
LEVEL_MARKS = (
    ("cut", Words("reste moins d’un quart", "less than a quarter left")),
    ("half", Words("moins de la moitié", "less than half")),
    ("light", Words("moins de 80\xa0%", "less than 80%")),
    ("calm", Words("davantage", "more")),
    _MISSING,
)
BOXES: dict[str, Look] = {
    "fall": {"color": FALLEN, "opacity": 0.14},
    "cut": {"color": FALLEN, "opacity": 0.9},
    "other": {"color": FALLEN, "opacity": 0.35},
    "half": {"color": FALLEN, "opacity": 0.55},
    "light": {"color": FALLEN, "opacity": 0.25},
    "calm": {"color": BAND},
    "next": {"color": FALLEN, "filled": False, "strokeWidth": 1.3, "strokeDash": [3, 2]},
}


def key_row(paper: Paper, entries: Sequence[tuple[str, Words]] = PANE_MARKS) -> Spec:
    """Return the row that says what each mark means, marks and words side by side, on as many lines as it takes.

    Parameters
    ----------
    paper : width and language
    entries : each a mark's name and what it means
    """
    layers: list[Spec] = []
    x = y = 0.0
    for mark, words in entries:
        text = words.in_(paper.language)
        wide = 24 + 5.4 * len(text)
        if x and x + wide > paper.width:
            x, y = 0.0, y + 18
        look: Look = {"align": "left", "color": MUTED, "fontSize": 11.5}
        layers += [*_key_mark(mark, x, y), text_at(text, x + 24, look, y + 11)]
        x += wide + 14
    return {"width": paper.width, "height": y + (13 if paper.narrow else 14), "layer": layers}


def _key_mark(mark: str, x: float, y: float) -> list[Spec]:
    if mark == "line":
        return [_key_rule((x, x + 18), (y + 7, y + 7), {"color": OBSERVED, "strokeWidth": 1.6})]
    if mark == "hatch":
        look: Look = {"color": HATCH, "strokeWidth": 0.9}
        return [_key_rule((x + at, x + at + 12), (y + 13, y + 1), look) for at in (-1, 3, 7)]
    if mark == "band":
        look = {"color": MUTED, "strokeWidth": 0.8, "strokeDash": [3, 2]}
        return [_key_box(x, y, 18, {"color": BAND}), _key_rule((x, x + 18), (y + 7, y + 7), look)]
    if mark == "onset":
        return [_key_box(x + 7, y, 4, {"color": FALLEN, "opacity": 0.55})]
    return [_key_box(x, y, 18, BOXES[mark])]


def _key_rule(x: tuple[float, float], y: tuple[float, float], look: Look) -> Spec:
    ends = {"x": {"value": x[0]}, "x2": {"value": x[1]}, "y": {"value": y[0]}, "y2": {"value": y[1]}}
    return {"data": {"values": [{}]}, "mark": {"type": "rule", **look}, "encoding": ends}


def _key_box(x: float, y: float, wide: float, look: Look) -> Spec:
    ends = {"x": {"value": x}, "x2": {"value": x + wide}, "y": {"value": y + 1}, "y2": {"value": y + 13}}
    return {"data": {"values": [{}]}, "mark": {"type": "rect", **look}, "encoding": ends}
