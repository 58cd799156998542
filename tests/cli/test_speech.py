"""Which language is spoken, and how records are printed."""

import json
from decimal import Decimal

import pytest

from temoin.cli import speech
from temoin.errors import InputError, KeyStoreError
from temoin.words import Words

PURPOSE = Words("Phrase secrète", "Passphrase")


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch):
    for name in ("TEMOIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    speech.language.cache_clear()
    yield
    speech.language.cache_clear()


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        pytest.param({"TEMOIN_LANG": "fr_CA.UTF-8"}, "fr", id="our own variable, with a country"),
        pytest.param({"TEMOIN_LANG": "en", "LC_ALL": "fr_FR.UTF-8"}, "en", id="our own variable first"),
        pytest.param({"LANG": "fr_FR.UTF-8"}, "fr", id="the locale’s"),
        pytest.param({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "en", id="the strongest variable of the locale"),
        pytest.param({"LANG": "pt_BR.UTF-8"}, "en", id="English for any other"),
    ],
)
def test_the_language_is_the_one_asked_for(variables, language, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert speech.language() == language


def test_a_language_that_is_neither_is_refused_and_help_still_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEMOIN_LANG", "kk")
    with pytest.raises(InputError, match="TEMOIN_LANG=kk"):
        speech.language()
    assert speech.say("oui", "yes") == "yes"


def test_data_goes_to_stdout_and_words_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    speech.print_json([{"a": "é", "b": None}])
    speech.tell(Words("fait", "done"))
    printed = capsys.readouterr()
    assert (json.loads(printed.out), printed.err) == ({"a": "é", "b": None}, "done\n")
    assert "é" in printed.out


def test_what_is_not_a_number_is_never_printed_as_one() -> None:
    with pytest.raises(ValueError, match="JSON"):
        speech.print_json([{"value": float("nan")}])


def test_a_table_takes_every_column_and_leaves_the_absent_empty(capsys: pytest.CaptureFixture[str]) -> None:
    speech.print_csv([{"a": 0, "b": [1, 2]}, {"a": -1, "c": "-1"}])
    assert capsys.readouterr().out == 'a,b,c\n0,"[1, 2]",\n-1,,\'-1\n'


def test_a_negative_amount_is_a_number_and_no_formula(capsys: pytest.CaptureFixture[str]) -> None:
    speech.print_csv([{"amount": Decimal("-500.000000000"), "object": "-500"}])
    assert capsys.readouterr().out == "amount,object\n-500,'-500\n"


def test_an_empty_table_still_has_its_header(capsys: pytest.CaptureFixture[str]) -> None:
    speech.print_csv([], ["a", "b"])
    assert capsys.readouterr().out == "a,b\n"


@pytest.mark.parametrize(
    ("typed", "named"),
    [pytest.param(None, "set TEMOIN_PASSPHRASE", id="no terminal"), pytest.param("", "empty", id="nothing typed")],
)
def test_without_a_passphrase_nothing_is_sealed(typed, named, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEMOIN_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: typed is not None)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: typed)
    with pytest.raises(KeyStoreError, match=named):
        speech.ask_passphrase(PURPOSE)


def test_a_bar_moves_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: False)
    assert speech.progress(Words("lit", "reads")) is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    show = speech.progress(Words("lit", "reads"))
    assert show is not None
    show(1, 2)
    show(2, 2)
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "\rreads 1/2\rreads 2/2\n")


@pytest.mark.parametrize("is_terminal", [True, False], ids=["a terminal", "a pipe"])
def test_a_terminal_gets_no_sign_that_it_would_obey_and_a_pipe_gets_them_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    speech.print_csv([{"text": "a\x1b[31mb\u202ec\x9b"}])
    speech.print_json([{"text": "b\u202ec\x9b"}])
    out = capsys.readouterr().out
    assert ("\u202e" in out, "\x1b" in out, "\x9b" in out) == ((not is_terminal,) * 3)
    assert json.loads(out.splitlines()[2])
