"""Readers of measured signals: each gives batches of table ``SIGNALS`` from a seekable stream.

``NETWORK_READERS`` read the tables of networks that an analyst supplies, table ``NETWORKS``.

A reader that leaves something out, or reads it in a way that a person should hear of, has a function ``left_out``
that says so in words; ``LEFT_OUT`` holds them by kind. ``unjudged`` says of all points read which series are
too short for anything to be said of them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import polars as pl

from temoin.evidence import Source
from temoin.evidence.reader import Reader
from temoin.outages.readers import (
    google_traffic,
    ioda_csv,
    ioda_json,
    ip_observatory,
    networks_csv,
    ooni,
    radar_series,
    ripestat,
    signals_csv,
    signals_wide,
    tor_users,
)
from temoin.outages.readers.networks_csv import NetworkList
from temoin.outages.readers.sound import unjudged
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

NETWORK_READERS: tuple[Reader[NetworkList], ...] = (networks_csv.READER,)

LEFT_OUT: Mapping[str, Callable[[BinaryIO, Source], tuple[Words, ...]]] = {
    ioda_json.READER.kind: ioda_json.left_out,
    radar_series.READER.kind: radar_series.left_out,
    google_traffic.READER.kind: google_traffic.left_out,
    ooni.READER.kind: ooni.left_out,
    tor_users.READER.kind: tor_users.left_out,
    ip_observatory.READER.kind: ip_observatory.left_out,
}

__all__ = ["LEFT_OUT", "NETWORK_READERS", "READERS", "NetworkList", "unjudged"]
