"""Readers of the lens: signals give batches of table ``SIGNALS``, lists what others published, table ``REPORTED``."""

from collections.abc import Iterator

import polars as pl

from temoin.evidence.reader import Reader
from temoin.outages.readers import (
    ioda_alerts,
    ioda_csv,
    ioda_curated,
    ioda_events,
    ioda_json,
    radar_anomalies,
    radar_outages,
    sflc,
    signals_csv,
    stop,
)
from temoin.outages.readers.listing import Listing

READERS: tuple[Reader[Iterator[pl.DataFrame]], ...] = (ioda_csv.READER, ioda_json.READER, signals_csv.READER)
"""Of measured signals."""

LISTS: tuple[Reader[Listing], ...] = (
    stop.READER,
    ioda_curated.READER,
    ioda_events.READER,
    ioda_alerts.READER,
    radar_outages.READER,
    radar_anomalies.READER,
    sflc.READER,
)
"""Of lists of outages that others published."""

__all__ = ["LISTS", "READERS", "Listing"]
