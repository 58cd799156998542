"""Measured outages beside the rows that others published of the same places (``outages.listed/1``).

A row belongs to the case when its place is measured, or asked about, and it falls within that time. It is paired with
the outage whose beginning lies nearest to its own; one that only overlaps outages says that it holds them. A row that
these signals cannot show (a part of a country, the block of one service) and one beside which nothing fell stay
untold: neither proves the other wrong. So does an outage that is in no list.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from temoin.outages.places import country_of
from temoin.outages.tables import OUTAGES, PICKS, REPORTED, SIGNALS
from temoin.period import Period

LISTED_METHOD = "outages.listed/1"
NEAR_HOURS = 12
NOTHING_ASKED: Mapping[str, Period] = {}
_ONE_HOUR = dt.timedelta(hours=1)
_NOTHING = dt.timedelta()
_NETWORK = re.compile(r"AS\d+")
_SAME = ["source", "measured", "place_text", "kind", "extent", "_signals", "began_earliest", "ended_latest", "status"]
Row = Mapping[str, object]
Span = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True, slots=True)
class Pair:
    """A measured outage and the rows of one list that speak of it; gaps are signed, positive where the list is later.

    Parameters
    ----------
    outage : row of ``OUTAGES``
    rows : rows of ``REPORTED`` of one source, the one that dates the beginning first
    began, ended : how far the list's interval lies from the measured one; zero where they meet, None where one of
        the two is not known
    """

    outage: Row
    rows: tuple[Row, ...]
    began: dt.timedelta
    ended: dt.timedelta | None

    @property
    def agrees(self) -> bool:
        """Whether every end that both give meets."""
        return not self.began and not self.ended


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing gives: every row of the case stands in exactly one of the first five.

    Parameters
    ----------
    pairs : outages with the rows that date them
    holding : rows that overlap outages whose beginnings are other, with those outages
    unseen : rows beside which nothing measured fell
    unwatched : rows at whose beginning nothing was measured
    narrower : rows that the signals of their place cannot show
    unlabelled : outages that no row of any list overlaps or dates
    """

    pairs: tuple[Pair, ...] = ()
    holding: tuple[tuple[Row, tuple[Row, ...]], ...] = ()
    unseen: tuple[Row, ...] = ()
    unwatched: tuple[Row, ...] = ()
    narrower: tuple[Row, ...] = ()
    unlabelled: tuple[Row, ...] = ()


def rows_within(
    reported: pl.DataFrame, signals: pl.DataFrame, asked: Mapping[str, Period] = NOTHING_ASKED
) -> pl.DataFrame:
    """Return the published rows whose place is measured, or asked about, and which fall within that time.

    A list may print one thing several times, such as a shutdown that goes on, once a year: such rows are one here.

    Parameters
    ----------
    reported : table ``REPORTED``
    signals : table ``SIGNALS``
    asked : place to the period that a case asks about, measured or not

    Returns
    -------
    table ``REPORTED`` with two columns, ``measured`` (the place as measured) and ``rows`` (all that print it, of which
    ``row`` is the first), in order of place, beginning, source and row

    Raises
    ------
    TableError : one of the frames does not keep its table
    """
    spans = _spans(SIGNALS.require(signals), asked)
    names = _measured_names(set(REPORTED.require(reported)["place"]), set(spans["place"]))
    if not names:
        return reported.clear().with_columns(measured=pl.lit(None, pl.String), rows=pl.lit(None, pl.List(pl.Int64)))
    known = pl.DataFrame({"place": list(names), "measured": list(names.values())})
    until = (
        pl.when(pl.col("status") == "ongoing")
        .then(pl.col("last"))
        .otherwise(pl.coalesce("ended_latest", "began_latest"))
    )
    return (
        reported.join(known, on="place")
        .join(spans.rename({"place": "measured"}), on="measured")
        .filter(pl.col("began_earliest") <= pl.col("last"), until >= pl.col("first"))
        .with_columns(_signals=pl.col("signals").list.join(","))
        .sort("row")
        .with_columns(rows=pl.col("row").implode().over(_SAME))
        .unique(_SAME, keep="first", maintain_order=True)
        .select(*REPORTED.schema.names(), "measured", "rows")
        .sort("measured", "began_earliest", "source", "row")
    )


