"""Cloudflare Radar's outage annotations (``annotations/outages``): one row an annotation and place.

People at Cloudflare confirmed them and give a cause, which stays their word. ``endDate: null`` is an outage that goes
on. An annotation about several places gives a row each, under the annotation's identifier; one about networks gives a
row a network, within its country where one only is named.
"""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.places import place_code
from temoin.outages.readers.list_file import head_text, json_answer, mapping_in, missing, objects_in
from temoin.outages.readers.listing import Listing, Made, first_link, minute_of, read_rows, region_of, said, spans
from temoin.period import parse_time
from temoin.words import Words, same

PUBLISHER = "Cloudflare Radar"
_ANSWER = re.compile(r'"result"\s*:\s*\{\s*"annotations"\s*:\s*\[')
_SCOPES = {"NATIONWIDE": "national", "REGIONAL": "regional", "SUBNATIONAL": "regional", "SUB_NATIONAL": "regional",
           "NETWORK": "network"}  # fmt: skip
_Found = tuple[Mapping[str, object], str]


def recognises(head: Head) -> bool:
    """Return whether a file is an answer that holds annotations."""
    return bool(_ANSWER.search(head_text(head)))


def read(stream: BinaryIO, source: Source) -> Listing:
    """Return the answer's outages, and those refused.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``reading.zone`` for times without one

    Raises
    ------
    InputError : not JSON, not that answer, or it says that the request failed
    """
    result = mapping_in(json_answer(stream, source).get("result"))
    found = objects_in(result.get("annotations"), source, "result.annotations")
    rows = ((str(each.get("id") or ""), (each, place)) for each in found for place in _places(each))
    return read_rows(source, rows, lambda row: _made(row, source))


def refused(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each row that ``read`` refuses; empty when all are read."""
    return tuple(each.words for each in read(stream, source).refused)


def _places(annotation: Mapping[str, object]) -> Iterator[str]:
    networks, countries = (_listed(annotation.get(name)) for name in ("asns", "locations"))
    within = countries[0] if len(countries) == 1 else ""
    for number in networks:
        yield region_of(within, f"AS{number}") if within else f"AS{number}"
    if not networks:
        yield from countries or [""]


def _listed(found: object) -> list[str]:
    return [str(each) for each in found] if isinstance(found, list) else []


def _made(row: _Found, source: Source) -> Made:
    annotation, place = row
    outage = mapping_in(annotation.get("outage"))
    start, end = annotation.get("startDate"), annotation.get("endDate")
    if not place or not start:
        raise missing("startDate" if place else "locations")
    if annotation.get("eventType", "OUTAGE") != "OUTAGE":
        raise InputError(
            str(annotation["eventType"]),
            Words("ce n’est pas une panne", "it is not an outage"),
            Words("laissez-la de côté", "leave it aside"),
        )
    zone = source.reading.zone
    begins = minute_of(parse_time(str(start), zone))
    ends = minute_of(parse_time(str(end), zone)) if end else None
    return {
        "publisher": source.publisher or PUBLISHER,
        "kind": "outage",
        "place": known_place(place),
        "place_text": ", ".join(filter(None, (place, said(annotation.get("scope"))))),
        "scope": "network" if "AS" in place else _SCOPES.get(str(outage.get("outageType"))),
        **spans(begins, ends, f"{start} → {end}"),
        "status": "ended" if ends else "ongoing",
        "signals": [],
        "cause": said(outage.get("outageCause")),
        "url": first_link(annotation.get("linkedUrl")),
        "began_estimated": False,
    }


def known_place(place: str) -> str:
    """Return a place whose country, where it names one, is known.

    Raises
    ------
    InputError : no such country

    Examples
    --------
    >>> known_place("iq/AS64496"), known_place("AS64496")
    ('IQ/AS64496', 'AS64496')
    """
    country, mark, network = place.partition("/")
    if re.fullmatch(r"AS\d+", country):
        return place
    if mark and not re.fullmatch(r"AS\d+", network):
        raise InputError(place, Words("lieu non reconnu", "place not understood"), same("AS64496"))
    return place_code(country) + mark + network


READER: Reader[Listing] = Reader(
    kind="radar-outages",
    version=1,
    label=Words("pannes de Cloudflare Radar", "Cloudflare Radar outages"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
)
