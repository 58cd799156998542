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
from temoin.outages.measure.picks import SUREST
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


def find_outages(picks: pl.DataFrame, expected: pl.DataFrame, *, settings: Settings = DEFAULT) -> pl.DataFrame:
    """Return the outages of each place: the picks that agree, their bounds, and the signals that did not fall.

    The preferred pick is that of a reach signal, then the deeper and surer, then the earlier. Picks that overlap it
    or begin within ``agrees_within_hours`` of it join. The only signal measured at a place makes an event alone (a
    use signal that does not yet know its week, only if it lost ``edge_spares``); of several, two votes are needed.
    Each reach signal has one; a use signal has its own only when it knows its week and has lost
    ``use_alone_depth``, and the others share one, for they share weekends and holidays.

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
    strength = float(str(pick["depth"])) * float(str(pick["confidence"]))
    return (pick["family"] != _REACH, -strength, pick["began"], pick["signal"], pick["source"])


def _groups(picks: list[Pick], settings: Settings) -> Iterator[list[Pick]]:
    waiting = sorted(picks, key=_rank)
    while waiting:
        group = [waiting.pop(0)]
        grown = True
        while grown:
            joining = [pick for pick in waiting if _joins(pick, group, settings)]
            waiting = [pick for pick in waiting if pick not in joining]
            group.extend(joining)
            grown = bool(joining)
        yield group


def _joins(pick: Pick, group: list[Pick], settings: Settings) -> bool:
    within = dt.timedelta(hours=settings.agrees_within_hours)
    began, preferred = _time(pick, "began"), _time(group[0], "began")
    if abs(began - preferred) <= within:
        return True
    return began > preferred and any(began < _over(other) for other in group)


def _over(pick: Pick) -> dt.datetime:
    return _time(pick, "ended" if pick["ended"] is not None else "observed_until")


def _time(pick: Pick, name: str) -> dt.datetime:
    moment = pick[name]
    assert isinstance(moment, dt.datetime)
    return moment


def _agreeing(group: list[Pick], settings: Settings) -> list[Pick]:
    within = dt.timedelta(hours=settings.agrees_within_hours)
    return [pick for pick in group if abs(_time(pick, "began") - _time(group[0], "began")) <= within]


def _agrees(group: list[Pick], series: list[Watched], settings: Settings) -> bool:
    fell = {str(pick["signal"]) for pick in group}
    begin, end = _time(group[0], "began"), max(_over(pick) for pick in group)
    if len(fell) == 1 and not _stayed(series, fell, begin, end):
        return any(_speaks_alone(pick, settings) for pick in group)
    votes = {_vote(pick, settings) for pick in _agreeing(group, settings)}
    return len(votes) >= 2


def _speaks_alone(pick: Pick, settings: Settings) -> bool:
    known = pick["family"] == _REACH or bool(pick["learned_week"])
    return known or float(str(pick["depth"])) >= settings.edge_spares


def _vote(pick: Pick, settings: Settings) -> object:
    alone = pick["learned_week"] and float(str(pick["depth"])) >= settings.use_alone_depth
    return pick["signal"] if pick["family"] == _REACH or alone else "shared"


def _event(place: str, group: list[Pick], series: list[Watched], settings: Settings) -> dict[str, object]:
    preferred = group[0]
    agreeing = _agreeing(group, settings)
    state = _state(group, series)
    over = max(_over(pick) for pick in group)
    fell = sorted({str(pick["signal"]) for pick in group})
    stayed = _stayed(series, set(fell), _time(preferred, "began"), over)
    depth = float(str(preferred["depth"]))
    return {
        "id": digest([EVENT_METHOD, settings.record(), list(evidence_of(group))]),
        "place": place,
        "began": preferred["began"],
        "ended": preferred["ended"] if state == "ended" else None,
        "began_earliest": min(_time(pick, "began_earliest") for pick in agreeing),
        "began_latest": max(_time(pick, "began_latest") for pick in agreeing),
        "state": state,
        "kind": "blackout" if depth >= settings.blackout_depth else "partial",
        "depth": depth,
        "lost_hours": preferred["lost_hours"],
        "confidence": _confidence(agreeing),
        "preferred": preferred["signal"],
        "picks": [str(pick["id"]) for pick in sorted(group, key=lambda pick: _time(pick, "began"))],
        "fell": fell,
        "stayed": sorted(stayed),
        "unmeasured": sorted({watched.signal for watched in series} - stayed - set(fell)),
        "observed_until": max(_time(pick, "observed_until") for pick in group),
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


def _stayed(series: list[Watched], fell: set[str], begin: dt.datetime, end: dt.datetime) -> set[str]:
    return {watched.signal for watched in series if watched.signal not in fell and _was_watched(watched, begin, end)}


def _was_watched(watched: Watched, begin: dt.datetime, end: dt.datetime) -> bool:
    possible = (end - begin) / watched.step if watched.step else 0
    return watched.judged.is_between(begin, end, closed="left").sum() >= max(1, possible / 2)


def _confidence(agreeing: list[Pick]) -> float:
    best: dict[str, float] = {}
    for pick in agreeing:
        family = str(pick["family"])
        best[family] = max(best.get(family, 0.0), float(str(pick["confidence"])))
    doubt = 1.0
    for believed in best.values():
        doubt *= 1 - believed
    return min(SUREST, 1 - doubt)
