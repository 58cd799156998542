"""A process in which a reader can harm nothing and hide nothing: what it writes, prints, opens and takes is seen."""

import logging
import os
import resource
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

from fuzz.judging import Fault

MOST_MEMORY = 1 << 30
TOO_MUCH = "more than 1 GB of memory"
_BEYOND = MOST_MEMORY + (MOST_MEMORY >> 1)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_NEVER = {"socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto", "os.system", "os.exec", "os.fork"}
_PROGRAMS = {"tesseract", Path(sys.executable).name}
_SILENT = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


class Confined:
    """The state of this process as a reader may leave it: an empty folder, nothing printed, less than 1 GB."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.seen: list[str] = []
        self.printed = os.memfd_create("printed") if hasattr(os, "memfd_create") else _unnamed_file()
        self.watching = False

    def enter(self) -> None:
        """Confine this process for good: its standard output and error go where they are counted."""
        os.chdir(self.folder)
        os.environ["TMPDIR"] = tempfile.tempdir = str(self.folder)
        for handle in (1, 2):
            os.dup2(self.printed, handle)
        warnings.simplefilter("always")
        for category in _SILENT:
            warnings.simplefilter("ignore", category)
        logging.raiseExceptions = True
        if sys.platform == "linux":
            pages = int(Path("/proc/self/statm").read_text().split()[0])
            resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + _BEYOND,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sys.addaudithook(self._heard)

    def begin(self) -> None:
        """Start to watch."""
        self.watching = True

    def require_nothing_done(self) -> None:
        """Stop watching and require that nothing was left, printed, opened or taken beyond measure.

        Raises
        ------
        Fault : with what was done
        """
        self.watching = False
        sys.stdout.flush()
        sys.stderr.flush()
        if size := os.fstat(self.printed).st_size:
            said = os.pread(self.printed, 300, 0).decode("utf-8", "replace")
            os.ftruncate(self.printed, 0)
            os.lseek(self.printed, 0, os.SEEK_SET)
            raise Fault(f"{size} bytes printed: {said}", _first_words(said))
        if self.seen:
            seen, self.seen = self.seen, []
            raise Fault(seen[0])
        if left := next(self.folder.iterdir(), None):
            for path in self.folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            raise Fault(f"a file left: {left.name}")
        if peak_memory() > MOST_MEMORY:
            raise Fault(TOO_MUCH)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.watching:
            return
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
            path = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes) else ""
            if path and not (self.folder / path).is_relative_to(self.folder) and path != os.devnull:
                self.seen.append(f"a file opened for writing: {path}")
        elif event in _NEVER:
            self.seen.append(f"{event} {arguments!r}")
        elif event == "subprocess.Popen" and Path(str(arguments[0])).name not in _PROGRAMS:
            self.seen.append(f"a program started: {arguments[0]}")


def peak_memory() -> int:
    """Return the most memory that this process ever held, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if sys.platform == "darwin":
        return peak
    # What getrusage says begins with what the parent held; the kernel's own mark does not, and takes longer to read.
    if peak << 10 > MOST_MEMORY >> 1:
        peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
    return peak << 10


def _unnamed_file() -> int:
    handle, name = tempfile.mkstemp()
    Path(name).unlink()
    return handle


def _first_words(said: str) -> str:
    return " ".join(said.split()[:3])
