"""The lenses as filters, without any case: text, claims, outages."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from temoin.cli.options import (
    Checks,
    Csv,
    Currency,
    DateOrder,
    DecimalSign,
    Encoding,
    Files,
    Json,
    Kind,
    Place,
    Published,
    TextLanguage,
    Zone,
)
from temoin.cli.outages import outages
from temoin.cli.proposing import Asked, Model, NotLocal, Propose, proposed_statements
from temoin.cli.speech import for_stdout, language, print_csv, print_json, say, tell
from temoin.words import one_line

if TYPE_CHECKING:
    from temoin.documents.document import Document
    from temoin.evidence import Source


def register(app: typer.Typer) -> None:
    """Put these commands under the one name."""
    for function, fr, en in (
        (text, "Affiche le texte lu d’un fichier.", "Print the text read from a file."),
        (claims, "Lit les chiffres d’un texte.", "Read the figures of a text."),
        (outages, "Cherche les pannes dans des séries.", "Find outages in series."),
    ):
        app.command(function.__name__, help=say(fr, en))(function)


def text(file: Path, *, text_language: TextLanguage = None, kind: Kind = None, encoding: Encoding = None) -> None:
    """Print exactly the text in which every position counts; what reading left out is told on stderr."""
    import sys

    from temoin.documents.remarks import remarks_on

    document, _source = _read_document(file, {"kind": kind, "encoding": encoding}, {"language": text_language})
    # Each sign shown instead keeps its place.
    sys.stdout.write(for_stdout(document.text))
    for words in remarks_on(document):
        tell(words)


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
    checks: Checks = False,
    propose: Propose = None,
    model: Model = None,
    not_local: NotLocal = False,
    json: Json = False,
    csv: Csv = False,
) -> None:
    """Read each figure of a text, with its place, its unit and who says it; and check them against one another."""
    reading = dict(kind=kind, zone=zone, dates=dates, decimal=decimal, encoding=encoding)  # noqa: C408
    reading |= {"currency": currency, "place": place}
    fields = {"published": published, "language": text_language}
    asked = Asked(propose, model, not_local) if propose else None
    records = [record for file in files for record in _claims_of(file, reading, fields, asked, checks=checks)]
    if json:
        print_json(records)
    elif csv:
        print_csv(records)
    else:
        for record in records:
            print(_line(record))


def _line(record: dict[str, object]) -> str:
    words = record.get("words")
    if isinstance(words, dict):
        from temoin.dossier.wording import VERDICTS

        verdict = VERDICTS[str(record["verdict"])].in_(language()) if record["verdict"] else "="
        return one_line(f"{verdict} ({record['method']}) : {words[language()]}")
    return f"{record['start']:>7}  {record['kind']:<9} {one_line(str(record['text']))}  →  {_read_as(record)}"


def _read_as(record: dict[str, object]) -> str:
    said = record["value"]
    if said is None:
        low, high = ("…" if record[name] is None else record[name] for name in ("low", "high"))
        said = f"{low} – {high}"
    return f"{said} {record['unit'] or ''}".rstrip()


def _claims_of(
    file: Path,
    reading: dict[str, str | None],
    fields: dict[str, str | None],
    asked: Asked | None,
    *,
    checks: bool,
) -> list[dict[str, object]]:
    from temoin import claims as room
    from temoin.case.proposing import document_proposals, proposed_values
    from temoin.period import PartialDate

    document, source = _read_document(file, reading, fields)
    proposed = proposed_values(document_proposals(source, document))
    published = PartialDate(proposed["published"]) if "published" in proposed else None
    found = room.read_statements(
        document.text,
        source=source.id,
        text_hash=document.text_hash,
        language=proposed.get("language"),
        published=published,
        reading=source.reading,
        place=source.reading.place,
    )
    told = room.records(found)
    if asked is not None:
        proposals = proposed_statements(asked, file, document, source, found)
        pairs = zip(room.records(proposals), proposals, strict=True)
        told += [record | {"extractor": statement.extractor} for record, statement in pairs]
    if checks:
        judged = room.check_statements(document.text, found, published=published, place=source.reading.place)
        told += [finding.record() for finding in judged]
    return told


def _read_document(
    file: Path, reading: dict[str, str | None], fields: dict[str, str | None]
) -> "tuple[Document, Source]":
    from temoin.cli.opening import described, recognised
    from temoin.documents.readers import READERS

    with recognised(file, READERS, described(fields, reading)) as (reader, stream, source):
        return reader.read(stream, source), source
