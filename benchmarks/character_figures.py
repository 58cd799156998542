"""Figures of a likeness against what analysts confirmed: ranking, precision, calibration, by country."""

import math

import numpy as np

DRAWS = 2000


def auc(cut: np.ndarray, share: np.ndarray) -> float:
    """Return how often a cut ranks above another outage, a tie counting half."""
    _values, inverse, counts = np.unique(share, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    cuts = cut.sum()
    if not 0 < cuts < len(cut):
        return math.nan
    return float((rank[cut == 1].sum() - cuts * (cuts + 1) / 2) / (cuts * (len(cut) - cuts)))


def average_precision(cut: np.ndarray, share: np.ndarray) -> float:
    ordered = cut[np.argsort(-share, kind="stable")]
    return float((np.cumsum(ordered) / np.arange(1, len(cut) + 1))[ordered == 1].mean())


def precision_at(cut: np.ndarray, share: np.ndarray, first: int) -> float:
    return float(cut[np.argsort(-share, kind="stable")[:first]].mean())


def calibration_error(cut: np.ndarray, share: np.ndarray, bins: int = 10) -> float:
    """Return the gap between likeness and share of cuts, averaged over bins of equal mass."""
    parts = np.array_split(np.argsort(share, kind="stable"), bins)
    return float(sum(abs(cut[part].mean() - share[part].mean()) * len(part) for part in parts if len(part)) / len(cut))


def calibration_floor(share: np.ndarray, draws: int = 200) -> float:
    """Return the same error of likenesses that are right by construction: what chance alone leaves."""
    random = np.random.default_rng(1)
    return float(np.mean([calibration_error((random.random(len(share)) < share) * 1.0, share) for _ in range(draws)]))


def by_country(places: np.ndarray, cut: np.ndarray, share: np.ndarray) -> tuple[float, float]:
    """Return nine tenths of the areas found when whole countries are drawn again with replacement."""
    random = np.random.default_rng(2)
    of_place = {name: np.flatnonzero(places == name) for name in np.unique(places)}
    names = list(of_place)
    found = []
    for _ in range(DRAWS):
        drawn = np.concatenate([of_place[names[at]] for at in random.integers(0, len(names), len(names))])
        found.append(auc(cut[drawn], share[drawn]))
    low, high = np.nanquantile(found, (0.05, 0.95))
    return float(low), float(high)
