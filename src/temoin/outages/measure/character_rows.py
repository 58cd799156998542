"""From tables of outages, ours or others', to the features that the card of character looks at, and their likeness."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from zoneinfo import ZoneInfo

import polars as pl

from temoin.errors import InputError
from temoin.outages.measure.character import (
    DEFAULT_CHARACTER,
    LONGEST_TOLD_HOURS,
    Character,
    CharacterSettings,
    Features,
    Horizon,
    character_of,
    horizon_of,
)
from temoin.outages.measure.recurring import RECURS_WITHIN_DAYS, recurrences
from temoin.outages.places import country_of
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.signals import signal_named
from temoin.outages.tables import CHARACTER, OUTAGES, PICKS, REPORTED, SIGNALS
from temoin.period import zone
from temoin.world import country, figures, main_zone, zone_of

_CONFIRMING = frozenset({"bgp", "active_probing", "telescope"})
_TELLING = _CONFIRMING - {"bgp"}  # newer cuts leave BGP standing: that it stayed tells nothing
_AN_HOUR = dt.timedelta(hours=1)
_RECURRENCE_SEEN = dt.timedelta(days=RECURS_WITHIN_DAYS)
_CAMPAIGN_SEEN = dt.timedelta(days=14)
_WIDEST_CLOCK = dt.timedelta(hours=1)
_LONGEST = dt.timedelta(hours=LONGEST_TOLD_HOURS)
_A_MINUTE_IN_HALVES = 1 / 30
_DIGITS = 6


LOSSES = ("blackout", "partial")
"""Kinds of outages that the list of confirmed cuts holds."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One outage of a place, whoever saw it, as the card needs it.

    Parameters
    ----------
    id : its identifier
    began, ended : UTC; ``ended`` None when it has not, or nobody says when
    step : how finely its times are known, None where only to the day or worse
    fell, stayed : signals that saw it, and that did not
    until : until when the place was observed
    over : it has ended, whether or not the end is known
    """

    id: str
    began: dt.datetime
    ended: dt.datetime | None
    step: dt.timedelta | None
    fell: frozenset[str]
    stayed: frozenset[str]
    until: dt.datetime
    over: bool


_NOT_LISTED = ("throttling", "service-block")


def local_zone(place: str) -> str | None:
    """Return the zone that a place lives by: its own, else that of its country's capital; None where none is known.

    A part whose own zone is not known takes the capital's only where all zones of the country keep the same minutes.

    Examples
    --------
    >>> local_zone("IN"), local_zone("AU/Adelaide"), local_zone("IR/AS58224")
    ('Asia/Kolkata', 'Australia/Adelaide', 'Asia/Tehran')
    >>> local_zone("AU"), local_zone("AU/AS1221"), local_zone("Atlasie")
    ('Australia/Sydney', None, None)
    """
    code = country_of(place)
    if code is None or not country(code).zones:
        return None
    region = place.partition("/")[2]
    try:
        return zone_of(code, region) if region else main_zone(code)
    except InputError:
        return main_zone(code) if not region or _keep_same_minutes(code) else None


def _keep_same_minutes(code: str) -> bool:
    zones = [ZoneInfo(name) for name in country(code).zones]
    days = [dt.datetime(2020, month, 15, tzinfo=zone) for zone in zones for month in (1, 7)]
    return len({offset % _AN_HOUR for day in days if (offset := day.utcoffset()) is not None}) == 1


@cache
def people_of(place: str) -> float | None:
    """Return how many people live in a country, by its newest figure; None for a part of one, or where none is known.

    Examples
    --------
    >>> people_of("MT") < 1e6 < people_of("IR"), people_of("IR/Tehran"), people_of("Atlasie")
    (True, None, None)
    """
    if country_of(place) != place:
        return None
    known = [figure for figure in figures(place) if figure.indicator == "population"]
    return float(max(known, key=lambda figure: figure.year).value) if known else None


def watched_since(signals: pl.DataFrame, settings: Settings = DEFAULT) -> dict[str, dt.datetime]:
    """Return from when each place was watched well enough for an outage to show: once its first days were learnt.

    Parameters
    ----------
    signals : table ``SIGNALS``
    settings : see ``Settings``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    first = SIGNALS.require(signals).filter(pl.col("value").is_not_null()).group_by("place").agg(pl.col("time").min())
    learning = dt.timedelta(days=settings.min_history_days)
    return {place: time + learning for place, time in first.iter_rows()}


