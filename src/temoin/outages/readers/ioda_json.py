"""What IODA's API v2 answers to ``signals/raw``: an envelope around lists of series.

Shapes after the server's public source (InetIntel/ioda-api, TimeSeriesNormalizer and Envelope).
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.batch import Series, batch_of, name_of, not_encoded
from temoin.outages.signals import signal_named
from temoin.words import Words

_TYPE = re.compile(rb'"type"\s*:\s*"signals')
_REFUSED = re.compile(rb'"error"\s*:\s*"')
_MICROSECONDS = 1_000_000
_USUAL_PRODUCTS = ("", "WEB_SEARCH")
Entry = Mapping[str, object]


def recognises(head: Head) -> bool:
    """Return whether a file is the envelope of ``signals/raw``, or of a refusal."""
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.startswith(b"{"):
        return False
    return bool(_TYPE.search(data)) or (b'"requestParameters"' in data and bool(_REFUSED.search(data)))


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield one batch of table ``SIGNALS`` a series of numbers, in the answer's order.

    Rows are numbered from 1 through the series kept, one a value, nulls included. Nulls at the end are not yet
    published. A series of objects (loss, latency, forecasts) is left out, and so is a second series of a signal
    that the same place already has: ``left_out`` says which.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``source.reading.place`` overrides the entity's code

    Raises
    ------
    InputError : not JSON, not that envelope, or its ``error`` is set (which comes with HTTP 200); a negative value
    """
    row = 1
    for entry, why in _entries(stream, source):
        if why is not None:
            continue
        series = _series(entry, source, row)
        row += len(series.values)
        yield batch_of(source, series)


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each series of the answer that ``read`` leaves out; empty when all are kept."""
    return tuple(why for _, why in _entries(stream, source) if why is not None)


def _entries(stream: BinaryIO, source: Source) -> Iterator[tuple[Entry, Words | None]]:
    seen: set[tuple[str, str]] = set()
    for entry in _series_of(_envelope(stream, source), source):
        why = _why_not(entry)
        if why is None:
            key = (_place(entry, source), _signal(entry))
            if key in seen:
                why = Words(
                    f"série « {_code(entry)} » laissée : {key[0]} a déjà un signal {key[1]}",
                    f'series "{_code(entry)}" left out: {key[0]} already has a signal {key[1]}',
                )
            seen.add(key)
        yield entry, why


def _envelope(stream: BinaryIO, source: Source) -> Mapping[str, object]:
    try:
        answer = json.loads(stream.read().decode(source.reading.encoding or "utf-8-sig"))
    except UnicodeDecodeError as error:
        raise not_encoded(source) from error
    except json.JSONDecodeError as error:
        raise _unexpected(source, f"JSON, {error.msg} ({error.lineno}:{error.colno})") from error
    if not isinstance(answer, dict):
        raise _unexpected(source, "{…}")
    if answer.get("error"):
        raise InputError(
            name_of(source),
            Words(f"IODA a refusé la demande : {answer['error']}", f"IODA refused the request: {answer['error']}"),
            Words("corrigez la demande et téléchargez de nouveau", "mend the request and fetch again"),
        )
    return answer


def _series_of(answer: Mapping[str, object], source: Source) -> Iterator[Entry]:
    groups = answer.get("data")
    if not isinstance(groups, list):
        raise _unexpected(source, "data: [[…]]")
    for group in groups:
        if not isinstance(group, list):
            raise _unexpected(source, "data: [[…]]")
        for entry in group:
            wanted = {"entityCode", "datasource", "from", "step", "values"}
            if not isinstance(entry, dict) or not wanted <= entry.keys():
                raise _unexpected(source, ", ".join(sorted(wanted)))
            yield entry


def _why_not(entry: Entry) -> Words | None:
    values = entry["values"]
    if isinstance(values, list) and all(value is None or _is_number(value) for value in values):
        return None
    return Words(
        f"série « {_code(entry)} » laissée : ses valeurs ne sont pas des nombres",
        f'series "{_code(entry)}" left out: its values are not numbers',
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _series(entry: Entry, source: Source, first_row: int) -> Series:
    begin, step, values = entry["from"], entry["step"], entry["values"]
    assert isinstance(values, list)
    if not isinstance(begin, int) or not isinstance(step, int) or step <= 0:
        raise _unexpected(source, "from, step: 1706745600, 1800")
    if any(value is not None and value < 0 for value in values):
        raise _unexpected(source, f"values ≥ 0 ({_code(entry)})")
    times = pl.int_range(len(values), eager=True) * (step * _MICROSECONDS) + begin * _MICROSECONDS
    return Series(
        _place(entry, source),
        _signal(entry),
        "absolute",
        times.cast(pl.Datetime("us")),
        pl.Series(values, dtype=pl.Float64, strict=False),
        pl.int_range(first_row, first_row + len(values), eager=True),
    )


def _place(entry: Entry, source: Source) -> str:
    if source.reading.place:
        return source.reading.place
    code = str(entry["entityCode"])
    return f"AS{code.upper().removeprefix('AS')}" if entry.get("entityType") == "asn" else code


def _signal(entry: Entry) -> str:
    return signal_named(_code(entry)).name


def _code(entry: Entry) -> str:
    product = str(entry.get("subtype") or "")
    code = str(entry["datasource"])
    return code if product in _USUAL_PRODUCTS or not code.startswith("gtr") else f"{code}.{product}"


def _unexpected(source: Source, expected: str) -> InputError:
    return InputError(
        name_of(source),
        Words(f"réponse IODA signals/raw attendue : {expected}", f"expected an IODA signals/raw answer: {expected}"),
        Words("téléchargez de nouveau, ou nommez le genre : --as", "fetch it again, or name its kind: --as"),
    )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="ioda-json",
    version=1,
    label=Words("réponse de l’API IODA", "IODA API answer"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
