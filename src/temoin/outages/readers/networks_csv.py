"""The table of networks that an analyst supplies: a CSV, one network of one country a line.

Columns, in any order, comma-, semicolon- or tab-separated, UTF-8 unless ``--encoding`` says otherwise:

- ``asn``: autonomous system number, ``58224`` or ``AS58224``;
- ``country``: ISO 3166 code or name; may be absent where ``--place`` says it for the whole file;
- ``operator``: who runs it, empty where not known;
- ``access``: ``fixed``, ``mobile``, ``both`` or ``unknown``; empty is unknown;
- ``users``: estimated users, a whole number without separators, empty where there is no estimate;
- ``users_source``: who estimates them (``APNIC``, the operator's annual report...), needed where ``users`` is given;
- ``users_date``: when, an ISO date or the beginning of one (``2025``, ``2025-03``).

``asn``, and one of ``operator``, ``access`` and ``users``, must be there. Other columns are left aside.
"""

import csv
import io
import re
from dataclasses import dataclass
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.network_tables import NETWORKS
from temoin.outages.places import place_code
from temoin.outages.readers.batch import name_of, not_encoded, wrong_cell
from temoin.period import PartialDate
from temoin.words import Words

ACCESS_VALUES = ("fixed", "mobile", "both", "unknown")
_TOLD = ("operator", "access", "users")
_SEPARATORS = (",", ";", "\t")
_ASN = re.compile(r"(?:AS)?(\d{1,10})", re.IGNORECASE)
_LARGEST_ASN = 2**32 - 1
_MOST_DIGITS = 10  # of users: there are fewer than ten thousand million people


@dataclass(frozen=True, slots=True)
class NetworkList:
    """What the reader gives: ``rows``, table ``NETWORKS``."""

    rows: pl.DataFrame


def recognises(head: Head) -> bool:
    """Return whether the first line names an ``asn`` and what is told of it."""
    line = head.data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return any(_is_header(_names(line.split(separator))) for separator in _SEPARATORS)


def read(stream: BinaryIO, source: Source) -> NetworkList:
    """Return table ``NETWORKS`` in the file's order; a line that repeats another is dropped.

    Parameters
    ----------
    stream : the file
    source : ``reading.encoding``, and ``reading.place`` for a file without ``country``

    Raises
    ------
    InputError : a cell cannot be read, users have no source, or two lines say otherwise of one network of a country
    """
    try:
        text = stream.read().decode(source.reading.encoding or "utf-8-sig")
    except (UnicodeError, LookupError) as error:
        raise not_encoded(source) from error
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda mark: len(_names(head.split(mark))))
    lines = _lines(text, separator, source)
    names = _names(lines[0]) if lines else []
    if not _is_header(names):
        raise InputError(
            name_of(source),
            Words(
                "colonne asn attendue, avec operator, access ou users", "expected asn with operator, access or users"
            ),
            Words("nommez les colonnes ainsi en première ligne", "name the columns so on the first line"),
            where=Words("ligne 1", "line 1"),
        )
    rows: dict[tuple[object, object], dict[str, object]] = {}
    for number, cells in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in cells):
            row = _row(dict(zip(names, (cell.strip() for cell in cells), strict=False)), number, source)
            _refuse_contradiction(rows.setdefault((row["asn"], row["country"]), row), row, source)
    return NetworkList(NETWORKS.frame(list(rows.values())))


def _lines(text: str, separator: str, source: Source) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise InputError(
            name_of(source),
            Words("CSV attendu", "expected CSV"),
            Words("exportez la table de nouveau", "export the table again"),
        ) from error


def _names(cells: list[str]) -> list[str]:
    return [cell.strip().strip('"').strip().casefold() for cell in cells]


def _is_header(names: list[str]) -> bool:
    return "asn" in names and any(name in names for name in _TOLD)


