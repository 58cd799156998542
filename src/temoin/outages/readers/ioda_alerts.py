"""What IODA's API v2 answers to ``outages/alerts``: one row from the first warning or critical to the next normal.

Alerts of one entity, data source and method follow one another in time; one that goes from warning to critical
continues the same row. A row without a normal after it has no end: the answer's window may end before it. A normal
with nothing before it is refused: what it ends began before the window.

Shapes after the server's public source (InetIntel/ioda-api, OutagesAlertNormalizer).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.ioda_outages import PUBLISHER, entity_of, is_answer, moment_of, place_of, signals_of
from temoin.outages.readers.list_file import json_answer, mapping_in, objects_in
from temoin.outages.readers.listing import Listing, Made, read_rows, spans
from temoin.words import Words

_TYPE = "outages.alerts"
_LEVELS = {"normal", "warning", "critical"}
Alert = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: Alert
    last: Alert | None


def recognises(head: Head) -> bool:
    """Return whether a file is the envelope of ``outages/alerts``."""
    return is_answer(head, _TYPE)


def read(stream: BinaryIO, source: Source) -> Listing:
    """Return the answer's alerts, from each first warning to the return to normal, and those refused.

    Rows are numbered in order of entity, data source, method and time, from 1.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``source.publisher``, else IODA

    Raises
    ------
    InputError : not JSON, not that envelope, or its ``error`` is set
    """
    alerts = objects_in(json_answer(stream, source).get("data"), source, "data")
    publisher = source.publisher or PUBLISHER
    return read_rows(source, (("", each) for each in _stretches(alerts)), lambda each: _made(each, publisher))


def refused(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each row that ``read`` refuses; empty when all are read."""
    return tuple(each.words for each in read(stream, source).refused)


def _stretches(alerts: list[Alert]) -> Iterator[_Stretch]:
    series: dict[tuple[str, ...], list[Alert]] = {}
    for alert in alerts:
        entity = entity_of(mapping_in(alert.get("entity")))
        key = (*map(str, entity), str(alert.get("datasource")), str(alert.get("method")))
        series.setdefault(key, []).append(alert)
    for key in sorted(series):
        yield from _of_series(sorted(series[key], key=_time))


def _time(alert: Alert) -> float:
    time = alert.get("time")
    # A whole number may be larger than any float: it is compared as it is.
    return time if isinstance(time, int | float) else 0.0


def _level(alert: Alert) -> str:
    return str(alert.get("level"))


def _of_series(alerts: list[Alert]) -> Iterator[_Stretch]:
    first: Alert | None = None
    for alert in alerts:
        level = _level(alert)
        if level not in _LEVELS or (level == "normal" and first is None):
            yield _Stretch(alert, None)
        elif level == "normal":
            assert first is not None
            yield _Stretch(first, alert)
            first = None
        else:
            first = first or alert
    if first is not None:
        yield _Stretch(first, None)


def _made(stretch: _Stretch, publisher: str) -> Made:
    first, last = stretch.first, stretch.last
    if _level(first) not in _LEVELS - {"normal"}:
        raise InputError(
            f"{first.get('level')} ({first.get('time')})",
            Words("aucune alerte avant ce retour à la normale", "no alert before this return to normal"),
            Words("demandez une fenêtre qui commence plus tôt", "ask for a window that begins earlier"),
        )
    datasource = first.get("datasource")
    ends = None if last is None else moment_of(last.get("time"), datasource, "time")
    return {
        "publisher": publisher,
        "kind": "alert",
        **place_of(*entity_of(mapping_in(first.get("entity")))),
        **spans(moment_of(first.get("time"), datasource, "time"), ends, f"{first.get('time')}"),
        "status": "unknown" if ends is None else "ended",
        "signals": signals_of(datasource),
        "began_estimated": False,
    }


READER: Reader[Listing] = Reader(
    kind="ioda-alerts",
    version=1,
    label=Words("alertes de l’API d’IODA", "IODA API alerts"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
)
