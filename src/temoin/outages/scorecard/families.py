"""Labelled synthetic families: made-up series of one country, with what happened in them known to the bin.

Every family is declared, every series is drawn from (family, seed) alone, and no place is real. The plain ones are
those of the published comparison of peers: 28 days of five-minute bins, a day and a week, 6 % of drift, noise on a
logarithmic scale that keeps 0.6 of itself from bin to bin, of 2, 5 or 10 %. The others are there to hurt.
"""

import datetime as dt
import math
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt
import polars as pl

from temoin.outages.measure.grid import SECONDS_A_DAY, Floats, utc_times
from temoin.outages.sample import PLACE, SOURCE
from temoin.outages.scorecard.curves import FLAT, Shape, glide_of, loss_of, some_shape, wandering
from temoin.outages.tables import SIGNALS
from temoin.period import UTC

Kind = Literal["blackout", "partial", "slight", "ramp", "recurring", "level", "holiday", "glitch", "quiet"]
Onset = Literal["any", "trough", "weekend"]
Gaps = Literal["none", "scattered", "before", "inside", "long"]

BEGIN = dt.datetime(2024, 3, 4, tzinfo=UTC)
"""Midnight of a Monday."""
_HOUR = 3600
_LEVEL = 250_000.0
_FIRST_DAY, _LAST_DAY = 15.0, 25.0
_SHIFT_DAY = 10.0
_CLOCK_DAY = 20.0


@dataclass(frozen=True, slots=True)
class Truth:
    """What happened: first touched bin, first bin wholly back, share lost at its deepest, first bin wholly touched."""

    onset: int
    end: int
    depth: float
    whole: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """One made-up series with its truth.

    Parameters
    ----------
    family, seed : what it was drawn from
    kind : what a detector owes it: finding, or silence
    begin, step : start of the first bin, and bin width in seconds
    values : one a bin, NaN where nothing was measured
    signal : name under which the lens takes it
    truth : the events, in order; empty where silence is the answer
    changes : lasting changes of level, which a detector may tell of as such and need not
    holidays : days of rest, on which silence is owed
    """

    family: str
    seed: int
    kind: Kind
    begin: dt.datetime
    step: int
    values: Floats
    signal: str
    truth: tuple[Truth, ...]
    changes: tuple[Truth, ...] = ()
    holidays: tuple[Truth, ...] = ()

    @property
    def days(self) -> float:
        """Length, days."""
        return len(self.values) * self.step / SECONDS_A_DAY

    def table(self, bins: int | None = None, *, place: str = PLACE) -> pl.DataFrame:
        """Return it as table ``SIGNALS`` of a made-up place, or only its first bins."""
        values = pl.Series(self.values[:bins]).fill_nan(None)
        times = utc_times(int(self.begin.timestamp()) + self.step * np.arange(len(values), dtype=np.int64))
        declared = {"source": SOURCE, "place": place, "signal": self.signal, "scale": "absolute"}
        frame = pl.DataFrame({"time": times, "value": values}).with_row_index("row", offset=1)
        return SIGNALS.require(
            frame.with_columns(pl.col("row").cast(pl.Int64), **{name: pl.lit(text) for name, text in declared.items()})
        )


@dataclass(frozen=True, slots=True)
class Loss:
    """What is taken away: share, hours, minutes of ramp; on given days at a given hour, where it comes back.

    ``wander`` is how far, in minutes, each recurrence may begin early or late.
    """

    depth: float
    hours: float
    ramp: float = 0.0
    days: tuple[int, ...] = ()
    clock: float = 0.0
    wander: float = 0.0


