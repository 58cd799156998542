"""Readers of measured signals: each gives batches of table ``SIGNALS`` from a seekable stream.

``NETWORK_READERS`` read the tables of networks that an analyst supplies, table ``NETWORKS``.
"""

from collections.abc import Iterator

import polars as pl

from temoin.evidence.reader import Reader
from temoin.outages.readers import ioda_csv, ioda_json, networks_csv, signals_csv
from temoin.outages.readers.networks_csv import NetworkList

READERS: tuple[Reader[Iterator[pl.DataFrame]], ...] = (ioda_csv.READER, ioda_json.READER, signals_csv.READER)
NETWORK_READERS: tuple[Reader[NetworkList], ...] = (networks_csv.READER,)

__all__ = ["NETWORK_READERS", "READERS", "NetworkList"]
