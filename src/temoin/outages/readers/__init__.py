"""Readers: measured signals as batches of table ``SIGNALS``, lists that others published as table ``REPORTED``.

``NETWORK_READERS`` read the tables of networks that an analyst supplies, table ``NETWORKS``.

A reader of signals that leaves something out, or reads it in a way that a person should hear of, has a function
``left_out`` that says so in words; ``LEFT_OUT`` holds them by kind. ``remarks_on`` says of all points read what a
person should hear: series too short for anything to be said of them, names kept as places, bins that shift. A reader
of a list gives its refused rows with its rows.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import polars as pl

from temoin.evidence import Source
from temoin.evidence.reader import Reader
from temoin.outages.readers import (
    google_traffic,
    ioda_alerts,
    ioda_csv,
    ioda_curated,
    ioda_events,
    ioda_json,
    ip_observatory,
    networks_csv,
    ooni,
    radar_anomalies,
    radar_outages,
    radar_series,
    ripestat,
    sflc,
    signals_csv,
    signals_wide,
    stop,
    tor_users,
)
from temoin.outages.readers.listing import Listing
from temoin.outages.readers.networks_csv import NetworkList
from temoin.outages.readers.remarks import remarks_on
from temoin.words import Words

READERS: tuple[Reader[Iterator[pl.DataFrame]], ...] = (
    ioda_csv.READER,
    ioda_json.READER,
    radar_series.READER,
    google_traffic.READER,
    ooni.READER,
    tor_users.READER,
    ripestat.READER,
    ip_observatory.READER,
    signals_csv.READER,
    signals_wide.READER,
)
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

NETWORK_READERS: tuple[Reader[NetworkList], ...] = (networks_csv.READER,)

LEFT_OUT: Mapping[str, Callable[[BinaryIO, Source], tuple[Words, ...]]] = {
    ioda_json.READER.kind: ioda_json.left_out,
    radar_series.READER.kind: radar_series.left_out,
    google_traffic.READER.kind: google_traffic.left_out,
    ooni.READER.kind: ooni.left_out,
    tor_users.READER.kind: tor_users.left_out,
    ip_observatory.READER.kind: ip_observatory.left_out,
    signals_csv.READER.kind: signals_csv.left_out,
}

__all__ = ["LEFT_OUT", "LISTS", "NETWORK_READERS", "READERS", "Listing", "NetworkList", "remarks_on"]
