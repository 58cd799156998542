"""A CSV of one place with a column a signal: ``time`` or ``time_utc`` first, then signals by names the lens knows.

It is what a spreadsheet makes of an export. The column ``time_utc`` says its zone; the column ``time`` does not.
"""

from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import place_of, unexpected
from temoin.outages.readers.batch import HIGHEST_SHARE
from temoin.outages.readers.cells import cells_of, first_line, names_of, numbers_of, times_of, utf8_of
from temoin.outages.readers.sound import Lines, batches, sound
from temoin.outages.signals import is_known, signal_named
from temoin.words import Words

_TIMES = {"time_utc": "UTC", "time": None}
_SEPARATORS = (",", ";", "\t")


def recognises(head: Head) -> bool:
    """Return whether the first line names a time and then signals that are known, and nothing else."""
    return _separator(first_line(head.data)) is not None


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS``, one batch a column, in the file's order.

    Columns whose maximum is 100 each are taken for per cent of their own maximum, as in IODA's exports.

    Parameters
    ----------
    stream : the file, comma-, semicolon- or tab-separated
    source : ``reading.place`` or the file's name says the place; ``reading.zone`` the zone of a column ``time``

    Raises
    ------
    InputError : the place or the zone is not said; a cell cannot be read, or lines cannot be true together
    """
    data = utf8_of(stream, source)
    line = data.split(b"\n", 1)[0].decode("utf-8", "replace")
    separator = _separator(line)
    if separator is None:
        raise _wrong_header(source)
    place = place_of(source)
    frame = cells_of(data, source, separator=separator)
    clock, *columns = [name for name in frame.columns if name != "line"]
    frame = frame.with_columns(place=pl.lit(place))
    times = times_of(frame, clock, source, _TIMES[clock] or source.reading.zone)
    values = [numbers_of(frame, column, source) for column in columns]
    highest = [column.max() for column in values if column.count()]
    scale = "window-maximum" if highest and set(highest) == {HIGHEST_SHARE} else "absolute"
    for column in values:
        points = pl.DataFrame({"time": times, "value": column, "row": frame["line"] - 1}).with_columns(
            place=pl.lit(place), signal=pl.lit(signal_named(column.name).name)
        )
        yield from batches(sound(points, source, Lines(time=clock, value=column.name)), source, scale=scale)


def _separator(line: str) -> str | None:
    for separator in _SEPARATORS:
        clock, *signals = names_of(line, separator)
        known = {signal_named(name).name for name in signals if is_known(name)}
        if clock in _TIMES and signals and len(known) == len(signals):
            return separator
    return None


def _wrong_header(source: Source) -> Exception:
    return unexpected(
        source,
        Words(
            "en-tête attendu : time_utc, puis chaque signal connu une fois",
            "expected the header time_utc, then each known signal once",
        ),
        Words(
            "nommez les signaux comme active_probing, bgp, search", "name the signals as active_probing, bgp, search"
        ),
    )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="signals-wide",
    version=1,
    label=Words("CSV d’un lieu, une colonne par signal", "CSV of one place, a column a signal"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
