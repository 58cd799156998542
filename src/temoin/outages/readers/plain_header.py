"""The header of a plain CSV: four columns by their English or French names, and what a near miss lacks.

Nothing is guessed: a name that is none of these is left aside, and a file that lacks a column is told which.
"""

import re
from dataclasses import dataclass

from temoin.evidence.reader import Head
from temoin.outages.readers.cells import first_line, names_of
from temoin.words import Words

COLUMNS = ("time", "place", "signal", "value")
_NAMES = {
    "time": ("time", "heure", "temps", "date"),
    "place": ("place", "lieu", "pays"),
    "signal": ("signal",),
    "value": ("value", "valeur"),
}
_TIMES = frozenset({"time", "time_utc", "time (utc)", "timestamp", "datetime", "date", "heure", "temps", "horodatage"})
_SEPARATORS = (",", ";", "\t")
_MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d).*|\d{9,13}", re.ASCII)
_NUMBER = re.compile(r"-?\d*[.,]?\d*(?:[eE][-+]?\d+)?|na|nan|null", re.ASCII | re.IGNORECASE)
_FEWEST_NULS = 0.4
_LONGEST = 60
_REMEDY = Words(
    "écrivez une ligne par point, time,place,signal,value ou heure;lieu;signal;valeur, où signal dit ce qui est "
    "mesuré, par exemple bgp ou traffic ; sans colonne de lieu, --place KZ",
    "write one line a point, time,place,signal,value, where signal says what is measured, for instance bgp or "
    "traffic; without a column of places, --place KZ",
)


@dataclass(frozen=True, slots=True)
class PlainHeader:
    """What the first line of a CSV names.

    Parameters
    ----------
    separator : the mark between its cells that finds the most columns
    names : its cells, in small letters
    columns : the name in the file of each of the four columns that it has, ``time`` to ``heure``
    """

    separator: str
    names: tuple[str, ...]
    columns: dict[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Those of the four that it lacks."""
        return tuple(name for name in COLUMNS if name not in self.columns)


def plain_header(line: str) -> PlainHeader:
    """Return what the first line of a CSV names; the English name of a column stands before the French one.

    Examples
    --------
    >>> plain_header("heure;lieu;signal;valeur").columns
    {'time': 'heure', 'place': 'lieu', 'signal': 'signal', 'value': 'valeur'}
    >>> plain_header("time,place,value").missing
    ('signal',)
    """
    return max((_split(line, mark) for mark in _SEPARATORS), key=lambda found: (len(found.columns), len(found.names)))


def near_miss(head: Head) -> tuple[Words, Words] | None:
    """Return what was found in a file that is nearly a plain CSV, and what is expected; None for any other file.

    Examples
    --------
    >>> found, _ = near_miss(Head(b"time,place,value\\n2024-03-04T00:00Z,KZ,5\\n", "march.csv", 40)) or (None, None)
    >>> found.en
    'header time,place,value: the column signal is missing'
    """
    if head.size == 0:
        return Words("fichier vide", "the file is empty"), Words("vérifiez la copie", "check the copy")
    if encoding := _unmarked(head.data):
        return (
            Words("UTF-16 sans sa marque", "UTF-16 without its mark"),
            Words(f"passez --as signals-csv --encoding {encoding}", f"pass --as signals-csv --encoding {encoding}"),
        )
    header = plain_header(first_line(head.data))
    printed = header.separator.join(header.names)[:_LONGEST]
    if len(header.missing) == 1:
        lacking = header.missing[0]
        return (
            Words(
                f"en-tête {printed} : il manque la colonne {lacking}",
                f"header {printed}: the column {lacking} is missing",
            ),
            _REMEDY,
        )
    if _is_of_times(header, head.data):
        unknown = ", ".join(name for name in header.names if name not in _TIMES)[:_LONGEST]
        return (
            Words(
                f"une heure, puis des colonnes qui ne nomment pas de signal connu : {unknown}",
                f"a time, then columns that name no known signal: {unknown}",
            ),
            _REMEDY,
        )
    return None


def _split(line: str, separator: str) -> PlainHeader:
    names = names_of(line, separator)
    columns = {
        column: next(name for name in known if name in names)
        for column, known in _NAMES.items()
        if any(name in names for name in known)
    }
    return PlainHeader(separator, tuple(names), columns)


def _is_of_times(header: PlainHeader, data: bytes) -> bool:
    _, _, rest = data.partition(b"\n")
    cells = [cell.strip().strip('"') for cell in first_line(rest).split(header.separator)]
    series = header.names[0] in _TIMES and len(header.names) > 1 and len(cells) == len(header.names)
    return series and bool(_MOMENT.fullmatch(cells[0])) and all(_NUMBER.fullmatch(cell) for cell in cells[1:])


def _unmarked(data: bytes) -> str | None:
    """The encoding of letters that each come with a nul byte, always on the same side, under a header we know."""
    for encoding, letters in (("utf-16-le", data[0::2]), ("utf-16-be", data[1::2])):
        if data.count(b"\0") > _FEWEST_NULS * len(data) and b"\0" not in letters:
            text = data[: len(data) // 2 * 2].decode(encoding, "replace")
            if len(plain_header(text.partition("\n")[0]).columns) >= len(COLUMNS) - 1:
                return encoding
    return None
