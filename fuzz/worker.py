"""The process that reads: inputs of one reader, one after the other, its place told after each one."""

import json
import mmap
import os
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fuzz.confining import TOO_MUCH, Confined, peak_memory
from fuzz.engines import few_stop_words, stand_in
from fuzz.inputs import Given, given
from fuzz.judging import Fault, judge
from fuzz.old_books import one_process
from temoin.case.kinds import AnyReader, reader_named
from temoin.errors import TemoinError

STATE = struct.Struct("<qdqqdqq")
_TWICE_EVERY = 16
_RENEWED_ABOVE = 600 << 20
_MINIMISING = 20.0
_MOST_TOLD = 200
_WARMING = 4
Key = tuple[str, str]


@dataclass
class State:
    """Where a worker is: rank of the input at hand and since when (monotonic), what came of the earlier ones."""

    rank: int = -1
    since: float = 0.0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    slowest_rank: int = -1
    memory: int = 0

    def pack(self) -> bytes:
        fields = (self.rank, self.since, self.read, self.refused, self.slowest, self.slowest_rank, self.memory)
        return STATE.pack(*fields)


class Worker:
    """Reads inputs of one reader under watch; faults go to a file of its folder, one a line, its place to another."""

    def __init__(self, kind: str, seed: int, folder: Path) -> None:
        self.reader = reader_named(kind)
        self.seed = seed
        self.confined = Confined(folder / "cwd")
        self.state = State()
        self.told: set[Key] = set()
        self.faults = (folder / "faults").open("a")
        with (folder / "state").open("r+b") as file:
            self.shown = mmap.mmap(file.fileno(), STATE.size)

    def work(self, ranks: range) -> None:
        """Read the inputs of these ranks, or as many as fit before this process holds too much memory."""
        if not os.environ.get("TEMOIN_FUZZ_REAL_ENGINES"):
            stand_in()
        few_stop_words()
        if self.reader.kind == "xls" and hasattr(os, "fork"):
            one_process()
        _warmed(self.reader, self.seed)
        self.confined.enter()
        for rank in ranks:
            self._one(rank)
            if self.state.memory > _RENEWED_ABOVE or os.getppid() == 1:
                break
        self.state.rank, self.state.since = self.state.rank + 1, 0.0
        self._show()

    def _one(self, rank: int) -> None:
        one = given(self.reader.kind, self.seed, rank)
        state = self.state
        state.rank, state.since = rank, time.monotonic()
        self._show()
        fault = None
        try:
            if self._tried(one, twice=rank % _TWICE_EVERY == 0) == "read":
                state.read += 1
            else:
                state.refused += 1
        except Fault as found:
            fault = found
        took = time.monotonic() - state.since
        if took > state.slowest:
            state.slowest, state.slowest_rank = took, rank
        state.memory = peak_memory()
        if fault is not None:
            self._tell(fault, one)

    def _tried(self, one: Given, *, twice: bool) -> str:
        self.confined.begin()
        try:
            return judge(self.reader, one.data, one.source, twice=twice)
        finally:
            self.confined.require_nothing_done()

    def _tell(self, fault: Fault, one: Given) -> None:
        key = _key(fault)
        record: dict[str, object] = {"rank": self.state.rank, "again": key}
        if key not in self.told and len(self.told) < _MOST_TOLD:
            self.told.add(key)
            self.state.since += _MINIMISING
            self._show()
            # Memory once taken stays in the count: what took it cannot be told from what came after.
            small = one if fault.what == TOO_MUCH else minimised(one, lambda part: self._still(part, key))
            record = {"rank": self.state.rank, "what": fault.what, "where": fault.where, "data": small.data.hex()}
        self.faults.write(json.dumps(record) + "\n")
        self.faults.flush()

    def _still(self, part: Given, wanted: Key) -> bool:
        try:
            self._tried(part, twice=wanted[1].startswith("the same bytes"))
        except Fault as fault:
            return _key(fault) == wanted
        return False

    def _show(self) -> None:
        self.shown[:] = self.state.pack()


def _key(fault: Fault) -> Key:
    return fault.where or fault.what, fault.what.partition(":")[0]


def _warmed(reader: AnyReader, seed: int) -> None:
    # What is imported and compiled at a first reading is no cost of an input, and may write its caches.
    for rank in range(_WARMING):
        one = given(reader.kind, seed, rank)
        with suppress(Fault, TemoinError):
            judge(reader, one.data, one.source, twice=True)


def minimised(one: Given, still: Callable[[Given], bool]) -> Given:
    """Return an input with as much cut away as keeps its fault, within twenty seconds."""
    data, until = one.data, time.monotonic() + _MINIMISING
    piece = max(1, len(data) // 2)
    while piece:
        place = 0
        while place < len(data) and time.monotonic() < until:
            shorter = data[:place] + data[place + piece :]
            if still(Given(shorter, one.source)):
                data = shorter
            else:
                place += piece
        piece //= 2
    return Given(data, one.source)


if __name__ == "__main__":
    _, said_kind, said_seed, said_first, said_last, said_folder = sys.argv
    Worker(said_kind, int(said_seed), Path(said_folder)).work(range(int(said_first), int(said_last)))
