"""The plain CSV of signals: columns ``time``, ``place``, ``signal``, ``value`` in any order, one point a line."""

from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import told_place
from temoin.outages.readers.batch import name_of, wrong_cell
from temoin.outages.readers.cells import cells_of, meanings, names_of, numbers_of, times_of, utf8_of
from temoin.outages.readers.sound import Lines, batches, sound
from temoin.outages.signals import signal_named
from temoin.words import Words

_COLUMNS = ("time", "place", "signal", "value")
_LONGEST_HEADER = 1 << 16
_SEPARATORS = (",", ";", "\t")


def recognises(head: Head) -> bool:
    """Return whether the first line names the four columns."""
    line = head.data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return any(set(_COLUMNS) <= set(names_of(line, separator)) for separator in _SEPARATORS)


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS`` in batches, in the file's order; columns it does not know are left aside.

    An empty value (or NA, NaN, null) is not measured. Signals take their declared names; the place stays as it is
    written. A line that repeats another to the digit is dropped. A column ``unit`` is held to one unit a series.

    Parameters
    ----------
    stream : the file, comma-, semicolon- or tab-separated
    source : ``reading.zone`` for times without one, ``reading.decimal``, ``reading.encoding``, ``reading.place``

    Raises
    ------
    InputError : a cell cannot be read or is negative, or lines cannot be true together; with line and column
    """
    frame = _cells(stream, source)
    frame = frame.with_columns(
        time=times_of(frame, "time", source, source.reading.zone),
        signal=_signals(frame, source),
        value=numbers_of(frame, "value", source),
        row=pl.col("line") - 1,
    )
    _refuse_mixed_units(frame, source)
    points, units_said = frame.select("place", "signal", "time", "value", "row"), "unit" in frame.columns
    del frame
    yield from batches(sound(points, source, Lines(), units_said=units_said), source)


def _cells(stream: BinaryIO, source: Source) -> pl.DataFrame:
    data = utf8_of(stream, source)
    header = data[:_LONGEST_HEADER].split(b"\n", 1)[0].decode("utf-8", "replace")
    separator = max(_SEPARATORS, key=lambda mark: len(set(_COLUMNS) & set(names_of(header, mark))))
    names = names_of(header, separator)
    missing = [name for name in _COLUMNS if name not in names and not (name == "place" and source.reading.place)]
    if missing:
        raise InputError(
            name_of(source),
            Words(f"colonnes absentes : {', '.join(missing)}", f"missing columns: {', '.join(missing)}"),
            Words("écrivez l’en-tête time,place,signal,value", "write the header time,place,signal,value"),
            where=Words("ligne 1", "line 1"),
        )
    frame = cells_of(data, source, separator=separator)
    if "place" not in frame.columns:
        frame = frame.with_columns(place=pl.lit(""))
    frame = frame.select("line", *_COLUMNS, *(name for name in ("unit",) if name in frame.columns))
    if told := told_place(source):
        frame = frame.with_columns(place=pl.col("place").replace("", told))
    frame = frame.filter(~pl.all_horizontal(pl.col("time", "signal", "value") == ""))
    _refuse_empty(frame, source)
    return frame


def _refuse_empty(frame: pl.DataFrame, source: Source) -> None:
    for name in ("time", "place", "signal"):
        empty = frame.filter(pl.col(name) == "")
        if not empty.is_empty():
            raise wrong_cell(
                source,
                (empty["line"][0], name),
                Words("cellule vide", "empty cell"),
                Words("remplissez-la ou retirez la ligne", "fill it or remove the line"),
            )


def _signals(frame: pl.DataFrame, source: Source) -> pl.Expr:
    spellings = frame["signal"].unique(maintain_order=True)
    names = meanings(frame, "signal", spellings, lambda cell: signal_named(cell).name, source)
    changed = {cell: name for cell, name in zip(spellings, names, strict=True) if cell != name}
    return pl.col("signal").replace(changed) if changed else pl.col("signal")


def _refuse_mixed_units(frame: pl.DataFrame, source: Source) -> None:
    if "unit" not in frame.columns:
        return
    said = frame.filter(pl.col("unit") != "").select("line", "place", "signal", "unit")
    firsts = said.with_columns(first=pl.col("unit").first().over("place", "signal"))
    against = firsts.filter(pl.col("unit") != pl.col("first"))
    if not against.is_empty():
        first = against.row(0, named=True)
        raise wrong_cell(
            source,
            (first["line"], "unit"),
            Words(
                f"l’unité de {first['place']}, {first['signal']} change : {first['first']}, puis {first['unit']}",
                f"the unit of {first['place']}, {first['signal']} changes: {first['first']}, then {first['unit']}",
            ),
            Words(
                "convertissez les valeurs, ou donnez un autre nom au signal",
                "convert the values, or give the signal another name",
            ),
        )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="signals-csv",
    version=3,
    label=Words("CSV de signaux : time, place, signal, value", "CSV of signals: time, place, signal, value"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
