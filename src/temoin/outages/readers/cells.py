"""Cells of a CSV file as columns: decoded, named, told apart from what is empty, turned into times and numbers.

Everything is done a column at a time, so that millions of lines take seconds; a cell that cannot be read is named
by its line and column.
"""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.outages.places import zone_of_place
from temoin.outages.readers.batch import name_of, not_encoded, wrong_cell
from temoin.outages.readers.slashed import iso_cells, iso_of
from temoin.period import parse_time
from temoin.table import UTC_TIME
from temoin.words import Words

NOT_MEASURED = ("", "na", "nan", "null")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_GROUPS = (" ", "\u00a0", "\u202f", "'", "’")
_CLOCKS = ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f")
_ISO = r"^\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?Z?$"


def utf8_of(stream: BinaryIO, source: Source) -> bytes:
    """Return a stream as UTF-8 without its mark, from the source's encoding, from the UTF-16 its mark says, or UTF-8.

    Raises
    ------
    InputError : no such encoding, or bytes that are not of it
    """
    data = stream.read()
    encoding = source.reading.encoding or ("utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig")
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise not_encoded(source) from error
    return text.removeprefix("\ufeff").encode("utf-8", "replace")


def first_line(data: bytes) -> str:
    """Return the first line of a file's head, in the encoding that its mark says, else in UTF-8, and without that mark.

    Examples
    --------
    >>> first_line("time,place\\n2024".encode("utf-16"))
    'time,place'
    """
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", "replace").partition("\n")[0]
    return data.removeprefix(codecs.BOM_UTF8).split(b"\n", 1)[0].decode("utf-8", "replace")


def cells_of(data: bytes, source: Source, *, separator: str = ",", line: int = 1) -> pl.DataFrame:
    """Return the cells of a CSV as columns of trimmed text, with the ``line`` each stands on.

    Parameters
    ----------
    data : UTF-8, from the header on
    separator : one character
    line : line of the file on which the header stands

    Returns
    -------
    one row a line that is not blank; column names in small letters; an empty cell is an empty text

    Raises
    ------
    InputError : the header names a column twice, or a line has more or fewer cells than the header
    """
    header_line = data[: data.find(b"\n") if b"\n" in data else len(data)]
    # An asterisk or a caret in a name would mean several columns to Polars.
    names = [re.sub(r"[*^]", "?", name) for name in names_of(header_line.decode("utf-8", "replace"), separator)]
    if len(set(names)) < len(names) or "line" in names:
        raise _wrong_header(source, line)
    body = data[len(header_line) + 1 :]
    _refuse_short_lines(body, (separator, len(names)), source, line + 1)
    numbered = [f"c{at}" for at in range(len(names))]
    try:
        frame = pl.read_csv(
            io.BytesIO(b"\n".join((separator.join(numbered).encode(), body))),
            separator=separator,
            schema=dict.fromkeys(numbered, pl.String()),
            empty_string_is_null=False,
        )
    except pl.exceptions.PolarsError as error:
        raise _wrong_shape(source) from error
    frame.columns = names
    frame = frame.with_row_index("line", offset=line + 1).with_columns(pl.col("line").cast(pl.Int64))
    frame = frame.with_columns(pl.col(name).str.strip_chars() for name in names)
    return frame.filter(~pl.all_horizontal(pl.col(name) == "" for name in names))


def names_of(header: str, separator: str) -> list[str]:
    """Return the column names of a header line, trimmed and in small letters.

    Examples
    --------
    >>> names_of('Time; "Place"', ";")
    ['time', 'place']
    """
    try:
        names = next(csv.reader([header], delimiter=separator, skipinitialspace=True), []) or [""]
    except csv.Error:
        names = header.split(separator)
    return [name.strip().strip('"').strip().casefold() for name in names]