def characters(
    outages: pl.DataFrame,
    picks: pl.DataFrame | None = None,
    *,
    zones: Mapping[str, str] | None = None,
    since: Mapping[str, dt.datetime] | None = None,
    settings: CharacterSettings = DEFAULT_CHARACTER,
) -> pl.DataFrame:
    """Return how much each outage looks like the cuts that analysts confirmed, at the horizon that fits it.

    Ended, it is judged as a whole; else by what could be known so many hours into it. That nothing came before is
    known only where the place was watched for long enough, and that nothing came after only once a week has passed.
    The confirmed cuts are losses of connectivity: a slowdown or the loss of one service has no likeness to them.

    Parameters
    ----------
    outages : table ``OUTAGES``, every outage of each place: those around one are part of its character
    picks : table ``PICKS`` that they name, which tells how fine the bins are; without it the onset's bounds do
    zones : IANA zone of a place, where it is not that of its country
    since : from when each place was watched well enough for an outage to show
    settings : prior, precision

    Returns
    -------
    table ``CHARACTER``, one row a blackout or partial loss, in the table's order

    Raises
    ------
    TableError : a column is missing or of another type
    InputError : a zone is unknown
    """
    steps = _steps(picks)
    by_place: dict[str, list[Seen]] = {}
    rows = list(OUTAGES.require(outages).filter(pl.col("kind").is_in(LOSSES)).iter_rows(named=True))
    for row in rows:
        by_place.setdefault(row["place"], []).append(_measured(row, steps))
    found = {
        seen.id: character_of(features, horizon, settings=settings)
        for place, several in by_place.items()
        for seen, horizon, features in features_of(
            several, _zone_of(place, zones), (since or {}).get(place), people=people_of(place), settings=settings
        )
    }
    return CHARACTER.frame([_row(row["id"], found[row["id"]]) for row in rows])


def reported_characters(
    reported: pl.DataFrame,
    *,
    zones: Mapping[str, str] | None = None,
    settings: CharacterSettings = DEFAULT_CHARACTER,
) -> pl.DataFrame:
    """Return how much each row of published lists looks like the cuts that analysts confirmed.

    A list is taken as complete between its first and its last row. A row dated to the day has no minute, no exact
    length and no recurrence at the same minute: not known, never guessed.

    Parameters
    ----------
    reported : table ``REPORTED``; several publishers are not mixed
    zones : IANA zone of a place, where it is not that of its country
    settings : prior, precision

    Returns
    -------
    table ``CHARACTER``; ``outage`` is the publisher's identifier

    Raises
    ------
    TableError : a column is missing or of another type
    InputError : a zone is unknown
    """
    found: dict[tuple[str, int], Character] = {}
    rows = list(REPORTED.require(reported).iter_rows(named=True))
    first: dict[str, dt.datetime] = {}
    last: dict[str, dt.datetime] = {}
    groups: dict[tuple[str, str, str], list[Mapping[str, object]]] = {}
    for row in rows:
        source, began = row["source"], row["began_earliest"]
        first[source], last[source] = min(first.get(source, began), began), max(last.get(source, began), began)
        # A list may give a region's row its country's code: what recurs in one region is not what recurs in all.
        part = "" if row["scope"] == "national" else row["place_text"]
        groups.setdefault((source, row["place"], part), []).append(row)
    for (source, place, part), several in groups.items():
        listed = [_listed(row, last[source]) for row in several]
        people = people_of(place) if not part else None
        told = features_of(listed, _zone_of(place, zones), first[source], people=people, settings=settings)
        for listed_row, (_, horizon, features) in zip(several, told, strict=True):
            found[source, int(str(listed_row["row"]))] = character_of(features, horizon, settings=settings)
    return CHARACTER.frame([_row(row["id"], found[row["source"], row["row"]]) for row in rows])


def features_of(
    several: Sequence[Seen],
    local: str | None,
    since: dt.datetime | None,
    *,
    people: float | None = None,
    horizon: Horizon | None = None,
    settings: CharacterSettings = DEFAULT_CHARACTER,
) -> list[tuple[Seen, Horizon, Features]]:
    """Return each outage of one place with its horizon and features, in the order given.

    Parameters
    ----------
    several : outages of one place
    local : its zone; without one the minute and the weekday are not known, and recurrences go by UTC
    since : from when the place was watched; None not known
    people : inhabitants of the place, where it is a country
    horizon : judge as at this horizon, whatever is known since; None takes the one that fits
    settings : precision
    """
    clock = ZoneInfo(zone(local).key) if local else dt.UTC
    timed = [seen for seen in several if seen.step is not None and seen.step <= _WIDEST_CLOCK]
    widest = max((seen.step for seen in timed if seen.step), default=dt.timedelta())
    within = max(settings.returns_within_minutes, widest / dt.timedelta(minutes=1))
    recur = recurrences([seen.began.astimezone(clock).replace(tzinfo=None) for seen in timed], within)
    found = []
    rank = 0
    for seen in several:
        mine = horizon or horizon_of((seen.until - seen.began) / _AN_HOUR, over=seen.over)
        alone = replace(_alone(seen, mine, local, settings), people=people)
        if seen in timed[rank : rank + 1]:
            near = recur.campaign_near if mine == "after" else recur.campaign_before
            watched = None if since is None else seen.began - since
            flags = {
                "recurs_before": bool(recur.before[rank]) or _absent(watched, _RECURRENCE_SEEN),
                "recurs_after": bool(recur.after[rank]) or _absent(seen.until - seen.began, _RECURRENCE_SEEN),
                "campaign": bool(near[rank]) or _absent(watched, _CAMPAIGN_SEEN),
            }
            rank += 1
            alone = replace(alone, **flags)
        found.append((seen, mine, alone))
    return found


