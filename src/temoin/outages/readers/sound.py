"""Whether points can be true together: the dirt of files, refused out loud before anything is measured.

Merged: a point said twice with one value. Refused, with the place it stands at: a negative value, two values at one
time, a time far from all others, a clock that went back, a running total, a change of unit. Nothing else is judged
here: what is odd and possible is for the methods. All of it is linear in the points, but for one sort.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.outages.measure.grid import stray
from temoin.outages.readers.batch import name_of, wrong_cell
from temoin.outages.readers.units import SMALLEST_JUMP, unit_change
from temoin.outages.tables import SIGNALS
from temoin.period import UTC, iso
from temoin.words import Words, same

EARLIEST = dt.datetime(1990, 1, 1, tzinfo=UTC)
LATEST = dt.datetime(2100, 1, 1, tzinfo=UTC)
_ENOUGH = 50  # points before a shape says anything
_EMPTIEST = 200  # bins a measure, beyond which a series has no grid
_RESETS_AT_MOST = 0.15  # of the points: a total that starts again every day, in bins of four hours
_RISES_AT_LEAST = 0.5
_RESTARTS_BELOW = 0.2  # of the total before
_DAY_US = 86_400_000_000
_BATCH = 1 << 20
Column = Literal["time", "value"]


@dataclass(frozen=True, slots=True)
class Lines:
    """Where points stand in a text file, so that an error names line and column.

    Parameters
    ----------
    before : lines of the file before row 1
    time, value : names of the columns that hold them; None where each series has a column of its own
    """

    before: int = 1
    time: str | None = "time"
    value: str | None = "value"


def sound(
    frame: pl.DataFrame,
    source: Source,
    lines: Lines | None = None,
    *,
    stocks: bool = False,
    sparse: bool = False,
    units_said: bool = False,
) -> pl.DataFrame:
    """Return points that can be true together, in the file's order, each once.

    A running total never falls but to begin again: over 50 points and a day or more, one that only ever rises, or
    mostly rises and at each fall starts again below a fifth. Nothing that people or machines do by the bin looks so.

    Parameters
    ----------
    frame : columns ``place, signal, time, value, row``, in the file's order
    lines : where rows stand in the file; None where they are no lines
    stocks : the values count what is there, such as prefixes, and may well grow for weeks: no total is looked for
    sparse : a service lists what it has, so that a lone point is no slip of a clock
    units_said : the file says the unit of every value, so that no change of unit is looked for

    Raises
    ------
    InputError : what was found, where, and what to do about it

    Examples
    --------
    >>> from temoin.outages import sample
    >>> points = sample.one_night_down().drop("source", "scale")
    >>> sound(points, Source(id="", size=0)).height == points.height
    True
    """
    told = _Told(frame, source, lines)
    _refuse_values(told)
    _refuse_ages(told)
    ordered = _in_order(frame)
    again = ordered.filter(pl.col("gap") == 0)
    if not again.is_empty():
        frame = _merged(told, ordered, again)
        ordered = _in_order(frame)
        told = _Told(frame, source, lines)
    if not sparse:
        _refuse_strays(told, ordered)
    long = ordered.filter(pl.len().over("series") >= _ENOUGH)
    _refuse_clocks(told, long)
    if not stocks:
        _refuse_totals(told, long)
    if not units_said:
        _refuse_units(told, long)
    return frame


def batches(frame: pl.DataFrame, source: Source, *, scale: str = "absolute") -> Iterator[pl.DataFrame]:
    """Yield points as batches of table ``SIGNALS`` of a million rows at most; one empty batch where there is none.

    Parameters
    ----------
    frame : columns ``place, signal, time, value, row``
    scale : as the table says
    """
    named = {"source": pl.lit(source.id), "scale": pl.lit(scale)}
    yield from (SIGNALS.require(part.with_columns(**named)) for part in frame.iter_slices(_BATCH))
    if frame.is_empty():
        yield SIGNALS.empty()


@dataclass(frozen=True, slots=True)
class _Told:
    frame: pl.DataFrame
    source: Source
    lines: Lines | None

    def refused(self, at: int, column: Column, found: Words, remedy: Words) -> InputError:
        place, signal, row = (self.frame[name][at] for name in ("place", "signal", "row"))
        whose = Words(f"{found.fr} ({place}, {signal})", f"{found.en} ({place}, {signal})")
        if self.lines is None:
            where = Words(f"point {row}", f"point {row}")
            return InputError(name_of(self.source), whose, remedy, where=where)
        line = self.number(row)
        name = self.lines.time if column == "time" else self.lines.value
        if name is not None:
            return wrong_cell(self.source, (line, name), whose, remedy)
        return InputError(name_of(self.source), whose, remedy, where=Words(f"ligne {line}", f"line {line}"))

    def number(self, row: int) -> int:
        return row + (self.lines.before if self.lines else 0)


def _in_order(frame: pl.DataFrame) -> pl.DataFrame:
    """Points by series and time: ``series`` a number, ``at`` the position in the frame, ``gap`` in microseconds."""
    places = frame["place"].cast(pl.Categorical).to_physical().cast(pl.UInt64)
    signals = frame["signal"].cast(pl.Categorical).to_physical().cast(pl.UInt64)
    keyed = pl.DataFrame(
        {
            "series": places * (1 << 32) + signals,
            "time": frame["time"].to_physical(),
            "value": frame["value"],
            "at": pl.int_range(frame.height, eager=True),
        }
    )
    same = pl.col("series") == pl.col("series").shift(1)
    ordered = keyed.sort("series", "time", maintain_order=True)
    return ordered.with_columns(gap=pl.when(same).then(pl.col("time").diff()))


def _refuse_values(told: _Told) -> None:
    values = told.frame["value"]
    wrong = (values < 0) | values.is_nan() | values.is_infinite()
    if wrong.any():
        at = int(wrong.fill_null(value=False).arg_max() or 0)
        raise told.refused(
            at,
            "value",
            Words(
                f"nombre positif ou nul attendu, lu {values[at]:g}", f"expected a number from 0 up, got {values[at]:g}"
            ),
            Words("laissez vide si rien n’est mesuré", "leave it empty where nothing was measured"),
        )


def _refuse_ages(told: _Told) -> None:
    times = told.frame["time"]
    wrong = (times < EARLIEST) | (times >= LATEST)
    if wrong.any():
        at = int(wrong.arg_max() or 0)
        raise told.refused(
            at,
            "time",
            Words(f"heure hors de raison : {iso(times[at])}", f"a time beyond reason: {iso(times[at])}"),
            Words(
                "vérifiez l’unité (secondes ou millisecondes) et l’année",
                "check the unit (seconds or milliseconds) and the year",
            ),
        )


def _merged(told: _Told, ordered: pl.DataFrame, again: pl.DataFrame) -> pl.DataFrame:
    """The frame without the points said again; the first of them stays."""
    keys = again.select("series", "time").unique()
    said = ordered.join(keys, on=["series", "time"], how="semi", maintain_order="left")
    values = said.group_by("series", "time", maintain_order=True).agg(pl.col("value").n_unique().alias("values"), "at")
    against = values.filter(pl.col("values") > 1)
    if against.is_empty():
        numbered = told.frame.with_columns(at=pl.int_range(pl.len()))
        return numbered.join(again, on="at", how="anti", maintain_order="left").drop("at")
    first = against.sort(pl.col("at").list.get(1)).row(0, named=True)
    repeated = told.frame["value"].gather(first["at"])
    other = first["at"][int(repeated.ne_missing(repeated.head(1)).arg_max() or 1)]
    numbers = (told.number(told.frame["row"][at]) for at in (first["at"][0], other))
    lines = ", ".join(str(number) for number in numbers)
    kind = Words("lignes", "lines") if told.lines is not None else same("points")
    when = iso(told.frame["time"][other])
    raise told.refused(
        other,
        "value",
        Words(
            f"deux valeurs à la même heure, {when}, {kind.fr} {lines}",
            f"two values at the same time, {when}, {kind.en} {lines}",
        ),
        Words("gardez l’une des deux", "keep one of them"),
    )


def _refuse_strays(told: _Told, ordered: pl.DataFrame) -> None:
    """One time far from all others would leave its series too full of holes to be judged, and nothing would say so."""
    spans = ordered.group_by("series", maintain_order=True).agg(
        (pl.col("time").last() - pl.col("time").first()).alias("span"), pl.col("gap").min(), pl.len()
    )
    doubtful = spans.filter(pl.col("span") // pl.col("gap") >= _EMPTIEST * pl.col("len"))
    suspects = ordered.join(doubtful.select("series"), on="series", how="semi", maintain_order="left")
    for (_,), series in suspects.group_by("series", maintain_order=True):
        found = stray(series["time"].to_numpy() // 1_000_000)
        if found is None:
            continue
        at = series["at"][found]
        time = iso(told.frame["time"][at])
        raise told.refused(
            at,
            "time",
            Words(f"{time} est loin de toutes les autres heures", f"{time} is far from every other time"),
            Words(
                "corrigez l’heure, ou mettez la série en deux fichiers",
                "correct the time, or split the series in two files",
            ),
        )


def _refuse_clocks(told: _Told, long: pl.DataFrame) -> None:
    """A clock set back writes the same stretch again, between the times already there; an export in blocks does not."""
    mixed = long.group_by("series", maintain_order=True).agg(
        (pl.col("at").diff() < 0).sum().alias("down"), (pl.col("at").diff() > 0).sum().alias("up")
    )
    doubtful = mixed.filter((pl.col("down") > 0) & (pl.col("up") > 0))
    suspects = long.join(doubtful.select("series"), on="series", how="semi", maintain_order="left")
    for (_,), series in suspects.group_by("series", maintain_order=True):
        at = _set_back(series.sort("at"))
        if at is not None:
            before, after = iso(told.frame["time"][at[0]]), iso(told.frame["time"][at[1]])
            raise told.refused(
                at[1],
                "time",
                Words(
                    f"l’horloge recule de {before} à {after} et repasse entre des heures déjà mesurées",
                    f"the clock goes back from {before} to {after}, between times already measured",
                ),
                Words("corrigez les heures d’après ce saut", "correct the times after that jump"),
            )


def _set_back(series: pl.DataFrame) -> tuple[int, int] | None:
    times, at = series["time"].to_numpy(), series["at"].to_numpy()
    steps = np.diff(times)
    backward = np.flatnonzero(steps < 0)
    if not len(backward) or len(backward) > len(times) // 10:
        return None  # in order, the newest first, or in no order at all
    width = int(np.median(steps[steps > 0]))
    blocks = np.searchsorted(backward, np.arange(len(times)))
    order = np.argsort(times, kind="stable")
    close = (np.diff(times[order]) < width / 2) & (np.diff(blocks[order]) != 0)
    if not close.any():
        return None
    pair = blocks[order][np.flatnonzero(close)[0] : np.flatnonzero(close)[0] + 2]
    jump = int(backward[max(pair) - 1])
    return int(at[jump]), int(at[jump + 1])


def _refuse_units(told: _Told, long: pl.DataFrame) -> None:
    measured = long.filter(pl.col("value") > 0)
    ratio = (pl.col("value") / pl.col("value").shift(1)).log().abs()
    jumping = measured.group_by("series", maintain_order=True).agg(ratio.max()).filter(pl.col("value") >= SMALLEST_JUMP)
    suspects = measured.join(jumping.select("series"), on="series", how="semi", maintain_order="left")
    for (_,), series in suspects.group_by("series", maintain_order=True):
        at = unit_change(series)
        if at is not None:
            raise told.refused(
                at,
                "value",
                Words(
                    "la même courbe continue, mille fois plus haut ou plus bas : un changement d’unité",
                    "the same curve goes on, a thousand times higher or lower: a change of unit",
                ),
                Words(
                    "ramenez tout à une unité, ou dites-la dans une colonne unit",
                    "bring all to one unit, or say it in a column unit",
                ),
            )


def _refuse_totals(told: _Told, long: pl.DataFrame) -> None:
    measured = long.drop_nulls("value")
    step = pl.col("value").diff()
    fall = step < 0
    shapes = measured.group_by("series", maintain_order=True).agg(
        pl.len().alias("points"),
        (step > 0).sum().alias("rises"),
        fall.sum().alias("falls"),
        (fall & (pl.col("value") > _RESTARTS_BELOW * pl.col("value").shift(1))).sum().alias("partial"),
        (pl.col("time").last() - pl.col("time").first()).alias("span"),
        pl.col("at").filter(fall).first().alias("reset"),
        pl.col("at").first(),
    )
    points, rises, falls = (pl.col(name) for name in ("points", "rises", "falls"))
    only_rises = (falls == 0) & (rises == points - 1)
    starts_again = (falls > 0) & (falls <= _RESETS_AT_MOST * points) & (rises >= _RISES_AT_LEAST * points)
    totals = shapes.filter(
        (only_rises | starts_again) & (pl.col("partial") == 0) & (pl.col("span") >= _DAY_US) & (points >= _ENOUGH)
    )
    if not totals.is_empty():
        first = totals.sort("at").row(0, named=True)
        raise told.refused(
            first["at"] if first["reset"] is None else first["reset"],
            "value",
            Words(
                "un total qui court (il ne fait que monter, ou repartir de peu) n’est pas un niveau",
                "a running total (it only rises, or starts again from little) is not a level",
            ),
            Words("donnez ce qui a été compté dans chaque intervalle", "give what was counted in each bin"),
        )