def require_columns(frame: pl.DataFrame, wanted: tuple[str, ...], source: Source, header: str) -> None:
    """Let a frame through that has the columns wanted.

    Raises
    ------
    InputError : one is missing; ``header`` is how the line should read
    """
    missing = ", ".join(name for name in wanted if name not in frame.columns)
    if missing:
        raise InputError(
            name_of(source),
            Words(f"colonnes absentes : {missing}", f"missing columns: {missing}"),
            Words(f"écrivez l’en-tête {header}", f"write the header {header}"),
            where=Words("ligne 1", "line 1"),
        )


def times_of(frame: pl.DataFrame, column: str, source: Source, zone: str | None = None) -> pl.Series:
    """Return a column of ISO times as UTC; those without a zone are read in ``zone``, dates in figures as was said.

    Raises
    ------
    InputError : not an ISO time; day and month in an order that nobody said; no zone is known; the clocks showed it
        twice, or never, that day
    """
    cells = frame[column]
    order = source.reading.dates
    times = _plain_times(iso_cells(cells, order), zone)
    left = times.is_null()
    if left.any():
        others = cells.filter(left)
        spellings = others.unique(maintain_order=True)
        likely = None if zone else _likely_zone(frame, source)
        found = meanings(
            frame, column, spellings, lambda cell: parse_time(iso_of(cell, order), zone, likely=likely), source
        )
        read = pl.Series(found, dtype=UTC_TIME)
        known = pl.DataFrame({"cell": spellings, "time": read})
        rest = others.to_frame("cell").join(known, on="cell", how="left", maintain_order="left")["time"]
        times = times.scatter(left.arg_true(), rest)
    return times.alias(column)


def _likely_zone(frame: pl.DataFrame, source: Source) -> str | None:
    """The zone of the file's own place, where all its places keep the same; proposed in an error, never read by."""
    told = source.reading.place
    places = (
        [told.upper() if len(told) == len("KZ") else told]
        if told
        else frame["place"].unique().to_list()
        if "place" in frame.columns
        else []
    )
    zones = {zone_of_place(place) for place in places}
    zone = zones.pop() if len(zones) == 1 else "UTC"
    return None if zone == "UTC" else zone


def _plain_times(cells: pl.Series, zone: str | None) -> pl.Series:
    """What is null here, for want of a zone or because the clocks changed, is for ``parse_time`` to read or refuse."""
    clock = cells.str.strip_suffix("Z").str.replace(" ", "T", literal=True)
    clocks = pl.Series([None] * 0, dtype=pl.Datetime("us"))
    for shape in _CLOCKS:
        read = clock.str.to_datetime(shape, time_unit="us", strict=False, cache=False)
        clocks = read if clocks.is_empty() else clocks.zip_with(clocks.is_not_null(), read)
        if not clocks.null_count():
            break
    frame = pl.DataFrame({"clock": clocks, "utc": cells.str.ends_with("Z"), "plain": cells.str.contains(_ISO)})
    naive = pl.col("clock")
    in_zone = (
        naive.dt.replace_time_zone(zone, ambiguous="null", non_existent="null").dt.convert_time_zone("UTC")
        if zone
        else pl.lit(None, dtype=UTC_TIME)
    )
    in_utc = pl.when("utc").then(naive.dt.replace_time_zone("UTC")).otherwise(in_zone)
    return frame.select(pl.when("plain").then(in_utc).alias("time"))["time"]


def meanings(
    frame: pl.DataFrame, column: str, spellings: pl.Series, meaning: Callable[[str], object], source: Source
) -> list[object]:
    """Return what each spelling of a column means; an error about one is told with the first line that has it.

    Raises
    ------
    InputError : as ``meaning`` raised it, with line and column
    """
    found = []
    for cell in spellings:
        try:
            found.append(meaning(cell))
        except InputError as error:
            line = frame.filter(pl.col(column) == cell)["line"][0]
            raise wrong_cell(source, (line, column), *_halves(error.words)) from error
    return found


def _halves(words: Words) -> tuple[Words, Words]:
    fr, _, fr_remedy = words.fr.rpartition("\u202f; ")
    en, _, en_remedy = words.en.rpartition("; ")
    return Words(fr, en), Words(fr_remedy, en_remedy)


