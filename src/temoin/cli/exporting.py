"""The command export: accepted statements in the formats of others."""

import json
from pathlib import Path
from typing import Annotated

import typer

from temoin.cli.options import CaseFolder
from temoin.cli.speech import for_stdout, language, say, tell
from temoin.words import Words

_KINDS = ("claimreview", "ftm")


def register(app: typer.Typer) -> None:
    """Put this command under the one name."""
    app.command(
        "export",
        help=say("Écrit les énoncés acceptés pour d’autres outils.", "Write accepted statements for other tools."),
    )(export)


def export(
    case: CaseFolder,
    kind: Annotated[str, typer.Argument(metavar="claimreview|ftm", help=say("Format.", "Format."))],
    *,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help=say("Fichier à écrire.", "File to write; else it is printed.")),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", help=say("Qui publie les vérifications.", "Who publishes the reviews."))
    ] = None,
) -> None:
    """Write accepted statements as ClaimReview (JSON-LD) or as FollowTheMoney entities, one a line.

    Nothing of a personal, sealed or withheld source leaves.
    """
    from temoin.case.analysis import analyse
    from temoin.case.durable import write_at_once
    from temoin.case.exporting import what_leaves
    from temoin.cli.opening import open_case
    from temoin.dossier.exports.claim_review import claim_reviews
    from temoin.dossier.exports.follow_the_money import entities

    if kind not in _KINDS:
        raise typer.BadParameter(say(f"{kind} : claimreview ou ftm", f"{kind}: claimreview or ftm"))
    leaving = what_leaves(analyse(open_case(case)))
    if kind == "claimreview":
        document = claim_reviews(leaving, language(), publisher=publisher)
        text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    else:
        lines = [json.dumps(each, ensure_ascii=False, allow_nan=False) for each in entities(leaving)]
        text = "".join(f"{line}\n" for line in lines)
    if to is not None:
        write_at_once(to, text.encode())
        tell(Words(f"écrit : {to}", f"written: {to}"))
    else:
        print(for_stdout(text), end="")
    count, kept = len(leaving.claims), leaving.kept
    tell(
        Words(
            f"énoncés acceptés écrits : {count} ; gardés dans l’affaire : {kept}",
            f"accepted statements written: {count}; kept in the case: {kept}",
        )
    )
