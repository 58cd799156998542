"""When something happened, as one statement gives it: an interval in UTC, open where the statement leaves it open."""

import datetime as dt
from dataclasses import dataclass

from temoin.evidence import Statement
from temoin.period import UTC, parse_time, zone
from temoin.world import country

_WIDEST = dt.timedelta(hours=48)
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with the interval it gives.

    Parameters
    ----------
    statement : what is said
    low : inside; None where nothing bounds it from below
    high : outside; None where nothing bounds it from above
    printed : the moment as printed; None for a day, or where the zone leaves several
    """

    statement: Statement
    low: dt.datetime | None
    high: dt.datetime | None
    printed: dt.datetime | None

    @property
    def first(self) -> dt.datetime:
        """The printed moment, else the lower bound, else the upper one: what the statement is ordered by."""
        found = self.printed or self.low or self.high
        assert found is not None
        return found

    @property
    def last(self) -> dt.datetime:
        """The printed moment, else the upper bound, else the lower one."""
        found = self.printed or self.high or self.low
        assert found is not None
        return found

    def meets(self, low: dt.datetime | None, high: dt.datetime | None, *, closed: bool = False) -> bool:
        """Return whether the interval shares an instant with another, whose end is inside only if ``closed``."""
        after = self.high is None or low is None or low < self.high
        before = self.low is None or high is None or (self.low <= high if closed else self.low < high)
        return after and before


def stated_interval(statement: Statement) -> Stated | None:
    """Return the interval in UTC of a statement about a time; None where it is not placed within two days.

    A day counts whole, in every zone that the place kept: "le 5 janvier" in Kazakhstan, 2022, begins at 18:00 UTC.
    """
    if statement.kind == "datetime":
        printed, low, high = (
            parse_time(text) if text else None for text in (statement.value, statement.low, statement.high)
        )
    elif statement.kind == "date" and statement.low and statement.high:
        printed = None
        low, high = _day_in_utc(
            dt.date.fromisoformat(statement.low), dt.date.fromisoformat(statement.high), statement.place
        )
    else:
        return None
    if (low is None and high is None) or (low and high and high - low > _WIDEST):
        return None
    return Stated(statement, low, high, printed)


def _day_in_utc(first: dt.date, last: dt.date, place: str | None) -> tuple[dt.datetime, dt.datetime]:
    zones = (country(place).zones if place else ()) or ("UTC",)
    midnights = [dt.time(0, tzinfo=zone(name)) for name in zones]
    begins = [dt.datetime.combine(first, midnight).astimezone(UTC) for midnight in midnights]
    ends = [dt.datetime.combine(last + _ONE_DAY, midnight).astimezone(UTC) for midnight in midnights]
    return min(begins), max(ends)
