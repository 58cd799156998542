"""Building a case again from its originals alone, beside what stands, and saying what differs."""

import tempfile
from dataclasses import replace
from pathlib import Path

from temoin import __version__
from temoin.case.building import render
from temoin.case.folder import Case
from temoin.case.record import read_record
from temoin.words import Language, Words


def is_stale(case: Case) -> bool:
    """Return whether no dossier stands, or the one that stands shows an older state of the case."""
    record = read_record(case)
    return record is None or set(record.heads) != set(case.journal.heads)


def compare_rebuilt(case: Case) -> list[Words]:
    """Return which files of the dossier come out otherwise when everything is read again; the case is left alone.

    A dossier of an older state of the case is not compared.
    """
    if is_stale(case):
        return []
    problems: list[Words] = []
    languages: tuple[Language, ...] = ("fr", "en")
    with tempfile.TemporaryDirectory() as folder:
        again = replace(case, cache=Path(folder))
        for language in languages:
            standing = {path.name: path for path in case.dossier.glob(f"dossier.{language}.*")}
            if not standing:
                continue
            for name, data in render(again, language).items():
                if name in standing and standing[name].read_bytes() != data:
                    problems.append(
                        Words(
                            f"dossier/{name} : temoin {__version__} donne d’autres octets ; relancez temoin build",
                            f"dossier/{name}: temoin {__version__} gives other bytes; run temoin build again",
                        )
                    )
    return problems
