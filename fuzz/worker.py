"""The process that reads: inputs of one reader, one after the other, its place told after each one."""

import json
import mmap
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fuzz.confining import Confined, peak_memory
from fuzz.inputs import Given, given
from fuzz.judging import Fault, judge
from temoin.case.kinds import reader_named
from temoin.errors import TemoinError

STATE = struct.Struct("<qdqqdqq")
_TWICE_EVERY = 16
_RENEWED_ABOVE = 600 << 20
_MINIMISING = 20.0
_MOST_TOLD = 200


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


def work(kind: str, seed: int, ranks: range, folder: Path) -> None:
    """Read the inputs of these ranks; faults go to a file of the folder, one a line, the place to another."""
    reader = reader_named(kind)
    confined = Confined(folder / "cwd")
    state, told = State(), set[tuple[str, str]]()
    with (folder / "state").open("r+b") as file, (folder / "faults").open("a") as faults:
        shown = mmap.mmap(file.fileno(), STATE.size)
        _warmed(kind, seed)
        confined.enter()

        def tried(one: Given, *, twice: bool) -> str:
            confined.begin()
            try:
                return judge(reader, one.data, one.source, twice=twice)
            finally:
                confined.require_nothing_done()

        for state.rank in ranks:
            one = given(reader, seed, state.rank)
            state.since = time.monotonic()
            shown[:] = state.pack()
            took = None
            try:
                if tried(one, twice=state.rank % _TWICE_EVERY == 0) == "read":
                    state.read += 1
                else:
                    state.refused += 1
            except Fault as fault:
                took = time.monotonic() - state.since
                key = (fault.where or fault.what, fault.what.partition(":")[0])
                if key not in told and len(told) < _MOST_TOLD:
                    told.add(key)
                    shown[:] = State(rank=state.rank, since=time.monotonic() + _MINIMISING).pack()
                    small = minimised(one, lambda part, wanted=key: _still(tried, part, wanted))
                    record = {"rank": state.rank, "what": fault.what, "where": fault.where, "data": small.data.hex()}
                    faults.write(json.dumps(record) + "\n")
                    faults.flush()
                else:
                    faults.write(json.dumps({"rank": state.rank, "again": key}) + "\n")
            took = took or time.monotonic() - state.since
            if took > state.slowest:
                state.slowest, state.slowest_rank = took, state.rank
            state.memory = peak_memory()
            if state.memory > _RENEWED_ABOVE:
                break
        state.rank, state.since = state.rank + 1, 0.0
        shown[:] = state.pack()


def _warmed(kind: str, seed: int) -> None:
    # What is imported and compiled at a first reading is no cost of an input, and may write its caches.
    reader = reader_named(kind)
    for rank in range(4):
        one = given(reader, seed, rank)
        try:
            judge(reader, one.data, one.source, twice=True)
        except (Fault, TemoinError):
            continue


def _still(tried: Callable[..., str], part: Given, wanted: tuple[str, str]) -> bool:
    try:
        tried(part, twice=wanted[1].startswith("the same bytes"))
    except Fault as fault:
        return (fault.where or fault.what, fault.what.partition(":")[0]) == wanted
    return False


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
    work(said_kind, int(said_seed), range(int(said_first), int(said_last)), Path(said_folder))
