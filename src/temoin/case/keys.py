"""The key store: one age key a personal source, outside every case, under a passphrase.

A master identity, itself sealed with the passphrase, opens the key files; sealing needs only its public half, so that
adding asks for no passphrase. Destroying a source's key file is what erasing means.
"""

import hashlib
import hmac
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage

from temoin.case.durable import sync_folder, write_durably
from temoin.errors import KeyStoreError
from temoin.words import Words

AskPassphrase = Callable[[Words], str]


@dataclass(frozen=True, slots=True)
class SourceKey:
    """The key of one personal source: its age identity and the keyed fingerprint of its plain bytes."""

    identity: str
    fingerprint: str

    def open(self, sealed: bytes) -> bytes:
        """Return the plain bytes.

        Raises
        ------
        KeyStoreError : the bytes were not sealed with this key, or were altered
        """
        try:
            return bytes(pyrage.decrypt(sealed, [self._own]))
        except pyrage.DecryptError as error:
            raise _does_not_open() from error

    def open_stream(self, sealed: BinaryIO) -> BinaryIO:
        """Return the plain bytes as a stream in memory, opened by pieces: they weigh once what they hold.

        Raises
        ------
        KeyStoreError : as ``open``
        """
        plain = io.BytesIO()
        try:
            pyrage.decrypt_io(sealed, plain, [self._own])
        except pyrage.DecryptError as error:
            raise _does_not_open() from error
        plain.seek(0)
        return plain

    @property
    def _own(self) -> pyrage.x25519.Identity:
        return pyrage.x25519.Identity.from_str(self.identity)

    def seal(self, plain: bytes) -> bytes:
        """Return the bytes sealed to this key."""
        return bytes(pyrage.encrypt(plain, [self._own.to_public()]))

    def pseudonym(self, name: str) -> str:
        """Return what stands for a person's name or number: HMAC-SHA256 under this key, 16 hexadecimal digits."""
        return hmac.new(self.identity.encode(), name.encode(), hashlib.sha256).hexdigest()[:16]


class Sealing:
    """A source being sealed: a fresh key, and the fingerprint of the plain bytes as they pass."""

    def __init__(self) -> None:
        self._identity = pyrage.x25519.Identity.generate()
        self._plain = hashlib.sha256()

    def seal_stream(self, plain: BinaryIO, sealed: BinaryIO) -> None:
        """Seal a stream by pieces; no plain byte touches the disk."""
        pyrage.encrypt_io(_Passing(plain, self._plain.update), sealed, [self._identity.to_public()])

    def key(self) -> SourceKey:
        """Return the key, once the whole stream has passed."""
        identity = str(self._identity)
        return SourceKey(identity, _fingerprint(identity, self._plain.hexdigest()))


class _Passing:
    def __init__(self, stream: BinaryIO, seen: Callable[[bytes], None]) -> None:
        self._stream = stream
        self._seen = seen

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._seen(piece)
        return piece


