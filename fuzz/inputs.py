"""One input a number: which bytes a reader is given, under which name and reading options; the same for ever."""

import random
from dataclasses import dataclass
from functools import cache

from fuzz.document_seeds import document_seeds
from fuzz.list_seeds import SEEDS
from fuzz.seed import Seed
from temoin.evidence.source import Reading, Source

_ID = "5e" * 32
_NAMES = ("youtube_KZ.csv", "a.txt", "ioda-iran-26-01-01-normalized.csv", "\u202etxt.fdp", "x" * 255, "a\x1b[31m\nb")
_READINGS = (
    Reading(),
    Reading(place="KZ", zone="UTC"),
    Reading(place="KZ", zone="Europe/Paris", decimal=",", dates="dmy"),
    Reading(zone="UTC", encoding="windows-1252", decimal="."),
    Reading(place="IR", dates="mdy", encoding="utf-16", currency="EUR"),
    Reading(place="KZ", encoding="idna"),
    Reading(place="KZ", encoding="utf-7"),
)
_WEIGHTS = (6, 6, 4, 2, 2, 1, 1)


@dataclass(frozen=True)
class Given:
    """Bytes and what is said of them."""

    data: bytes
    source: Source


@cache
def seeds_of(kind: str) -> tuple[tuple[Seed, ...], tuple[bytes, ...]]:
    """Return the seeds of a kind, and as whole files."""
    seeds = SEEDS.get(kind) or document_seeds(kind)
    return seeds, tuple(seed.whole() for seed in seeds)


def given(kind: str, seed: int, rank: int) -> Given:
    """Return the input of a rank: the seeds themselves first, then changes to them."""
    dice = random.Random(f"{kind} {seed} {rank}")
    seeds, wholes = seeds_of(kind)
    reading = dice.choices(_READINGS, _WEIGHTS)[0]
    data = wholes[rank] if rank < len(wholes) else dice.choice(seeds).hurt(dice, wholes)
    return Given(data, Source(id=_ID, size=len(data), name=dice.choice(_NAMES), reading=reading))


def chosen(choice: bytes, data: bytes) -> Given:
    """Return an input whose name and reading options are chosen by two bytes."""
    name, reading = (*choice, 0, 0)[:2]
    source = Source(
        id=_ID, size=len(data), name=_NAMES[name % len(_NAMES)], reading=_READINGS[reading % len(_READINGS)]
    )
    return Given(data, source)
