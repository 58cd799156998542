"""The command show: any id or reference of a case, and the picture of a figure's place."""

from pathlib import Path
from typing import Annotated

import typer

from temoin.cli.options import CaseFolder, Identifier, Json
from temoin.cli.speech import language, print_json, say, tell
from temoin.cli.tabling import print_tables
from temoin.words import Words, harmless

PictureFile = Annotated[
    Path | None,
    typer.Option(
        "--picture",
        metavar="FILE.png",
        help=say("Écrit l’image de l’endroit où il se trouve.", "Write the picture of the place where it stands."),
    ),
]


def register(app: typer.Typer) -> None:
    """Put this command under the one name."""
    app.command("show", help=say("Ouvre un identifiant ou une référence.", "Open an id or a reference."))(show)


def show(case: CaseFolder, name: Identifier, *, picture: PictureFile = None, json: Json = False) -> None:
    """Open any id of a case, short ones too, or a place: SOURCE#char=10,20, #row=5-7, #page=3&viewrect=..."""
    from temoin.case.analysis import analyse
    from temoin.case.opened_place import statement_picture
    from temoin.case.showing import show as open_id
    from temoin.case.showing import statement_view
    from temoin.cli.opening import open_case

    opened = open_case(case)
    analysis = analyse(opened)
    found = open_id(analysis, name)
    if picture is not None:
        read, view = statement_view(analysis, name)
        _write(picture, statement_picture(opened, read, view), personal=read.source.personal)
    if json:
        print_json([{"type": found.noun, "id": found.id} | found.record])
        return
    print(f"{found.noun} {found.id}")
    for key, value in found.record.items():
        if value not in (None, [], {}) and key not in {"id", "type", "tables"}:
            print(f"  {key:<16} {harmless(_shown(value))}")
    tables = found.record.get("tables")
    print_tables(tables if isinstance(tables, list) else [])


def _write(path: Path, png: bytes, *, personal: bool) -> None:
    from temoin.errors import CaseError

    try:
        path.write_bytes(png)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CaseError(
            Words(f"{path} : écriture impossible ({reason})", f"{path}: cannot write ({reason})")
        ) from error
    tell(Words(f"image écrite : {path}", f"picture written: {path}"))
    if personal:
        tell(
            Words(
                "elle montre en clair une source personnelle : effacez-la après usage",
                "it shows a personal source to whoever opens it: delete it after use",
            )
        )


def _shown(value: object) -> str:
    if isinstance(value, dict) and set(value) == {"fr", "en"}:
        return str(value[language()])
    if isinstance(value, list):
        return "\n".join(" " * 19 + _shown(item) for item in value).lstrip()
    return str(value)
