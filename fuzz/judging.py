"""What counts as a fault of a reader, and what must hold of whatever it reads."""

import io
import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Literal

import polars as pl

from temoin.case.kinds import READERS, AnyReader, Opaque
from temoin.documents.document import BOXES, CELLS, RECOGNISED, Document
from temoin.errors import TemoinError
from temoin.evidence.reader import Head, choose_reader
from temoin.evidence.source import Source
from temoin.outages import SIGNALS
from temoin.outages.network_tables import NETWORKS
from temoin.outages.readers import LEFT_OUT, Listing, NetworkList
from temoin.outages.tables import REPORTED
from temoin.words import LANGUAGES

Outcome = Literal["read", "refused"]
_LONGEST_MESSAGE = 2000
_HEX = re.compile(r"[0-9a-f]{64}")
# They move or hide what stands around them on a line: Unicode Standard Annex 9, table of directional formatting.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Fault(Exception):  # noqa: N818
    """Something that a reader may never do: what it is, and where, so that one fault is told once."""

    def __init__(self, what: str, where: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where


def judge(reader: AnyReader, data: bytes, source: Source, *, twice: bool = False) -> Outcome:
    """Read bytes by every door of a reader and return whether they were read.

    Raises
    ------
    Fault : an error that is none of ours, a message of several lines, a result that breaks its declaration
    """
    head = Head(data[: 1 << 16], source.name or "", len(data))
    _recognised(reader, head, everyone=twice)
    first = _read(reader, data, source)
    if isinstance(first, TemoinError):
        require_one_line(first)
    else:
        require_sound(first)
    if twice and _seen(first) != _seen(_read(reader, data, source)):
        raise Fault("the same bytes give two results", reader.kind)
    if reader.kind in LEFT_OUT:
        _guarded(lambda: LEFT_OUT[reader.kind](io.BytesIO(data), source))
    return "refused" if isinstance(first, TemoinError) else "read"


def _recognised(reader: AnyReader, head: Head, *, everyone: bool) -> None:
    _guarded(lambda: reader.recognises(head))
    if reader.near is not None:
        near = reader.near
        _guarded(lambda: near(head))
    if everyone:
        refused = _guarded(lambda: choose_reader(READERS, head))
        if isinstance(refused, TemoinError):
            require_one_line(refused)


def _guarded(act: Callable[[], object]) -> object:
    try:
        return act()
    except TemoinError as error:
        return error
    except Exception as error:
        raise Fault(f"{type(error).__name__}: {str(error)[:200]}", place_of(error)) from error


def _read(reader: AnyReader, data: bytes, source: Source) -> object:
    def act() -> object:
        found = reader.read(io.BytesIO(data), source)
        return pl.concat([SIGNALS.empty(), *found]) if isinstance(found, Iterator) else found

    return _guarded(act)


def place_of(error: BaseException) -> str:
    """Return the innermost place in our code that an error came through."""
    found, trace = "", error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "temoin" in name and "site-packages" not in name:
            found = f"{name.rpartition('temoin/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _seen(found: object) -> object:
    if isinstance(found, TemoinError):
        return found.words
    if isinstance(found, Document):
        frames = [frame.write_ipc(None).getvalue() for frame in (found.boxes, found.cells, found.recognised)]
        return found.text, found.pages, dict(found.properties), found.parts, frames
    if isinstance(found, pl.DataFrame):
        return found.write_ipc(None).getvalue()
    return type(found) if isinstance(found, Opaque) else repr(found)


def require_one_line(error: TemoinError) -> None:
    """Require a message that a terminal shows as one line and does not obey.

    Raises
    ------
    Fault : several lines, a control character, a sign that turns the line, a lone surrogate, or nothing said
    """
    for language in LANGUAGES:
        _require_line(error.in_(language))


def _require_line(said: str) -> None:
    if not said or len(said) > _LONGEST_MESSAGE:
        raise Fault(f"a message of {len(said)} characters")
    for sign in set(said):
        if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} or sign in _TURNING:
            raise Fault(f"U+{ord(sign):04X} in a message", re.sub(r"\W+|\d+", " ", said)[:40])


