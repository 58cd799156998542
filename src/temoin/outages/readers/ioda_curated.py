"""IODA's list of outages that analysts verified by hand (Bischof et al., SIGCOMM 2023), published or derived.

Times are UTC, as on IODA's charts, and stand for ten minutes: the widest bin of the three signals they were read off.
A place is a country, a region by its path (``SS/Central Equatoria``) or a network within a country
(``IR/AS58224``). The cause is the analysts' word.

What is written is read first; the derived copy's own UTC columns serve where it is empty. A time past noon on a
24-hour clock keeps its hour whatever stands after it, but "23:40 AM" is refused, for the two contradict each other.
In ``4/3/2020`` day and month may change places: ``--dates`` or another cell of the file settles it. A weekday that is
not that of its date is refused.

References
----------
Bischof et al., SIGCOMM 2023, doi 10.1145/3603269.3604883
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.places import place_code
from temoin.outages.readers.list_file import Cells, csv_rows, header_of
from temoin.outages.readers.listing import Listing, Made, read_rows, region_of, said, spans
from temoin.outages.readers.printed_times import Moment, Order, order_shown, read_moment
from temoin.words import Words

PUBLISHER = "IODA (Bischof et al.)"
_DERIVED = frozenset({"id", "country", "begin_raw", "end_raw", "begin_utc", "end_utc", "scope"})
_PUBLISHED = frozenset({"id", "country", "begin time", "end time", "cause", "manually verified"})
_SCOPE = re.compile(r"(?P<kind>Country|Region|AS)\s*(?:\((?P<name>.+)\))?\s*", re.IGNORECASE)
_SIGNALS = {
    "bgp": ("bgp_visible", "ioda bgp visible by human"),
    "active_probing": ("ping_visible", "ioda ap visible by human"),
    "telescope": ("telescope_visible", "ioda ibr visible by human"),
}
_BIN = dt.timedelta(minutes=10)
_SAY_WHERE = Words("demandez à l’éditeur quel lieu est visé", "ask the publisher which place it means")


def recognises(head: Head) -> bool:
    """Return whether the header is that of the published list or of its derived copy."""
    names = header_of(head)
    return names >= _DERIVED or names >= _PUBLISHED


def read(stream: BinaryIO, source: Source) -> Listing:
    """Return the list's outages, and the rows refused.

    Parameters
    ----------
    stream : the CSV, plain or gzip
    source : ``reading.dates`` for dates in figures, ``reading.encoding``

    Raises
    ------
    InputError : not the list, not its encoding, or damaged
    """
    rows = list(csv_rows(stream, source, _DERIVED, _PUBLISHED))
    order = order_shown((cell for cells in rows for cell in (_begin(cells), _end(cells))), source.reading.dates)
    publisher = source.publisher or PUBLISHER
    return read_rows(
        source, ((cells["id"].strip(), cells) for cells in rows), lambda cells: _made(cells, order, publisher)
    )


def refused(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each row that ``read`` refuses; empty when all are read."""
    return tuple(each.words for each in read(stream, source).refused)


def _begin(cells: Cells) -> str:
    return _first(cells, ("begin_raw", "begin time", "begin_utc"))


def _end(cells: Cells) -> str:
    return _first(cells, ("end_raw", "end time", "end_utc"))


def _first(cells: Cells, names: Iterable[str]) -> str:
    return next((text for name in names if (text := cells.get(name, "").strip())), "")


def _made(cells: Cells, order: Order, publisher: str) -> Made:
    place, scope = _place(cells)
    begins = read_moment(_begin(cells), order, width=_BIN)
    ends = read_moment(_end(cells), order, width=_BIN) if _end(cells) else None
    return {
        "publisher": publisher,
        "kind": "outage",
        "place": place,
        "place_text": ", ".join(filter(None, (said(cells["country"]), said(_scope_cell(cells))))),
        "scope": scope,
        **spans(begins.span, ends.span if ends else None, f"{_begin(cells)} → {_end(cells)}"),
        "status": "ended" if ends else "unknown",
        "extent": None,
        "signals": [name for name, columns in _SIGNALS.items() if _first(cells, columns).casefold() == "true"],
        "cause": said(cells.get("cause")),
        "ordered_by": None,
        "url": _address(cells.get("grafana urls", "")),
        "repaired": _repaired({"begin": begins, "end": ends}),
        "began_estimated": False,
    }


def _address(cell: str) -> str | None:
    # The list leaves spaces inside its one address.
    return cell.strip().replace(" ", "%20") if cell.strip().startswith("https://") and cell.count("://") == 1 else None


def _repaired(moments: Mapping[str, Moment | None]) -> str | None:
    told = [f"{edge}: {', '.join(each.repairs)}" for edge, each in moments.items() if each and each.repairs]
    return "; ".join(told) or None


def _scope_cell(cells: Cells) -> str:
    long_name = next((name for name in cells if name.startswith("scope")), "scope")
    return cells.get(long_name, "")


def _place(cells: Cells) -> tuple[str, str]:
    code = place_code(cells["country"])
    found = _SCOPE.fullmatch(_scope_cell(cells).strip())
    kind = found["kind"].casefold() if found else ""
    name = (found["name"] or cells.get(kind, "")).strip() if found else ""
    if kind == "country":
        return code, "national"
    if kind == "region" and name:
        return region_of(code, name), "regional"
    if kind == "as" and (number := name.upper().removeprefix("AS").strip()).isdecimal():
        return region_of(code, f"AS{number}"), "network"
    raise InputError(_scope_cell(cells) or "scope", Words("lieu non reconnu", "place not understood"), _SAY_WHERE)


READER: Reader[Listing] = Reader(
    kind="ioda-curated",
    version=1,
    label=Words("liste d’IODA vérifiée à la main", "IODA list verified by hand"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("babel",),
)
