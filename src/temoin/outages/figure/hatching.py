"""Hatching: slanted lines over what was not measured, in pixels, never more of them than the eye can tell apart."""

from collections.abc import Iterator, Sequence

import polars as pl

from temoin.outages.figure.paper import HATCH, Paper, Spec, milliseconds

_BETWEEN_LINES = 5.0


def missing_runs(series: pl.DataFrame, paper: Paper) -> list[tuple[float, float]]:
    """Return the stretches of one series that hold no value, as pixels from the left edge of the paper.

    A pixel is missing when more than half of its bins are: a hole narrower than that is not seen anyway.

    Parameters
    ----------
    series : table ``EXPECTED``, one series
    paper : window and width
    """
    if len(series) < 2:
        return []
    begin, end = milliseconds(paper.window.begin), milliseconds(paper.window.end)
    pixel = (end - begin) / paper.width
    step = (milliseconds(series["time"][1]) - milliseconds(series["time"][0])) / pixel
    at = (pl.col("time").dt.epoch("ms") - begin) / pixel
    runs = (
        series.select(pl.col("time"), pl.col("value").is_null().alias("missing"))
        .group_by((at.floor() if step < 1 else pl.int_range(pl.len())).alias("pixel"), maintain_order=True)
        .agg(at.first().alias("from"), at.last().alias("until"), (pl.col("missing").mean() > 0.5).alias("missing"))
        .with_columns(run=pl.col("missing").rle_id())
        .filter("missing")
        .group_by("run", maintain_order=True)
        .agg(pl.first("from"), pl.last("until"))
    )
    return [(left, right + step) for left, right in runs.select("from", "until").iter_rows()]


def slants(wide: float, high: float) -> Iterator[tuple[float, float, float, float]]:
    """Yield the lines that hatch a box, as x, x2, y, y2 from its lower left corner.

    Examples
    --------
    >>> list(slants(4, 4))
    [(0.0, 4.0, 0.0, 4)]
    """
    at = -_BETWEEN_LINES * (high // _BETWEEN_LINES)
    while at < wide:
        low, top = max(0.0, -at), min(high, wide - at)
        if top > low:
            yield at + low, at + top, low, top
        at += _BETWEEN_LINES


def hatching(
    boxes: Sequence[tuple[float, float, float, float]],
    width: float,
    over: tuple[float, float],
    *,
    height: float | None = None,
) -> Spec:
    """Return the layer that hatches boxes, each x, x2, y, y2 in pixels of the pane, y downwards.

    Every line is a stretch of one path, broken by a point without y: one mark, however many lines.

    Parameters
    ----------
    boxes : what to hatch
    width : of the pane, pixels
    over : what the pane's axis of x goes from and to
    height : of a pane without axes, whose scales are then set here; None where the pane sets them
    """
    per_pixel = (over[1] - over[0]) / width
    rows: list[Spec] = []
    for left, right, top, bottom in boxes:
        for x, x2, y, y2 in slants(right - left, bottom - top):
            ends = [round(over[0] + (left + at) * per_pixel, 1) for at in (x, x2)]
            rows += [
                {"t": ends[0], "y": round(bottom - y, 1)},
                {"t": ends[1], "y": round(bottom - y2, 1)},
                {"t": ends[1], "y": None},
            ]
    across: Spec = {"field": "t", "type": "quantitative"}
    up: Spec = {"field": "y", "type": "quantitative", "scale": None, "axis": None}
    if height is not None:  # a path is broken at a missing value only where an axis has a scale
        scale: Spec = {"domain": list(over), "nice": False, "zero": False}
        falling: Spec = {"domain": [height, 0], "nice": False, "zero": False}
        across, up = {**across, "scale": scale, "axis": None}, {**up, "scale": falling}
    return {
        "data": {"values": rows},
        "mark": {"type": "line", "color": HATCH, "strokeWidth": 0.9, "clip": True},
        "encoding": {"x": across, "y": up, "order": {"value": None}},
    }
