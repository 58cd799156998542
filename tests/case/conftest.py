"""Case folders made on the spot, with a key store of their own and a clock that stands still."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.folder import Case, new_case, open_case
from temoin.case.keys import KeyStore
from temoin.outages import sample
from temoin.words import Words

ARTICLE = """Atlasie : le réseau coupé dans la nuit

Port-Fictif, 6 mars 2024 – En Atlasie, pays fictif, le réseau est tombé le 5 mars 2024 à 10 h 30 UTC, selon
l’Observatoire inventé. Quelque 450 000 abonnés étaient concernés.
"""


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("TEMOIN_AUTHOR", "tester")


def passphrase(_purpose: Words) -> str:
    return "open sesame"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> KeyStore:
    """One key store, opened once: its passphrase is slow on purpose."""
    store = KeyStore(tmp_path_factory.mktemp("prepared"), passphrase)
    store._recipient()
    return store


@pytest.fixture
def keys(tmp_path: Path, prepared: KeyStore) -> KeyStore:
    store = KeyStore(tmp_path / "keys", passphrase)
    shutil.copytree(prepared.folder, store.folder)
    store._master = prepared._master
    return store


@pytest.fixture
def case(tmp_path: Path, keys: KeyStore) -> Case:
    new_case(tmp_path / "case", (), None, None)
    return open_case(tmp_path / "case", keys)


@pytest.fixture
def reopened(case: Case) -> Callable[[], Case]:
    return lambda: open_case(case.folder, case.keys)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def filled(case: Case, article: Path, tmp_path: Path) -> Case:
    curve = sample.one_night_down().select("time", "place", "signal", "value")
    curve.write_csv(tmp_path / "signals.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    add_file(case, tmp_path / "signals.csv", Wish())
    add_file(case, article, Wish())
    return case
