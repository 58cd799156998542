"""What the last build left behind: its key, the journal heads it saw, and the hashes of what it wrote."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from temoin.case.durable import write_durably
from temoin.case.folder import Case
from temoin.evidence.digest import canonical

_NAME = "build.json"


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """One build of a dossier.

    Parameters
    ----------
    key : everything the dossier was made from
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


def write_record(case: Case, key: str, files: list[Path]) -> None:
    """Write the record of a build: the last act of ``build``, so that a kill before it means building again."""
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    record = {"files": hashes, "heads": list(case.journal.heads), "key": key}
    write_durably(case.dossier / _NAME, canonical(record))
