"""The heat strip: many series at once, a thin row each."""

from collections.abc import Mapping

import polars as pl

from temoin.outages.figure.axes import time_axis
from temoin.outages.figure.paper import BAND, FALLEN, INK, Paper, Spec, milliseconds, span, told_by
from temoin.outages.signals import signal_named
from temoin.words import Words

STRIP_MARGINS = 196
CELL = 3
_ROW = 16
_LONGEST = 28
_LEVELS = (0, 0.5, 0.75, 0.92)
_COLOURS = (FALLEN, "#dd8a7e", "#ecd9d2", BAND)


def strip_row(cells: pl.DataFrame, labels: Mapping[str, Words], paper: Paper) -> Spec:
    """Return the rows of a heat strip over one axis in UTC.

    Parameters
    ----------
    cells : columns source, place, signal, cell, level, as ``levels`` gives them
    labels : names of places for people
    paper : window, width, language
    """
    series = cells.select("place", "signal", "source").unique(maintain_order=True).sort("place", "signal", "source")
    names = [_name(place, signal, labels, paper) for place, signal, _ in series.iter_rows()]
    ranked = cells.join(series.with_row_index("rank"), on=["place", "signal", "source"], how="left")
    x = {"field": "t", "type": "quantitative", "scale": span(paper.window), "axis": time_axis(paper, "UTC", top=False)}
    y = {"field": "s", "type": "ordinal", "scale": {"domain": list(range(len(names)))}, "axis": _names_axis(names)}
    scale = {"domain": _LEVELS, "range": _COLOURS, "clamp": True}
    colour = {"field": "l", "type": "quantitative", "scale": scale, "legend": None}
    return {
        "width": paper.width,
        "height": {"step": _ROW},
        "data": {"values": _cells(ranked.sort("rank", "cell"), paper)},
        "mark": {"type": "rect", "height": _ROW - 3},
        "encoding": {"x": x, "x2": {"field": "u"}, "y": y, "color": colour},
    }


def _cells(ranked: pl.DataFrame, paper: Paper) -> list[Spec]:
    begin, end = (milliseconds(moment) for moment in (paper.window.begin, paper.window.end))
    wide = (end - begin) / max(1, paper.width // CELL)
    banded = ranked.drop_nulls("level").with_columns(
        band=pl.max_horizontal(
            pl.when(pl.col("level") >= level).then(pl.lit(float(level))).otherwise(0.0) for level in _LEVELS
        )
    )
    # Neighbouring cells of one band are one mark: a quiet year is a handful of marks, not thousands.
    same_run = (pl.col("band") == pl.col("band").shift()) & (pl.col("cell") == pl.col("cell").shift() + 1)
    runs = (
        banded.with_columns(
            run=(~(same_run & (pl.col("rank") == pl.col("rank").shift())).fill_null(value=False)).cum_sum()
        )
        .group_by("run", maintain_order=True)
        .agg(pl.first("rank"), pl.first("cell").alias("first"), pl.last("cell").alias("last"), pl.first("band"))
    )
    return [
        {"t": round(begin + first * wide), "u": round(begin + (last + 1) * wide), "s": rank, "l": band}
        for first, last, rank, band in runs.select("first", "last", "rank", "band").iter_rows()
    ]


def _names_axis(names: list[str]) -> Spec:
    return {
        "labelExpr": told_by({str(rank): name for rank, name in enumerate(names)}),
        "labelColor": INK,
        "labelFontSize": 11.5,
        "labelLimit": STRIP_MARGINS - 30,
        "domain": False,
        "ticks": False,
        "title": None,
        "minExtent": STRIP_MARGINS - 28,
    }


def _name(place: str, signal: str, labels: Mapping[str, Words], paper: Paper) -> str:
    where = labels[place].in_(paper.language) if place in labels else place
    name = f"{where}, {signal_named(signal).label.in_(paper.language)}"
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
