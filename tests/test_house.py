"""The house rules, held by tests: sizes, names, words that have no place, documentation, dependencies, versions."""

import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from temoin import __version__

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "temoin"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 40
NO_NAME = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager", "managers", "handlers"}
LEFT_OUT = {".git", ".venv", "build", "demo", "dist", "__pycache__"}

# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "anaconda" + ".org", "crates" + ".io"]
MACHINE = re.compile(r"(?<![\w./:~*-])/(?:" + "|".join(["ro" + "ot", "wo" + "rk", "ho" + "me", "tm" + "p"]) + r")/\w")

WITHOUT_A_TEST_FILE = {
    "words.py": "two fields and their filling: its examples run",
    "table.py": "the declarations of every room exercise it, and its examples run",
    "quantity.py": "its examples run",
    "period.py": "its examples run",
    "evidence/digest.py": "every id of every room goes through it, and its examples run",
    "evidence/finding.py": "declares fields; the rooms that find test what they put in them",
    "evidence/locator.py": "its examples run both ways",
    "evidence/reader.py": "the readers of each room are chosen through it in their own tests",
    "evidence/source.py": "declares fields; the journal's tests write and read them again",
    "evidence/statement.py": "declares fields; the extractors' tests fill them",
    "evidence/method.py": "declares fields; every page of a method is held by case/test_methods.py",
    "claims/checks/methods.py": "pages of methods, held with those of every room by case/test_methods.py",
    "claims/methods.py": "pages of methods, held with those of every room by case/test_methods.py",
    "corroborate/methods.py": "pages of methods, held with those of every room by case/test_methods.py",
    "claims/sample.py": "a short way to read a text, taken by the tests of every file of its room",
    "corroborate/sample.py": "notes with known answers, read back by corroborate/test_kazakhstan_2022.py",
    "world/tables.py": "one declared table, required at its door and read by test_country_figures.py",
    "outages/network_tables.py": "two declared tables, required by the tests of networks and of people",
    "world/zone_table.py": "a table of the time zone database, held by test_zones.py",
    "documents/proposed.py": "declares fields and labels; the four that propose are tested each in its file",
    "case/confirming.py": "a person's decision on tables, held step by step by case/test_tabling.py",
    "case/table_records.py": "a table as plain values, held by case/test_tabling.py",
    "cli/app.py": "puts the commands under one name; every test of a command passes through it",
    "cli/cases.py": "parses, calls and prints: run whole by cli/test_commands.py and by the tour of the README",
    "cli/lenses.py": "parses, calls and prints: run whole by cli/test_commands.py and by the tour of the README",
    "cli/outages.py": "parses, calls and prints: run whole by cli/test_commands.py and cli/test_refusals.py",
    "cli/pacing.py": "times what test_archive.py and test_stream.py hold; run whole by cli/test_trying.py",
    "outages/measure/walked.py": "declares what the walk gives; the tests of what is concluded from it fill it",
    "outages/measure/flow.py": "compiled steps of a stream, held bin by bin to the walk by test_stream.py",
    "cli/options.py": "declares options; the generated docs/commands.md is held to them",
    "documents/document.py": "declares what the readers of documents fill, and is tested through them",
    "corroborate/marks.py": "declares what a draft is held against and marked with; test_drafts.py fills and reads it",
    "dossier/exports/leaving.py": "declares what may leave a case; case/test_exporting.py fills it",
    "dossier/report.py": "declares what the case hands to the dossier; nothing is computed",
    "outages/tables.py": "declares the lens's tables; readers and methods require them at their doors",
}

IMPORTED_AS = {
    "currencyconverter": "currency_converter",
    "pillow": "PIL",
    "pytest-socket": "pytest_socket",
    "scikit-learn": "sklearn",
    "vl-convert-python": "vl_convert",
}
NEVER_IMPORTED = {
    "axe-playwright-python": "imported as a whole only where a browser is at hand",
    "lxml-html-clean": "trafilatura cannot run without it, and only an extra of lxml asks for it",
    "pytest-socket": "a plugin of pytest, asked for by --disable-socket",
    "tzdata": "zoneinfo reads it where the system has no zones, as on Windows",
}


@cache
def our_files() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        found = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if LEFT_OUT.isdisjoint(path.relative_to(ROOT).parts)]
    return tuple(path for path in found if path.is_file())


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code() -> list[Path]:
    return [path for path in our_files() if path.suffix == ".py"]


