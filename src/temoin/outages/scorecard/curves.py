"""The parts of a made-up series: the shape of its day and week, its noise, and what a loss leaves of it."""

import math
from dataclasses import dataclass

import numpy as np

from temoin.outages.measure.grid import Floats

_A_DAY, _A_WEEK = 24.0, 168.0
_FORGOTTEN = 1e-12
_GLIDE_INTO_THE_WEEKEND = 4.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a day and of a week, as multiples of a level.

    Parameters
    ----------
    amplitude : half the way from the night's trough to the evening's top, 0 to 1
    trough : local hour of the lowest point
    second : size of the second harmonic, as a share of the amplitude
    lunch : share lost around noon
    rest : share lost on Saturday and Sunday
    glides : whether the weekend sets in over four hours, else at midnight
    """

    amplitude: float
    trough: float
    second: float = 0.0
    lunch: float = 0.0
    rest: float = 0.0
    glides: bool = False

    def at(self, hours: Floats) -> Floats:
        """Return the shape at local hours counted from midnight of a Monday.

        Examples
        --------
        >>> Shape(0.4, 4.0, rest=0.2).at(np.array([4.0, 16.0, 5 * 24 + 16.0])).round(2).tolist()
        [0.6, 1.4, 1.12]
        """
        turn = 2 * math.pi * (hours - self.trough) / _A_DAY
        day = 1 - self.amplitude * (np.cos(turn) + self.second * np.cos(2 * turn + 1.0)) / (1 + self.second)
        noon = np.exp(-0.5 * ((hours % _A_DAY - 13.0) / 0.8) ** 2)
        within = hours % _A_WEEK
        if self.glides:
            into = np.clip((within - 5 * _A_DAY) / _GLIDE_INTO_THE_WEEKEND + 0.5, 0, 1)
            out_of = np.clip((_A_WEEK - within) / _GLIDE_INTO_THE_WEEKEND, 0, 1)
            weekend = into * out_of
        else:
            weekend = (within >= 5 * _A_DAY).astype(np.float64)
        return np.asarray(day * (1 - self.lunch * noon) * (1 - self.rest * weekend), dtype=np.float64)


FLAT = Shape(0.0, 4.0)
"""The shape of a signal of machines, which do not sleep."""


def some_shape(random: np.random.Generator) -> Shape:
    """Return one of many shapes: how deep the night, when, a second top or none, a lunch or none, what rest."""
    return Shape(
        amplitude=random.uniform(0.25, 0.6),
        trough=random.uniform(0.0, _A_DAY),
        second=random.choice([0.0, 0.0, 0.25, 0.45]),
        lunch=random.choice([0.0, 0.0, 0.08, 0.15]),
        rest=random.choice([0.0, 0.05, 0.12, 0.2]),
        glides=bool(random.integers(2)),
    )


def wandering(random: np.random.Generator, bins: int, phi: float, tail: float = math.inf) -> Floats:
    """Return an autoregressive walk of order one with unit variance.

    Parameters
    ----------
    random : seeded generator
    bins : length
    phi : what a bin keeps of the one before it, 0 to 1 (1 excluded)
    tail : degrees of freedom of Student's law of the shocks, above 2; infinite for Gaussian ones

    Returns
    -------
    shape (bins,)
    """
    shocks = random.standard_normal(bins)
    if math.isfinite(tail):
        shocks = random.standard_t(tail, bins) * math.sqrt((tail - 2) / tail)
    walk = shocks * math.sqrt(1 - phi**2)
    walk[0] = shocks[0]
    # The filter 1 / (1 - phi z) is the product of (1 + phi^k z^k) over k = 1, 2, 4...
    lag, kept = 1, phi
    while lag < bins and kept > _FORGOTTEN:
        walk[lag:] = walk[lag:] + kept * walk[:-lag]
        lag, kept = 2 * lag, kept * kept
    return walk


def loss_of(bins: int, onset: float, end: float, depth: float, ramp: float = 0.0) -> Floats:
    """Return the share lost in each bin by a cut that falls at once or along a straight ramp, and returns at once.

    Parameters
    ----------
    bins : length of the series
    onset, end : when it begins and ends, in bins, not always whole: a bin cut in the middle loses a part
    depth : share lost, 0 to 1
    ramp : how long the fall takes, in bins

    Examples
    --------
    >>> loss_of(5, 1.5, 4.0, 0.8).tolist()
    [0.0, 0.4, 0.8, 0.8, 0.0]
    >>> loss_of(5, 1.0, 5.0, 0.8, ramp=2.0).round(2).tolist()
    [0.0, 0.2, 0.6, 0.8, 0.8]
    """
    starts = np.arange(bins, dtype=np.float64)
    fallen = np.clip((starts + 0.5 - onset) / ramp, 0, 1) if ramp else np.clip(starts + 1 - onset, 0, 1)
    back = np.clip(starts + 1 - end, 0, 1)
    return np.asarray(depth * fallen * (1 - back), dtype=np.float64)


def glide_of(bins: int, onset: float, end: float, depth: float, ramp: float) -> Floats:
    """Return the share lost in each bin by a holiday: down along a smooth ramp, a plateau, and smoothly back.

    Parameters
    ----------
    bins : length of the series
    onset, end : when the first ramp begins and the last one ends, in bins
    depth : share lost on the plateau, 0 to 1
    ramp : how long each ramp takes, in bins

    Examples
    --------
    >>> glide_of(6, 0.0, 6.0, 0.2, 2.0).round(2).tolist()
    [0.03, 0.17, 0.2, 0.2, 0.17, 0.03]
    """
    middles = np.arange(bins) + 0.5
    along = np.clip(np.minimum(middles - onset, end - middles) / ramp, 0, 1)
    return np.asarray(depth * (0.5 - 0.5 * np.cos(math.pi * along)), dtype=np.float64)
