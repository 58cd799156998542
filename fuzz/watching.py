"""The process that watches: starts readers' workers, ends those that hang, and counts what came of each input."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.inputs import given
from fuzz.worker import STATE, State

LONGEST = 10.0
_LONGEST_START = 300.0
_LOOK_EVERY = 0.1
ROOT = Path(__file__).parents[1]


@dataclass
class Tally:
    """What came of the inputs of one reader."""

    kind: str
    inputs: int = 0
    read: int = 0
    refused: int = 0
    faults: int = 0
    slowest: float = 0.0
    slowest_rank: int = -1
    memory: int = 0
    seconds: float = 0.0
    told: dict[str, dict[str, object]] = field(default_factory=dict)
    worker: str = "fuzz.worker"
    ready: float | None = None

    def line(self) -> str:
        pace = self.inputs / self.seconds if self.seconds else 0.0
        return (
            f"{self.kind:<16} {self.inputs:>9,} inputs  {self.read:>9,} read  {self.refused:>9,} refused  "
            f"{self.faults:>6,} faults ({len(self.told)} different)  "
            f"slowest {self.slowest:6.2f} s (#{self.slowest_rank})  "
            f"{self.memory / (1 << 20):5.0f} MB  {pace:7,.0f} a second"
        )


def watch(kind: str, *, seed: int, inputs: int, seconds: float, worker: str = "fuzz.worker") -> Tally:
    """Give a reader this many inputs, or as many as fit in the time, and return what came of them.

    The time begins with the first input: on a busy machine, to begin may take longer than the time itself.
    """
    tally = Tally(kind, worker=worker)
    rank = 0
    while rank < inputs and (tally.ready is None or time.monotonic() - tally.ready < seconds):
        rank = _one_worker(tally, seed, range(rank, inputs), seconds)
    tally.seconds = 0.0 if tally.ready is None else time.monotonic() - tally.ready
    return tally


def _one_worker(tally: Tally, seed: int, ranks: range, seconds: float) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cwd").mkdir()
        (folder / "state").write_bytes(State(rank=ranks.start).pack())
        (folder / "faults").touch()
        with (folder / "said").open("wb") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", tally.worker, tally.kind, str(seed), str(ranks.start), str(ranks.stop), name],
                env=environment(), stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            )  # fmt: skip
            why = _waited(tally, process, folder / "state", seconds)
        state = _state(folder / "state")
        _count(tally, state, ranks)
        for record in _told(folder / "faults"):
            _tell(tally, record)
        if why is None and process.returncode == 0:
            return state.rank
        if why == "time is up":
            return ranks.stop
        last = (folder / "said").read_text(errors="replace")[-300:]
        what = why or f"the process ended with {process.returncode}: {last}"
        data = given(tally.kind, seed, state.rank).data
        _tell(tally, {"rank": state.rank, "what": what, "where": "", "data": data.hex()})
        tally.inputs += 1
        return state.rank + 1


def environment() -> dict[str, str]:
    """Return the environment of a worker: this process's, with one thread a library."""
    paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    few = dict.fromkeys(("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS"), "1")
    return os.environ | few | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}


def _waited(tally: Tally, process: subprocess.Popen[bytes], place: Path, seconds: float) -> str | None:
    began = time.monotonic()
    while True:
        try:
            process.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            state, now = _state(place), time.monotonic()
            if state.since > 0 and tally.ready is None:
                tally.ready = now
            hangs = state.since > 0 and now - state.since > LONGEST
            late = tally.ready is None and now - began > _LONGEST_START
            if not hangs and not late and (tally.ready is None or now - tally.ready < seconds):
                continue
            process.kill()
            process.wait()
            if late:
                return f"not ready after {_LONGEST_START:.0f} s"
            return f"more than {LONGEST:.0f} s" if hangs else "time is up"
        tally.ready = began if tally.ready is None else tally.ready
        return None


def _state(path: Path) -> State:
    return State(*STATE.unpack(path.read_bytes()))


def _count(tally: Tally, state: State, ranks: range) -> None:
    tally.inputs += state.rank - ranks.start
    tally.read += state.read
    tally.refused += state.refused
    tally.memory = max(tally.memory, state.memory)
    if state.slowest > tally.slowest:
        tally.slowest, tally.slowest_rank = state.slowest, state.slowest_rank


def _told(path: Path) -> Iterator[dict[str, object]]:
    return (json.loads(line) for line in path.read_text().splitlines())


def _tell(tally: Tally, record: dict[str, object]) -> None:
    tally.faults += 1
    if "what" in record:
        known = str(record["where"] or record["what"])
        tally.told.setdefault(f"{str(record['what']).partition(':')[0]} {known}", record)
