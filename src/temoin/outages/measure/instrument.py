"""Instrument, not policy: one signal that drops alike in unrelated countries at once fails itself.

No government cuts three countries of two continents within the same half hour by the same share; the pipeline, the
sensor or the service that all of them share does. OONI's plan for its detector rests on the same sign (ooni/data,
docs/implementation-plan.md: the same target moving in other countries the same hour is an artefact).

The rule. Onsets of one signal within half an hour or two bins of each other, whichever is longer; losses within a
quarter of their median; at least three countries, on two continents (UN M49), and at least half of those that the
signal watched then, each by its own or its joined series: one of its thousand networks does not speak for a country.
Countries of one continent may share a cable. A place that is no country of ISO 3166 counts for nothing here: a file of
towns by their bare names must not lose the night on which all of them fell. Where most of these countries also lost a
signal of another family, two instruments agree, and it is the world that changed.

References
----------
UN Statistics Division, Standard country or area codes for statistical use (M49). ooni/data,
docs/implementation-plan.md.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import polars as pl

from temoin.outages.measure.groups import Pick, moment, number, over
from temoin.outages.measure.watched import WATCHED
from temoin.outages.places import PATHS, Holders, country_of
from temoin.outages.tables import PICKS
from temoin.world import region_of

INSTRUMENT_METHOD = "outages.instrument/1"
INSTRUMENT = "instrument"
FEWEST_COUNTRIES = 3
FEWEST_CONTINENTS = 2
LEAST_SHARE = 0.5
SAME_DEPTH = 0.25
_SHORTEST = 1800

PARAMETERS: dict[str, object] = {
    "within_seconds": _SHORTEST,
    "fewest_countries": FEWEST_COUNTRIES,
    "fewest_continents": FEWEST_CONTINENTS,
    "least_share": LEAST_SHARE,
    "same_depth": SAME_DEPTH,
}
"""What the method decides by, as its findings carry it."""


@dataclass(frozen=True, slots=True)
class Coincidence:
    """One signal that drops alike in several countries at once.

    Parameters
    ----------
    signal : its name
    first, last : onsets, the first and the last
    fallen, watched : countries that fell, and all that the signal watched then
    picks : ids of the picks in doubt
    """

    signal: str
    first: dt.datetime
    last: dt.datetime
    fallen: tuple[str, ...]
    watched: tuple[str, ...]
    picks: tuple[str, ...]


def doubt_instrument(picks: pl.DataFrame, watched: pl.DataFrame, *, holders: Holders = PATHS) -> pl.DataFrame:
    """Return the picks, ``doubt`` filled with ``instrument`` where a signal dropped alike in unrelated countries.

    Parameters
    ----------
    picks : table ``PICKS``
    watched : table ``WATCHED`` of the same series
    holders : which place holds which

    Returns
    -------
    table ``PICKS``, in the same order; another doubt stays

    Raises
    ------
    TableError : a column is missing or of another type
    """
    doubted = [name for each in coincidences(picks, watched, holders=holders) for name in each.picks]
    if not doubted:
        return PICKS.require(picks)
    mine = pl.col("id").is_in(doubted) & pl.col("doubt").is_null()
    return PICKS.require(picks.with_columns(doubt=pl.when(mine).then(pl.lit(INSTRUMENT)).otherwise("doubt")))


def coincidences(picks: pl.DataFrame, watched: pl.DataFrame, *, holders: Holders = PATHS) -> list[Coincidence]:
    """Return each drop of one signal in unrelated countries at once, in order of signal and time.

    Parameters
    ----------
    picks : table ``PICKS``; a doubt that they already carry changes nothing
    watched : table ``WATCHED`` of the same series
    holders : which place holds which

    Raises
    ------
    TableError : a column is missing or of another type
    """
    speaking = _speaking(WATCHED.require(watched), holders)
    if speaking["country"].n_unique() < FEWEST_COUNTRIES:
        return []
    country = dict(speaking.select("place", "country").unique().iter_rows())
    falls = PICKS.require(picks).sort("began", "id")
    told = falls.join(speaking.select("place", "signal").unique(), on=["place", "signal"], how="semi")
    world = _World(list(told.iter_rows(named=True)), falls, speaking, country, holders)
    return [found for signal in told["signal"].unique().sort() for found in world.of(signal)]


def _speaking(watched: pl.DataFrame, holders: Holders) -> pl.DataFrame:
    """What speaks for a country: its own series or its joined one, else those of its few parts."""
    countries = {place: country_of(holders.whole(place)) for place in watched["place"].unique()}
    placed = watched.with_columns(
        country=pl.col("place").replace_strict(countries, return_dtype=pl.String) if countries else pl.lit(None)
    ).filter(pl.col("country").is_not_null())
    own = pl.col("place") == pl.col("country")
    return placed.filter(own | ~own.any().over("country", "signal"))


@dataclass(frozen=True, slots=True)
class _World:
    picks: Sequence[Pick]
    falls: pl.DataFrame
    speaking: pl.DataFrame
    country: Mapping[str, str]
    holders: Holders

    def of(self, signal: str) -> Iterator[Coincidence]:
        mine = [pick for pick in self.picks if pick["signal"] == signal]
        began = [moment(pick, "began") for pick in mine]
        at = 0
        while at < len(mine):
            near = mine[at : bisect_right(began, began[at] + window_of(mine[at]))]
            found = self._coincidence(signal, near)
            if found is not None:
                yield found
            at += len(near) if found is not None else 1

    def _coincidence(self, signal: str, near: Sequence[Pick]) -> Coincidence | None:
        depths: dict[str, float] = {}
        for pick in near:
            code = self._country(pick)
            depths[code] = max(depths.get(code, 0.0), number(pick, "depth"))
        usual = median(depths.values())
        fallen = {code for code, depth in depths.items() if abs(depth - usual) <= SAME_DEPTH}
        if len(fallen) < FEWEST_COUNTRIES or not _unrelated(fallen):
            return None
        first, last = moment(near[0], "began"), moment(near[-1], "began")
        watched = fallen | self._watched(signal, first, max(last, first + window_of(near[0])))
        if len(fallen) < LEAST_SHARE * len(watched) or self._others_agree(near, fallen):
            return None
        ids = self._fallen_with(near, fallen)
        return Coincidence(signal, first, last, tuple(sorted(fallen)), tuple(sorted(watched)), ids)

    def _country(self, pick: Pick) -> str:
        return self.country[str(pick["place"])]

    def _watched(self, signal: str, begin: dt.datetime, end: dt.datetime) -> set[str]:
        then = self.speaking.filter(pl.col("signal") == signal, pl.col("begin") <= end, pl.col("end") > begin)
        return set(then["country"].unique())

    def _others_agree(self, near: Sequence[Pick], fallen: set[str]) -> bool:
        family, first = near[0]["family"], moment(near[0], "began")
        others = {
            self._country(pick)
            for pick in self.picks
            if pick["family"] != family
            and abs(moment(pick, "began") - first) <= 2 * window_of(near[0])
            and over(pick) > first
        }
        return len(others & fallen) * 2 > len(fallen)

    def _fallen_with(self, near: Sequence[Pick], fallen: set[str]) -> tuple[str, ...]:
        """The falls of those countries, and of their parts, which fell by the same instrument."""
        window = window_of(near[0])
        meanwhile = self.falls.filter(
            pl.col("signal") == near[0]["signal"],
            pl.col("began").is_between(moment(near[0], "began") - window, moment(near[-1], "began") + window),
        )
        spoken = {pick["id"]: self._country(pick) for pick in near}
        return tuple(
            name
            for name, place in meanwhile.select("id", "place").iter_rows()
            if spoken.get(name, self.holders.whole(place)) in fallen
        )


def window_of(pick: Pick) -> dt.timedelta:
    """Return how far apart onsets of one drop may lie: half an hour, or two bins."""
    return dt.timedelta(seconds=max(_SHORTEST, 2 * int(str(pick["step"]))))


def _unrelated(places: set[str]) -> bool:
    return len({region_of(place).continent for place in places}) >= FEWEST_CONTINENTS
