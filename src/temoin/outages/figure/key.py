"""The key: what each mark of a pane means."""

from temoin.outages.figure.paper import BAND, FALLEN, HATCH, MUTED, OBSERVED, Look, Paper, Spec, text_at
from temoin.words import Words

_KEY = (
    ("line", Words("mesuré", "measured")),
    ("band", Words("attendu d’après le passé sain", "expected from the clean past")),
    ("fall", Words("chute", "fall")),
    ("onset", Words("début, au plus tôt – au plus tard", "onset, earliest – latest")),
    ("hatch", Words("non mesuré", "not measured")),
)


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
        layers += [*_key_mark(mark, x, y), text_at(text, x + 24, look, y + 11)]
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
