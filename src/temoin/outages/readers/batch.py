"""What the readers of signals share: text out of bytes, a batch out of columns, and the words of their errors."""

import io
from dataclasses import dataclass
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.outages.tables import SIGNALS
from temoin.words import Words

HIGHEST_SHARE = 100.0


@dataclass(frozen=True, slots=True)
class Series:
    """One signal of one place as read: UTC times, values (None: not measured) and rows, of one length."""

    place: str
    signal: str
    scale: str
    times: pl.Series
    values: pl.Series
    rows: pl.Series


def batch_of(source: Source, series: Series) -> pl.DataFrame:
    """Return a series as a batch of table ``SIGNALS``."""
    frame = pl.DataFrame({"time": series.times, "value": series.values, "row": series.rows}).with_columns(
        pl.col("time").cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
        if series.times.dtype != pl.Datetime("us", "UTC")
        else pl.col("time"),
        pl.col("value").cast(pl.Float64),
        pl.col("row").cast(pl.Int64),
        source=pl.lit(source.id),
        place=pl.lit(series.place),
        signal=pl.lit(series.signal),
        scale=pl.lit(series.scale),
    )
    return SIGNALS.require(frame)


def text_lines(stream: BinaryIO, source: Source) -> io.TextIOWrapper:
    """Return a stream as text, in the source's encoding or UTF-8 (its mark dropped).

    Raises
    ------
    InputError : no such encoding
    """
    encoding = source.reading.encoding or "utf-8-sig"
    try:
        return io.TextIOWrapper(stream, encoding=encoding, newline="")
    except LookupError as error:
        raise InputError(
            name_of(source),
            Words(f"encodage inconnu : {encoding}", f"unknown encoding: {encoding}"),
            Words("nommez-le, par exemple --encoding cp1252", "name it, for instance --encoding cp1252"),
        ) from error


def not_encoded(source: Source) -> InputError:
    """Return the error for bytes that do not fit the encoding."""
    encoding = source.reading.encoding or "utf-8"
    return InputError(
        name_of(source),
        Words(f"octets qui ne sont pas du {encoding}", f"bytes that are not {encoding}"),
        Words("nommez l’encodage, par exemple --encoding cp1252", "name the encoding, for instance --encoding cp1252"),
    )


def wrong_cell(source: Source, cell: tuple[int, str], expected: Words, remedy: Words) -> InputError:
    """Return the error for one cell; ``cell`` is its line in the file, from 1, and its column."""
    line, column = cell
    return InputError(
        name_of(source),
        expected,
        remedy,
        where=Words(f"ligne {line}, colonne « {column} »", f'line {line}, column "{column}"'),
    )


def name_of(source: Source) -> str:
    """Return what to call a source in an error: its file name, else the beginning of its id."""
    return source.name or source.id[:10]
