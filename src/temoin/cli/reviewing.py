"""The command review: a decision on a statement, by the command line or by workbook, or one about a source."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.options import CaseFolder
from temoin.cli.speech import language, say, tell
from temoin.errors import CaseError
from temoin.words import Words

if TYPE_CHECKING:
    from temoin.case.analysis import Analysis

_Name = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help=say("Identifiant, entier ou son début.", "An id, whole or its beginning.")),
]
_Decision = Annotated[str | None, typer.Argument(metavar="[accept|reject|correct]", help=say("Décision.", "Decision."))]
_Changes = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FIELD=VALUE...]", help=say("Ce que correct change.", "What correct changes.")),
]
_To = Annotated[
    Path | None,
    typer.Option(
        "--to",
        metavar="FILE.xlsx",
        help=say("Écrit un classeur à remplir, une ligne par énoncé.", "Write a workbook to fill in, a row each."),
    ),
]
_From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE.xlsx",
        help=say("Prend les décisions d’un classeur rempli.", "Take the decisions of a workbook filled in."),
    ),
]
_BEYOND = Words(
    "valeur que la phrase citée ne contient pas\u00a0: {what}\u00a0; la correction est prise telle quelle",
    "value that the sentence quoted does not hold: {what}; the correction is taken as it is",
)


def register(app: typer.Typer) -> None:
    """Put this command under the one name."""
    app.command(
        "review",
        help=say(
            "Accepte, rejette ou corrige, un énoncé ou un classeur à la fois.",
            "Accept, reject or correct, one statement or one workbook at a time.",
        ),
    )(review)


def review(
    case: CaseFolder,
    name: _Name = None,
    decision: _Decision = None,
    changes: _Changes = None,
    *,
    by: Annotated[str | None, typer.Option(help=say("Qui décide.", "Who decides."))] = None,
    why: Annotated[str | None, typer.Option(help=say("Pourquoi.", "Why."))] = None,
    to: _To = None,
    back: _From = None,
) -> None:
    """Write a decision on a statement, or on how the tables of a source are read; correct also settles its fields."""
    from temoin.case.analysis import analyse
    from temoin.cli.opening import open_case

    if (to or back) and (name or why or (to and back) or (to and by)):
        raise typer.BadParameter(say("--to et --from vont seuls, --from avec --by", "--to and --from go alone"))
    if not (to or back or (name and decision)):
        raise typer.BadParameter(say("donnez ID et décision, --to ou --from", "give ID and decision, --to or --from"))
    analysis = analyse(open_case(case))
    if to is not None:
        _send(analysis, to)
    elif back is not None:
        _take_back(analysis, back, by)
    else:
        assert name is not None
        assert decision is not None
        _decide(analysis, name, decision, dict(_change(each) for each in changes or ()), (by, why))


def _send(analysis: "Analysis", to: Path) -> None:
    from temoin.case.durable import write_at_once
    from temoin.case.folder import clock
    from temoin.case.review_book import review_sheet
    from temoin.dossier.office.workbook import write_workbook

    if to.suffix.lower() != ".xlsx":
        raise typer.BadParameter(say(f"{to.name} : écrivez un nom en .xlsx", f"{to.name}: write a name in .xlsx"))
    if to.exists():
        # Somebody may have filled it in.
        raise CaseError(
            Words(f"{to} existe déjà ; choisissez un autre nom", f"{to} exists already; choose another name")
        )
    sheet, personal = review_sheet(analysis, language())
    write_at_once(to, write_workbook(sheet, language=language(), at=clock()))
    print(to)
    tell(Words(f"énoncés écrits : {len(sheet.rows)}", f"statements written: {len(sheet.rows)}"))
    if personal:
        tell(
            Words(
                f"laissés dans l’affaire, de sources personnelles : {personal} ; relisez-les un à un ici",
                f"left in the case, of personal sources: {personal}; review them here one by one",
            )
        )


def _take_back(analysis: "Analysis", back: Path, by: str | None) -> None:
    from temoin.case.review_book import decisions_of, read_workbook, take_decisions
    from temoin.case.reviews import is_beyond_quote
    from temoin.cli.opening import open_file

    stream, read = open_file(back)
    with stream:
        rows = read_workbook(stream, read)
    prepared = decisions_of(analysis, rows, read, by)
    for entry in take_decisions(analysis, prepared):
        print(entry.id, flush=True)
    beyond = sum(is_beyond_quote(each) for each in prepared)
    if beyond:
        tell(_BEYOND.filled(what=str(beyond)))
    kept = len(rows) - len(prepared)
    tell(
        Words(
            f"décisions écrites : {len(prepared)} ; lignes qui ne changent rien : {kept}",
            f"decisions written: {len(prepared)}; rows that change nothing: {kept}",
        )
    )


def _decide(
    analysis: "Analysis", name: str, decision: str, wanted: dict[str, str], said: tuple[str | None, str | None]
) -> None:
    from temoin.case.confirming import TablesDecided, decide_tables
    from temoin.case.reviews import SOURCE_FIELDS, Decided, correct_source, decide
    from temoin.case.showing import show, statement_view
    from temoin.case.tabling import gives_tables, without_tables

    by, why = said
    if decision not in {"accept", "reject", "correct"}:
        raise typer.BadParameter(say("accept, reject ou correct", "accept, reject or correct"))
    if not by:
        raise typer.BadParameter(say("dites qui décide : --by NOM", "say who decides: --by NAME"))
    opened = analysis.case
    found = show(analysis, name)
    tables = next((each.tables for each in analysis.sources if each.source.id == found.id), None)
    if tables is not None and (decision != "correct" or not set(wanted) <= set(SOURCE_FIELDS)):
        source = opened.state.sources[found.id].source
        for entry in decide_tables(opened, source, tables, TablesDecided(decision, by, wanted, why)):
            print(entry.id, flush=True)
        return
    if found.noun == "source" and gives_tables(opened.state.sources[found.id].source) and decision != "correct":
        raise without_tables(found.id)
    if found.noun == "source" and decision == "correct":
        entry = correct_source(opened, found.id, wanted, by, why)
    else:
        read, view = statement_view(analysis, name)
        assert read.document is not None
        entry = decide(opened, view, read.document.text, Decided(decision, by, wanted, why))
        if entry.body.get("beyond_quote"):
            tell(_BEYOND.filled(what=wanted["value"]))
    print(entry.id, flush=True)


def _change(text: str) -> tuple[str, str]:
    # The name of a column may hold an equals sign, the value of a source's field too, or an address.
    is_field = text.partition("=")[0].removeprefix("@").isidentifier()
    field, sign, value = text.partition("=") if is_field else text.rpartition("=")
    if not sign:
        raise typer.BadParameter(say(f"« {text} » : écrivez CHAMP=VALEUR", f'"{text}": write FIELD=VALUE'))
    return field, value
