"""The commands keys export and keys import."""

from pathlib import Path
from typing import Annotated

import typer

from temoin.cli.options import CaseFolder
from temoin.cli.speech import ask_passphrase, say, tell
from temoin.words import Words

app = typer.Typer(help=say("Exporte ou importe les clés d’une affaire.", "Export or import the keys of a case."))
KeyFile = Annotated[Path, typer.Argument(metavar="FILE", help=say("Le fichier scellé.", "The sealed file."))]
_EXPORT = Words("Phrase secrète du fichier exporté", "Passphrase of the exported file")


@app.command(
    "export", help=say("Écrit les clés d’une affaire dans un fichier scellé.", "Write a case’s keys to a sealed file.")
)
def export(case: CaseFolder, file: KeyFile) -> None:
    """Write the keys of a case's personal sources to one file under a passphrase."""
    from temoin.case.durable import write_durably
    from temoin.cli.opening import open_case

    opened = open_case(case)
    names = [name for name, added in opened.state.sources.items() if added.source.personal]
    write_durably(file, opened.keys.export(names, ask_passphrase(_EXPORT)))
    tell(Words(f"clés écrites dans {file} : {len(names)}", f"keys written to {file}: {len(names)}"))


@app.command("import", help=say("Reprend les clés d’un fichier exporté.", "Take the keys of an exported file."))
def take(file: KeyFile) -> None:
    """Take the keys of an exported file into this person's store."""
    from temoin.case.keys import KeyStore, default_folder
    from temoin.cli.opening import open_file

    stream, _name = open_file(file)
    with stream:
        names = KeyStore(default_folder(), ask_passphrase).take(stream.read(), ask_passphrase(_EXPORT))
    tell(Words(f"clés reprises : {len(names)}", f"keys taken: {len(names)}"))
