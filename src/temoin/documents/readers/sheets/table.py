"""Tables of people as text, CSV and its kin: semicolon, comma, tab or bar, titles above, two header lines, notes below.

A file is taken for one only where a header names counts of an audience or amounts of money; any other CSV stays a text
unless ``--as table`` says so. The encoding is UTF-8 unless a mark or ``--encoding`` says other.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.encoding import byte_order_mark, open_text
from temoin.documents.readers.sheets.xlsx import require_cells
from temoin.documents.tables.grid import Book, Filling, Grid, document_of
from temoin.documents.tables.mapping import ColumnPlan, TablePlan, plan_tables
from temoin.documents.tables.proposing import FIRST_WORDS
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Reading, Source
from temoin.words import Words

_SEPARATORS = ";\t|,"
_LARGEST = 500_000_000
_LOOKED_AT = 200
_SAMPLE = 1 << 16
_LONGEST_CELL = 1 << 20
_SHEET = "1"
# Headers of measured signals and of networks: other readers are for these.
_OF_AUDIENCES = {"followers", "subscribers", "friends", "likes"}
_OF_OTHERS = {"signal", "asn", "datasource", "entitytype", "entity_type", "probe_cc"}


def read_book(stream: BinaryIO, source: Source) -> Book:
    """Return the one sheet of a CSV file, every cell a text.

    Raises
    ------
    InputError : empty, larger than 500 MB, of another encoding, or a quote that is never closed
    """
    read = source.name or short(source.id)
    if stream.seek(0, io.SEEK_END) > _LARGEST:
        raise InputError(
            read,
            Words("tableau de plus de 500 Mo", "a table of more than 500 MB"),
            Words("découpez-le", "split it"),
        )
    text = open_text(read, stream, source.reading.encoding)
    try:
        return Book((_grid(read, text),))
    finally:
        # Whoever opened the file closes it.
        text.detach()


def _grid(read: str, text: io.TextIOWrapper) -> Grid:
    begin = text.tell()
    separator = _parting(text.read(_SAMPLE)) or _commonest(text, begin)
    text.seek(begin)
    filling = Filling(read)
    try:
        for number, cells in enumerate(_rows(text, separator), 1):
            for column, cell in enumerate(cells, 1):
                if cell:
                    filling.put(number, column, cell)
    except csv.Error as error:
        raise InputError(
            read,
            Words("guillemet jamais refermé, ou cellule sans fin", "a quote that is never closed, or an endless cell"),
            Words("vérifiez les guillemets du fichier", "check the quotes of the file"),
        ) from error
    grid = Grid(_SHEET, filling.rows)
    require_cells(read, [grid])
    return grid


def read_table(stream: BinaryIO, source: Source) -> Document:
    """Return the readable text of a CSV table, with the place of every cell.

    Raises
    ------
    InputError : as ``read_book``
    """
    return document_of(read_book(stream, source))


def separator_of(text: str) -> str:
    """Return the sign that parts the cells: the one that gives most rows the same number of them.

    Examples
    --------
    >>> separator_of("Compte;Part\\nA;1,5\\nB;2,5\\n"), separator_of("a,b\\n1,2\\n")
    (';', ',')
    """
    return _parting(text[:_SAMPLE]) or max(_SEPARATORS, key=text.count)


def _parting(text: str) -> str | None:
    sample = "\n".join(text.split("\n")[:_LOOKED_AT])
    best: tuple[float, int] = (0.0, 0)
    chosen = None
    for separator in _SEPARATORS:
        widths = Counter(len(cells) for cells in _quietly(sample, separator) if any(cells))
        parted = {width: count for width, count in widths.items() if width > 1}
        if not parted:
            continue
        width = max(parted, key=lambda each: (parted[each], each))
        score = (round(parted[width] / sum(widths.values()), 1), width)
        if score > best:
            best, chosen = score, separator
    return chosen


def _commonest(text: io.TextIOWrapper, begin: int) -> str:
    text.seek(begin)
    counts = dict.fromkeys(_SEPARATORS, 0)
    while piece := text.read(_SAMPLE):
        counts = {separator: count + piece.count(separator) for separator, count in counts.items()}
    return max(counts, key=lambda separator: counts[separator])


def _rows(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(lines, delimiter=separator, strict=True)


def _quietly(text: str, separator: str) -> Iterable[list[str]]:
    try:
        yield from _rows(io.StringIO(text, newline=""), separator)
    except csv.Error:
        return


def recognises(head: Head) -> bool:
    """Return whether the head of a file shows a table whose header names counts of an audience or amounts of money."""
    text = _head_text(head)
    if text is None or not any(separator in text for separator in _SEPARATORS):
        return False
    separator = separator_of(text)
    rows = list(_quietly(text, separator))[:_LOOKED_AT]
    first = {cell.strip().casefold() for cells in rows[:3] for cell in cells}
    if first & _OF_OTHERS:
        return False
    grid = Grid(_SHEET, [[cell or None for cell in cells] for cells in rows])
    plans = plan_tables([grid], Reading(decimal=",", dates="dmy"))
    return any(_is_telling(plan.columns) and _is_even(plan, rows) for plan in plans)


def _is_telling(columns: Iterable[ColumnPlan]) -> bool:
    """Counts of somebody or on some platform, or amounts and something beside: numbers of places are for others."""
    known = [each.meaning for each in columns if each.meaning is not None and each.why != FIRST_WORDS]
    fields = {each.field for each in known}
    if "amount" in fields:
        return len(fields) > 1
    named = {"account", "entity", "platform"} & fields or any(
        each.platform or each.measure in _OF_AUDIENCES for each in known
    )
    return "value" in fields and bool(named)


def _is_even(plan: TablePlan, rows: list[list[str]]) -> bool:
    """Whether most rows have the header's number of cells, and its cells no space before them: commas of prose do."""
    header = rows[plan.region.heading.last - 1]
    loose = sum(1 for cell in header[1:] if cell.startswith(" "))
    even = sum(1 for row in plan.region.rows if len(rows[row - 1]) == len(header))
    return loose * 2 <= len(header) and 0 < len(plan.region.rows) <= even * 1.3


def _head_text(head: Head) -> str | None:
    mark = byte_order_mark(head.data)
    data = head.data[mark.length :]
    if mark.encoding in {None, "utf-8"} and b"\0" in data:
        return None
    if head.size > len(head.data):
        data = data[: data.rfind(b"\n") + 1] or data
    try:
        return data.decode(mark.encoding or "utf-8")
    except UnicodeDecodeError:
        # Only to look at: reading it asks for the encoding.
        return data.decode(mark.encoding or "cp1252", "replace")


READER = Reader(
    kind="table",
    version=1,
    label=Words("tableau en texte (CSV)", "table as text (CSV)"),
    recognises=recognises,
    read=read_table,
    genre="export",
    visibility="exists",
)
