"""The vault: bytes under the name of their hash, personal ones sealed, none left once dropped."""

import hashlib
import io
from pathlib import Path

import pytest

from temoin.case.keys import KeyStore
from temoin.case.vault import Vault
from temoin.errors import CaseError, KeyStoreError
from temoin.evidence import Source
from temoin.words import Words

PLAIN = b"a made-up witness: the canary sang at dawn"


@pytest.fixture
def vault(tmp_path: Path, keys: KeyStore) -> Vault:
    folder = tmp_path / "sources"
    folder.mkdir()
    return Vault(folder, keys)


def files(vault: Vault) -> list[str]:
    return sorted(path.name for path in vault.folder.iterdir())


def personal(vault: Vault) -> Source:
    name, size, _key = vault.seal(io.BytesIO(PLAIN))
    return Source(id=name, size=size, personal=True)


def test_bytes_are_kept_once_under_their_hash(vault: Vault) -> None:
    name = hashlib.sha256(PLAIN).hexdigest()
    assert vault.keep(io.BytesIO(PLAIN)) == (name, len(PLAIN))
    assert vault.keep(io.BytesIO(PLAIN)) == (name, len(PLAIN))
    assert files(vault) == [name]
    with vault.open(Source(id=name, size=len(PLAIN))) as stream:
        assert stream.read() == PLAIN


def test_a_personal_source_is_named_by_its_sealed_bytes_and_opens_with_its_key(vault: Vault) -> None:
    source = personal(vault)
    sealed = vault.path(source.id).read_bytes()
    assert (hashlib.sha256(sealed).hexdigest(), len(sealed)) == (source.id, source.size)
    assert PLAIN not in sealed
    assert vault.open(source).read() == PLAIN


def test_the_same_words_sealed_twice_share_nothing(vault: Vault) -> None:
    assert personal(vault).id != personal(vault).id


def test_without_the_key_a_personal_source_is_unreadable_and_others_are_not(vault: Vault, tmp_path: Path) -> None:
    def never(_purpose: Words) -> str:
        raise KeyStoreError(Words("jamais", "never"))

    source = personal(vault)
    elsewhere = Vault(vault.folder, KeyStore(tmp_path / "elsewhere", never))
    assert (vault.readable(source), elsewhere.readable(source)) == (True, False)
    with pytest.raises(KeyStoreError):
        elsewhere.open(source)
    assert elsewhere.readable(Source(id="a" * 64, size=1))


def test_a_dropped_source_leaves_neither_bytes_nor_key(vault: Vault) -> None:
    source = personal(vault)
    vault.drop(source)
    assert (files(vault), vault.readable(source)) == ([], False)
    with pytest.raises(CaseError, match="bytes are gone"):
        vault.open(source)


def test_a_file_by_reference_is_read_where_it_is_and_never_removed(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(PLAIN)
    source = Source(id="b" * 64, size=len(PLAIN), reference=str(path))
    with vault.open(source) as stream:
        assert stream.read() == PLAIN
    vault.drop(source)
    assert path.read_bytes() == PLAIN


def test_a_copy_that_is_interrupted_leaves_nothing(vault: Vault) -> None:
    class Interrupted(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise KeyboardInterrupt
            return super().read(1)

    with pytest.raises(KeyboardInterrupt):
        vault.keep(Interrupted(PLAIN))
    assert files(vault) == []
