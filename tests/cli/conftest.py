"""The command line as a person meets it: in a folder of its own, in English, with a key store of its own."""

from pathlib import Path

import pytest

from temoin.cli import main


@pytest.fixture(autouse=True)
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEMOIN_LANG", "en")
    monkeypatch.setenv("TEMOIN_KEYS", str(tmp_path / "keys"))
    monkeypatch.delenv("TEMOIN_PASSPHRASE", raising=False)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Return a function from arguments to exit status, stdout and stderr."""

    def command(*arguments: str) -> tuple[int, str, str]:
        from temoin.cli.speech import language

        language.cache_clear()
        monkeypatch.setattr("sys.argv", ["temoin", *arguments])
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command
