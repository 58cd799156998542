"""Random SIGKILLs during add, review and build: nothing acknowledged is lost, and the dossier's bytes are the same.

Run as ``python benchmarks/kills.py 200``; the test suite runs a dozen.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-m", "temoin"]
LONGEST_WAIT = 300


@dataclass(frozen=True)
class Storm:
    """One storm of kills: how many struck, and how many acts were struck after they had been acknowledged."""

    kills: int
    acknowledged: int


class Person:
    """Somebody working on a case, whose commands are killed at random and who then tries again."""

    def __init__(self, case: Path, dice: random.Random | None, usual: dict[str, float]) -> None:
        self.case = case
        self.dice = dice
        self.usual = usual
        self.kills_left = 0
        self.kills = 0
        self.acknowledged: list[str] = []

    def do(self, *arguments: str) -> str:
        while True:
            done = self._try(*arguments)
            if done is not None:
                self.acknowledged.append(arguments[0])
                return done
            self.check()

    def check(self) -> None:
        verified = run("verify", str(self.case))
        assert verified.returncode == 0, verified.stdout + verified.stderr

    def _try(self, *arguments: str) -> str | None:
        process = subprocess.Popen(
            [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        wait = LONGEST_WAIT
        if self.dice is not None and self.kills_left > 0:
            wait = self.dice.uniform(0.02, 0.9 * self.usual[arguments[0]])
        started = time.perf_counter()
        try:
            out, err = process.communicate(timeout=wait)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            self.kills += 1
            self.kills_left -= 1
            return None
        assert process.returncode == 0, err
        if self.dice is None:
            self.usual[arguments[0]] = time.perf_counter() - started
        return out


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)


def work(person: Person, files: list[Path], kills: int) -> dict[str, bytes]:
    """Add files, decide on figures, build; return the dossier's bytes by file name."""
    case = str(person.case)
    per_act = max(1, kills // (2 * len(files) + 2)) if kills else 0
    added: list[str] = []
    for path in files:
        person.kills_left = per_act
        added.append(person.do("add", case, str(path)).split()[0])
        sources = {record["id"] for record in answered("query", case, "SELECT id FROM sources", "--json")}
        assert set(added) == sources, "an acknowledged source was lost"
    person.kills_left = per_act
    person.do("build", case, "--language", "fr")
    person.check()
    statements = answered("query", case, "SELECT id FROM statements ORDER BY id", "--json")
    decided: set[str] = set()
    for rank, statement in enumerate(statements[: len(files)]):
        person.kills_left = per_act
        decision = "reject" if rank % 3 == 2 else "accept"
        person.do("review", case, statement["id"], decision, "--by", "Ada")
        decided.add(statement["id"])
        reviews = {record["statement"] for record in answered("query", case, "SELECT statement FROM reviews", "--json")}
        assert decided == reviews, "an acknowledged decision was lost"
    person.kills_left = max(0, kills - person.kills)
    person.do("build", case, "--language", "fr")
    while person.kills < kills:
        (person.case / "dossier" / "build.json").unlink()
        person.kills_left = kills - person.kills
        person.do("build", case, "--language", "fr")
    person.check()
    return {path.name: path.read_bytes() for path in sorted((person.case / "dossier").iterdir())}


def answered(*arguments: str) -> list[dict[str, str]]:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def made_up_files(folder: Path, count: int) -> list[Path]:
    paths = []
    for rank in range(count):
        path = folder / f"made-up-{rank}.txt"
        path.write_text(
            f"Atlasie : une note inventée, la {rank}e\n\nPort-Fictif, {rank + 1} mars 2024 – En Atlasie, le "
            f"réseau est tombé le {rank + 1} mars 2024 à 1{rank % 10} h 30 UTC ; {rank + 4}50 000 abonnés concernés.\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def storm(kills: int, *, seed: int, files: int) -> Storm:
    """Do the same work twice, once undisturbed and once under kills, and compare the dossiers byte for byte."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {
            "SOURCE_DATE_EPOCH": "1700000000",
            "TEMOIN_AUTHOR": "tester",
            "TEMOIN_KEYS": str(folder / "keys"),
            "TEMOIN_LANG": "en",
        }
        made = made_up_files(folder, files)
        results, persons = [], []
        usual: dict[str, float] = {}
        for side, dice in (("calm", None), ("storm", random.Random(seed))):
            case = folder / side / "case"
            case.parent.mkdir()
            assert run("new", str(case)).returncode == 0
            persons.append(Person(case, dice, usual))
            results.append(work(persons[-1], made, kills if dice else 0))
        calm, stormy = results
        assert calm == stormy, [name for name in calm if calm[name] != stormy.get(name)]
        return Storm(persons[1].kills, len(persons[1].acknowledged))


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    done = storm(wanted, seed=20261121, files=8)
    print(f"{done.kills} kills, {done.acknowledged} acts acknowledged, nothing lost, same bytes")
