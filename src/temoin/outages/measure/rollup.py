"""Roll-up: the parts of a place joined into one series of the place, walked as any other.

Seventy counties or three hundred networks that fall together are one outage of the country. Its onset, depth and
hours are dated from the data: the mean, over the parts measured in a bin, of the share of the expected value that each
of them kept is itself a series, of scale ``parts``, in per cent, and the lens's own method finds where it falls. Each
part counts the same, and a part above what is expected of it counts as whole, so that one part's crowd never hides the
fall of the others. Pooling many noisy parts also shows a loss that none of them shows alone.
"""

from bisect import bisect
from collections.abc import Iterable, Mapping
from itertools import groupby

import numpy as np
import numpy.typing as npt
import polars as pl

from temoin.outages.measure.detect import Measured, measure
from temoin.outages.measure.watched import SERIES, series_numbered
from temoin.outages.places import PATHS, Holders
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import EXPECTED, PICKS, SIGNALS

FEWEST_PARTS = 3
"""Parts from which a place is judged by them."""
JOINED_SCALE = "parts"

_NONE = np.iinfo(np.uint32).max
_WHOLE = 100.0
_A_DAY = 86_400
_FIRST_DAYS = 3
Joint = tuple[str, str, str]
"""Source, holding place, signal."""


def parts_of(series: Iterable[tuple[str, str, str]], holders: Holders = PATHS) -> dict[Joint, list[str]]:
    """Return the measured parts of each place that is not itself measured, by source, place and signal.

    A part is a measured place below it that no other measured place below it holds: the counties of a province that
    is measured as a whole are the province's parts, not the country's. A place with fewer than three is left out.

    Parameters
    ----------
    series : source, place and signal of each
    holders : which place holds which

    Examples
    --------
    >>> parts_of([("s", f"IR/Tehran/{name}", "bgp") for name in ("Rey", "Pardis", "Varamin")])[("s", "IR", "bgp")]
    ['IR/Tehran/Pardis', 'IR/Tehran/Rey', 'IR/Tehran/Varamin']
    """
    measured = set(series)
    above = {place: holders.above(place) for place in {place for _, place, _ in measured}}
    found: dict[Joint, list[str]] = {}
    for source, place, signal in sorted(measured):
        for holder in above[place]:
            if (source, holder, signal) in measured:
                break
            found.setdefault((source, holder, signal), []).append(place)
    return {joint: parts for joint, parts in found.items() if len(parts) >= FEWEST_PARTS}


def roll_up(
    signals: pl.DataFrame, measured: Measured, *, holders: Holders = PATHS, settings: Settings = DEFAULT
) -> Measured:
    """Return what was measured with the joined series of each place that has three measured parts of one signal.

    A joined series has a value where at least half of its parts were measured and known. Its picks rest on the rows of
    its parts from the first fallen bin to the last.

    Parameters
    ----------
    signals : table ``SIGNALS``
    measured : what ``measure`` gives for them
    holders : which place holds which
    settings : see ``Settings``

    Returns
    -------
    both tables, in the order of ``measure``; unchanged where no place has three parts

    Raises
    ------
    TableError : a column is missing or of another type
    """
    numbered = series_numbered(EXPECTED.require(measured.expected))
    series = numbered.group_by("series", maintain_order=True).agg(
        *(pl.col(name).first() for name in SERIES), first=pl.col("time").first(), bins=pl.len()
    )
    joints = parts_of(series.select(SERIES).iter_rows(), holders)
    if not joints:
        return measured
    joined = measure(_joined(numbered, series, joints), settings=settings)
    picks = _with_rows(joined.picks, signals, joints)
    return Measured(
        _in_order(numbered.drop("series"), series, joined.expected),
        pl.concat([measured.picks, picks]).sort("place", "began", "signal", "source"),
    )


def _in_order(expected: pl.DataFrame, series: pl.DataFrame, joined: pl.DataFrame) -> pl.DataFrame:
    """A few series put where they belong among very many, without sorting the many again."""
    keys = list(series.select(SERIES).iter_rows())
    ends = [0, *series["bins"].cum_sum().to_list()]
    stretches, done = [], 0
    for more in joined.partition_by(*SERIES, maintain_order=True):
        until = ends[bisect(keys, more.select(SERIES).row(0))]
        stretches += [expected.slice(done, until - done), more]
        done = until
    return pl.concat([*stretches, expected.slice(done)])


