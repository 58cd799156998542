"""Inputs led by coverage: atheris, from the extra ``fuzz``, keeps what reaches new lines of a reader and changes that.

libFuzzer ends the run at a hang of ten seconds or at 1 GB; any other fault is kept once and the run goes on.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["temoin"]):
    from fuzz.engines import few_stop_words, stand_in
    from fuzz.inputs import chosen, seeds_of
    from fuzz.judging import Fault, judge
    from fuzz.old_books import one_process
    from temoin.case.kinds import reader_named

_LONGEST_INPUT = 1 << 14


def guide(kind: str, *, seed: int, inputs: int, seconds: int, kept: Path) -> None:
    """Give a reader inputs led by coverage; the process ends with the run."""
    reader = reader_named(kind)
    stand_in()
    few_stop_words()
    if kind == "xls":
        one_process()
    told: set[str] = set()

    def one_input(data: bytes) -> None:
        given = chosen(data[:2], data[2:])
        try:
            judge(reader, given.data, given.source)
        except Fault as fault:
            name = f"{fault.where or fault.what}"
            if name not in told:
                told.add(name)
                path = kept / f"{kind}-guided-{len(told)}"
                path.write_bytes(given.data)
                print(f"    {kind}: {fault.what[:160]!r} {fault.where}: {path.name}", flush=True)

    with tempfile.TemporaryDirectory() as corpus:
        for rank, whole in enumerate(seeds_of(kind)[1]):
            (Path(corpus) / str(rank)).write_bytes(b"\0\0" + whole)
        limits = ["-timeout=10", "-rss_limit_mb=1024", f"-max_len={_LONGEST_INPUT}", "-print_final_stats=1"]
        until = [f"-runs={inputs}", f"-max_total_time={seconds}", f"-seed={seed}", f"-artifact_prefix={kept}/{kind}-"]
        atheris.Setup([sys.argv[0], *limits, *until, corpus], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    _, said_kind, said_seed, said_inputs, said_seconds, said_kept = sys.argv
    guide(said_kind, seed=int(said_seed), inputs=int(said_inputs), seconds=int(said_seconds), kept=Path(said_kept))