def _spans(signals: pl.DataFrame, asked: Mapping[str, Period]) -> pl.DataFrame:
    first, last = pl.col("time").min().alias("first"), pl.col("time").max().alias("last")
    measured = signals.drop_nulls("value").group_by("place").agg(first, last)
    rows = [(place, period.begin, period.end) for place, period in asked.items()]
    wanted = pl.DataFrame(rows, schema=measured.schema, orient="row")
    return pl.concat([measured, wanted]).group_by("place").agg(pl.col("first").min(), pl.col("last").max())


def _measured_names(said: set[str], measured: set[str]) -> dict[str, str]:
    found = {place: place for place in said & measured}
    networks: dict[str, list[str]] = {}
    for place in measured:
        networks.setdefault(place.rpartition("/")[2], []).append(place)
    for place in said - measured:
        country, _, tail = place.rpartition("/")
        same = [name for name in networks.get(tail, []) if not country or name.rpartition("/")[0] in {"", country}]
        if _NETWORK.fullmatch(tail) and len(same) == 1:
            found[place] = same[0]
    return found


def compare_rows(
    outages: pl.DataFrame,
    picks: pl.DataFrame,
    reported: pl.DataFrame,
    signals: pl.DataFrame,
    *,
    asked: Mapping[str, Period] = NOTHING_ASKED,
    near_hours: int = NEAR_HOURS,
) -> Compared:
    """Return the measured outages beside the published rows of the same places.

    Parameters
    ----------
    outages, picks : tables ``OUTAGES`` and ``PICKS`` of the case
    reported : table ``REPORTED``, of any number of lists and places
    signals : table ``SIGNALS``: what was watched
    asked : place to the period that a case asks about, measured or not
    near_hours : beginnings farther apart than this are of two outages

    Raises
    ------
    TableError : one of the frames does not keep its table
    """
    OUTAGES.require(outages)
    PICKS.require(picks)
    table = _Sorted(outages, picks, signals, dt.timedelta(hours=near_hours))
    for row in rows_within(reported, signals, asked).iter_rows(named=True):
        table.place(row)
    return table.compared()


@dataclass(slots=True)
class _Lists:
    dated: dict[tuple[str, str], list[Row]] = field(default_factory=dict)
    holding: list[tuple[Row, tuple[Row, ...]]] = field(default_factory=list)
    unseen: list[Row] = field(default_factory=list)
    unwatched: list[Row] = field(default_factory=list)
    narrower: list[Row] = field(default_factory=list)