def source() -> list[Path]:
    return [path for path in code() if path.is_relative_to(PACKAGE)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), named(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    told = first.end_lineno - first.lineno + 1 if ast.get_docstring(function) is not None else 0
    return function.end_lineno - function.lineno + 1 - told


def test_the_house_finds_its_files():
    assert {"Makefile", "pyproject.toml", "src/temoin/errors.py"} <= {named(path) for path in our_files()}


def test_a_file_of_code_fits_in_four_hundred_lines():
    long = {
        named(path): count for path in code() if (count := len(path.read_bytes().splitlines())) > MOST_LINES_OF_A_FILE
    }
    assert long == {}


def test_a_function_fits_in_forty_lines_its_docstring_aside():
    long = {
        f"{named(path)}:{function.name}": lines_without_docstring(function)
        for path in code()
        for function in functions(path)
        if lines_without_docstring(function) > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_every_file_of_code_has_a_name_of_its_own():
    nameless = [
        named(path) for path in code() if not NO_NAME.isdisjoint({*path.relative_to(ROOT).with_suffix("").parts})
    ]
    assert nameless == []


def test_the_source_is_finished():
    unfinished = [
        f"{named(path)}:{token.start[0]}"
        for path in source()
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
        if (token.type == tokenize.COMMENT and re.search(r"\b(TODO|FIXME|XXX|HACK)\b", token.string))
        or (token.type == tokenize.NAME and token.string == "NotImplementedError")
        or (token.type == tokenize.STRING and re.search(r"\b(TODO|FIXME)\b", token.string))
    ]
    assert unfinished == []


def is_broad(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id == "Exception") for kind in caught)


def test_the_source_catches_what_it_can_name():
    broad = [
        f"{named(path)}:{node.lineno}"
        for path in source()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    ]
    assert broad == []


def test_no_file_names_a_package_registry_or_a_path_of_a_machine():
    told = [
        f"{named(path)}:{number}"
        for path in our_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if any(host in line.lower() for host in REGISTRIES) or MACHINE.search(line)
    ]
    assert told == []


def public(node: ast.AST, path: str) -> Iterator[tuple[str, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not child.name.startswith("_"):
            yield f"{path}:{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{path}:{child.name}")


def is_variant(node: ast.AST) -> bool:
    marks = {ast.unparse(mark).rpartition(".")[2] for mark in getattr(node, "decorator_list", [])}
    return not marks.isdisjoint({"overload", "setter", "deleter", "override"})


def test_every_public_name_of_the_source_says_what_it_is():
    silent = [
        name
        for path in source()
        if tree(path).body
        for name, node in [(named(path), tree(path)), *public(tree(path), named(path))]
        if not is_variant(node) and not ast.get_docstring(node)
    ]
    assert silent == []


def has_a_test_file(path: Path) -> bool:
    inside = path.relative_to(PACKAGE)
    room = ROOT / "tests" / Path(*inside.parts[:-1][:1])
    wanted = f"test_{path.stem.strip('_')}.py"
    return (room / wanted).exists() or (len(inside.parts) > 1 and any(room.rglob(wanted)))


def test_every_module_has_a_test_file_or_a_reason():
    modules = [path for path in source() if path.name not in {"__init__.py", "__main__.py"}]
    missing = {path.relative_to(PACKAGE).as_posix() for path in modules if not has_a_test_file(path)}
    assert missing - WITHOUT_A_TEST_FILE.keys() == set()


@pytest.mark.parametrize("module", sorted(WITHOUT_A_TEST_FILE))
def test_a_module_without_a_test_file_is_still_there(module):
    assert (PACKAGE / module).is_file()


def distribution(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def import_name(name: str) -> str:
    return IMPORTED_AS.get(name, name.replace("-", "_"))


RUNTIME = [distribution(one) for one in PROJECT["dependencies"]]
TESTING = [distribution(one) for one in PROJECT["optional-dependencies"]["test"]]
BENCHING = [distribution(one) for one in PROJECT["optional-dependencies"]["bench"]]
RECOGNISING = [distribution(one) for one in PROJECT["optional-dependencies"]["ocr"]]


def imported(files: list[Path]) -> set[str]:
    names = set()
    for path in files:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add((node.module or "").partition(".")[0])
    return names


def test_the_source_imports_only_what_the_project_declares():
    declared = {import_name(name) for name in [*RUNTIME, *BENCHING, *RECOGNISING]}
    assert imported(source()) - declared - sys.stdlib_module_names - {"temoin"} == set()


def test_tests_import_only_what_the_project_declares():
    declared = {import_name(name) for name in [*RUNTIME, *TESTING]}
    tests = [path for path in code() if path.is_relative_to(ROOT / "tests")]
    # The tests draw hostile inputs from where make fuzz does, and factories from one another.
    assert imported(tests) - declared - sys.stdlib_module_names - {"temoin", "fuzz", "tests"} == set()


def test_every_dependency_is_used_or_argued():
    if not any(tree(path).body for path in (PACKAGE / "cli").glob("*.py")):
        pytest.skip("the rooms are not all there yet: what they need is declared ahead of them")
    told = {
        node.value
        for path in source()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    used = imported(code()) | told
    idle = [
        name for name in [*RUNTIME, *TESTING, *BENCHING] if import_name(name) not in used and name not in NEVER_IMPORTED
    ]
    assert idle == []


def test_what_is_never_imported_is_still_declared():
    assert NEVER_IMPORTED.keys() <= {*RUNTIME, *TESTING}


LOCKED = sorted((ROOT / "requirements").glob("*.txt"))


def pins(path: Path) -> dict[str, set[tuple[str, tuple[str, ...]]]]:
    """Name to versions and hashes, one a system where they differ; a backslash joins lines, as pip reads them."""
    joined = path.read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, set[tuple[str, tuple[str, ...]]]] = {}
    for line in (line.split("#")[0].strip() for line in joined.splitlines()):
        if line:
            requirement, *options = line.split(" --hash=")
            name, _, version = requirement.partition(";")[0].partition("==")
            pin = (version.strip(), tuple(option.strip() for option in options))
            found.setdefault(distribution(name), set()).add(pin)
    return found


@pytest.mark.parametrize("path", LOCKED, ids=lambda path: path.stem)
def test_every_pin_has_a_version_and_a_hash(path):
    for name, version, hashes in ((name, *pin) for name, found in pins(path).items() for pin in found):
        assert version, name
        assert hashes, name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), name


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").iterdir()), ids=lambda path: path.name)
def test_a_requirements_file_names_no_index(path):
    options = re.findall(r"^\s*(?:-i|-f|--[\w-]*(?:url|index|links|host))\b.*|\w+://.*", path.read_text(), re.MULTILINE)
    assert options == []


@pytest.mark.parametrize(("file", "names"), [("base", RUNTIME), ("dev", [*RUNTIME, *TESTING])], ids=["base", "dev"])
def test_every_dependency_is_locked(file, names):
    assert set(names) <= pins(ROOT / "requirements" / f"{file}.txt").keys()


def test_development_runs_on_the_versions_that_people_install():
    base, dev = (pins(ROOT / "requirements" / f"{name}.txt") for name in ("base", "dev"))
    assert {name: dev.get(name) for name in base} == base


def written(name: str) -> str:
    path = ROOT / name
    if not path.exists():
        pytest.skip(f"{name} is not written yet")
    return path.read_text(encoding="utf-8")


def test_the_citation_names_this_version():
    assert re.search(rf'^version: "?{re.escape(__version__)}"?$', written("CITATION.cff"), re.MULTILINE)


def test_the_newest_entry_of_the_changelog_is_this_version():
    headings = re.findall(r"^## \[?(\d[\w.]*)", written("CHANGELOG.md"), re.MULTILINE)
    assert headings[:1] == [__version__]


COMMAND = re.compile(r"(?:^|`|\$ )((?:make|pipx?|uv|python3?|temoin) [\w-]+)", re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_a_readme_names_the_two_commands_first(name):
    assert COMMAND.findall(written(name))[:2] == ["make demo", "make test"]


@pytest.mark.parametrize("name", ["README.md", "README.fr.md", "CONTRIBUTING.md"])
def test_every_make_command_that_is_told_exists(name):
    told = {command.split()[1] for command in COMMAND.findall(written(name)) if command.startswith("make ")}
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert told - targets == set()


def test_every_dependency_is_told_with_its_use_licence_and_weight():
    rows = re.findall(r"^\| `([\w-]+)` \| [^|]+ \| [^|]+ \| [\d.]+ \|", written("docs/dependencies.md"), re.MULTILINE)
    assert rows == sorted(RUNTIME)


def test_the_base_installation_is_under_its_limit():
    total = re.search(r"\*\*(\d+) MB\*\*", written("docs/dependencies.md"))
    weights = re.findall(r"^\| `.*\| ([\d.]+) \|$|: ([\d.]+) MB\.", written("docs/dependencies.md"), re.MULTILINE)
    assert round(sum(float(row or shared) for row, shared in weights)) == int(total[1]) < 900


def test_every_room_is_told_to_those_who_contribute():
    told = written("CONTRIBUTING.md")
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {room for room in rooms if f"`{room}`" not in told} == set()
