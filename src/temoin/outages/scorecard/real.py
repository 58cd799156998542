"""Real series with known stories, read where the user keeps them: what the lens must find in each, and what it does.

No row of them is part of the program: their licences differ. The folder that ``--data`` names is laid out as the
table below says; a file that is not there is told as such.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import polars as pl

from temoin.evidence import Source
from temoin.held import Held
from temoin.outages.measure.detect import Measured, measure
from temoin.outages.measure.events import find_outages
from temoin.outages.readers.ioda_csv import READER
from temoin.outages.tables import SIGNALS
from temoin.period import UTC

_MAP_CLOCK = dt.timedelta(hours=3, minutes=30)
_SERIES_NAME = "series"
_A_GAP, _NEAR_A_GAP = dt.timedelta(hours=20), dt.timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Story:
    """A real series: its title, its file under the data folder, and what must hold of it."""

    title: str
    file: str
    judge: Callable[[BinaryIO], Iterator[Held]]


def iran_2026(stream: BinaryIO) -> Iterator[Held]:
    """Judge IODA's export of Iran, December 2025 to January 2026."""
    source = Source(id="0" * 64, size=0, name="ioda-iran-26-01-01-normalized.csv")
    signals = pl.concat(READER.read(stream, source))
    measured = measure(signals)
    outages = find_outages(measured.picks, measured.expected)
    began = _days(outages["began"])
    yield Held("events", "one, of 8 January", f"{len(outages)}: {began}", began == "8 Jan 2026")
    picks = measured.picks.filter(pl.col("began") >= _at(2026, 1, 8))
    probing = picks.filter(pl.col("signal") == "active_probing")
    onset = probing["began"].min()
    yield Held("probing's pick begins", "by 17:00 on 8 January", _times(probing["began"].head(1)), _by(onset, 8, 17))
    state = _state(signals, _at(2026, 1, 18)), _state(signals, _at(2026, 1, 20))
    asked = "ongoing before 18 January, partial-return from then on"
    yield Held("state", asked, " then ".join(state), state == ("ongoing", "partial-return"))
    ended = outages["ended"].max()
    late = isinstance(ended, dt.datetime) and ended >= _at(2026, 1, 26)
    yield Held("ended", "not before 26 January", _times(outages["ended"].tail(1)), late)
    known = {"search": (18, 18), "cities": (21, 25), "telescope": (25, 25), "active_probing": (26, 27)}
    for signal, (first, last) in known.items():
        back = picks.filter(pl.col("signal") == signal)["ended"].max()
        right = isinstance(back, dt.datetime) and first <= back.day <= last
        days = f"{first} January" if first == last else f"{first} to {last} January"
        yield Held(f"{signal} came back", days, _day(back), right)


def iran_2019(stream: BinaryIO) -> Iterator[Held]:
    """Judge the IP Observatory's hourly national mean of Iran, November 2019, against the label of IODA's analysts."""
    series = pl.read_csv(stream)
    times = series["time_utc"].str.to_datetime("%Y-%m-%dT%H:%M:%SZ").dt.replace_time_zone("UTC")
    measured = measure(_signals(times, series["mean"], "connectivity", "IR"))
    outages = find_outages(measured.picks, measured.expected)
    label = (_at(2019, 11, 16, 14), _at(2019, 11, 24, 20))
    told = len(outages) == 1 and _overlaps(outages, *label)
    yield Held("national events", "one, overlapping 16 to 24 November", f"{len(outages)}", told)
    falls = _at(2019, 11, 16, 16), _at(2019, 11, 16, 18)
    dated = outages["began"].is_between(*falls).any()
    yield Held("dated from the data", "16 November, 16:00 to 18:59", _times(outages["began"].head(1)), dated)


def iran_2019_counties(stream: BinaryIO) -> Iterator[Held]:
    """Judge the same by county: the clock in the file is the country's, written as if it were UTC."""
    table = pl.read_csv(stream).sort("time_e")
    label = (_at(2019, 11, 16, 14), _at(2019, 11, 24, 20))
    counties = table.partition_by("name_1", "name_2")
    fell, early = 0, 0
    for county in counties:
        times = pl.from_epoch(county["time_e"], time_unit="s").dt.replace_time_zone("UTC") - _MAP_CLOCK
        place = f"{county['name_1'][0]}/{county['name_2'][0]}"
        picks = measure(
            _signals(times.cast(pl.Datetime("us", "UTC")), county["connectivity"], "connectivity", place)
        ).picks
        fell += _overlaps(picks, *label)
        early += len(picks.filter(pl.col("ended") < label[0]))
    yield Held("counties that fell", f"at least 70 of {len(counties)}", f"{fell}", fell >= 70)
    yield Held("picks of counties over before the label", "none asked", f"{early}", None)


def russia_2024(stream: BinaryIO) -> Iterator[Held]:
    """Judge YouTube's share of traffic in Russia, 2019 to January 2025: the fall of August 2024 and its deepening."""
    signals = _youtube(stream, "RU")
    picks = measure(signals).picks
    for what, asked, middle, around in (
        ("fall of August 2024", "8 August, two days either way", _at(2024, 8, 8), 2),
        ("deepening of December 2024", "18 December, two days either way", _at(2024, 12, 18), 2),
    ):
        near = picks.filter((pl.col("began").dt.date() - middle.date()).abs() <= dt.timedelta(days=around))
        around_it = picks.filter((pl.col("began") - middle).abs() <= dt.timedelta(days=30))
        told = _times(near["began"]) if len(near) else f"not there; within 30 days: {_times(around_it['began'])}"
        yield Held(what, asked, told, len(near) > 0)
    yield from _month_gaps(signals, picks)
    yield Held("all picks in six years", "none asked", f"{len(picks)}", None)


