"""The commands demo and bench."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from temoin.cli.options import Json
from temoin.cli.speech import language, print_json, say, tell
from temoin.words import Words

if TYPE_CHECKING:
    from temoin.case.keys import KeyStore

_FOLDER = {"metavar": "DIR", "exists": True, "file_okay": False}
RealData = Annotated[
    Path | None, typer.Option("--data", **_FOLDER, help=say("Dossier des données réelles.", "Folder of real data."))
]
Labels = Annotated[
    Path | None, typer.Option("--labels", **_FOLDER, help=say("Dossier des étiquettes.", "Folder of labels."))
]


def register(app: typer.Typer) -> None:
    """Put these commands under the one name."""
    app.command("demo", help=say("Construit deux dossiers d’exemple.", "Build two sample dossiers."))(demo)
    app.command("bench", help=say("Mesure la vitesse et la justesse.", "Measure speed and accuracy."))(bench)


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
    lens: Annotated[
        str, typer.Argument(metavar="case|outages|documents", help=say("Ce qui est mesuré.", "What is measured."))
    ],
    *,
    quick: Annotated[bool, typer.Option("--quick", help=say("En moins d’une minute.", "Under a minute."))] = False,
    data: RealData = None,
    labels: Labels = None,
    json: Json = False,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help=say("Écrit aussi la page.", "Write the page too."))
    ] = None,
) -> None:
    """Measure speed, size, how well outages are found and documents read, and print what was measured."""
    from temoin.cli.benching import BENCHES, Wanted, measured_rows

    if lens not in BENCHES:
        raise typer.BadParameter(" | ".join(BENCHES))
    lines = []
    for line in BENCHES[lens](Wanted(quick, data, labels)):
        lines.append(line)
        if not json:
            print(line, flush=True)
    if json:
        print_json(measured_rows(lines))
    if write is not None:
        write.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _keys() -> "KeyStore":
    from temoin.case.keys import KeyStore, default_folder
    from temoin.cli.speech import ask_passphrase

    return KeyStore(default_folder(), ask_passphrase)
