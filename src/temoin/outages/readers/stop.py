"""Access Now's #KeepItOn STOP list: shutdowns, one a row, to the day; also its compact copy, and either as gzip.

Selection rules, since the list has no column for them:

- *scope*: ``national`` when the area begins with "national" or "nationwide", alone or before a bracket, a comma, or
  "except"; else ``local`` for one city, county or village, ``regional`` for more, none where the list is not sure;
- *extent*: ``throttling`` when only slowed; else what the extent column says, ``several`` for more than one of full
  network, service-based and throttling;
- *status*: ``ongoing`` and ``ended`` as said, ``ended`` too where an end is given, else ``unknown``;
- *days* are those of the country, over all its zones, or of ``--zone``. An end is given by its date alone: the
  column ``duration`` is not read (some are negative, most count both days).

Rows have no identifier: theirs is the row. Who ordered it and the cause are the publisher's words.
"""

import re
from typing import BinaryIO

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.places import place_code
from temoin.outages.readers.list_file import Cells, csv_rows, header_of, missing
from temoin.outages.readers.listing import Listing, Made, day_of, first_link, read_rows, said, spans
from temoin.words import Words

PUBLISHER = "Access Now, #KeepItOn STOP"
_COLUMNS = frozenset({"start_date", "end_date", "country", "geo_scope", "area_name", "shutdown_type",
                      "shutdown_extent", "shutdown_status"})  # fmt: skip
_NATIONAL = re.compile(r"nation(?:al|[ -]?wide)\s*(?:$|[(,;]|\bexcept\b)", re.IGNORECASE)
_SCOPES = (("only affected one", "local"), ("same state", "regional"), ("more than one state", "regional"))
_EXTENTS = {"full network": "full-network", "service-based": "service-based", "throttle": "throttling"}


def recognises(head: Head) -> bool:
    """Return whether the header names the columns of the list."""
    return header_of(head) >= _COLUMNS


def read(stream: BinaryIO, source: Source) -> Listing:
    """Return the list's shutdowns, and the rows refused.

    Parameters
    ----------
    stream : the CSV, of 47 columns or the compact 19, plain or gzip
    source : ``reading.zone`` for its days, ``reading.encoding``

    Raises
    ------
    InputError : not the list, not its encoding, or damaged
    """
    return read_rows(
        source, (("", cells) for cells in csv_rows(stream, source, _COLUMNS)), lambda cells: _made(cells, source)
    )


def refused(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each row that ``read`` refuses; empty when all are read."""
    return tuple(each.words for each in read(stream, source).refused)


def _made(cells: Cells, source: Source) -> Made:
    code = place_code(cells["country"])
    zone = source.reading.zone
    if not cells["start_date"].strip():
        raise missing("start_date")
    begins = day_of(cells["start_date"].strip(), code, zone)
    ends = day_of(cells["end_date"].strip(), code, zone) if cells["end_date"].strip() else None
    return {
        "publisher": source.publisher or PUBLISHER,
        "kind": "shutdown",
        "place": code,
        "place_text": ", ".join(filter(None, (said(cells["country"]), said(cells["area_name"])))),
        "scope": _scope(cells),
        **spans(begins, ends, f"{cells['start_date']} → {cells['end_date']}"),
        "status": _status(cells, has_end=ends is not None),
        "extent": _extent(cells),
        "signals": [],
        "cause": said(cells.get("actual_cause")),
        "ordered_by": said(cells.get("ordered_by")),
        "url": first_link(cells.get("info_source_link")),
        "repaired": None,
        "began_estimated": cells.get("start_date_type", "").strip().casefold() == "estimated",
    }


def _scope(cells: Cells) -> str | None:
    if _NATIONAL.match(cells["area_name"].strip()):
        return "national"
    text = cells["geo_scope"].casefold()
    return next((scope for words, scope in _SCOPES if words in text), None)


def _extent(cells: Cells) -> str | None:
    if cells["shutdown_type"].strip().casefold() == "throttle":
        return "throttling"
    found = _named(cells["shutdown_type"]) | _named(cells["shutdown_extent"])
    return next(iter(found)) if len(found) == 1 else "several" if found else None


def _named(cell: str) -> set[str]:
    return {_EXTENTS[word] for part in cell.split(",") if (word := part.strip().casefold()) in _EXTENTS}


def _status(cells: Cells, *, has_end: bool) -> str:
    text = cells["shutdown_status"].strip().casefold()
    if text == "ongoing" and has_end:
        raise InputError(
            cells["end_date"].strip(),
            Words("une fin est donnée à une coupure dite en cours", "an end is given to a shutdown said to be ongoing"),
            Words("demandez à l’éditeur lequel des deux vaut", "ask the publisher which of the two holds"),
        )
    return text if text in {"ongoing", "ended"} else "ended" if has_end else "unknown"


READER: Reader[Listing] = Reader(
    kind="stop",
    version=1,
    label=Words("liste STOP d’Access Now", "Access Now STOP list"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("babel", "tzdata"),
)
