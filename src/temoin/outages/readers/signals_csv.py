"""The plain CSV of signals: columns ``time``, ``place``, ``signal``, ``value`` in any order, one point a line.

Their French names are as good: ``heure`` (or ``temps``, ``date``), ``lieu`` (or ``pays``), ``signal``, ``valeur``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import place_named, place_of, told_place
from temoin.outages.readers.batch import name_of, wrong_cell
from temoin.outages.readers.cells import cells_of, first_line, meanings, numbers_of, times_of, utf8_of
from temoin.outages.readers.plain_header import PlainHeader, near_miss, plain_header
from temoin.outages.readers.sound import Lines, batches, sound
from temoin.outages.signals import signal_named
from temoin.words import Words

_LONGEST_HEADER = 1 << 16
_DECIMAL_COMMA = re.compile(r"\d+,\d+", re.ASCII)
_MAY_BE_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}", re.ASCII)


def recognises(head: Head) -> bool:
    """Return whether the first line names the four columns, or all but the place."""
    return plain_header(first_line(head.data)).missing in {(), ("place",)}


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS`` in batches, in the file's order; columns it does not know are left aside.

    An empty value (or NA, NaN, null) is not measured. Signals take their declared names; the place stays as it is
    written, but for the code of a country or a network, which is put in capitals. Between semicolons a comma that
    cannot part thousands is decimal. A line that repeats another to the digit is dropped. A column ``unit`` is held to
    one unit a series.

    Parameters
    ----------
    stream : the file, comma-, semicolon- or tab-separated
    source : ``reading.zone`` for times without one, ``reading.decimal``, ``reading.encoding``, ``reading.place``

    Raises
    ------
    InputError : a cell cannot be read or is negative, or lines cannot be true together; with line and column
    """
    frame, header = _cells(stream, source)
    time, value = header.columns["time"], header.columns["value"]
    frame = frame.with_columns(
        times_of(frame, time, source, source.reading.zone).alias("time"),
        _signals(frame, source).alias("signal"),
        numbers_of(frame, value, _with_decimal(frame[value], header, source)).alias("value"),
        row=pl.col("line") - 1,
    )
    _refuse_mixed_units(frame, source)
    points, units_said = frame.select("place", "signal", "time", "value", "row"), "unit" in frame.columns
    del frame
    yield from batches(sound(points, source, Lines(time=time, value=value), units_said=units_said), source)


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence where nothing stands under the header; nothing where a line does."""
    del source
    _, _, under = stream.read(_LONGEST_HEADER).partition(b"\n")
    if under.strip(b"\0\r\n\t ,;"):
        return ()
    return (Words("aucune ligne sous l’en-tête : rien à juger", "no line under the header: nothing can be judged"),)


def _cells(stream: BinaryIO, source: Source) -> tuple[pl.DataFrame, PlainHeader]:
    data = utf8_of(stream, source)
    header = plain_header(first_line(data[:_LONGEST_HEADER]))
    missing = [name for name in header.missing if name != "place"]
    if missing:
        raise InputError(
            name_of(source),
            Words(f"colonnes absentes : {', '.join(missing)}", f"missing columns: {', '.join(missing)}"),
            Words("écrivez l’en-tête time,place,signal,value", "write the header time,place,signal,value"),
            where=Words("ligne 1", "line 1"),
        )
    frame = cells_of(data, source, separator=header.separator)
    if "place" not in header.columns:
        header = replace(header, columns=header.columns | {"place": "place"})
        frame = frame.with_columns(place=pl.lit(place_of(source)))
    known = tuple(header.columns.values())
    frame = frame.select("line", *known, *(name for name in ("unit",) if name in frame.columns))
    place = pl.col(header.columns["place"])
    if told := told_place(source):
        frame = frame.with_columns(place.replace("", told))
    frame = frame.filter(~pl.all_horizontal(pl.col(name) == "" for name in known if name != header.columns["place"]))
    _refuse_empty(frame, header, source)
    return frame.with_columns(place.replace(_codes(frame[header.columns["place"]])).alias("place")), header


def _codes(places: pl.Series) -> dict[str, str]:
    """What is a country's code, or a network's, but for its capitals; a name stays a place of its own."""
    small = places.unique().to_frame("place").filter(pl.col("place") != pl.col("place").str.to_uppercase())["place"]
    return {place: place.upper() for place in small if place_named(place) == place.upper()}


def _with_decimal(cells: pl.Series, header: PlainHeader, source: Source) -> Source:
    """The source with its decimal comma, where the file itself leaves no other reading."""
    if source.reading.decimal is not None or header.separator != ";" or cells.str.contains(".", literal=True).any():
        return source
    commas = cells.filter(cells.str.contains(",", literal=True)).unique()
    sure = all(map(_DECIMAL_COMMA.fullmatch, commas)) and not all(map(_MAY_BE_THOUSANDS.fullmatch, commas))
    return replace(source, reading=replace(source.reading, decimal=",")) if sure else source


def _refuse_empty(frame: pl.DataFrame, header: PlainHeader, source: Source) -> None:
    for name in (header.columns[column] for column in ("time", "place", "signal")):
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
    version=4,
    label=Words("CSV de signaux : time, place, signal, value", "CSV of signals: time, place, signal, value"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
    near=near_miss,
)
