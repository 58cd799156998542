"""Tor's daily users by country: the export of today, a line a day and country, and the older one, a column a country.

Columns after metrics.torproject.org (userstats-relay-country, userstats-bridge-country). Days are in UTC. Users are
estimates from requests to directories: small counts are noise, and what they say of a day is not what reached it.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import place_named, unexpected
from temoin.outages.readers.cells import cells_of, first_line, names_of, numbers_of, require_columns, times_of, utf8_of
from temoin.outages.readers.sound import Lines, batches, sound
from temoin.words import Words

_NARROW = ("date", "country", "users")
_HEADER = "date,country,users,lower,upper,frac"
_WORLD = "world"
_BRIDGES = re.compile(r"userstats-bridge")
_FEWEST_COUNTRIES = 5


def recognises(head: Head) -> bool:
    """Return whether the first line that is no comment is the header of either export."""
    lines = head.data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines()
    names = names_of(next((line for line in lines if not line.startswith("#")), ""), ",")
    if set(_NARROW) <= set(names):
        return bool({"lower", "upper", "frac"} & set(names))
    return _is_wide(names)


def near(head: Head) -> tuple[Words, Words] | None:
    """Return what to say of a CSV whose columns are a date and countries, too few of them to be sure of Tor."""
    names = names_of(first_line(head.data), ",")
    narrow = set(_NARROW) <= set(names)
    if not narrow and not (names[:1] == ["date"] and names[1:] and all(map(place_named, names[1:]))):
        return None
    listed = ", ".join(names[1:6])
    return (
        Words(
            f"une date, puis {listed}, sans dire ce qui est compté", f"a date, then {listed}, and not what is counted"
        ),
        Words(
            "passez --as tor-users si ce sont des utilisateurs de Tor, sinon écrivez time,place,signal,value",
            "pass --as tor-users if these are users of Tor, else write time,place,signal,value",
        ),
    )


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS``: signal ``tor_users``, or ``tor_bridge_users`` where the preamble says bridges.

    A blank country of today's export is the world, place ``world``. What is no country of ISO 3166 is left out, and
    ``left_out`` says it. ``NA`` and an empty cell are not measured; the bounds are not kept.

    Parameters
    ----------
    stream : the file
    source : reading options

    Raises
    ------
    InputError : a day or a count is none, with its line and column; no country is left
    """
    frame, signal, lines, _ = _points(stream, source)
    points = frame.select("place", "time", "value", "row", signal=pl.lit(signal))
    yield from batches(sound(points, source, lines, sparse=True), source)


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence that lists the codes which are no country; nothing where there is none."""
    *_, strangers = _points(stream, source)
    if not strangers:
        return ()
    listed = ", ".join(strangers)
    return (Words(f"laissés, car ce ne sont pas des pays : {listed}", f"left out, being no country: {listed}"),)


def _is_wide(names: list[str]) -> bool:
    codes = names[1:]
    short = all(code == "all" or len(code) == 2 for code in codes)
    return names[:1] == ["date"] and short and sum(map(bool, map(place_named, codes[:40]))) >= _FEWEST_COUNTRIES


def _points(stream: BinaryIO, source: Source) -> tuple[pl.DataFrame, str, Lines, list[str]]:
    data = utf8_of(stream, source)
    preamble = 0
    at = 0
    while data[at : at + 1] == b"#":
        end = data.find(b"\n", at)
        preamble, at = preamble + 1, len(data) if end < 0 else end + 1
    signal = "tor_bridge_users" if _BRIDGES.search(data[:at].decode("utf-8", "replace")) else "tor_users"
    frame = cells_of(data[at:], source, line=preamble + 1)
    narrow = "country" in frame.columns
    lines = Lines(preamble + 1, "date", "users" if narrow else None)
    frame, strangers = _narrow(frame, source) if narrow else _wide(frame, source)
    if frame.is_empty():
        raise unexpected(
            source,
            Words("aucun pays dans le fichier", "no country in the file"),
            Words("demandez un pays, par exemple country=kz", "ask for a country, for instance country=kz"),
        )
    return frame.with_columns(row=pl.col("line") - preamble - 1), signal, lines, strangers


def _narrow(frame: pl.DataFrame, source: Source) -> tuple[pl.DataFrame, list[str]]:
    require_columns(frame, _NARROW, source, _HEADER)
    frame = frame.with_columns(
        time=times_of(frame, "date", source, "UTC"), value=numbers_of(frame, "users", source), code=pl.col("country")
    )
    return _of_countries(frame, {"": _WORLD})


def _wide(frame: pl.DataFrame, source: Source) -> tuple[pl.DataFrame, list[str]]:
    codes = [name for name in frame.columns if name not in {"line", "date"}]
    require_columns(frame, ("date",), source, "date,??,ad,ae…")
    frame = frame.with_columns(
        times_of(frame, "date", source, "UTC").alias("time"),
        *(numbers_of(frame, code, source) for code in codes),
    )
    long = frame.unpivot(codes, index=["line", "time"], variable_name="code", value_name="value")
    return _of_countries(long.with_columns(pl.col("value").cast(pl.Float64)), {})


def _of_countries(frame: pl.DataFrame, known: dict[str, str]) -> tuple[pl.DataFrame, list[str]]:
    places = {code: known.get(code) or place_named(code) for code in frame["code"].unique(maintain_order=True)}
    strangers = [code for code, place in places.items() if place is None]
    named = {code: place for code, place in places.items() if place is not None}
    kept = frame.filter(pl.col("code").is_in(list(named))).with_columns(place=pl.col("code").replace(named))
    return kept.select("line", "place", "time", "value"), strangers


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="tor-users",
    version=1,
    label=Words("utilisateurs de Tor par pays", "Tor users by country"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
    near=near,
)
