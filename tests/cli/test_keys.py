"""Keys travel in one file under a passphrase, from the store of one person to that of another."""

from pathlib import Path

import pytest


@pytest.mark.slow
def test_keys_travel_sealed_from_one_person_s_store_to_another_s(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_PASSPHRASE", "open sesame")
    Path("witness.txt").write_text("Atlasie, 5 March 2024. The canary sang at dawn.")
    run("new", "case")
    name = run("add", "case", "witness.txt", "--personal")[1].split()[0]
    status, _out, err = run("keys", "export", "case", "case.keys")
    assert (status, "keys written to case.keys: 1" in err) == (0, True), err

    monkeypatch.setenv("TEMOIN_KEYS", "elsewhere")
    status, _out, err = run("keys", "import", "case.keys")
    assert (status, "keys taken: 1" in err) == (0, True), err
    assert Path("elsewhere/keys", f"{name}.age").is_file()
