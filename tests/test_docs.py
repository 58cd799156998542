"""The papers, held to the code: README commands run, generated pages are those of the program."""

import importlib.util
import re
import shlex
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from temoin.cli.app import app
from temoin.errors import TemoinError
from temoin.outages import sample

ROOT = Path(__file__).parent.parent
TOUR = re.compile(r"<!-- tour -->\n```\n(.*?)```", re.DOTALL)
ARTICLE = """Atlasie: a night without a network

Port-Fictif, 20 March 2024 – In Atlasie, a fictional country, the network fell on 19 March 2024 at 20:00 UTC, the
Invented Observatory said. Some 450,000 subscribers were concerned.
"""


def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "tables.md", "methods.md"])
def test_a_generated_page_is_the_one_the_program_gives(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_LANG", "en")
    page = ROOT / "docs" / name
    assert page.read_text(encoding="utf-8") == generator().written(name), "run python docs/generate.py"


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_every_command_of_the_tour_runs_as_written(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEMOIN_LANG", "en")
    monkeypatch.setenv("TEMOIN_KEYS", str(tmp_path / "keys"))
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    curve = sample.one_night_down().select("time", "place", "signal", "value").filter(pl.col("signal") != "cities")
    curve.write_csv(tmp_path / "signals.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    lines = [line for block in TOUR.findall((ROOT / name).read_text(encoding="utf-8")) for line in block.splitlines()]
    assert len(lines) >= 10
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "temoin"
        done = CliRunner().invoke(app, arguments)
        words = str(done.exception.words) if isinstance(done.exception, TemoinError) else repr(done.exception)
        assert done.exit_code == 0, f"{line}: {words} {done.output}"


@pytest.mark.parametrize("name", ["README.md", "README.fr.md", "CONTRIBUTING.md"])
def test_every_linked_file_exists(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert "://" in target or (ROOT / target).exists(), target


def test_every_command_is_documented() -> None:
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^## `temoin ([^`]+)`", written, re.MULTILINE))
    import typer.main

    root = typer.main.get_command(app)
    names = set()
    for name, command in root.commands.items():
        inner = getattr(command, "commands", None)
        names |= {f"{name} {each}" for each in inner} if inner else {name}
    assert documented == names
