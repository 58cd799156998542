"""SFLC.in's list of internet shutdowns in India, in JSON: one row a shutdown of a state or of districts, to the day.

No end is given: its ``duration`` has no unit, and is not read. A state is a place by its path
(``IN/Jammu and Kashmir``); districts make it local. One said to be no longer ``active`` has ended, nobody says when.
"""

import json
import re
from collections.abc import Mapping
from typing import BinaryIO

from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.list_file import head_text, json_list, missing
from temoin.outages.readers.listing import Listing, Made, day_of, first_link, read_rows, region_of, said, spans
from temoin.words import Words

PUBLISHER = "SFLC.in"
_INDIA = "IN"
_STATE = "state:name"
_STATUS = {True: "ongoing", False: "ended"}
_LIST = re.compile(r"\s*\[\s*\{[^}]*" + re.escape(json.dumps(_STATE)))


def recognises(head: Head) -> bool:
    """Return whether a file is a list whose first object names a state."""
    return bool(_LIST.match(head_text(head)))


def read(stream: BinaryIO, source: Source) -> Listing:
    """Return the list's shutdowns, and the rows refused.

    Parameters
    ----------
    stream : the list's bytes
    source : ``reading.zone`` for its days, else India's

    Raises
    ------
    InputError : not JSON, or not that list
    """
    rows = json_list(stream, source)
    return read_rows(source, (("", row) for row in rows), lambda row: _made(row, source))


def refused(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each row that ``read`` refuses; empty when all are read."""
    return tuple(each.words for each in read(stream, source).refused)


def _made(row: Mapping[str, object], source: Source) -> Made:
    state, date = said(row.get(_STATE)), said(row.get("date"))
    if state is None or date is None:
        raise missing(_STATE if state is None else "date")
    districts = row.get("districts")
    named = ", ".join(map(str, districts)) if isinstance(districts, list) else ""
    active = row.get("active")
    return {
        "publisher": source.publisher or PUBLISHER,
        "kind": "shutdown",
        "place": region_of(_INDIA, state),
        "place_text": f"{state} ({named})" if named else state,
        "scope": "local" if named else "regional",
        **spans(day_of(date, _INDIA, source.reading.zone), None, date),
        "status": _STATUS.get(active, "unknown") if isinstance(active, bool) else "unknown",
        "signals": [],
        "url": first_link(row.get("source")),
        "began_estimated": False,
    }


READER: Reader[Listing] = Reader(
    kind="sflc",
    version=1,
    label=Words("liste SFLC.in des coupures en Inde", "SFLC.in list of shutdowns in India"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
)
