"""Cloudflare Radar's traffic anomalies (``traffic_anomalies``): one row an anomaly of a place or of a network.

An anomaly is a machine's finding, whatever its ``status``; the sources that saw it stand under the names Cloudflare
gives them. One without an end has none here, and nothing says that it goes on.
"""

import re
from collections.abc import Mapping
from typing import BinaryIO

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.list_file import head_text, json_answer, mapping_in, missing, objects_in
from temoin.outages.readers.listing import Listing, Made, minute_of, read_rows, said, spans
from temoin.outages.readers.radar_outages import PUBLISHER, known_place
from temoin.period import parse_time
from temoin.words import Words, same

_ANSWER = re.compile(r'"trafficAnomalies"\s*:\s*\[')


def recognises(head: Head) -> bool:
    """Return whether a file is an answer that holds traffic anomalies."""
    return bool(_ANSWER.search(head_text(head)))


def read(stream: BinaryIO, source: Source) -> Listing:
    """Return the answer's anomalies, and those refused.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``reading.zone`` for times without one

    Raises
    ------
    InputError : not JSON, not that answer, or it says that the request failed
    """
    result = mapping_in(json_answer(stream, source).get("result"))
    found = objects_in(result.get("trafficAnomalies"), source, "result.trafficAnomalies")
    return read_rows(source, ((str(each.get("uuid") or ""), each) for each in found), lambda each: _made(each, source))


def refused(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each row that ``read`` refuses; empty when all are read."""
    return tuple(each.words for each in read(stream, source).refused)


def _made(anomaly: Mapping[str, object], source: Source) -> Made:
    start, end = anomaly.get("startDate"), anomaly.get("endDate")
    if not start:
        raise missing("startDate")
    zone = source.reading.zone
    begins = minute_of(parse_time(str(start), zone))
    ends = minute_of(parse_time(str(end), zone)) if end else None
    seen = anomaly.get("visibleInDataSources")
    return {
        "publisher": source.publisher or PUBLISHER,
        "kind": "anomaly",
        **_place(anomaly),
        **spans(begins, ends, f"{start} → {end}"),
        "status": "ended" if ends else "unknown",
        "signals": [str(each) for each in seen] if isinstance(seen, list) else [],
        "began_estimated": False,
    }


def _place(anomaly: Mapping[str, object]) -> Made:
    location, network = (mapping_in(anomaly.get(name)) for name in ("locationDetails", "asnDetails"))
    if number := network.get("asn"):
        return {"place": f"AS{number}", "place_text": said(network.get("name")) or f"AS{number}", "scope": "network"}
    if code := location.get("code"):
        return {
            "place": known_place(str(code)),
            "place_text": said(location.get("name")) or str(code),
            "scope": "national",
        }
    raise InputError(
        str(anomaly.get("type")), Words("ni pays ni réseau", "neither a country nor a network"), same("LOCATION | AS")
    )


READER: Reader[Listing] = Reader(
    kind="radar-anomalies",
    version=1,
    label=Words("anomalies de Cloudflare Radar", "Cloudflare Radar anomalies"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
)