@dataclass(frozen=True, slots=True)
class Family:
    """A declared family of series.

    Parameters
    ----------
    name, kind : for people, and what is owed
    loss : what is taken away, or None
    sigma, phi, tail : noise: standard deviation of the logarithm, what it keeps from bin to bin, degrees of freedom
    days, step : length, and bin width in seconds
    history : days before the onset, where it is not drawn between the 15th and the 25th
    onset : any time, the trough of the night, or a weekend
    gaps : what is not measured
    drift, growth, shift : share gained along the series in a straight line, by growth, and for good on the 10th day
    rise : share gained for three hours, as when everybody watches a match
    mean : mean count of a bin, drawn between two bounds, for Poisson's counts; None for a volume
    partial : whether an onset falls inside a bin
    saves : whether local time moves by an hour on the 20th day
    signal : name of the signal; ``active_probing`` is flat
    """

    name: str
    kind: Kind
    loss: Loss | None = None
    sigma: float = 0.05
    phi: float = 0.6
    tail: float = math.inf
    days: float = 28.0
    step: int = 300
    history: float | None = None
    onset: Onset = "any"
    gaps: Gaps = "none"
    drift: float = 0.06
    growth: float = 0.0
    shift: float = 0.0
    rise: float = 0.0
    mean: tuple[float, float] | None = None
    partial: bool = False
    saves: bool = False
    signal: str = "traffic"

    @property
    def bins(self) -> int:
        """Length in bins."""
        return round(self.days * SECONDS_A_DAY / self.step)

    def draw(self, seed: int) -> Labelled:
        """Return the family's series of a seed; the same one each time."""
        random = np.random.default_rng([seed, *self.name.encode()])
        shape = FLAT if self.signal == "active_probing" else some_shape(random)
        lost, truth = self._losses(random, shape)
        values = self._calm(random, shape) * (1 - lost)
        if self.mean is not None:
            values = random.poisson(values * random.uniform(*self.mean) / _LEVEL).astype(np.float64)
        if self.kind == "glitch":
            values[self._onset(random, shape, 0.0)] = 0.0
        unmeasured = self._unmeasured(random, truth)
        values[unmeasured] = np.nan
        events, holidays = ((), truth) if self.kind == "holiday" else (truth, ())
        told = (self.name, seed, self.kind, BEGIN, self.step, values, self.signal)
        return Labelled(*told, truth=events, changes=self._changes(), holidays=holidays)

    def _calm(self, random: np.random.Generator, shape: Shape) -> Floats:
        middles = (np.arange(self.bins) + 0.5) * self.step / _HOUR
        local = middles + (middles >= 24 * _CLOCK_DAY) if self.saves else middles
        along = np.linspace(0.0, 1.0, self.bins)
        trend = (1 + self.drift * along) * (1 + self.growth) ** along * (1 + self.shift * (middles >= 24 * _SHIFT_DAY))
        daily = self.step >= SECONDS_A_DAY
        if self.rise:
            match = self._onset(random, shape, 3.0)
            trend[match : match + round(3 * _HOUR / self.step)] *= 1 + self.rise
        noise = self.sigma * wandering(random, self.bins, self.phi, self.tail)
        season = shape.at(local // 24 * 24 + shape.trough + 6) if daily else shape.at(local)
        return np.asarray(_LEVEL * season * trend * np.exp(noise), dtype=np.float64)

    def _changes(self) -> tuple[Truth, ...]:
        if not self.shift:
            return ()
        onset = round(_SHIFT_DAY * SECONDS_A_DAY / self.step)
        return (Truth(onset, self.bins, -self.shift, onset),)

    def _losses(self, random: np.random.Generator, shape: Shape) -> tuple[Floats, tuple[Truth, ...]]:
        lost = np.zeros(self.bins)
        if self.loss is None:
            return lost, ()
        loss, an_hour = self.loss, _HOUR / self.step
        truths = []
        for onset in self._onsets(random, shape):
            end = min(float(self.bins), onset + loss.hours * an_hour)
            make = glide_of if self.kind == "holiday" else loss_of
            lost += make(self.bins, onset, end, loss.depth, loss.ramp / 60 * an_hour)
            truths.append(Truth(math.floor(onset), math.ceil(end), loss.depth, math.ceil(onset)))
        return lost, tuple(truths)

    def _onsets(self, random: np.random.Generator, shape: Shape) -> list[float]:
        assert self.loss is not None
        an_hour = _HOUR / self.step
        if self.loss.days:
            wander = self.loss.wander / 60
            hours = [24 * day + self.loss.clock + random.uniform(-wander, wander) for day in self.loss.days]
            return [float(round(hour * an_hour)) for hour in hours]
        onset = self._onset(random, shape, self.loss.hours)
        if self.kind == "holiday":
            onset = onset // round(24 * an_hour) * round(24 * an_hour) + round(random.uniform(2.0, 7.0) * an_hour)
        return [onset + random.uniform(0.05, 0.95) if self.partial else float(onset)]

    def _onset(self, random: np.random.Generator, shape: Shape, hours: float) -> int:
        latest = min(_LAST_DAY, self.days - 1 - hours / 24)
        day = random.uniform(_FIRST_DAY, latest) if self.history is None else self.history + random.uniform(0.0, 0.5)
        if self.onset == "trough":
            day = math.floor(day) + (shape.trough % 24 + random.uniform(-1.0, 1.0)) / 24
        if self.onset == "weekend":
            day = random.choice([19.0, 20.0]) + random.uniform(0.0, 1.0)
        return int(day * SECONDS_A_DAY / self.step)

    def _unmeasured(self, random: np.random.Generator, truth: tuple[Truth, ...]) -> npt.NDArray[np.bool_]:
        unmeasured = np.zeros(self.bins, dtype=np.bool_)
        an_hour = _HOUR / self.step
        if self.gaps == "scattered":
            unmeasured |= random.random(self.bins) < 0.08
            unmeasured[truth[0].onset - 1 : truth[0].onset + 1] = False
        if self.gaps == "long":
            for day in random.choice(np.arange(2, 14), 3, replace=False):
                first = int((24 * day + random.uniform(0, 24)) * an_hour)
                unmeasured[first : first + int(random.uniform(4, 24) * an_hour)] = True
        if self.gaps == "before":
            last = truth[0].onset - int(random.uniform(1.0, 3.0) * an_hour)
            unmeasured[last - int(random.uniform(6, 24) * an_hour) : last] = True
        if self.gaps == "inside":
            long = truth[0].end - truth[0].onset
            first = truth[0].onset + long // 4
            unmeasured[first : first + min(long // 2, round(24 * an_hour))] = True
        return unmeasured


_HOLIDAY = Loss(0.24, 17.0, 240.0)
S8, S40, PART = Loss(0.97, 8.0), Loss(0.985, 40.0), Loss(0.45, 6.0)
_NOISES = (0.02, 0.05, 0.10)
_EXAMS = (14, 15, 16, 17, 21, 22, 23, 24)
_THREE_WEEKS = (9, 10, 11, 16, 17, 18, 23, 24)


def _plain() -> list[Family]:
    made = []
    for sigma in _NOISES:
        told = f"noise {sigma:.0%}"
        made += [
            Family(f"8 h at -97%, {told}", "blackout", S8, sigma),
            Family(f"40 h at -98.5%, {told}", "blackout", S40, sigma),
            Family(f"6 h at -45%, {told}", "partial", PART, sigma),
            *(Family(f"6 h at -{depth}%, {told}", "slight", Loss(depth / 100, 6.0), sigma) for depth in (20, 25, 30)),
            Family(f"ramp of 30 min to -30%, {told}", "ramp", Loss(0.30, 6.0, 30.0), sigma),
            Family(f"ramp of 30 min to -45%, {told}", "ramp", Loss(0.45, 6.0, 30.0), sigma),
            Family(f"ramp of 60 min to -45%, {told}", "ramp", Loss(0.45, 6.0, 60.0), sigma),
            Family(f"ramp of 60 min to -60%, {told}", "ramp", Loss(0.60, 6.0, 60.0), sigma),
            Family(f"holiday of -24%, {told}", "holiday", _HOLIDAY, sigma),
            Family(f"holiday of -30%, {told}", "holiday", Loss(0.30, 17.0, 240.0), sigma),
            Family(f"one bin at zero, {told}", "glitch", None, sigma),
            Family(f"quiet, {told}", "quiet", None, sigma),
        ]
    return made


def _recurring() -> list[Family]:
    early = (8, 9, 10, 11, 15, 16, 17, 18)
    nights = Loss(0.97, 8.0, days=tuple(range(14, 28)), clock=1.0)
    week = Loss(0.97, 8.0, days=tuple(range(14, 21)), clock=1.0)
    exams = Loss(0.97, 3.5, days=_EXAMS, clock=2.0)
    return [
        Family("14 nights", "recurring", nights),
        Family("7 nights", "recurring", week),
        Family("8 exam mornings", "recurring", exams),
        Family("14 nights at -60%", "recurring", Loss(0.60, 8.0, days=nights.days, clock=1.0)),
        Family("8 exam mornings, up to 10 min off", "recurring", Loss(0.97, 3.5, days=_EXAMS, clock=2.0, wander=10.0)),
        Family("8 exam mornings after a week", "recurring", Loss(0.97, 3.5, days=early, clock=2.0)),
        Family("8 exam mornings in three weeks", "recurring", Loss(0.97, 3.5, days=_THREE_WEEKS, clock=2.0)),
    ]


_TRIALS: tuple[Family, ...] = (
    Family("scattered gaps", "quiet", gaps="scattered"),
    Family("long gaps", "quiet", gaps="long"),
    Family("a gap before it", "quiet", gaps="before"),
    Family("a gap inside it", "quiet", gaps="inside"),
    Family("drift up 20%", "quiet", drift=0.2),
    Family("drift down 20%", "quiet", drift=-0.2),
    Family("growth of half", "quiet", growth=0.5),
    Family("level 40% up before it", "quiet", shift=0.4),
    Family("level 15% down before it", "quiet", shift=-0.15),
    Family("heavy tails", "quiet", tail=4.0),
    Family("noise keeping 0.3", "quiet", phi=0.3),
    Family("noise keeping 0.8", "quiet", phi=0.8),
    Family("small counts", "quiet", sigma=0.02, mean=(30.0, 300.0)),
    Family("onset inside a bin", "quiet", partial=True),
    Family("onset at the night's trough", "quiet", onset="trough"),
    Family("onset at a weekend", "quiet", onset="weekend"),
    Family("clocks change", "quiet", saves=True, history=22.0),
    Family("flat signal", "quiet", sigma=0.01, signal="active_probing"),
    *(Family(f"after {days} days", "quiet", history=float(days), days=days + 3.0) for days in (3, 5, 7, 10)),
    *(Family(f"bins of {minutes} min", "quiet", step=minutes * 60) for minutes in (10, 30, 60, 120)),
)


def _harder() -> list[Family]:
    kinds: list[tuple[str, Kind, Loss]] = [("8 h at -97%", "blackout", S8), ("6 h at -45%", "partial", PART)]
    return [
        replace(trial, name=f"{name}, {trial.name}", kind=kind, loss=loss)
        for name, kind, loss in kinds
        for trial in _TRIALS
    ]


def _others() -> list[Family]:
    whole = Family("daily bins", "quiet", phi=0.3, step=SECONDS_A_DAY, days=140.0, history=90.0)
    coarse = Family("bins of 2 h", "quiet", step=7200, days=150.0, history=59.0)
    deep, half = Loss(0.90, 120.0), Loss(0.45, 120.0)
    slow, sudden = Loss(0.30, 24 * 90.0, 5 * 1440.0), Loss(0.40, 24 * 90.0)
    return [
        Family("8 h at nothing, small counts", "blackout", Loss(1.0, 8.0), 0.02, mean=(30.0, 300.0)),
        replace(whole, name="5 days at -90%, daily bins", kind="blackout", loss=deep),
        replace(whole, name="5 days at -45%, daily bins", kind="partial", loss=half),
        replace(whole, name="throttling to -40% at once, daily bins", kind="level", loss=sudden, days=180.0),
        replace(coarse, name="throttling to -30% over 5 days, bins of 2 h", kind="level", loss=slow),
    ]


def _wider() -> list[Family]:
    made = []
    for minutes in (15, 30, 60):
        told = f"bins of {minutes} min"
        made += [
            *(
                Family(f"6 h at -{depth}%, {told}", "slight", Loss(depth / 100, 6.0), step=60 * minutes)
                for depth in (20, 25)
            ),
            Family(f"6 h at -45%, noise 10%, {told}", "partial", PART, 0.10, step=60 * minutes),
            Family(
                f"6 h at -25%, {told}, after 8 days",
                "slight",
                Loss(0.25, 6.0),
                step=60 * minutes,
                history=8.0,
                days=16.0,
            ),
            Family(f"holiday of -30%, noise 10%, {told}", "holiday", Loss(0.30, 17.0, 240.0), 0.10, step=60 * minutes),
        ]
    return made


def _silent() -> list[Family]:
    widths = [
        (f"quiet, bins of {minutes} min, noise {sigma:.0%}", minutes * 60, sigma)
        for minutes in (10, 30, 60, 120)
        for sigma in _NOISES
    ]
    return [
        *(Family(name, "quiet", None, sigma, step=step) for name, step, sigma in widths),
        *(
            Family(f"quiet, daily bins, noise {sigma:.0%}", "quiet", None, sigma, 0.3, days=180.0, step=SECONDS_A_DAY)
            for sigma in _NOISES
        ),
        Family("quiet, heavy tails", "quiet", None, tail=4.0),
        Family("quiet, noise keeping 0.8", "quiet", None, phi=0.8),
        Family("quiet, long gaps", "quiet", None, gaps="long"),
        Family("quiet, drift down 20%", "quiet", None, drift=-0.2),
        Family("quiet, level 40% up", "quiet", None, shift=0.4),
        Family("quiet, level 15% down", "quiet", None, shift=-0.15),
        Family("quiet, small counts", "quiet", None, 0.02, mean=(30.0, 300.0)),
        Family("quiet, clocks change", "quiet", None, saves=True),
        Family("quiet, flat signal", "quiet", None, 0.01, signal="active_probing"),
        Family("quiet, 10 days", "quiet", None, days=10.0),
        Family("quiet, a rise of 80% for 3 h", "quiet", None, rise=0.8),
        Family("holiday of -24%, after 8 days", "holiday", _HOLIDAY, history=8.0, days=14.0),
        Family("holiday of -24%, small counts", "holiday", _HOLIDAY, 0.02, mean=(100.0, 300.0)),
        Family("holiday of -24%, bins of 30 min", "holiday", _HOLIDAY, step=1800),
        Family("holiday of -24%, bins of 60 min", "holiday", _HOLIDAY, step=3600),
    ]


PLAIN: tuple[Family, ...] = tuple(_plain())
"""The families of the published comparison, at three noises."""

FAMILIES: tuple[Family, ...] = (*PLAIN, *_recurring(), *_harder(), *_others(), *_wider(), *_silent())
"""Every family, in the order in which it is told."""
