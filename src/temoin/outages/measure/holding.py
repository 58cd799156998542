"""Holding: outages of regions and networks told once, by the outage of the place that holds them.

An outage of a part is told by that of its holder when both overlap, and it began within ``agrees_within_hours`` of
it or lies at least half inside it: a network that was down a month before is another matter. Where the holder shows
none, parts in three or more of its branches that begin within ``agrees_within_hours`` of the first make one outage of
the holder. Its depth and hours are then shares of every part measured by the preferred signal, so that three networks
of three hundred are one hundredth of the country, whatever each of them lost.
"""

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from temoin.outages.measure.groups import Group, Pick, group_of, number
from temoin.outages.measure.rollup import FEWEST_PARTS
from temoin.outages.places import Holders
from temoin.outages.settings import Settings


@dataclass(frozen=True, slots=True)
class Event:
    """An outage of a place before it is a row.

    Parameters
    ----------
    place, group : where, and the picks that tell of it
    places : regions and networks that fell with it
    parts : how many regions and networks were measured by the preferred signal; None where it has none
    gathered : the picks are those of its parts, none its own
    weights : for each place of the picks, how many of the parts it stands for
    """

    place: str
    group: Group
    places: tuple[str, ...] = ()
    parts: int | None = None
    gathered: bool = False
    weights: tuple[tuple[str, int], ...] = ()

    @property
    def depth(self) -> float:
        """Share of the place that was lost."""
        return self._share("depth") if self.gathered else max(number(pick, "depth") for pick in self.group.preferred)

    @property
    def lost_hours(self) -> float:
        """Hours of connectivity that the place lost."""
        if self.gathered:
            return self._share("lost_hours")
        return sum(number(pick, "lost_hours") for pick in self.group.preferred)

    def _share(self, name: str) -> float:
        most: dict[str, float] = {}
        for pick in self.group.picks:
            place = str(pick["place"])
            most[place] = max(most.get(place, 0.0), number(pick, name))
        weights = dict(self.weights)
        standing = sum(weights.values())
        return sum(most[place] * weight for place, weight in weights.items()) / max(self.parts or 0, standing, 1)


class Parts:
    """The measured places under each place, by signal: those that hold no other measured place."""

    def __init__(self, watched: pl.DataFrame, holders: Holders) -> None:
        self.holders = holders
        pairs = watched.select("place", "signal").unique().sort("place", "signal").rows()
        above = {place: holders.above(place) for place in {place for place, _ in pairs}}
        holding = {holder for place in above for holder in above[place]}
        self.under: dict[str, set[str]] = {}
        self.counts: dict[tuple[str, str], int] = {}
        for place, signal in pairs:
            if place in holding:
                continue
            for holder in above[place]:
                self.under.setdefault(holder, set()).add(place)
                self.counts[holder, signal] = self.counts.get((holder, signal), 0) + 1

    def count(self, place: str, signal: str) -> int | None:
        """Return how many parts of a place a signal measures, None where none."""
        return self.counts.get((place, signal))

    def named(self, places: Iterable[str]) -> tuple[str, ...]:
        """Return the parts among some places; a place that holds parts stands only where none of its own does."""
        given = set(places)
        return tuple(sorted(place for place in given if not self.under.get(place, set()) & given))


def held_by_place(
    found: Sequence[Event], picks: pl.DataFrame, watched: pl.DataFrame, holders: Holders, settings: Settings
) -> list[Event]:
    """Return the events that are told: those of parts that a holder's event tells of are in its ``places``.

    Parameters
    ----------
    found : events of single places
    picks : table ``PICKS`` without those in doubt
    watched : table ``WATCHED``
    holders : which place holds which
    settings : see ``Settings``
    """
    parts = Parts(watched, holders)
    spans = _Spans(picks, parts)
    told = _untold(found, holders, settings)
    told = _gathered(told, parts, settings)
    return [_complete(event, spans, parts, settings) for event in told]


def _untold(found: Sequence[Event], holders: Holders, settings: Settings) -> list[Event]:
    by_place: dict[str, list[Event]] = {}
    for event in found:
        by_place.setdefault(event.place, []).append(event)
    return [
        event
        for event in found
        if not any(
            _tells(of_holder.group, event.group, settings)
            for holder in holders.above(event.place)
            for of_holder in by_place.get(holder, ())
        )
    ]


