"""Tesseract is asked what it has, given one picture at a time, and stopped when it takes too long."""

import subprocess

import pytest
from PIL import Image

from temoin.documents.recognition import tesseract
from temoin.documents.recognition.tesseract import Tesseract
from temoin.documents.scorecard.pages import NOTICE, a_page
from temoin.errors import InputError

PROGRAM = Tesseract("tesseract", "5.3.0", {"fra": "1", "osd": "1"})
HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def answering(monkeypatch, answer: bytes, code: int = 0) -> list[dict]:
    calls: list[dict] = []

    def run(command, **options):
        calls.append({"command": command, **options})
        return subprocess.CompletedProcess(command, code, answer, b"")

    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_rows_of_words_become_lines(monkeypatch):
    rows = [
        "4\t1\t1\t1\t1\t0\t0\t0\t90\t20\t-1\t",
        "5\t1\t1\t1\t1\t1\t10\t5\t30\t12\t96.5\tDeux",
        "5\t1\t1\t1\t1\t2\t50\t5\t40\t12\t41\tmots",
        "5\t1\t1\t1\t2\t1\t10\t25\t30\t12\t100\t«\u00a0»",
        "5\t1\t1\t1\t2\t2\t10\t25\t30\t12\t95\t ",
    ]
    answering(monkeypatch, (HEADER + "\n".join(rows) + "\n").encode())
    first, second = tesseract.read_lines(PROGRAM, Image.new("L", (90, 40)), "fra", "scan.png")
    assert [(word.text, word.confidence) for word in first] == [("Deux", 0.965), ("mots", 0.41)]
    assert (first[0].left, first[0].top, first[0].right, first[0].bottom) == (10, 5, 40, 17)
    assert len(second) == 1


def test_it_runs_without_a_shell_on_one_thread_and_for_a_limited_time(monkeypatch):
    calls = answering(monkeypatch, HEADER.encode())
    tesseract.read_lines(PROGRAM, Image.new("L", (3, 2), 255), "fra", "scan.png")
    [call] = calls
    assert isinstance(call["command"], list)
    assert "shell" not in call
    assert call["env"]["OMP_THREAD_LIMIT"] == "1"
    assert 0 < call["timeout"] <= 120
    assert call["input"] == b"P5 3 2 255\n" + b"\xff" * 6


def test_a_page_that_takes_too_long_is_one_clear_error(monkeypatch):
    def run(command, **options):
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(InputError, match=r"scan\.png: .*more than 120 seconds"):
        tesseract.read_lines(PROGRAM, Image.new("L", (9, 9)), "fra", "scan.png")


def test_a_program_that_stops_is_one_clear_error(monkeypatch):
    answering(monkeypatch, b"", code=-11)
    with pytest.raises(InputError, match=r"tesseract 5\.3\.0 stopped on this picture"):
        tesseract.read_lines(PROGRAM, Image.new("L", (9, 9)), "fra", "scan.png")


def test_direction_and_script_are_read_from_its_answer(monkeypatch):
    said = "Page number: 0\nRotate: 90\nOrientation confidence: 6.5\nScript: Cyrillic\nScript confidence: 2.25\n"
    answering(monkeypatch, said.encode())
    assert tesseract.look(PROGRAM, Image.new("L", (9, 9)), "x") == tesseract.Sight(90, 6.5, "Cyrillic", 2.25)
    answering(monkeypatch, b"", code=1)
    assert tesseract.look(PROGRAM, Image.new("L", (9, 9)), "x") is None
    assert tesseract.look(Tesseract("tesseract", "5", {"fra": ""}), Image.new("L", (9, 9)), "x") is None


def test_a_machine_without_it_has_none(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert tesseract.installed.__wrapped__() is None


def test_a_broken_installation_counts_as_none(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: "tesseract")

    def run(command, **_):
        raise subprocess.CalledProcessError(127, command)

    monkeypatch.setattr(subprocess, "run", run)
    assert tesseract.installed.__wrapped__() is None


def test_its_version_and_packs_are_those_it_tells(monkeypatch, tmp_path):
    (tmp_path / "fra.traineddata").write_bytes(b"abc")
    told = {
        "--version": b"tesseract v5.3.0.20221214\n leptonica-1.82\n",
        "--list-langs": f'List of available languages in "{tmp_path}/" (2):\nfra\nscript/Latin\n'.encode(),
    }
    monkeypatch.setattr("shutil.which", lambda _: "tesseract")
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, told[command[1]], b"")
    )
    assert tesseract.installed.__wrapped__() == Tesseract(
        "tesseract", "5.3.0.20221214", {"fra": "3", "script/Latin": ""}
    )


def test_a_page_is_read_with_its_figures(needs):
    needs("fra")
    lines = tesseract.read_lines(tesseract.installed(), a_page(NOTICE), "fra", "page.png")
    assert [" ".join(word.text for word in line).replace("’", "'") for line in lines] == NOTICE.splitlines()
