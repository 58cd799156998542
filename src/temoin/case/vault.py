"""The vault: the bytes of a case's sources, named by their hash, personal ones sealed."""

import hashlib
from pathlib import Path
from typing import BinaryIO

from temoin.case.durable import settle, temporary_file
from temoin.case.keys import KeyStore, Sealing, SourceKey
from temoin.errors import CaseError
from temoin.evidence import Source
from temoin.evidence.digest import digest_stream
from temoin.words import Words

_PIECE = 1 << 20


class Vault:
    """The bytes of a case's sources.

    Parameters
    ----------
    folder : ``sources/`` of the case
    keys : the person's key store
    """

    def __init__(self, folder: Path, keys: KeyStore) -> None:
        self.folder = folder
        self.keys = keys

    def path(self, source: str) -> Path:
        """Return where a source's bytes stand."""
        return self.folder / source

    def keep(self, stream: BinaryIO) -> tuple[str, int]:
        """Copy a stream by pieces; return the name and size of what stands now."""
        with temporary_file(self.folder) as (temporary, copy):
            running = hashlib.sha256()
            size = 0
            while piece := _next_piece(stream):
                running.update(piece)
                size += copy.write(piece)
            name = running.hexdigest()
            if not self.path(name).exists():
                settle(temporary, copy, self.path(name))
        return name, size

    def seal(self, stream: BinaryIO) -> tuple[str, int, SourceKey]:
        """Seal a stream under a fresh key and keep both, the key first; return name, size and key.

        Where the key is kept and the sealed bytes are not, a kill has lost nothing that was acknowledged.
        """
        with temporary_file(self.folder) as (temporary, copy):
            sealing = Sealing()
            sealing.seal_stream(stream, copy)
            copy.flush()
            with temporary.open("rb") as sealed:
                name = digest_stream(sealed)
            size = temporary.stat().st_size
            key = sealing.key()
            self.keys.keep(name, key)
            settle(temporary, copy, self.path(name))
        return name, size, key

    def open(self, source: Source) -> BinaryIO:
        """Return a source's plain bytes as a seekable stream.

        Raises
        ------
        CaseError : the bytes are gone
        KeyStoreError : a personal source whose key is not at hand
        """
        path = Path(source.reference) if source.reference else self.path(source.id)
        if not path.exists():
            raise CaseError(
                Words(
                    f"{source.id[:10]} : les octets ne sont plus là ; recopiez-les depuis une autre copie",
                    f"{source.id[:10]}: the bytes are gone; copy them back from another copy of the case",
                )
            )
        if source.personal:
            with path.open("rb") as sealed:
                return self.keys.get(source.id).open_stream(sealed)
        return path.open("rb")

    def readable(self, source: Source) -> bool:
        """Return whether a source can be read here: it is not sealed, or its key is in the store."""
        return not source.personal or self.keys.has(source.id)

    def drop(self, source: Source) -> None:
        """Remove a source's bytes and destroy its key."""
        self.keys.destroy(source.id)
        if source.reference is None:
            self.path(source.id).unlink(missing_ok=True)


def _next_piece(stream: BinaryIO) -> bytes:
    try:
        return stream.read(_PIECE)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CaseError(
            Words(
                f"lecture interrompue ({reason}) ; vérifiez le support",
                f"reading stopped ({reason}); check the medium",
            )
        ) from error
