"""The lens on labelled series, through its public door."""

from collections.abc import Callable, Sequence

import numpy as np
import polars as pl

from temoin.outages.measure.detect import find_picks
from temoin.outages.scorecard.families import Labelled
from temoin.outages.scorecard.scoring import Found, Shape, overlap

Finder = Callable[[Labelled, int | None], list[Found]]
"""A method: a labelled series, or its first bins, to intervals. It sees values, step and signal, never the truth."""

_LONGEST_DELAY = 288
_AT_ONCE = 64


def find(labelled: Labelled, bins: int | None = None) -> list[Found]:
    """Return what ``find_picks`` gives on a series, or on its first bins."""
    return _intervals(find_picks(labelled.table(bins)), labelled, bins)


def find_all(several: Sequence[Labelled]) -> list[list[Found]]:
    """Return what ``find_picks`` gives on many series, in their order."""
    told: list[list[Found]] = []
    for first in range(0, len(several), _AT_ONCE):
        together = several[first : first + _AT_ONCE]
        places = [f"{rank:04d}" for rank in range(len(together))]
        tables = [one.table(place=place) for one, place in zip(together, places, strict=True)]
        by_place = find_picks(pl.concat(tables)).partition_by("place", as_dict=True)
        none = by_place[next(iter(by_place))].clear() if by_place else pl.DataFrame(schema={"began": pl.Int64})
        told += [
            _intervals(by_place.get((place,), none), one, None) for one, place in zip(together, places, strict=True)
        ]
    return told


def delay(labelled: Labelled, finder: Finder = find) -> int | None:
    """Return after how many measured bins of its first event it is found, when only the data up to then are given.

    The data are cut off after one bin of the event, then two, three, four, six, nine... and, once it is found, between.

    Parameters
    ----------
    labelled : a series with at least one event
    finder : the method

    Returns
    -------
    measured bins wholly inside the event, from its onset on; None where it is not found within 288 bins or while it
    lasts, or where an alarm was already on
    """
    event = labelled.truth[0]
    longest = min(event.end - event.whole, _LONGEST_DELAY)

    def is_found(bins: int) -> bool:
        return any(overlap(one, event) for one in finder(labelled, event.whole + bins))

    if any(one.end >= event.onset for one in finder(labelled, event.onset)):
        return None
    silent, bins = 0, 1
    while not is_found(bins):
        if bins == longest:
            return None
        silent, bins = bins, min(longest, max(bins + 1, bins * 3 // 2))
    while bins - silent > 1:
        middle = (silent + bins) // 2
        silent, bins = (silent, middle) if is_found(middle) else (middle, bins)
    return int(np.isfinite(labelled.values[event.whole : event.whole + bins]).sum())


def _intervals(picks: pl.DataFrame, labelled: Labelled, bins: int | None) -> list[Found]:
    length = len(labelled.values) if bins is None else bins
    shapes: dict[str, Shape] = {"cut": "cut", "level": "level"}
    told = []
    for pick in picks.iter_rows(named=True):
        onset = int((pick["began"] - labelled.begin).total_seconds()) // labelled.step
        ended = pick["ended"]
        end = length if ended is None else int((ended - labelled.begin).total_seconds()) // labelled.step
        told.append(Found(onset, end, shapes[pick["shape"]]))
    return told
