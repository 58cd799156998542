"""Picks and published rows as the lines that ``temoin outages`` prints."""

import datetime as dt

import polars as pl

from temoin.outages.tables import PICKS, REPORTED
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
    return _records("pick", PICKS.require(picks))


def reported_records(reported: pl.DataFrame) -> list[dict[str, object]]:
    """Return one plain record a published row, of type ``reported``, times in ISO 8601 with Z.

    Parameters
    ----------
    reported : table ``REPORTED``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    return _records("reported", REPORTED.require(reported))


def _records(kind: str, frame: pl.DataFrame) -> list[dict[str, object]]:
    return [
        {"type": kind} | {name: iso(value) if isinstance(value, dt.datetime) else value for name, value in row.items()}
        for row in frame.iter_rows(named=True)
    ]
