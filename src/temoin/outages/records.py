"""Picks as the lines that ``temoin outages --signals`` prints."""

import datetime as dt

import polars as pl

from temoin.outages.tables import PICKS
from temoin.period import iso


def pick_records(picks: pl.DataFrame) -> list[dict[str, object]]:
    """Return one plain record a pick, of type ``pick``, times in ISO 8601 with Z.

    Parameters
    ----------
    picks : table ``PICKS``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    return [
        {"type": "pick"}
        | {name: iso(value) if isinstance(value, dt.datetime) else value for name, value in row.items()}
        for row in PICKS.require(picks).iter_rows(named=True)
    ]
