"""Readers of measured signals: each gives batches of table ``SIGNALS`` from a seekable stream."""

from collections.abc import Iterator

import polars as pl

from temoin.evidence.reader import Reader
from temoin.outages.readers import ioda_csv, ioda_json, signals_csv

READERS: tuple[Reader[Iterator[pl.DataFrame]], ...] = (ioda_csv.READER, ioda_json.READER, signals_csv.READER)

__all__ = ["READERS"]
