"""Write docs/commands.md, docs/tables.md and docs/methods.md from the code; a test holds them to it.

Run as ``python docs/generate.py``.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent


def commands() -> str:
    """Return the reference of the command line."""
    os.environ["TEMOIN_LANG"] = "en"
    import typer.main

    from temoin.cli.app import app

    root = typer.main.get_command(app)
    lines = [
        "# Commands",
        "",
        "Written by `docs/generate.py` from the program itself. Data on stdout, words on stderr; exit",
    ]
    lines += ["status 0 done, 1 when `verify` fails or `--strict` meets a disagreement, 2 bad use or input.", ""]
    for path, command in _walk("temoin", root):
        lines += [f"## `{path}`", "", (command.help or "").strip(), "", "| argument | meaning |", "|---|---|"]
        lines += [
            f"| `{_in_cell(_shown(each))}` | {getattr(each, 'help', None) or ''} |"
            for each in command.params
            if each.name != "help"
        ]
        lines.append("")
    return "\n".join(lines)


def _walk(path: str, command: object) -> Iterator[tuple[str, object]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name in sorted(inner):
        yield from _walk(f"{path} {name}", inner[name])


def _shown(parameter: object) -> str:
    names = "/".join([*getattr(parameter, "opts", []), *getattr(parameter, "secondary_opts", [])])
    metavar = getattr(parameter, "metavar", None)
    if getattr(parameter, "param_type_name", "") == "argument":
        return metavar or names.upper()
    return f"{names} {metavar}" if metavar else names


def _in_cell(text: str) -> str:
    # A bar would end the cell, even inside code.
    return text.replace("|", "\\|")


def tables() -> str:
    """Return the data dictionary of the declared tables."""
    from temoin.case.querying import TABLES
    from temoin.documents.document import BOXES
    from temoin.outages.network_tables import NETWORKS, PEOPLE
    from temoin.outages.tables import EXPECTED, PICKS

    lines = [
        "# Tables",
        "",
        "Written by `docs/generate.py` from the declarations. Times are UTC. What a null means is said;",
    ]
    lines += ["a column that says nothing of it is never null. `temoin query` knows the tables marked with a star.", ""]
    for table in (*TABLES, PICKS, EXPECTED, NETWORKS, PEOPLE, BOXES):
        star = " ★" if table in TABLES else ""
        lines += [f"## `{table.name}`{star}", "", f"{table.meaning.en} · {table.meaning.fr}", ""]
        lines += ["| column | type | unit | meaning | sens | a null is |", "|---|---|---|---|---|---|"]
        for row in table.dictionary():
            key = " (key)" if row["key"] else ""
            cells = (
                f"`{row['column']}`{key}",
                row["type"],
                row["unit"],
                row["meaning_en"],
                row["meaning_fr"],
                row["null_en"],
            )
            lines.append("| " + " | ".join(cells) + " |")
        lines.append("")
    return "\n".join(lines)


def methods() -> str:
    """Return a page on every method: what it does, its parameters, its limits, its references."""
    from temoin.case.methods import METHODS

    lines = [
        "# Methods",
        "",
        "Written by `docs/generate.py` from the code. A change in what a method computes is a new version.",
        "",
    ]
    for method in METHODS:
        lines += [f"## `{method.name}`: {method.title.en}", "", method.does.en, "", f"*Limits.* {method.limits.en}", ""]
        if method.parameters:
            lines += [
                "| parameter | value |",
                "|---|---|",
                *(f"| {name} | {value} |" for name, value in method.parameters),
                "",
            ]
        lines += [f"- {reference}" for reference in method.references]
        lines.append("")
    return "\n".join(lines)


PAGES = {"commands.md": commands, "tables.md": tables, "methods.md": methods}


def written(name: str) -> str:
    """Return a page as it should stand."""
    return re.sub(r"\n{3,}", "\n\n", PAGES[name]()).rstrip() + "\n"


if __name__ == "__main__":
    for name in PAGES:
        (DOCS / name).write_text(written(name), encoding="utf-8")