def control(country: str) -> Callable[[BinaryIO], Iterator[Held]]:
    """Return what judges YouTube's share of traffic in a country where nothing happened in those months."""

    def judge(stream: BinaryIO) -> Iterator[Held]:
        signals = _youtube(stream, country)
        picks = measure(signals).picks
        for name, month in (("August 2024", 8), ("December 2024", 12)):
            end = _at(2024, month, 31) + dt.timedelta(days=1)
            over = pl.coalesce("ended", "observed_until")
            during = picks.filter((pl.col("began") < end) & (over > _at(2024, month, 1)))
            yield Held(name, "silent", _times(during["began"]), during.is_empty())
        yield from _month_gaps(signals, picks)
        yield Held("all picks in six years", "none asked", f"{len(picks)}", None)

    return judge


def china_2009(stream: BinaryIO) -> Iterator[Held]:
    """Judge Tor's estimate of users in China, daily, 2009 to 2011: the blocking of 25 and 26 September 2009."""
    table = pl.read_csv(stream, null_values="NA", columns=["date", "cn"])
    times = table["date"].str.to_datetime("%Y-%m-%d", time_unit="us").dt.replace_time_zone("UTC")
    picks = measure(_signals(times, table["cn"].cast(pl.Float64), "tor users", "CN")).picks
    first = picks["began"].head(1)
    dated = first.is_between(_at(2009, 9, 24), _at(2009, 9, 28)).any()
    yield Held("first fall", "24 to 28 September 2009", _times(first), dated)
    yield Held("all picks in 17 months", "none asked", f"{len(picks)}", None)


STORIES: tuple[Story, ...] = (
    Story("Iran, January 2026, IODA's dashboard", "ioda_series/raw/ioda-iran-26-01-01-normalized.csv", iran_2026),
    Story("Iran, November 2019, IP Observatory", "ip_observatory/iran_2019-11_hourly_utc.csv", iran_2019),
    Story("Iran, November 2019, by county", "ip_observatory/irn-2019-11-11_gif.csv", iran_2019_counties),
    Story("YouTube in Russia, 2019 to 2025, Google", "google_transparency/youtube_RU.csv", russia_2024),
    Story("YouTube in the Netherlands", "google_transparency/youtube_NL.csv", control("NL")),
    Story("YouTube in Georgia", "google_transparency/youtube_GE.csv", control("GE")),
    Story("Tor users in China, 2009 to 2011", "tor/direct-users_2009-08_2011-01.csv", china_2009),
)
"""The stories, in the order in which they are told."""


def _youtube(stream: BinaryIO, country: str) -> pl.DataFrame:
    series = pl.read_csv(stream)
    times = series["date and time"].str.to_datetime("%Y-%m-%d %H:%M:%S%.f", time_unit="us").dt.replace_time_zone("UTC")
    return _signals(times, series["value"], "youtube", country)


def _month_gaps(signals: pl.DataFrame, picks: pl.DataFrame) -> Iterator[Held]:
    times = signals["time"].sort()
    gaps = pl.DataFrame({"before": times, "gap": times.diff().shift(-1)}).filter(pl.col("gap") > _A_GAP)
    edges = [edge for before, gap in gaps.iter_rows() for edge in (before, before + gap)]
    near = [any(abs(began - edge) <= _NEAR_A_GAP for edge in edges) for began in picks["began"]]
    born = picks["began"].filter(pl.Series(near, dtype=pl.Boolean))
    first = (born.dt.month() == 1) & (born.dt.day() == 1)
    yield Held(f"picks born of the {len(gaps)} month gaps", "none", _times(born.filter(~first)), not (~first).any())
    yield Held("picks in the morning of 1 January, after the gap", "none asked", _times(born.filter(first)), None)


def _signals(times: pl.Series, values: pl.Series, signal: str, place: str) -> pl.DataFrame:
    named = {"source": _SERIES_NAME, "place": place, "signal": signal, "scale": "absolute"}
    frame = pl.DataFrame({"time": times, "value": values.cast(pl.Float64)}).with_row_index("row", offset=1)
    return SIGNALS.require(
        frame.with_columns(pl.col("row").cast(pl.Int64), **{name: pl.lit(text) for name, text in named.items()})
    )


def _state(signals: pl.DataFrame, until: dt.datetime) -> str:
    known: Measured = measure(signals.filter(pl.col("time") < until))
    return ", ".join(find_outages(known.picks, known.expected)["state"]) or "nothing"


def _overlaps(table: pl.DataFrame, began: dt.datetime, ended: dt.datetime) -> bool:
    over = pl.coalesce("ended", "observed_until")
    return not table.filter((pl.col("began") < ended) & (over > began)).is_empty()


def _at(year: int, month: int, day: int, hour: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, tzinfo=UTC)


def _by(moment: object, day: int, hour: int) -> bool:
    return isinstance(moment, dt.datetime) and _at(2026, 1, day) <= moment <= _at(2026, 1, day, hour)


def _day(moment: object) -> str:
    return f"{moment.day} {moment:%b %Y}" if isinstance(moment, dt.datetime) else "not yet"


def _days(moments: pl.Series) -> str:
    return ", ".join(_day(moment) for moment in moments) or "none"


def _times(moments: pl.Series) -> str:
    told = [f"{_day(moment)} {moment:%H:%M}" if moment is not None else "not yet" for moment in moments]
    return ", ".join(told[:6]) + (f" and {len(told) - 6} more" if len(told) > 6 else "") or "none"
