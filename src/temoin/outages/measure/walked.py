"""What the walk through one series gives, before anything is concluded from it."""

from dataclasses import dataclass

from temoin.outages.measure.grid import Bytes, Floats, Integers, Singles


@dataclass(frozen=True, slots=True)
class Walked:
    """What the walk through one series gives, a value a bin, and its cuts (first, last fallen, first back or −1)."""

    promised: Floats
    loss: Singles
    noise: Singles
    mask: Bytes
    cuts: Integers
