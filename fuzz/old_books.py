"""Old workbooks read by one process that stays: each by a copy of it that ends, as the reader's own would.

The reader starts a process a workbook, which costs a hundred times what most inputs take. Here one process has
imported what reads them and forks for each: the same text runs, under the same limits, and what stops it stops only the
copy.
"""

import struct
import subprocess
from collections.abc import Callable, Generator

from temoin.documents.readers.sheets import xls_apart

_LENGTH = struct.Struct("<Q")
_OVER = b"over\n"
_STAYING = """
import os, signal, struct
limited, given, out = False, sys.stdin.buffer, sys.stdout
json.dumps(["warm", 1.5]), dt.datetime
while len(head := given.read(8)) == 8:
    data = given.read(struct.unpack("<Q", head)[0])
    child = os.fork()
    if child == 0:
        limit()
        signal.alarm(15)
        try:
            tell(data, out)
            out.flush()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    print("\\nover", flush=True)
"""


class OldBooks:
    """The process that stays, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def lines_of(self, data: bytes) -> Generator[bytes]:
        """Yield what a copy of the process writes of a workbook."""
        process = self._there()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(_LENGTH.pack(len(data)) + data)
        process.stdin.flush()
        over = False
        try:
            for line in process.stdout:
                over = line == _OVER
                if over:
                    return
                if line.strip():
                    yield line
        finally:
            if not over:
                self._read_on(process)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            for stream in (self._process.stdin, self._process.stdout):
                assert stream is not None
                stream.close()
            self._process.wait()

    def _read_on(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if line == _OVER:
                return

    def _there(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                xls_apart.command(_STAYING), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process


def one_process() -> Callable[[], None]:
    """Let the reader of old workbooks ask one process that stays, and return what takes it away again."""
    usual, books = xls_apart.lines_of, OldBooks()
    xls_apart.lines_of = books.lines_of

    def undo() -> None:
        xls_apart.lines_of = usual
        books.close()

    return undo
