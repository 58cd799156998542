"""Proving that a case still holds what it held: every byte hashed again, every journal link followed.

The cache is hashed too: building trusts its names, so a cached text that was altered would be believed.
"""

import hashlib
import re
from pathlib import Path

from temoin.case.folder import Case
from temoin.case.hashed import altered_files
from temoin.case.journal import broken_entries, entry_files
from temoin.case.record import read_record
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.digest import digest_stream
from temoin.words import Words

_FEWEST = 10
_HEAD = re.compile(rf"[0-9a-f]{{{_FEWEST},64}}")


def verify(case: Case, heads: tuple[str, ...] = ()) -> list[Words]:
    """Return everything that is wrong with a case; empty when it stands.

    Parameters
    ----------
    heads : journal heads, as a dossier prints them, that the journal must still contain

    Raises
    ------
    InputError : a head that is not one
    """
    known = {path.stem for path in entry_files(case.journal_folder)}
    missing = _missing_heads(case, tuple(map(_head, heads)), known)
    problems = broken_entries(case.journal_folder)
    if problems:
        return problems + missing
    problems += missing
    for added in case.state.sources.values():
        problems += _source_problems(case, added.source)
    return problems + _cache_problems(case) + _dossier_problems(case)


def _head(said: str) -> str:
    """A dossier prints heads whole; a few characters of one would be found in almost any journal."""
    if not _HEAD.fullmatch(said.strip().lower()):
        raise InputError(
            f"--head {said}",
            Words(f"{_FEWEST} à 64 chiffres hexadécimaux attendus", f"expected {_FEWEST} to 64 hexadecimal digits"),
            Words("recopiez la tête imprimée dans le dossier", "copy the head as the dossier prints it"),
        )
    return said.strip().lower()


def _missing_heads(case: Case, heads: tuple[str, ...], known: set[str]) -> list[Words]:
    record = read_record(case)
    seen = [(head, Words("donnée à --head", "given to --head")) for head in heads]
    if record is not None:
        seen += [(head, Words("vue par le dernier build", "seen by the last build")) for head in record.heads]
    return [
        Words(
            f"journal : la tête {head}, {whence.fr}, n’y est plus ; une suite du journal a été retirée",
            f"journal: head {head}, {whence.en}, is no longer there; a tail of the journal was removed",
        )
        for head, whence in seen
        if not any(name.startswith(head) for name in known)
    ]


def _source_problems(case: Case, source: Source) -> list[Words]:
    path = Path(source.reference) if source.reference else case.vault.path(source.id)
    shown = source.name or source.id[:10]
    if not path.exists():
        return [
            Words(
                f"sources/{source.id} ({shown}) : les octets ne sont plus là",
                f"sources/{source.id} ({shown}): the bytes are gone",
            )
        ]
    with path.open("rb") as stream:
        found = digest_stream(stream)
    if found != source.id:
        return [
            Words(
                f"sources/{source.id} ({shown}) : les octets ont changé (SHA-256 {found})",
                f"sources/{source.id} ({shown}): the bytes changed (SHA-256 {found})",
            )
        ]
    return []


def _cache_problems(case: Case) -> list[Words]:
    return [
        Words(
            f"derived/{path.relative_to(case.derived).as_posix()} : modifié ou abîmé depuis son écriture ; supprimez "
            "derived/ et dossier/, puis relancez temoin build",
            f"derived/{path.relative_to(case.derived).as_posix()}: altered or damaged since it was written; delete "
            "derived/ and dossier/, then run temoin build again",
        )
        for path in altered_files(case.derived)
    ]


def _dossier_problems(case: Case) -> list[Words]:
    record = read_record(case)
    if record is None:
        return []
    changed = [
        name
        for name, expected in sorted(record.files.items())
        if not (case.dossier / name).exists()
        or hashlib.sha256((case.dossier / name).read_bytes()).hexdigest() != expected
    ]
    return [
        Words(
            f"dossier/{name} : modifié ou retiré depuis sa construction ; relancez temoin build",
            f"dossier/{name}: altered or removed since it was built; run temoin build again",
        )
        for name in changed
    ]