def _alone(seen: Seen, horizon: Horizon, local: str | None, settings: CharacterSettings) -> Features:
    precise = seen.step is not None and seen.step <= dt.timedelta(minutes=settings.precise_within)
    began = seen.began.astimezone(ZoneInfo(local)) if precise and local else None
    hours = None if seen.ended is None or horizon != "after" else (seen.ended - seen.began) / _AN_HOUR
    return Features(
        minute=began.minute if began else None,
        weekday=began.weekday() if began else None,
        hours=hours,
        whole_halves=abs(2 * hours - round(2 * hours)) <= _A_MINUTE_IN_HALVES if precise and hours else None,
        all_three=True if seen.fell >= _CONFIRMING else False if _TELLING & seen.stayed else None,
    )


def _absent(watched: dt.timedelta | None, enough: dt.timedelta) -> bool | None:
    return False if watched is not None and watched >= enough else None


def _zone_of(place: str, zones: Mapping[str, str] | None) -> str | None:
    return (zones or {}).get(place) or local_zone(place)


def _steps(picks: pl.DataFrame | None) -> dict[str, tuple[str, dt.timedelta]]:
    if picks is None:
        return {}
    told = PICKS.require(picks).select("id", "signal", "step").iter_rows()
    return {name: (signal, dt.timedelta(seconds=step)) for name, signal, step in told}


def _measured(row: Mapping[str, object], steps: Mapping[str, tuple[str, dt.timedelta]]) -> Seen:
    began, ended, until = _time(row["began"]), row["ended"], _time(row["observed_until"])
    named = row["picks"]
    assert isinstance(named, list)
    mine = [steps[name][1] for name in named if name in steps and steps[name][0] == row["preferred"]]
    around = (_time(row["began_latest"]) - _time(row["began_earliest"])) / 2
    return Seen(
        id=str(row["id"]),
        began=began,
        ended=_time(ended) if ended is not None else None,
        step=max(mine) if mine else around,
        fell=_signals(row["fell"]),
        stayed=_signals(row["stayed"]),
        until=until,
        over=ended is not None,
    )


def _listed(row: Mapping[str, object], last: dt.datetime) -> Seen:
    began, latest = _time(row["began_earliest"]), _time(row["began_latest"])
    fell = _signals(row["signals"])
    ended = _listed_end(row, latest)
    return Seen(
        id=str(row["id"]),
        began=began,
        ended=ended,
        step=latest - began,
        fell=fell,
        stayed=_CONFIRMING - fell if fell else frozenset(),
        until=max(last, ended or last),
        over=row["status"] != "ongoing",
    )


def _listed_end(row: Mapping[str, object], latest: dt.datetime) -> dt.datetime | None:
    if row["ended_earliest"] is None or row["ended_latest"] is None:
        return None
    began, end = _time(row["began_earliest"]), _time(row["ended_earliest"])
    known = latest - began <= _WIDEST_CLOCK and _time(row["ended_latest"]) - end <= _WIDEST_CLOCK
    if end <= began:
        return None
    return end if known or end - latest >= _LONGEST else None


def _signals(names: object) -> frozenset[str]:
    return frozenset(signal_named(str(name)).name for name in names) if isinstance(names, list) else frozenset()


def _time(value: object) -> dt.datetime:
    assert isinstance(value, dt.datetime)
    return value


def _row(name: str, character: Character) -> dict[str, object]:
    return {
        "outage": name,
        "horizon": character.horizon,
        "likeness": round(character.likeness, _DIGITS),
        "low": round(character.low, _DIGITS),
        "high": round(character.high, _DIGITS),
        "features": list(character.present),
        "unknown": list(character.unknown),
        "likelihood_ratio": float(f"{character.likelihood_ratio:.4g}"),
        "prior": round(character.prior, _DIGITS),
    }
