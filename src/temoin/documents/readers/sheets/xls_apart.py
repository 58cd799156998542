"""An old workbook read in a process of its own: the library that reads it may break down on a damaged one.

calamine 0.37 stops the whole process, or takes gigabytes, on some workbooks that are damaged or made to harm. A process
of its own may; it is given a limited memory and a limited time, and what it prints of its troubles is not passed on.
"""

import datetime as dt
import json
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from temoin.documents.readers.sheets.parts import damaged
from temoin.documents.tables.grid import Value

_SECONDS = 60.0
_MEGABYTES = 900
# It holds nothing of ours: the folder it runs in cannot stand in for a library (-I), nothing is written (-B), and only
# the folder of the library is looked in besides Python's own (-S), which halves the time to start.
READ_APART = f"""
import datetime as dt, io, json, sys
sys.path.append(sys.argv[1])
try:
    import resource
except ImportError:
    resource = None
import python_calamine as calamine

def limit():
    try:
        resource.setrlimit(resource.RLIMIT_AS, ({_MEGABYTES} << 20, {_MEGABYTES} << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (AttributeError, ValueError):
        pass

def plain(value):
    if isinstance(value, dt.datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, (dt.date, dt.time)):
        return [type(value).__name__, value.isoformat()]
    if isinstance(value, (bool, str)):
        return value
    return float(value) if isinstance(value, (int, float)) else str(value)

def tell(data, out):
    with calamine.load_workbook(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.typ is not calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            hidden = about.visible is not calamine.SheetVisibleEnum.Visible
            print(json.dumps(["sheet", about.name, hidden, sheet.merged_cell_ranges or []]), file=out)
            if sheet.start is None:
                continue
            # Rows come from the sheet's first one, columns from the first that holds something.
            for row, cells in enumerate(sheet.to_python(skip_empty_area=True), sheet.start[0] + 1):
                for column, value in enumerate(cells, sheet.start[1] + 1):
                    if value != "":
                        print(json.dumps(["cell", row, column, plain(value)]), file=out)
    print(json.dumps(["end"]), file=out)
"""
"""What that process runs first: ``limit`` bounds its memory, ``tell`` writes what a workbook holds, a line a cell."""
_ONCE = "limit()\ntell(sys.stdin.buffer.read(), sys.stdout)\n"
_TIMES: dict[str, type[dt.datetime | dt.date | dt.time]] = {"datetime": dt.datetime, "date": dt.date, "time": dt.time}


@dataclass(frozen=True, slots=True)
class OldSheet:
    """The beginning of a sheet: its name, whether it is hidden, its merged ranges from 1 (top, left, bottom, right)."""

    name: str
    hidden: bool
    merged: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class OldCell:
    """A cell of the sheet before it: its row and column from 1, and what it holds."""

    row: int
    column: int
    value: Value


def read_apart(data: bytes, read: str) -> Iterator[OldSheet | OldCell]:
    """Yield each worksheet of an XLS workbook and, after it, its cells that are not empty.

    Parameters
    ----------
    data : the whole workbook
    read : what is read, for the message

    Raises
    ------
    InputError : damaged or locked, or it took more than 900 MB or a minute
    """
    whole = False
    lines = lines_of(data)
    try:
        for line in lines:
            kind, *said = json.loads(line)
            whole = kind == "end"
            if kind == "sheet":
                yield _sheet(*said)
            elif kind == "cell":
                yield OldCell(said[0], said[1], _value(said[2]))
    except ValueError as error:  # the last line of a process that was stopped
        raise damaged(read) from error
    finally:
        lines.close()
    if not whole:
        raise damaged(read)


def command(then: str = _ONCE) -> list[str]:
    """Return the command of a process that reads old workbooks.

    Parameters
    ----------
    then : what it runs after ``READ_APART``
    """
    found = find_spec("python_calamine")
    assert found is not None
    assert found.origin is not None
    library = str(Path(found.origin).parents[1])
    return [sys.executable, "-I", "-S", "-B", "-c", READ_APART + then, library]


def lines_of(data: bytes) -> Generator[bytes]:
    """Yield what a process of its own writes of a workbook; it ends with the lines, or after a minute."""
    process = subprocess.Popen(  # noqa: S603  # ourselves, on a text of ours
        command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdin is not None
    assert process.stdout is not None
    over = threading.Timer(_SECONDS, process.kill)
    over.start()
    try:
        with suppress(BrokenPipeError), process.stdin as given:
            given.write(data)
        yield from process.stdout
    finally:
        over.cancel()
        process.kill()
        process.stdout.close()
        process.wait()


def _sheet(name: str, hidden: bool, merged: list[list[list[int]]]) -> OldSheet:  # noqa: FBT001  # as it was sent
    ranges = sorted((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merged)
    return OldSheet(name, hidden, tuple(ranges))


def _value(said: object) -> Value:
    if isinstance(said, list):
        kind, text = said
        return _TIMES[kind].fromisoformat(text)
    assert isinstance(said, bool | float | str)
    return said
