"""Options that several commands share, each defined once."""

from pathlib import Path
from typing import Annotated

import typer

from temoin.cli.speech import say

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help=say("Dossier de l’affaire.", "The case folder."))]
Identifier = Annotated[
    str, typer.Argument(metavar="ID", help=say("Identifiant, entier ou son début.", "An id, whole or its beginning."))
]
Json = Annotated[bool, typer.Option("--json", help=say("Un objet JSON par ligne.", "One JSON object a line."))]
Csv = Annotated[bool, typer.Option("--csv", help="CSV.")]
Checks = Annotated[
    bool,
    typer.Option("--checks", help=say("Ajoute ce que les vérifications trouvent.", "Add what the checks find.")),
]
Strict = Annotated[
    bool, typer.Option("--strict", help=say("Sort avec 1 si quelque chose diverge.", "Exit 1 if something disagrees."))
]
Zone = Annotated[
    str | None,
    typer.Option("--zone", help=say("Fuseau des heures qui n’en ont pas.", "Zone of times that carry none.")),
]
DateOrder = Annotated[
    str | None, typer.Option("--dates", metavar="dmy|mdy|ymd", help=say("Ordre des dates.", "Order of dates."))
]
DecimalSign = Annotated[
    str | None, typer.Option("--decimal", metavar=",|.", help=say("Signe décimal.", "Decimal sign."))
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", help=say("Encodage des caractères.", "Character encoding."))
]
Currency = Annotated[
    str | None, typer.Option("--currency", help=say("Monnaie des montants nus.", "Currency of bare amounts."))
]
Place = Annotated[
    str | None,
    typer.Option(
        "--place", help=say("Lieu mesuré, si le fichier ne le dit pas.", "Place measured, if the file is silent.")
    ),
]
Kind = Annotated[str | None, typer.Option("--as", metavar="KIND", help=say("Genre de fichier.", "Kind of file."))]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        help=say("Date de la source, base des dates relatives.", "The source’s date, base of relative dates."),
    ),
]
TextLanguage = Annotated[str | None, typer.Option("--language", help=say("Langue du texte.", "Language of the text."))]
Listed = Annotated[
    Path | None,
    typer.Option("--list", help=say("CSV : file et ce qu’on en dit.", "CSV: file, and what is said of it.")),
]
Publisher = Annotated[str | None, typer.Option("--publisher", help=say("Éditeur.", "Publisher."))]
Address = Annotated[str | None, typer.Option("--url", help=say("Adresse.", "Address."))]
Reliability = Annotated[
    str | None, typer.Option("--reliability", metavar="A-F", help=say("Grade Amirauté.", "Admiralty grade."))
]
Personal = Annotated[
    bool | None, typer.Option("--personal/--not-personal", help=say("À sceller ou non.", "Sealed or not."))
]
Shown = Annotated[
    str | None,
    typer.Option(
        "--visibility",
        metavar="open|quotes|exists|sealed",
        help=say("Ce qu’une édition publique en montre.", "What a public edition shows of it."),
    ),
]
ByReference = Annotated[
    bool, typer.Option("--by-reference", help=say("Laisse le fichier où il est.", "Leave the file where it is."))
]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help=say("Fichiers, ou - .", "Files, or - ."))]
