"""``make fuzz``: every reader of the registry, or one, given hostile inputs; one line a reader, faults kept."""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fuzz.watching import ROOT, Tally, environment, watch
from temoin.case.kinds import READERS

_KEPT = ROOT / "fuzz" / "found"


def main() -> int:
    """Run the fuzzing that the arguments ask for; return 1 where a fault was found."""
    asked = _asked()
    if asked.real_engines:
        os.environ["TEMOIN_FUZZ_REAL_ENGINES"] = "1"
    kinds = asked.kind.split(",") if asked.kind else [reader.kind for reader in READERS]
    seconds = asked.minutes * 60 if asked.minutes else float("inf")

    def fuzzed(kind: str) -> Tally:
        return watch(kind, seed=asked.seed, inputs=asked.inputs, seconds=seconds)

    if asked.guided:
        return max(_guided(kind, asked, int(seconds) if asked.minutes else 0) for kind in kinds)
    found = 0
    with ThreadPoolExecutor(asked.processes) as pool:
        for tally in pool.map(fuzzed, kinds):
            print(tally.line(), flush=True)
            found += tally.faults
            for what, record in tally.told.items():
                print(f"    {what}: {_kept(tally.kind, record)}: {str(record['what'])[:160]!r}", flush=True)
    return 1 if found else 0


def _guided(kind: str, asked: argparse.Namespace, seconds: int) -> int:
    _KEPT.mkdir(exist_ok=True)
    limits = [str(limit) for limit in (asked.seed, asked.inputs, seconds, _KEPT)]
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.guided", kind, *limits], cwd=ROOT, env=environment(), stderr=subprocess.PIPE,
        text=True, check=False,
    )  # fmt: skip
    if done.returncode and "atheris" in done.stderr.rpartition("Error")[2]:
        print("atheris is not installed: it is in the extra fuzz", file=sys.stderr)
    said = [line for line in done.stderr.splitlines() if line.startswith(("stat::", "==", "SUMMARY"))]
    print(f"{kind:<16} ended with {done.returncode}: {'; '.join(said[-9:])}", flush=True)
    return int(done.returncode != 0)


def _kept(kind: str, record: dict[str, object]) -> Path:
    _KEPT.mkdir(exist_ok=True)
    path = _KEPT / f"{kind}-{record['rank']}"
    path.write_bytes(bytes.fromhex(str(record["data"])))
    return path.relative_to(ROOT)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--kind", default="", help="kinds of reader, between commas; all where nothing is said")
    parser.add_argument("--inputs", type=int, default=10_000, help="inputs a reader")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other inputs")
    parser.add_argument("--minutes", type=float, default=0, help="at most, a reader")
    parser.add_argument("--guided", action="store_true", help="inputs led by coverage, with atheris")
    parser.add_argument("--real-engines", action="store_true", help="recognise pictures for true: seconds an input")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="readers at once")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
