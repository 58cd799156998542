"""The outage lens over a case, place by place: one more file measures one place again and not all of them."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from temoin.case.derived import Derived
from temoin.evidence.digest import digest
from temoin.outages import METHODS, Measured, Settings, find_outages, measure
from temoin.outages.tables import EXPECTED, OUTAGES, PICKS


@dataclass(frozen=True)
class PlaceMeasured:
    """What the lens gives for one place, kept between runs unless a personal source is among its sources.

    Parameters
    ----------
    signals : its points, table ``SIGNALS``
    settings : parameters of the lens
    derived : the cache of the case
    key : everything that could change the result; None where nothing may be kept
    """

    signals: pl.DataFrame
    settings: Settings
    derived: Derived
    key: str | None

    @cached_property
    def picks(self) -> pl.DataFrame:
        """Table ``PICKS``."""
        return self._kept("picks", lambda: self._measured.picks)

    @cached_property
    def outages(self) -> pl.DataFrame:
        """Table ``OUTAGES``."""
        return self._kept("outages", lambda: find_outages(self.picks, self._measured.expected, settings=self.settings))

    @property
    def expected(self) -> pl.DataFrame:
        """Table ``EXPECTED``: never kept, only charts need it."""
        return self._measured.expected

    @cached_property
    def _measured(self) -> Measured:
        return measure(self.signals, settings=self.settings)

    def _kept(self, table: str, make: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        if self.key is None:
            return make()
        data = self.derived.shared(f"{table}-{self.key}.parquet", lambda: _parquet(make()))
        return pl.read_parquet(io.BytesIO(data))


@dataclass(frozen=True)
class Measures:
    """What the lens gives for all places of a case."""

    places: Sequence[PlaceMeasured]

    @cached_property
    def picks(self) -> pl.DataFrame:
        """Table ``PICKS``."""
        return pl.concat([PICKS.empty(), *(place.picks for place in self.places)])

    @cached_property
    def outages(self) -> pl.DataFrame:
        """Table ``OUTAGES``."""
        return pl.concat([OUTAGES.empty(), *(place.outages for place in self.places)])

    @cached_property
    def expected(self) -> pl.DataFrame:
        """Table ``EXPECTED``."""
        return pl.concat([EXPECTED.empty(), *(place.expected for place in self.places)])


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
    places = []
    for (place,), points in sorted(signals.partition_by("place", as_dict=True).items()):
        sources = sorted(points["source"].unique())
        key = None
        if all(source in readings for source in sources):
            said = [[source, readings[source]] for source in sources]
            key = digest([place, said, methods, settings.record()])[:16]
        places.append(PlaceMeasured(points, settings, derived, key))
    return Measures(places)


def _parquet(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=False)
    return buffer.getvalue()
