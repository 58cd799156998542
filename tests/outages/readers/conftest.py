"""What the tests of readers share: a source that says little, and a reading of text."""

import io
from collections.abc import Callable

import polars as pl
import pytest

from temoin.evidence.reader import Reader
from temoin.evidence.source import Reading, Source


@pytest.fixture
def a_source() -> Callable[..., Source]:
    """Return a function that makes a source with a name and reading options."""

    def make(name: str = "export.csv", **reading: str) -> Source:
        return Source(id="5e" * 32, size=1, name=name, reading=Reading(**reading))

    return make


@pytest.fixture
def read(a_source) -> Callable[..., pl.DataFrame]:
    """Return a function that reads a text with a reader, as one table."""

    def read(reader: Reader, text: str, source: Source | None = None) -> pl.DataFrame:
        return pl.concat(reader.read(io.BytesIO(text.encode()), source or a_source()))

    return read