def numbers_of(frame: pl.DataFrame, column: str, source: Source) -> pl.Series:
    """Return a column of cells as numbers from 0 up; an empty cell, NA, NaN or null is not measured.

    Raises
    ------
    InputError : a cell is negative, infinite or no number; the remedy says how it should be written
    """
    cells = frame[column]
    decimal = source.reading.decimal or "."
    other = "," if decimal == "." else "."
    plain = (
        cells
        if decimal == "."
        else cells.str.replace_all(other, "?", literal=True).str.replace_all(",", ".", literal=True)
    )
    numbers = plain.cast(pl.Float64, strict=False)
    doubtful = (numbers.is_null() | numbers.is_nan() | numbers.is_infinite() | (numbers < 0)).fill_null(value=True)
    wrong = doubtful & ~cells.str.to_lowercase().is_in(list(NOT_MEASURED))
    if wrong.any():
        at = int(wrong.arg_max() or 0)
        raise _not_a_value(source, (frame["line"][at], column), cells[at], other)
    return numbers.fill_nan(None).alias(column)


def _not_a_value(source: Source, where: tuple[int, str], cell: str, other: str) -> InputError:
    grouped = any(mark in cell for mark in _GROUPS) or (other in cell and (source.reading.decimal or ".") in cell)
    if grouped:
        remedy = Words("écrivez-le sans séparateur de milliers", "write it without thousands separators")
    elif other in cell:
        remedy = Words(
            f"--decimal {other} si ce signe est décimal, sinon retirez-le",
            f"--decimal {other} if that is the decimal sign, else remove it",
        )
    else:
        remedy = Words(
            "laissez la cellule vide si rien n’est mesuré", "leave the cell empty where nothing was measured"
        )
    return wrong_cell(
        source,
        where,
        Words(f"nombre positif ou nul attendu, lu « {cell} »", f'expected a number from 0 up, got "{cell}"'),
        remedy,
    )


def _refuse_short_lines(body: bytes, shape: tuple[str, int], source: Source, first: int) -> None:
    """A line with fewer cells is a file cut short; read as it is, its missing value would pass for unmeasured."""
    separator, width = shape
    mark = separator.encode()
    lines = body.count(b"\n") + (not body.endswith(b"\n"))
    quoted = b'"' in body
    if not quoted and body.count(mark) == lines * (width - 1):
        return
    text = io.TextIOWrapper(io.BytesIO(body), encoding="utf-8", newline="")
    at = 0
    rows: Iterator[list[str]] = (
        csv.reader(text, delimiter=separator) if quoted else (line.split(separator) for line in text)
    )
    try:
        for row in rows:
            at = at + 1 + sum(cell.count("\n") for cell in row if quoted)
            if len(row) < width and "".join(row).strip():
                raise _cut_short(source, at, (first, width))
    except csv.Error as error:
        raise _wrong_shape(source) from error


def _cut_short(source: Source, line: int, shape: tuple[int, int]) -> InputError:
    first, width = shape
    at = first + line - 1
    return InputError(
        name_of(source),
        Words(f"{width} cellules attendues, moins lues", f"expected {width} cells, got fewer"),
        Words("le fichier est peut-être coupé : copiez-le de nouveau", "the file may be cut short: copy it again"),
        where=Words(f"ligne {at}", f"line {at}"),
    )


def _wrong_header(source: Source, line: int) -> InputError:
    return InputError(
        name_of(source),
        Words("chaque colonne nommée une fois attendue", "expected each column to be named once"),
        Words("corrigez l’en-tête", "mend the header"),
        where=Words(f"ligne {line}", f"line {line}"),
    )


def _wrong_shape(source: Source) -> InputError:
    return InputError(
        name_of(source),
        Words("autant de cellules que de colonnes attendues", "expected as many cells as columns"),
        Words("vérifiez les guillemets et le séparateur", "check the quotes and the separator"),
    )
