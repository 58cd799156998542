"""The command check: a draft held against a case, as comments in a copy and as a fact-check table."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.options import Currency, DateOrder, DecimalSign, Encoding, Json, Kind, Published, Strict, TextLanguage
from temoin.cli.speech import language, print_json, say, tell
from temoin.words import Words, one_line

if TYPE_CHECKING:
    from temoin.case.draft_checking import CheckedDraft

_Draft = Annotated[Path, typer.Argument(metavar="DRAFT", help=say("Brouillon à vérifier.", "The draft to check."))]
_Case = Annotated[Path, typer.Option("--case", metavar="CASE", help=say("Dossier de l’affaire.", "The case folder."))]
_MOST_COPIES = 1000
_CHECKED = re.compile(r"\.checked(?:-\d+)?$")


def register(app: typer.Typer) -> None:
    """Put this command under the one name."""
    app.command(
        "check",
        help=say("Vérifie un brouillon, chiffre par chiffre.", "Check a draft, figure by figure, against a case."),
    )(check)


def check(
    draft: _Draft,
    *,
    case: _Case,
    published: Published = None,
    text_language: TextLanguage = None,
    kind: Kind = None,
    dates: DateOrder = None,
    decimal: DecimalSign = None,
    encoding: Encoding = None,
    currency: Currency = None,
    json: Json = False,
    strict: Strict = False,
) -> None:
    """Mark each figure, date, rank and superlative of a draft by what the case says of it; the draft stays as it is.

    Beside it stand DRAFT.checked.xlsx and, for a Word document, DRAFT.checked.docx with comments. Exit 1 with --strict
    if something is contradicted. A checked copy may be checked again: DRAFT.checked-2.docx.
    """
    from temoin.case.analysis import analyse
    from temoin.case.draft_checking import check_draft
    from temoin.cli.opening import described, open_case, recognised
    from temoin.documents.readers import READERS

    reading = {"kind": kind, "dates": dates, "decimal": decimal, "encoding": encoding, "currency": currency}
    said = described({"published": published, "language": text_language}, reading)
    with recognised(draft, READERS, said) as (reader, stream, source):
        document = reader.read(stream, source)
        stream.seek(0)
        data = stream.read() if reader.kind == "docx" else None
    checked = check_draft(analyse(open_case(case)), source, document)
    _print(checked, source.id, json=json)
    for path, content in _files(draft, checked, data):
        from temoin.case.durable import write_at_once

        write_at_once(path, content)
        tell(Words(f"écrit : {path}", f"written: {path}"))
    _tell(checked)
    if strict and _disagrees(checked):
        raise typer.Exit(1)


def _disagrees(checked: "CheckedDraft") -> bool:
    return any(each.verdict == "contradicted" for each in checked.marked) or any(
        finding.verdict == "disagrees" for _, _, finding in checked.findings
    )


def _print(checked: "CheckedDraft", source: str, *, json: bool) -> None:
    from temoin.dossier.office.checked_draft import INSIDE, draft_records, labelled, verdict_line

    if json:
        print_json(draft_records(checked.marked, checked.findings, checked.text, source))
        return
    for each in checked.marked:
        print(one_line(verdict_line(each, language())))
    for start, end, finding in checked.findings:
        said = f"{checked.text[start:end]} – {finding.words.in_(language())}"
        print(one_line(labelled(INSIDE[finding.verdict or "cannot_tell"], said, language())))


def _files(draft: Path, checked: "CheckedDraft", data: bytes | None) -> list[tuple[Path, bytes]]:
    """Everything is made before anything is written; nothing that stands is written over."""
    from temoin.case.folder import clock
    from temoin.dossier.office.checked_draft import draft_comments, draft_sheet
    from temoin.dossier.office.word_comments import with_comments
    from temoin.dossier.office.workbook import write_workbook

    if str(draft) == "-":
        return []
    at, told = clock(), (checked.marked, checked.findings, checked.text)
    made = {".xlsx": write_workbook(draft_sheet(*told, language()), language=language(), at=at)}
    if data is not None:
        comments = draft_comments(*told, language())
        made[".docx"] = with_comments(data, draft.name, checked.text, comments, author="Témoin", at=at)
    ends = ("", *(f"-{rank}" for rank in range(2, _MOST_COPIES)))
    free = next(end for end in ends if not any(_beside(draft, end, suffix).exists() for suffix in (".docx", ".xlsx")))
    return [(_beside(draft, free, suffix), content) for suffix, content in made.items()]


def _beside(draft: Path, end: str, suffix: str) -> Path:
    # A copy that was checked, mended and is checked again is still the same draft.
    return draft.with_name(f"{_CHECKED.sub('', draft.stem)}.checked{end}{suffix}")


def _tell(checked: "CheckedDraft") -> None:
    from temoin.dossier.office.checked_draft import count_verdicts

    counted = {each: count_verdicts(checked.marked, each) for each in ("fr", "en")}
    tell(Words(counted["fr"], counted["en"]))
    if checked.findings:
        count = len(checked.findings)
        tell(Words(f"dans le brouillon même : {count}", f"within the draft itself: {count}"))
    if checked.left_out:
        tell(
            Words(
                f"sources personnelles ou scellées, non citées : {checked.left_out}",
                f"personal or sealed sources, not cited: {checked.left_out}",
            )
        )
