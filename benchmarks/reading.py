"""How fast countries are found in a text, and how fast claims are read.

Run as ``python benchmarks/reading.py``; it prints millions of characters a second.
"""

import time
from collections.abc import Callable

from temoin.claims import sample
from temoin.world import find_countries

SENTENCE = "Le Kazakhstan a coupé Internet à Almaty le 5 janvier 2022 à 10h30 (UTC), 450 000 lignes, said a spokesman. "


def millions_a_second(read: Callable[[str], object], repeats: int) -> float:
    text = SENTENCE * repeats
    read(SENTENCE)
    began = time.perf_counter()
    read(text)
    return len(text) / (time.perf_counter() - began) / 1e6


if __name__ == "__main__":
    print(f"countries found {millions_a_second(find_countries, 20_000):8.2f} M characters a second")
    print(f"claims read     {millions_a_second(sample.read, 500):8.2f} M characters a second")
