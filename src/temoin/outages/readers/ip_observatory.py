"""The CSV of an IP observatory: hourly connectivity by county, on the local clock.

Its trap: ``time_e`` counts seconds since 1970 as if the local clock were UTC, and ``time_e_str`` is the same clock in
words. Both are read on the clocks of the country as they stood that day, so Iran in November 2019 is UTC+03:30.

A name that holds a slash (two towns that share a row) is one place: its slash becomes a dash between spaces, for in the
name of a place a slash says what lies in what.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, partial
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.places import place_code, zone_of_place
from temoin.outages.readers.batch import name_of, wrong_cell
from temoin.outages.readers.cells import cells_of, names_of, numbers_of, require_columns, times_of, utf8_of
from temoin.outages.readers.sound import Lines, batches, sound
from temoin.words import Words
from temoin.world import zone_of

_COLUMNS = ("iso", "name_1", "name_2", "time_e", "connectivity")
_NAMES = ("name_1", "name_2")
_HEADER = "iso,id_1,name_1,id_2,name_2,time_e,time_e_str,lat,lon,connectivity"
_HIGHEST = 100.0
_CLOCK = "%d-%b-%Y %H:%M:%S"
_SLASH, _DASH = r"\s*/\s*", " – "


def recognises(head: Head) -> bool:
    """Return whether the first line names the columns of such a file."""
    line = head.data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return set(_COLUMNS) <= set(names_of(line, ","))


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS``: signal ``connectivity``, in per cent, place ``IR/Tehran/Shahriar``.

    Parameters
    ----------
    stream : the file
    source : ``reading.zone`` overrides the zone of the country

    Raises
    ------
    InputError : an unknown country or zone; a clock that its words contradict, or that was shown twice or never that
        day; a percentage out of 0 to 100
    """
    frame = cells_of(utf8_of(stream, source), source)
    require_columns(frame, _COLUMNS, source, _HEADER)
    clocks = _clocks(frame, source)
    frame = frame.with_columns(
        clock=clocks,
        place=_places(frame, source),
        value=numbers_of(frame, "connectivity", source),
        signal=pl.lit("connectivity"),
        row=pl.col("line") - 1,
    )
    _refuse_over(frame, source)
    frame = frame.with_columns(time=_in_utc(frame, source))
    yield from batches(
        sound(
            frame.select("place", "signal", "time", "value", "row"), source, Lines(time="time_e", value="connectivity")
        ),
        source,
    )


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence that says on whose clock the times were read, and one where names held a slash."""
    frame = cells_of(utf8_of(stream, source), source)
    require_columns(frame, _COLUMNS, source, _HEADER)
    if frame.is_empty():
        return ()
    zones = sorted(set(_zones(frame.with_columns(clock=_clocks(frame, source)), source)["zone"]))
    listed = ", ".join(zones)
    return (
        Words(
            f"heures lues comme l’horloge locale ({listed}), que le fichier écrit comme si elle était UTC",
            f"times read as the local clock ({listed}), which the file writes as if it were UTC",
        ),
        *_renamed(frame),
    )


def _renamed(frame: pl.DataFrame) -> tuple[Words, ...]:
    slashed = sorted({name for column in _NAMES for name in frame[column].unique() if "/" in name})
    if not slashed:
        return ()
    read = [re.sub(_SLASH, _DASH, name) for name in slashed]
    return (
        Words(
            "noms à barre oblique lus comme un seul lieu : " + ", ".join(f"« {name} »" for name in read),
            "names with a slash read as one place: " + ", ".join(f'"{name}"' for name in read),
        ),
    )


def _places(frame: pl.DataFrame, source: Source) -> pl.Expr:
    for name in ("iso", "name_1"):
        empty = frame.filter(pl.col(name) == "")
        if not empty.is_empty():
            raise wrong_cell(
                source,
                (empty["line"][0], name),
                Words("cellule vide", "empty cell"),
                Words("remplissez-la ou retirez la ligne", "fill it or remove the line"),
            )
    codes = {cell: _country(frame, cell, source) for cell in frame["iso"].unique(maintain_order=True)}
    parts = [pl.col(name).str.replace_all(_SLASH, _DASH) for name in _NAMES]
    whole = pl.concat_str(pl.col("iso").replace(codes), *parts, separator="/")
    return whole.str.strip_suffix("/")


def _country(frame: pl.DataFrame, cell: str, source: Source) -> str:
    try:
        return place_code(cell)
    except InputError as error:
        raise wrong_cell(
            source,
            (frame.filter(pl.col("iso") == cell)["line"][0], "iso"),
            Words(f"code de pays ISO attendu, lu « {cell} »", f'expected an ISO code of a country, got "{cell}"'),
            Words("corrigez le code", "correct the code"),
        ) from error


def _clocks(frame: pl.DataFrame, source: Source) -> pl.Series:
    seconds = frame["time_e"].cast(pl.Int64, strict=False)
    usual = (seconds > 0) & (seconds < 1 << 33)
    clocks = pl.select(pl.when(usual).then(seconds) * 1_000_000).to_series().cast(pl.Datetime("us"))
    wrong = clocks.is_null()
    if not wrong.any() and "time_e_str" in frame.columns:
        told = frame["time_e_str"].str.to_datetime(_CLOCK, time_unit="us", strict=False)
        wrong = (told != clocks).fill_null(value=True) & (frame["time_e_str"] != "")
    if not wrong.any():
        return clocks.alias("clock")
    at = int(wrong.arg_max() or 0)
    raise wrong_cell(
        source,
        (frame["line"][at], "time_e"),
        Words(
            f"l’horloge locale en secondes, comme « time_e_str », attendue ; lu « {frame['time_e'][at]} »",
            f'expected the local clock in seconds, as "time_e_str" has it, got "{frame["time_e"][at]}"',
        ),
        Words("corrigez la ligne", "correct the line"),
    )


def _zones(frame: pl.DataFrame, source: Source) -> pl.DataFrame:
    days = frame.select("iso", "name_1", day=pl.col("clock").dt.date()).unique(maintain_order=True)
    zone = cache(partial(_zone, source))
    zones = [
        source.reading.zone or zone(iso, None, day) or zone(iso, region, day) for iso, region, day in days.iter_rows()
    ]
    return days.with_columns(zone=pl.Series(zones, dtype=pl.String))


def _zone(source: Source, iso: str, region: str | None, day: dt.date) -> str | None:
    try:
        return zone_of(iso, region, on=day)
    except InputError as error:
        if region is None:
            return None
        likely = zone_of_place(place_code(iso))
        raise InputError(
            name_of(source),
            Words(f"heure locale de {region} ({iso}) inconnue", f"the local time of {region} ({iso}) is unknown"),
            Words(f"passez --zone, par exemple --zone {likely}", f"pass --zone, such as --zone {likely}"),
        ) from error


def _in_utc(frame: pl.DataFrame, source: Source) -> pl.Series:
    zones = _zones(frame, source)
    keyed = frame.with_columns(day=pl.col("clock").dt.date())
    keyed = keyed.join(zones, on=["iso", "name_1", "day"], how="left", maintain_order="left")
    keyed = keyed.with_columns(told=pl.col("clock").dt.to_string("%Y-%m-%dT%H:%M:%S"))
    times = pl.Series([None] * keyed.height, dtype=pl.Datetime("us", "UTC"))
    for name in zones["zone"].unique(maintain_order=True):
        here = keyed["zone"] == name
        read = times_of(keyed.filter(here), "told", source, name)
        times = times.scatter(here.arg_true(), read)
    return times.alias("time")


def _refuse_over(frame: pl.DataFrame, source: Source) -> None:
    over = frame.filter(pl.col("value") > _HIGHEST)
    if not over.is_empty():
        raise wrong_cell(
            source,
            (over["line"][0], "connectivity"),
            Words(
                f"pourcentage de 0 à 100 attendu, lu {over['value'][0]:g}",
                f"expected a percentage from 0 to 100, got {over['value'][0]:g}",
            ),
            Words(
                "l’unité change-t-elle dans le fichier ? corrigez-la", "does the unit change in the file? correct it"
            ),
        )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="ip-observatory",
    version=2,
    label=Words("CSV régional d’un observatoire d’adresses IP", "regional CSV of an IP observatory"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars", "tzdata"),
)
