"""Events: the picks of a place that tell of one outage, and what the place's other signals did meanwhile.

An outage is what several signals agree on, as an earthquake is what several stations agree on (obspy and QuakeML
keep picks, an event and a preferred pick apart in the same way). A lone signal of several makes no event.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import polars as pl

from temoin.evidence.digest import digest
from temoin.evidence.locator import Rows
from temoin.outages.measure.campaigns import campaigns_of
from temoin.outages.measure.picks import DIGITS, SUREST
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import EXPECTED, OUTAGES, PICKS

EVENT_METHOD = "outages.event/1"
State = Literal["ongoing", "partial-return", "ended", "not-yet-published"]
Kind = Literal["blackout", "partial", "throttling", "service-block"]
Pick = Mapping[str, object]
_REACH = "reach"


@dataclass(frozen=True, slots=True)
class Watched:
    """One series of a place: its measured and its judged bins (start times), and when its rows end."""

    signal: str
    step: dt.timedelta
    measured: pl.Series
    judged: pl.Series
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Group:
    """Picks that tell of one outage: the preferred signal's, those whose onsets agree with its first, and all."""

    began: dt.datetime
    preferred: list[Pick]
    agreeing: list[Pick]
    picks: list[Pick]

    @property
    def fell(self) -> set[str]:
        """Signals that fell."""
        return {str(pick["signal"]) for pick in self.picks}


def find_outages(picks: pl.DataFrame, expected: pl.DataFrame, *, settings: Settings = DEFAULT) -> pl.DataFrame:
    """Return the outages of each place: the picks that agree, their bounds, and the signals that did not fall.

    The preferred pick is that of a reach signal, then the deeper and surer, then the earlier. Picks that overlap it
    or begin within ``agrees_within_hours`` of it join; one that began earlier than that joins only if it lost
    ``edge_spares``. Where the preferred signal comes back for a while and falls again within the same outage, the
    outage begins with its first pick, ends with its last, and adds their hours.

    The only signal measured at a place makes an event alone (a use signal that does not yet know its week, only if
    it lost ``edge_spares``); of several, two votes are needed. Each reach signal has one; a use signal has its own
    only when it knows its week and has lost ``use_alone_depth``, and the others share one, for they share weekends
    and holidays.

    Parameters
    ----------
    picks : table ``PICKS``
    expected : table ``EXPECTED`` of the same series: what was measured and what could be judged
    settings : see ``Settings``

    Returns
    -------
    table ``OUTAGES``, in order of place, began; empty when nothing agrees

    Raises
    ------
    TableError : a column is missing or of another type
    """
    rows: list[dict[str, object]] = []
    watched = _watched(EXPECTED.require(expected))
    ordered = PICKS.require(picks).sort("place", "began", "signal", "source").iter_rows(named=True)
    for place, of_place in groupby(ordered, key=lambda pick: str(pick["place"])):
        series = watched[place]
        groups = [group for group in _groups(list(of_place), settings) if _agrees(group, series, settings)]
        events = sorted((_event(place, group, series, settings) for group in groups), key=lambda row: str(row["began"]))
        began = [row["began"] for row in events]
        ids = campaigns_of(place, [moment for moment in began if isinstance(moment, dt.datetime)], settings)
        rows.extend(row | {"campaign": campaign} for row, campaign in zip(events, ids, strict=True))
    return OUTAGES.frame(rows)


def evidence_of(picks: Sequence[Pick]) -> tuple[str, ...]:
    """Return the rows that picks rest on, as references, sorted."""
    return tuple(
        sorted(
            str(Rows(str(pick["source"]), int(str(pick["first_row"])), int(str(pick["last_row"])))) for pick in picks
        )
    )


def _watched(expected: pl.DataFrame) -> dict[str, list[Watched]]:
    places: dict[str, list[Watched]] = {}
    for key, series in expected.group_by(["source", "place", "signal"], maintain_order=True):
        times = series["time"]
        step = times[1] - times[0] if len(times) > 1 else dt.timedelta()
        measured = series.filter(pl.col("value").is_not_null())
        judged = measured.filter(pl.col("expected").is_not_null())
        watched = Watched(str(key[2]), step, measured["time"], judged["time"], times[-1] + step)
        places.setdefault(str(key[1]), []).append(watched)
    return places


def _rank(pick: Pick) -> tuple[bool, float, object, object, object]:
    strength = _number(pick, "depth") * _number(pick, "confidence")
    return (pick["family"] != _REACH, -strength, pick["began"], pick["signal"], pick["source"])


def _groups(picks: list[Pick], settings: Settings) -> Iterator[Group]:
    waiting = sorted(picks, key=_rank)
    while waiting:
        group = [waiting.pop(0)]
        grown = True
        while grown:
            joining = [pick for pick in waiting if _joins(pick, group, settings)]
            joined = {pick["id"] for pick in joining}
            waiting = [pick for pick in waiting if pick["id"] not in joined]
            group.extend(joining)
            grown = bool(joining)
        yield _group(group, settings)


