"""The case folder: where things stand in it, how one is made, and how it is opened."""

import datetime as dt
import getpass
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from temoin.case.durable import sweep, write_durably
from temoin.case.journal import Entry, Journal, What, read_journal, write_entry
from temoin.case.keys import KeyStore
from temoin.case.settings import Settings, new_text, read_settings
from temoin.case.state import State, fold
from temoin.case.vault import Vault
from temoin.errors import CaseError, InputError
from temoin.period import UTC, PartialDate
from temoin.words import Words

_GITIGNORE = "sources/\nderived/\ndossier/\n"


@dataclass
class Case:
    """An open case folder: originals and journal are the truth, the rest is derived.

    Parameters
    ----------
    folder : the case folder
    keys : the key store of the person at work
    cache : where derived tables go, ``derived/`` unless said otherwise
    touched : names in the shared cache that this run asked for; a build drops the others
    """

    folder: Path
    keys: KeyStore
    cache: Path | None = None
    touched: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.folder.resolve().name

    @property
    def journal_folder(self) -> Path:
        """``journal/``."""
        return self.folder / "journal"

    @property
    def derived(self) -> Path:
        """``derived/``: a cache."""
        return self.cache or self.folder / "derived"

    @property
    def dossier(self) -> Path:
        """``dossier/``: what ``build`` writes."""
        return self.folder / "dossier"

    @cached_property
    def vault(self) -> Vault:
        """The bytes of the sources."""
        return Vault(self.folder / "sources", self.keys)

    @cached_property
    def settings_text(self) -> str:
        """temoin.toml as it stands; empty where there is none."""
        path = self.folder / "temoin.toml"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @cached_property
    def settings(self) -> Settings:
        """What temoin.toml says."""
        return read_settings(self.settings_text)

    @cached_property
    def journal(self) -> Journal:
        """The journal as it stood when first asked for, or after this run's own last act."""
        return read_journal(self.journal_folder)

    @cached_property
    def state(self) -> State:
        """What the journal amounts to."""
        return fold(self.journal)

    def write(self, what: What, body: dict[str, object], author: str | None = None) -> Entry:
        """Write one act of a person into the journal; when this returns it is acknowledged."""
        entry = write_entry(
            self.journal_folder,
            what,
            body,
            parents=self.journal.heads,
            author=author or default_author(),
            time=clock(),
        )
        self.__dict__["journal"] = Journal((*self.journal.entries, entry))
        self.__dict__.pop("state", None)
        return entry

    def look_again(self) -> None:
        """Forget the journal as it stood when first asked for: another process may have written since."""
        for held in ("journal", "state"):
            self.__dict__.pop(held, None)

    def sweep(self) -> None:
        """Remove what killed processes left behind."""
        for folder in (self.vault.folder, self.journal_folder, self.derived, self.dossier):
            sweep(folder)


def new_case(
    folder: Path, countries: tuple[str, ...], first_day: PartialDate | None, last_day: PartialDate | None
) -> None:
    """Make a case folder: temoin.toml, the journal, the vault, and what git is told to ignore.

    Raises
    ------
    CaseError : something stands there already
    InputError : the period ends before it begins
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CaseError(
            Words(
                f"{folder} : le dossier existe et n’est pas vide ; choisissez un autre nom",
                f"{folder}: the folder exists and is not empty; choose another name",
            )
        )
    if first_day and last_day and last_day.last < first_day.first:
        raise InputError(
            f"--from {first_day.text} --to {last_day.text}",
            Words("la période finit avant de commencer", "the period ends before it begins"),
            Words("échangez les deux dates", "swap the two dates"),
        )
    for name in ("sources", "journal"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_durably(folder / ".gitignore", _GITIGNORE.encode())
    write_durably(folder / "temoin.toml", new_text(countries, first_day, last_day).encode())


def open_case(folder: Path, keys: KeyStore) -> Case:
    """Open a case folder.

    Raises
    ------
    CaseError : there is no case there
    """
    if not (folder / "journal").is_dir():
        raise CaseError(
            Words(
                f"{folder} : ce n’est pas un dossier d’affaire ; créez-le avec temoin new {folder}",
                f"{folder}: not a case folder; make one with temoin new {folder}",
            )
        )
    return Case(folder, keys)


def clock() -> dt.datetime:
    """Return the time of an act, to the second; SOURCE_DATE_EPOCH rules it.

    Raises
    ------
    InputError : SOURCE_DATE_EPOCH is not a number of seconds
    """
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if said is None:
        return dt.datetime.now(UTC).replace(microsecond=0)
    if not said.isdigit():
        raise InputError(
            f"SOURCE_DATE_EPOCH={said}",
            Words("nombre de secondes depuis 1970 attendu", "expected a number of seconds since 1970"),
            Words("retirez la variable ou corrigez-la", "unset or correct the variable"),
        )
    return dt.datetime.fromtimestamp(int(said), UTC)


def default_author() -> str:
    """Return who acts: TEMOIN_AUTHOR, else the login name."""
    if said := os.environ.get("TEMOIN_AUTHOR"):
        return said
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
