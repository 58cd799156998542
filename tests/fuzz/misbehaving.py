"""A worker whose reader does, at the twentieth input, what no reader may do: its kind says what."""

import os
import signal
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from fuzz import inputs, worker
from temoin.documents.document import Document
from temoin.errors import InputError
from temoin.evidence.reader import Reader
from temoin.evidence.source import Source
from temoin.words import same

KEPT: list[bytearray] = []
DEEDS: dict[str, Callable[[], object]] = {
    "hangs": lambda: time.sleep(60),
    "crashes": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "raises": lambda: {}["nothing"],
    "prints": lambda: print("a remark"),
    "warns": lambda: warnings.warn("a warning", UserWarning, stacklevel=1),
    "writes": lambda: Path("left").write_text("x"),
    "writes-elsewhere": lambda: (Path(__file__).parent / "never-written").open("w"),
    "runs": lambda: os.system("true"),
    "grows": lambda: KEPT.append(bytearray(1100 << 20)),
}


def misbehaving(kind: str) -> Reader[Document]:
    def read(stream: BinaryIO, _: Source) -> Document:
        data = stream.read()
        if b"deed" in data:
            DEEDS[kind]()
        raise InputError("a", same("b"), same("c"))

    return Reader(kind=kind, version=1, label=same(kind), recognises=lambda _: True, read=read)


if __name__ == "__main__":
    usual = inputs.given

    def given(kind: str, seed: int, rank: int) -> inputs.Given:
        return inputs.Given(b"the deed" if rank == 20 else b"nothing", usual(kind, seed, rank).source)

    worker.given = given
    worker.reader_named = misbehaving
    _, said_kind, said_seed, said_first, said_last, said_folder = sys.argv
    worker.Worker(said_kind, int(said_seed), Path(said_folder)).work(range(int(said_first), int(said_last)))
