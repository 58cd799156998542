"""What IODA's API v2 answers to ``signals/raw``: an envelope around lists of series.

Shapes after the server's public source (InetIntel/ioda-api, TimeSeriesNormalizer and Envelope). A region is named by
the fully qualified id of its country, ``geo.netacuity.EU.TR.4107``, and by its own name.
"""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head, Reader
from temoin.outages.readers.answers import Entry, json_of, number_of, plain, told_place
from temoin.outages.readers.batch import Series, batch_of, name_of
from temoin.outages.readers.sound import sound
from temoin.outages.signals import signal_named
from temoin.words import Words

_TYPE = re.compile(rb'"type"\s*:\s*"signals')
_REFUSED = re.compile(rb'"error"\s*:\s*"')
_MICROSECONDS = 1_000_000
_USUAL_PRODUCTS = ("", "WEB_SEARCH")
_LONGEST_STEP = 1 << 24
_LAST_SECOND = 1 << 33
_NOTHING = Words(
    "aucune série dans la réponse : IODA ne garde rien de cette fenêtre, demandez-en une autre",
    "no series in the answer: IODA holds nothing of that window, ask for another",
)
_COUNTRY_OF = re.compile(r"^geo\.[^.]+\.[A-Z?]{2}\.(?P<country>[A-Z]{2})\.")
_NETWORK_WITHIN = re.compile(r"(?:AS)?(?P<number>\d+)-(?P<country>[A-Z]{2})")


def recognises(head: Head) -> bool:
    """Return whether a file is the envelope of ``signals/raw``, or of a refusal."""
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.startswith(b"{"):
        return False
    return bool(_TYPE.search(data)) or (b'"requestParameters"' in data and bool(_REFUSED.search(data)))


def read(stream: BinaryIO, source: Source) -> Iterator[pl.DataFrame]:
    """Yield one batch of table ``SIGNALS`` a series of numbers, in the answer's order.

    Rows are numbered from 1 through the series kept, one a value, nulls included. Nulls at the end are not yet
    published; an answer without any series gives no batch. A series of objects (loss, latency, forecasts) is left
    out, and so is a second series of a signal that the same place already has: ``left_out`` says which. A region of
    a known country is ``TR/Istanbul``, a network ``AS9074``, a network within a country ``TR/AS9074``.

    Parameters
    ----------
    stream : the answer's bytes
    source : ``source.reading.place`` overrides the entity's code

    Raises
    ------
    InputError : not JSON, not that envelope, or its ``error`` is set (which comes with HTTP 200); values that
        cannot be true
    """
    row = 1
    for entry, why in _entries(stream, source):
        if why is not None:
            continue
        series = _series(entry, source, row)
        row += len(series.values)
        yield sound(batch_of(source, series), source)


def left_out(stream: BinaryIO, source: Source) -> tuple[Words, ...]:
    """Return a sentence for each series that ``read`` leaves out, for each coarser than its instrument, or for none.

    An answer without any series is evidence too, that IODA holds nothing of that window, so it is no error to read it.
    """
    entries = list(_entries(stream, source))
    if not entries:
        return (_NOTHING,)
    return tuple(said for entry, why in entries for said in (why or _coarser(entry),) if said)


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
    answer = json_of(stream, source)
    if not isinstance(answer, dict):
        raise _unexpected(source, "{…}")
    if answer.get("error"):
        raise InputError(
            name_of(source),
            Words(
                f"IODA a refusé la demande : {plain(answer['error'])}",
                f"IODA refused the request: {plain(answer['error'])}",
            ),
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


def _coarser(entry: Entry) -> Words | None:
    step, native = entry["step"], entry.get("nativeStep")
    if not isinstance(step, int) or not isinstance(native, int) or step <= native or native <= 0:
        return None
    return Words(
        f"série « {_code(entry)} » résumée par intervalles de {step} s là où l’instrument mesure toutes les {native} s",
        f'series "{_code(entry)}" summed up in bins of {step} s where the instrument measures every {native} s',
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _series(entry: Entry, source: Source, first_row: int) -> Series:
    begin, step, values = entry["from"], entry["step"], entry["values"]
    assert isinstance(values, list)
    if not isinstance(begin, int) or not isinstance(step, int) or not 0 < step < _LONGEST_STEP:
        raise _unexpected(source, "from, step: 1706745600, 1800")
    if not 0 <= begin < _LAST_SECOND or begin + step * len(values) >= _LAST_SECOND:
        raise _unexpected(source, f"from: 1706745600 ({_code(entry)})")
    code = _code(entry)
    numbers = [number_of(value, source, (at, code)) for at, value in enumerate(values, start=first_row)]
    times = pl.int_range(len(values), eager=True) * (step * _MICROSECONDS) + begin * _MICROSECONDS
    return Series(
        _place(entry, source),
        _signal(entry),
        "absolute",
        times.cast(pl.Datetime("us")),
        pl.Series(numbers, dtype=pl.Float64),
        pl.int_range(first_row, first_row + len(values), eager=True),
    )


def _place(entry: Entry, source: Source) -> str:
    if told := told_place(source):
        return told
    code = plain(entry["entityCode"])
    match entry.get("entityType"):
        case "asn":
            return f"AS{code.upper().removeprefix('AS')}"
        case "geoasn" if found := _NETWORK_WITHIN.fullmatch(code):
            return f"{found['country']}/AS{found['number']}"
        case "region" | "county" if found := _COUNTRY_OF.search(plain(entry.get("entityFqid", ""))):
            name = plain(entry.get("entityName") or code).replace("/", "-")
            return f"{found['country']}/{name}"
        case _:
            return code


def _signal(entry: Entry) -> str:
    return signal_named(_code(entry)).name


def _code(entry: Entry) -> str:
    product = plain(entry.get("subtype") or "")
    code = plain(entry["datasource"])
    return code if product in _USUAL_PRODUCTS or not code.startswith("gtr") else f"{code}.{product}"


def _unexpected(source: Source, expected: str) -> InputError:
    return InputError(
        name_of(source),
        Words(f"réponse IODA signals/raw attendue : {expected}", f"expected an IODA signals/raw answer: {expected}"),
        Words("téléchargez de nouveau, ou nommez le genre : --as", "fetch it again, or name its kind: --as"),
    )


READER: Reader[Iterator[pl.DataFrame]] = Reader(
    kind="ioda-json",
    version=2,
    label=Words("réponse de l’API IODA", "IODA API answer"),
    recognises=recognises,
    read=read,
    genre="export",
    visibility="exists",
    libraries=("polars",),
)
