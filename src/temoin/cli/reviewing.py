"""The command review: a person's decision on a statement, or what a person settles about a source."""

from typing import Annotated

import typer

from temoin.cli.options import CaseFolder, Identifier
from temoin.cli.speech import say


def register(app: typer.Typer) -> None:
    """Put this command under the one name."""
    app.command("review", help=say("Accepte, rejette ou corrige.", "Accept, reject or correct."))(review)


def review(
    case: CaseFolder,
    name: Identifier,
    decision: Annotated[str, typer.Argument(metavar="accept|reject|correct", help=say("Décision.", "Decision."))],
    changes: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUE...", help=say("Ce que correct change.", "What correct changes.")),
    ] = None,
    *,
    by: Annotated[str, typer.Option(help=say("Qui décide.", "Who decides."))],
    why: Annotated[str | None, typer.Option(help=say("Pourquoi.", "Why."))] = None,
) -> None:
    """Write a decision on a statement, or on how the tables of a source are read; correct also settles its fields."""
    from temoin.case.analysis import analyse
    from temoin.case.confirming import TablesDecided, decide_tables
    from temoin.case.reviews import SOURCE_FIELDS, Decided, correct_source, decide
    from temoin.case.showing import show, statement_view
    from temoin.case.tabling import gives_tables, without_tables
    from temoin.cli.opening import open_case

    if decision not in {"accept", "reject", "correct"}:
        raise typer.BadParameter(say("accept, reject ou correct", "accept, reject or correct"))
    opened = open_case(case)
    analysis = analyse(opened)
    wanted = dict(_change(each) for each in changes or ())
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
    print(entry.id, flush=True)


def _change(text: str) -> tuple[str, str]:
    # The name of a column may hold an equals sign, the value of a source's field too, or an address.
    is_field = text.partition("=")[0].removeprefix("@").isidentifier()
    field, sign, value = text.partition("=") if is_field else text.rpartition("=")
    if not sign:
        raise typer.BadParameter(say(f"« {text} » : écrivez CHAMP=VALEUR", f'"{text}": write FIELD=VALUE'))
    return field, value
