"""Groups: the picks of a place that tell of one outage, and whether enough signals vote for it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from temoin.outages.settings import Settings

Pick = Mapping[str, object]
_REACH = "reach"
_LEVEL = "level"
_SHARE_REST = ("search", "cities", "telescope")  # weekends and holidays empty them together


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

    @property
    def over(self) -> dt.datetime:
        """When the last of them was over, or was last seen."""
        return max(over(pick) for pick in self.picks)


def groups_of(picks: Sequence[Pick], settings: Settings) -> Iterator[Group]:
    """Yield the groups of the picks of one place, the group of the best pick first."""
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
        yield group_of(group, settings)


def group_of(picks: Sequence[Pick], settings: Settings) -> Group:
    """Return some picks as one group, whichever places they are of."""
    ranked = sorted(picks, key=_rank)
    best = ranked[0]
    of_best = [pick for pick in ranked if _series(pick) == _series(best)]
    began = min(moment(pick, "began") for pick in of_best)
    within = dt.timedelta(hours=settings.agrees_within_hours)
    agreeing = [pick for pick in ranked if abs(moment(pick, "began") - began) <= within]
    return Group(began, of_best, agreeing, ranked)


def agrees(group: Group, watching: set[str], settings: Settings) -> bool:
    """Return whether a group has the votes to make an event of its place.

    Parameters
    ----------
    group : the picks
    watching : signals that were watched meanwhile and are not known to have fallen
    settings : see ``Settings``
    """
    if not watching:
        alone = len(group.fell) == 1 and any(_speaks_alone(pick, settings) for pick in group.picks)
        if alone or any(_is_sure(pick) for pick in group.agreeing):
            return True
    return len({_vote(pick, settings) for pick in group.agreeing}) >= 2


def over(pick: Pick) -> dt.datetime:
    """Return when a pick was over, or was last seen."""
    return moment(pick, "ended" if pick["ended"] is not None else "observed_until")


def moment(pick: Pick, name: str) -> dt.datetime:
    """Return a time of a pick that is known to be there."""
    value = pick[name]
    assert isinstance(value, dt.datetime)
    return value


def number(pick: Pick, name: str) -> float:
    """Return a number of a pick."""
    value = pick[name]
    assert isinstance(value, float)
    return value


def _series(pick: Pick) -> tuple[object, object, object]:
    return (pick["source"], pick["place"], pick["signal"])


def _rank(pick: Pick) -> tuple[bool, float, object, object, object, object]:
    strength = number(pick, "depth") * number(pick, "confidence")
    return (pick["family"] != _REACH, -strength, pick["began"], pick["signal"], pick["source"], pick["place"])


def _joins(pick: Pick, group: list[Pick], settings: Settings) -> bool:
    if any(each["shape"] == _LEVEL for each in (pick, *group)):
        return all(_shifts_with(pick, each, settings) for each in group)
    began, preferred = moment(pick, "began"), moment(group[0], "began")
    if abs(began - preferred) <= dt.timedelta(hours=settings.agrees_within_hours):
        return True
    if began < preferred and number(pick, "depth") < settings.edge_spares:
        return False
    return any(began < over(other) and moment(other, "began") < over(pick) for other in group)


def _shifts_with(pick: Pick, other: Pick, settings: Settings) -> bool:
    # A level that falls again has not fallen together with itself: each step of a series is an outage of its own.
    near = dt.timedelta(hours=settings.agrees_within_hours)
    apart = _series(pick) != _series(other)
    earliest = moment(other, "began_earliest") - near
    return apart and earliest <= moment(pick, "began") <= moment(other, "began_latest") + near


def _speaks_alone(pick: Pick, settings: Settings) -> bool:
    rests = pick["signal"] in _SHARE_REST and not pick["learned_week"]
    return not rests or number(pick, "depth") >= settings.edge_spares


def _is_sure(pick: Pick) -> bool:
    return pick["family"] == _REACH or bool(pick["learned_week"])


def _vote(pick: Pick, settings: Settings) -> object:
    alone = pick["learned_week"] and number(pick, "depth") >= settings.use_alone_depth
    return pick["signal"] if pick["family"] == _REACH or alone else "shared"
