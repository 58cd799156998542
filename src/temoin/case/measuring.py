"""The outage lens over a case, country by country: one more file measures one country again and not all of them.

A country's regions and networks are measured with it, for they are joined into its own series. What needs all countries
at once, a failing instrument and the outages themselves, is drawn again from what is kept: picks, and what was watched.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from temoin.case.derived import Derived, bytes_of, frame_of
from temoin.evidence.digest import digest
from temoin.outages import METHODS, Settings, measure
from temoin.outages.measure.across import walk
from temoin.outages.measure.events import outages_of
from temoin.outages.measure.instrument import doubt_instrument
from temoin.outages.measure.watched import WATCHED, watch
from temoin.outages.network_tables import NETWORKS
from temoin.outages.networks import holders_of
from temoin.outages.places import Holders
from temoin.outages.tables import PICKS

Tables = tuple[pl.DataFrame, pl.DataFrame]
"""``PICKS`` of single series and of joined ones, and ``WATCHED``."""


@dataclass(frozen=True)
class Measures:
    """What the lens gives for all places of a case.

    Parameters
    ----------
    signals : every measured point, table ``SIGNALS``
    settings : parameters of the lens
    networks : table ``NETWORKS``
    walked : table ``EXPECTED`` where all places were measured in this run
    picks, outages, watched : tables ``PICKS``, ``OUTAGES`` and ``WATCHED``
    """

    signals: pl.DataFrame
    settings: Settings
    networks: pl.DataFrame
    walked: pl.DataFrame | None
    picks: pl.DataFrame
    outages: pl.DataFrame
    watched: pl.DataFrame

    @cached_property
    def expected(self) -> pl.DataFrame:
        """Table ``EXPECTED``: too large to keep between runs, and walked again when only charts ask for it."""
        if self.walked is not None:
            return self.walked
        return measure(self.signals, settings=self.settings, networks=self.networks).expected


def measure_places(
    signals: pl.DataFrame,
    settings: Settings,
    derived: Derived,
    readings: Mapping[str, object],
    networks: pl.DataFrame | None = None,
) -> Measures:
    """Return the lens's results for each place of some signals.

    Parameters
    ----------
    signals : every measured point, table ``SIGNALS``
    settings : parameters of the lens
    derived : the cache of the case
    readings : how each source was read, by id; a personal source is absent, and nothing drawn from it is kept
    networks : table ``NETWORKS``; with it a bare network is measured with its country
    """
    holders = holders_of(networks)
    places = _places_by_whole(signals, holders)
    sources = _sources_by_place(signals)
    keys = {whole: _key(inside, sources, settings, readings) for whole, inside in places.items()}
    kept = {whole: tables for whole, key in keys.items() if key and (tables := _kept(derived, key)) is not None}
    missing = [whole for whole in keys if whole not in kept]
    anew = not kept
    asked = [place for whole in missing for place in places[whole]]
    fresh = walk(signals if anew else signals.filter(pl.col("place").is_in(asked)), holders=holders, settings=settings)
    for whole, tables in _by_whole(fresh.picks, watch(fresh.expected), holders, missing).items():
        kept[whole] = tables
        if key := keys[whole]:
            _keep(derived, key, tables)
    watched = pl.concat([WATCHED.empty(), *(tables[1] for tables in kept.values())])
    picks = pl.concat([PICKS.empty(), *(tables[0] for tables in kept.values())])
    picks = doubt_instrument(picks.sort("place", "began", "signal", "source"), watched, holders=holders)
    return Measures(
        signals,
        settings,
        NETWORKS.empty() if networks is None else networks,
        fresh.expected if anew else None,
        picks,
        outages_of(picks, watched, settings=settings, holders=holders),
        watched.sort("source", "place", "signal", "begin"),
    )


def _places_by_whole(signals: pl.DataFrame, holders: Holders) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in signals["place"].unique().sort():
        found.setdefault(holders.whole(place), []).append(place)
    return found


def _by_whole(picks: pl.DataFrame, watched: pl.DataFrame, holders: Holders, wholes: list[str]) -> dict[str, Tables]:
    whole_of = {place: holders.whole(place) for place in watched["place"].unique()}
    by_place = pl.col("place").replace_strict(whole_of, return_dtype=pl.String)
    parts = [frame.with_columns(whole=by_place) for frame in (picks, watched)]
    of_whole = [part.partition_by("whole", as_dict=True, include_key=False) for part in parts]
    return {
        whole: (of_whole[0].get((whole,), picks.clear()), of_whole[1].get((whole,), watched.clear()))
        for whole in wholes
    }


def _sources_by_place(signals: pl.DataFrame) -> dict[str, list[str]]:
    pairs = signals.select("place", "source").unique().sort("place", "source")
    return dict(pairs.group_by("place", maintain_order=True).agg("source").iter_rows())


def _key(
    places: list[str], sources: Mapping[str, list[str]], settings: Settings, readings: Mapping[str, object]
) -> str | None:
    inside = sorted({source for place in places for source in sources[place]})
    if any(source not in readings for source in inside):
        return None
    said = [[source, readings[source]] for source in inside]
    methods = [method.name for method in METHODS]
    return digest([places, said, methods, settings.record()])[:16]


def _kept(derived: Derived, key: str) -> Tables | None:
    held = [derived.held(f"{table}-{key}.parquet") for table in ("picks", "watched")]
    picks, watched = (frame_of(data) if data else None for data in held)
    return None if picks is None or watched is None else (picks, watched)


def _keep(derived: Derived, key: str, tables: Tables) -> None:
    for name, table in zip(("picks", "watched"), tables, strict=True):
        derived.hold(f"{name}-{key}.parquet", bytes_of(table))
