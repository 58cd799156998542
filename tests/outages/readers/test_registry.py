"""The registry: a kind is one, what is left out is said by a reader that exists."""

from temoin.outages.readers import LEFT_OUT, READERS
from temoin.words import LANGUAGES


def test_every_kind_is_one_and_has_both_names() -> None:
    kinds = [reader.kind for reader in READERS]
    assert len(set(kinds)) == len(kinds)
    assert all(reader.label.in_(language) for reader in READERS for language in LANGUAGES)


def test_what_is_left_out_is_said_by_readers_of_the_registry() -> None:
    assert set(LEFT_OUT) <= {reader.kind for reader in READERS}
