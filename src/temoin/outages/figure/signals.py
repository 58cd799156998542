"""The strip of signals: for each, when it fell, when it stayed, when it was not measured, and when it came back."""

from collections.abc import Collection, Sequence

import polars as pl

from temoin.outages.figure.hatching import missing_runs
from temoin.outages.figure.pane import told
from temoin.outages.figure.paper import Paper, Spec
from temoin.outages.figure.rows import BarRow, Pitch, Stretch, bar_rows
from temoin.outages.signals import signal_named
from temoin.words import Words

_UNMEASURED = Words("non mesuré pendant la panne", "not measured during the outage")
_WIDE, _NARROW = Pitch(38, 13, 12.5, above=True), Pitch(54, 13, 12.5, above=True)


def signal_rows(series: Sequence[pl.DataFrame], cuts: pl.DataFrame, unmeasured: Collection[str], paper: Paper) -> Spec:
    """Return a row a signal, over one axis in UTC.

    Parameters
    ----------
    series : tables ``EXPECTED``, one series each, in order
    cuts : table ``PICKS`` of the outages shown
    unmeasured : signals that none of these outages can tell of
    paper : window, width, language
    """
    rows = [_row(one, cuts, unmeasured, paper) for one in series]
    return bar_rows(rows, paper, _NARROW if paper.narrow else _WIDE)


def _row(one: pl.DataFrame, cuts: pl.DataFrame, unmeasured: Collection[str], paper: Paper) -> BarRow:
    source, signal = str(one["source"][0]), str(one["signal"][0])
    own = cuts.filter((pl.col("source") == source) & (pl.col("signal") == signal))
    name = signal_named(signal).label.in_(paper.language)
    over = own.select("began", pl.coalesce("ended", "observed_until").alias("over"))
    edges = [*own.select("began_earliest", "began_latest").iter_rows()]
    edges += own.drop_nulls("ended").select("ended_earliest", "ended_latest").iter_rows()
    missing = missing_runs(one, paper)
    silent = own.is_empty() and signal in unmeasured
    return BarRow(
        name=name[:1].upper() + name[1:],
        note=_UNMEASURED.in_(paper.language) if silent else told(own, paper.language),
        fell=len(own) > 0,
        bars={
            "calm": _between(missing, paper.pixel(one["time"][0]), float(paper.width)),
            "cut": [(paper.pixel(began), paper.pixel(until)) for began, until in over.iter_rows()],
        },
        missing=missing,
        onsets=[(paper.pixel(earliest), paper.pixel(latest)) for earliest, latest in edges],
    )


def _between(missing: Sequence[Stretch], begin: float, end: float) -> list[Stretch]:
    at, measured = begin, []
    for left, right in missing:
        measured.append((at, left))
        at = right
    return [*measured, (at, end)]
