"""Campaigns: outages of a place that come back at the same local time of day, one to seven days apart.

Two thirds of the recurrences of published shutdowns are one to four days apart to the day, against two in a thousand
for other outages (Bischof et al., SIGCOMM 2023, doi 10.1145/3603269.3604883). A campaign says that outages recur,
never why. Its clock is that of the place: a curfew keeps its hour when the clocks change.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import Any

import polars as pl

from temoin.evidence.digest import digest
from temoin.outages.measure.rules import Rule, infer_rule
from temoin.outages.places import zone_of_place
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import CAMPAIGNS, OUTAGES
from temoin.period import UTC, iso, zone

CAMPAIGN_METHOD = "outages.campaign/2"
_FEWEST = 3
_NEXT = 3
_A_WEEK = 7
_DAY_MINUTES = 1440
_REGULAR = 0.75


@dataclass(frozen=True, slots=True)
class Onset:
    """An onset on the local clock: its rank among those given, its local date and its minute of that day."""

    rank: int
    day: int
    minute: float

    def from_clock(self, clock: float) -> "Onset":
        """Return the same onset counted from the day on whose clock it lies, be it before or after midnight."""
        turns = round((self.minute - clock) / _DAY_MINUTES)
        return Onset(self.rank, self.day + turns, self.minute - turns * _DAY_MINUTES)


def campaigns_of(
    place: str, began: Sequence[dt.datetime], settings: Settings, *, step: dt.timedelta = dt.timedelta()
) -> list[str | None]:
    """Return for each onset the id of its campaign, None when it belongs to none.

    Onsets on three local dates or more, within ``same_clock_minutes`` (or two bins) of one clock, each one to
    ``recurs_within_days`` days after the one before, are a campaign; its id names the place and the first of them. A
    week may be missed once in a weekly one. An outage at another time of day never joins; of two on one date the
    nearest to the clock does.

    Parameters
    ----------
    place : the place, whose local time counts; UTC where it is unknown
    began : onsets in order of time, UTC
    settings : see ``Settings``
    step : width of a bin, where it is known
    """
    where = zone(zone_of_place(place))
    local = [moment.astimezone(where) for moment in began]
    waiting = [Onset(rank, moment.toordinal(), _minute(moment)) for rank, moment in enumerate(local)]
    within = max(settings.same_clock_minutes, 2 * step / dt.timedelta(minutes=1))
    ids: list[str | None] = [None] * len(began)
    for chain in _chains(waiting, within, settings.recurs_within_days):
        first = min(onset.rank for onset in chain)
        name = digest([CAMPAIGN_METHOD, settings.record(), place, iso(began[first])])
        for onset in chain:
            ids[onset.rank] = name
    return ids


def find_campaigns(outages: pl.DataFrame, *, settings: Settings = DEFAULT) -> pl.DataFrame:
    """Return the campaigns of outages: the rule that their dates keep in local time, and the dates it gives next.

    The next dates are what the rule gives after the last outage. Those that the data already cover and on which
    nothing fell stand in ``missed``.

    Parameters
    ----------
    outages : table ``OUTAGES``, whose column ``campaign`` says which outages recur together
    settings : see ``Settings``

    Returns
    -------
    table ``CAMPAIGNS``, in order of place, first; empty when nothing recurs

    Raises
    ------
    TableError : a column is missing or of another type

    References
    ----------
    Bischof et al., SIGCOMM 2023, doi 10.1145/3603269.3604883

    Examples
    --------
    >>> from temoin.outages import find_outages, measure, sample
    >>> found = measure(sample.recurring())
    >>> find_campaigns(find_outages(found.picks, found.expected)).select("times", "begins_at", "ends_at", "rule").row(0)
    (10, '01:00', '05:00', 'every-day')
    """
    required = OUTAGES.require(outages)
    seen_until: dict[str, dt.datetime] = dict(required.group_by("place").agg(pl.max("observed_until")).iter_rows())
    recurring = required.filter(pl.col("campaign").is_not_null()).sort("place", "began")
    rows = [
        _campaign(list(members.iter_rows(named=True)), seen_until[members["place"][0]], settings)
        for members in recurring.partition_by("campaign", maintain_order=True)
    ]
    return CAMPAIGNS.frame(rows)


def _chains(waiting: list[Onset], within: float, most: int) -> Iterator[list[Onset]]:
    while len(waiting) >= _FEWEST:
        clock = max(sorted({onset.minute for onset in waiting}), key=lambda clock: _support(waiting, clock, within))
        near = _near(waiting, clock, within)
        clock = median_low(onset.minute for onset in near)
        near = _near(waiting, clock, within)
        taken = {onset.rank for onset in near}
        if len(_nightly(near, clock)) < _FEWEST:
            return
        yield from _runs(_nightly(near, clock), most)
        waiting = [onset for onset in waiting if onset.rank not in taken]


def _support(onsets: list[Onset], clock: float, within: float) -> tuple[int, float]:
    near = _near(onsets, clock, within)
    return len({onset.day for onset in near}), -sum(abs(onset.minute - clock) for onset in near)


def _near(onsets: list[Onset], clock: float, within: float) -> list[Onset]:
    turned = (onset.from_clock(clock) for onset in onsets)
    return [onset for onset in turned if abs(onset.minute - clock) <= within]


def _nightly(near: list[Onset], clock: float) -> list[Onset]:
    best: dict[int, Onset] = {}
    for onset in sorted(near, key=lambda onset: (abs(onset.minute - clock), onset.rank)):
        best.setdefault(onset.day, onset)
    return [best[day] for day in sorted(best)]


def _runs(onsets: list[Onset], most: int) -> Iterator[list[Onset]]:
    run: list[Onset] = []
    for onset in onsets:
        if run and not _goes_on(onset.day - run[-1].day, most):
            yield from _recurring(run, most)
            run = []
        run.append(onset)
    yield from _recurring(run, most)


def _goes_on(days: int, most: int) -> bool:
    # A week may be missed: the same weekday a fortnight later still goes on.
    return days <= most or (days <= 2 * most and days % _A_WEEK == 0)


def _recurring(run: list[Onset], most: int) -> Iterator[list[Onset]]:
    short = sum(after.day - before.day <= most for before, after in pairwise(run))
    if len(run) >= _FEWEST and 2 * short >= len(run) - 1:
        yield run


def _minute(local: dt.datetime) -> float:
    return local.hour * 60 + local.minute + local.second / 60


def _campaign(members: list[dict[str, Any]], seen_until: dt.datetime, settings: Settings) -> dict[str, object]:
    place = members[0]["place"]
    name = zone_of_place(place)
    began = [member["began"].astimezone(zone(name)) for member in members]
    ended = [member["ended"].astimezone(zone(name)) for member in members if member["ended"] is not None]
    clock = _clock(began)
    onsets = [Onset(0, moment.toordinal(), _minute(moment)).from_clock(clock) for moment in began]
    dates = sorted({dt.date.fromordinal(onset.day) for onset in onsets})
    rule = infer_rule(dates)
    over = _clock(ended) if len(ended) * 2 > len(began) else None
    near = [end for end in ended if over is not None and _apart(_minute(end), over) <= settings.same_clock_minutes]
    return {
        "id": members[0]["campaign"],
        "place": place,
        "zone": name,
        "times": len(members),
        "first": members[0]["began"],
        "last": members[-1]["began"],
        "begins_at": _printed(clock),
        "ends_at": None if over is None or len(near) < _REGULAR * len(ended) else _printed(over),
        "rule": rule.name,
        "next": [_moment(day, clock, name) for day in rule.next(dates[-1], _NEXT)],
        "outages": [member["id"] for member in members],
        "missed": list(_missed(rule, dates[-1], clock, name, seen_until)),
    }


def _missed(rule: Rule, last: dt.date, clock: float, name: str, seen_until: dt.datetime) -> Iterator[dt.datetime]:
    for day in rule.dates(last, seen_until.astimezone(zone(name)).date()):
        moment = _moment(day, clock, name)
        if moment < seen_until:
            yield moment


def _clock(moments: Sequence[dt.datetime]) -> float:
    # Clocks go round: the middle is taken from the minute that the others are nearest to, and told as people set it.
    minutes = [_minute(moment) for moment in moments]
    centre = min(minutes, key=lambda minute: sum(_apart(minute, other) for other in minutes))
    turned = [Onset(0, 0, minute).from_clock(centre).minute for minute in minutes]
    return median_low(turned) % _DAY_MINUTES


def _apart(one: float, other: float) -> float:
    gap = abs(one - other) % _DAY_MINUTES
    return min(gap, _DAY_MINUTES - gap)


def _moment(day: dt.date, clock: float, name: str) -> dt.datetime:
    hour, minute = divmod(int(clock), 60)
    return dt.datetime.combine(day, dt.time(hour, minute), zone(name)).astimezone(UTC)


def _printed(clock: float) -> str:
    hour, minute = divmod(int(clock), 60)
    return f"{hour:02d}:{minute:02d}"
