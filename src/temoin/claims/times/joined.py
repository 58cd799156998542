"""Days joined into ranges, and what the first of two takes from the second.

"Du 28 décembre au 3 janvier 2022" takes the year from its end; "entre mars et mai 2019" too. A list ("en mars, avril
et mai 2019") shares the year of its last one and stays a list.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from temoin.claims.times.day import ONE_DAY, Day, dated, stretch, whole
from temoin.period import PartialDate
from temoin.words import Words

_LEAD = re.compile(
    rb"\b(?P<lead>du|de|d'|des|entre|between|from|depuis|since)[ \n]?(?:le |l'|la |the |en |debut |fin |annee |"
    rb"mois de )?$"
)
_LINK = re.compile(
    rb"[ \n]?(?:(?P<through>au|a|jusqu'au|jusqu'en|jusqu'a|to|until|through|till)|(?P<both>et|and)|(?P<hyphen>-))[ \n]?"
    rb"(?:le |la |the |l'annee |en |debut |mi-|fin |[a-z]+di |[a-z]+day,? )?"
)
_LISTED = re.compile(
    rb"(?:[ \n]?,[ \n]|[ \n]?(?:,[ \n]?)?(?:et|ou|puis|and|or|then|au|a|to|until|jusqu'au|jusqu'en|-)[ \n]?)(?:le |"
    rb"en |les |the |in |on |d'|de |fin |debut |early |late |mi-)?"
)
_REACH, _WIDEST_LINK = 16, 24
_EDGE = re.compile(
    rb"(?:\b(?:(?P<early>au tout debut|debut|au debut|early|the (?:start|beginning))|(?P<mid>au milieu|milieu|mid|mi)|"
    rb"(?P<late>a la fin|la fin|fin|late|the end))(?:[ -](?:de|du mois de|du mois d'|de l'annee|of|in)[ ]|[ -]d'|[ -])|"
    rb"(?P<mi>\bmi-))$"
)
_EDGE_LAST = b" -'"


@dataclass(frozen=True, slots=True)
class Open:
    """A day or month written without its year.

    Parameters
    ----------
    start, end : where it stands
    month, day : as written; ``day`` is None for a month alone
    length : days to the last one of "du 5 au 6 janvier", else 0
    found : the first days that fit, one where the year is settled
    reason : why that one, or why none or several
    """

    start: int
    end: int
    month: int
    day: int | None
    length: int
    found: Sequence[dt.date]
    reason: Words | None

    def settled(self) -> Day:
        """Return the day, month or range with its year, open where none or several fit."""
        if len(self.found) != 1:
            low, high = min(self.found, default=None), max(self.found, default=None)
            if high is not None:
                high = self._whole(high).last + self.length * ONE_DAY
            return Day(self.start, self.end, None, low, high, reason=self.reason)
        if self.length:
            first = self.found[0]
            return stretch(self.start, self.end, first, first + self.length * ONE_DAY, self.reason)
        return whole(self.start, self.end, self._whole(self.found[0]), self.reason)

    def in_year(self, year: int) -> "Open":
        """Return the same day or month in a year, where the calendar has it."""
        try:
            found = dt.date(year, self.month, self.day or 1)
        except ValueError:
            return self
        return replace(self, found=(found,), reason=None)

    def _whole(self, first: dt.date) -> PartialDate:
        return dated(first.isoformat() if self.day else first.isoformat()[:7])


def join(folded: bytes, days: Sequence[Open | Day]) -> list[Day]:
    """Return days with their years, two that make a range as one.

    Parameters
    ----------
    folded : the text
    days : in order, none inside another

    Examples
    --------
    >>> text = b"du 28 decembre au 3 janvier 2022"
    >>> first = Open(3, 14, 12, 28, 0, (), None)
    >>> [range_] = join(text, [first, whole(18, 32, PartialDate("2022-01-03"))])
    >>> range_.low.isoformat(), range_.high.isoformat()
    ('2021-12-28', '2022-01-03')
    """
    dated = [_edged(folded, day) for day in _dated_from_behind(folded, days)]
    joined: list[Day] = []
    for day in dated:
        previous = joined[-1] if joined else None
        if previous is not None and (both := _range(folded, previous, day)):
            joined[-1] = both
        else:
            joined.append(day)
    return joined


def _dated_from_behind(folded: bytes, days: Sequence[Open | Day]) -> list[Day]:
    dated: list[Day] = []
    year: dt.date | None = None
    for rank in range(len(days) - 1, -1, -1):
        day = days[rank]
        behind = days[rank + 1] if rank + 1 < len(days) else None
        if isinstance(day, Open):
            if year is not None and behind is not None and _is_listed(folded, day, behind):
                day = day.in_year(year.year - (day.month > year.month))
                year = day.found[0] if day.found else None
            else:
                year = None
            dated.append(day.settled())
        else:
            year = day.low if day.value is None or day.value.precision != "year" else None
            year = year if day.qualifier != "about" or day.value is not None else None
            dated.append(day)
    return dated[::-1]


def _edged(folded: bytes, day: Day) -> Day:
    if day.value is None or not day.start or folded[day.start - 1] not in _EDGE_LAST or day.qualifier != "exact":
        return day
    edge = _EDGE.search(folded, max(0, day.start - 24), day.start)
    if edge is None or day.low is None or day.high is None or day.value.precision not in ("month", "year"):
        return day
    if day.value.precision == "year":
        first, last = (1, 4) if edge["early"] else (9, 12) if edge["late"] else (5, 8)
        low = dt.date(day.low.year, first, 1)
        high = dt.date(day.low.year, last, 31 if last != 4 else 30)
    else:
        first, last = (1, 12) if edge["early"] else (20, day.high.day) if edge["late"] else (10, 20)
        low, high = day.low.replace(day=first), day.low.replace(day=last)
    return replace(day, start=edge.start(), low=low, high=high, qualifier="about")


def _is_listed(folded: bytes, first: Open, second: Open | Day) -> bool:
    between = second.start - first.end
    return between <= _WIDEST_LINK and _LISTED.fullmatch(folded, first.end, second.start) is not None


def _range(folded: bytes, first: Day, second: Day) -> Day | None:
    if second.start - first.end > _WIDEST_LINK or first.low is None or second.high is None:
        return None
    if "range" in (first.qualifier, second.qualifier) or first.low >= second.high or first.value is None:
        return None
    link = _LINK.fullmatch(folded, first.end, second.start)
    if link is None or second.value is None:
        return None
    lead = _LEAD.search(folded, max(0, first.start - _REACH), first.start)
    between = lead is not None and lead["lead"] in (b"entre", b"between")
    alike = first.value.precision == second.value.precision
    if not (alike if link["hyphen"] else between if link["both"] else lead is not None):
        return None
    start = lead.start() if lead and between else first.start
    return stretch(start, second.end, first.low, second.high, second.reason)
