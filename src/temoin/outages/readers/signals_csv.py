"""The plain CSV of signals: columns ``time``, ``place``, ``signal``, ``value`` in any order, one point a line."""

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.measure.grid import stray
from temoin.outages.readers.batch import name_of, not_encoded, wrong_cell
from temoin.outages.signals import signal_named
from temoin.outages.tables import SIGNALS
from temoin.period import iso, parse_time
from temoin.words import Words

_COLUMNS = ("time", "place", "signal", "value")
_NOT_MEASURED = ("", "na", "nan", "null")
_SEPARATORS = (",", ";", "\t")
_GROUPS = (" ", "\u00a0", "\u202f", "'", "’")


def recognises(head: Head) -> bool:
    """Return whether the first line names the four columns."""
    line = head.data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return any(set(_COLUMNS) <= set(_names(line, separator)) for separator in _SEPARATORS)


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS`` in one batch, in the file's order; other columns are left aside.

    An empty value (or NA, NaN, null) is not measured. Signals take their declared names; the place stays as it is
    written. A line that repeats another to the digit is dropped.

    Parameters
    ----------
    stream : the file, comma-, semicolon- or tab-separated
    source : ``reading.zone`` for times without one, ``reading.decimal``, ``reading.encoding``, ``reading.place``

    Raises
    ------
    InputError : a cell cannot be read, is negative, or says otherwise than another line; with its line and column
    """
    frame = _cells(stream, source)
    frame = frame.with_columns(
        time=_each(frame, "time", lambda cell: parse_time(cell, source.reading.zone), source),
        signal=_each(frame, "signal", lambda cell: signal_named(cell).name, source),
        value=_values(frame, source),
        row=pl.col("line") - 1,
        source=pl.lit(source.id),
        scale=pl.lit("absolute"),
    )
    _refuse_contradictions(frame, source)
    _refuse_strays(frame, source)
    frame = frame.unique(["place", "signal", "time"], keep="first", maintain_order=True)
    yield SIGNALS.require(frame)


def _names(line: str, separator: str) -> list[str]:
    return [name.strip().strip('"').strip().casefold() for name in line.split(separator)]


def _cells(stream: BinaryIO, source: Source) -> pl.DataFrame:
    try:
        text = stream.read().decode(source.reading.encoding or "utf-8-sig")
    except (UnicodeDecodeError, LookupError) as error:
        raise not_encoded(source) from error
    line = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda mark: len(set(_COLUMNS) & set(_names(line, mark))))
    names = _names(line, separator)
    missing = [name for name in _COLUMNS if name not in names and not (name == "place" and source.reading.place)]
    if missing:
        raise InputError(
            name_of(source),
            Words(f"colonnes absentes : {', '.join(missing)}", f"missing columns: {', '.join(missing)}"),
            Words("écrivez l’en-tête time,place,signal,value", "write the header time,place,signal,value"),
            where=Words("ligne 1", "line 1"),
        )
    try:
        frame = pl.read_csv(
            io.BytesIO(text.encode()), separator=separator, infer_schema=False, has_header=True, new_columns=names
        )
    except pl.exceptions.PolarsError as error:
        raise InputError(
            name_of(source),
            Words("autant de cellules que de colonnes attendues", "expected as many cells as columns"),
            Words("vérifiez les guillemets et le séparateur", "check the quotes and the separator"),
        ) from error
    frame = frame.with_row_index("line", offset=2).with_columns(pl.col("line").cast(pl.Int64))
    if "place" not in frame.columns:
        frame = frame.with_columns(place=pl.lit(""))
    frame = frame.select("line", *(pl.col(name).str.strip_chars().fill_null("") for name in _COLUMNS))
    if source.reading.place:
        frame = frame.with_columns(place=pl.col("place").replace("", source.reading.place))
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


def _each(frame: pl.DataFrame, name: str, meaning: Callable[[str], object], source: Source) -> pl.Series:
    spellings = frame[name].unique(maintain_order=True)
    meanings = []
    for cell in spellings:
        try:
            meanings.append(meaning(cell))
        except InputError as error:
            line = frame.filter(pl.col(name) == cell)["line"][0]
            raise _at(source, line, name, error) from error
    dtype = SIGNALS.schema[name]
    known = pl.DataFrame({name: spellings, "meaning": pl.Series(meanings, dtype=dtype)})
    return frame.select(name).join(known, on=name, how="left", maintain_order="left")["meaning"].alias(name)


def _at(source: Source, line: int, name: str, error: InputError) -> InputError:
    words = error.words
    return wrong_cell(source, (line, name), *(_halves(words)))


def _halves(words: Words) -> tuple[Words, Words]:
    fr, _, fr_remedy = words.fr.partition(" ; ")
    en, _, en_remedy = words.en.partition("; ")
    return Words(fr, en), Words(fr_remedy, en_remedy)


def _values(frame: pl.DataFrame, source: Source) -> pl.Series:
    cells = frame["value"]
    decimal = source.reading.decimal or "."
    other = "," if decimal == "." else "."
    plain = (
        cells
        if decimal == "."
        else cells.str.replace_all(other, "?", literal=True).str.replace_all(",", ".", literal=True)
    )
    measured = ~cells.str.to_lowercase().is_in(list(_NOT_MEASURED))
    numbers = plain.cast(pl.Float64, strict=False)
    wrong = measured & (numbers.is_null() | numbers.is_nan() | numbers.is_infinite() | (numbers < 0)).fill_null(
        value=True
    )
    if wrong.any():
        at = int(wrong.arg_max() or 0)
        raise _not_a_value(source, frame["line"][at], cells[at], other)
    return pl.select(pl.when(measured).then(numbers)).to_series().alias("value")


def _not_a_value(source: Source, line: int, cell: str, other: str) -> InputError:
    grouped = any(mark in cell for mark in _GROUPS) or (other in cell and (source.reading.decimal or ".") in cell)
    if grouped:
        remedy = Words("écrivez-le sans séparateur de milliers", "write it without thousands separators")
    elif other in cell:
        remedy = Words(
            f"--decimal {other} si ce signe est décimal, sinon retirez-le",
            f"--decimal {other} if that is the decimal sign, else remove it",
        )
    else:
        remedy = Words(
            "laissez la cellule vide si rien n’est mesuré", "leave the cell empty where nothing was measured"
        )
    return wrong_cell(
        source,
        (line, "value"),
        Words(f"nombre positif ou nul attendu, lu « {cell} »", f'expected a number from 0 up, got "{cell}"'),
        remedy,
    )


def _refuse_contradictions(frame: pl.DataFrame, source: Source) -> None:
    key = ["place", "signal", "time"]
    twice = frame.filter(pl.struct(key).is_duplicated())
    if twice.is_empty():
        return
    said = twice.group_by(key, maintain_order=True).agg(pl.col("value").n_unique().alias("values"), "line")
    against = said.filter(pl.col("values") > 1)
    if not against.is_empty():
        first = against.row(0, named=True)
        lines = ", ".join(str(line) for line in first["line"])
        raise wrong_cell(
            source,
            (first["line"][1], "value"),
            Words(
                f"deux valeurs pour {first['place']}, {first['signal']} à la même heure (lignes {lines})",
                f"two values for {first['place']}, {first['signal']} at the same time (lines {lines})",
            ),
            Words("gardez l’une des lignes", "keep one of the lines"),
        )


def _refuse_strays(frame: pl.DataFrame, source: Source) -> None:
    """One time far from all others would leave its series too full of holes to be judged, and nothing would say so."""
    for (place, signal), series in frame.group_by("place", "signal", maintain_order=True):
        found = stray(series["time"].sort().dt.epoch("s").to_numpy())
        if found is None:
            continue
        times = series.sort("time", maintain_order=True)
        line, time = times["line"][found], times["time"][found]
        raise wrong_cell(
            source,
            (line, "time"),
            Words(
                f"{iso(time)} est loin de toutes les autres heures de {place}, {signal}",
                f"{iso(time)} is far from every other time of {place}, {signal}",
            ),
            Words(
                "corrigez l’heure, ou mettez la série en deux fichiers",
                "correct the time, or split the series in two files",
            ),
        )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="signals-csv",
    version=2,
    label=Words("CSV de signaux : time, place, signal, value", "CSV of signals: time, place, signal, value"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
