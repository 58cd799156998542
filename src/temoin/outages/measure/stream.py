"""A stream: many series of one clock, bin by bin as they are published, told of at the bin that decides.

A stream holds what the walk through each series would hold and gives the same falls, opened and closed at the same
bins, as the walk gives on all data up to then. What a fall amounts to, and whether a small one fell or glided, the
method for one series says from its history: a stream asks it only for the few series in which something changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from temoin.outages.measure.clock import blocks_of, slots_in
from temoin.outages.measure.detect import rules_of
from temoin.outages.measure.grid import SECONDS_A_DAY, SECONDS_A_WEEK, SECONDS_AN_HOUR, Singles
from temoin.outages.settings import DEFAULT, Settings

_NO_RUN = (-1, 0, 0, 0)

if TYPE_CHECKING:
    from temoin.outages.measure.flow import Now, Past


@dataclass(frozen=True, slots=True)
class Change:
    """A fall of one series that opened or closed at the bin just given; bins are counted from the stream's beginning.

    Parameters
    ----------
    series : rank of the series
    opened : it opened; else it closed
    began, last : first and last fallen bin
    back : first bin back, None while it is open
    """

    series: int
    opened: bool
    began: int
    last: int
    back: int | None


class Stream:
    """Series of one bin width and one local clock, given bin after bin.

    Parameters
    ----------
    series : how many
    begin : start of the first bin, seconds since 1970
    step : bin width, seconds; at most an hour, and a divisor of a day
    zone : name in the time zone database; days on which its clocks change are two runs
    rests : the signals sleep, rest and celebrate as people do
    counts : their values are counts
    settings : see ``Settings``

    Raises
    ------
    ValueError : a bin width that is not one

    Examples
    --------
    >>> stream = Stream(2, begin=0, step=3600)
    >>> values = [np.array([100.0, 0.0 if 100 <= hour < 110 else 100.0], dtype=np.float32) for hour in range(120)]
    >>> [(hour, change.series, change.opened) for hour in range(120) for change in stream.advance(values[hour])]
    [(101, 1, True), (112, 1, False)]
    """

    def __init__(  # noqa: PLR0913
        self,
        series: int,
        *,
        begin: int,
        step: int,
        zone: str = "UTC",
        rests: bool = True,
        counts: bool = False,
        settings: Settings = DEFAULT,
    ) -> None:
        if step > SECONDS_AN_HOUR or SECONDS_A_DAY % step:
            raise ValueError(f"expected bins of an hour at most that divide a day, got {step} s")
        self._clock = begin, step, zone
        self._rules = rules_of(step, settings, rests=rests, counts=counts)
        self._past, self._now = _room(series, step)
        self._promised = np.empty(series, dtype=np.float32)
        self._weight: float = np.float32(1.0)  # type: ignore[assignment]
        self._bin = 0
        self._runs = self._coming_runs()
        self._run, self._before = next(self._runs), _NO_RUN

    def advance(self, values: Singles) -> Iterator[Change]:
        """Return what changed with one more bin of every series.

        Parameters
        ----------
        values : a value a series, NaN where not measured
        """
        from temoin.outages.measure import flow
        from temoin.outages.measure.judging import OPENED
        from temoin.outages.measure.kernels import heavier

        if self._bin == self._run[0] + self._run[1]:
            self._end_run()
        first, _, day_slot, week_slot = self._run
        slot = day_slot + self._bin - first
        if self._bin == first:
            self._weight = heavier(self._weight, self._past.residuals)
        self._learn(slot)
        now = np.array([self._bin, first, slot, week_slot + self._bin - first], dtype=np.int64)
        flow.promise_slot(self._past, self._now, int(now[2]), int(now[3]), self._promised)
        given = np.ascontiguousarray(values, dtype=np.float32)
        changes, found = flow.judge_slot(given, self._promised, self._past, self._now, now, (self._rules, self._weight))
        self._bin += 1
        return (
            Change(int(rank), bool(what == OPENED), int(began), int(last), None if what == OPENED else int(back))
            for rank, what, began, last, back in changes[:found]
        )

    def _end_run(self) -> None:
        from temoin.outages.measure import flow

        flow.begin_day(self._past, self._now, self._run[1])
        self._before, self._run = self._run, next(self._runs)
        _, bins, day_slot, _ = self._before
        if not self._run[2] <= day_slot <= day_slot + bins <= self._run[2] + self._run[1]:
            for slot in range(day_slot, day_slot + bins):  # clocks change: these times do not all come round
                self._learn(slot)
            self._before = _NO_RUN

    def _learn(self, slot: int) -> None:
        from temoin.outages.measure import flow

        first, bins, day_slot, week_slot = self._before
        if first >= 0 and day_slot <= slot < day_slot + bins:
            flow.learn_slot(self._past, self._now, slot, week_slot + slot - day_slot, float(self._rules.shape))

    def _coming_runs(self) -> Iterator[tuple[int, int, int, int]]:
        begin, step, zone = self._clock
        given, ahead = 0, 8 * SECONDS_A_DAY // step
        while True:
            runs = blocks_of(begin + given * step, step, ahead, zone)
            for first, bins, day_slot, week_slot in runs[:-1].tolist():
                yield given + first, bins, day_slot, week_slot
            given += int(runs[-1, 0])


def _room(series: int, step: int) -> "tuple[Past, Now]":
    from temoin.outages.measure.flow import Now, Past
    from temoin.outages.measure.promise import DAYS, RESIDUAL_BINS, WEEKS

    weeks, days = slots_in(SECONDS_A_WEEK, step), slots_in(SECONDS_A_DAY, step)
    zeros = [np.zeros(shape, dtype=np.float32) for shape in (series, series, (6, series), (2, series))]
    past = Past(
        np.full((WEEKS, weeks, series), np.inf, dtype=np.float32),
        np.full((DAYS, days, series), np.inf, dtype=np.float32),
        np.zeros((RESIDUAL_BINS, series), dtype=np.float32),
        np.full((days, series), np.nan, dtype=np.float32),
        np.full((days, series), np.nan, dtype=np.float32),
        np.zeros((days, series), dtype=np.uint8),
    )
    now = Now(
        zeros[0],
        zeros[1],
        np.zeros((6, series), dtype=np.int64),
        zeros[2],
        np.zeros((2, series), dtype=np.int64),
        zeros[3],
        np.full(series, np.nan, dtype=np.float32),
        np.full(series, -1, dtype=np.int64),
    )
    return past, now
