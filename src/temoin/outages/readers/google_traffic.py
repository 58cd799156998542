"""Google's Transparency Report, traffic to one product in one region: the answer of its API, and the CSV made of it.

The API is not documented. Its answer begins with ``)]}'`` against inclusion by other sites, then holds pairs of
milliseconds since 1970 and values. Neither file says the product nor the region, and the CSV no zone either: what the
address or the file's name says is taken, the rest is asked for, and a product that nobody names stays unnamed.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import asked, json_of, list_of, number_of, place_of, plain, unexpected, wrong_value
from temoin.outages.readers.cells import cells_of, numbers_of, require_columns, times_of, utf8_of
from temoin.outages.readers.sound import EARLIEST, LATEST, Lines, batches, sound
from temoin.table import UTC_TIME
from temoin.words import Words

_MARK = b")]}'"
_HEADER = "date and time,value"
_PRODUCTS = {"21": "youtube"}
_NAMES = ("youtube",)
_UNNAMED = "google_traffic"
_MILLISECONDS = 1000
_FIRST, _LAST = (int(moment.timestamp()) * _MILLISECONDS for moment in (EARLIEST, LATEST))


def recognises(head: Head) -> bool:
    """Return whether a file is the API's answer, or begins with the two columns of the CSV."""
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(_MARK):
        return b'"tr.atsr"' in data
    return data.split(b"\n", 1)[0].strip().lower() == _HEADER.encode()


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS``, signal ``youtube`` where the product is said, else ``google_traffic``.

    Values are shares of the product's traffic as Google normalises them, one scale for all windows; a pair without a
    value is not measured. The months of the CSV are answers put end to end, with holes between them: they stay holes.

    Parameters
    ----------
    stream : the file
    source : ``reading.place`` and ``url`` or the file's name say the region and the product; ``reading.zone`` the zone
        of the CSV

    Raises
    ------
    InputError : the region, or the zone of the CSV, is not said; a time or a value is none; the answer is another one
    """
    data = stream.read(len(_MARK) + 8)
    stream.seek(0)
    answer = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_MARK)
    points = _answered(stream, source) if answer else _listed(stream, source)
    named = {"place": pl.lit(place_of(source, "region")), "signal": pl.lit(_product(source))}
    yield from batches(
        sound(points.with_columns(**named), source, None if answer else Lines(time="date and time")), source
    )


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence where nobody named the product; else nothing."""
    del stream
    if _product(source) != _UNNAMED:
        return ()
    return (
        Words(
            "trafic d’un produit Google que rien ne nomme : si c’est YouTube, mettez youtube dans le nom du fichier",
            "traffic of a Google product that nothing names: if YouTube, put youtube in the file's name",
        ),
    )


def _product(source: Source) -> str:
    numbers = asked(source, "product")
    if len(numbers) == 1:
        return _PRODUCTS.get(numbers[0], _UNNAMED)
    words = set(re.split(r"[^a-z]+", (source.name or "").casefold()))
    return next((name for name in _NAMES if name in words), _UNNAMED)


def _listed(stream: BinaryIO, source: Source) -> pl.DataFrame:
    frame = cells_of(utf8_of(stream, source), source)
    require_columns(frame, ("date and time", "value"), source, _HEADER)
    try:
        times = times_of(frame, "date and time", source, source.reading.zone)
    except InputError as error:
        if source.reading.zone is None:
            raise _no_zone(source) from error
        raise
    return frame.select(time=times, value=numbers_of(frame, "value", source), row=pl.col("line") - 1)


def _no_zone(source: Source) -> InputError:
    return unexpected(
        source,
        Words(
            "colonne « date and time » : le fuseau n’est écrit nulle part",
            'column "date and time": the zone is not written anywhere',
        ),
        Words(
            "nommez-le, par exemple --zone UTC, après avoir vu à quelle heure tombe le creux de la nuit",
            "name it, for instance --zone UTC, having seen at what time the low of the night falls",
        ),
    )


def _answered(stream: BinaryIO, source: Source) -> pl.DataFrame:
    answer = json_of(stream, source, skip=_MARK)
    body = next((entry for entry in list_of(answer) if list_of(entry)[:1] == ["tr.atsr"]), None)
    if body is None or not isinstance(list_of(body)[1:2], list) or len(list_of(body)) < 2:
        raise _other_shape(source)
    times: list[int] = []
    values: list[float | None] = []
    for at, pair in enumerate(list_of(list_of(body)[1]), start=1):
        moment, value = (*list_of(pair), None, None)[:2]
        if not isinstance(moment, int) or isinstance(moment, bool) or not _FIRST <= moment < _LAST:
            raise wrong_value(
                source,
                (at, "ms"),
                Words(
                    f"millisecondes depuis 1970 attendues, lu « {plain(moment)[:40]} »",
                    f'expected milliseconds since 1970, got "{plain(moment)[:40]}"',
                ),
            )
        times.append(moment * _MILLISECONDS)
        values.append(_value(value, at, source))
    if not times:
        raise unexpected(
            source,
            Words("réponse sans aucun point", "an answer without a single point"),
            Words("demandez une autre période ou une autre région", "ask for another period or region"),
        )
    moments = pl.Series(times, dtype=pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
    return pl.DataFrame(
        {
            "time": moments.cast(UTC_TIME),
            "value": pl.Series(values, dtype=pl.Float64),
            "row": pl.int_range(1, len(times) + 1, eager=True, dtype=pl.Int64),
        }
    )


def _value(cell: object, at: int, source: Source) -> float | None:
    found = list_of(cell)
    if not found:
        return number_of(cell if cell != [] else None, source, (at, "value"))
    if len(found) > 1:
        raise wrong_value(source, (at, "value"), Words("une seule valeur attendue", "expected one value"))
    return number_of((*list_of(found[0]), None, None)[1], source, (at, "value"))


def _other_shape(source: Source) -> InputError:
    shape = '[["tr.atsr", [[ms, [[null, value]]]…]]]'
    return unexpected(source, Words(f"réponse attendue : {shape}", f"expected the answer {shape}"))


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="google-traffic",
    version=1,
    label=Words("trafic Google (rapport de transparence)", "Google traffic (Transparency Report)"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
