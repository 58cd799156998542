"""What the last build left behind, and whether it still stands: light to ask, since most builds have nothing to do."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from temoin import __version__
from temoin.case.durable import write_durably
from temoin.case.folder import Case
from temoin.evidence.digest import canonical, digest
from temoin.words import Language

_NAME = "build.json"
_LIBRARIES = ("polars", "numba", "numpy", "vl-convert-python", "typst", "jinja2", "babel", "pypdfium2", "trafilatura")


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """One build of a dossier.

    Parameters
    ----------
    key : everything the dossier was made from, whatever its language
    heads : journal heads then
    files : SHA-256 by file name in ``dossier/``
    """

    key: str
    heads: tuple[str, ...]
    files: Mapping[str, str]


def read_record(case: Case) -> BuildRecord | None:
    """Return the record of the last build; None where nothing was built."""
    path = case.dossier / _NAME
    if not path.exists():
        return None
    said = json.loads(path.read_bytes())
    return BuildRecord(said["key"], tuple(said["heads"]), said["files"])


def write_record(case: Case, key: str, files: Iterable[Path]) -> None:
    """Write the record of a build: the last act of ``build``, so that a kill before it means building again."""
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    record = {"files": hashes, "heads": list(case.journal.heads), "key": key}
    write_durably(case.dossier / _NAME, canonical(record))


def forget_record(case: Case) -> None:
    """Remove the record, before anything it vouches for changes: a kill then leaves no false witness."""
    (case.dossier / _NAME).unlink(missing_ok=True)


def dossier_files(case: Case, language: Language) -> tuple[Path, ...]:
    """Return where the dossier of a language stands: the page, then the paper."""
    return tuple(case.dossier / f"dossier.{language}.{kind}" for kind in ("html", "pdf"))


def build_key(case: Case) -> str:
    """Return the name of everything a dossier is made from, the keys at hand included: a source is sealed or open."""
    open_here = sorted(
        name for name, added in case.state.sources.items() if added.source.personal and case.keys.has(name)
    )
    libraries = {library: version(library) for library in _LIBRARIES}
    return digest([list(case.journal.heads), case.settings_text, case.name, __version__, libraries, open_here])


def standing_files(case: Case) -> set[Path]:
    """Return the files, in any language, that a build would make again as they are."""
    record = read_record(case)
    if record is None or record.key != build_key(case):
        return set()
    return {path for name in record.files if (path := case.dossier / name).exists()}


def is_current(case: Case, language: Language) -> bool:
    """Return whether the dossier that stands in a language is the one a build would make."""
    return standing_files(case).issuperset(dossier_files(case, language))
