"""What IODA's API v2 answers to ``outages/events``, in both formats (``codf`` and ``ioda``): one row an event.

An event is what one data source's threshold found: an anomaly, not yet an outage that anybody confirmed. Its end is
null where the answer gives none. Shapes after the server's public source (InetIntel/ioda-api, OutagesEventNormalizer).
"""

from collections.abc import Mapping
from typing import BinaryIO

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.ioda_outages import PUBLISHER, entity_of, is_answer, moment_of, place_of, signals_of
from temoin.outages.readers.list_file import json_answer, mapping_in, objects_in
from temoin.outages.readers.listing import Listing, Made, read_rows, spans
from temoin.words import Words

_TYPE = "outages.events"


def recognises(head: Head) -> bool:
    """Return whether a file is the envelope of ``outages/events``."""
    return is_answer(head, _TYPE)


def read(stream: BinaryIO, source: Source) -> Listing:
    """Return the answer's events, and those refused.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``source.publisher``, else IODA

    Raises
    ------
    InputError : not JSON, not that envelope, or its ``error`` is set
    """
    events = objects_in(json_answer(stream, source).get("data"), source, "data")
    publisher = source.publisher or PUBLISHER
    return read_rows(source, (("", event) for event in events), lambda event: _made(event, publisher))


def refused(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each row that ``read`` refuses; empty when all are read."""
    return tuple(each.words for each in read(stream, source).refused)


def _made(event: Mapping[str, object], publisher: str) -> Made:
    datasource = event.get("datasource")
    start: object
    until: object
    if "location" in event:
        kind, _, code = str(event["location"]).partition("/")
        place = place_of(kind, code, event.get("location_name"))
        start, until = event.get("start"), _until(event.get("start"), event.get("duration"))
    else:
        place = place_of(*entity_of(mapping_in(event.get("entity"))))
        start, until = event.get("from"), event.get("until") or None
    ends = None if until is None else moment_of(until, datasource, "until")
    return {
        "publisher": publisher,
        "kind": "anomaly",
        **place,
        **spans(moment_of(start, datasource, "start"), ends, f"{start} → {until}"),
        "status": "unknown" if ends is None else "ended",
        "signals": signals_of(datasource),
        "began_estimated": False,
    }


def _until(start: object, duration: object) -> int | float | None:
    if duration is None or not isinstance(start, int | float):
        return None
    if isinstance(duration, int | float):
        return start + duration
    raise InputError(
        f"duration = {duration}",
        Words("secondes attendues", "expected seconds"),
        Words("vérifiez le fichier", "check the file"),
    )


READER: Reader[Listing] = Reader(
    kind="ioda-events",
    version=1,
    label=Words("événements de l’API d’IODA", "IODA API events"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
)
