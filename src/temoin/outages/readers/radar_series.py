"""What Cloudflare Radar answers to a time series of NetFlows or HTTP requests: numbers as text, one object a series.

Shapes after the public SDK (cloudflare 5.9.0, types/radar) and the pages on normalisation and comparisons of
developers.cloudflare.com/radar. The place is not in the answer, and neither is what was asked for.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import (
    Entry,
    asked,
    entry_of,
    json_of,
    list_of,
    moments_of,
    number_of,
    place_named,
    place_of,
    plain,
    told_place,
    unexpected,
)
from temoin.outages.readers.sound import batches, sound
from temoin.words import Words

_SERIES = re.compile(rb'"timestamps"\s*:\s*\[')
_META = re.compile(rb'"(?:meta|normalization|aggInterval|serie_0)"\s*:')
_REFUSAL = re.compile(rb'"success"\s*:\s*false')
_HIGHEST = 1.0 + 1e-9
_TO_PER_CENT = 100.0
_UNITS = {"bytes": "traffic", "bits": "traffic", "requests": "http"}
_PATHS = {"netflows": "traffic", "netflow": "traffic", "http": "http"}
_SECONDS = {"FIFTEEN_MINUTES": 900, "ONE_HOUR": 3600, "ONE_DAY": 86_400, "ONE_WEEK": 604_800,
            "15m": 900, "1h": 3600, "1d": 86_400, "1w": 604_800}  # fmt: skip
_REQUEST_AGAIN = Words(
    "demandez-la de nouveau avec normalization=MIN0_MAX", "ask for it again with normalization=MIN0_MAX"
)


def recognises(head: Head) -> bool:
    """Return whether a file is an answer with series of timestamps and values, or a refusal."""
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.startswith(b"{"):
        return False
    return bool(_SERIES.search(data) and _META.search(data)) or bool(_REFUSAL.search(data) and b'"errors"' in data)


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS``, signal ``traffic`` or ``http``, rows numbered through the series in their order.

    ``MIN0_MAX`` is a share of the highest value of the whole answer: it is given in per cent of it, scale
    ``window-maximum``. A bin that was not over when Radar last updated is not yet published, whatever it holds.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``reading.place``, ``url`` or the file's name says the place; the name of a series in the request may too

    Raises
    ------
    InputError : a refusal; another normalisation; a place or a signal that nobody says; a time or value that is none
    """
    frame, scale, _ = _points(stream, source)
    yield from batches(sound(frame, source), source, scale=scale)


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence where points were not yet published; else nothing."""
    _, _, late = _points(stream, source)
    if not late:
        return ()
    return (
        Words(
            f"points après la dernière mise à jour de Radar, pas encore publiés et donc non mesurés : {late}",
            f"points past Radar's last update, not yet published and so not measured: {late}",
        ),
    )


def _points(stream: BinaryIO, source: Source) -> tuple[pl.DataFrame, str, int]:
    result = _result(stream, source)
    meta = entry_of(result.get("meta"))
    scale, factor = _scale(meta, source)
    series = {
        name: entry_of(value) for name, value in result.items() if name != "meta" and "timestamps" in entry_of(value)
    }
    if not series:
        raise unexpected(source, Words("aucune série dans la réponse", "no series in the answer"))
    signal = _signal(meta, source)
    places = _places(list(series), source)
    frames: list[pl.DataFrame] = []
    for (name, entry), place in zip(series.items(), places, strict=True):
        first = 1 + sum(frame.height for frame in frames)
        frames.append(_frame(entry, (plain(name), factor), source).with_columns(
            place=pl.lit(place), signal=pl.lit(signal), row=pl.int_range(first, first + pl.len(), dtype=pl.Int64)
        ))  # fmt: skip
    frame, late = _published(pl.concat(frames), meta, source)
    return frame, scale, late


def _result(stream: BinaryIO, source: Source) -> Entry:
    answer = entry_of(json_of(stream, source))
    if answer.get("success") is False:
        said = "; ".join(plain(entry_of(error).get("message", error)) for error in list_of(answer.get("errors")))
        raise unexpected(
            source,
            Words(f"Radar a refusé la demande : {said or '?'}", f"Radar refused the request: {said or '?'}"),
            Words("corrigez la demande et téléchargez de nouveau", "mend the request and fetch again"),
        )
    return entry_of(answer.get("result", answer))


def _scale(meta: Entry, source: Source) -> tuple[str, float]:
    method = plain(meta.get("normalization", ""))
    if method == "MIN0_MAX":
        return "window-maximum", _TO_PER_CENT
    if method == "RAW_VALUES":
        return "absolute", 1.0
    if method == "PERCENTAGE_CHANGE":
        why = Words("un écart à une période passée n’est pas un niveau", "a change from a past period is not a level")
    elif method == "MIN_MAX":
        why = Words(
            "le minimum y vaut zéro : rien n’y est vraiment nul", "its lowest value is zero: nothing is truly 0"
        )
    else:
        why = Words("normalisation qui n’est pas un niveau", "a normalisation that is not a level")
    raise unexpected(
        source,
        Words(f"normalization {method or '?'} : {why.fr}", f"normalization {method or '?'}: {why.en}"),
        _REQUEST_AGAIN,
    )


def _signal(meta: Entry, source: Source) -> str:
    units = {plain(entry_of(unit).get("value", "")).casefold() for unit in list_of(meta.get("units"))}
    found = {_UNITS[unit] for unit in units & _UNITS.keys()}
    if len(units - {"", "*"}) > 1:
        listed = ", ".join(sorted(units))
        raise unexpected(
            source,
            Words(f"unités mêlées : {listed}", f"mixed units: {listed}"),
            Words("demandez une unité par fichier", "ask for one unit a file"),
        )
    said = re.split(r"[^a-z0-9]+", f"{(source.url or '').partition('?')[0]} {source.name or ''}".casefold())
    named = {_PATHS[word] for word in said if word in _PATHS and not (word == "http" and "netflows" in said)}
    if len(found or named) != 1:
        raise unexpected(
            source,
            Words("la réponse ne dit pas si elle compte netflows ou http", "the answer does not say netflows or http"),
            Words("mettez ce mot dans le nom du fichier", "put that word in the file's name"),
        )
    return (found or named).pop()


def _places(names: list[str], source: Source) -> list[str]:
    if len(names) == 1:
        return [told_place(source) or place_named(names[0]) or place_of(source, "location", "asn")]
    found = [place_named(re.sub(r"[^A-Za-z0-9]", "", name)) for name in names]
    locations = [place_named(value) for value in asked(source, "location")]
    for places in (found, locations):
        if all(places) and len(set(places)) == len(names):
            return [place for place in places if place]
    listed = ", ".join(plain(name) for name in names)
    raise unexpected(
        source,
        Words(
            f"plusieurs séries ({listed}) sans le lieu de chacune",
            f"several series ({listed}) without the place of each",
        ),
        Words("nommez chacune dans la demande, par exemple name=KZ", "name each in the request, for instance name=KZ"),
    )


def _frame(entry: Entry, how: tuple[str, float], source: Source) -> pl.DataFrame:
    name, factor = how
    times, values = list_of(entry.get("timestamps")), entry.get("values")
    if not isinstance(values, list) or len(values) != len(times):
        raise unexpected(
            source,
            Words(
                f"{name} : autant de values que de timestamps attendues",
                f"{name}: expected as many values as timestamps",
            ),
        )
    numbers = [number_of(value, source, (at, f"{name}.values")) for at, value in enumerate(values, start=1)]
    over = next((at for at, number in enumerate(numbers, start=1) if factor > 1 and number and number > _HIGHEST), None)
    if over is not None:
        raise InputError(
            source.name or source.id[:10],
            Words(f"part du maximum (0 à 1) attendue, lu {numbers[over - 1]:g}",
                  f"expected a share of the maximum (0 to 1), got {numbers[over - 1]:g}"),
            _REQUEST_AGAIN,
            where=Words(f"{name}, valeur {over}", f"{name}, value {over}"),
        )  # fmt: skip
    moments = moments_of(times, source, f"{name}.timestamps")
    return pl.DataFrame({"time": moments, "value": pl.Series(numbers, dtype=pl.Float64) * factor})


def _published(frame: pl.DataFrame, meta: Entry, source: Source) -> tuple[pl.DataFrame, int]:
    if not meta.get("lastUpdated"):
        return frame, 0
    updated = moments_of([meta["lastUpdated"]], source, "meta.lastUpdated")[0]
    width = _SECONDS.get(plain(meta.get("aggInterval", "")), 0)
    over = pl.col("time") + pl.duration(seconds=width) <= updated
    late = frame.filter(~over & pl.col("value").is_not_null()).height
    return frame.with_columns(value=pl.when(over).then("value")), late


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="radar-series",
    version=1,
    label=Words("série Cloudflare Radar", "Cloudflare Radar time series"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
