"""Findings on what a signal itself is worth: the falls that its instrument explains better than any country does."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

import polars as pl

from temoin.evidence import Finding
from temoin.outages.measure.events import evidence_of
from temoin.outages.measure.groups import Pick, moment, number
from temoin.outages.measure.instrument import INSTRUMENT, INSTRUMENT_METHOD, PARAMETERS, window_of
from temoin.outages.measure.watched import WATCHED
from temoin.outages.networks import holders_of
from temoin.outages.places import Holders, country_of, place_label
from temoin.outages.signals import signal_named
from temoin.outages.tables import PICKS
from temoin.period import iso, print_moment
from temoin.words import Words, same

_SAYS = Words(
    "Signal « {signal} » : la même chute au même moment, le {first}, dans {count} pays sans lien entre eux ({fallen})"
    "{watched}. Cela désigne l’instrument, non ces pays : ces chutes, à elles seules, ne font aucune panne.",
    "Signal “{signal}”: the same drop at once, on {first}, in {count} unrelated countries ({fallen}){watched}. This "
    "points to the instrument, not to these countries: by themselves these falls make no outage.",
)
_OF_WATCHED = Words(", sur {count} qu’il observait alors{stayed}", ", of {count} that it watched then{stayed}")
_STAYED = Words(" (restés : {names})", " (stayed: {names})")


def instrument_findings(
    picks: pl.DataFrame,
    *,
    watched: pl.DataFrame | None = None,
    labels: Mapping[str, Words] | None = None,
    networks: pl.DataFrame | None = None,
) -> list[Finding]:
    """Return one finding for each drop of a signal that is put down to its instrument, by signal and time.

    Parameters
    ----------
    picks : table ``PICKS``, those in doubt marked ``instrument``
    watched : table ``WATCHED``; without it the countries that stayed are not named
    labels : names of places for people; those it lacks are asked of the world
    networks : table ``NETWORKS``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    doubted = PICKS.require(picks).filter(pl.col("doubt") == INSTRUMENT).sort("signal", "began", "id")
    holders = holders_of(networks)
    said = []
    for together in _together(list(doubted.iter_rows(named=True))):
        fallen = sorted({holders.whole(str(pick["place"])) for pick in together})
        others = sorted(_watched(watched, together, holders) - set(fallen))
        said.append(_finding(together, fallen, others if watched is not None else None, labels or {}))
    return said


def _together(picks: Sequence[Pick]) -> Iterator[list[Pick]]:
    near: list[Pick] = []
    for pick in picks:
        same_drop = near and pick["signal"] == near[0]["signal"]
        if same_drop and moment(pick, "began") - moment(near[-1], "began") <= window_of(near[0]):
            near.append(pick)
            continue
        if near:
            yield near
        near = [pick]
    if near:
        yield near


def _watched(watched: pl.DataFrame | None, picks: Sequence[Pick], holders: Holders) -> set[str]:
    if watched is None:
        return set()
    first, last = moment(picks[0], "began"), moment(picks[-1], "began")
    then = WATCHED.require(watched).filter(
        pl.col("signal") == picks[0]["signal"], pl.col("begin") <= last, pl.col("end") > first
    )
    return {code for place in then["place"].unique() if (code := country_of(holders.whole(place)))}


def _finding(
    picks: Sequence[Pick], fallen: list[str], stayed: list[str] | None, labels: Mapping[str, Words]
) -> Finding:
    sources = {str(pick["source"]) for pick in picks}
    first = moment(picks[0], "began")
    return Finding(
        lens="outages",
        method=INSTRUMENT_METHOD,
        evidence=evidence_of(picks),
        words=_words(str(picks[0]["signal"]), first, (fallen, stayed), labels),
        parameters=PARAMETERS | {"signal": picks[0]["signal"]},
        numbers={
            "signal": picks[0]["signal"],
            "began": iso(first),
            "depth": median(number(pick, "depth") for pick in picks),
            "places": fallen,
            "stayed_places": stayed,
            "picks": [str(pick["id"]) for pick in picks],
        },
        source=sources.pop() if len(sources) == 1 else None,
    )


def _words(
    signal: str, first: dt.datetime, places: tuple[list[str], list[str] | None], labels: Mapping[str, Words]
) -> Words:
    fallen, stayed = places
    against = same("")
    if stayed is not None:
        named = _STAYED.filled(names=_listed(stayed, labels)) if stayed else same("")
        against = _OF_WATCHED.filled(count=len(fallen) + len(stayed), stayed=named)
    return _SAYS.filled(
        signal=signal_named(signal).label,
        first=Words(print_moment(first, "UTC", "fr"), print_moment(first, "UTC", "en")),
        count=len(fallen),
        fallen=_listed(fallen, labels),
        watched=against,
    )


def _listed(places: list[str], labels: Mapping[str, Words]) -> Words:
    named = [labels.get(place) or place_label(place) for place in places]
    return Words(", ".join(name.fr for name in named), ", ".join(name.en for name in named))
