"""Tables of people as text, CSV and its kin: semicolon, comma, tab or bar, titles above, two header lines, notes below.

A file is taken for one only where a header names counts of an audience or amounts of money; any other CSV stays a text
unless ``--as table`` says so. The encoding is UTF-8 unless a mark or ``--encoding`` says other.
"""

import csv
import io
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.encoding import byte_order_mark, open_text
from temoin.documents.readers.sheets.xlsx import require_cells
from temoin.documents.tables.grid import Book, Filling, Grid, document_of
from temoin.documents.tables.mapping import plan_tables
from temoin.documents.tables.plans import ColumnPlan, TablePlan
from temoin.documents.tables.proposing import FIRST_WORDS
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Reading, Source
from temoin.words import Words

_SEPARATORS = ";\t|,"
_LARGEST = 500_000_000
_LOOKED_AT = 200
_MOST_TOLD = 3
_SAMPLE = 1 << 16
_LONGEST_CELL = 1 << 20
_SHEET = "1"
_FEWEST_DAYS = 2
_FEWEST_LINES = 3
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
        return _book(read, text)
    finally:
        # Whoever opened the file closes it.
        text.detach()


def _book(read: str, text: io.TextIOWrapper) -> Book:
    begin = text.tell()
    separator = _parting(text.read(_SAMPLE)) or _commonest(text, begin)
    text.seek(begin)
    filling = Filling(read)
    widths = array("I")
    seams = _Seams(separator)
    try:
        for number, cells in enumerate(_rows(text, separator, seams), 1):
            widths.append(len(cells))
            for column, cell in enumerate(cells, 1):
                if cell:
                    filling.put(number, column, cell)
    except csv.Error as error:
        raise _never_closed(read, seams.line) from error
    grid = Grid(_SHEET, filling.rows, widths=widths)
    require_cells(read, [grid])
    return Book((grid,), tuple(seams.told))


def _never_closed(read: str, line: int) -> InputError:
    return InputError(
        read,
        Words("guillemet jamais refermé, ou cellule sans fin", "a quote that is never closed, or an endless cell"),
        Words(
            "ouvrez le fichier dans un éditeur de texte et refermez ou doublez ce guillemet",
            "open the file in a text editor and close or double that quote",
        ),
        where=Words(f"ligne {line}", f"line {line}"),
    )


class _Seams:
    """Where rows begin in the file, and cells that hold what looks like rows: a quote that another one closed."""

    def __init__(self, separator: str) -> None:
        self.line = 1
        self.told: list[Words] = []
        self._separator = separator
        self._width = 0

    def pass_by(self, cells: list[str], last_line: int) -> None:
        """A row ends at a line of the file."""
        if last_line > self.line and any("\n" in cell for cell in cells):
            self._look_into(cells)
        self._width = max(self._width, len(cells))
        self.line = last_line + 1

    def _look_into(self, cells: list[str]) -> None:
        for cell in cells:
            inside = cell.splitlines()[1:]
            alike = sum(1 for line in inside if line.count(self._separator) == self._width - 1)
            if self._width > 1 and alike * 2 > len(inside) > 0 and len(self.told) < _MOST_TOLD:
                last = self.line + len(inside)
                self.told.append(
                    Words(
                        f"lignes {self.line} à {last} du fichier : un guillemet en fait une seule cellule, alors "
                        "qu’elles semblent des lignes du tableau ; vérifiez-y les guillemets",
                        f"lines {self.line} to {last} of the file: a quote makes them one cell, though they look like "
                        "rows of the table; check the quotes there",
                    )
                )


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


def _rows(lines: Iterable[str], separator: str, seams: _Seams | None = None) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    for cells in reader:
        if seams is not None:
            seams.pass_by(cells, reader.line_num)
        yield cells


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
    # A quote that is never closed hides the rows below it: reading the table says so, a text would not.
    plainly = [line.split(separator) for line in text.split("\n")[:_LOOKED_AT]] if '"' in text else []
    return _shows_table(rows) or (len(rows) * 2 < len(plainly) and _shows_table(plainly))


def looks_like_table(head: Head) -> bool:
    """Return whether a text that no reader takes for a table may be one: its lines part into as many cells each."""
    text = _head_text(head)
    if text is None:
        return False
    named = head.name.lower().endswith((".csv", ".tsv"))
    rows = [cells for cells in _quietly(text, separator_of(text)) if any(cells)][:_LOOKED_AT]
    widths = Counter(map(len, rows))
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    if named:
        return len(rows) > 1 and max(widths) > 1
    loose = sum(1 for cells in rows for cell in cells[1:] if cell.startswith(" "))
    return len(rows) >= _FEWEST_LINES and width > _FEWEST_DAYS and count == len(rows) and loose * 2 <= len(rows) * width


def _shows_table(rows: list[list[str]]) -> bool:
    first = {cell.strip().casefold() for cells in rows[:3] for cell in cells}
    if first & _OF_OTHERS:
        return False
    grid = Grid(_SHEET, [[cell or None for cell in cells] for cells in rows])
    plans = plan_tables([grid], Reading(decimal=",", dates="dmy"))
    return any(_is_telling(plan.columns) and _is_even(plan, rows) for plan in plans)


def _is_telling(columns: Iterable[ColumnPlan]) -> bool:
    """Counts of somebody or on some platform, or amounts and something beside: numbers of places are for others."""
    known = [each.meaning for each in columns if each.meaning is not None and each.why != FIRST_WORDS]
    if len([each for each in known if each.on and each.field in {"value", "amount"}]) >= _FEWEST_DAYS:
        return True
    fields = {each.field for each in known}
    if "amount" in fields:
        return len(fields) > 1
    named = {"account", "entity", "platform"} & fields or any(
        each.platform or each.measure in _OF_AUDIENCES for each in known
    )
    return "value" in fields and bool(named)


def _is_even(plan: TablePlan, rows: list[list[str]]) -> bool:
    """Whether most rows have the header's number of cells, and its cells no space before them: commas of prose do."""
    heading = plan.region.heading
    lines = [rows[row - 1] for row in (heading.columns[1:] if plan.turned else plan.region.rows)]
    header = rows[(heading.columns[0] if plan.turned else heading.last) - 1]
    loose = sum(1 for cell in header[1:] if cell.startswith(" "))
    even = sum(1 for cells in lines if len(cells) == len(header))
    return loose * 2 <= len(header) and 0 < len(lines) <= even * 1.3


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
    version=2,
    label=Words("tableau en texte (CSV)", "table as text (CSV)"),
    recognises=recognises,
    read=read_table,
    genre="export",
    visibility="exists",
)
