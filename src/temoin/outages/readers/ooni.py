"""What OONI answers to ``aggregation``, as JSON or CSV: how many measurements its probes sent, by day or by hour.

The signal is the number of measurements: when a country goes dark, its probes go quiet. The service counts what is in
its database, grouped, and lists no empty cell (its maintainers say so in ooni/api, pull request 274). So a bin absent
between the first and the last bin of the answer, those of all places together, holds no measurement: its count is
zero, and it is filled in as zero. Before the first and after the last nothing is known, and nothing is filled in;
nor where bins have no one width, as months, or where fewer than one in fifty is listed.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import polars as pl

from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import (
    Entry,
    asked,
    entry_of,
    json_of,
    moments_of,
    number_of,
    place_named,
    place_of,
    plain,
    told_place,
    unexpected,
)
from temoin.outages.readers.cells import cells_of, names_of, numbers_of, times_of, utf8_of
from temoin.outages.readers.sound import Lines, batches, sound
from temoin.words import Words

_TIME, _COUNT = "measurement_start_day", "measurement_count"
_PLACES = ("probe_cc", "probe_asn")
_COUNTS = frozenset({"anomaly_count", "confirmed_count", "failure_count", "measurement_count", "ok_count"})
_TIME_SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?")
_LARGEST_GAP_US = 8 * 86_400_000_000  # a week's grain still has a step; a month's has none
_EMPTIEST = 50  # bins a listed one, beyond which nothing could be judged and nothing is filled in
_SIGNAL = "ooni_measurements"


def recognises(head: Head) -> bool:
    """Return whether a file is an answer of the aggregation, in either format."""
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"{"):
        return b'"dimension_count"' in data or (f'"{_COUNT}"'.encode() in data and b'"result"' in data)
    names = names_of(data.split(b"\n", 1)[0].decode("utf-8", "replace"), ",")
    return _COUNT in names and _TIME in names


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield table ``SIGNALS``: signal ``ooni_measurements``, by country or network where the answer tells them apart.

    Cells of a further dimension (test, input, domain) are parts of one count, and are added. A bin filled in as zero
    carries the row of the bin before it.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``reading.place``, ``url`` or the file's name says the place where no dimension does

    Raises
    ------
    InputError : not that answer, no axis of time, no place, or a time or count that is none
    """
    cells, _ = _cells(stream, source)
    lines = Lines(time=_TIME, value=_COUNT) if "line" in cells.columns else None
    added = _added(cells)
    filled = _filled(added)
    yield from batches(sound(filled.drop("listed"), source, lines, sparse=True), source)


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for the cells that were added and one for the bins filled in as zero."""
    cells, others = _cells(stream, source)
    filled = _filled(_added(cells))
    empty = filled.filter(~pl.col("listed")).height
    said = []
    if others:
        listed = ", ".join(others)
        said.append(Words(f"décomptes additionnés sur {listed}", f"counts added over {listed}"))
    if empty:
        said.append(
            Words(
                f"intervalles sans aucune mesure, que le service ne liste pas, comptés comme zéro : {empty}",
                f"bins without any measurement, which the service does not list, counted as zero: {empty}",
            )
        )
    return tuple(said)


def _cells(stream: BinaryIO, source: Source) -> tuple[pl.DataFrame, list[str]]:
    data = stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    stream.seek(0)
    frame = _from_json(stream, source) if data.startswith(b"{") else _from_csv(stream, source)
    others = [name for name in frame.columns if name not in {*_PLACES, *_COUNTS, "time", "line", "row", _TIME}]
    return frame.with_columns(place=_places(frame, source)), others


def _from_json(stream: BinaryIO, source: Source) -> pl.DataFrame:
    answer = entry_of(json_of(stream, source))
    result = answer.get("result")
    if not isinstance(result, list):
        raise _no_axis(source)
    entries: list[Entry] = [entry_of(entry) for entry in result]
    if not entries:
        raise _empty(source)
    days = [plain(entry.get(_TIME)) for entry in entries]
    if not all(_TIME_SHAPE.fullmatch(day) for day in days):
        raise _no_axis(source)
    counts = [number_of(entry.get(_COUNT), source, (at, _COUNT)) for at, entry in enumerate(entries, start=1)]
    names = [name for name in dict.fromkeys(name for entry in entries for name in entry) if isinstance(name, str)]
    dimensions = {
        plain(name): [plain(entry.get(name, "")) for entry in entries]
        for name in names
        if name not in _COUNTS and name not in {_TIME, "time", "line", "row", "place"}
    }
    return pl.DataFrame(
        {
            "time": moments_of(list(days), source, _TIME),
            _COUNT: pl.Series(counts, dtype=pl.Float64),
            "row": pl.int_range(1, len(entries) + 1, eager=True, dtype=pl.Int64),
            **dimensions,
        }
    )


def _from_csv(stream: BinaryIO, source: Source) -> pl.DataFrame:
    frame = cells_of(utf8_of(stream, source), source)
    if _TIME not in frame.columns or _COUNT not in frame.columns:
        raise _no_axis(source)
    if frame.is_empty():
        raise _empty(source)
    return frame.with_columns(
        times_of(frame, _TIME, source, "UTC").alias("time"),
        numbers_of(frame, _COUNT, source),
        row=pl.col("line") - 1,
    )


def _places(frame: pl.DataFrame, source: Source) -> pl.Expr:
    if not any(name in frame.columns for name in _PLACES):
        return pl.lit(place_of(source, "probe_cc"))
    columns = [name for name in _PLACES if name in frame.columns]
    spellings = frame.select(columns).unique(maintain_order=True)
    known = {row: _place(dict(zip(columns, row, strict=True)), source) for row in spellings.iter_rows()}
    joined = pl.concat_str(*columns, separator="\n")
    return joined.replace({"\n".join(row): place for row, place in known.items()})


def _place(said: dict[str, str], source: Source) -> str:
    parts = []
    for name in _PLACES:
        text = said.get(name, "").strip()
        text = f"AS{text}" if name == "probe_asn" and text.isdigit() else text
        if name in said:
            parts.append(text.upper() if text else "ZZ")
    if "probe_cc" not in said and (country := told_place(source) or _country_asked(source)):
        parts.insert(0, country)
    return "/".join(parts)


def _country_asked(source: Source) -> str | None:
    found = asked(source, "probe_cc")
    return place_named(found[0]) if len(found) == 1 else None


def _added(cells: pl.DataFrame) -> pl.DataFrame:
    return cells.group_by("place", "time", maintain_order=True).agg(
        pl.when(pl.col(_COUNT).null_count() == 0).then(pl.col(_COUNT).sum()).first().alias("value"),
        pl.col("row").first(),
    )


def _filled(added: pl.DataFrame) -> pl.DataFrame:
    """The same points and, listed false, zero where a bin of the answer's range is not listed for a place."""
    listed = added.with_columns(signal=pl.lit(_SIGNAL), listed=pl.lit(value=True))
    times = added["time"].unique().sort().to_physical()
    gaps = times.diff().drop_nulls()
    if gaps.is_empty():
        return listed
    step, span = int(gaps.min()), int(times[-1]) - int(times[0])  # type: ignore[arg-type]
    cells = (span // step + 1) * added["place"].n_unique()
    if step > _LARGEST_GAP_US or (gaps % step != 0).any() or cells > _EMPTIEST * added.height:
        return listed
    bins = pl.int_range(int(times[0]), int(times[-1]) + 1, step, eager=True).cast(pl.Datetime("us"))
    grid = pl.DataFrame({"time": bins.dt.replace_time_zone("UTC")})
    whole = added.select(pl.col("place").unique(maintain_order=True)).join(grid, how="cross")
    dense = whole.join(listed, on=["place", "time"], how="left", maintain_order="left").sort("place", "time")
    missing = pl.col("listed").is_null()
    return dense.with_columns(
        value=pl.when(missing).then(0.0).otherwise("value"),
        row=pl.col("row").forward_fill().backward_fill().over("place"),
        signal=pl.lit(_SIGNAL),
        listed=~missing,
    )


def _no_axis(source: Source) -> Exception:
    return unexpected(
        source,
        Words(f"un décompte par jour ou par heure attendu ({_TIME})", f"expected a count a day or an hour ({_TIME})"),
        Words(f"demandez axis_x={_TIME} sur plus d’un jour", f"ask for axis_x={_TIME} over more than a day"),
    )


def _empty(source: Source) -> Exception:
    return unexpected(
        source,
        Words("aucune mesure dans la réponse", "no measurement in the answer"),
        Words("demandez une période plus longue, ou un autre pays", "ask for a longer period, or another country"),
    )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="ooni",
    version=1,
    label=Words("mesures OONI par jour ou par heure", "OONI measurements by day or hour"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
