"""What was found held against what is true.

The definitions, once:

- An interval *finds* the earliest event that it overlaps, and no other: one long alarm over fourteen nights finds one.
- *Recall* is the share of events found. *Onset error* is the distance in bins between the first touched bin of an event
  and the beginning of the first interval that finds it. *Delay* is how many measured bins wholly inside an event must
  be given before it is found in the data up to then; *never* where that is not while it lasts, nor within 288 bins, or
  where an alarm was already on.
- A *false alarm* overlaps no event. One on a holiday is counted there: a holiday is *silent* when nothing touches it. A
  change of level told within three days of a lasting one is neither found nor false. Rates are per 28 days of series.
- *Lines per event* are the intervals that overlap an event, per event found.

These are the four numbers that OONI announced for itself (event recall by size band, median detection latency, false
alerts per quiet series-week, alerts per true event; label-corpus-design.md in ooni/data), and onset error.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from temoin.outages.measure.grid import SECONDS_A_DAY
from temoin.outages.scorecard.families import Labelled, Truth

Shape = Literal["cut", "level"]
MONTH = 28.0
"""Days of a series-month."""
_NEAR_A_CHANGE = 3 * SECONDS_A_DAY


@dataclass(frozen=True, slots=True)
class Found:
    """An interval that a method gave: first bin, first bin after it, and whether it calls it a cut or a new level."""

    onset: int
    end: int
    shape: Shape = "cut"


@dataclass(frozen=True, slots=True)
class Score:
    """What a method did on one series, or on many.

    Parameters
    ----------
    events, found : how many there were, and how many were found
    errors : onset of each one found, minus the true one, bins
    lines : intervals that overlap an event
    alarms : false alarms
    days : length of all series, days
    holidays, silent : how many there were, and on how many nothing was said
    """

    events: int = 0
    found: int = 0
    errors: tuple[int, ...] = ()
    lines: int = 0
    alarms: int = 0
    days: float = 0.0
    holidays: int = 0
    silent: int = 0

    @property
    def recall(self) -> float:
        """Share of events found; NaN without events."""
        return self.found / self.events if self.events else float("nan")

    @property
    def alarms_a_month(self) -> float:
        """False alarms per 28 days of series; NaN without series."""
        return self.alarms / self.days * MONTH if self.days else float("nan")

    @property
    def silence(self) -> float:
        """Share of holidays on which nothing was said; NaN without holidays."""
        return self.silent / self.holidays if self.holidays else float("nan")

    @property
    def lines_an_event(self) -> float:
        """Intervals per event found; NaN where none was."""
        return self.lines / self.found if self.found else float("nan")

    def error(self, share: float) -> float:
        """Return the onset error that a share of the events found stays within, bins; NaN where none was found."""
        return float(np.quantile(np.abs(self.errors), share, method="higher")) if self.errors else float("nan")


def score(labelled: Labelled, found: Sequence[Found]) -> Score:
    """Return what was found in one series held against its truth.

    Examples
    --------
    >>> from temoin.outages.scorecard.families import FAMILIES
    >>> drawn = FAMILIES[0].draw(0)
    >>> told = score(drawn, [Found(drawn.truth[0].onset + 1, drawn.truth[0].end), Found(10, 20)])
    >>> told.recall, told.errors, told.alarms
    (1.0, (1,), 1)
    """
    finder: dict[Truth, Found] = {}
    touching, alarms = 0, 0
    alarmed: set[Truth] = set()
    for interval in sorted(found, key=lambda one: one.onset):
        events = [event for event in labelled.truth if overlap(interval, event)]
        holidays = [holiday for holiday in labelled.holidays if overlap(interval, holiday)]
        alarmed.update(holidays)
        touching += bool(events)
        if events:
            finder.setdefault(events[0], interval)
        elif not holidays and not _tells_a_change(interval, labelled):
            alarms += 1
    return Score(
        events=len(labelled.truth),
        found=len(finder),
        errors=tuple(interval.onset - event.onset for event, interval in finder.items()),
        lines=touching,
        alarms=alarms,
        days=labelled.days,
        holidays=len(labelled.holidays),
        silent=len(labelled.holidays) - len(alarmed),
    )


def total(scores: Iterable[Score]) -> Score:
    """Return the scores of many series as one."""
    several = list(scores)
    return Score(
        events=sum(one.events for one in several),
        found=sum(one.found for one in several),
        errors=tuple(error for one in several for error in one.errors),
        lines=sum(one.lines for one in several),
        alarms=sum(one.alarms for one in several),
        days=sum(one.days for one in several),
        holidays=sum(one.holidays for one in several),
        silent=sum(one.silent for one in several),
    )


def overlap(interval: Found, event: Truth) -> bool:
    """Return whether an interval and an event share a bin."""
    return interval.onset < event.end and event.onset < interval.end


def _tells_a_change(interval: Found, labelled: Labelled) -> bool:
    near = [abs(interval.onset - change.onset) * labelled.step <= _NEAR_A_CHANGE for change in labelled.changes]
    return interval.shape == "level" and any(near)
