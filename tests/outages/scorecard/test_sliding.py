"""The sliding median against the definition."""

import numpy as np

from temoin.outages.scorecard.sliding import sliding_median


def test_it_is_the_median_of_the_measured_values_before() -> None:
    random = np.random.default_rng(8)
    values = random.integers(0, 20, 400).astype(float)
    values[random.random(400) < 0.2] = np.nan
    for width, least in [(1, 1), (7, 3), (50, 10)]:
        medians = sliding_median(values, width, least)
        for index in range(400):
            before = values[max(0, index - width) : index]
            before = before[~np.isnan(before)]
            wanted = np.median(before) if len(before) >= least else np.nan
            assert np.array_equal(medians[index], wanted, equal_nan=True)
