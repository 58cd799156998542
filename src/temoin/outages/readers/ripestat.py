"""What RIPEstat answers to ``country-resource-stats``: how many networks and prefixes of a country are seen in BGP.

Fields and their meaning after stat.ripe.net/docs (Country Resource Stats); its times are UTC. Only what routing shows
(``…_ris``) is a signal: the registry's counts (``…_stats``) do not move when a network is cut.
"""

from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import (
    Entry,
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

_SIGNALS = {"asns_ris": "asns", "v4_prefixes_ris": "prefixes_v4", "v6_prefixes_ris": "prefixes_v6"}


def recognises(head: Head) -> bool:
    """Return whether a file is an answer with counts seen by RIS, or says that it answers that call."""
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.startswith(b"{"):
        return False
    named = b'"country-resource-stats"' in data
    return named or (b'"stats_date"' in data and any(f'"{name}"'.encode() in data for name in _SIGNALS))


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS``, one signal a count; rows are the entries of ``stats``, from 1.

    Counts may be fractions, for they are means over the time between two entries. A day that is not listed is not
    measured: the service lists what its collectors saw, and says nothing of the days they missed.

    Parameters
    ----------
    stream : the answer's bytes
    source : the place is the answer's ``resource``; where it does not say, as told, asked for or named

    Raises
    ------
    InputError : not that answer, an error in it, no entry, or a time or count that is none
    """
    answer = entry_of(json_of(stream, source))
    data = entry_of(answer.get("data"))
    stats = [entry_of(entry) for entry in list_of(data.get("stats"))]
    if not stats:
        raise _nothing(answer, source)
    times = moments_of([entry.get("stats_date") for entry in stats], source, "stats_date")
    place = _place(data, source)
    frames = [
        pl.DataFrame(
            {
                "time": times,
                "value": pl.Series(
                    [number_of(entry.get(field), source, (at, field)) for at, entry in enumerate(stats, start=1)],
                    dtype=pl.Float64,
                ),
                "row": pl.int_range(1, len(stats) + 1, eager=True, dtype=pl.Int64),
            }
        ).with_columns(place=pl.lit(place), signal=pl.lit(signal))
        for field, signal in _SIGNALS.items()
        if any(field in entry for entry in stats)
    ]
    if not frames:
        raise _nothing(answer, source)
    yield from batches(sound(pl.concat(frames), source, stocks=True, sparse=True), source)


def _place(data: Entry, source: Source) -> str:
    said = data.get("resource", entry_of(data.get("parameters")).get("resource"))
    named = place_named(plain(said)) if isinstance(said, str) else None
    return told_place(source) or named or place_of(source, "resource")


def _nothing(answer: Entry, source: Source) -> Exception:
    messages = [plain(part) for entry in list_of(answer.get("messages")) for part in list_of(entry)[1:2]]
    told = f" : {messages[0]}" if messages else ""
    return unexpected(
        source,
        Words(f"aucun décompte dans la réponse{told}", f"no count in the answer{told.replace(' :', ':')}"),
        Words(
            "demandez country-resource-stats pour un pays et une période",
            "ask for country-resource-stats with a country and a period",
        ),
    )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="ripestat",
    version=1,
    label=Words("réseaux d’un pays vus en BGP (RIPEstat)", "networks of a country seen in BGP (RIPEstat)"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
