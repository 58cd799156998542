"""Made-up signals with known answers, of Atlasie, a country that does not exist.

Every curve is synthetic: a daily and weekly shape with noise from a fixed seed, cut where the docstring says. Sources
are called ``synthetic``, so that nothing drawn from them can pass for evidence about a real place.
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from temoin.outages.tables import SIGNALS
from temoin.period import UTC

PLACE = "Atlasie"
SOURCE = "synthetic"
BEGIN = dt.datetime(2024, 3, 4, tzinfo=UTC)
"""Midnight UTC of a Monday: where every sample begins."""

_STEP = dt.timedelta(minutes=30)
_AN_HOUR = dt.timedelta(hours=1)
_A_DAY = dt.timedelta(days=1)
_LEVELS = {"active_probing": 4200.0, "bgp": 5100.0, "search": 800_000.0, "cities": 40.0}
_NOISES = {"active_probing": 0.008, "bgp": 0.002, "search": 0.05, "cities": 0.08}
_FLAT = ("active_probing", "bgp")


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss put into a curve: when, how much of it (0 to 1), and how long its edges take."""

    began: dt.datetime
    ended: dt.datetime
    share: float
    ramp: dt.timedelta = dt.timedelta()

    def at(self, time: dt.datetime) -> float:
        """Return the share lost at a time."""
        if not self.began <= time < self.ended:
            return 0.0
        if not self.ramp:
            return self.share
        from_edge = min(time - self.began, self.ended - time) / self.ramp
        return self.share * min(1.0, from_edge)


def curve(
    signal: str,
    losses: tuple[Loss, ...] = (),
    *,
    days: int = 28,
    step: dt.timedelta = _STEP,
    seed: int = 7,
    place: str = PLACE,
) -> pl.DataFrame:
    """Return one made-up series, table ``SIGNALS``: a flat one for reach signals, one that sleeps and rests for use.

    Parameters
    ----------
    signal : a declared signal's name, else the curve of ``search``
    losses : what is taken away, and when
    days, step, seed : length, bin width, and the seed of the noise (AR(1), φ = 0.6)
    place : made-up place
    """
    times = [BEGIN + index * step for index in range(round(days * _A_DAY / step))]
    level, noise = _LEVELS.get(signal, _LEVELS["search"]), _NOISES.get(signal, _NOISES["search"])
    random = np.random.default_rng([seed, *signal.encode()])
    shocks = random.normal(0.0, noise * math.sqrt(1 - 0.6**2), len(times))
    wander, values = 0.0, []
    for time, shock in zip(times, shocks, strict=True):
        wander = 0.6 * wander + float(shock)
        kept = 1 - max((loss.at(time) for loss in losses), default=0.0)
        values.append(float(round(level * (1.0 if signal in _FLAT else _shape(time)) * math.exp(wander) * kept)))
    return series(values, signal=signal, step=step, place=place)


def series(
    values: Sequence[float | None],
    *,
    signal: str = "active_probing",
    step: dt.timedelta = _AN_HOUR,
    place: str = PLACE,
    begin: dt.datetime = BEGIN,
) -> pl.DataFrame:
    """Return given values as one made-up series, table ``SIGNALS``, a step apart; None is not measured.

    Examples
    --------
    >>> series([5.0, None, 4.0])["value"].to_list()
    [5.0, None, 4.0]
    """
    times = [begin + index * step for index in range(len(values))]
    frame = pl.DataFrame(
        {
            "row": pl.int_range(1, len(times) + 1, dtype=pl.Int64, eager=True),
            "time": pl.Series(times, dtype=pl.Datetime("us", "UTC")),
            "value": pl.Series(values, dtype=pl.Float64),
        }
    )
    declared = {"source": SOURCE, "place": place, "signal": signal, "scale": "absolute"}
    return SIGNALS.require(frame.with_columns(**{name: pl.lit(text) for name, text in declared.items()}))


def one_night_down() -> pl.DataFrame:
    """Return four weeks of probing, BGP, search and cities; one night all but BGP lose 97 %.

    Probing falls on the 15th day at 20:00, search and cities half an hour later, until 04:00. BGP loses a twentieth.
    """
    night = moment(15, 20)
    deep = Loss(night, night + dt.timedelta(hours=8), 0.97)
    later = Loss(night + _STEP, night + dt.timedelta(hours=8), 0.98)
    return _joined(
        curve("active_probing", (deep,)),
        curve("bgp", (Loss(deep.began, deep.ended, 0.05),)),
        curve("search", (later,)),
        curve("cities", (later,)),
    )


def ramps() -> pl.DataFrame:
    """Return four weeks of probing and search with a holiday: search glides down by 30 % over four hours, and back.

    The answer is silence: nothing was cut.
    """
    day = moment(21, 2)
    holiday = Loss(day, day + dt.timedelta(hours=18), 0.30, dt.timedelta(hours=4))
    return _joined(curve("active_probing"), curve("search", (holiday,)))


def missing() -> pl.DataFrame:
    """Return the signals of ``one_night_down`` as retrieved too early: from 23:00 that night nothing is published.

    The last six hours hold no value: the outage has begun, and what follows is not known.
    """
    whole = one_night_down().filter(pl.col("time") < moment(16, 5))
    return whole.with_columns(value=pl.when(pl.col("time") < moment(15, 23)).then("value"))


def recurring() -> pl.DataFrame:
    """Return four weeks of probing and search that lose 95 % from 01:00 to 05:00 UTC on ten nights from day 15 on."""
    nights = tuple(Loss(moment(day, 1), moment(day, 5), 0.95) for day in range(15, 25))
    return _joined(curve("active_probing", nights), curve("search", nights))


def moment(day: int, hour: float = 0.0) -> dt.datetime:
    """Return a time of the samples: so many days and hours after their beginning."""
    return BEGIN + day * _A_DAY + dt.timedelta(hours=hour)


def _shape(time: dt.datetime) -> float:
    hour = time.hour + time.minute / 60
    day = 0.62 + 0.38 * math.sin((hour - 9.0) / 24 * 2 * math.pi)
    return day * (0.82 if time.weekday() >= 5 else 1.0)


def _joined(*several: pl.DataFrame) -> pl.DataFrame:
    rows = pl.concat(several)
    return rows.with_columns(row=pl.int_range(1, len(rows) + 1, dtype=pl.Int64, eager=True))
