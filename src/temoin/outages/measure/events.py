"""Events: the picks of a place that tell of one outage, and what the place's other signals did meanwhile.

An outage is what several signals agree on, as an earthquake is what several stations agree on (obspy and QuakeML
keep picks, an event and a preferred pick apart in the same way). A lone signal of several makes no event, and the
parts of a place that fall with it are named by its event instead of making their own.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import polars as pl

from temoin.evidence.digest import digest
from temoin.evidence.locator import Rows
from temoin.outages.measure.campaigns import campaigns_of
from temoin.outages.measure.groups import Group, Pick, agrees, groups_of, moment, number, over
from temoin.outages.measure.holding import Event, held_by_place
from temoin.outages.measure.kinds import kind_of
from temoin.outages.measure.picks import DIGITS, SUREST
from temoin.outages.measure.states import state_of
from temoin.outages.measure.watched import Watched, watch, watched_at
from temoin.outages.networks import holders_of
from temoin.outages.places import PATHS, Holders
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import OUTAGES, PICKS

EVENT_METHOD = "outages.event/2"


def find_outages(
    picks: pl.DataFrame,
    expected: pl.DataFrame,
    *,
    settings: Settings = DEFAULT,
    networks: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Return the outages of each place: the picks that agree, their bounds, and the signals that did not fall.

    The preferred pick is that of a reach signal, then the deeper and surer, then the earlier. Picks that overlap it
    or begin within ``agrees_within_hours`` of it join; one that began earlier than that joins only if it lost
    ``edge_spares``. Where the preferred signal comes back for a while and falls again within the same outage, the
    outage begins with its first pick, ends with its last, and adds their hours.

    The only signal measured at a place makes an event alone (a use signal that does not yet know its week, only if
    it lost ``edge_spares``); where all that is measured fell, a reach signal or a use signal that knows its week is
    enough; where others stayed, two votes are needed. Each reach signal has one; a use signal has its own
    only when it knows its week and has lost ``use_alone_depth``, and the others share one, for they share weekends
    and holidays. A pick in doubt has no vote, and its signal counts as unmeasured meanwhile.

    Outages of the regions and networks of a place that its own outage overlaps are named in ``places`` instead of
    being told again; so are those of three or more parts that begin within ``agrees_within_hours``, in an outage of
    the place whose depth and hours are shares of all the parts measured. See ``measure.holding``.

    Parameters
    ----------
    picks : table ``PICKS``
    expected : table ``EXPECTED`` of the same series: what was measured and what could be judged
    settings : see ``Settings``
    networks : table ``NETWORKS``; without it a bare network (``AS58224``) is held by no country

    Returns
    -------
    table ``OUTAGES``, in order of place, began; empty when nothing agrees

    Raises
    ------
    TableError : a column is missing or of another type
    """
    return outages_of(picks, watch(expected), settings=settings, holders=holders_of(networks))


def outages_of(
    picks: pl.DataFrame, watched: pl.DataFrame, *, settings: Settings = DEFAULT, holders: Holders = PATHS
) -> pl.DataFrame:
    """Return the outages of each place, as ``find_outages`` does, from the stretches that were watched.

    Parameters
    ----------
    picks : table ``PICKS``
    watched : table ``WATCHED``, what ``watch`` gives for the same series
    settings : see ``Settings``
    holders : which place holds which

    Raises
    ------
    TableError : a column is missing or of another type
    """
    ordered = PICKS.require(picks).sort("place", "began", "signal", "source")
    fallen = ordered["place"].unique().to_list()
    series = watched_at(watched, {place for each in fallen for place in (each, *holders.above(each))})
    doubted: dict[str, list[Pick]] = {}
    found: list[Event] = []
    for place, of_place in groupby(ordered.iter_rows(named=True), key=lambda pick: str(pick["place"])):
        sure: list[Pick] = []
        for pick in of_place:
            (sure if pick["doubt"] is None else doubted.setdefault(place, [])).append(pick)
        for group in groups_of(sure, settings):
            watching = {each.signal for each in _watching(series[place], group, doubted.get(place, ()))}
            if agrees(group, watching, settings):
                found.append(Event(place, group))
    events = held_by_place(found, ordered.filter(pl.col("doubt").is_null()), watched, holders, settings)
    rows = [_row(event, _series_of(event, series), doubted.get(event.place, ()), settings) for event in events]
    steps = {
        str(row["id"]): int(str(event.group.preferred[0]["step"])) for row, event in zip(rows, events, strict=True)
    }
    return _with_campaigns(rows, steps, settings)


def evidence_of(picks: Sequence[Pick]) -> tuple[str, ...]:
    """Return the rows that picks rest on, as references, sorted."""
    return tuple(
        sorted(
            {str(Rows(str(pick["source"]), int(str(pick["first_row"])), int(str(pick["last_row"])))) for pick in picks}
        )
    )


