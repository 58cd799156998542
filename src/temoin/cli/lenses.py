"""The lenses as filters, without any case: text, claims, outages."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, TypeVar

import typer

from temoin.cli.options import (
    Csv,
    Currency,
    DateOrder,
    DecimalSign,
    Encoding,
    Json,
    Kind,
    Place,
    Published,
    TextLanguage,
    Zone,
)
from temoin.cli.speech import language, print_csv, print_json, say

if TYPE_CHECKING:
    import polars as pl

    from temoin.documents.document import Document
    from temoin.evidence import Source
    from temoin.evidence.reader import Reader

Read = TypeVar("Read")
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help=say("Fichiers, ou - .", "Files, or - ."))]


def register(app: typer.Typer) -> None:
    """Put these commands under the one name."""
    for function, fr, en in (
        (text, "Affiche le texte lu d’un fichier.", "Print the text read from a file."),
        (claims, "Lit les chiffres d’un texte.", "Read the figures of a text."),
        (outages, "Cherche les pannes dans des séries.", "Find outages in series."),
    ):
        app.command(function.__name__, help=say(fr, en))(function)


def text(file: Path, *, kind: Kind = None, encoding: Encoding = None) -> None:
    """Print exactly the text in which every position counts."""
    import sys

    document, _source = _read_document(file, {"kind": kind, "encoding": encoding}, {})
    sys.stdout.write(document.text)


def claims(
    files: Files,
    *,
    published: Published = None,
    text_language: TextLanguage = None,
    kind: Kind = None,
    zone: Zone = None,
    dates: DateOrder = None,
    decimal: DecimalSign = None,
    encoding: Encoding = None,
    currency: Currency = None,
    place: Place = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Read each figure of a text, with its place, its unit and who says it."""
    reading = dict(kind=kind, zone=zone, dates=dates, decimal=decimal, encoding=encoding)  # noqa: C408
    reading |= {"currency": currency, "place": place}
    fields = {"published": published, "language": text_language}
    records = [record for file in files for record in _claims_of(file, reading, fields)]
    if json:
        print_json(records)
    elif csv:
        print_csv(records)
    else:
        for record in records:
            print(f"{record['start']:>7}  {record['kind']:<9} {record['text']}  →  {_read_as(record)}")


def _read_as(record: dict[str, object]) -> str:
    said = record["value"]
    if said is None:
        low, high = ("…" if record[name] is None else record[name] for name in ("low", "high"))
        said = f"{low} – {high}"
    return f"{said} {record['unit'] or ''}".rstrip()


def _claims_of(file: Path, reading: dict[str, str | None], fields: dict[str, str | None]) -> list[dict[str, object]]:
    from temoin import claims as room
    from temoin.case.proposing import document_proposals, proposed_values
    from temoin.period import PartialDate

    document, source = _read_document(file, reading, fields)
    proposed = proposed_values(document_proposals(source, document))
    found = room.read_statements(
        document.text,
        source=source.id,
        text_hash=document.text_hash,
        language=proposed.get("language"),
        published=PartialDate(proposed["published"]) if "published" in proposed else None,
        reading=source.reading,
        place=source.reading.place,
    )
    return room.records(found)


def outages(
    files: Files,
    *,
    kind: Kind = None,
    zone: Zone = None,
    decimal: DecimalSign = None,
    encoding: Encoding = None,
    place: Place = None,
    signals: Annotated[
        bool, typer.Option("--signals", help=say("Une ligne par signal.", "One line a signal."))
    ] = False,
    networks: Annotated[
        Path | None,
        typer.Option(
            "--networks",
            help=say(
                "CSV de réseaux : asn, country, operator, access.", "CSV of networks: asn, country, operator, access."
            ),
        ),
    ] = None,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Find the outages in any number of series."""
    from temoin import outages as room
    from temoin.outages.records import event_records, pick_records

    reading = {"kind": kind, "zone": zone, "decimal": decimal, "encoding": encoding, "place": place}
    measured = _read_signals(files, reading)
    known = _read_networks(networks, reading) if networks else None
    found = room.measure(measured, networks=known)
    joined = room.find_outages(found.picks, found.expected, networks=known)
    records = pick_records(found.picks) if signals else event_records(joined, found, measured, networks=known)
    if not signals and not json and not csv:
        records += [each.record() for each in room.campaign_findings(joined, found.picks)]
    if json:
        print_json(records)
    elif csv:
        print_csv(records)
    else:
        for record in records:
            words = record.get("words")
            print(words[language()] if isinstance(words, dict) else " ".join(f"{k}={v}" for k, v in record.items()))


@contextmanager
def _recognised(
    file: Path, readers: "Sequence[Reader[Read]]", said: "Source"
) -> "Iterator[tuple[Reader[Read], BinaryIO, Source]]":
    from dataclasses import replace

    from temoin.cli.opening import open_file
    from temoin.evidence.digest import digest_stream
    from temoin.evidence.reader import choose_reader, head_of

    stream, name = open_file(file)
    with stream:
        reader = choose_reader(readers, head_of(stream, name), said.reading.kind)
        source = replace(said, id=digest_stream(stream), name=name)
        stream.seek(0)
        yield reader, stream, source


def _read_document(
    file: Path, reading: dict[str, str | None], fields: dict[str, str | None]
) -> "tuple[Document, Source]":
    from temoin.cli.opening import described
    from temoin.documents.readers import READERS

    with _recognised(file, READERS, described(fields, reading)) as (reader, stream, source):
        return reader.read(stream, source), source


def _read_networks(file: Path, reading: dict[str, str | None]) -> "pl.DataFrame":
    from temoin.cli.opening import described
    from temoin.outages.readers import NETWORK_READERS

    said = described({}, reading | {"kind": NETWORK_READERS[0].kind})
    with _recognised(file, NETWORK_READERS, said) as (reader, stream, source):
        return reader.read(stream, source).rows


def _read_signals(files: list[Path], reading: dict[str, str | None]) -> "pl.DataFrame":
    import polars as pl

    from temoin.cli.opening import described
    from temoin.outages.readers import READERS
    from temoin.outages.tables import SIGNALS

    said = described({}, reading)
    batches = [SIGNALS.empty()]
    for file in files:
        with _recognised(file, READERS, said) as (reader, stream, source):
            batches += list(reader.read(stream, source))
    return pl.concat(batches)
