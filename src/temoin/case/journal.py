"""The journal: what people did to a case, one file an entry, named by its SHA-256, each naming its parents.

Copies of a case merge by copying files together: the union of two journals is a journal. A removed or altered entry
breaks a hash, and a head printed in a dossier proves everything before it.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from temoin.case.durable import write_durably
from temoin.errors import CaseError
from temoin.evidence.digest import canonical
from temoin.period import iso, parse_time
from temoin.words import Words

What = Literal["added", "reviewed", "corrected", "withheld", "erased"]
_WHATS: dict[str, What] = {what: what for what in get_args(What)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of a person on a case.

    Parameters
    ----------
    id : SHA-256 of the file, which is also its name
    parents : heads of the journal when it was written
    author : who acted
    time : when, in UTC
    what : closed set
    body : what was added or decided, plain values
    """

    id: str
    parents: tuple[str, ...]
    author: str
    time: dt.datetime
    what: What
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Journal:
    """The entries of a case, parents before children; among equals the earlier time, then the id."""

    entries: tuple[Entry, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """Entries that no other names as a parent, sorted."""
        named = {parent for entry in self.entries for parent in entry.parents}
        return tuple(sorted(entry.id for entry in self.entries if entry.id not in named))

    @property
    def as_of(self) -> dt.datetime | None:
        """Time of the latest entry; None for an empty journal."""
        return max((entry.time for entry in self.entries), default=None)

    def ancestors(self, entry_id: str) -> set[str]:
        """Return the ids of everything an entry builds on, itself included."""
        parents = {entry.id: entry.parents for entry in self.entries}
        seen: set[str] = set()
        waiting = [entry_id]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                waiting.extend(parents.get(current, ()))
        return seen


def read_journal(folder: Path) -> Journal:
    """Return the journal of a folder; names are trusted, only ``verify`` hashes.

    Raises
    ------
    CaseError : an entry cannot be read; ``temoin verify`` says what is broken
    """
    return Journal(_in_order([_entry(path.stem, path.read_bytes()) for path in entry_files(folder)]))


def entry_files(folder: Path) -> list[Path]:
    """Return the files of a journal's entries, sorted by name."""
    return sorted(folder.glob("[0-9a-f]*.json")) if folder.is_dir() else []


def write_entry(
    folder: Path,
    what: What,
    body: Mapping[str, object],
    *,
    parents: Iterable[str],
    author: str,
    time: dt.datetime,
) -> Entry:
    """Write one entry durably and return it: when this returns, the act is acknowledged.

    Raises
    ------
    CaseError : what it tells holds bytes that are no text, or it cannot be written
    """
    parents = tuple(sorted(parents))
    record = {"author": author, "body": body, "parents": parents, "time": iso(time), "what": what}
    try:
        data = canonical(record)
    except UnicodeEncodeError as error:
        raise CaseError(
            Words(
                "un mot ou un chemin n’est pas en UTF-8 ; rien n’a été écrit ; renommez le fichier ou retapez-le",
                "a word or a path is not UTF-8; nothing was written; rename the file or type it again",
            )
        ) from error
    name = hashlib.sha256(data).hexdigest()
    write_durably(folder / f"{name}.json", data)
    return Entry(name, parents, author, time, what, body)


def broken_entries(folder: Path) -> list[Words]:
    """Return what is wrong with a journal: an entry that does not hash to its name, or a parent that is gone."""
    problems: list[Words] = []
    present: dict[str, tuple[str, ...]] = {}
    for path in entry_files(folder):
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != path.stem:
            problems.append(
                Words(
                    f"journal/{path.name} : l’entrée a été modifiée (son empreinte n’est plus son nom)",
                    f"journal/{path.name}: the entry was altered (its hash is no longer its name)",
                )
            )
            present[path.stem] = ()
            continue
        present[path.stem] = _entry(path.stem, data).parents
    for child, parents in present.items():
        problems.extend(
            Words(
                f"journal/{parent}.json : entrée absente, nommée par {child}",
                f"journal/{parent}.json: the entry is missing, named by {child}",
            )
            for parent in parents
            if parent not in present
        )
    return problems


def _entry(name: str, data: bytes) -> Entry:
    try:
        record = json.loads(data)
        what = _WHATS[record["what"]]
        parents = tuple(record["parents"])
        return Entry(name, parents, record["author"], parse_time(record["time"]), what, record["body"])
    except (ValueError, KeyError, TypeError) as error:
        raise CaseError(
            Words(
                f"journal/{name}.json : entrée illisible ; lancez temoin verify",
                f"journal/{name}.json: the entry cannot be read; run temoin verify",
            )
        ) from error


def _in_order(entries: list[Entry]) -> tuple[Entry, ...]:
    """Parents before children whatever the clocks say; a missing parent counts as already there."""
    by_id = {entry.id: entry for entry in entries}
    depth: dict[str, int] = {}
    for entry in sorted(entries, key=lambda each: (each.time, each.id)):
        waiting = [entry]
        while waiting:
            current = waiting[-1]
            unknown = [by_id[name] for name in current.parents if name in by_id and name not in depth]
            if unknown:
                waiting.extend(unknown)
                continue
            depth[current.id] = 1 + max((depth[name] for name in current.parents if name in by_id), default=0)
            waiting.pop()
    return tuple(_by_time_after_parents(by_id, depth))


def _by_time_after_parents(by_id: dict[str, Entry], depth: dict[str, int]) -> list[Entry]:
    latest: dict[str, dt.datetime] = {}
    for name in sorted(depth, key=lambda each: (depth[each], each)):
        entry = by_id[name]
        latest[name] = max([entry.time, *(latest[parent] for parent in entry.parents if parent in latest)])
    return sorted(by_id.values(), key=lambda entry: (latest[entry.id], depth[entry.id], entry.id))
