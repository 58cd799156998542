"""Tesseract, a program of the system: found, asked what it has, and run on one picture at a time."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from PIL import Image

from temoin.documents.recognition.found import Line, Word
from temoin.documents.recognition.leftover import MUCH, ink_left, moved, strips_left, with_left
from temoin.documents.recognition.remedies import took_too_long, went_wrong

_SECONDS, _SECONDS_AGAIN = 120.0, 40.0
_SECONDS_TO_ANSWER = 10.0
# Where its installer for Windows puts it, which is on nobody's path.
_ON_WINDOWS = Path("C:/Program Files/Tesseract-OCR/tesseract.exe")
_DIRECTION = "osd"
# Two threads on two cores that others use too took twenty times as long as one: its threads wait by spinning.
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}
_WORD = "5"
_BY_LAYOUT, _SPARSE, _ONE_LINE, _RAW_LINE, _BLOCK = "3", "11", "7", "13", "6"


@dataclass(frozen=True, slots=True)
class Tesseract:
    """Tesseract as it stands on this machine: its path, its version, its language packs with their sizes."""

    path: str
    version: str
    packs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sight:
    """What tesseract says of a page before reading it: clockwise turn that sets it upright, its script, how surely."""

    turn: int
    turn_confidence: float
    script: str
    script_confidence: float


@dataclass(frozen=True, slots=True)
class _How:
    packs: str
    layout: str
    only: str = ""

    @property
    def options(self) -> list[str]:
        allowed = ["-c", f"tessedit_char_whitelist={self.only}"] if self.only else []
        return ["-l", self.packs, "--psm", self.layout, "-c", "tessedit_create_tsv=1", *allowed]


@cache
def installed() -> Tesseract | None:
    """Return tesseract as it stands on this machine, asked once a process; None where it is absent or broken."""
    path = shutil.which("tesseract") or (str(_ON_WINDOWS) if _ON_WINDOWS.is_file() else None)
    if path is None:
        return None
    try:
        version, packs = (_answer(path, question) for question in ("--version", "--list-langs"))
    except (OSError, subprocess.SubprocessError):
        return None
    first, *names = packs.splitlines() or [""]
    folder = Path(first[first.find('"') + 1 : first.rfind('"')]) if '"' in first else None
    told = {name.strip(): _size(folder, name.strip()) for name in names if name.strip()}
    return Tesseract(path, version.split()[1].lstrip("v") if len(version.split()) > 1 else "", told)


def read_lines(program: Tesseract, picture: Image.Image, packs: str, read: str) -> list[Line]:
    """Return the lines that tesseract reads in an upright grey picture, in the order it reads them.

    Its analysis of the layout at times loses a whole line of a short page: where ink is left over, the page is read
    again as scattered text, then what still is left line by line; what lies where nothing was seen before is put in
    its place.

    Parameters
    ----------
    packs : language packs, as ``fra`` or ``fra+eng``
    read : what is read, for the message

    Raises
    ------
    InputError : it took more than two minutes, or stopped; a second look that takes more than 40 seconds, as on the
        grain of a table, is given up
    """
    lines = _lines(program, picture, _How(packs, _BY_LAYOUT), read)
    if ink_left(picture, lines) <= MUCH:
        return lines
    lines = with_left(lines, _again(program, picture, _How(packs, _SPARSE)))
    if ink_left(picture, lines) <= MUCH:
        return lines
    for strip in strips_left(picture, lines):
        alone = picture.crop(strip)
        again = _again(program, alone, _How(packs, _ONE_LINE)) or _again(program, alone, _How(packs, _RAW_LINE))
        lines = with_left(lines, moved(again, *strip[:2]))
    return lines


def read_block(program: Tesseract, picture: Image.Image, packs: str, read: str, *, only: str = "") -> list[Line]:
    """Return the lines that tesseract reads in a grey picture whose lines run from side to side, from the top down.

    Parameters
    ----------
    packs, read : as ``read_lines``
    only : the characters that it may read; empty for any

    Raises
    ------
    InputError : as ``read_lines``
    """
    return _lines(program, picture, _How(packs, _BLOCK, only), read)


def look(program: Tesseract, picture: Image.Image, read: str) -> Sight | None:
    """Return the direction and script of a page; None where there is too little to tell, or its pack is absent."""
    if _DIRECTION not in program.packs:
        return None
    answer = _run(program, picture, ["-l", _DIRECTION, "--psm", "0"], read)
    said = dict(line.split(": ", 1) for line in (answer or "").splitlines() if ": " in line)
    try:
        return Sight(
            int(said["Rotate"]),
            float(said["Orientation confidence"]),
            said["Script"].strip(),
            float(said["Script confidence"]),
        )
    except (KeyError, ValueError):
        return None


def _lines(program: Tesseract, picture: Image.Image, how: _How, read: str) -> list[Line]:
    answer = _run(program, picture, how.options, read)
    if answer is None:
        raise went_wrong(read, f"tesseract {program.version}")
    return _found(answer)


def _again(program: Tesseract, picture: Image.Image, how: _How) -> list[Line]:
    try:
        return _found(_told(program, picture, how.options, _SECONDS_AGAIN) or "")
    except subprocess.TimeoutExpired:
        return []


def _found(answer: str) -> list[Line]:
    return [
        line for _, rows in groupby(_words(answer), lambda row: row[0]) if (line := tuple(word for _, word in rows))
    ]


def _answer(path: str, question: str) -> str:
    done = subprocess.run(  # noqa: S603  # a program found by its name, on an argument of ours
        [path, question], capture_output=True, timeout=_SECONDS_TO_ANSWER, check=True, stdin=subprocess.DEVNULL
    )
    # Older versions answer on the error stream.
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _size(folder: Path | None, pack: str) -> str:
    path = folder / f"{pack}.traineddata" if folder is not None else None
    return str(path.stat().st_size) if path is not None and path.is_file() else ""


def _run(program: Tesseract, picture: Image.Image, options: list[str], read: str) -> str | None:
    try:
        return _told(program, picture, options, _SECONDS)
    except subprocess.TimeoutExpired as error:
        raise took_too_long(read, round(_SECONDS)) from error
    except OSError as error:
        raise went_wrong(read, f"tesseract {program.version}") from error


def _told(program: Tesseract, picture: Image.Image, options: list[str], seconds: float) -> str | None:
    grey = picture if picture.mode == "L" else picture.convert("L")
    done = subprocess.run(  # noqa: S603  # no shell, no word of a document among the arguments
        [program.path, "stdin", "stdout", "--dpi", "300", *options],
        input=b"P5 %d %d 255\n" % grey.size + grey.tobytes(),
        capture_output=True,
        timeout=seconds,
        check=False,
        env=os.environ | _ONE_THREAD,
    )
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _words(answer: str) -> Iterator[tuple[list[str], Word]]:
    for row in answer.split("\n"):
        cells = row.rstrip("\r").split("\t")
        if len(cells) == 12 and cells[0] == _WORD and cells[11].strip():
            left, top, width, height = (float(cell) for cell in cells[6:10])
            share = min(max(float(cells[10]) / 100, 0.0), 1.0)
            yield cells[1:5], Word(cells[11].strip(), left, top, left + width, top + height, share)
