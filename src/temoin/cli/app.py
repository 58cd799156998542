"""All commands under one name."""

import typer

from temoin.cli import cases, checking, exporting, fetching, keys, lenses, reviewing, showing, trying
from temoin.cli.speech import say

app = typer.Typer(
    name="temoin",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "Témoin : des mesures et des documents à un dossier qui tient, chaque chiffre suivi jusqu’à ses octets.",
        "Témoin: from measurements and documents to a case file that stands, every figure followed back to its bytes.",
    ),
)


@app.callback(invoke_without_command=True)
def root(
    *,
    version: bool = typer.Option(False, "--version", help=say("Affiche la version.", "Print the version.")),
) -> None:
    """Answer --version; everything else is a command."""
    if version:
        from temoin import __version__

        print(f"temoin {__version__}")
        raise typer.Exit


for room in (cases, showing, reviewing, checking, exporting, lenses, fetching, trying):
    room.register(app)
app.add_typer(keys.app, name="keys")
