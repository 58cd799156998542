"""The heat strip: many series at once, a thin row each, those that fell first on top."""

import datetime as dt
from collections.abc import Mapping
from math import ceil

import polars as pl

from temoin.outages.figure.hatching import missing_runs
from temoin.outages.figure.pane import clock
from temoin.outages.figure.paper import Paper, Spec
from temoin.outages.figure.rows import BarRow, Pitch, Stretch, bar_rows
from temoin.outages.signals import signal_named
from temoin.words import Words

CELL = 3
_BANDS = ((0.25, "cut"), (0.5, "half"), (0.8, "light"))
_FEW, _SOME = 30, 80
_SERIES = ["place", "signal", "source"]
_WIDE_NAMES, _NARROW_NAMES, _NO_NOTES = 178, 116, 12
NOTES = 116
"""Room at the right from which the onsets are told there, pixels."""
_NARROW = 560
_LETTER = 0.52


def strip_margins(width: int) -> tuple[int, int]:
    """Return the room for names at the left and for onsets at the right of a picture so wide, pixels."""
    return (_NARROW_NAMES, _NO_NOTES) if width < _NARROW else (_WIDE_NAMES, NOTES)


def strip_rows(
    bins: pl.DataFrame, cells: pl.DataFrame, labels: Mapping[str, Words], paper: Paper, margins: tuple[int, int]
) -> Spec:
    """Return the rows of a heat strip over one axis in UTC, by onset, then by depth, then by name.

    Parameters
    ----------
    bins : table ``EXPECTED``, inside the window
    cells : columns source, place, signal, cell, level, as ``levels`` gives them for the same bins
    labels : names of places for people
    paper : window, width, language
    margins : room for names at the left and for onsets at the right, pixels
    """
    series = bins.partition_by(_SERIES, as_dict=True, maintain_order=True)
    bands = cells.drop_nulls("level").partition_by(_SERIES, as_dict=True, maintain_order=True)
    ordered = _ordered(bins, cells)
    pitch = _pitch(len(ordered))
    most, notes = int(margins[0] / pitch.font / _LETTER), margins[1] >= NOTES
    rows = []
    for *key, onset in ordered.select(*_SERIES, "onset").iter_rows():
        own = bands.get(tuple(key))
        rows.append(
            BarRow(
                name=_short(_name(key[0], key[1], ordered, labels, paper), most),
                note=_clock(onset, paper) if notes and onset is not None else "",
                fell=onset is not None,
                bars={} if own is None else _bands(own, _step(series[tuple(key)], paper)),
                missing=missing_runs(series[tuple(key)], paper),
            )
        )
    return bar_rows(rows, paper, pitch)


def _ordered(bins: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    onsets = bins.group_by(_SERIES).agg(pl.col("time").filter("down").min().alias("onset"))
    depths = cells.group_by(_SERIES).agg(pl.col("level").min().alias("lowest"))
    joined = onsets.join(depths, on=_SERIES, how="left")
    return joined.sort("onset", "lowest", *_SERIES, nulls_last=True)


def _clock(onset: dt.datetime, paper: Paper) -> str:
    return clock(onset).in_(paper.language)


def _name(place: str, signal: str, ordered: pl.DataFrame, labels: Mapping[str, Words], paper: Paper) -> str:
    several_places, several_signals = (ordered[name].n_unique() > 1 for name in ("place", "signal"))
    parts = []
    if several_places or not several_signals:
        label = labels[place].in_(paper.language) if place in labels else place
        parts.append(_part(place, ordered) if label == place else label)
    if several_signals or not several_places:
        parts.append(signal_named(signal).label.in_(paper.language))
    whole = ", ".join(parts)
    return whole[:1].upper() + whole[1:]


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _part(place: str, ordered: pl.DataFrame) -> str:
    # Parts of one country need not say so on each row.
    holders = ordered["place"].str.split("/").list.first()
    return place.partition("/")[2] or place if holders.n_unique() == 1 else place


def _pitch(count: int) -> Pitch:
    row, font = (18.0, 11.5) if count <= _FEW else (13.0, 10.5) if count <= _SOME else (10.0, 9.0)
    return Pitch(row, row - 3 if count <= _FEW else row - 1.5, font, above=False)


def _step(one: pl.DataFrame, paper: Paper) -> float:
    # A bin may be wider than a cell: the cells after it belong to it.
    times = one["time"]
    wide = paper.pixel(times[1]) - paper.pixel(times[0]) if len(times) > 1 else 0.0
    return max(wide, float(CELL))


def _bands(own: pl.DataFrame, step: float) -> dict[str, list[Stretch]]:
    look = pl.lit("calm")
    for level, name in reversed(_BANDS):
        look = pl.when(pl.col("level") < level).then(pl.lit(name)).otherwise(look)
    # Neighbouring cells of one look are one mark: a quiet year is a handful of marks, not thousands.
    runs = (
        own.sort("cell")
        .select("cell", look.alias("look"))
        .with_columns(
            gap=(pl.col("cell").diff() > ceil(step / CELL)).fill_null(value=True).cum_sum(),
            turn=pl.col("look").rle_id(),
        )
        .group_by("gap", "turn", maintain_order=True)
        .agg(pl.first("look"), pl.first("cell").alias("first"), pl.last("cell").alias("last"))
    )
    bands: dict[str, list[Stretch]] = {}
    for name, first, last in runs.select("look", "first", "last").iter_rows():
        bands.setdefault(name, []).append((first * CELL, last * CELL + step))
    return bands
