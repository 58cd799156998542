"""What a user would otherwise take, behind one small interface: values and a bin width to intervals.

Each rule is a replica of what is published, or the library itself where the extra ``bench`` is installed. All share
one last step: the low side only, as many bins as the lens asks for, gaps of up to three bins closed. Methods without a
seasonal model are given one for free: the logarithm of the value over the median of the same time of the week, taken
from the whole series, the future included. Where a bin was not measured they are given the line between its neighbours.

References
----------
IODA: Help.js in InetIntel/ioda-ui at 1032915 (80 % of the 7-day median for active probing, 25 % for the telescope).
OONI: analysis/detector.py in ooni/data at c8fcc72. Truong, Oudre, Vayatis, ruptures, Signal Processing 167, 2020,
arXiv 1801.00826. ADTK 0.6.2, documentation of LevelShiftAD and SeasonalAD.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from temoin.outages.measure.grid import LARGEST_LOG, SECONDS_A_DAY, SECONDS_A_WEEK, Floats
from temoin.outages.scorecard.scoring import Found
from temoin.outages.settings import DEFAULT

Flags = npt.NDArray[np.bool_]

_CLOSED_GAP = 3
_ROBUST_Z = 6.0
_DROP = 0.2
_SEGMENT_DROP = 0.15
_MAD_TO_SIGMA = 1.4826
_SHIFT_WINDOW, _FEWEST_IN_WINDOW = 3600, 3
_NORMAL, _BLOCKED, _ALARM_AFTER = 0.0, 0.7, 10.0
_PENALTY = 3.0


@dataclass(frozen=True, slots=True)
class Peer:
    """A method to be compared with.

    Parameters
    ----------
    name : as the scorecard prints it
    find : values (NaN where not measured) and bin width in seconds to intervals
    needs : modules that the extra ``bench`` installs
    helped : whether it is given the season for free, from the whole series
    """

    name: str
    find: Callable[[Floats, int], list[Found]]
    needs: tuple[str, ...] = ()
    helped: bool = False

    @property
    def rule(self) -> str:
        """What it does, in one line."""
        return (self.find.__doc__ or "").partition("\n")[0]

    @property
    def lacks(self) -> str | None:
        """The sentence to print where it cannot run here; None where it can."""
        missing = [module for module in self.needs if find_spec(module) is None]
        return f"{self.name}: not run, {' and '.join(missing)} not installed (the extra `bench`)" if missing else None


def runs_of(flags: Flags, step: int) -> list[Found]:
    """Return the runs of flagged bins: gaps of up to three bins closed, then at least as many bins as confirm a cut.

    Examples
    --------
    >>> runs_of(np.array([0, 1, 1, 0, 1, 0, 0, 0, 0, 1, 0], dtype=bool), 300)
    [Found(onset=1, end=5, shape='cut')]
    """
    at = np.flatnonzero(flags)
    if not len(at):
        return []
    breaks = np.flatnonzero(np.diff(at) > _CLOSED_GAP + 1)
    firsts, lasts = at[np.r_[0, breaks + 1]], at[np.r_[breaks, len(at) - 1]]
    runs = [Found(int(first), int(last) + 1) for first, last in zip(firsts, lasts, strict=True)]
    return [run for run in runs if run.end - run.onset >= DEFAULT.confirming(step)]


def filled(values: Floats) -> Floats:
    """Return a series with each unmeasured bin on the line between its neighbours."""
    measured = np.flatnonzero(~np.isnan(values))
    return np.interp(np.arange(len(values)), measured, values[measured])


def deseasonalised(values: Floats, step: int) -> Floats:
    """Return the logarithm of each value over the median of its time of the week (of the day, under two weeks)."""
    whole = filled(values)
    span = SECONDS_A_WEEK if len(whole) * step >= 2 * SECONDS_A_WEEK else SECONDS_A_DAY
    slots = max(1, span // step)
    rows = -(-len(whole) // slots)
    laid = np.concatenate([whole, np.full(rows * slots - len(whole), np.nan)]).reshape(rows, slots)
    usual = np.tile(np.nanmedian(laid, axis=0), rows)[: len(whole)]
    share = np.divide(whole, usual, out=np.ones(len(whole)), where=usual > 0)
    return np.asarray(np.log(np.maximum(share, np.exp(-LARGEST_LOG))), dtype=np.float64)


def weekly_median(values: Floats, step: int) -> list[Found]:
    """Find bins a fifth and six robust deviations under the median of the same time of the week."""
    ratio = deseasonalised(values, step)
    middle = np.median(ratio)
    spread = max(_MAD_TO_SIGMA * float(np.median(np.abs(ratio - middle))), 1e-9)
    low = (ratio - middle < -_ROBUST_Z * spread) & (ratio < np.log(1 - _DROP))
    return runs_of(low & ~np.isnan(values), step)


def ioda_rule(share: float) -> Callable[[Floats, int], list[Found]]:
    """Return IODA's rule: bins under a share of the median of the seven days before them."""

    def find(values: Floats, step: int) -> list[Found]:
        """Find bins under that share of the median of the seven days before them."""
        from temoin.outages.scorecard.sliding import sliding_median

        usual = sliding_median(values, SECONDS_A_WEEK // step, max(1, SECONDS_A_DAY // step))
        measured = ~np.isnan(values) & ~np.isnan(usual)
        return runs_of(measured & (np.nan_to_num(values) < share * np.nan_to_num(usual)), step)

    return find


def ooni_cusum(values: Floats, step: int) -> list[Found]:
    """Find by OONI's two-sided state CUSUM, its means 0 and 0.7 and its expected delay of 10 cells, on the share lost.

    An event begins when the alarm is raised, as theirs does: a wholly blocked cell counts 0.65 against a bound of 3.5.
    """
    lost = np.clip(1 - np.exp(deseasonalised(values, step)), 0, 1)
    bound = _ALARM_AFTER * (_BLOCKED - _NORMAL) / 2
    steps = lost - (_BLOCKED + _NORMAL) / 2
    flags = np.zeros(len(lost), dtype=np.bool_)
    blocked, total = False, 0.0
    for index, toward in enumerate(steps.tolist()):
        total = max(0.0, total + (-toward if blocked else toward))
        if total > bound:
            blocked, total = not blocked, 0.0
        flags[index] = blocked
    return runs_of(flags, step)


def kernel_cpd(values: Floats, step: int) -> list[Found]:
    """Find by ruptures' KernelCPD with a linear kernel: segments of the log-ratio whose median lies 15 % low.

    The penalty is three times the variance of the noise, as its first autocorrelation inflates it, times log n.
    """
    import ruptures

    ratio = deseasonalised(values, step)
    noise = ratio - np.median(ratio)
    spread = _MAD_TO_SIGMA * float(np.median(np.abs(noise)))
    calm = np.clip(noise, -4 * spread, 4 * spread)
    kept = min(0.95, max(0.0, float(np.corrcoef(calm[1:], calm[:-1])[0, 1])))
    penalty = _PENALTY * spread**2 * (1 + kept) / (1 - kept) * np.log(len(ratio))
    ends = (
        ruptures.KernelCPD(kernel="linear", min_size=DEFAULT.confirming(step), jump=1).fit(ratio).predict(pen=penalty)
    )
    low = np.zeros(len(ratio), dtype=np.bool_)
    for first, last in zip([0, *ends[:-1]], ends, strict=True):
        low[first:last] = np.median(ratio[first:last]) < np.log(1 - _SEGMENT_DROP)
    return runs_of(low, step)


def level_shift(values: Floats, step: int) -> list[Found]:
    """Find by adtk's LevelShiftAD: windows of an hour (at least three bins), its factor 6, the negative side."""
    from adtk.detector import LevelShiftAD

    window = max(_FEWEST_IN_WINDOW, _SHIFT_WINDOW // step)
    return _by_adtk(LevelShiftAD(window=window, c=_ROBUST_Z, side="negative"), values, step)


def seasonal(values: Floats, step: int) -> list[Found]:
    """Find by adtk's SeasonalAD on a week, its factor 6, the negative side; nothing under two weeks, which it needs."""
    from adtk.detector import SeasonalAD

    if len(values) * step < 2 * SECONDS_A_WEEK:
        return []
    return _by_adtk(SeasonalAD(freq=SECONDS_A_WEEK // step, c=_ROBUST_Z, side="negative"), values, step)


def _by_adtk(detector: object, values: Floats, step: int) -> list[Found]:
    import pandas as pd

    index = pd.date_range("2024-03-04", periods=len(values), freq=pd.Timedelta(seconds=step))
    with warnings.catch_warnings():
        # Written for an older pandas, it warns of what will change at every call.
        warnings.simplefilter("ignore")
        flags = detector.fit_detect(pd.Series(filled(values), index=index))  # type: ignore[attr-defined]
    return runs_of(flags.to_numpy(dtype=np.float64, na_value=0.0) > 0, step)


PEERS: tuple[Peer, ...] = (
    Peer("time-of-week median, z only", weekly_median, helped=True),
    Peer("IODA rule, probing (80%)", ioda_rule(0.80)),
    Peer("IODA rule, telescope (25%)", ioda_rule(0.25)),
    Peer("OONI-style CUSUM", ooni_cusum, helped=True),
    Peer("ruptures KernelCPD linear", kernel_cpd, ("ruptures",), helped=True),
    Peer("adtk LevelShiftAD", level_shift, ("adtk", "pandas")),
    Peer("adtk SeasonalAD, weekly", seasonal, ("adtk", "pandas")),
)
"""The peers, in the order in which they are told."""
