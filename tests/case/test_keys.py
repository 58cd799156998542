import io
from pathlib import Path

import pyrage
import pytest

from temoin.case.keys import KeyStore, Sealing, SourceKey
from temoin.errors import KeyStoreError
from temoin.words import Words

CANARY = b"a sentence that must stay sealed: the canary sang at dawn"


def sealed(plain: bytes = CANARY) -> tuple[bytes, SourceKey]:
    sealing, out = Sealing(), io.BytesIO()
    sealing.seal_stream(io.BytesIO(plain), out)
    return out.getvalue(), sealing.key()


def test_what_was_sealed_opens_with_its_key_alone(keys: KeyStore) -> None:
    data, key = sealed()
    _other_data, other = sealed()
    keys.keep("source", key)
    assert CANARY not in data
    assert keys.get("source").open(data) == CANARY
    with pytest.raises(KeyStoreError):
        other.open(data)


def test_adding_a_key_to_a_store_that_stands_asks_for_no_passphrase(keys: KeyStore) -> None:
    keys.keep("first", sealed()[1])

    def never(_purpose: Words) -> str:
        raise AssertionError("asked for a passphrase")

    KeyStore(keys.folder, never).keep("second", sealed()[1])
    assert keys.get("second")


def test_a_wrong_passphrase_is_said_so(keys: KeyStore) -> None:
    keys.keep("source", sealed()[1])
    with pytest.raises(KeyStoreError, match="passphrase"):
        KeyStore(keys.folder, lambda _: "wrong").get("source")


def test_a_destroyed_key_leaves_nothing_that_opens_the_bytes(keys: KeyStore) -> None:
    data, key = sealed()
    keys.keep("source", key)
    remembered = key.identity.encode()
    assert keys.destroy("source")
    assert not keys.has("source")
    master = pyrage.x25519.Identity.from_str(
        pyrage.passphrase.decrypt((keys.folder / "store.age").read_bytes(), "open sesame").decode()
    )
    for path in Path(keys.folder).rglob("*"):
        if path.is_file():
            assert remembered not in path.read_bytes()
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(data, [master])


def test_keys_travel_in_one_sealed_file(keys: KeyStore, tmp_path: Path) -> None:
    data, key = sealed()
    keys.keep("source", key)
    exported = keys.export(["source", "unknown"], "for the road")
    assert key.identity.encode() not in exported
    elsewhere = KeyStore(tmp_path / "elsewhere", lambda _: "another one")
    assert elsewhere.take(exported, "for the road") == ["source"]
    assert elsewhere.get("source").open(data) == CANARY


def test_the_same_plain_bytes_are_known_by_their_keyed_fingerprint(keys: KeyStore) -> None:
    import hashlib

    keys.keep("one", sealed(b"one")[1])
    keys.keep("two", sealed(b"two")[1])
    assert keys.same_plain(["one", "two"], hashlib.sha256(b"two").hexdigest()) == "two"
    assert keys.same_plain(["one", "two"], hashlib.sha256(b"three").hexdigest()) is None


def test_a_pseudonym_is_stable_under_one_key_and_differs_under_another() -> None:
    (_a, first), (_b, second) = sealed(), sealed()
    assert first.pseudonym("+212 600 000 000") == first.pseudonym("+212 600 000 000")
    assert first.pseudonym("+212 600 000 000") != second.pseudonym("+212 600 000 000")
