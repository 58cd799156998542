"""Options that several commands share, each defined once."""

from pathlib import Path
from typing import Annotated

import typer

from temoin.cli.speech import say

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help=say("Dossier de l’affaire.", "The case folder."))]
Json = Annotated[bool, typer.Option("--json", help=say("Un objet JSON par ligne.", "One JSON object a line."))]
Csv = Annotated[bool, typer.Option("--csv", help="CSV.")]
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
