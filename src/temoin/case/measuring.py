"""The outage lens over a case, place by place: one more file measures one place again and not all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from temoin.case.derived import Derived, bytes_of, frame_of
from temoin.evidence.digest import digest
from temoin.outages import METHODS, Settings, expect, find_outages, measure
from temoin.outages.tables import OUTAGES, PICKS

Tables = tuple[pl.DataFrame, pl.DataFrame]
"""``PICKS`` and ``OUTAGES``."""


@dataclass(frozen=True)
class Measures:
    """What the lens gives for all places of a case.

    Parameters
    ----------
    signals : every measured point, table ``SIGNALS``
    settings : parameters of the lens
    walked : table ``EXPECTED`` where all places were measured in this run
    picks, outages : tables ``PICKS`` and ``OUTAGES``
    """

    signals: pl.DataFrame
    settings: Settings
    walked: pl.DataFrame | None
    picks: pl.DataFrame
    outages: pl.DataFrame

    @cached_property
    def expected(self) -> pl.DataFrame:
        """Table ``EXPECTED``: too large to keep between runs, and walked again when only charts ask for it."""
        return self.walked if self.walked is not None else expect(self.signals, settings=self.settings)


def measure_places(
    signals: pl.DataFrame, settings: Settings, derived: Derived, readings: Mapping[str, object]
) -> Measures:
    """Return the lens's results for each place of some signals.

    Parameters
    ----------
    signals : every measured point, table ``SIGNALS``
    settings : parameters of the lens
    derived : the cache of the case
    readings : how each source was read, by id; a personal source is absent, and nothing drawn from it is kept
    """
    keys = {place: _key(place, sources, settings, readings) for place, sources in _sources_by_place(signals).items()}
    kept = {place: tables for place, key in keys.items() if key and (tables := _kept(derived, key)) is not None}
    missing = [place for place in keys if place not in kept]
    anew = not kept
    fresh = measure(signals if anew else signals.filter(pl.col("place").is_in(missing)), settings=settings)
    events = find_outages(fresh.picks, fresh.expected, settings=settings)
    for place in missing:
        here = pl.col("place") == place
        kept[place] = (fresh.picks.filter(here), events.filter(here))
        if key := keys[place]:
            _keep(derived, key, kept[place])
    in_order = [kept[place] for place in sorted(kept)]
    return Measures(
        signals,
        settings,
        fresh.expected if anew else None,
        pl.concat([PICKS.empty(), *(picks for picks, _ in in_order)]),
        pl.concat([OUTAGES.empty(), *(outages for _, outages in in_order)]),
    )


def _sources_by_place(signals: pl.DataFrame) -> dict[str, list[str]]:
    pairs = signals.select("place", "source").unique().sort("place", "source")
    return dict(pairs.group_by("place", maintain_order=True).agg("source").iter_rows())


def _key(place: str, sources: list[str], settings: Settings, readings: Mapping[str, object]) -> str | None:
    if any(source not in readings for source in sources):
        return None
    said = [[source, readings[source]] for source in sources]
    methods = [method.name for method in METHODS]
    return digest([place, said, methods, settings.record()])[:16]


def _kept(derived: Derived, key: str) -> Tables | None:
    held = [derived.held(f"{table}-{key}.parquet") for table in ("picks", "outages")]
    picks, outages = (frame_of(data) if data else None for data in held)
    return None if picks is None or outages is None else (picks, outages)


def _keep(derived: Derived, key: str, tables: Tables) -> None:
    for name, table in zip(("picks", "outages"), tables, strict=True):
        derived.hold(f"{name}-{key}.parquet", bytes_of(table))