def parameters_of(place: str, settings: Settings) -> dict[str, object]:
    """Return what an event's id is drawn from beside its rows: one row of a wide file holds every place."""
    return settings.record() | {"place": place}


def _with_campaigns(rows: list[dict[str, object]], steps: Mapping[str, int], settings: Settings) -> pl.DataFrame:
    table = OUTAGES.frame(rows).sort("place", "began", "id")
    campaigns: list[str | None] = []
    for place, of_place in groupby(table.select("place", "began", "id").iter_rows(), key=lambda row: str(row[0])):
        several = list(of_place)
        widest = dt.timedelta(seconds=max(steps[name] for *_, name in several))
        campaigns += campaigns_of(place, [began for _, began, _ in several], settings, step=widest)
    return OUTAGES.require(table.with_columns(campaign=pl.Series(campaigns, dtype=pl.String)))


def _series_of(event: Event, series: dict[str, list[Watched]]) -> list[Watched]:
    places = {event.place, *(str(pick["place"]) for pick in event.group.picks)}
    return [watched for place in sorted(places) for watched in series.get(place, ())]


def _row(event: Event, series: list[Watched], doubted: Iterable[Pick], settings: Settings) -> dict[str, object]:
    group = event.group
    state = state_of(group.picks, series)
    whole = _whole_stayed(event, series)
    stayed = _stayed(_watching(series, group, doubted), group, settings) | whole
    depth = event.depth
    return {
        "id": digest([EVENT_METHOD, parameters_of(event.place, settings), list(evidence_of(group.picks))]),
        "place": event.place,
        "began": group.began,
        "ended": max(over(pick) for pick in group.preferred) if state == "ended" else None,
        "began_earliest": min(moment(pick, "began_earliest") for pick in group.agreeing),
        "began_latest": max(moment(pick, "began_latest") for pick in group.agreeing),
        "state": state,
        "kind": "partial" if whole and depth >= settings.blackout_depth else kind_of(group, stayed, depth, settings),
        "depth": round(depth, DIGITS),
        "lost_hours": round(event.lost_hours, DIGITS),
        "confidence": _confidence(group.agreeing),
        "preferred": group.preferred[0]["signal"],
        "picks": [str(pick["id"]) for pick in sorted(group.picks, key=lambda pick: moment(pick, "began"))],
        "fell": sorted(group.fell),
        "stayed": sorted(stayed),
        "unmeasured": sorted({watched.signal for watched in series} - stayed - group.fell),
        "observed_until": max(moment(pick, "observed_until") for pick in group.picks),
        "places": list(event.places),
        "parts": event.parts,
    }


def _watching(series: Sequence[Watched], group: Group, doubted: Iterable[Pick]) -> list[Watched]:
    unsure = {
        str(pick["signal"]) for pick in doubted if moment(pick, "began") < group.over and over(pick) > group.began
    }
    silent = group.fell | unsure
    begin, end = int(group.began.timestamp()), int(group.over.timestamp())
    return [watched for watched in series if watched.signal not in silent and _was_watched(watched, begin, end)]


def _stayed(watching: Iterable[Watched], group: Group, settings: Settings) -> set[str]:
    # A signal whose data stop while others fall has not stayed: what it did next is not known.
    begin, end = int(group.began.timestamp()), int(group.over.timestamp())
    decided = min(end, begin + round(settings.agrees_within_hours * 3600))
    return {each.signal for each in watching if each.judged(max(begin, decided - 2 * each.step), decided) > 0}


def _whole_stayed(event: Event, series: Iterable[Watched]) -> set[str]:
    # Signals of the whole place that stood while its parts fell: it is not the place that lost them.
    own = {str(pick["signal"]) for pick in event.group.picks if pick["place"] == event.place}
    begin, end = int(event.group.began.timestamp()), int(event.group.over.timestamp())
    return {
        watched.signal
        for watched in series
        if watched.place == event.place
        and watched.signal in event.group.fell - own
        and _was_watched(watched, begin, end)
    }


def _was_watched(watched: Watched, begin: int, end: int) -> bool:
    possible = (end - begin) / watched.step if watched.step else 0
    return watched.judged(begin, end) >= max(1, possible / 2)


def _confidence(agreeing: list[Pick]) -> float:
    best: dict[str, float] = {}
    for pick in agreeing:
        family = str(pick["family"])
        best[family] = max(best.get(family, 0.0), number(pick, "confidence"))
    doubt = 1.0
    for believed in best.values():
        doubt *= 1 - believed
    return round(min(SUREST, 1 - doubt), DIGITS)
