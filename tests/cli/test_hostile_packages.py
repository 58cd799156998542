"""Archives that swell, XML that multiplies or points elsewhere, paths out of an archive: nothing is followed."""

import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.document_seeds import document_seeds
from tests.cli import hostile_files as made
from tests.cli.test_hostile import assert_one_line, held_by

MAIN = {
    "docx": ("word/document.xml", b"</w:body>"),
    "odt": ("content.xml", b"</office:body>"),
    "ods": ("content.xml", b"</office:body>"),
    "xlsx": ("xl/worksheets/sheet1.xml", b"</sheetData>"),
}
EVERY = [pytest.param(kind, id=kind) for kind in MAIN]
LAUGHS = b"".join(b'<!ENTITY l%d "%b">' % (rank, b"&l%d;" % (rank - 1) * 10) for rank in range(1, 12))
DOCTYPES = {
    "a billion laughs": (b'<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>", b"&l11;"),
    "a file of the machine": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "secret.txt">]>', b"&x;"),
    "an address": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', b"&x;"),
    "an address of a definition": (b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">', b""),
}
SECRET = "a word that no other file may hold"


def members(kind: str) -> dict[str, bytes]:
    return dict(document_seeds(kind)[0].parts)


def swollen(kind: str, megabytes: int) -> bytes:
    name, end = MAIN[kind]
    parts = members(kind)
    return made.zip_bomb(parts | {name: parts[name].replace(end, b"@@" + end, 1)}, name, megabytes)


def with_doctype(kind: str, doctype: bytes, reference: bytes) -> bytes:
    name, end = MAIN[kind]
    parts = members(kind)
    head, mark, body = parts[name].rpartition(b"?>")
    cell = {"docx": b"<w:p><w:r><w:t>%b</w:t></w:r></w:p>", "xlsx": b""}.get(kind, b"<text:p>%b</text:p>")
    put = cell % reference if cell else b'<row r="9"><c t="inlineStr"><is><t>%b</t></is></c></row>' % reference
    return made.zipped(parts | {name: head + mark + doctype + body.replace(end, put + end, 1)})


def bounded(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of 60 s and 1.5 GB beyond what it takes to start."""
    limited = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_CPU, (60, 60)); "
        "resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30)); "
        f"sys.argv = ['temoin', *{list(arguments)!r}]; runpy.run_module('temoin', run_name='__main__')"
    )
    return subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def case(run) -> Path:
    assert run("new", "case")[0] == 0
    return Path("case")


def assert_refused(name: str, case: Path) -> None:
    before = held_by(case)
    done = bounded("add", "case", name)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr[-300:]
    assert_one_line(done.stderr)
    assert held_by(case) == before


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are POSIX")
@pytest.mark.parametrize("kind", EVERY)
def test_an_archive_that_swells_is_refused(case: Path, kind: str) -> None:
    Path(f"a.{kind}").write_bytes(swollen(kind, 600))
    assert Path(f"a.{kind}").stat().st_size < 3_000_000
    assert_refused(f"a.{kind}", case)


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are POSIX")
@pytest.mark.parametrize(("doctype", "reference"), DOCTYPES.values(), ids=DOCTYPES.keys())
@pytest.mark.parametrize("kind", EVERY)
def test_xml_that_multiplies_or_points_elsewhere_is_refused_or_not_followed(
    case: Path, kind: str, doctype: bytes, reference: bytes
) -> None:
    Path("secret.txt").write_text(SECRET, encoding="utf-8")
    Path(f"a.{kind}").write_bytes(with_doctype(kind, doctype, reference))
    done = bounded("text", f"a.{kind}")
    assert done.returncode in {0, 2}, done.stderr[-300:]
    assert SECRET not in done.stdout + done.stderr
    assert len(done.stdout) < 10_000
    if done.returncode:
        assert done.stdout == ""
        assert_one_line(done.stderr)


@pytest.mark.parametrize("kind", [*EVERY, pytest.param("wacz", id="wacz")])
def test_a_member_whose_name_leads_out_writes_nothing_there(run, case: Path, kind: str) -> None:
    tricks = dict.fromkeys(("../../out.txt", "/out.txt", "..\\out.txt", "\u202eout.txt", "out\x1b.txt"), b"x")
    Path(f"a.{kind}").write_bytes(made.zipped(members(kind) | tricks))
    status, _, err = run("add", "case", f"a.{kind}")
    assert status in {0, 2}
    if status:
        assert_one_line(err)
    assert not [path for path in Path("..").rglob("*out*.txt") if path.is_file()]


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are POSIX")
def test_a_web_archive_that_swells_is_refused(case: Path) -> None:
    squeezed = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1500000000\r\n\r\n" + bytes(1 << 20))
    zeros = gzip.compress(bytes(600 << 20), 1)
    for name, data in {"a.warc.gz": squeezed + zeros, "b.warc.gz": zeros}.items():
        Path(name).write_bytes(data)
        assert_refused(name, case)
    parts = members("wacz")
    inner = next(name for name in parts if name.endswith(".warc.gz"))
    Path("a.wacz").write_bytes(made.zipped(parts | {inner: squeezed + zeros}))
    assert_refused("a.wacz", case)


PAGES: dict[str, Callable[[], bytes]] = {
    "a billion laughs": lambda: b"<!DOCTYPE html [<!ENTITY l0 'ha'>" + LAUGHS + b"]><html><body><p>450 &l11;</p>",
    "a picture elsewhere": lambda: b"<html><body><p>450</p><img src='http://127.0.0.1:9/x'><iframe src='secret.txt'>",
    "elements in elements": lambda: b"<html><body>" + b"<div>" * 200_000 + b"<p>450</p>",
    "an attribute of a megabyte": lambda: b"<html><body><p title='" + b"x" * 10**6 + b"'>450</p>",
}


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are POSIX")
@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_read_or_refused_and_nothing_is_followed(case: Path, make: Callable[[], bytes]) -> None:
    Path("secret.txt").write_text(SECRET, encoding="utf-8")
    Path("a.html").write_bytes(make())
    done = bounded("text", "a.html")
    assert done.returncode in {0, 2}, done.stderr[-300:]
    assert len(done.stdout) < 10_000
    assert SECRET not in done.stdout
    if done.returncode:
        assert_one_line(done.stderr)
