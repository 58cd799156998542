"""Small inputs made up for the tests of the outage lens."""

import datetime as dt
import io
from collections.abc import Sequence

import polars as pl

from temoin.evidence.reader import Reader
from temoin.evidence.source import Reading, Source
from temoin.outages.tables import SIGNALS
from temoin.period import UTC

BEGIN = dt.datetime(2024, 3, 4, tzinfo=UTC)


def a_source(name: str = "export.csv", **reading: str) -> Source:
    return Source(id="5e" * 32, size=1, name=name, reading=Reading(**reading))


def read(reader: Reader, text: str, source: Source | None = None) -> pl.DataFrame:
    return pl.concat(reader.read(io.BytesIO(text.encode()), source or a_source()))


def a_signal(
    *values: float | None, signal: str = "active_probing", minutes: int = 60, place: str = "Atlasie"
) -> pl.DataFrame:
    times = [BEGIN + index * dt.timedelta(minutes=minutes) for index in range(len(values))]
    return signals_at(times, values, signal=signal, place=place)


def signals_at(
    times: Sequence[dt.datetime],
    values: Sequence[float | None],
    *,
    signal: str = "active_probing",
    place: str = "Atlasie",
    source: str = "synthetic",
) -> pl.DataFrame:
    return SIGNALS.require(
        pl.DataFrame(
            {
                "source": source,
                "row": pl.int_range(1, len(times) + 1, dtype=pl.Int64, eager=True),
                "place": place,
                "signal": signal,
                "time": pl.Series(times, dtype=pl.Datetime("us", "UTC")),
                "value": pl.Series(values, dtype=pl.Float64),
                "scale": "absolute",
            }
        )
    )


def days_of(value: float, days: int, minutes: int = 60) -> list[float | None]:
    return [value] * (days * 24 * 60 // minutes)