def _joins(pick: Pick, group: list[Pick], settings: Settings) -> bool:
    began, preferred = _time(pick, "began"), _time(group[0], "began")
    if abs(began - preferred) <= dt.timedelta(hours=settings.agrees_within_hours):
        return True
    if began < preferred and _number(pick, "depth") < settings.edge_spares:
        return False
    return any(began < _over(other) and _time(other, "began") < _over(pick) for other in group)


def _group(picks: list[Pick], settings: Settings) -> Group:
    best = picks[0]
    of_best = [pick for pick in picks if (pick["source"], pick["signal"]) == (best["source"], best["signal"])]
    began = min(_time(pick, "began") for pick in of_best)
    within = dt.timedelta(hours=settings.agrees_within_hours)
    agreeing = [pick for pick in picks if abs(_time(pick, "began") - began) <= within]
    return Group(began, of_best, agreeing, picks)


def _over(pick: Pick) -> dt.datetime:
    return _time(pick, "ended" if pick["ended"] is not None else "observed_until")


def _time(pick: Pick, name: str) -> dt.datetime:
    moment = pick[name]
    assert isinstance(moment, dt.datetime)
    return moment


def _number(pick: Pick, name: str) -> float:
    value = pick[name]
    assert isinstance(value, float)
    return value


def _agrees(group: Group, series: list[Watched], settings: Settings) -> bool:
    if len(group.fell) == 1 and not _stayed(series, group):
        return any(_speaks_alone(pick, settings) for pick in group.picks)
    return len({_vote(pick, settings) for pick in group.agreeing}) >= 2


def _speaks_alone(pick: Pick, settings: Settings) -> bool:
    known = pick["family"] == _REACH or bool(pick["learned_week"])
    return known or _number(pick, "depth") >= settings.edge_spares


def _vote(pick: Pick, settings: Settings) -> object:
    alone = pick["learned_week"] and _number(pick, "depth") >= settings.use_alone_depth
    return pick["signal"] if pick["family"] == _REACH or alone else "shared"


def _event(place: str, group: Group, series: list[Watched], settings: Settings) -> dict[str, object]:
    state = _state(group.picks, series)
    stayed = _stayed(series, group)
    depth = max(_number(pick, "depth") for pick in group.preferred)
    return {
        "id": digest([EVENT_METHOD, settings.record(), list(evidence_of(group.picks))]),
        "place": place,
        "began": group.began,
        "ended": max(_over(pick) for pick in group.preferred) if state == "ended" else None,
        "began_earliest": min(_time(pick, "began_earliest") for pick in group.agreeing),
        "began_latest": max(_time(pick, "began_latest") for pick in group.agreeing),
        "state": state,
        "kind": "blackout" if depth >= settings.blackout_depth else "partial",
        "depth": depth,
        "lost_hours": round(sum(_number(pick, "lost_hours") for pick in group.preferred), DIGITS),
        "confidence": _confidence(group.agreeing),
        "preferred": group.preferred[0]["signal"],
        "picks": [str(pick["id"]) for pick in sorted(group.picks, key=lambda pick: _time(pick, "began"))],
        "fell": sorted(group.fell),
        "stayed": sorted(stayed),
        "unmeasured": sorted({watched.signal for watched in series} - stayed - group.fell),
        "observed_until": max(_time(pick, "observed_until") for pick in group.picks),
        "places": [],
    }


def _state(group: list[Pick], series: list[Watched]) -> State:
    still = [pick for pick in group if pick["ended"] is None]
    if not still:
        return "ended"
    horizon = max(watched.until for watched in series)
    watching = [
        pick
        for pick in still
        if _time(pick, "observed_until") + dt.timedelta(seconds=int(str(pick["step"]))) >= horizon
    ]
    if not watching:
        return "not-yet-published"
    back = {pick["signal"] for pick in group} - {pick["signal"] for pick in still}
    return "partial-return" if back else "ongoing"


def _stayed(series: list[Watched], group: Group) -> set[str]:
    end = max(_over(pick) for pick in group.picks)
    others = [watched for watched in series if watched.signal not in group.fell]
    return {watched.signal for watched in others if _was_watched(watched, group.began, end)}


def _was_watched(watched: Watched, begin: dt.datetime, end: dt.datetime) -> bool:
    possible = (end - begin) / watched.step if watched.step else 0
    return watched.judged.is_between(begin, end, closed="left").sum() >= max(1, possible / 2)


def _confidence(agreeing: list[Pick]) -> float:
    best: dict[str, float] = {}
    for pick in agreeing:
        family = str(pick["family"])
        best[family] = max(best.get(family, 0.0), _number(pick, "confidence"))
    doubt = 1.0
    for believed in best.values():
        doubt *= 1 - believed
    return round(min(SUREST, 1 - doubt), DIGITS)
