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
from temoin.cli.speech import language, print_csv, print_json, say, tell
from temoin.words import Words

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
    dates: DateOrder = None,
    decimal: DecimalSign = None,
    encoding: Encoding = None,
    place: Place = None,
    signals: Annotated[
        bool, typer.Option("--signals", help=say("Une ligne par signal.", "One line a signal."))
    ] = False,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Find the outages in any number of series, and set beside them the lists that others published.

    A list alone is printed row by row; the rows refused are told on stderr. With series, only its rows of what they
    measure are printed, and what comparing them gives.
    """
    reading = {"kind": kind, "zone": zone, "decimal": decimal, "encoding": encoding, "place": place, "dates": dates}
    measured, reported = _read_outages(files, reading)
    records = _outage_records(measured, reported, one_a_signal=signals, for_people=not (json or csv))
    if json:
        print_json(records)
    elif csv:
        print_csv(records)
    else:
        for record in records:
            print(_told(record))


def _told(record: dict[str, object]) -> str:
    words = record.get("words")
    if isinstance(words, dict):
        return str(words[language()])
    if record["type"] == "reported":
        began, ended = record["began_earliest"], record["ended_latest"] or record["status"]
        return f"{began} – {ended}  {record['place']}  {record['kind']}  {record['place_text']} ({record['publisher']})"
    return " ".join(f"{name}={value}" for name, value in record.items())


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


def _read_outages(files: list[Path], reading: dict[str, str | None]) -> "tuple[pl.DataFrame, pl.DataFrame]":
    import polars as pl

    from temoin.cli.opening import described
    from temoin.outages.readers import LISTS, READERS, Listing
    from temoin.outages.tables import REPORTED, SIGNALS

    said = described({}, reading)
    readers: tuple[Reader[Iterator[pl.DataFrame] | Listing], ...] = (*READERS, *LISTS)
    batches, lists = [SIGNALS.empty()], [REPORTED.empty()]
    for file in files:
        with _recognised(file, readers, said) as (reader, stream, source):
            read = reader.read(stream, source)
            if isinstance(read, Listing):
                lists.append(read.reported)
                for refusal in read.refused:
                    tell(Words(f"{source.name} : {refusal.words.fr}", f"{source.name}: {refusal.words.en}"))
            else:
                batches += list(read)
    return pl.concat(batches), pl.concat(lists)


def _outage_records(
    measured: "pl.DataFrame", reported: "pl.DataFrame", *, one_a_signal: bool, for_people: bool
) -> list[dict[str, object]]:
    from temoin import outages as room
    from temoin.outages.measure.listed import rows_within
    from temoin.outages.records import pick_records, reported_records

    if measured.is_empty():
        return reported_records(reported)
    found = room.measure(measured)
    if one_a_signal:
        return pick_records(found.picks)
    joined = room.find_outages(found.picks, found.expected)
    likenesses = room.characters(joined, found.picks, since=room.watched_since(measured))
    told = dict(zip(likenesses["outage"], likenesses.select("likeness", "horizon").iter_rows(), strict=True))
    events = [
        each.record() | {"type": "event", "likeness": told[each.id][0], "likeness_horizon": told[each.id][1]}
        for each in room.outage_findings(joined, found.picks)
    ]
    records = room.with_campaigns(events, joined)
    more = room.campaign_findings(joined, found.picks) if for_people else []
    listed = reported_records(rows_within(reported, measured)) if reported.height else []
    more += room.compare_with_lists(joined, found.picks, reported, measured)
    return [*records, *listed, *(each.record() for each in more)]
