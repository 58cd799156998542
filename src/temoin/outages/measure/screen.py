"""Compiled: in which of many series something fell.

The same walk as for one series, with room for one series that is used again and again. It holds no lock, so threads
run side by side.
"""

import numpy as np
import numpy.typing as npt
from numba import njit

from temoin.outages.measure.edges import Limits, is_fall, shape_cut
from temoin.outages.measure.grid import Integers, Singles
from temoin.outages.measure.judging import Rules
from temoin.outages.measure.kernels import Memory, Walk, walk_through
from temoin.outages.measure.promise import DAYS, RESIDUAL_BINS, WEEKS


@njit(cache=True, nogil=True)
def screen(
    values: Singles, blocks: Integers, slots: tuple[int, int], by: tuple[Rules, Rules, Limits]
) -> npt.NDArray[np.bool_]:
    """Return in which series something fell.

    Parameters
    ----------
    values : shape (series, bins), NaN where not measured
    blocks : as ``blocks_of`` gives them
    slots : how many times of the week and of the day there are
    by : rules for measures, rules for counts, and the limits of a fall
    """
    plain, counting, limits = by
    bins = values.shape[1]
    memory = Memory(
        np.empty((WEEKS, slots[0]), dtype=np.float32),
        np.empty((DAYS, slots[1]), dtype=np.float32),
        np.empty(RESIDUAL_BINS, dtype=np.float32),
    )
    walk = Walk(
        np.empty(bins, dtype=np.float32),
        np.empty(bins, dtype=np.float32),
        np.empty(bins, dtype=np.float32),
        np.empty(bins, dtype=np.uint8),
        np.empty((bins // 2 + 1, 3), dtype=np.int64),
    )
    fallen = np.zeros(len(values), dtype=np.bool_)
    for rank in range(len(values)):
        rules = counting if _are_whole(values[rank]) else plain
        found = walk_through(values[rank], blocks, rules, memory, walk)
        for cut in range(found):
            shape = shape_cut(walk.loss, walk.noise, walk.mask, walk.cuts[cut], limits)
            if is_fall(shape, walk.cuts[cut], limits):
                fallen[rank] = True
                break
    return fallen


@njit(cache=True)
def _are_whole(values: Singles) -> bool:
    for index in range(len(values)):
        value = values[index]
        if value == value and value != np.floor(value):
            return False
    return True
