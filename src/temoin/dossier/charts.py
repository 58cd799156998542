"""Vega-Lite specifications to SVG, and SVG made fit to stand inside a page that has a light and a dark side."""

import re
from collections.abc import Callable
from functools import cache
from html import escape
from typing import Any

from temoin.dossier.fonts import font_folders

ChartMaker = Callable[[dict[str, Any]], str]
"""What draws: ``render_svg``, or a cache around it."""

PALETTE = {
    "ink": "#1a1a19",
    "muted": "#6b6b66",
    "grid": "#e3e1da",
    "accent": "#1f4e79",
    "band": "#d9dee5",
    "outage": "#b3261e",
    "hatch": "#b9b5a8",
    "paper": "#fffdf8",
}
"""Colours a specification may use, by the name of the CSS variable that takes their place in a page."""

_NAMES = {colour: name for name, colour in PALETTE.items()} | {
    "#000": "ink",
    "#000000": "ink",
    "black": "ink",
    "#888": "muted",
    "#ddd": "grid",
    "white": "paper",
    "#fff": "paper",
    "#ffffff": "paper",
}
_COLOUR = re.compile(r'\b(fill|stroke|stop-color)="([^"]+)"')
_IDS = re.compile(r'(?<= id=")[^"]+(?=")')
_NAMED = re.compile(r'(?<= id=")[^"]+(?=")|(?<=#)[^")]+(?=[)"])')
# The picture is one image with its own words; what Vega says of each mark would be read out in English.
_SPOKEN = re.compile(r'\s(?:role|aria-[a-z]+|style)="[^"]*"')
_PATH = re.compile(r'(?<= d=")[^"]+')
_DECIMALS = re.compile(r"-?\d*\.\d{2,}(?:e-?\d+)?")
_ROOT = re.compile(r'<svg\b[^>]*?width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)"[^>]*>')
_BACKGROUND = re.compile(r'(?<=>)<rect width="[\d.]+" height="[\d.]+" fill="[^"]*"\s*/>')


@cache
def _vega() -> Any:  # noqa: ANN401  (vl-convert ships no types)
    import vl_convert

    for folder in font_folders():
        vl_convert.register_font_directory(folder)
    return vl_convert


def render_svg(spec: dict[str, Any]) -> str:
    """Return the SVG of a Vega-Lite specification; the same specification gives the same characters.

    Vega numbers its clip paths through the life of the process: they are numbered again from nought here. Paths keep
    a tenth of a pixel, which halves a drawing of many points and changes nothing that is seen.

    Parameters
    ----------
    spec : a specification with its data inside; nothing is fetched

    Examples
    --------
    >>> spec = {"data": {"values": [{}]}, "mark": "point", "width": 40, "height": 20}
    >>> render_svg(spec) == render_svg(spec)
    True
    """
    drawn = _vega().vegalite_to_svg(spec, allowed_base_urls=[])
    return _renumbered(_PATH.sub(lambda path: _DECIMALS.sub(_to_a_tenth, path[0]), drawn), "c")


def for_page(svg: str, prefix: str, alternative: str) -> str:
    """Return an SVG to be set inside a page: its own ids, colours by variable, one text alternative.

    Parameters
    ----------
    svg : what a ``ChartMaker`` gave
    prefix : distinguishes the ids of this drawing from those of its neighbours
    alternative : what somebody who does not see it is told

    Examples
    --------
    >>> for_page('<svg width="9" height="9" viewBox="0 0 9 9"><path fill="#1f4e79"/></svg>', "a", "a line")[-37:]
    '9"><path fill="var(--accent)"/></svg>'
    """
    spoken = escape(alternative, quote=True)
    quiet = _SPOKEN.sub("", _BACKGROUND.sub("", svg, count=1))
    rooted = _ROOT.sub(
        r'<svg class="drawing" role="img" aria-label="@@" viewBox="\3" width="\1" height="\2">', quiet, count=1
    )
    return _renumbered(_COLOUR.sub(_by_variable, rooted), prefix).replace("@@", spoken, 1)


def for_paper(svg: str) -> str:
    """Return an SVG without its background, to be printed on paper of any colour."""
    return _BACKGROUND.sub("", svg, count=1)


def _to_a_tenth(match: re.Match[str]) -> str:
    return f"{float(match[0]):.1f}".removesuffix(".0")


def _by_variable(match: re.Match[str]) -> str:
    name = _NAMES.get(match[2].lower())
    return match[0] if name is None else f'{match[1]}="var(--{name})"'


def _renumbered(svg: str, prefix: str) -> str:
    numbered = {name: f"{prefix}{rank}" for rank, name in enumerate(dict.fromkeys(_IDS.findall(svg)))}
    return _NAMED.sub(lambda match: numbered.get(match[0], match[0]), svg)
