"""The median of a sliding window, for the replicas of rules that rest on one."""

import numpy as np
from numba import njit

from temoin.outages.measure.grid import Floats


@njit(cache=True)
def sliding_median(values: Floats, width: int, least: int) -> Floats:
    """Return for each bin the median of the measured values among the ``width`` bins before it.

    Parameters
    ----------
    values : shape (bins,), NaN where not measured
    width : bins looked back on
    least : measured values below which there is no median

    Returns
    -------
    shape (bins,), NaN where there is none

    Examples
    --------
    >>> sliding_median(np.array([3.0, 1.0, np.nan, 2.0, 9.0]), 3, 2).tolist()
    [nan, nan, 2.0, 2.0, 1.5]
    """
    medians = np.full(len(values), np.nan)
    window = np.empty(width)
    size = 0
    for index in range(len(values)):
        if size >= least:
            middle = size // 2
            medians[index] = window[middle] if size % 2 else (window[middle - 1] + window[middle]) / 2
        leaving = index - width
        if leaving >= 0 and not np.isnan(values[leaving]):
            at = np.searchsorted(window[:size], values[leaving])
            window[at : size - 1] = window[at + 1 : size].copy()
            size -= 1
        if not np.isnan(values[index]):
            at = np.searchsorted(window[:size], values[index])
            window[at + 1 : size + 1] = window[at:size].copy()
            window[at] = values[index]
            size += 1
    return medians
