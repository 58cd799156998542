"""Rules of recurrence: what the dates of a campaign have in common, and the dates that the rule gives next.

A rule is the simplest that explains the dates: every day, every N days, certain days of the week. It may miss one date
in five, for a night without a cut does not end a curfew. Dates that no rule explains stay dates, and nothing is
expected of them.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY = "every-day"
DATES = "dates"
_A_DAY = dt.timedelta(days=1)
_A_WEEK = 7
_ONE_MISSED_OF = 5
_BEYOND_THE_WEEK = 2
_WORTH_MORE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and whether a date keeps it.

    Parameters
    ----------
    name : ``every-day``, ``every-N-days``, ``weekdays:mon,tue`` or ``dates``
    keeps : whether the rule gives a date
    """

    name: str
    keeps: Callable[[dt.date], bool]

    def dates(self, after: dt.date, until: dt.date) -> list[dt.date]:
        """Return the dates that the rule gives after one date and until another, both excluded and included."""
        days = (after + rank * _A_DAY for rank in range(1, (until - after).days + 1))
        return [day for day in days if self.keeps(day)]

    def next(self, after: dt.date, count: int) -> list[dt.date]:
        """Return the next dates that the rule gives; none for ``dates``.

        Examples
        --------
        >>> nights = [dt.date(2024, 3, day) for day in range(4, 11)]
        >>> infer_rule(nights).next(nights[-1], 2)
        [datetime.date(2024, 3, 11), datetime.date(2024, 3, 12)]
        """
        return self.dates(after, after + count * _A_WEEK * _A_DAY)[:count]


def infer_rule(dates: Sequence[dt.date]) -> Rule:
    """Return the simplest rule that explains some dates.

    Every day or every N days (2 to 6) may miss one date in five, and one more from five dates on. Days of the week
    must each have had the time to come back; they are preferred to every day only if they miss two dates fewer.

    Parameters
    ----------
    dates : in order, each once, three at least

    Examples
    --------
    >>> infer_rule([dt.date(2024, 3, day) for day in (4, 6, 8, 10)]).name
    'every-2-days'
    >>> infer_rule([dt.date(2024, 3, day) for day in (4, 5, 7, 11, 12, 14)]).name
    'weekdays:mon,tue,thu'
    >>> infer_rule([dt.date(2024, 3, day) for day in (4, 5, 8, 13)]).name
    'dates'
    """
    steady = next((rule for spacing in range(1, _A_WEEK) if _explains(rule := _every(spacing, dates[0]), dates)), None)
    weekly = _weekly(dates)
    if weekly is None:
        return steady or Rule(DATES, lambda _day: False)
    if steady is None or _missed(steady, dates) - _missed(weekly, dates) >= _WORTH_MORE_WORDS:
        return weekly
    return steady


def _every(spacing: int, first: dt.date) -> Rule:
    if spacing == 1:
        return Rule(EVERY_DAY, lambda _day: True)
    return Rule(f"every-{spacing}-days", lambda day: (day - first).days % spacing == 0)


def _weekly(dates: Sequence[dt.date]) -> Rule | None:
    held = frozenset(day.weekday() for day in dates)
    if len(held) == _A_WEEK:
        return None
    name = "weekdays:" + ",".join(WEEKDAYS[day] for day in sorted(held))
    rule = Rule(name, lambda day: day.weekday() in held)
    slots, missed = _slots(rule, dates), _missed(rule, dates)
    came_back = slots >= 2 * len(held) or (not missed and slots >= len(held) + _BEYOND_THE_WEEK)
    return rule if came_back and _explains(rule, dates) else None


def _slots(rule: Rule, dates: Sequence[dt.date]) -> int:
    return len(rule.dates(dates[0] - _A_DAY, dates[-1]))


def _missed(rule: Rule, dates: Sequence[dt.date]) -> int:
    return _slots(rule, dates) - len(dates)


def _explains(rule: Rule, dates: Sequence[dt.date]) -> bool:
    return all(map(rule.keeps, dates)) and _missed(rule, dates) <= _slots(rule, dates) // _ONE_MISSED_OF
