"""Bad input through the real command line: exit status 2, one line in either language, and nothing left in the case."""

import errno
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import hostile_files as made
from tests.cli.hostile_files import WORDS

REFUSED: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "a PDF cut short": ("a.pdf", made.a_truncated_pdf, "PDF endommagé ou incomplet", "a damaged or incomplete PDF"),
    "a PDF locked by a password": ("a.pdf", made.a_locked_pdf, "copie déverrouillée", "add an unlocked copy"),
    "a PDF whose tree of pages never ends": ("a.pdf", lambda: made.pdf_of_many_kids(20_000), "page 1", "page 1"),
    "noise named a PDF": ("a.pdf", made.noise, "aucun lecteur", "no reader recognises"),
    "an empty file": ("a.txt", lambda: b"", "vide", "the file is empty"),
    "white space alone": ("a.txt", lambda: b" \n\n", "le fichier est vide", "the file is empty"),
    "a byte order mark alone": ("a.txt", lambda: b"\xef\xbb\xbf", "le fichier est vide", "the file is empty"),
    "two encodings in one file": ("a.txt", lambda: WORDS.encode() + WORDS.encode("cp1252"), "UTF-8", "not UTF-8"),
    "Windows-1252 that nobody announced": ("a.txt", lambda: WORDS.encode("cp1252"), "octet 49", "--encoding"),
    "UTF-16 with a byte too many": ("a.txt", lambda: WORDS.encode("utf-16") + b"a", "UTF-16", "not UTF-16"),
    "UTF-16 without a mark": ("a.txt", lambda: WORDS.encode("utf-16-le"), "utf-16-le", "--encoding utf-16-le"),
    "a picture of 60,000 pixels a side": ("a.png", lambda: made.a_png(60_000, 60_000), "trop grande", "too large"),
    "a picture without a word": ("a.pdf", lambda: made.a_png(40, 40), "aucun mot", "no word was recognised"),
    "an archive with a path out of it": ("a.zip", lambda: made.zipped({"../../x": b"1"}), "ZIP", "unpack it"),
}
READ: dict[str, tuple[str, Callable[[], bytes], tuple[str, ...]]] = {
    "a text named a PDF": ("a.pdf", WORDS.encode, ()),
    "a PDF named a text": ("a.txt", made.a_pdf, ()),
    "a PDF whose password is empty": ("a.pdf", lambda: made.a_locked_pdf(b""), ()),
    "UTF-16 with its mark": ("a.txt", lambda: WORDS.encode("utf-16"), ()),
    "UTF-8 with its mark": ("a.txt", lambda: WORDS.encode("utf-8-sig"), ()),
    "Windows-1252 that is announced": ("a.txt", lambda: WORDS.encode("cp1252"), ("--encoding", "windows-1252")),
    "UTF-16 that is announced": (
        "a.txt",
        lambda: WORDS.encode("utf-16-le"),
        ("--as", "text", "--encoding", "utf-16-le"),
    ),
}
NAMES = {
    "control characters": b"a\x1b[31m\x07b",
    "a newline": b"a\nb",
    "signs that turn the line": "\u202etxt.fdp\u2066".encode(),
    "255 bytes": b"x" * 255,
    "bytes that are no UTF-8": b"a\xff\xfe",
    "nothing but a control character": b"\x1b",
    "a name like an option": b"-rf",
    "Arabic letters": "مرحبا".encode(),
}


@pytest.fixture
def case(run) -> Path:
    assert run("new", "case")[0] == 0
    return Path("case")


def held_by(case: Path) -> dict[str, int]:
    return {str(path.relative_to(case)): path.stat().st_size for path in case.rglob("*") if path.is_file()}


