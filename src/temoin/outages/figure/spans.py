"""Stretches of time out of tables: measured, missing, fallen, expected next; what figures set as bars."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from temoin.period import Period

_DENIED = 3


def measured_spans(series: pl.DataFrame) -> Iterator[tuple[str, Period]]:
    """Yield the stretches of one series that were measured, ``calm``, and those that were not, ``hatch``.

    Parameters
    ----------
    series : table ``EXPECTED``, one series
    """
    times = series["time"]
    if len(times) < 2:
        return
    step = times[1] - times[0]
    runs = (
        series.select("time", pl.col("value").is_null().alias("missing"))
        .with_columns(run=pl.col("missing").rle_id())
        .group_by("run", maintain_order=True)
        .agg(pl.first("missing"), pl.first("time").alias("begin"), pl.last("time").alias("end"))
    )
    for missing, begin, end in runs.select("missing", "begin", "end").iter_rows():
        yield "hatch" if missing else "calm", Period(begin, end + step)


def fallen_spans(outages: pl.DataFrame, campaigns: pl.DataFrame) -> Iterator[tuple[str, Period]]:
    """Yield each outage, ``cut`` in one of the campaigns and ``other`` else, until its end or the last measure.

    Parameters
    ----------
    outages, campaigns : tables ``OUTAGES`` and ``CAMPAIGNS`` of one place
    """
    known = set(campaigns["id"])
    over = pl.coalesce("ended", "observed_until").alias("over")
    for name, began, until in outages.select("campaign", "began", over).iter_rows():
        yield "cut" if name in known else "other", Period(began, max(began, until))


def expected_spans(campaigns: pl.DataFrame, outages: pl.DataFrame) -> Iterator[tuple[str, Period]]:
    """Yield what each campaign's rule gives: dates that did not come, then the next ones, as long as one usually lasts.

    Parameters
    ----------
    campaigns, outages : tables ``CAMPAIGNS`` and ``OUTAGES`` of one place
    """
    for campaign in campaigns.iter_rows(named=True):
        lasts = _usual_length(campaign, outages)
        for moment in dict.fromkeys([*campaign["missed"][:_DENIED], *campaign["next"]]):
            yield "next", Period(moment, moment + lasts)


def _usual_length(campaign: Mapping[str, Any], outages: pl.DataFrame) -> dt.timedelta:
    members = outages.filter(pl.col("id").is_in(campaign["outages"]))
    usual = members.select((pl.col("ended") - pl.col("began")).median()).item()
    return usual if isinstance(usual, dt.timedelta) else dt.timedelta(hours=1)
