"""The CSV that IODA's dashboard exports: one file a place, one column a signal, times in UTC by the header."""

import csv
import datetime as dt
import re
from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.places import place_code
from temoin.outages.readers.answers import told_place
from temoin.outages.readers.batch import (
    HIGHEST_SHARE,
    Series,
    batch_of,
    name_of,
    not_encoded,
    text_lines,
    wrong_cell,
)
from temoin.outages.readers.sound import Lines, sound
from temoin.outages.signals import signal_named
from temoin.period import UTC
from temoin.words import Words

_TIME_HEADER = "Time (UTC)"
_AGAIN = Words("exportez de nouveau le fichier", "export the file again")
_FILE_NAME = re.compile(r"ioda-(?P<place>.+?)-\d{2}-\d{2}-\d{2}(?:-\d{2}-\d{2})?(?:-|\.|$)", re.IGNORECASE)
Row = tuple[int, list[str]]
"""A line's number in the file, from 1, and its cells."""
_NORMALISED = re.compile(r"normali[sz]ed", re.IGNORECASE)


def recognises(head: Head) -> bool:
    """Return whether a file begins with the dashboard's time header."""
    return head.data.removeprefix(b"\xef\xbb\xbf").lstrip(b'"').startswith(_TIME_HEADER.encode())


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield one batch of table ``SIGNALS`` a column, in the file's order.

    An export "normalized" counts each column in per cent of its own maximum in the window: two exports are not on
    one scale. The date in the file's name is not the first row's date, so only the place is taken from it.

    Parameters
    ----------
    stream : the file, at its beginning
    source : ``source.reading.place`` says the place; else the file's name does

    Raises
    ------
    InputError : the place is not known; a time or a value cannot be read, with its line and column
    """
    place = _place(source)
    header, rows = _rows(stream, source)
    times, rows = _once([_time(row[0], line, source) for line, row in rows], rows, source)
    columns = [
        [_value(row[index], (line, header[index]), source) for line, row in rows] for index in range(1, len(header))
    ]
    scale = _scale(source, columns)
    for name, values in zip(header[1:], columns, strict=True):
        series = Series(
            place,
            signal_named(name).name,
            scale,
            pl.Series(times, dtype=pl.Datetime("us", "UTC")),
            pl.Series(values, dtype=pl.Float64),
            pl.Series([line - 1 for line, _ in rows], dtype=pl.Int64),
        )
        batch = batch_of(source, series)
        yield sound(batch, source, Lines(time=_TIME_HEADER, value=name))


def _place(source: Source) -> str:
    if told := told_place(source):
        return told
    found = _FILE_NAME.search(source.name or "")
    for name in _spellings(found["place"]) if found else ():
        try:
            return place_code(name)
        except InputError:
            continue
    raise InputError(
        name_of(source),
        Words("le fichier ne dit pas quel lieu il mesure", "the file does not say which place it measures"),
        Words("nommez-le, par exemple --place IR", "name it, for instance --place IR"),
    )


def _spellings(slug: str) -> tuple[str, ...]:
    spaced = slug.replace("-", " ")
    return (spaced, slug, re.sub(r"\s*\(.*\)", "", spaced))


def _rows(stream: BinaryIO, source: Source) -> tuple[list[str], list[Row]]:
    text = text_lines(stream, source)
    try:
        lines = csv.reader(text)
        header = next(lines, [])
        rows = [(lines.line_num, row) for row in lines if any(cell.strip() for cell in row)]
    except UnicodeError as error:
        raise not_encoded(source) from error
    except csv.Error as error:
        raise InputError(name_of(source), Words("un CSV attendu", "expected a CSV"), _AGAIN) from error
    finally:
        text.detach()
    _require_header(header, source)
    for line, row in rows:
        if len(row) != len(header):
            raise wrong_cell(
                source,
                (line, header[min(len(row), len(header)) - 1]),
                Words(
                    f"{len(header)} cellules attendues, {len(row)} lues",
                    f"expected {len(header)} cells, got {len(row)}",
                ),
                _AGAIN,
            )
    return header, rows


def _require_header(header: list[str], source: Source) -> None:
    names = [signal_named(name).name for name in header[1:]]
    if header[:1] == [_TIME_HEADER] and names and len(set(names)) == len(names):
        return
    raise InputError(
        name_of(source),
        Words(
            f"en-tête attendu : « {_TIME_HEADER} », puis chaque signal une fois",
            f'expected the header "{_TIME_HEADER}", then each signal once',
        ),
        _AGAIN,
        where=Words("ligne 1", "line 1"),
    )


def _time(cell: str, line: int, source: Source) -> dt.datetime:
    try:
        return dt.datetime.strptime(cell.strip(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise wrong_cell(
            source,
            (line, _TIME_HEADER),
            Words(f"heure AAAA-MM-JJ HH:MM:SS attendue, lu « {cell} »", f'expected YYYY-MM-DD HH:MM:SS, got "{cell}"'),
            _AGAIN,
        ) from error


def _once(times: list[dt.datetime], rows: list[Row], source: Source) -> tuple[list[dt.datetime], list[Row]]:
    """Each time once: a line that repeats another cell for cell is dropped, one that says otherwise is refused."""
    kept: dict[dt.datetime, Row] = {}
    for time, (line, row) in zip(times, rows, strict=True):
        first, cells = kept.setdefault(time, (line, row))
        if [cell.strip() for cell in cells[1:]] != [cell.strip() for cell in row[1:]]:
            raise wrong_cell(
                source,
                (line, _TIME_HEADER),
                Words(
                    f"même heure qu’à la ligne {first}, autres valeurs", f"the same time as line {first}, other values"
                ),
                Words("gardez l’une des deux lignes", "keep one of the two lines"),
            )
    return list(kept), list(kept.values())


def _value(cell: str, where: tuple[int, str], source: Source) -> float | None:
    if not cell.strip():
        return None
    try:
        value = float(cell)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise wrong_cell(
            source,
            where,
            Words(f"nombre positif ou nul attendu, lu « {cell} »", f'expected a number from 0 up, got "{cell}"'),
            Words("laissez la cellule vide si rien n’est mesuré", "leave the cell empty where nothing was measured"),
        )
    return value


def _scale(source: Source, columns: list[list[float | None]]) -> str:
    if _NORMALISED.search(source.name or ""):
        return "window-maximum"
    highest = [max((value for value in column if value is not None), default=None) for column in columns]
    measured = [value for value in highest if value is not None]
    own_maximum = bool(measured) and all(abs(value - HIGHEST_SHARE) < 1e-9 for value in measured)
    return "window-maximum" if own_maximum else "absolute"


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="ioda-csv",
    version=2,
    label=Words("export CSV du tableau de bord IODA", "IODA dashboard CSV export"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