class KeyStore:
    """A folder of sealed keys.

    Parameters
    ----------
    folder : where it lives, outside every case
    ask : gives the passphrase when one is needed; the command line asks a person or reads TEMOIN_PASSPHRASE
    """

    def __init__(self, folder: Path, ask: AskPassphrase) -> None:
        self.folder = folder
        self._ask = ask
        self._master: pyrage.x25519.Identity | None = None

    def keep(self, source: str, key: SourceKey) -> None:
        """Keep a source's key; creates the store, and asks for its passphrase, the first time."""
        with self._locked():
            recipient = self._recipient()
            record = json.dumps({"identity": key.identity, "fingerprint": key.fingerprint}).encode()
            write_durably(self._path(source), pyrage.encrypt(record, [recipient]))

    def has(self, source: str) -> bool:
        """Return whether the store holds a source's key, without opening it."""
        return self._path(source).exists()

    def get(self, source: str) -> SourceKey:
        """Return a source's key; asks for the passphrase once a run.

        Raises
        ------
        KeyStoreError : no such key, or the passphrase is wrong
        """
        path = self._path(source)
        if not path.exists():
            raise KeyStoreError(
                Words(
                    f"la clé de {source[:10]} n’est pas ici ; importez-la avec temoin keys import",
                    f"the key of {source[:10]} is not here; import it with temoin keys import",
                )
            )
        return SourceKey(**json.loads(pyrage.decrypt(path.read_bytes(), [self._unlocked()])))

    def unlock(self) -> None:
        """Open the store; asks for the passphrase once a run.

        Raises
        ------
        KeyStoreError : the passphrase is wrong
        """
        self._unlocked()

    def same_plain(self, sources: list[str], plain_hash: str) -> str | None:
        """Return which of the sources sealed the same plain bytes, by its keyed fingerprint; None if none did."""
        for source in sources:
            if self.has(source):
                key = self.get(source)
                if hmac.compare_digest(key.fingerprint, _fingerprint(key.identity, plain_hash)):
                    return source
        return None

    def destroy(self, source: str) -> bool:
        """Overwrite and remove a source's key; return whether there was one."""
        path = self._path(source)
        if not path.exists():
            return False
        with self._locked():
            with path.open("r+b") as stream:
                stream.write(os.urandom(path.stat().st_size))
                stream.flush()
                os.fsync(stream.fileno())
            path.unlink()
            sync_folder(path.parent)
        return True

    def export(self, sources: list[str], passphrase: str) -> bytes:
        """Return the keys of some sources as one age file under a passphrase of its own."""
        keys = {source: self.get(source) for source in sources if self.has(source)}
        record = {name: {"identity": key.identity, "fingerprint": key.fingerprint} for name, key in keys.items()}
        return bytes(pyrage.passphrase.encrypt(json.dumps(record, sort_keys=True).encode(), passphrase))

    def take(self, exported: bytes, passphrase: str) -> list[str]:
        """Keep every key of an exported file; return the sources they open."""
        record = json.loads(_open_with(passphrase, exported))
        for source, key in sorted(record.items()):
            self.keep(source, SourceKey(**key))
        return sorted(record)

    def _path(self, source: str) -> Path:
        return self.folder / "keys" / f"{source}.age"

    def _recipient(self) -> pyrage.x25519.Recipient:
        public = self.folder / "store.pub"
        if not public.exists():
            passphrase = self._ask(
                Words("Phrase secrète de la nouvelle réserve de clés", "Passphrase of the new key store")
            )
            master = pyrage.x25519.Identity.generate()
            write_durably(self.folder / "store.age", pyrage.passphrase.encrypt(str(master).encode(), passphrase))
            write_durably(public, str(master.to_public()).encode())
            self._master = master
        return pyrage.x25519.Recipient.from_str(public.read_text())

    def _unlocked(self) -> pyrage.x25519.Identity:
        if self._master is None:
            passphrase = self._ask(Words("Phrase secrète de la réserve de clés", "Passphrase of the key store"))
            opened = _open_with(passphrase, (self.folder / "store.age").read_bytes())
            self._master = pyrage.x25519.Identity.from_str(opened.decode())
        return self._master

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.folder / "store.lock").open("a+b") as handle:
            _lock(handle)
            yield


def default_folder() -> Path:
    """Return where this person's keys live: TEMOIN_KEYS, else the usual place of the system."""
    if said := os.environ.get("TEMOIN_KEYS"):
        return Path(said)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "temoin" / "keys"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "temoin" / "keys"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "temoin" / "keys"


def _fingerprint(identity: str, plain_hash: str) -> str:
    return hmac.new(identity.encode(), plain_hash.encode(), hashlib.sha256).hexdigest()


def _does_not_open() -> KeyStoreError:
    return KeyStoreError(
        Words(
            "les octets scellés ne s’ouvrent pas avec leur clé ; lancez temoin verify",
            "the sealed bytes do not open with their key; run temoin verify",
        )
    )


def _open_with(passphrase: str, sealed: bytes) -> bytes:
    try:
        return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
    except pyrage.DecryptError as error:
        raise KeyStoreError(
            Words("la phrase secrète n’ouvre pas ce fichier de clés", "the passphrase does not open this key file")
        ) from error


def _lock(handle: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