def require_sound(found: object) -> None:
    """Require that what was read keeps what its kind promises.

    Raises
    ------
    Fault : with the promise that is broken
    """
    try:
        _require_table(found)
        if isinstance(found, Document):
            _require_document(found)
    except TemoinError as error:
        raise Fault(f"a result that breaks its table: {error}", "") from error
    except UnicodeEncodeError as error:
        raise Fault("a lone surrogate in a result", "") from error


def _require_table(found: object) -> None:
    if isinstance(found, Listing):
        REPORTED.require(found.reported)
        "".join(each.words.in_(language) for each in found.refused for language in LANGUAGES).encode()
    elif isinstance(found, NetworkList):
        NETWORKS.require(found.rows)
    elif isinstance(found, pl.DataFrame):
        SIGNALS.require(found)
        _hold(bool((found["value"].drop_nulls() >= 0).all()), "a measured value below zero")


def _hold(held: bool, promise: str) -> None:
    if not held:
        raise Fault(promise)


def _require_document(document: Document) -> None:
    document.text.encode()
    size = len(document.text)
    _hold(bool(document.text.strip()), "a document without words that is not refused")
    for name, said in document.properties.items():
        _hold(isinstance(name, str) and isinstance(said, str), f"property {name} is no text")
        said.encode()
    reached = 0
    for number, page in enumerate(document.pages, 1):
        _hold(page.number == number, "pages out of order")
        _hold(reached <= page.start <= page.end <= size, "a page outside the text or over another")
        _hold(all(math.isfinite(side) and side >= 0 for side in (page.width, page.height)), "a page without a size")
        reached = page.end
    _require_boxes(document)
    _require_stretches(document)
    _require_parts(document, size)


def _require_boxes(document: Document) -> None:
    boxes = BOXES.require(document.boxes)
    if boxes.is_empty():
        return
    chars = boxes["char"].cast(pl.Int64)
    _hold(bool((chars.diff().drop_nulls() > 0).all()), "boxes out of order")
    _hold(int(chars[-1]) < len(document.text), "a box outside the text")
    sides = boxes.select("left", "top", "right", "bottom")
    _hold(all(sides[name].is_finite().all() for name in sides.columns), "a box whose sides are no numbers")
    upright = (boxes["left"] <= boxes["right"]) & (boxes["top"] <= boxes["bottom"])
    _hold(bool(upright.all()), "a box that ends before it begins")
    for (number,), held in boxes.group_by("page"):
        page = document.pages[int(str(number)) - 1]
        _hold(bool(held["char"].is_between(page.start, page.end, closed="left").all()), "a box outside its page")


def _require_stretches(document: Document) -> None:
    for name, table, frame in (("cell", CELLS, document.cells), ("recognised word", RECOGNISED, document.recognised)):
        table.require(frame)
        if frame.is_empty():
            continue
        _hold(bool((frame["start"] <= frame["end"]).all()), f"a {name} that ends before it begins")
        _hold(bool((frame["end"] <= len(document.text)).all()), f"a {name} outside the text")
        _hold(frame["start"].is_sorted(), f"a {name} out of order")
        _hold(frame.select(table.key).n_unique() == frame.height, f"a {name} that stands twice")
    sure = document.recognised["confidence"]
    _hold(sure.is_empty() or bool(sure.is_between(0, 1).all()), "a confidence outside 0 to 1")


def _require_parts(document: Document, size: int) -> None:
    around: list[int] = []
    reached = 0
    for part in document.parts:
        _hold(reached <= part.start <= part.end <= size, "a part outside the text or out of order")
        reached = part.start
        while around and around[-1] <= part.start and not part.start == part.end == around[-1]:
            around.pop()
        _hold(not around or part.end <= around[-1], "a part that leaves the one around it")
        around.append(part.end)
        _hold(part.digest is None or _HEX.fullmatch(part.digest) is not None, "a part's digest is no SHA-256")
        "".join((part.name, part.kind, *part.properties, *part.properties.values())).encode()