def _joined(numbered: pl.DataFrame, series: pl.DataFrame, joints: Mapping[Joint, list[str]]) -> pl.DataFrame:
    names = list(joints)
    levels = _kept_shares(numbered, series)
    several = [
        levels.with_columns(joint=pl.Series(joint_of_series)[levels["series"]])
        .filter(pl.col("joint") != _NONE)
        .group_by("joint", "time")
        .agg(level=pl.col("level").mean(), known=pl.len())
        for joint_of_series in _by_height(series, joints)
    ]
    # A part stands in one place of each height, and a place holds parts of several.
    bins = (
        pl.concat(several)
        .group_by("joint", "time")
        .agg(level=(pl.col("level") * pl.col("known")).sum() / pl.col("known").sum(), known=pl.col("known").sum())
    )
    parts = pl.DataFrame(
        {
            "joint": pl.Series(range(len(names)), dtype=pl.UInt32),
            "source": [source for source, _, _ in names],
            "place": [place for _, place, _ in names],
            "signal": [signal for _, _, signal in names],
            "parts": [len(parts) for parts in joints.values()],
        }
    )
    rows = bins.join(parts, on="joint").sort("joint", "time")
    enough = pl.col("known") * 2 >= pl.col("parts")
    return SIGNALS.require(
        rows.with_columns(
            row=pl.int_range(1, pl.len() + 1, dtype=pl.Int64),
            value=pl.when(enough).then(pl.col("level") * _WHOLE),
            scale=pl.lit(JOINED_SCALE),
        )
    )


def _by_height(series: pl.DataFrame, joints: Mapping[Joint, list[str]]) -> list[npt.NDArray[np.uint32]]:
    of_part: dict[Joint, list[int]] = {}
    for index, ((source, _, signal), parts) in enumerate(joints.items()):
        for part in parts:
            of_part.setdefault((source, part, signal), []).append(index)
    heights = max(len(found) for found in of_part.values())
    arrays = [np.full(len(series), _NONE, dtype=np.uint32) for _ in range(heights)]
    for number, key in enumerate(series.select(SERIES).iter_rows()):
        for height, index in enumerate(of_part.get(key, ())):
            arrays[height][number] = index
    return arrays


def _kept_shares(numbered: pl.DataFrame, series: pl.DataFrame) -> pl.DataFrame:
    """Before a part knows its day, its own first days say what is usual: nothing is judged in them anyway."""
    firsts = series["first"].dt.epoch("s").to_numpy()
    known = numbered.filter(pl.col("value").is_not_null() & (pl.col("expected") > 0)).select(
        "series", "time", level=pl.col("value") / pl.col("expected")
    )
    seconds = pl.col("time").dt.epoch("s")
    since = seconds - pl.Series(firsts)[numbered["series"]]
    early = (
        numbered.select("series", "time", "value", "expected", since=since, clock=seconds % _A_DAY)
        .filter((pl.col("since") < _FIRST_DAYS * _A_DAY) & pl.col("value").is_not_null())
        .with_columns(usual=pl.col("value").median().over("series", "clock"))
        .filter(pl.col("expected").is_null() & (pl.col("usual") > 0))
        .select("series", "time", level=pl.col("value") / pl.col("usual"))
    )
    return pl.concat([known, early]).with_columns(pl.col("level").clip(upper_bound=1.0))


def _with_rows(picks: pl.DataFrame, signals: pl.DataFrame, joints: Mapping[Joint, list[str]]) -> pl.DataFrame:
    rows = []
    found = sorted(picks.iter_rows(named=True), key=_joint)
    for joint, of_joint in groupby(found, key=_joint):
        source, _, signal = joint
        of_parts = signals.filter(
            pl.col("place").is_in(joints[joint]), pl.col("source") == source, pl.col("signal") == signal
        )
        for pick in of_joint:
            over = pick["ended"] if pick["ended"] is not None else pick["observed_until"]
            inside = of_parts.filter(pl.col("time").is_between(pick["began"], over, closed="left"))["row"]
            rows.append(pick | {"first_row": inside.min(), "last_row": inside.max()})
    return PICKS.frame(rows).sort("place", "began", "signal", "source")


def _joint(pick: Mapping[str, object]) -> Joint:
    return (str(pick["source"]), str(pick["place"]), str(pick["signal"]))
