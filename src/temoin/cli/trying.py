"""The commands demo and bench."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.speech import language, say, tell
from temoin.words import Words

if TYPE_CHECKING:
    from temoin.case.keys import KeyStore


def register(app: typer.Typer) -> None:
    """Put these commands under the one name."""
    app.command("demo", help=say("Construit deux dossiers d’exemple.", "Build two sample dossiers."))(demo)
    app.command("bench", help=say("Mesure la vitesse.", "Measure speed."))(bench)


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help=say("Où les écrire.", "Where to write them."))
    ] = Path("temoin-demo"),
    *,
    live: Annotated[
        bool, typer.Option("--live", help=say("Ajoute les vrais signaux d’IODA.", "Add IODA’s real signals."))
    ] = False,
) -> None:
    """Build two cases: Kazakhstan, January 2022, from published statements, and a fictional country."""
    from temoin.case.building import build
    from temoin.case.demo import KAZAKHSTAN_PERIOD, make_demo
    from temoin.cli.fetching import fetch_ioda

    started = time.monotonic()
    kazakhstan, fictional = make_demo(folder, language(), _keys())
    if live:
        fetch_ioda(kazakhstan, "KZ", KAZAKHSTAN_PERIOD)
    for case in (kazakhstan, fictional):
        for path in build(case, language()).files:
            print(path)
    seconds = time.monotonic() - started
    tell(Words(f"deux dossiers en {seconds:.1f} s", f"two dossiers in {seconds:.1f} s"))


def bench(
    lens: Annotated[str, typer.Argument(metavar="case", help=say("Ce qui est mesuré.", "What is measured."))],
) -> None:
    """Measure speed and size on inputs made on the spot, and print what was measured."""
    from temoin.cli.benching import BENCHES

    if lens not in BENCHES:
        raise typer.BadParameter(" | ".join(BENCHES))
    for line in BENCHES[lens]():
        print(line, flush=True)


def _keys() -> "KeyStore":
    from temoin.case.keys import KeyStore, default_folder
    from temoin.cli.speech import ask_passphrase

    return KeyStore(default_folder(), ask_passphrase)
