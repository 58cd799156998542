"""The outage lens over a case, place by place: one more file measures one place again and not all of them."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import polars as pl

from temoin.case.derived import Derived, parquet_frame
from temoin.evidence.digest import digest
from temoin.outages import METHODS, Measured, Settings, expect, find_outages, measure
from temoin.outages.tables import OUTAGES, PICKS


@dataclass(frozen=True)
class Measures:
    """What the lens gives for all places of a case.

    Parameters
    ----------
    signals : every measured point, table ``SIGNALS``
    settings : parameters of the lens
    picks, outages : tables ``PICKS`` and ``OUTAGES``
    """

    signals: pl.DataFrame
    settings: Settings
    picks: pl.DataFrame
    outages: pl.DataFrame

    @cached_property
    def expected(self) -> pl.DataFrame:
        """Table ``EXPECTED``: large, and walked again rather than held, since only charts ask for it."""
        return expect(self.signals, settings=self.settings)


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
    methods = [method.name for method in METHODS]
    picks, events = [PICKS.empty()], [OUTAGES.empty()]
    for place, sources in sorted(_sources_by_place(signals).items()):
        keep = None
        if all(source in readings for source in sources):
            said = [[source, readings[source]] for source in sources]
            keep = _Keep(derived, digest([place, said, methods, settings.record()])[:16])
        found = _measured(signals, place, settings, keep)
        picks.append(found[0])
        events.append(found[1])
    return Measures(signals, settings, pl.concat(picks), pl.concat(events))


@dataclass(frozen=True, slots=True)
class _Keep:
    derived: Derived
    key: str

    def frame(self, table: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        name = f"{table}-{self.key}.parquet"
        kept = parquet_frame(self.derived.shared(name, lambda: _parquet(make())))
        if kept is not None:
            return kept
        self.derived.forget_shared(name)
        return self.frame(table, make)


def _sources_by_place(signals: pl.DataFrame) -> dict[str, list[str]]:
    pairs = signals.select("place", "source").unique().sort("place", "source")
    return dict(pairs.group_by("place", maintain_order=True).agg("source").iter_rows())


def _measured(
    signals: pl.DataFrame, place: str, settings: Settings, keep: _Keep | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    @cache
    def measured() -> Measured:
        return measure(signals.filter(pl.col("place") == place), settings=settings)

    def picks() -> pl.DataFrame:
        return measured().picks

    def events() -> pl.DataFrame:
        return find_outages(measured().picks, measured().expected, settings=settings)

    if keep is None:
        return picks(), events()
    return keep.frame("picks", picks), keep.frame("outages", events)


def _parquet(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=False)
    return buffer.getvalue()