class _Sorted:
    """Sorts rows into those that date an outage, hold some, or stand beside none."""

    def __init__(self, outages: pl.DataFrame, picks: pl.DataFrame, signals: pl.DataFrame, near: dt.timedelta) -> None:
        self.outages: Sequence[Row] = outages.sort("place", "began", "id").rows(named=True)
        self.by_place: dict[str, list[Row]] = {}
        for outage in self.outages:
            self.by_place.setdefault(str(outage["place"]), []).append(outage)
        self.picks, self.signals, self.near = picks, signals, near
        self.lists = _Lists()
        self.times: dict[str, pl.Series] = {}

    def place(self, row: Row) -> None:
        """Put one row where it belongs."""
        if is_narrower(row):
            self.lists.narrower.append(row)
            return
        here = self.by_place.get(str(row["measured"]), [])
        nearest = min(here, key=lambda each: abs(_gap(_began(row), _began(each))), default=None)
        if nearest is not None and abs(_gap(_began(row), _began(nearest))) <= self.near:
            self.lists.dated.setdefault((str(nearest["id"]), str(row["source"])), []).append(row)
            return
        held = tuple(each for each in here if _overlap(row, each))
        if held:
            self.lists.holding.append((row, held))
        elif self._was_watched(row):
            self.lists.unseen.append(row)
        else:
            self.lists.unwatched.append(row)

    def compared(self) -> Compared:
        """Return what was sorted; a row inside an outage that its own list dates joins that list's rows."""
        holding = []
        for row, held in self.lists.holding:
            own = next(
                (key for each in held if (key := (str(each["id"]), str(row["source"]))) in self.lists.dated), None
            )
            if own is None:
                holding.append((row, held))
            else:
                self.lists.dated[own].append(row)
        known = {name for name, _ in self.lists.dated} | {str(each["id"]) for _, held in holding for each in held}
        by_id = {str(each["id"]): each for each in self.outages}
        pairs = [self._pair(by_id[name], rows) for (name, _), rows in self.lists.dated.items()]
        return Compared(
            tuple(pairs),
            tuple(holding),
            tuple(self.lists.unseen),
            tuple(self.lists.unwatched),
            tuple(self.lists.narrower),
            tuple(each for each in self.outages if each["id"] not in known),
        )

    def _pair(self, outage: Row, rows: list[Row]) -> Pair:
        nearest = sorted(rows, key=lambda row: (abs(_gap(_began(row), _began(outage))), row["row"]))
        return Pair(outage, tuple(nearest), _gap(_began(nearest[0]), _began(outage)), self._gap_at_end(outage, rows))

    def _gap_at_end(self, outage: Row, rows: list[Row]) -> dt.timedelta | None:
        ends = [_ended(row) for row in rows]
        if any(end is None for end in ends):
            return None
        last = max(end for end in ends if end is not None)
        if outage["ended"] is None:
            still: object = outage["observed_until"]
            assert isinstance(still, dt.datetime)
            return min(_NOTHING, last[1] - still) or None
        members = outage["picks"]
        assert isinstance(members, list)
        spans = self.picks.filter(pl.col("id").is_in(members)).drop_nulls("ended")
        ended = outage["ended"]
        assert isinstance(ended, dt.datetime)
        bounds = [ended, *spans["ended_earliest"], *spans["ended_latest"]]
        return _gap(last, (min(bounds), max(bounds)))

    def _was_watched(self, row: Row) -> bool:
        place = str(row["measured"])
        if place not in self.times:
            measured = self.signals.filter(pl.col("place") == place).drop_nulls("value")
            self.times[place] = measured["time"].unique().sort()
        begins, times = _began(row), self.times[place]
        if times.is_empty():
            return False
        if begins[1] < times[0]:
            return bool(_last(row, times[-1]) >= times[0])
        near = times.is_between(begins[0] - _ONE_HOUR, begins[1] + _ONE_HOUR)
        return bool(near.any())


def is_narrower(row: Row) -> bool:
    """Return whether a row is of something that the signals of its whole place cannot show."""
    of_country = country_of(str(row["place"])) == row["place"]
    return row["extent"] == "service-based" or (of_country and row["scope"] in {"local", "regional", "network"})


def _began(row: Row) -> Span:
    earliest, latest = row["began_earliest"], row["began_latest"]
    assert isinstance(earliest, dt.datetime)
    assert isinstance(latest, dt.datetime)
    return earliest, latest


def _ended(row: Row) -> Span | None:
    earliest, latest = row["ended_earliest"], row["ended_latest"]
    return (earliest, latest) if isinstance(earliest, dt.datetime) and isinstance(latest, dt.datetime) else None


def _gap(listed: Span, measured: Span) -> dt.timedelta:
    if listed[0] > measured[1]:
        return listed[0] - measured[1]
    return listed[1] - measured[0] if listed[1] < measured[0] else _NOTHING


def _overlap(row: Row, outage: Row) -> bool:
    until = outage["ended"] or outage["observed_until"]
    assert isinstance(until, dt.datetime)
    return _began(row)[0] <= until and _began(outage)[0] <= _last(row, until)


def _last(row: Row, until: dt.datetime) -> dt.datetime:
    end = _ended(row)
    return end[1] if end else until if row["status"] == "ongoing" else _began(row)[1]
