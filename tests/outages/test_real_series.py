"""Other real series: an hourly national mean, and two controls that must stay calm."""

import datetime as dt

import polars as pl
import pytest

from temoin.evidence import Source
from temoin.outages import SIGNALS, find_outages, find_picks, measure
from temoin.outages.readers import ip_observatory
from temoin.period import UTC


def signals_at(times: list[dt.datetime], values: list[float], *, signal: str, place: str) -> pl.DataFrame:
    frame = pl.DataFrame({"time": pl.Series(times, dtype=pl.Datetime("us", "UTC")), "value": values})
    named = {"source": "plain", "place": place, "signal": signal, "scale": "absolute"}
    return SIGNALS.require(
        frame.with_row_index("row", offset=1).with_columns(
            pl.col("row").cast(pl.Int64), **{name: pl.lit(text) for name, text in named.items()}
        )
    )


def test_november_2019_is_one_outage_still_ongoing_when_the_series_stops(shared) -> None:
    series = pl.read_csv(shared("data/outages/ip_observatory/iran_2019-11_hourly_utc.csv"))
    times = series["time_utc"].str.to_datetime("%Y-%m-%dT%H:%M:%SZ").dt.replace_time_zone("UTC").to_list()
    measured = measure(signals_at(times, series["mean"].to_list(), signal="connectivity", place="IR"))
    outage = find_outages(measured.picks, measured.expected)
    assert len(outage) == 1
    assert outage["state"].to_list() == ["ongoing"]
    assert dt.datetime(2019, 11, 16, 16, tzinfo=UTC) <= outage["began"][0] <= dt.datetime(2019, 11, 16, 19, tzinfo=UTC)


def test_november_2019_by_county_is_read_on_the_clocks_of_iran_and_falls_everywhere(shared) -> None:
    path = shared("data/outages/ip_observatory/irn-2019-11-11_gif.csv")
    with path.open("rb") as stream:
        signals = pl.concat(ip_observatory.READER.read(stream, Source(id="5e" * 32, size=1, name=path.name)))
    picks = find_picks(signals)
    fallen = picks.filter(pl.col("began") >= dt.datetime(2019, 11, 16, 12, tzinfo=UTC))
    assert fallen["place"].n_unique() >= 65
    assert fallen["began"].median() == dt.datetime(2019, 11, 16, 18, 30, tzinfo=UTC)


def youtube(shared, country: str) -> pl.DataFrame:
    series = pl.read_csv(shared(f"data/outages/google_transparency/youtube_{country}.csv"))
    times = series["date and time"].str.to_datetime("%Y-%m-%d %H:%M:%S%.f").dt.replace_time_zone("UTC").to_list()
    return find_picks(signals_at(times, series["value"].to_list(), signal="youtube", place=country))


@pytest.mark.parametrize("country", ["NL", "GE"])
def test_six_years_of_a_control_are_silent(shared, country: str) -> None:
    assert youtube(shared, country).is_empty()


def test_both_falls_of_a_throttled_service_are_dated_to_the_day_and_month_gaps_are_none(shared) -> None:
    picks = youtube(shared, "RU")
    assert picks["shape"].to_list() == ["level", "level"]
    august, december = picks["began"].to_list()
    assert abs(august - dt.datetime(2024, 8, 8, tzinfo=UTC)) <= dt.timedelta(days=2)
    assert abs(december - dt.datetime(2024, 12, 18, tzinfo=UTC)) <= dt.timedelta(days=2)