def _row(cells: dict[str, str], line: int, source: Source) -> dict[str, object]:
    users = _users(cells, line, source)
    return {
        "source": source.id,
        "row": line - 1,
        "asn": _asn(cells["asn"], line, source),
        "country": _country(cells.get("country") or source.reading.place or "", line, source),
        "operator": cells.get("operator") or None,
        "access": _access(cells.get("access") or "unknown", line, source),
        "users": users,
        "users_source": cells.get("users_source") or None if users is not None else None,
        "users_date": _date(cells.get("users_date", ""), line, source) if users is not None else None,
    }


def _asn(cell: str, line: int, source: Source) -> int:
    match = _ASN.fullmatch(cell)
    if match is None or not 0 < int(match[1]) <= _LARGEST_ASN:
        raise wrong_cell(
            source,
            (line, "asn"),
            Words(f"numéro de système autonome attendu, lu « {cell} »", f'expected an AS number, got "{cell}"'),
            Words("écrivez-le 58224 ou AS58224", "write it 58224 or AS58224"),
        )
    return int(match[1])


def _country(cell: str, line: int, source: Source) -> str:
    try:
        return place_code(cell)
    except InputError as error:
        raise wrong_cell(
            source,
            (line, "country"),
            Words(f"pays attendu, lu « {cell} »", f'expected a country, got "{cell}"'),
            Words("écrivez son code ISO 3166, ou passez --place", "write its ISO 3166 code, or pass --place"),
        ) from error


def _access(cell: str, line: int, source: Source) -> str:
    if cell.casefold() not in ACCESS_VALUES:
        raise wrong_cell(
            source,
            (line, "access"),
            Words(
                f"fixed, mobile, both ou unknown attendu, lu « {cell} »",
                f'expected fixed, mobile, both or unknown, got "{cell}"',
            ),
            Words("écrivez l’un de ces mots, ou rien", "write one of these words, or nothing"),
        )
    return cell.casefold()


def _users(cells: dict[str, str], line: int, source: Source) -> int | None:
    cell = cells.get("users", "")
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit() and len(cell) <= _MOST_DIGITS):
        raise wrong_cell(
            source,
            (line, "users"),
            Words(f"nombre entier attendu, lu « {cell} »", f'expected a whole number, got "{cell}"'),
            Words("écrivez-le en chiffres, sans séparateur", "write it in digits, without separators"),
        )
    if not cells.get("users_source"):
        raise wrong_cell(
            source,
            (line, "users_source"),
            Words("des usagers sans source", "users without a source"),
            Words("écrivez qui les estime, ou videz users", "write who estimates them, or empty users"),
        )
    return int(cell)


def _date(cell: str, line: int, source: Source) -> str | None:
    if not cell:
        return None
    try:
        return PartialDate(cell).text
    except InputError as error:
        raise wrong_cell(
            source,
            (line, "users_date"),
            Words(f"date ISO attendue, lu « {cell} »", f'expected an ISO date, got "{cell}"'),
            Words("écrivez 2025, 2025-03 ou 2025-03-14", "write 2025, 2025-03 or 2025-03-14"),
        ) from error


def _refuse_contradiction(first: dict[str, object], row: dict[str, object], source: Source) -> None:
    if {**first, "row": 0} == {**row, "row": 0}:
        return
    raise wrong_cell(
        source,
        (int(str(row["row"])) + 1, "asn"),
        Words(
            f"AS{row['asn']} ({row['country']}) dit autrement à la ligne {int(str(first['row'])) + 1}",
            f"AS{row['asn']} ({row['country']}) is said otherwise on line {int(str(first['row'])) + 1}",
        ),
        Words("gardez l’une des lignes", "keep one of the lines"),
    )


READER: Reader[NetworkList] = Reader(
    kind="networks-csv",
    version=1,
    label=Words(
        "CSV de réseaux : asn, country, operator, access, users",
        "CSV of networks: asn, country, operator, access, users",
    ),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
)