def _tells(holder: Group, part: Group, settings: Settings) -> bool:
    overlap = min(holder.over, part.over) - max(holder.began, part.began)
    if overlap <= dt.timedelta():
        return False
    near = abs(part.began - holder.began) <= dt.timedelta(hours=settings.agrees_within_hours)
    return near or overlap * 2 >= part.over - part.began


def _gathered(events: list[Event], parts: Parts, settings: Settings) -> list[Event]:
    told = list(events)
    inside: dict[str, list[int]] = {}
    for index, event in enumerate(told):
        for holder in parts.holders.above(event.place):
            inside.setdefault(holder, []).append(index)
    gone: set[int] = set()
    heights = {holder: len(parts.holders.above(holder)) for holder in inside}
    for holder in sorted(heights, key=lambda place: (-heights[place], place)):
        waiting = {id(told[index]): index for index in inside[holder] if index not in gone}
        for cluster in _together([told[index] for index in waiting.values()], holder, parts.holders, settings):
            gone |= {waiting[id(event)] for event in cluster}
            told.append(_gather(cluster, holder, parts, settings))
            for above in parts.holders.above(holder):
                inside[above].append(len(told) - 1)
    return [event for index, event in enumerate(told) if index not in gone]


def _together(events: list[Event], holder: str, holders: Holders, settings: Settings) -> Iterator[list[Event]]:
    within = dt.timedelta(hours=settings.agrees_within_hours)
    waiting = deque(sorted(events, key=lambda event: (event.group.began, event.place)))
    near: deque[Event] = deque()
    while waiting or near:
        while waiting and (not near or waiting[0].group.began - near[0].group.began <= within):
            near.append(waiting.popleft())
        if len({_branch(event.place, holder, holders) for event in near}) >= FEWEST_PARTS:
            yield list(near)
            near.clear()
        else:
            near.popleft()


def _branch(place: str, holder: str, holders: Holders) -> str:
    chain = (place, *holders.above(place))
    return chain[chain.index(holder) - 1]


def _gather(events: list[Event], holder: str, parts: Parts, settings: Settings) -> Event:
    picks: list[Pick] = [pick for event in events for pick in event.group.picks]
    group = group_of(picks, settings)
    places = sorted({str(pick["place"]) for pick in picks})
    weights = tuple((place, max(1, len(parts.under.get(place, ())))) for place in places)
    return Event(holder, group, gathered=True, weights=weights)


def _complete(event: Event, spans: "_Spans", parts: Parts, settings: Settings) -> Event:
    places = spans.with_event(event, settings)
    return replace(event, places=places, parts=parts.count(event.place, str(event.group.preferred[0]["signal"])))


class _Spans:
    """Picks of the parts of each place, as arrays: a campaign over many networks asks this often."""

    def __init__(self, picks: pl.DataFrame, parts: Parts) -> None:
        self.parts = parts
        self.below: dict[str, list[int]] = {}
        self.places = picks["place"].to_list()
        self.began = picks["began"].dt.epoch("s").to_numpy()
        self.over = picks.select(pl.coalesce("ended", "observed_until")).to_series().dt.epoch("s").to_numpy()
        for index, place in enumerate(self.places):
            for holder in parts.holders.above(place):
                self.below.setdefault(holder, []).append(index)

    def with_event(self, event: Event, settings: Settings) -> tuple[str, ...]:
        """Return the parts whose picks an event tells of."""
        if event.place not in self.below:
            return ()
        inside = np.array(self.below[event.place])
        began, over = self.began[inside], self.over[inside]
        from_, until = event.group.began.timestamp(), event.group.over.timestamp()
        overlap = np.minimum(over, until) - np.maximum(began, from_)
        near = np.abs(began - from_) <= settings.agrees_within_hours * 3600
        told = (overlap > 0) & (near | (overlap * 2 >= over - began))
        fallen = {self.places[index] for index in inside[told]}
        return self.parts.named(fallen | ({str(pick["place"]) for pick in event.group.picks} - {event.place}))