def assert_one_line(said: str) -> None:
    assert said.endswith("\n")
    assert len(said.splitlines()) == 1
    assert not [sign for sign in said[:-1] if unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"}]
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_in_one_line_and_leaves_nothing(run, case, monkeypatch, refused) -> None:
    name, make, fr, en = refused
    Path(name).write_bytes(make())
    before = held_by(case)
    for language, expected in (("fr", fr), ("en", en)):
        monkeypatch.setenv("TEMOIN_LANG", language)
        for command in (("add", "case", name), ("text", name)):
            status, out, err = run(*command)
            assert (status, out) == (2, "")
            assert_one_line(err)
            assert name in err
            assert expected in err
    assert held_by(case) == before


@pytest.mark.parametrize(("name", "make", "options"), READ.values(), ids=READ.keys())
def test_it_is_read_by_what_it_holds_and_not_by_its_name(run, case, name, make, options) -> None:
    Path(name).write_bytes(make())
    assert run("add", "case", name, *options)[0] == 0
    status, out, err = run("text", name, *options)
    assert (status, err) == (0, "")
    assert "450 000" in out
    assert not out.startswith("\ufeff")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
def test_a_name_is_never_obeyed(run, case, name: bytes) -> None:
    path = os.fsdecode(b"./" + name)
    Path(path).write_bytes(WORDS.encode())
    status, out, err = run("add", "case", path)
    assert status == 0
    assert_one_line(err)
    assert_one_line(out)
    Path(path).write_bytes(b"\0\1\2")
    for command in (("add", "case", path), ("text", path)):
        status, out, err = run(*command)
        assert (status, out) == (2, "")
        assert_one_line(err)
    assert run("build", "case")[0] == 0
    assert "\u202e" not in Path("case/dossier/dossier.en.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", ["../../x.txt", "case", ".", os.devnull], ids=["outside", "a case", "here", "a device"]
)
def test_what_is_no_file_is_refused(run, case, path: str) -> None:
    status, out, err = run("add", "case", path)
    assert (status, out) == (2, "")
    assert_one_line(err)


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such names")
def test_a_path_that_is_no_text_cannot_be_referred_to(run, case) -> None:
    path = os.fsdecode(b"\xff.txt")
    Path(path).write_bytes(WORDS.encode())
    before = held_by(case)
    status, _, err = run("add", "case", path, "--by-reference")
    assert status == 2
    assert_one_line(err)
    assert held_by(case) == before
    assert run("add", "case", path)[0] == 0


def test_signs_that_turn_a_line_keep_their_positions_in_the_text(run) -> None:
    mixed = "مرحبا 12 \u202e450 000\u202c lignes\n"
    Path("a.txt").write_text(mixed, encoding="utf-8")
    assert run("text", "a.txt") == (0, mixed, "")


def test_a_terminal_is_shown_each_such_sign_in_its_place(run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("450\u202e 000\x9b lignes\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert run("text", "a.txt") == (0, "450\ufffd 000\ufffd lignes\n", "")


def test_a_page_of_a_hundred_megabytes_is_refused_when_it_is_added(run, case) -> None:
    made.large_html(100, Path("large.html"))
    before = held_by(case)
    status, _, err = run("add", "case", "large.html")
    assert (status, held_by(case)) == (2, before)
    assert "a web page of more than 20 MB" in err


@pytest.mark.slow
def test_a_pdf_of_a_million_objects_is_read_in_bounded_time_and_memory(case) -> None:
    with Path("million.pdf").open("wb") as stream:
        stream.writelines(made.pdf_of_a_million_objects())
    limited = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_CPU, (60, 60)); "
        "sys.argv = ['temoin', 'text', 'million.pdf']; runpy.run_module('temoin', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", limited], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (0, b"450 000 lignes")


@pytest.mark.parametrize("when", range(6), ids=lambda rank: f"write {rank + 1}")
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES], ids=["full", "read-only", "no right"])
def test_a_disk_that_fails_at_any_write_leaves_nothing(run, case, monkeypatch, when: int, number: int) -> None:
    from temoin.case import durable

    Path("a.txt").write_text(WORDS, encoding="utf-8")
    before = held_by(case)
    usual, tried, failed = Path.replace, iter(range(10**6)), []

    def failing(path: Path, target: Path) -> Path:
        if next(tried) == when:
            failed.append(target)
            raise OSError(number, os.strerror(number))
        return usual(path, target)

    monkeypatch.setattr(durable.Path, "replace", failing)
    status, out, err = run("add", "case", "a.txt")
    monkeypatch.setattr(durable.Path, "replace", usual)
    if all("derived" in target.parts for target in failed):
        # A cache that cannot be kept is made again: what was added stands.
        assert status == 0
        assert run("verify", "case")[0] == 0
        return
    assert (status, out) == (2, "")
    assert_one_line(err)
    assert "nothing was added" in err
    assert held_by(case) == before
    assert run("add", "case", "a.txt")[0] == 0
    assert run("verify", "case")[0] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of this kind are POSIX")
@pytest.mark.parametrize("room", [0, 60, 100], ids=["no room", "room for a little", "room for the source"])
def test_a_full_disk_leaves_nothing(case, room: int) -> None:
    Path("a.txt").write_text(WORDS, encoding="utf-8")
    before = held_by(case)
    limited = (
        "import resource, runpy, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room})); "
        "sys.argv = ['temoin', 'add', 'case', 'a.txt']; runpy.run_module('temoin', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-B", "-c", limited], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert_one_line(done.stderr)
    assert held_by(case) == before
